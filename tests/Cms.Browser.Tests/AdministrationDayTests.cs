using System.Globalization;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Cms.Browser.Tests;

/// <summary>What an editor does in the administration all day beside writing: finding, looking back, publishing and taking away, with script and without.</summary>
[Collection(BrowserCollection.Name)]
public sealed class AdministrationDayTests(BrowserWebsite website)
{
    [BrowserFact]
    public async Task Without_script_content_is_found_published_withdrawn_compared_brought_back_copied_deleted_and_restored()
    {
        var page = await SignedInAsync(script: false);
        await WriteTwiceAsync(page, "Journée sans script");

        await page.GotoAsync("/admin/content?q=journee+sans");
        await page.ClickAsync("a.grid__main");
        await page.ClickAsync("main form[action$='/publication/removal'] button");
        await Assertions.Expect(page.Locator(".notice--success")).ToBeVisibleAsync();
        await page.ClickAsync("table a[href*='/versions/'] >> nth=1");
        await Assertions.Expect(page.Locator("ins").First).ToBeVisibleAsync();
        await page.ClickAsync("form[action$='/restoration'] button");
        await Assertions.Expect(page.Locator(".notice--success")).ToBeVisibleAsync();
        await page.ClickAsync("form[action$='/duplication'] button");
        Assert.Equal("Journée sans script (copie)", await page.InputValueAsync("[name='TitlePart.Title']"));

        await page.GotoAsync("/admin/content?q=journee+sans");
        await page.CheckAsync("tbody input[type=checkbox] >> nth=0");
        await page.CheckAsync("tbody input[type=checkbox] >> nth=1");
        await page.ClickAsync("form.selection button[formaction$='/removal']:not([formaction*='publication'])");
        Assert.Equal(2, await page.Locator("tbody tr").CountAsync());
        await page.GotoAsync("/admin/content/bin");
        await page.ClickAsync("tr:has-text('Journée sans script') form button >> nth=0");
        await Assertions.Expect(page.Locator(".notice--success")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task Quick_navigation_opens_by_keyboard_finds_without_accents_and_goes()
    {
        var page = await SignedInAsync();
        await Assertions.Expect(page.Locator("dialog.find-window")).ToBeAttachedAsync();
        await page.Keyboard.PressAsync("Control+k");
        await Assertions.Expect(page.Locator("dialog input")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("fonctionnalites");
        await Assertions.Expect(page.Locator(".places a").First).ToContainTextAsync("Fonctionnalités");
        Assert.Empty((await page.RunAxe()).Violations);
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/admin/features");
        await Assertions.Expect(page.Locator("dialog.find-window")).ToBeAttachedAsync();
        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("dialog")).ToBeHiddenAsync();
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task Typed_text_is_kept_by_itself_and_offered_again()
    {
        var page = await SignedInAsync();
        await page.GotoAsync("/admin/content/new/Page/fr");
        await page.FillAsync("[name='TitlePart.Title']", "Gardé tout seul");
        await Assertions.Expect(page.Locator("#work span")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        page.Dialog += async (_, dialog) => await dialog.AcceptAsync();
        await page.GotoAsync("/admin");
        await page.ClickAsync("a:has-text('Gardé tout seul')");
        Assert.Equal("Gardé tout seul", await page.InputValueAsync("[name='TitlePart.Title']"));
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task One_box_selects_every_row()
    {
        var page = await SignedInAsync();
        await page.GotoAsync("/admin/content?type=Programme");
        await page.CheckAsync("thead input[type=checkbox]");
        Assert.Equal(await page.Locator("tbody input[type=checkbox]").CountAsync(), await page.Locator("tbody input:checked").CountAsync());
        await page.Context.CloseAsync();
    }

    [BrowserTheory]
    [InlineData("/admin", "fr-FR")]
    [InlineData("/admin", "en-GB")]
    [InlineData("/admin/content?state=Published&sort=title&owner=me", "fr-FR")]
    [InlineData("/admin/content?type=Programme", "en-GB")]
    [InlineData("/admin/content/bin", "fr-FR")]
    [InlineData("/admin/reports", "fr-FR")]
    [InlineData("/admin/reports/links", "fr-FR")]
    [InlineData("/admin/reports/freshness?months=0", "en-GB")]
    [InlineData("/admin/find?q=programme", "fr-FR")]
    public async Task Axe_finds_nothing_light_or_dark_and_the_page_is_as_wide_as_a_phone(string path, string locale)
    {
        foreach (var dark in new[] { false, true })
        {
            var page = await SignedInAsync(dark: dark, locale: locale, width: 360);
            await page.GotoAsync(path);
            await CheckAsync(page);
            Assert.Equal(360, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
            await page.Context.CloseAsync();
        }
    }

    [BrowserFact]
    public async Task Axe_finds_nothing_on_the_pages_of_an_item_its_versions_and_a_warning()
    {
        var page = await SignedInAsync();
        await page.GotoAsync("/admin/content?type=Organisation&q=bouches-du-rhone");
        await page.ClickAsync("a.grid__main >> nth=0");
        await CheckAsync(page);
        var item = page.Url;
        await page.ClickAsync("table a[href*='/versions/']");
        await CheckAsync(page);
        await page.GotoAsync(item);
        await page.ClickAsync("main form[action$='/removal']:not([action*='publication']) button");
        await Assertions.Expect(page.Locator("[name=confirmed]")).ToBeAttachedAsync();
        await CheckAsync(page);
        await page.Context.CloseAsync();
    }

    private static async Task WriteTwiceAsync(IPage page, string title)
    {
        await page.GotoAsync("/admin/content/new/Page/fr");
        await page.FillAsync("[name='TitlePart.Title']", title);
        await page.ClickAsync(".save-bar button[formaction$='/publication']");
        await page.FillAsync("[name='PublicationPart.Summary']", string.Create(CultureInfo.InvariantCulture, $"Le résumé du {DateTime.UnixEpoch:d}"));
        await page.ClickAsync(".save-bar button[formaction$='/publication']");
        await Assertions.Expect(page.Locator(".notice--success")).ToBeVisibleAsync();
    }

    private static async Task CheckAsync(IPage page)
    {
        var violations = (await page.RunAxe()).Violations;
        Assert.True(violations.Length == 0, string.Join("; ", violations.Select(v => $"{v.Id}: {string.Join(", ", v.Nodes.Select(n => n.Html))}")));
    }

    private async Task<IPage> SignedInAsync(bool script = true, int width = 1280, bool dark = false, string locale = "fr-FR")
    {
        var page = await website.OpenAsync("/login", width: width, dark: dark, script: script, locale: locale);
        await page.FillAsync("#name", "admin");
        await page.FillAsync("#password", BrowserWebsite.Password);
        await page.ClickAsync("form.login__box button");
        return page;
    }
}
