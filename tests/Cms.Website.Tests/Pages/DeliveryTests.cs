using System.IO.Compression;
using System.Net;
using Cms.Website.Tests.Api;

namespace Cms.Website.Tests.Pages;

/// <summary>How pages and their files travel: tags, compression, addresses that never change.</summary>
[Collection(SeededWebsiteTests.Name)]
public sealed class DeliveryTests(SeededWebsite website)
{
    [Theory]
    [InlineData("/fr")]
    [InlineData("/en/agenda-21")]
    [InlineData("/fr/agenda-21/5-2-2")]
    public async Task Page_that_the_reader_has_is_not_sent_again(string path)
    {
        using var first = await website.VisitAsync(path);
        var tag = first.Headers.ETag!.ToString();
        Assert.True(first.Headers.CacheControl!.NoCache);

        using var second = await website.VisitAsync(path, ("If-None-Match", tag));
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync());

        await website.KeptAsync(path);
        using var kept = await website.VisitAsync(path, ("If-None-Match", tag));
        Assert.Equal(HttpStatusCode.NotModified, kept.StatusCode);
        using var other = await website.VisitAsync(path, ("If-None-Match", "W/\"another\""));
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task Page_made_for_a_reader_with_credentials_has_the_same_tag()
    {
        using var anonymous = await website.VisitAsync("/fr/agenda-21/5-2-3");
        using var own = await website.VisitAsync("/fr/agenda-21/5-2-3", ("Cookie", "session=1"), ("If-None-Match", anonymous.Headers.ETag!.ToString()));

        Assert.Equal(HttpStatusCode.NotModified, own.StatusCode);
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task Page_is_compressed_kept_or_not(string encoding)
    {
        var plain = await website.Client.GetStringAsync("/fr/agenda-21");

        Assert.Equal(plain, await DecodedAsync(("Cookie", "session=1")));
        await website.KeptAsync("/fr/agenda-21", ("Accept-Encoding", encoding));
        Assert.Equal(plain, await DecodedAsync());

        async Task<string> DecodedAsync(params (string, string)[] more)
        {
            using var answer = await website.VisitAsync("/fr/agenda-21", [("Accept-Encoding", encoding), .. more]);
            Assert.Equal([encoding], answer.Content.Headers.ContentEncoding);
            Assert.Contains("Accept-Encoding", answer.Headers.Vary);
            var body = await answer.Content.ReadAsStreamAsync();
            await using Stream decoded = encoding == "br" ? new BrotliStream(body, CompressionMode.Decompress) : new GZipStream(body, CompressionMode.Decompress);
            using var reader = new StreamReader(decoded);
            return await reader.ReadToEndAsync();
        }
    }

    [Theory]
    [InlineData("/fr")]
    [InlineData("/en/search?q=water")]
    [InlineData("/login")]
    public async Task Files_of_a_page_carry_the_print_of_their_bytes_and_are_kept_for_good(string path)
    {
        var page = await website.PageAsync(path);
        var files = page.QuerySelectorAll("link[rel=stylesheet], link[rel=icon]").Select(link => link.GetAttribute("href")!)
            .Concat(page.QuerySelectorAll("img[src^='/_content'], script[src]").Select(file => file.GetAttribute("src")!)).ToList();

        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            using var answer = await website.VisitAsync(file);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.NotEmpty(await answer.Content.ReadAsByteArrayAsync());
            Assert.True(answer.Headers.CacheControl?.ToString().Contains("immutable", StringComparison.Ordinal), $"{file}: {answer.Headers.CacheControl}");
        }
    }

    [Fact]
    public async Task Head_of_a_page_has_its_headers_and_no_body()
    {
        using var answer = await website.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/fr/agenda-21/5-2-4"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
        Assert.NotEmpty(await website.Client.GetByteArrayAsync("/fr/agenda-21/5-2-4"));
    }
}
