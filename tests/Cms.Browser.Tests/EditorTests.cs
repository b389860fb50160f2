using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Cms.Browser.Tests;

/// <summary>An editor's day in a browser without script, and what axe finds on the pages of the editor.</summary>
[Collection(BrowserCollection.Name)]
public sealed class EditorTests(BrowserWebsite website)
{
    [BrowserFact]
    public async Task An_editor_writes_previews_publishes_translates_and_settles_a_conflict_without_script()
    {
        var page = await SignedInAsync(script: false);
        await WriteAsync(page);
        var address = page.Url;

        await page.GotoAsync("/fr/une-journee-d-essai");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Une journée d’essai");
        await Assertions.Expect(page.Locator("main h2", new() { HasTextString = "Le soir" })).ToBeVisibleAsync();

        await TranslateAsync(page, address);
        await SettleAsync(page, address);
        await page.Context.CloseAsync();
    }

    [BrowserTheory]
    [InlineData("/admin/content/new")]
    [InlineData("/admin/content/new/Programme/fr")]
    [InlineData("/admin/content/new/Site/en")]
    [InlineData("/admin/content/new/Video/fr")]
    public async Task Axe_finds_nothing_on_a_page_of_the_editor(string path)
    {
        var page = await SignedInAsync();
        await page.GotoAsync(path);
        await CheckAsync(page);
        await page.Context.CloseAsync();
    }

    [BrowserTheory]
    [InlineData("Programme")]
    [InlineData("CooperationProject")]
    [InlineData("Menu")]
    public async Task Axe_finds_nothing_on_a_filled_form_and_after_a_refusal(string type)
    {
        var page = await SignedInAsync();
        await page.GotoAsync($"/admin/content?type={type}");
        await page.ClickAsync("a.grid__main >> nth=0");
        await page.ClickAsync("a.btn[href$='/edit']");
        await CheckAsync(page);
        await page.FillAsync("[name='TitlePart.Title']", "");
        await page.ClickAsync(".save-bar button >> nth=0");
        await Assertions.Expect(page.Locator("#errors")).ToBeFocusedAsync();
        await CheckAsync(page);
        await page.Context.CloseAsync();
    }

    [BrowserTheory]
    [InlineData(320)]
    [InlineData(1440)]
    public async Task Form_is_as_wide_as_the_window(int width)
    {
        var page = await SignedInAsync(width: width);
        await page.GotoAsync("/admin/content/new/Programme/fr");
        Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task Unsaved_text_is_asked_about_before_the_page_is_left()
    {
        var page = await SignedInAsync();
        await page.GotoAsync("/admin/content/new/Page/fr");
        await page.FillAsync("[name='TitlePart.Title']", "Pas encore enregistré");
        var asked = new TaskCompletionSource<string>();
        page.Dialog += async (_, dialog) =>
        {
            asked.TrySetResult(dialog.Type);
            await dialog.AcceptAsync();
        };
        await page.ClickAsync(".crumbs a");
        Assert.Equal(DialogType.BeforeUnload, await asked.Task.WaitAsync(TimeSpan.FromSeconds(20)));
        await page.Context.CloseAsync();
    }

    /// <summary>A page with two blocks, the second moved up, seen before it is saved.</summary>
    private static async Task WriteAsync(IPage page)
    {
        await page.GotoAsync("/admin/content");
        await page.ClickAsync("a[href='/admin/content/new']");
        await page.ClickAsync("a[href='/admin/content/new/Page/fr']");
        await page.FillAsync("[name='TitlePart.Title']", "Une journée d’essai");
        await page.FillAsync("[name='Page.Body']", "Un **texte**.");
        await page.ClickAsync("[value='add|Page.Blocks']");
        await page.FillAsync("[name$='].Heading'] >> nth=0", "Le soir");
        await page.ClickAsync("[value='add|Page.Blocks']");
        await Assertions.Expect(page.Locator("[name$='].Heading'] >> nth=0")).ToHaveValueAsync("Le soir");
        await page.FillAsync("[name$='].Heading'] >> nth=1", "Le matin");
        await page.ClickAsync("[value^='up|Page.Blocks']");
        await Assertions.Expect(page.Locator("[name$='].Heading'] >> nth=0")).ToHaveValueAsync("Le matin");

        var preview = await page.RunAndWaitForPopupAsync(() => page.ClickAsync("[formaction$='/preview']"));
        var framed = preview.FrameLocator("iframe");
        await Assertions.Expect(framed.Locator("h1")).ToHaveTextAsync("Une journée d’essai");
        await Assertions.Expect(framed.Locator("main strong").First).ToHaveTextAsync("texte");
        await preview.CheckAsync("[value=phone]");
        Assert.Equal(360, await preview.Locator("iframe").EvaluateAsync<double>("frame => frame.getBoundingClientRect().width"));
        await preview.CloseAsync();

        await page.ClickAsync("[formaction$='/edit/publication']");
        await Assertions.Expect(page.Locator(".notice--success")).ToBeVisibleAsync();
    }

    /// <summary>The English version, with the French one beside.</summary>
    private static async Task TranslateAsync(IPage page, string address)
    {
        await page.GotoAsync(address);
        await page.ClickAsync(".versions__new");
        await Assertions.Expect(page.Locator("details[open] .source__text").First).ToHaveTextAsync("Une journée d’essai");
        await page.FillAsync("[name='TitlePart.Title']", "A day of trials");
        await page.FillAsync("[name$='].Heading'] >> nth=0", "In the morning");
        await page.FillAsync("[name$='].Heading'] >> nth=1", "In the evening");
        await page.ClickAsync("[formaction$='/edit/publication']");
        await page.GotoAsync("/en/a-day-of-trials");
        await Assertions.Expect(page.Locator("main h2", new() { HasTextString = "In the morning" })).ToBeVisibleAsync();
    }

    /// <summary>The same item in two windows.</summary>
    private static async Task SettleAsync(IPage page, string address)
    {
        await page.GotoAsync(address);
        var other = await page.Context.NewPageAsync();
        await other.GotoAsync(address);
        await other.FillAsync("[name='Page.Body']", "De l’autre fenêtre.");
        await other.ClickAsync("[formaction$='/edit/publication']");
        await page.FillAsync("[name='Page.Body']", "De cette fenêtre.");
        await page.ClickAsync("[formaction$='/edit/publication']");
        await page.CheckAsync("[name='_choice Page.Body'][value=mine]");
        await page.ClickAsync("[formaction$='/resolution/publication']");
        await page.GotoAsync("/fr/une-journee-d-essai");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("De cette fenêtre.");
    }

    private async Task<IPage> SignedInAsync(bool script = true, int width = 1280)
    {
        var page = await website.OpenAsync("/login", width, script: script);
        await page.FillAsync("#name", "admin");
        await page.FillAsync("#password", BrowserWebsite.Password);
        await page.ClickAsync("form.login__box button");
        return page;
    }

    private static async Task CheckAsync(IPage page)
    {
        var violations = (await page.RunAxe()).Violations;
        Assert.True(violations.Length == 0, string.Join("; ", violations.Select(v => $"{v.Id}: {string.Join(", ", v.Nodes.Select(n => n.Html))}")));
    }
}
