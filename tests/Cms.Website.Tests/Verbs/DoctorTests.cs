using Cms.Website.Tests.Recipes;

namespace Cms.Website.Tests.Verbs;

/// <summary>Each test breaks one thing of a sound website, and the verb <c>doctor</c> names that thing and nothing else.</summary>
public sealed class DoctorTests(DoctorWebsite website) : IClassFixture<DoctorWebsite>
{
    [Fact]
    public async Task Sound_website_has_nothing_to_report()
    {
        var (code, lines) = await DoctorAsync(website.Copy());

        Assert.Equal(["No errors."], lines);
        Assert.Equal(0, code);
    }

    [Theory]
    [InlineData("UPDATE content_reference SET target = 'gone' WHERE kind = 'set' AND path = 'Page.Body'", "error: reference: Page.Body of set mill points to gone, which does not exist")]
    [InlineData("UPDATE content_reference SET target = 'gone' WHERE kind = 'term'", "error: reference: PublicationPart.Themes of set mill points to gone, a term that does not exist")]
    [InlineData("INSERT INTO content_route (culture, path, set_id, redirect) VALUES ('fr', 'nulle-part', 'gone', 0)", "error: address: /fr/nulle-part leads to nothing")]
    [InlineData("INSERT INTO content_route (culture, path, set_id, redirect) VALUES ('en', 'old-bread', 'bread', 1)", "error: address: /en/old-bread is an old address of something that has no new one")]
    [InlineData("DELETE FROM content_route WHERE culture = 'en' AND path = 'mill'", "error: address: /en/mill is the address of published content and does not lead there")]
    [InlineData("UPDATE website_setting SET document = '[]' WHERE name = 'website'", "error: settings: the document website of website_setting can not be read")]
    public async Task Broken_row_is_named(string sql, string finding)
    {
        var data = website.Copy();
        await DoctorWebsite.ExecuteAsync(Path.Combine(data, "cms.db"), sql);

        await NamesAsync(finding, data);
    }

    [Fact]
    public async Task Missing_media_file_is_named()
    {
        var data = website.Copy();
        File.Delete(Path.Combine(data, "media", "x", "meule.txt"));

        await NamesAsync("error: reference: Page.Body of set mill points to x/meule.txt, a media file that is missing", data);
    }

    [Fact]
    public async Task Missing_search_index_is_named()
    {
        var data = website.Copy();
        Directory.Delete(Path.Combine(data, "search"), recursive: true);

        await NamesAsync("error: search: there is no search index", data);
        Assert.False(Directory.Exists(Path.Combine(data, "search")));
    }

    [Fact]
    public async Task Damaged_search_index_is_named_and_left_as_it_is()
    {
        var data = website.Copy();
        var index = Path.Combine(data, "search", "search.db");
        // The log beside it still has all that was written, and would mend it.
        File.Delete(index + "-wal");
        await File.WriteAllTextAsync(index, new string('x', 10_000));

        await NamesAsync("error: search: the search index is damaged", data);
        Assert.Equal(10_000, new FileInfo(index).Length);
    }

    [Fact]
    public async Task Search_index_that_is_behind_is_named_and_is_no_error_for_the_next_start_mends_it()
    {
        var data = website.Copy();
        await DoctorWebsite.ExecuteAsync(Path.Combine(data, "search", "search.db"), "UPDATE state SET value = '0-1' WHERE name = 'position'");

        var (code, lines) = await DoctorAsync(data, []);
        Assert.StartsWith("warning: search: the search index is ", Assert.Single(lines[..^1]), StringComparison.Ordinal);
        Assert.Equal(0, code);
    }

    [Theory]
    [InlineData("--Cms:Cultures", "fr", "error: Cms:Cultures: there is content in the language en (1)")]
    [InlineData("--AllowedHosts", "*", "error: AllowedHosts: * answers every host name")]
    public async Task Wrong_setting_is_named(string key, string value, string finding) => await NamesAsync(finding, website.Copy(), key, value);

    [Fact]
    public async Task Database_of_a_newer_program_ends_start_and_verb_with_one_line_and_stays_as_it_is()
    {
        var data = website.Copy();
        await DoctorWebsite.ExecuteAsync(Path.Combine(data, "cms.db"), "INSERT INTO schema_migration (module, number, name, applied_utc) VALUES ('Cms.Content', 999, 'of tomorrow', '2030-01-01')");

        foreach (var arguments in (string[][])[["recipe", "run", "blank"], []])
        {
            var (code, output) = await WebsiteProcess.RunAsync(data, arguments);

            Assert.Equal(2, code);
            Assert.Contains("The database is newer than the program: Cms.Content is at migration 999", output, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
        }
    }

    private static async Task NamesAsync(string finding, string data, params string[] settings)
    {
        var (code, lines) = await DoctorAsync(data, settings);

        Assert.StartsWith(finding, Assert.Single(lines[..^1]), StringComparison.Ordinal);
        Assert.Equal("1 errors.", lines[^1]);
        Assert.NotEqual(0, code);
    }

    /// <summary>The report without what holds of this machine: the version of SQLite, and the keys that the first sign-in makes.</summary>
    private static async Task<(int Code, string[] Lines)> DoctorAsync(string data, params string[] settings)
    {
        var (code, output) = await WebsiteProcess.RunAsync(data, ["doctor", "--Cms:BaseUrl", "https://www.example.org", .. settings]);
        return (code, [.. output.Split('\n').Where(line => line.StartsWith("error", StringComparison.Ordinal) || line.StartsWith("warning", StringComparison.Ordinal) || line.EndsWith("errors.", StringComparison.Ordinal))
            .Where(line => !line.StartsWith("warning: database: SQLite", StringComparison.Ordinal) && !line.StartsWith("warning: keys: ", StringComparison.Ordinal))]);
    }
}
