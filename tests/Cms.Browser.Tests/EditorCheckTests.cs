using Microsoft.Playwright;

namespace Cms.Browser.Tests;

/// <summary>What shuts readers out, shown beside the fields while somebody writes and asked about before it is published; the position on the map.</summary>
[Collection(BrowserCollection.Name)]
public sealed class EditorCheckTests(BrowserWebsite website)
{
    [BrowserFact]
    public async Task Findings_come_and_go_beside_the_field_while_it_is_written()
    {
        var page = await website.SignedInAsync();
        await page.GotoAsync("/admin/content/new/Page/fr");
        var beside = page.Locator(".field:has([name='Page.Body']) .findings--field");
        await page.ClickAsync(".field:has([name='Page.Body']) [data-press='markdown']");
        await page.FillAsync("[name='Page.Body']", "[cliquez ici](/fr)");
        await Assertions.Expect(beside).ToContainTextAsync("cliquez ici");
        await page.FindNothingAsync();
        await page.FillAsync("[name='Page.Body']", "[le plan du canal](/fr)");
        await Assertions.Expect(beside).ToHaveCountAsync(0);
        await page.Context.CloseAsync();
    }

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Text_that_shuts_readers_out_is_published_with_a_reason(bool script)
    {
        var title = $"Publié avec raison {script}";
        var page = await website.SignedInAsync(script);
        await page.GotoAsync(await website.SavedAsync(title, "## Un\n\n[cliquez ici](/fr)"));
        await Assertions.Expect(page.Locator(".checks .finding--error")).ToHaveCountAsync(1);
        await page.ClickAsync("[formaction$='/edit/publication'] >> nth=-1");
        await Assertions.Expect(page.Locator("#gate")).ToBeVisibleAsync();
        if (script)
        {
            await Assertions.Expect(page.Locator("#gate")).ToBeFocusedAsync();
            await page.FindNothingAsync();
        }

        await page.FillAsync("#reason", "Repris d’un document officiel");
        await page.ClickAsync("#gate button");
        await Assertions.Expect(page.Locator(".notice--success")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task Position_is_chosen_on_the_map_by_mouse_and_by_keyboard()
    {
        var page = await website.SignedInAsync();
        await page.GotoAsync("/admin/content/new/Site/fr");
        var picker = page.Locator("details.position").First;
        await picker.Locator("summary").ClickAsync();
        var map = picker.Locator(".position__map");
        await Assertions.Expect(picker.Locator(".position__land")).ToHaveAttributeAsync("d", new System.Text.RegularExpressions.Regex("M"));
        await map.ClickAsync();
        var latitude = page.Locator("[data-position] input").First;
        await Assertions.Expect(latitude).Not.ToHaveValueAsync("");
        var before = await latitude.InputValueAsync();
        Assert.Contains(',', before);
        await map.FocusAsync();
        await page.Keyboard.PressAsync("ArrowUp");
        Assert.True(Number(await latitude.InputValueAsync()) > Number(before));
        await page.FindNothingAsync();
        await page.Context.CloseAsync();
    }

    private static decimal Number(string typed) => decimal.Parse(typed, System.Globalization.CultureInfo.GetCultureInfo("fr-FR"));
}
