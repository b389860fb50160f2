using Cms.Website.Tests.Api;

namespace Cms.Website.Tests.Pages;

/// <summary>What belongs together, as pages show it from both sides.</summary>
[Collection(SeededWebsiteTests.Name)]
public sealed class RelatedTests(SeededWebsite website)
{
    [Theory]
    [InlineData("/fr/temoignages/paul-tergat", "/fr/videos/interview-de-paul-tergat")]
    [InlineData("/fr/lieux/stadium-de-miramas", "/fr/chiffres-cles/centres-de-preparation-aux-jeux-dans-les-bouches-du-rhone")]
    [InlineData("/en/programmes/maisons-du-bel-age", "/en/key-figures/members-of-the-maisons-du-bel-age")]
    public async Task Page_names_what_points_to_it(string path, string other)
    {
        var page = await website.PageAsync(path);

        Assert.NotNull(page.QuerySelector($"main .card a[href='{other}']"));
        Assert.NotNull((await website.PageAsync(other)).QuerySelector($"main a[href='{path}']"));
    }

    /// <summary>Home page, site map and help lead everywhere.</summary>
    [Theory]
    [InlineData("/fr/programmes/maisons-du-bel-age", "/fr")]
    [InlineData("/fr/lieux/stadium-de-miramas", "/fr/plan-du-site")]
    [InlineData("/en/agenda-21/5-2-3", "/en/site-map")]
    [InlineData("/en/legal-notice", "/en/help")]
    public async Task Page_does_not_name_what_the_menus_lead_to(string path, string menu)
    {
        var page = await website.PageAsync(path);

        Assert.Empty(page.QuerySelectorAll($"main .card a[href='{menu}']"));
        Assert.NotEmpty(page.QuerySelectorAll($"a[href='{menu}']"));
    }
}
