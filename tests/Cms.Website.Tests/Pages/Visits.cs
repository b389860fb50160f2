using System.Net;
using System.Text.Json.Nodes;
using AngleSharp;
using AngleSharp.Dom;
using Cms.Website.Tests.Api;

namespace Cms.Website.Tests.Pages;

/// <summary>What visitors and editors do in the tests of pages.</summary>
internal static class Visits
{
    public static Task<HttpResponseMessage> VisitAsync(this SeededWebsite website, string path, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return website.Client.SendAsync(request);
    }

    /// <summary>The answer's page.</summary>
    public static async Task<IDocument> PageAsync(this SeededWebsite website, string path, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var answer = await website.VisitAsync(path);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == status, $"{path} {(int)answer.StatusCode} {text}");
        return await BrowsingContext.New(Configuration.Default).OpenAsync(response => response.Content(text).Address("http://localhost:5080" + path));
    }

    /// <summary>True when the page came out of the output cache.</summary>
    public static bool WasKept(this HttpResponseMessage answer) => answer.Headers.Age is not null;

    /// <summary>Asks for the page until it is kept: the cache begins a moment after the website, and waits while something else changes.</summary>
    public static async Task<string> KeptAsync(this SeededWebsite website, string path, params (string Name, string Value)[] headers)
    {
        for (var attempt = 0; ; attempt++)
        {
            using var answer = await website.VisitAsync(path, headers);
            if (answer.WasKept())
            {
                return await answer.Content.ReadAsStringAsync();
            }

            Assert.True(attempt < 100, $"{path} was never kept");
            await Task.Delay(100);
        }
    }

    /// <summary>Waits until a page, kept or not, says something, at most half a minute.</summary>
    public static async Task ShowsAsync(this SeededWebsite website, string path, string text, bool shown = true)
    {
        for (var attempt = 0; ; attempt++)
        {
            using var answer = await website.VisitAsync(path);
            if ((await answer.Content.ReadAsStringAsync()).Contains(text, StringComparison.Ordinal) == shown)
            {
                return;
            }

            Assert.True(attempt < 300, $"{path} {(shown ? "never showed" : "kept on showing")} {text}; age {answer.Headers.Age}");
            await Task.Delay(100);
        }
    }

    /// <summary>The recipe's item of an id, to be changed and published again.</summary>
    public static JsonObject Item(this SeededWebsite website, string id) => website.Items.Single(item => (string?)item["ContentItemId"] == id).DeepClone().AsObject();

    /// <summary>Publishes an item as the administrator.</summary>
    public static async Task<JsonObject> PublishAsync(this SeededWebsite website, JsonObject item)
    {
        using var answer = await website.SendAsync(HttpMethod.Post, "/api/content", "admin", item);
        return await WritingTests.BodyAsync(answer, answer.StatusCode == HttpStatusCode.Created ? HttpStatusCode.Created : HttpStatusCode.OK);
    }

    /// <summary>The same item with another title.</summary>
    public static JsonObject Titled(this JsonObject item, string title)
    {
        item["TitlePart"] = new JsonObject { ["Title"] = title };
        return item;
    }
}
