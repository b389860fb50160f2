using Cms.Core.Localization;

namespace Cms.Unit.Tests.Localization;

public sealed class PoParserTests
{
    [Fact]
    public void Reads_context_text_and_translation()
    {
        var entry = Assert.Single(Parse("""
            msgctxt "Cms.Pages.Startup"
            msgid "Page"
            msgstr "Page web"
            """).Entries);
        Assert.Equal(("Cms.Pages.Startup", "Page", "Page web"), (entry.Context, entry.Id, entry.Forms[0]));
    }

    [Fact]
    public void Joins_a_text_over_several_lines_and_reads_escapes()
    {
        var entry = Assert.Single(Parse("""
            msgid ""
            "One\n"
              "two \"quoted\"\t\\ \q"
            msgstr "Un"
            """).Entries);
        Assert.Equal("One\ntwo \"quoted\"\t\\ q", entry.Id);
    }

    [Fact]
    public void Skips_the_header_comments_and_obsolete_entries_but_uses_fuzzy_ones()
    {
        var file = Parse("""
            # A translator's note
            msgid ""
            msgstr ""
            "Plural-Forms: nplurals=2; plural=(n > 1)\n"

            #, fuzzy
            #: Cms.Pages\Startup.cs:34
            #| msgid "before"
            msgid "a"
            msgstr "b"
            #~ msgid "old"
            #~ msgstr "vieux"
            """);
        Assert.Equal(["a"], file.Entries.Select(e => e.Id));
        Assert.Empty(file.Errors);
    }

    [Fact]
    public void An_empty_plural_form_keeps_its_place()
    {
        var entry = Assert.Single(Parse("""
            msgid "1 place"
            msgid_plural "{0} places"
            msgstr[0] ""
            msgstr[1] "{0} lieux"
            """).Entries);
        Assert.Equal(["", "{0} lieux"], entry.Forms);
        Assert.Equal("{0} places", entry.PluralId);
    }

    [Fact]
    public void An_entry_takes_no_context_from_an_untranslated_one_before()
    {
        var file = Parse("""
            msgctxt "errors"
            msgid "a"
            msgstr ""
            msgid "b"
            msgstr "B"
            """);
        var entry = Assert.Single(file.Entries);
        Assert.Null(entry.Context);
        Assert.Empty(file.Errors);
    }

    [Theory]
    [InlineData("msgid \"a\nmsgstr \"x\"", 1)]
    [InlineData("msgid \"a\" b\"\nmsgstr \"x\"", 1)]
    [InlineData("msgid \"a\\\nmsgstr \"x\"", 1)]
    [InlineData("msgid \"a\"\nmsgtsr \"x\"", 2)]
    [InlineData("msgid \"a\"\nmsgstr", 2)]
    [InlineData("msgid \"a\"\nmsgstr \"x\"\nmsgstr \"y\"", 3)]
    [InlineData("msgid \"a\"\nmsgstr[x] \"x\"", 2)]
    [InlineData("msgid \"a\"\nmsgstr[99] \"x\"", 2)]
    [InlineData("msgid \"a\"\nmsgstr[] \"x\"", 2)]
    [InlineData("\"lost\"", 1)]
    [InlineData("msgstr \"x\"", 1)]
    [InlineData("msgctxt \"c\n\"\nmsgid \"a\"\nmsgstr \"x\"", 1)]
    [InlineData("msgid \"a\"\nmsgid_plural \"b\"\nmsgid_plural \"c\"\nmsgstr[0] \"x\"", 3)]
    [InlineData("<<<<<<< HEAD", 1)]
    public void A_malformed_entry_is_reported_with_its_line_and_the_rest_is_read(string malformed, int line)
    {
        var file = Parse($"{malformed}\n\nmsgid \"good\"\nmsgstr \"bon\"\n");
        Assert.Equal(["good"], file.Entries.Select(e => e.Id));
        var error = Assert.Single(file.Errors);
        Assert.Equal(("fr.po", line), (error.File, error.Line));
    }

    [Fact]
    public void An_entry_cut_off_at_the_end_is_reported() => Assert.Single(Parse("msgctxt \"c\"\nmsgid \"a\"").Errors);

    [Fact]
    public void Windows_line_ends_and_no_blank_lines_are_read()
    {
        var file = Parse("msgid \"a\"\r\nmsgstr \"A\"\r\nmsgid \"b\"\r\nmsgstr \"B\"\r\n");
        Assert.Equal(["A", "B"], file.Entries.Select(e => e.Forms[0]));
    }

    private static PoFile Parse(string text) => PoParser.Parse(new StringReader(text), "fr.po");
}
