using System.Text.Json;
using Cms.Content.Items;
using Cms.Content.Parts;

namespace Cms.Unit.Tests.Content;

public sealed class ItemMergeTests
{
    private const string Own = """{"TitlePart":{"Title":"T"},"Sample":{"Text":{"Markdown":"m"},"Plain":"p","Rows":{"Rows":[{"Id":"a","Label":{"Text":"A"}}]}}}""";
    private const string Shared = """{"Sample":{"Code":{"Text":"1","SortKey":"k"},"Amount":{"Value":1.50},"Rows":{"Rows":[{"Id":"a","Target":{"Value":1}}]}}}""";

    [Fact]
    public void The_same_values_change_nothing()
    {
        var item = Samples.Item(Own, Shared);

        var result = Merge(item, """{"TitlePart":{"Title":"T"},"Sample":{"Code":{"Text":"1"},"Amount":{"Value":1.5},"Rows":{"Rows":[{"Id":"a","Label":{"Text":"A"},"Target":{"Value":1}}]}}}""");

        Assert.Empty(result.Changed);
        Assert.Empty(result.Unknown);
        Assert.Equal((Own, Shared), Samples.Saved(item));
    }

    [Fact]
    public void Only_fields_that_are_given_change_and_are_named()
    {
        var item = Samples.Item(Own, Shared);

        var result = Merge(item, """{"Sample":{"Code":{"Text":"2"},"Plain":"q"}}""");

        Assert.Equal(["Sample.Code", "Sample.Plain"], result.Changed.Order(StringComparer.Ordinal));
        var part = item.As<Sample>();
        Assert.Equal(("2", "q", "m", 1.50m), (part.Code.Text, part.Plain, part.Text.Markdown, part.Amount.Value));
        Assert.Equal("T", item.As<TitlePart>().Title);
    }

    [Fact]
    public void Names_compare_without_case()
    {
        var item = Samples.Item(Own, Shared);

        var result = Merge(item, """{"sample":{"code":{"text":"2"},"rows":{"rows":[{"id":"a","label":{"text":"B"},"target":{"value":1}}]}}}""");

        Assert.Equal(["Sample.Code", "Sample.Rows"], result.Changed.Order(StringComparer.Ordinal));
        Assert.Empty(result.Unknown);
        Assert.Equal(("2", "a", "B"), (item.As<Sample>().Code.Text, item.As<Sample>().Rows.Rows[0].Id, item.As<Sample>().Rows.Rows[0].Label.Text));
    }

    [Fact]
    public void What_nobody_knows_is_named_and_kept()
    {
        var item = Samples.Item(Own, Shared);

        var result = Merge(item, """{"Sample":{"Novel":{"a":1.50}},"FlowPart":{"Widgets":[]},"Scalar":5}""");

        Assert.Equal(["FlowPart", "Sample.Novel"], result.Unknown.Order(StringComparer.Ordinal));
        Assert.Contains("Sample.Novel", result.Changed);
        var own = Samples.Saved(item).Own;
        Assert.Contains(""","Novel":{"a":1.50}""", own, StringComparison.Ordinal);
        Assert.Contains("\"FlowPart\":{\"Widgets\":[]}", own, StringComparison.Ordinal);
        Assert.DoesNotContain("Scalar", own, StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_list_replaces_rows_and_their_order()
    {
        var item = Samples.Item(Own, Shared);

        Merge(item, """{"Sample":{"Rows":{"Rows":[{"Label":{"Text":"Neuf"},"Id":"n"},{"Id":"a","Label":{"Text":"A"},"Target":{"Value":1}}]}}}""");

        Assert.Equal([("n", "Neuf"), ("a", "A")], item.As<Sample>().Rows.Rows.Select(row => (row.Id, row.Label.Text)));
    }

    [Theory]
    [InlineData("""{"Sample":{"Code":{"Text":{}}}}""", "Sample", "Code")]
    [InlineData("""{"Sample":{"Amount":{"Value":[]}}}""", "Sample", "Amount")]
    [InlineData("""{"Sample":{"Rows":{"Rows":["x"]}}}""", "Sample", "Rows")]
    [InlineData("""{"TitlePart":{"Title":["x"]}}""", "TitlePart", "Title")]
    public void A_wrong_kind_of_value_is_refused_with_part_and_field(string json, string part, string field)
    {
        var item = Samples.Item(Own, Shared);

        var message = Assert.Throws<JsonException>(() => Merge(item, json)).Message;

        Assert.Contains(part, message, StringComparison.Ordinal);
        Assert.Contains(field, message, StringComparison.Ordinal);
        Assert.Equal((Own, Shared), Samples.Saved(item));
    }

    private static MergeResult Merge(ContentItem item, string json) => ItemMerge.Apply(item, Samples.Incoming(json));
}
