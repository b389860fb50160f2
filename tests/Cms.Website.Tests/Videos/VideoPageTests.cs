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

    [Theory]
    [InlineData("/fr/videos/film-d-essai", "Rien ne lui est demandé avant que vous suiviez le lien")]
    [InlineData("/en/videos/test-film", "Nothing is asked of it before you follow the link")]
    public async Task Video_with_an_address_is_a_link_and_asks_the_other_website_nothing(string path, string text)
    {
        var page = await website.PageAsync(path);

        Assert.Contains("<a class=\"btn\" href=\"https://example.org/film\"", page, StringComparison.Ordinal);
        Assert.Contains(text, page, StringComparison.Ordinal);
        Assert.DoesNotMatch("<(iframe|video|embed|object)\\b|src=\"https?:", page);
    }

    [Theory]
    [InlineData("/fr/videos/film-d-essai", "Cette vidéo n’a pas encore de transcription.")]
    [InlineData("/en/videos/test-video", "There is no transcript of this video yet.")]
    public async Task Missing_transcript_is_named_as_missing(string path, string text) => Assert.Contains(text, await website.PageAsync(path), StringComparison.Ordinal);
}
