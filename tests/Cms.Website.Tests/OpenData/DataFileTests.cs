using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using Cms.Website.Tests.Api;
using Cms.Website.Tests.Pages;

namespace Cms.Website.Tests.OpenData;

/// <summary>Lists as tables and as points.</summary>
[Collection(SeededWebsiteTests.Name)]
public sealed class DataFileTests(SeededWebsite website)
{
    [Theory]
    [InlineData("/fr/lieux.csv", ";", "Titre", "Adresse postale")]
    [InlineData("/en/places.csv", ",", "Title", "Postal address")]
    public async Task List_is_a_table_for_spreadsheets_of_its_language(string path, string separator, string title, string field)
    {
        using var answer = await website.VisitAsync(path);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        var rows = Rows(await website.Client.GetStringAsync(path), separator);

        Assert.Equal("text/csv", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("*", Assert.Single(answer.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Superset(new HashSet<string> { title, field }, rows[0].ToHashSet());
        Assert.All(rows, row => Assert.Equal(rows[0].Length, row.Length));
        var stadium = Assert.Single(rows, row => row[1] == "Stadium de Miramas");
        Assert.StartsWith("http://localhost:5080/", stadium[2], StringComparison.Ordinal);
        Assert.Contains("POINT(5 43.58)", stadium);
    }

    [Fact]
    public async Task Every_list_has_a_table_and_its_page_leads_to_it()
    {
        var sitemap = await website.Client.GetStringAsync("/sitemap.xml");
        string[] lists = ["programmes", "lieux", "cooperation", "agenda-21", "temoignages", "agenda", "actualites", "chiffres-cles", "videos", "services-en-ligne"];
        foreach (var list in lists)
        {
            Assert.Contains($"/fr/{list}<", sitemap, StringComparison.Ordinal);
            var page = await website.PageAsync($"/fr/{list}");
            Assert.NotNull(page.QuerySelector($"main a[href='/fr/{list}.csv']"));
            Assert.Contains("Licence Ouverte 2.0", page.QuerySelector(".files")!.TextContent, StringComparison.Ordinal);
            Assert.True(Rows(await website.Client.GetStringAsync($"/fr/{list}.csv"), ";").Count > 1, list);
        }
    }

    [Fact]
    public async Task Number_says_beside_it_how_exact_it_is()
    {
        var rows = Rows(await website.Client.GetStringAsync("/en/key-figures.csv"), ",");

        var members = Assert.Single(rows, row => row.Contains("38000"));
        Assert.Contains("more than 38,000", members);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+33 5 isards")]
    [InlineData("-isards")]
    [InlineData("@isards")]
    public async Task Cell_that_could_be_a_formula_begins_with_an_apostrophe(string title)
    {
        var site = new JsonObject
        {
            ["ContentType"] = "Video",
            ["TitlePart"] = new JsonObject { ["Title"] = title },
            ["LocalizationPart"] = new JsonObject { ["Culture"] = "en" },
            ["Video"] = new JsonObject { ["Captions"] = new JsonObject { ["Text"] = title } },
        };
        await website.PublishAsync(site);
        await website.ShowsAsync("/en/videos.csv", "'" + title);

        var rows = Rows(await website.Client.GetStringAsync("/en/videos.csv"), ",");

        Assert.Single(rows, row => row.Count(cell => cell == "'" + title) == 2);
        Assert.DoesNotContain(rows.SelectMany(row => row), cell => cell.Length > 0 && cell[0] is '=' or '+' or '-' or '@' or '\t' or '\r');
    }

    [Theory]
    [InlineData("/en/places.geojson", 2.46, 48.79)]
    [InlineData("/en/cooperation.geojson", -73.97, 40.75)]
    public async Task Points_are_features_with_longitude_first(string path, double longitude, double latitude)
    {
        using var answer = await website.VisitAsync(path);
        var features = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("features").EnumerateArray().ToList();

        Assert.Equal("application/geo+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(features.Count, features.Select(feature => feature.GetProperty("id").GetString()).Distinct().Count());
        Assert.Contains(features, feature => feature.GetProperty("geometry") is { ValueKind: JsonValueKind.Object } geometry &&
            geometry.GetProperty("coordinates")[0].GetDouble() == longitude && geometry.GetProperty("coordinates")[1].GetDouble() == latitude);
        Assert.All(features, feature => Assert.StartsWith("http://localhost:5080/en/", feature.GetProperty("properties").GetProperty("url").GetString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Project_of_networks_is_a_feature_without_geometry()
    {
        var features = JsonDocument.Parse(await website.Client.GetStringAsync("/fr/cooperation.geojson")).RootElement.GetProperty("features").EnumerateArray();

        Assert.Contains("IFFD", Assert.Single(features, feature => feature.GetProperty("geometry").ValueKind == JsonValueKind.Null).GetProperty("properties").GetProperty("title").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_hold_what_the_facets_leave()
    {
        var page = await website.PageAsync("/en/places?kind=mds");
        var addresses = page.QuerySelectorAll(".files a").Select(link => link.GetAttribute("href")!).ToList();

        Assert.Equal(["/en/places.csv?kind=mds", "/en/places.geojson?kind=mds"], addresses);
        Assert.Equal(5, Rows(await website.Client.GetStringAsync(addresses[0]), ",").Count);
        Assert.Equal(4, JsonDocument.Parse(await website.Client.GetStringAsync(addresses[1])).RootElement.GetProperty("features").GetArrayLength());
    }

    [Theory]
    [InlineData("/fr/lieux.csv?kind=nowhere", HttpStatusCode.NotFound)]
    [InlineData("/fr/lieux.csv?kind=mds&kind=museum", HttpStatusCode.BadRequest)]
    [InlineData("/fr/lieux.geojson?page=0", HttpStatusCode.BadRequest)]
    [InlineData("/fr/agenda.geojson", HttpStatusCode.NotFound)]
    [InlineData("/fr/places.csv", HttpStatusCode.NotFound)]
    [InlineData("/de/lieux.csv", HttpStatusCode.NotFound)]
    public async Task What_no_list_has_is_refused(string path, HttpStatusCode status)
    {
        using var answer = await website.VisitAsync(path);

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task Table_is_kept_until_something_in_it_changes_and_knows_its_tag()
    {
        await website.KeptAsync("/fr/programmes.csv");
        using var answer = await website.VisitAsync("/fr/programmes.csv");
        using var again = await website.VisitAsync("/fr/programmes.csv", ("If-None-Match", answer.Headers.ETag!.ToString()));

        Assert.True(answer.WasKept());
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    /// <summary>Reads RFC 4180 by itself, so that the writer is not its own judge.</summary>
    internal static List<string[]> Rows(string text, string separator)
    {
        var (rows, row, cell, quoted) = (new List<string[]>(), new List<string>(), new StringBuilder(), false);
        var rest = text.TrimStart('\uFEFF');
        for (var index = 0; index < rest.Length; index++)
        {
            if (rest[index] == '"' && quoted && index + 1 < rest.Length && rest[index + 1] == '"')
            {
                cell.Append(rest[++index]);
            }
            else if (rest[index] == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && (rest[index] == separator[0] || rest[index] == '\n'))
            {
                row.Add(cell.ToString());
                cell.Clear();
                if (rest[index] == '\n')
                {
                    rows.Add([.. row]);
                    row.Clear();
                }
            }
            else if (quoted || rest[index] != '\r')
            {
                cell.Append(rest[index]);
            }
        }

        return rows;
    }
}
