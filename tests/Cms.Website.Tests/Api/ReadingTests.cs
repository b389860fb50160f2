using System.Net;

namespace Cms.Website.Tests.Api;

public abstract class ReadingTests(SeededWebsite website)
{
    [StoreFact]
    public async Task Published_item_has_the_shape_of_Orchard_Core()
    {
        var stored = website.Items.First(item => (string?)item["ContentType"] == "Agenda21Action");

        var item = await website.JsonAsync($"/api/content/{stored["ContentItemId"]}");

        Assert.Equal(
            ["ContentItemId", "ContentItemVersionId", "ContentType", "DisplayText", "Latest", "Published", "ModifiedUtc", "PublishedUtc", "CreatedUtc", "Owner", "Author"],
            item.EnumerateObject().Take(11).Select(member => member.Name));
        Assert.Equal((string?)stored["DisplayText"], item.GetProperty("DisplayText").GetString());
        Assert.Equal((string?)stored["LocalizationPart"]!["LocalizationSet"], item.GetProperty("LocalizationPart").GetProperty("LocalizationSet").GetString());
        Assert.Equal((string?)stored["Agenda21Action"]!["Code"]!["Text"], item.GetProperty("Agenda21Action").GetProperty("Code").GetProperty("Text").GetString());
    }

    [StoreFact]
    public async Task Pages_hold_every_item_once_in_order()
    {
        var seen = new List<(string Created, string Id)>();
        for (var page = 1; ; page++)
        {
            var json = await website.JsonAsync($"/api/content?page={page}&pageSize=7");
            var items = json.GetProperty("items").EnumerateArray().Select(i => (i.GetProperty("CreatedUtc").GetString()!, i.GetProperty("ContentItemId").GetString()!)).ToList();
            seen.AddRange(items);
            if (items.Count == 0)
            {
                Assert.Equal(seen.Count, json.GetProperty("total").GetInt32());
                Assert.False(json.GetProperty("totalIsLowerBound").GetBoolean());
                break;
            }
        }

        Assert.Equal(seen.Count, seen.Select(s => s.Id).Distinct().Count());
        Assert.Equal(seen.Select(s => s.Created).Order(StringComparer.Ordinal), seen.Select(s => s.Created));
        Assert.True(seen.Count >= website.Items.Count);
    }

    [StoreFact]
    public async Task Type_and_culture_narrow_the_list()
    {
        var json = await website.JsonAsync("/api/content?type=Agenda21Action&culture=en&pageSize=100");

        Assert.Equal(6, json.GetProperty("total").GetInt32());
        Assert.All(json.GetProperty("items").EnumerateArray(), item => Assert.Equal("en", item.GetProperty("LocalizationPart").GetProperty("Culture").GetString()));
    }

    [StoreTheory]
    [InlineData("/api/content?type=Nothing", "content.unknown-type")]
    [InlineData("/api/content?culture=zz", "content.unknown-culture")]
    [InlineData("/api/content?page=0", "api.number")]
    [InlineData("/api/content?page=-5&pageSize=1000000", "api.number")]
    [InlineData("/api/content?page=501", "api.number")]
    [InlineData("/api/content?page=99999999999999999999", "api.number")]
    [InlineData("/api/content?page=1e1", "api.number")]
    [InlineData("/api/content?pageSize=101", "api.number")]
    [InlineData("/api/content?pageSize=0", "api.number")]
    [InlineData("/api/content?page=1&page=2", "api.repeated")]
    public async Task Query_that_makes_no_sense_is_refused(string path, string key)
    {
        using var answer = await website.Client.GetAsync(path);

        Assert.Equal(key, (await SeededWebsite.ProblemAsync(answer, HttpStatusCode.BadRequest)).GetProperty("key").GetString());
    }

    [StoreTheory]
    [InlineData("GET", "/api/content/zzzz", HttpStatusCode.NotFound)]
    [InlineData("GET", "/api/content/%ff%fe", HttpStatusCode.NotFound)]
    [InlineData("GET", "/api", HttpStatusCode.NotFound)]
    [InlineData("GET", "/api/nothing/here", HttpStatusCode.NotFound)]
    [InlineData("PUT", "/api/content", HttpStatusCode.MethodNotAllowed)]
    [InlineData("POST", "/api/search", HttpStatusCode.MethodNotAllowed)]
    public async Task Every_error_is_a_problem(string method, string path, HttpStatusCode status)
    {
        using var answer = await website.SendAsync(new HttpMethod(method), path);

        await SeededWebsite.ProblemAsync(answer, status);
    }

    [StoreTheory]
    [InlineData("fr-FR,fr;q=0.9,en;q=0.1", "« page »")]
    [InlineData("de, en-GB;q=0.5", "“page”")]
    [InlineData("de", "« page »")]
    public async Task Error_speaks_the_language_of_the_caller(string language, string word)
    {
        using var answer = await website.SendAsync(HttpMethod.Get, "/api/content?page=x", language: language);

        var title = (await SeededWebsite.ProblemAsync(answer, HttpStatusCode.BadRequest)).GetProperty("title").GetString()!;

        Assert.Contains(word, title.Replace('\u202f', ' '), StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task Description_names_every_call_and_its_errors()
    {
        var document = await website.JsonAsync("/api/openapi.json");
        var paths = document.GetProperty("paths");

        Assert.Equal("3.1", document.GetProperty("openapi").GetString()![..3]);
        Assert.Equal(
            ["/api/content get", "/api/content post", "/api/content/{contentItemId} delete", "/api/content/{contentItemId} get", "/api/search get"],
            paths.EnumerateObject().SelectMany(path => path.Value.EnumerateObject().Select(call => $"{path.Name} {call.Name}")).Order(StringComparer.Ordinal));
        Assert.Equal(["200", "201", "400", "401", "403", "409", "412", "413", "415", "429"], Answers("/api/content", "post"));
        Assert.Equal(["200", "400", "429"], Answers("/api/search", "get"));
        Assert.Equal("http", document.GetProperty("components").GetProperty("securitySchemes").GetProperty("token").GetProperty("type").GetString());
        Assert.Equal(["#/components/schemas/ContentItem", "#/components/schemas/ContentPage", "#/components/schemas/Problem", "#/components/schemas/SearchResult"], References(document).Where(r => r.Contains("/schemas/", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal));

        IEnumerable<string> Answers(string path, string call) => paths.GetProperty(path).GetProperty(call).GetProperty("responses").EnumerateObject().Select(r => r.Name).Order(StringComparer.Ordinal);
    }

    [StoreFact]
    public async Task Every_reference_of_the_description_leads_somewhere()
    {
        var document = await website.JsonAsync("/api/openapi.json");

        foreach (var reference in References(document))
        {
            var target = document;
            Assert.All(reference.TrimStart('#', '/').Split('/'), step => Assert.True(target.TryGetProperty(step, out target), reference));
        }
    }

    private static IEnumerable<string> References(System.Text.Json.JsonElement element) => element.ValueKind switch
    {
        System.Text.Json.JsonValueKind.Object => element.EnumerateObject().SelectMany(m => m.Name == "$ref" ? [m.Value.GetString()!] : References(m.Value)),
        System.Text.Json.JsonValueKind.Array => element.EnumerateArray().SelectMany(References),
        _ => [],
    };
}

[Collection(SeededWebsiteTests.Name)]
public sealed class SqliteReadingTests(SeededWebsite website) : ReadingTests(website);

[Collection(PostgresTests.Name)]
public sealed class PostgresReadingTests(PostgresWebsite website) : ReadingTests(website), IClassFixture<PostgresWebsite>;
