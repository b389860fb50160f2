using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Cms.Website.Tests.Api;
using Cms.Website.Tests.Pages;

namespace Cms.Website.Tests.Media;

/// <summary>Files of the media folder: what is served, under which headers, and that nothing outside of it can be had.</summary>
public sealed class MediaTests(SeededWebsite website) : IClassFixture<SeededWebsite>
{
    private const string Drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>";

    [Theory]
    [InlineData("a.svg", "image/svg+xml", false)]
    [InlineData("PHOTO.JPG", "image/jpeg", false)]
    [InlineData("clip.mp4", "video/mp4", false)]
    [InlineData("budget 2024.pdf", "application/pdf", true)]
    [InlineData("tableau.csv", "text/csv", true)]
    public async Task File_is_served_under_its_type_and_can_do_nothing(string name, string type, bool isDownload)
    {
        await WriteAsync("files/" + name, Drawing);

        using var answer = await website.VisitAsync("/media/files/" + Uri.EscapeDataString(name));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(isDownload ? "attachment" : null, answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.StartsWith("sandbox; default-src 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal(Drawing, await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("page.html")]
    [InlineData("script.js")]
    [InlineData("drawing.svg.htm")]
    [InlineData("style.css")]
    [InlineData("data.xml")]
    [InlineData("none")]
    public async Task File_of_another_type_is_not_served(string name)
    {
        await WriteAsync("files/" + name, Drawing);

        await website.PageAsync("/media/files/" + name, HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("/media")]
    [InlineData("/media/")]
    [InlineData("/media/files")]
    [InlineData("/media/gone.png")]
    [InlineData("/media/../outside.png")]
    [InlineData("/media/..%2foutside.png")]
    [InlineData("/media/%2e%2e/outside.png")]
    [InlineData("/media/files/..%5c..%5coutside.png")]
    [InlineData("/media//outside.png")]
    [InlineData("/media/.hidden/a.png")]
    [InlineData("/media/a.png%00.svg")]
    [InlineData("/media/%2fetc%2fa.png")]
    public async Task What_is_not_a_file_in_the_folder_answers_404(string address)
    {
        await WriteAsync("a.png", "a picture");
        await WriteAsync(".hidden/a.png", "a picture");
        await File.WriteAllTextAsync(Path.Combine(website.DataPath, "outside.png"), "secret");

        using var answer = await website.VisitAsync(address);

        Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.NotFound, HttpStatusCode.BadRequest });
        Assert.DoesNotContain("secret", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_that_did_not_change_is_not_sent_again_and_may_be_asked_for_in_pieces()
    {
        await WriteAsync("b.png", "0123456789");
        using var first = await website.VisitAsync("/media/b.png");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/media/b.png") { Headers = { Range = new RangeHeaderValue(2, 4) } };

        using var second = await website.VisitAsync("/media/b.png", ("If-None-Match", first.Headers.ETag!.Tag));
        using var piece = await website.Client.SendAsync(request);
        await WriteAsync("b.png", "another picture");
        using var third = await website.VisitAsync("/media/b.png", ("If-None-Match", first.Headers.ETag!.Tag));

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal((HttpStatusCode.PartialContent, "234"), (piece.StatusCode, await piece.Content.ReadAsStringAsync()));
        Assert.Equal((HttpStatusCode.OK, "another picture"), (third.StatusCode, await third.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task Page_shows_the_picture_of_its_item_and_files_that_its_text_names()
    {
        await WriteAsync("photos/isard blanc.png", "a picture");
        await WriteAsync("plans/a.pdf", "a document");
        var page = WritingTests.Page("Images des isards");
        page["PublicationPart"] = new JsonObject
        {
            ["Picture"] = new JsonObject { ["Paths"] = new JsonArray("photos/isard blanc.png"), ["MediaTexts"] = new JsonArray("Un \"isard\" <blanc>") },
        };
        page["Page"] = new JsonObject { ["Body"] = new JsonObject { ["Markdown"] = "Voir [le plan](media:plans/a.pdf)." } };

        var made = await website.PublishAsync(page);
        var shown = await website.PageAsync("/" + (string)made["AutoroutePart"]!["Path"]!);

        var picture = Assert.Single(shown.QuerySelectorAll("main img"));
        Assert.Equal(("/media/photos/isard%20blanc.png", "Un \"isard\" <blanc>"), (picture.GetAttribute("src"), picture.GetAttribute("alt")));
        Assert.Equal("http://localhost:5080/media/photos/isard%20blanc.png", shown.QuerySelector("meta[property='og:image']")?.GetAttribute("content"));
        Assert.Equal("Un \"isard\" <blanc>", shown.QuerySelector("meta[property='og:image:alt']")?.GetAttribute("content"));
        Assert.Equal("/media/plans/a.pdf", shown.QuerySelector("main .prose a")?.GetAttribute("href"));
    }

    private async Task WriteAsync(string path, string content)
    {
        var file = Path.Combine(website.DataPath, "media", path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllTextAsync(file, content);
    }
}
