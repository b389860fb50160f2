using Cms.Content;
using Cms.Content.Fields;
using Cms.Content.Types;
using Cms.Display.Accessibility;
using Cms.Unit.Tests.Content;
using Microsoft.Extensions.DependencyInjection;

namespace Cms.Unit.Tests.Accessibility;

public sealed class AccessibilityCheckTests
{
    private static readonly ContentTypeDefinition _type = new ServiceCollection()
        .AddContentType<Notice>(type => type.Named("Notice", "Notices").Path("fr", "avis/{slug}"))
        .BuildServiceProvider()
        .GetRequiredService<ContentTypeDefinition>();

    [Theory]
    [InlineData("## Un\n\n### Deux\n\n## Trois", "")]
    [InlineData("### La page donne sa place au premier\n\n### Le suivant", "")]
    [InlineData("## Un\n\n#### Quatre", "Error accessibility.heading-level")]
    [InlineData("## Un\n\n##\n\ntexte", "Error accessibility.heading-empty")]
    [InlineData("**Horaires**\n\nDe 9 h à 17 h", "Warning accessibility.heading-bold")]
    [InlineData("**Attention : le pont est fermé.**\n\nDe 9 h à 17 h", "")]
    [InlineData("**Horaires**", "")]
    public void Headings_come_without_a_gap_and_are_marked_as_headings(string markdown, string expected) => Assert.Equal(expected, Of(markdown));

    [Theory]
    [InlineData("[le plan du canal](https://example.org)", "")]
    [InlineData("[Cliquez ici](/x)", "Error accessibility.link-words")]
    [InlineData("[« En savoir plus… »](/x)", "Error accessibility.link-words")]
    [InlineData("[**plus d’infos**](/x)", "Error accessibility.link-words")]
    [InlineData("[Here](item:abc)", "Error accessibility.link-words")]
    [InlineData("[ici][1]\n\n[1]: /x", "Error accessibility.link-words")]
    [InlineData("[](/x)", "Error accessibility.link-empty")]
    [InlineData("[![](media:a.png)](/x)", "Error accessibility.link-empty")]
    [InlineData("[![Le plan du canal](media:a.png)](/x)", "")]
    [InlineData("voir https://example.org/a", "Warning accessibility.link-address")]
    [InlineData("voir <https://example.org/a>", "Warning accessibility.link-address")]
    [InlineData("[here](lang:en)", "")]
    [InlineData("`[ici](/x)`", "")]
    public void Words_of_a_link_tell_where_it_leads(string markdown, string expected) => Assert.Equal(expected, Of(markdown));

    [Theory]
    [InlineData("![Le pont vu du nord](media:a.png)", "")]
    [InlineData("![](media:a.png)", "Warning accessibility.picture-decorative")]
    [InlineData("![IMG_2034](media:a.png)", "Error accessibility.picture-name")]
    [InlineData("![pont.JPG](media:a.png)", "Error accessibility.picture-name")]
    [InlineData("![photo](media:a.png)", "Error accessibility.picture-name")]
    public void Picture_has_a_text_or_decorates(string markdown, string expected) => Assert.Equal(expected, Of(markdown));

    [Theory]
    [InlineData("| Année | Habitants |\n|---|---|\n| 1995 | 12 |", "")]
    [InlineData("| | Habitants |\n|---|---|\n| 1995 | 12 |", "")]
    [InlineData("| Année | |\n|---|---|\n| 1995 | 12 |", "Error accessibility.table-header")]
    [InlineData("| |\n|---|\n| 12 |", "Error accessibility.table-header")]
    public void Every_column_of_a_table_has_a_heading(string markdown, string expected) => Assert.Equal(expected, Of(markdown));

    [Theory]
    [InlineData("Le slogan est : we are the champions of the world, dit-il.", "Hint accessibility.language")]
    [InlineData("Le slogan est : [we are the champions of the world](lang:en).", "")]
    [InlineData("Le Water Resources Institute a visité le canal et la ville.", "")]
    [InlineData("Le canal est dans la ville et les quais sont pour tous.", "")]
    public void Passage_in_the_other_language_is_marked(string markdown, string expected) => Assert.Equal(expected, Of(markdown));

    [Fact]
    public void Text_whose_language_is_said_beside_it_is_read_in_that_language()
    {
        const string English = """ "Text": { "Markdown": "We are the champions of the world and it is not the end." }""";
        Assert.Equal("Hint accessibility.language", Found($"{{{English}}}"));
        Assert.Equal("", Found($$"""{{{English}}, "TextLanguage": { "Text": "en" } }"""));
    }

    [Fact]
    public void Film_has_a_transcript()
    {
        const string Film = """{ "Film": { "Url": "https://example.org/film" } }""";
        Assert.Equal("Error accessibility.transcript", Found("{}", Film));
        Assert.Equal("", Found("""{ "Transcript": { "Markdown": "Bonjour." } }""", Film));
        Assert.Equal("", Found("{}"));
    }

    [Fact]
    public void Picture_of_an_item_is_judged_by_the_text_beside_it()
    {
        const string Picture = """{ "Picture": { "Paths": ["ponts/a.jpg"] } }""";
        Assert.Equal("Warning accessibility.picture-decorative", Found("{}", Picture));
        Assert.Equal("Error accessibility.picture-name", Found("""{ "PictureText": { "Text": "a.jpg" } }""", Picture));
        Assert.Equal("", Found("""{ "PictureText": { "Text": "Le pont" } }""", Picture));
        Assert.Equal("", Found("{}", """{ "Picture": { "Paths": ["plans/a.pdf"] } }"""));
    }

    [Fact]
    public void Finding_in_a_row_names_its_input_its_list_and_its_number()
    {
        var item = Samples.Item(
            """{ "Notice": { "Rows": { "Rows": [ { "Id": "r1" }, { "Id": "r2", "Link": { "Url": "/x", "Text": "ici" } } ] } } }""",
            """{ "Notice": { "Rows": { "Rows": [ { "Id": "r1" }, { "Id": "r2" } ] } } }""",
            type: _type);
        var finding = Assert.Single(AccessibilityCheck.Of(item));
        Assert.Equal("accessibility.link-words", finding.Failure.Key);
        Assert.Equal("Notice.Rows[r2].Link", finding.Failure.Field);
        Assert.Equal(("Rows", 2), (finding.Row!.List.Name, finding.Row.Number));
        Assert.Equal(["ici"], finding.Failure.Data);
    }

    [Fact]
    public void Text_that_cannot_be_read_is_left_to_the_rules_of_its_field() => Assert.Equal("", Of(new string('>', 100_000)));

    private static string Of(string markdown) => Found($$"""{ "Text": { "Markdown": {{System.Text.Json.JsonSerializer.Serialize(markdown)}} } }""");

    /// <summary>Severity and key of each finding.</summary>
    private static string Found(string own, string shared = "{}") => string.Join(", ", AccessibilityCheck.Of(Samples.Item($$"""{ "Notice": {{own}} }""", $$"""{ "Notice": {{shared}} }""", type: _type)).Select(finding => $"{finding.Severity} {finding.Failure.Key}"));
}

/// <summary>A part with everything that is checked.</summary>
public sealed class Notice : ContentPart
{
    [Field]
    public MarkdownField Text { get; set; } = new();

    [Field]
    public TextField TextLanguage { get; set; } = new();

    [Field(Shared = true)]
    public MediaField Picture { get; set; } = new();

    [Field]
    public TextField PictureText { get; set; } = new();

    [Field(Shared = true)]
    public VideoField Film { get; set; } = new();

    [Field]
    public MarkdownField Transcript { get; set; } = new();

    [Field]
    public ListField<NoticeRow> Rows { get; set; } = new();
}

public sealed class NoticeRow : ListRow
{
    [Field]
    public LinkField Link { get; set; } = new();
}
