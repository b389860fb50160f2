using System.Net;
using Cms.Website.Tests.Api;
using Cms.Website.Tests.Pages;

namespace Cms.Website.Tests.SearchPages;

/// <summary>A website of its own: it is stopped, and loses its index.</summary>
public abstract class FollowingTests(SeededWebsite website)
{
    [StoreFact]
    public async Task What_is_published_is_found_and_what_is_withdrawn_is_not()
    {
        using var draft = await website.SendAsync(HttpMethod.Post, "/api/content?draft=true", "admin", WritingTests.Page("Ornithorynques du Béarn"));
        var page = await WritingTests.BodyAsync(draft, HttpStatusCode.Created);
        using var other = await website.SendAsync(HttpMethod.Post, "/api/content", "admin", WritingTests.Page("Marmottes du Béarn"));
        await WritingTests.BodyAsync(other, HttpStatusCode.Created);
        await FoundAsync("marmotte", 1);
        await FoundAsync("ornithorynque", 0);

        using var published = await website.SendAsync(HttpMethod.Post, "/api/content", "admin", page);
        await WritingTests.BodyAsync(published, HttpStatusCode.OK);
        await FoundAsync("ornithorynque", 1);

        using var deleted = await website.SendAsync(HttpMethod.Delete, $"/api/content/{page["ContentItemId"]}", "admin");
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        await FoundAsync("ornithorynque", 0);
    }

    [StoreFact]
    public async Task New_name_of_a_publisher_reaches_what_it_publishes()
    {
        var organisation = website.Item("493tgde8rd9hyc23j2r834mj41").Titled("Conseil des Isards");

        using var answer = await website.SendAsync(HttpMethod.Post, "/api/content", "admin", organisation);

        await WritingTests.BodyAsync(answer, HttpStatusCode.OK);
        await website.EventuallyAsync("/api/search?culture=fr&q=isards", found => found.GetProperty("total").GetInt32() >= 6);
    }

    [StoreTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Lost_index_is_filled_again(bool damaged)
    {
        await website.EventuallyAsync("/api/search?culture=en&q=participation", found => found.GetProperty("total").GetInt32() > 0);
        await website.StopAsync();
        var folder = Path.Combine(website.DataPath, "search");
        Assert.True(Directory.Exists(folder));
        Directory.Delete(folder, recursive: true);
        if (damaged)
        {
            Directory.CreateDirectory(folder);
            await File.WriteAllTextAsync(Path.Combine(folder, "search.db"), new string('x', 10_000));
        }

        await website.StartAsync();

        await website.EventuallyAsync("/api/search?culture=en&q=participation", found => found.GetProperty("total").GetInt32() > 0);
    }

    [StoreFact]
    public async Task Index_that_vanishes_under_the_running_website_comes_back()
    {
        await website.EventuallyAsync("/api/search?culture=en&q=cooperation", found => found.GetProperty("total").GetInt32() > 0);
        foreach (var file in Directory.GetFiles(Path.Combine(website.DataPath, "search")))
        {
            File.Delete(file);
        }

        await website.EventuallyAsync("/api/search?culture=en&q=cooperation", found => found.GetProperty("total").GetInt32() > 0);
    }

    private Task<System.Text.Json.JsonElement> FoundAsync(string word, int count) => website.EventuallyAsync($"/api/search?culture=fr&q={word}", found => found.GetProperty("total").GetInt32() == count);
}

public sealed class SqliteFollowingTests(SeededWebsite website) : FollowingTests(website), IClassFixture<SeededWebsite>;

[Collection(PostgresTests.Name)]
public sealed class PostgresFollowingTests(PostgresWebsite website) : FollowingTests(website), IClassFixture<PostgresWebsite>;
