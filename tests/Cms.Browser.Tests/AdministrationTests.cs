using Deque.AxeCore.Playwright;

namespace Cms.Browser.Tests;

/// <summary>The administration as an administrator meets it for the first time.</summary>
[Collection(BrowserCollection.Name)]
public sealed class AdministrationTests(BrowserWebsite website)
{
    [BrowserFact]
    public async Task An_administrator_signs_in_without_script_sees_the_content_and_signs_out()
    {
        var page = await website.OpenAsync("/admin", script: false);
        Assert.Contains("/login", page.Url, StringComparison.Ordinal);
        await page.FillAsync("#name", "admin");
        await page.FillAsync("#password", BrowserWebsite.Password);
        await page.ClickAsync("form.login__box button");
        Assert.EndsWith("/admin", new Uri(page.Url).AbsolutePath, StringComparison.Ordinal);
        await page.GotoAsync("/admin/content");
        Assert.True(await page.Locator("table tbody tr").CountAsync() > 10);
        await page.Context.CloseAsync();
    }

    [BrowserTheory]
    [InlineData("/admin")]
    [InlineData("/admin/content")]
    [InlineData("/admin/features")]
    public async Task Axe_finds_nothing_on_a_page_of_the_administration(string path)
    {
        var page = await website.OpenAsync("/login");
        await page.FillAsync("#name", "admin");
        await page.FillAsync("#password", BrowserWebsite.Password);
        await page.ClickAsync("form.login__box button");
        await page.GotoAsync(path);
        Assert.EndsWith(path, page.Url, StringComparison.Ordinal);
        var violations = (await page.RunAxe()).Violations;
        Assert.True(violations.Length == 0, string.Join("; ", violations.Select(v => $"{v.Id}: {string.Join(", ", v.Nodes.Select(n => n.Html))}")));
        await page.Context.CloseAsync();
    }
}
