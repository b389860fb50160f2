using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Cms.Browser.Tests;

/// <summary>What tests of the editor do again and again.</summary>
internal static class EditorSteps
{
    private const string Texts = "[...document.querySelectorAll('textarea')].map(text => text.value).join('\\n')";

    public static async Task<IPage> SignedInAsync(this BrowserWebsite website, bool script = true, int width = 1280, bool dark = false)
    {
        var page = await website.OpenAsync("/login", width, script: script, dark: dark);
        await page.FillAsync("#name", "admin");
        await page.FillAsync("#password", BrowserWebsite.Password);
        await page.ClickAsync("form.login__box button");
        return page;
    }

    /// <summary>A new page in French with this Markdown in its first text, saved as a draft.</summary>
    /// <returns>The address of its form.</returns>
    public static async Task<string> SavedAsync(this BrowserWebsite website, string title, string markdown)
    {
        var page = await website.SignedInAsync(script: false);
        await page.GotoAsync("/admin/content/new/Page/fr");
        await page.FillAsync("[name='TitlePart.Title']", title);
        await page.FillAsync("[name='Page.Body']", markdown);
        await page.ClickAsync(".save-bar button >> nth=0");
        await Assertions.Expect(page.Locator(".notice--success")).ToBeVisibleAsync();
        var address = page.Url.Split('?')[0];
        await page.Context.CloseAsync();
        return address;
    }

    /// <summary>Closes a dialog of the editor that changes a text, and waits until it has: browsers tell of the end of a dialog some moments later.</summary>
    public static async Task FinishDialogAsync(this IPage page)
    {
        var before = await page.EvaluateAsync<string>(Texts);
        await page.ClickAsync("dialog[open] [data-press='done']");
        await page.WaitForFunctionAsync($"before => {Texts} !== before", before);
    }

    public static async Task FindNothingAsync(this IPage page)
    {
        var violations = (await page.RunAxe()).Violations;
        Assert.True(violations.Length == 0, string.Join("; ", violations.Select(v => $"{v.Id}: {string.Join(", ", v.Nodes.Select(n => n.Html))}")));
    }

    /// <summary>The Markdown of a field as it would be sent.</summary>
    public static Task<string> MarkdownAsync(this IPage page, string field = "Page.Body") => page.EvaluateAsync<string>($"document.querySelector('[name=\"{field}\"]').value");
}
