using Cms.Core.Errors;

namespace Cms.Website.Tests.Shell;

public sealed class ThemeTests
{
    [Fact]
    public async Task Current_theme_replaces_a_modules_view_and_page_and_gives_them_back()
    {
        await using var site = await ShellSite.StartAsync("Sample.Greeting");
        Assert.Contains("module&#x27;s view: hello from shell 1", (await site.Client.GetStringAsync("/greeting/view")).Replace("'", "&#x27;", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("module's page", await site.Client.GetStringAsync("/greeting/page"), StringComparison.Ordinal);

        await site.Features.SetThemesAsync("Sample.Theme", null);
        Assert.Contains("theme's view", await site.Client.GetStringAsync("/greeting/view"), StringComparison.Ordinal);
        Assert.Contains("theme's page", await site.Client.GetStringAsync("/greeting/page"), StringComparison.Ordinal);

        await site.Features.SetThemesAsync(null, null);
        Assert.Contains("module's page", await site.Client.GetStringAsync("/greeting/page"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Theme_that_is_enabled_but_not_current_overrides_nothing()
    {
        await using var site = await ShellSite.StartAsync("Sample.Greeting", "Sample.Theme");

        Assert.Contains("module's page", await site.Client.GetStringAsync("/greeting/page"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Current_theme_and_what_it_needs_can_not_be_disabled()
    {
        await using var site = await ShellSite.StartAsync();
        await site.Features.SetThemesAsync("Sample.Theme", null);

        foreach (var id in new[] { "Sample.Theme", "Sample.Greeting" })
        {
            Assert.Equal("features.current", (await Assert.ThrowsAsync<CmsException>(() => site.Features.DisableAsync([id], withDependents: true))).Key);
        }
    }

    [Fact]
    public async Task Module_can_not_be_made_the_theme()
    {
        await using var site = await ShellSite.StartAsync();

        Assert.Equal("features.notTheme", (await Assert.ThrowsAsync<CmsException>(() => site.Features.SetThemesAsync("Sample.Greeting", null))).Key);
    }
}
