using Microsoft.Playwright;

namespace Cms.Browser.Tests;

/// <summary>Texts written as they will look: what becomes of them is Markdown, and what nobody touched stays byte for byte.</summary>
[Collection(BrowserCollection.Name)]
public sealed class WysiwygTests(BrowserWebsite website)
{
    /// <summary>Written in a way that no program would choose.</summary>
    private const string Odd = "Titre\n=====\n\n*  un\n*  deux\n\n| a | b\n|--|:-:\n| 1 | 2\n\nDernier __mot__,\nsur deux lignes.\n\n\nm^2^ et H~2~O [mot](lang:en)";

    [BrowserFact]
    public async Task Text_is_written_with_buttons_saved_and_published()
    {
        var page = await website.SignedInAsync();
        var console = Listen(page);
        await page.GotoAsync("/admin/content/new/Page/fr");
        await page.FillAsync("[name='TitlePart.Title']", "Écrit avec les boutons");
        await page.ClickAsync(Text);
        await PressAsync(page, "heading-2");
        await page.Keyboard.TypeAsync("Le canal");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("Il est ");
        await PressAsync(page, "strong");
        await page.Keyboard.TypeAsync("long");
        await PressAsync(page, "strong");
        await page.Keyboard.TypeAsync(". ");
        await PressAsync(page, "link");
        await page.FillAsync("#link-address", "javascript:alert(1)");
        await page.ClickAsync("dialog[open] [data-press='done']");
        await Assertions.Expect(page.Locator("dialog[open]")).ToBeVisibleAsync();
        await page.FillAsync("#link-address", "www.example.org/a_b");
        await page.FillAsync("#link-words", "Le plan du canal");
        await page.FinishDialogAsync();
        await PressAsync(page, "table");
        await page.Keyboard.TypeAsync("Année");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("Bateaux");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("1995");
        await PressAsync(page, "row-remove");
        Assert.Equal("## Le canal\n\nIl est **long**. [Le plan du canal](https://www.example.org/a_b)\n\n| Année | Bateaux |\n| - | - |\n| | |", await page.MarkdownAsync());

        await page.ClickAsync("[formaction$='/edit/publication']");
        await Assertions.Expect(page.Locator(".notice--success")).ToBeVisibleAsync();
        await page.GotoAsync("/fr/ecrit-avec-les-boutons");
        await Assertions.Expect(page.Locator("main strong").First).ToHaveTextAsync("long");
        await Assertions.Expect(page.Locator("main th").First).ToHaveTextAsync("Année");
        Assert.Empty(console);
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task Text_that_nobody_touched_is_sent_as_it_was_stored()
    {
        var address = await website.SavedAsync("Texte intact", Odd);
        var page = await website.SignedInAsync();
        await page.GotoAsync(address);
        await Assertions.Expect(page.Locator(Text)).ToContainTextAsync("Dernier mot");
        Assert.Equal(Odd, await page.MarkdownAsync());
        await page.ClickAsync(".save-bar button >> nth=0");
        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("done=unchanged"));

        // One block is changed: the others stay.
        await page.ClickAsync($"{Text} li >> nth=1");
        await page.Keyboard.PressAsync("End");
        await page.Keyboard.TypeAsync(" !");
        Assert.Equal(Odd.Replace("*  un\n*  deux", "- un\n- deux !", StringComparison.Ordinal), await page.MarkdownAsync());
        await page.Keyboard.PressAsync("Control+z");
        Assert.Equal(Odd, await page.MarkdownAsync());
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task Editor_is_reached_used_and_left_by_keyboard_alone()
    {
        var page = await website.SignedInAsync();
        await page.GotoAsync("/admin/content/new/Page/fr");
        var text = page.Locator(Text);
        await text.FocusAsync();
        await Assertions.Expect(text).ToHaveAttributeAsync("aria-multiline", "true");
        await page.Keyboard.TypeAsync("un mot");
        await page.Keyboard.PressAsync("Control+Shift+ArrowLeft");

        // No hand is faster than the frame in which the browser tells the editor what is selected.
        await page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50))))");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("[data-command='heading-2']").First).ToBeFocusedAsync();
        for (var times = 0; times < 3; times++)
        {
            await page.Keyboard.PressAsync("ArrowRight");
        }

        await Assertions.Expect(page.Locator("[data-command='heading-4']").First).Not.ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("[data-command='strong']").First).ToHaveAttributeAsync("aria-pressed", "true");
        Assert.Equal("un **mot**", await page.MarkdownAsync());

        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(text).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(text).Not.ToBeFocusedAsync();
        Assert.Equal("un **mot**", await page.MarkdownAsync());

        // Back: one stop for the switch, one for all buttons together.
        await page.Keyboard.PressAsync("Shift+Tab");
        await page.Keyboard.PressAsync("Shift+Tab");
        await Assertions.Expect(page.Locator("[data-press='markdown']").First).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("[name='Page.Body']")).ToBeFocusedAsync();
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task Pasted_page_becomes_clean_Markdown()
    {
        var page = await website.SignedInAsync();
        var console = Listen(page);
        await page.GotoAsync("/admin/content/new/Page/fr");
        await page.ClickAsync(Text);
        await page.EvaluateAsync(
            """
            () => {
              const data = new DataTransfer();
              data.setData('text/html', `<html><head><style>p { color: red }</style></head><body><h1 style="color:red">Titre</h1><p class=MsoNormal>Un <b style='mso-bidi-font-weight:normal'>gras</b>,
                <a href="javascript:alert(1)">piège</a>, <a href="https://example.org/">lien</a><o:p></o:p></p>
                <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·</span>Un</p><p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>o</span>Sous</p>
                <table><tr><td><p>A</p></td><td>B</td></tr><tr><td>1</td><td>2</td></tr></table><img src=x onerror=alert(1)><script>alert(1)<\/script></body></html>`);
              document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
            }
            """);
        Assert.Equal("## Titre\n\nUn **gras**, piège, [lien](https://example.org/)\n\n- Un\n  - Sous\n\n| A | B |\n| - | - |\n| 1 | 2 |", await page.MarkdownAsync());
        Assert.Empty(console);
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task Unsaved_text_of_the_editor_is_asked_about_and_an_untouched_one_is_not()
    {
        var address = await website.SavedAsync("Texte à quitter", Odd);
        var page = await website.SignedInAsync();
        var asked = 0;
        page.Dialog += async (_, dialog) =>
        {
            asked++;
            await dialog.AcceptAsync();
        };
        await page.GotoAsync(address);
        await page.ClickAsync(Text);
        await page.ClickAsync(".crumbs a >> nth=1");
        await page.WaitForURLAsync("**/admin/content");
        Assert.Equal(0, asked);

        await page.GotoAsync(address);
        await page.ClickAsync(Text);
        await page.Keyboard.TypeAsync("Pas encore enregistré");
        await page.ClickAsync(".crumbs a >> nth=1");
        await page.WaitForURLAsync("**/admin/content");
        Assert.Equal(1, asked);
        await page.Context.CloseAsync();
    }

    [BrowserTheory]
    [InlineData(360, false)]
    [InlineData(1280, true)]
    public async Task Axe_finds_nothing_in_the_editor_and_its_dialogs(int width, bool dark)
    {
        var address = await website.SavedAsync($"Texte pour axe {width}", Odd);
        var page = await website.SignedInAsync(width: width, dark: dark);
        await page.GotoAsync(address);
        await page.ClickAsync($"{Text} td >> nth=0");
        await page.FindNothingAsync();
        Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        foreach (var dialog in new[] { "link", "item", "picture", "language" })
        {
            await PressAsync(page, dialog);
            await Assertions.Expect(page.Locator("dialog[open]")).ToBeVisibleAsync();
            await page.FindNothingAsync();
            await page.Keyboard.PressAsync("Escape");
            await Assertions.Expect(page.Locator(Text)).ToBeFocusedAsync();
        }

        await page.Context.CloseAsync();
    }

    private const string Text = "[name='Page.Body'] >> xpath=preceding-sibling::div >> [role='textbox']";

    private static Task PressAsync(IPage page, string command) => page.Locator("[name='Page.Body'] >> xpath=preceding-sibling::div").Locator($"[data-command='{command}']").ClickAsync();

    /// <summary>What the browser complains of, the page's policy among it.</summary>
    private static List<string> Listen(IPage page)
    {
        var said = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                said.Add(message.Text);
            }
        };
        page.PageError += (_, error) => said.Add(error);
        return said;
    }
}
