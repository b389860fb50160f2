using Cms.Website.Tests.Users;

namespace Cms.Website.Tests.Pages;

/// <summary>A new website whose modules have nothing to show yet.</summary>
public sealed class EmptyListTests(EmptyListTests.NewWebsite website) : IClassFixture<EmptyListTests.NewWebsite>
{
    [Theory]
    [InlineData("/fr/videos", "Rien n’a encore été publié ici.", "filtres", "résultat")]
    [InlineData("/en/videos", "Nothing has been published here yet.", "filters", "result")]
    public async Task Empty_list_says_that_nothing_is_published_yet(string path, string text, string filters, string count)
    {
        using var visitor = website.Open();

        var page = await visitor.TextAsync(path);
        var main = page[page.IndexOf("<main", StringComparison.Ordinal)..];

        Assert.Contains(text, main, StringComparison.Ordinal);
        Assert.DoesNotContain(filters, main, StringComparison.Ordinal);
        Assert.DoesNotContain(count, main, StringComparison.Ordinal);
    }

    public sealed class NewWebsite : UserSite
    {
        protected override IReadOnlyList<string> Features => ["Cms.Videos"];
    }
}
