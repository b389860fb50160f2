using System.Net;
using Cms.Website.Tests.Users;

namespace Cms.Website.Tests.ContentAdmin;

public sealed class FeaturePageTests(UserSite site) : IClassFixture<UserSite>
{
    [Fact]
    public async Task Only_who_manages_features_sees_them()
    {
        await site.AddAsync("writer", "Editor");
        using var browser = await site.OpenAsAsync("writer");

        Assert.Equal(403, await browser.StatusAsync("/admin/features"));
        Assert.DoesNotContain("/admin/features", await browser.TextAsync("/admin"), StringComparison.Ordinal);
        using var refused = await browser.SendAsync("/admin", "/admin/features/Cms.ContentAdmin/deactivation");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Theory]
    [InlineData("Cms.ContentAdmin")]
    [InlineData("Cms.Users")]
    public async Task Administration_can_not_close_the_door_behind_itself(string feature)
    {
        var name = "root" + Guid.NewGuid().ToString("N")[..8];
        await site.AddAsync(name, "Administrator");
        using var browser = await site.OpenAsAsync(name);

        using var refused = await browser.SendAsync("/admin/features", $"/admin/features/{feature}/deactivation");

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("role=\"alert\"", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(200, await browser.StatusAsync("/admin"));
    }

    [Fact]
    public async Task Unknown_feature_is_not_found()
    {
        await site.AddAsync("seeker", "Administrator");
        using var browser = await site.OpenAsAsync("seeker");
        using var refused = await browser.SendAsync("/admin/features", "/admin/features/Cms.Nothing/activation");
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
    }
}

public sealed class FeatureToggleTests(UserSite site) : IClassFixture<UserSite>
{
    private const string Sample = "Cms.Taxonomies";

    [Fact]
    public async Task Administrator_turns_a_feature_off_and_on_and_stays_signed_in()
    {
        await site.AddAsync("switcher", "Administrator");
        using var browser = await site.OpenAsAsync("switcher");
        using var on = await browser.SendAsync("/admin/features", $"/admin/features/{Sample}/activation");
        Assert.Equal("/admin/features?done=enabled", on.Headers.Location!.OriginalString);
        Assert.Contains($"/admin/features/{Sample}/deactivation", await browser.TextAsync("/admin/features?done=enabled"), StringComparison.Ordinal);

        using var off = await browser.SendAsync("/admin/features", $"/admin/features/{Sample}/deactivation");
        Assert.Equal("/admin/features?done=disabled", off.Headers.Location!.OriginalString);
        Assert.Contains($"/admin/features/{Sample}/activation", await browser.TextAsync("/admin/features"), StringComparison.Ordinal);
    }
}
