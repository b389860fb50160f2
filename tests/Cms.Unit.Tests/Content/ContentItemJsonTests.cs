using System.Text.Json;
using Cms.Content.Items;
using Cms.Content.Parts;

namespace Cms.Unit.Tests.Content;

/// <summary>Orchard Core's shape, member by member and in its order.</summary>
public sealed class ContentItemJsonTests
{
    [Fact]
    public void System_members_come_first_in_their_order_then_the_parts()
    {
        var item = Samples.Item("""{"TitlePart":{"Title":"Été"}}""", path: "exemples/ete");

        using var json = JsonDocument.Parse(ContentItemJson.Write(item));

        Assert.Equal(
            ["ContentItemId", "ContentItemVersionId", "ContentType", "DisplayText", "Latest", "Published", "ModifiedUtc", "PublishedUtc", "CreatedUtc", "Owner", "Author",
                "TitlePart", "PublicationPart", "Sample", "AutoroutePart", "LocalizationPart"],
            json.RootElement.EnumerateObject().Select(member => member.Name));
        Assert.Equal(
            """["item1","version1","Sample","\u00C9t\u00E9",true,false,"2026-01-05T09:30:00Z",null,"2026-01-04T16:00:00Z","user1","\u00C8ve"]""",
            "[" + string.Join(',', json.RootElement.EnumerateObject().Take(11).Select(member => member.Value.GetRawText())) + "]");
        Assert.Equal("fr/exemples/ete", json.RootElement.GetProperty("AutoroutePart").GetProperty("Path").GetString());
        Assert.Equal("""{"LocalizationSet":"set1","Culture":"fr"}""", json.RootElement.GetProperty("LocalizationPart").GetRawText());
    }

    [Fact]
    public void Own_and_shared_values_stand_together_in_their_part()
    {
        var item = Samples.Item(
            """{"Sample":{"Text":{"Markdown":"m"},"Rows":{"Rows":[{"Id":"a","Label":{"Text":"A"}}]}}}""",
            """{"Sample":{"Code":{"Text":"1"},"Amount":{"Value":1.50},"Rows":{"Rows":[{"Id":"a","Target":{"Value":1}}]}}}""");

        using var json = JsonDocument.Parse(ContentItemJson.Write(item));

        var part = json.RootElement.GetProperty("Sample");
        Assert.Equal("""{"Text":"1"}""", part.GetProperty("Code").GetRawText());
        Assert.Equal("""{"Value":1.50}""", part.GetProperty("Amount").GetRawText());
        Assert.Equal("""{"Id":"a","Label":{"Text":"A"},"Target":{"Value":1}}""", part.GetProperty("Rows").GetProperty("Rows")[0].GetRawText().Replace(""","Readings":{"Rows":[]}""", "", StringComparison.Ordinal));
    }

    [Fact]
    public void Parts_that_nobody_defines_are_written_whole()
    {
        var item = Samples.Item("""{"Gone":{"A":{"Text":"x"}},"Many":[1.50,{"b":null}]}""", """{"Gone":{"B":2}}""");

        using var json = JsonDocument.Parse(ContentItemJson.Write(item));

        Assert.Equal("""{"A":{"Text":"x"},"B":2}""", json.RootElement.GetProperty("Gone").GetRawText());
        Assert.Equal("""[1.50,{"b":null}]""", json.RootElement.GetProperty("Many").GetRawText());
    }

    [Fact]
    public void An_item_without_an_address_has_no_address_part()
    {
        using var json = JsonDocument.Parse(ContentItemJson.Write(Samples.Item()));

        Assert.False(json.RootElement.TryGetProperty("AutoroutePart", out _));
    }

    [Fact]
    public void What_was_written_reads_back_to_the_same()
    {
        var item = Samples.Item("""{"TitlePart":{"Title":"<é> & « ’ »"},"Sample":{"Plain":"p","Text":{"Markdown":"m\n\tn"}}}""", """{"Sample":{"Code":{"Text":"1"}}}""");
        var written = System.Text.Encoding.UTF8.GetString(ContentItemJson.Write(item));
        Assert.DoesNotContain("<é>", written, StringComparison.Ordinal);

        var copy = Samples.Item();
        ItemMerge.Apply(copy, Samples.Incoming(written));

        Assert.Equal(("<é> & « ’ »", "m\n\tn", "1", "p"), (copy.As<TitlePart>().Title, copy.As<Sample>().Text.Markdown, copy.As<Sample>().Code.Text, copy.As<Sample>().Plain));
        Assert.Empty(ItemMerge.Apply(item, Samples.Incoming(written)).Changed);
    }
}
