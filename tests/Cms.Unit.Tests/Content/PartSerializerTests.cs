using System.Text.Json;
using Cms.Content.Items;
using Cms.Content.Parts;

namespace Cms.Unit.Tests.Content;

public sealed class PartSerializerTests
{
    private const string Own = """{"Text":{"Markdown":"« Été »"},"Plain":"p","Rows":{"Rows":[{"Id":"a","Label":{"Text":"A"}},{"Id":"b","Label":{"Text":"B"}}]}}""";
    private const string Shared = """{"Code":{"Text":"5.2.2","SortKey":"x"},"Amount":{"Value":1.50},"Rows":{"Rows":[{"Id":"b","Target":{"Value":2}},{"Id":"a","Target":{"Value":1.0}}]}}""";

    [Fact]
    public void A_part_is_joined_from_its_two_sides_and_split_into_them_again()
    {
        var part = Samples.Read(Own, Shared);

        Assert.Equal(("5.2.2", "« Été »", 1.50m, "p"), (part.Code.Text, part.Text.Markdown, part.Amount.Value, part.Plain));
        var (own, shared) = Samples.Write(part);
        Assert.Equal("""{"Text":{"Markdown":"« Été »"},"Plain":"p","Rows":{"Rows":[{"Id":"b","Label":{"Text":"B"}},{"Id":"a","Label":{"Text":"A"}}]}}""", own);
        Assert.Equal(Shared, shared);
    }

    [Fact]
    public void The_shared_side_decides_which_rows_there_are_and_their_order()
    {
        var part = Samples.Read(Own, """{"Rows":{"Rows":[{"Id":"c","Target":{"Value":3}},{"Id":"b"}]}}""");

        Assert.Equal([("c", "", 3m), ("b", "B", null)], part.Rows.Rows.Select(row => (row.Id, row.Label.Text, row.Target.Value)));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("")]
    [InlineData("""{"Rows":{"Rows":[]}}""")]
    [InlineData("""{"Rows":null}""")]
    public void Rows_that_the_set_no_longer_has_are_gone(string shared) => Assert.Empty(Samples.Read(Own, shared).Rows.Rows);

    [Fact]
    public void Rows_inside_rows_are_joined_by_their_ids_too()
    {
        const string InnerOwn = """{"Rows":{"Rows":[{"Id":"a","Readings":{"Rows":[{"Id":"1","Note":{"Text":"un"}},{"Id":"2","Note":{"Text":"deux"}}]}}]}}""";
        const string InnerShared = """{"Rows":{"Rows":[{"Id":"a","Readings":{"Rows":[{"Id":"2","Value":{"Value":20}},{"Id":"3","Value":{"Value":30}}]}},{"Id":"b"}]}}""";

        var part = Samples.Read(InnerOwn, InnerShared);

        Assert.Equal([("2", "deux", 20m), ("3", "", 30m)], part.Rows.Rows[0].Readings.Rows.Select(row => (row.Id, row.Note.Text, row.Value.Value!.Value)));
        Assert.Empty(part.Rows.Rows[1].Readings.Rows);
        Assert.Equal(InnerShared, Samples.Write(part).Shared);
    }

    [Fact]
    public void Members_that_nobody_knows_stay_on_the_side_they_came_from()
    {
        var part = Samples.Read("""{"Mine":[1.50],"Rows":{"Rows":[{"Id":"a","RowMine":1}]}}""", """{"Ours":{"a":null},"Code":{"Text":"x","Extra":true},"Rows":{"Rows":[{"Id":"a","RowOurs":2}]}}""");

        var (own, shared) = Samples.Write(part);

        Assert.Equal("""{"Plain":"","Rows":{"Rows":[{"Id":"a","RowMine":1}]},"Mine":[1.50]}""", own);
        Assert.Equal("""{"Code":{"Text":"x","Extra":true},"Rows":{"Rows":[{"Id":"a","RowOurs":2}]},"Ours":{"a":null}}""", shared);
    }

    [Fact]
    public void Empty_fields_are_not_stored_and_what_a_field_works_out_is_not_either()
    {
        var (own, shared) = Samples.Write(new Sample { Code = "x" });

        Assert.Equal(("""{"Plain":""}""", """{"Code":{"Text":"x"}}"""), (own, shared));
    }

    [Fact]
    public void A_null_reads_as_an_empty_field()
    {
        var part = Samples.Read("""{"Text":null,"Plain":null,"Rows":null}""", """{"Code":null,"Amount":null}""");

        Assert.Equal(("", "", "", null), (part.Text.Markdown, part.Plain, part.Code.Text, part.Amount.Value));
        Assert.Empty(part.Rows.Rows);
    }

    [Theory]
    [InlineData("""{"Code":5}""", "Code")]
    [InlineData("""{"Amount":{"Value":"many"}}""", "Amount")]
    [InlineData("""{"Plain":{}}""", "Plain")]
    [InlineData("""{"Rows":"text"}""", "Rows")]
    [InlineData("""{"Rows":[]}""", "Rows")]
    [InlineData("""{"Rows":{"Rows":[{"Id":"a"},5]}}""", "Rows")]
    [InlineData("""{"Rows":{"Rows":[{"Id":"a","Target":{"Value":"x"}}]}}""", "Target")]
    public void A_value_of_another_kind_is_refused_by_the_name_of_its_field(string json, string field) =>
        Assert.Contains(field, Assert.Throws<JsonException>(() => PartSerializer.ReadWhole(Samples.Part, Samples.Bytes(json))).Message, StringComparison.Ordinal);

    [Fact]
    public void Parts_that_nobody_altered_stay_byte_for_byte()
    {
        const string OwnDocument = """{"TitlePart":{"Title":"T"},"Sample":{ "Text" : {"Markdown":"\u00e9"}, "Odd":1.50 },"Unknown":{"n":1.50, "s":"\u00e9"}}""";
        var item = Samples.Item(OwnDocument, """{"Sample":{ "Amount" : {"Value":1.50} }}""");
        _ = item.As<Sample>().Text.Markdown;

        item.Alter<TitlePart>(part => part.Title = "U");

        Assert.Equal((OwnDocument.Replace("\"T\"", "\"U\"", StringComparison.Ordinal), """{"Sample":{ "Amount" : {"Value":1.50} }}"""), Samples.Saved(item));
    }

    [Fact]
    public void Saving_tells_which_side_changed_also_when_it_is_asked_again()
    {
        var item = Samples.Item("""{"TitlePart":{"Title":"T"},"Sample":{"Plain":""}}""", """{"Sample":{"Code":{"Text":"1"}}}""");
        Assert.Equal((false, false), Sides(item));

        item.Alter<Sample>(part => part.Code = "1");
        Assert.Equal((false, false), Sides(item));
        item.Alter<Sample>(part => part.Code = "2");
        Assert.Equal((false, true), Sides(item));
        Assert.Equal((false, true), Sides(item));
        item.Alter<Sample>(part => part.Text = "t");
        Assert.Equal((true, true), Sides(item));
        Assert.Equal((false, false), Sides(Samples.Item()));

        static (bool Own, bool Shared) Sides(ContentItem item) => item.Document.Save() is var saved ? (saved.OwnChanged, saved.SharedChanged) : default;
    }

    [Theory]
    [InlineData("[1]")]
    [InlineData("not json")]
    [InlineData("""{"Sample":""")]
    public void A_document_that_is_no_object_is_refused(string json) =>
        Assert.ThrowsAny<JsonException>(() => ContentDocument.Read(Samples.Bytes(json), default));
}
