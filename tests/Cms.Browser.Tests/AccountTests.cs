using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Cms.Browser.Tests;

/// <summary>Pages of accounts and roles, in both languages, and the way from an invitation to a second factor.</summary>
[Collection(BrowserCollection.Name)]
public sealed class AccountTests(BrowserWebsite website)
{
    [BrowserTheory]
    [InlineData("/account", "fr-FR")]
    [InlineData("/account", "en-GB")]
    [InlineData("/account/sessions", "fr-FR")]
    [InlineData("/account/two-factor", "en-GB")]
    [InlineData("/admin/users", "fr-FR")]
    [InlineData("/admin/users/new", "fr-FR")]
    [InlineData("/admin/users/new", "en-GB")]
    [InlineData("/admin/roles", "en-GB")]
    [InlineData("/admin/roles/Editor", "fr-FR")]
    [InlineData("/admin/roles/Editor", "en-GB")]
    public async Task Axe_finds_nothing_on_a_page_of_accounts(string path, string locale)
    {
        var page = await SignedInAsync(locale);
        await page.GotoAsync(path);
        Assert.EndsWith(path, page.Url, StringComparison.Ordinal);
        await CheckAsync(page);
        await page.Context.CloseAsync();
    }

    [BrowserTheory]
    [InlineData("/login/forgotten", "fr-FR")]
    [InlineData("/login/forgotten?done=asked", "en-GB")]
    [InlineData("/login/reset?token=x", "fr-FR")]
    [InlineData("/login/email?token=x", "en-GB")]
    public async Task Axe_finds_nothing_on_a_page_before_the_sign_in(string path, string locale)
    {
        var page = await website.OpenAsync(path, locale: locale);
        await CheckAsync(page);
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task A_person_is_invited_sets_up_a_second_factor_and_recovers()
    {
        var chief = await SignedInAsync("fr-FR");
        await chief.GotoAsync("/admin/users/new");
        await chief.FillAsync("#name", "camille");
        await chief.FillAsync("#email", "camille@example.org");
        await chief.CheckAsync("input[name='Role'][value='Editor']");
        await chief.CheckAsync("input[name='Language'][value='fr']");
        await chief.ClickAsync("form.form button");
        await Assertions.Expect(chief.Locator(".notice--success")).ToBeVisibleAsync();
        await chief.ClickAsync("a.grid__main:has-text('camille')");
        await CheckAsync(chief);
        await chief.Context.CloseAsync();

        var guest = await website.OpenAsync(await LinkAsync(), locale: "fr-FR");
        await CheckAsync(guest);
        await guest.FillAsync("#new", BrowserWebsite.Password);
        await guest.FillAsync("#repeat", BrowserWebsite.Password);
        await guest.ClickAsync("form.login__box button");
        await SignInAsync(guest, "camille");
        await guest.GotoAsync("/account/two-factor");
        await guest.ClickAsync("form.form button");
        await Assertions.Expect(guest.Locator("img.qr")).ToBeVisibleAsync();
        await CheckAsync(guest);
        var code = await ConfirmAsync(guest);
        await guest.ClickAsync(".top__user form button");

        await SignInAsync(guest, "camille");
        Assert.EndsWith("/login/code", new Uri(guest.Url).AbsolutePath, StringComparison.Ordinal);
        await CheckAsync(guest);
        await guest.FillAsync("#code", code);
        await guest.ClickAsync("form.login__box button");
        Assert.EndsWith("/admin", new Uri(guest.Url).AbsolutePath, StringComparison.Ordinal);
        await guest.GotoAsync("/account/two-factor");
        await CheckAsync(guest);
        await guest.Context.CloseAsync();
    }

    /// <summary>Types the code as a person with an authenticator does, and returns a recovery code.</summary>
    private static async Task<string> ConfirmAsync(IPage page)
    {
        var key = (await page.Locator("code.words").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal);
        await page.FillAsync("#code", Authenticator.Code(key));
        await page.FillAsync("#password", BrowserWebsite.Password);
        await page.ClickAsync("form.form button");
        await CheckAsync(page);
        return await page.Locator(".codes code").First.InnerTextAsync();
    }

    private async Task<string> LinkAsync()
    {
        var folder = Path.Combine(website.DataPath, "mail");
        for (var i = 0; i < 200; i++)
        {
            foreach (var file in Directory.Exists(folder) ? Directory.GetFiles(folder, "*.eml") : [])
            {
                if (Regex.Match(await File.ReadAllTextAsync(file), @"To: camille@example\.org[\s\S]*http://[^/]+(/login/reset\S+)") is { Success: true } found)
                {
                    return found.Groups[1].Value;
                }
            }

            await Task.Delay(100);
        }

        throw new InvalidOperationException("The invitation did not come.");
    }

    private async Task<IPage> SignedInAsync(string locale)
    {
        var page = await website.OpenAsync("/login", locale: locale);
        await SignInAsync(page, "admin");
        return page;
    }

    private static async Task SignInAsync(IPage page, string name)
    {
        await page.GotoAsync("/login");
        await page.FillAsync("#name", name);
        await page.FillAsync("#password", BrowserWebsite.Password);
        await page.ClickAsync("form.login__box button");
    }

    private static async Task CheckAsync(IPage page)
    {
        var violations = (await page.RunAxe()).Violations;
        Assert.True(violations.Length == 0, string.Join("; ", violations.Select(v => $"{v.Id}: {string.Join(", ", v.Nodes.Select(n => n.Html))}")));
    }
}
