using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Cms.Website.Tests.Api;

public abstract class WritingTests(SeededWebsite website)
{
    [StoreFact]
    public async Task Stranger_is_told_to_sign_in_before_the_body_is_read()
    {
        using var malformed = new StringContent("{ this is no JSON", Encoding.UTF8, "application/json");
        using var answer = await website.Client.PostAsync("/api/content", malformed);

        await SeededWebsite.ProblemAsync(answer, HttpStatusCode.Unauthorized);
    }

    [StoreFact]
    public async Task Stranger_may_not_delete()
    {
        using var answer = await website.Client.DeleteAsync("/api/content/x");

        await SeededWebsite.ProblemAsync(answer, HttpStatusCode.Unauthorized);
    }

    [StoreTheory]
    [InlineData("POST", "/api/content", "reader")]
    [InlineData("POST", "/api/content?draft=true", "reader")]
    [InlineData("POST", "/api/content", "writer")]
    [InlineData("DELETE", "/api/content/x", "writer")]
    public async Task Right_that_is_missing_answers_403(string method, string path, string user)
    {
        using var answer = await website.SendAsync(new HttpMethod(method), path, user, method == "POST" ? new JsonObject() : null);

        await SeededWebsite.ProblemAsync(answer, HttpStatusCode.Forbidden);
    }

    [StoreFact]
    public async Task Value_of_which_no_member_is_known_is_refused_instead_of_published_empty()
    {
        var page = Page("Mal compris");
        page["PublicationPart"] = new JsonObject { ["Summary"] = new JsonObject { ["Value"] = 1995 } };
        using var refused = await website.SendAsync(HttpMethod.Post, "/api/content", "admin", page);

        var problem = await SeededWebsite.ProblemAsync(refused, HttpStatusCode.BadRequest);
        Assert.Contains("PublicationPart.Summary", problem.GetRawText(), StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task Item_is_created_updated_and_deleted()
    {
        using var created = await website.SendAsync(HttpMethod.Post, "/api/content", "admin", Page("Plan d’accès"));
        var item = await BodyAsync(created, HttpStatusCode.Created);
        var address = $"/api/content/{item["ContentItemId"]}";
        Assert.Equal(address, created.Headers.Location?.ToString());
        Assert.True((bool)item["Published"]!);
        Assert.Equal("admin", (string?)item["Author"]);

        item["TitlePart"]!["Title"] = "Plan d’accès en car";
        using var updated = await website.SendAsync(HttpMethod.Post, "/api/content", "admin", item, created.Headers.ETag!.ToString());
        await BodyAsync(updated, HttpStatusCode.OK);
        Assert.Equal("Plan d’accès en car", (await website.JsonAsync(address)).GetProperty("DisplayText").GetString());

        using var deleted = await website.SendAsync(HttpMethod.Delete, address, "admin");
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        using var gone = await website.Client.GetAsync(address);
        await SeededWebsite.ProblemAsync(gone, HttpStatusCode.NotFound);
        using var again = await website.SendAsync(HttpMethod.Post, "/api/content", "admin", item);
        Assert.Equal("api.in-bin", (string?)(await SeededWebsite.ProblemAsync(again, HttpStatusCode.Conflict)).GetProperty("key").GetString());
    }

    [StoreFact]
    public async Task Draft_changes_nothing_that_visitors_see()
    {
        using var created = await website.SendAsync(HttpMethod.Post, "/api/content?draft=true", "writer", Page("Brouillon"));
        var item = await BodyAsync(created, HttpStatusCode.Created);

        Assert.False((bool)item["Published"]!);
        using var answer = await website.Client.GetAsync($"/api/content/{item["ContentItemId"]}");
        await SeededWebsite.ProblemAsync(answer, HttpStatusCode.NotFound);
    }

    [StoreFact]
    public async Task Change_based_on_an_old_version_is_refused()
    {
        using var created = await website.SendAsync(HttpMethod.Post, "/api/content", "admin", Page("Version un"));
        var item = await BodyAsync(created, HttpStatusCode.Created);
        item["TitlePart"]!["Title"] = "Version deux";
        using var second = await website.SendAsync(HttpMethod.Post, "/api/content", "admin", item, $"\"{item["ContentItemVersionId"]}\"");
        await BodyAsync(second, HttpStatusCode.OK);

        item["TitlePart"]!["Title"] = "Version trois";
        using var stale = await website.SendAsync(HttpMethod.Post, "/api/content", "admin", item, $"\"{item["ContentItemVersionId"]}\"");
        await SeededWebsite.ProblemAsync(stale, HttpStatusCode.PreconditionFailed);
        using var staleDelete = await website.SendAsync(HttpMethod.Delete, $"/api/content/{item["ContentItemId"]}", "admin", ifMatch: $"\"{item["ContentItemVersionId"]}\"");
        await SeededWebsite.ProblemAsync(staleDelete, HttpStatusCode.PreconditionFailed);
        Assert.Equal("Version deux", (await website.JsonAsync($"/api/content/{item["ContentItemId"]}")).GetProperty("DisplayText").GetString());
    }

    [StoreFact]
    public async Task Broken_rules_are_listed_with_key_field_and_text()
    {
        var page = Page("");

        using var answer = await website.SendAsync(HttpMethod.Post, "/api/content", "admin", page, language: "fr");

        var error = (await SeededWebsite.ProblemAsync(answer, HttpStatusCode.BadRequest)).GetProperty("errors").EnumerateArray().Single(e => e.GetProperty("field").GetString() == "TitlePart.Title");
        Assert.NotEqual("", error.GetProperty("key").GetString());
        Assert.NotEqual("", error.GetProperty("text").GetString());
    }

    [StoreFact]
    public async Task Members_that_the_website_sets_are_not_taken_from_the_body()
    {
        var page = Page("Affectation");
        page["Owner"] = "9";
        page["Author"] = "somebody";
        page["CreatedUtc"] = "2001-01-01T00:00:00Z";
        page["ContentItemVersionId"] = "mine";
        page["Published"] = false;

        using var answer = await website.SendAsync(HttpMethod.Post, "/api/content", "admin", page);

        var item = await BodyAsync(answer, HttpStatusCode.Created);
        Assert.Equal(("1", "admin", true), ((string?)item["Owner"], (string?)item["Author"], (bool)item["Published"]!));
        Assert.NotEqual("2001-01-01T00:00:00Z", (string?)item["CreatedUtc"]);
        Assert.NotEqual("mine", (string?)item["ContentItemVersionId"]);
    }

    [StoreTheory]
    [InlineData("", "api.json")]
    [InlineData("[]", "api.json")]
    [InlineData("{", "api.json")]
    [InlineData("null", "api.json")]
    [InlineData("""{"ContentType":"Page","ContentType":"Contact"}""", "api.member-twice")]
    [InlineData("""{"ContentType":"Page","TitlePart":{"Title":"a","Title":"b"}}""", "api.member-twice")]
    [InlineData("{}", "content.unknown-type")]
    [InlineData("""{"ContentType":"Nothing"}""", "content.unknown-type")]
    [InlineData("""{"ContentType":"Page","LocalizationPart":{"Culture":"zz"}}""", "content.unknown-culture")]
    [InlineData("""{"ContentType":7}""", "rules.broken")]
    [InlineData("""{"ContentType":"Page","TitlePart":{"Title":{"a":1}}}""", "rules.broken")]
    [InlineData("""{"ContentType":"Page","TitlePart":[]}""", "rules.broken")]
    [InlineData("""{"ContentType":"Page","ContentItemId":"../../etc/passwd"}""", "rules.broken")]
    [InlineData("""{"ContentType":"Page","TitlePart":{"Title":"a\u0000b"}}""", "rules.broken")]
    [InlineData("""{"ContentType":"Page","TitlePart":{"Title":"a"},"Page":{"Body":{"Markdown":"a\u0000b"}}}""", "rules.broken")]
    [InlineData("""{"ContentType":"Page","TitlePart":{"Title":"a"},"OtherPart":{"X":["a\u0000b"]}}""", "rules.broken")]
    [InlineData("""{"ContentType":"Page","DisplayText":"a\u0000b","TitlePart":{"Title":"a"}}""", "rules.broken")]
    [InlineData("""{"ContentType":"Page","TitlePart":{"Title":"\ud83d"}}""", "rules.broken")]
    [InlineData("""{"ContentType":"\ud83d"}""", "rules.broken")]
    [InlineData("""{"ContentType":"Page","TitlePart":{"Title":"a"},"\ud83d":{}}""", "api.json")]
    public async Task Body_that_is_no_content_item_is_refused(string body, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/content") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add(SeededWebsite.UserHeader, "admin");
        using var answer = await website.Client.SendAsync(request);

        Assert.Equal(key, (await SeededWebsite.ProblemAsync(answer, HttpStatusCode.BadRequest)).GetProperty("key").GetString());
    }

    [StoreFact]
    public async Task Deeply_nested_body_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/content") { Content = new StringContent(new string('[', 100_000), Encoding.UTF8, "application/json") };
        request.Headers.Add(SeededWebsite.UserHeader, "admin");
        using var answer = await website.Client.SendAsync(request);

        await SeededWebsite.ProblemAsync(answer, HttpStatusCode.BadRequest);
    }

    [StoreFact]
    public async Task Body_of_more_than_a_megabyte_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/content") { Content = new StringContent(Page(new string('a', 1_200_000)).ToJsonString(), Encoding.UTF8, "application/json") };
        request.Headers.Add(SeededWebsite.UserHeader, "admin");
        // Otherwise the client would still be sending when the website closes the connection.
        request.Headers.ExpectContinue = true;
        using var answer = await website.Client.SendAsync(request);

        await SeededWebsite.ProblemAsync(answer, HttpStatusCode.RequestEntityTooLarge);
    }

    [StoreFact]
    public async Task Form_of_another_website_can_not_write()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/content") { Content = new StringContent("""{"ContentType":"Page"}""", Encoding.UTF8, "text/plain") };
        request.Headers.Add(SeededWebsite.UserHeader, "admin");
        using var answer = await website.Client.SendAsync(request);

        await SeededWebsite.ProblemAsync(answer, HttpStatusCode.UnsupportedMediaType);
    }

    [StoreFact]
    public async Task Type_and_language_of_an_item_stay()
    {
        var stored = website.Items.First(item => (string?)item["ContentType"] == "Page").DeepClone().AsObject();
        stored["ContentType"] = "Contact";

        using var answer = await website.SendAsync(HttpMethod.Post, "/api/content", "admin", stored);

        var problem = await SeededWebsite.ProblemAsync(answer, HttpStatusCode.BadRequest);
        Assert.Equal("ContentType", problem.GetProperty("errors")[0].GetProperty("field").GetString());
    }

    internal static JsonObject Page(string title, string culture = "fr") => new()
    {
        ["ContentType"] = "Page",
        ["TitlePart"] = new JsonObject { ["Title"] = title },
        ["LocalizationPart"] = new JsonObject { ["Culture"] = culture },
    };

    internal static async Task<JsonObject> BodyAsync(HttpResponseMessage answer, HttpStatusCode status)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == status, $"{(int)answer.StatusCode} {text}");
        return JsonNode.Parse(text)!.AsObject();
    }
}

[Collection(SeededWebsiteTests.Name)]
public sealed class SqliteWritingTests(SeededWebsite website) : WritingTests(website);

[Collection(PostgresTests.Name)]
public sealed class PostgresWritingTests(PostgresWebsite website) : WritingTests(website), IClassFixture<PostgresWebsite>;
