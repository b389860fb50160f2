using Cms.Website.Tests.DomainTypes;

namespace Cms.Website.Tests.Videos;

[Collection(DomainTests.Name)]
public sealed class VideoPageTests(DomainWebsite website)
{
    [Theory]
    [InlineData("/fr/videos/video-d-essai", "Le document ne donne pas d’adresse pour cette vidéo.")]
    [InlineData("/en/videos/test-video", "The document gives no address for this video.")]
    public async Task Video_without_an_address_says_so(string path, string text)
    {
        Assert.Contains(text, await website.PageAsync(path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Video_with_an_address_leads_there() => Assert.Contains("href=\"https://example.org/film\"", await website.PageAsync("/en/videos/test-film"), StringComparison.Ordinal);
}
