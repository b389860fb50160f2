using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Cms.Browser.Tests;

/// <summary>Whole days of people who write: each signs in with an account made for it, and what it leaves is what visitors find.</summary>
[Collection(BrowserCollection.Name)]
public sealed class WorkingDayTests(BrowserWebsite website)
{
    private const string Body = "[name='Page.Body']";
    private const string Text = $"{Body} >> xpath=preceding-sibling::div >> [role='textbox']";
    private const string Publish = "[formaction$='/edit/publication'] >> nth=-1";

    [BrowserTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Editor_finds_writes_publishes_settles_with_a_colleague_withdraws_looks_back_and_restores(bool script)
    {
        var (title, path) = script ? ("Le gypaète à midi", "/fr/le-gypaete-a-midi") : ("Le gypaète au matin", "/fr/le-gypaete-au-matin");
        var visitor = await website.OpenAsync("/fr", script: script);
        var editor = await HireAsync($"claire-{script}", "Editor", script: script);
        await FindAsync(editor, "BEL age", "Maisons du bel âge");
        var item = await WriteAsync(editor, title, script);
        await SeesNothingAsync(visitor, path);
        var preview = await editor.RunAndWaitForPopupAsync(() => editor.ClickAsync("[formaction$='/preview']"));
        var framed = preview.FrameLocator("iframe");
        await Assertions.Expect(framed.Locator("h1")).ToHaveTextAsync(title);
        await Assertions.Expect(framed.Locator("main strong").First).ToHaveTextAsync("plane");
        await preview.CloseAsync();
        await SaveAsync(editor, Publish, "published");
        await SeesAsync(visitor, path, "Il plane au-dessus du cirque.");

        await SettleAsync(editor, $"denis-{script}", item, script);
        await SeesAsync(visitor, path, "Il plane et se pose.");
        await Assertions.Expect(visitor.Locator("main")).Not.ToContainTextAsync("Il tourne.");

        await editor.GotoAsync(item);
        await Assertions.Expect(editor.Locator("main")).ToContainTextAsync("Le résumé de Denis");
        await SaveAsync(editor, "main form[action$='/publication/removal'] button", "unpublished");
        await SeesNothingAsync(visitor, path);
        await LookBackAsync(editor, item);
        await DeleteAndRestoreAsync(editor, title, item);
        await SaveAsync(editor, "main form[action$='/publication'] button", "published");
        await SeesAsync(visitor, path, "Il plane au-dessus du cirque.");
        await SignOutAsync(editor);
        await visitor.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task Editor_with_script_goes_by_keyboard_writes_with_buttons_mends_a_finding_publishes_many_and_plans()
    {
        const string title = "Le desman des torrents";
        var editor = await HireAsync("camille-script", "Editor");
        await GoAsync(editor, "page francais", "/admin/content/new/Page/fr");
        await editor.FillAsync("[name='TitlePart.Title']", title);
        await WriteWithButtonsAsync(editor);
        await KeepAsync(editor, title);
        await SaveAsync(editor, Publish, "published");
        var visitor = await website.OpenAsync("/fr");
        await SeesAsync(visitor, "/fr/le-desman-des-torrents", "La règle du parc");
        await Assertions.Expect(visitor.Locator("main strong").First).ToHaveTextAsync("nage");
        await visitor.ClickAsync("main .prose a:has-text('bel âge')");
        await Assertions.Expect(visitor.Locator("h1")).ToContainTextAsync("bel âge", new() { IgnoreCase = true });

        await website.SavedAsync($"{title} un", "Le premier.");
        await website.SavedAsync($"{title} deux", "Le second.");
        await PublishAllAsync(editor, $"{title} ");
        await SeesAsync(visitor, "/fr/le-desman-des-torrents-un", "Le premier.");
        await SeesAsync(visitor, "/fr/le-desman-des-torrents-deux", "Le second.");

        await editor.GotoAsync("/admin/content?q=torrents+deux");
        await editor.ClickAsync("a.grid__main");
        await editor.FillAsync("[name=at]", "2090-07-14T08:00");
        await SaveAsync(editor, "[formaction$='/plans/unpublish']", "planned");
        await editor.GotoAsync("/admin");
        await Assertions.Expect(editor.Locator(".panel li", new() { HasTextString = $"{title} deux" }).First).ToContainTextAsync("2090");
        await SignOutAsync(editor);
        await visitor.Context.CloseAsync();
    }

    [BrowserTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Translator_of_English_writes_beside_the_French_and_can_neither_change_nor_delete_what_is_not_hers(bool script)
    {
        var (title, translated) = script ? ("La fête des bergers", "The day of the shepherds") : ("La fête des estives", "The day of the pastures");
        var french = await AnnounceAsync(title);
        var translator = await HireAsync($"emma-{script}", "Translator", "en", script);
        await translator.ClickAsync(".nav a[href='/admin/translations']");
        await translator.ClickAsync($"tr:has-text('{title}') a");
        await Assertions.Expect(translator.Locator("details[open] .source__text[lang=fr]").First).ToHaveTextAsync(title);

        // The dates are those of both languages: they are there to be read.
        await Assertions.Expect(translator.Locator("[name='Event.Dates.Start']")).ToHaveCountAsync(0);
        await Assertions.Expect(translator.Locator(".field--fixed", new() { HasTextString = "2031-06-21" })).ToHaveCountAsync(1);
        await translator.FillAsync("[name='TitlePart.Title']", translated);
        await translator.FillAsync("[name='PublicationPart.Summary']", "Sheep come down.");
        await Assertions.Expect(translator.Locator("[formaction$='/publication']")).ToHaveCountAsync(0);
        await SaveAsync(translator, ".save-bar button >> nth=0", "saved");
        var english = translator.Url.Split("/edit")[0];

        await RefusedAsync(translator, french, english, title);
        await SignOutAsync(translator);
        await PublishTranslationAsync(english, translated, title);
    }

    /// <summary>An account that the administrator makes, and the person's first sign-in with a password of its own.</summary>
    private async Task<IPage> HireAsync(string name, string role, string language = "", bool script = true)
    {
        var chief = await website.SignedInAsync(script: false);
        await chief.GotoAsync("/admin/users/new");
        await chief.FillAsync("#name", name);
        await chief.CheckAsync($"[name=Role][value={role}]");
        await chief.CheckAsync("[name=Way][value=password]");
        await chief.SelectOptionAsync("#culture", language.Length > 0 ? language : "fr");
        if (language.Length > 0)
        {
            await chief.CheckAsync($"[name=Language][value={language}]");
        }

        await chief.ClickAsync("form.form button");
        var once = await chief.Locator(".notice--success code").InnerTextAsync();
        await chief.Context.CloseAsync();

        var page = await website.OpenAsync("/login", script: script, locale: language == "en" ? "en-GB" : "fr-FR");
        await page.FillAsync("#name", name);
        await page.FillAsync("#password", once);
        await page.ClickAsync("form.login__box button");
        await page.FillAsync("#current", once);
        await page.FillAsync("#new", BrowserWebsite.Password);
        await page.FillAsync("#repeat", BrowserWebsite.Password);
        await page.ClickAsync("form.login__box button");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/admin$"));
        return page;
    }

    private static async Task FindAsync(IPage page, string words, string title)
    {
        await page.GotoAsync("/admin/content");
        await page.FillAsync(".filters [name=q]", words);
        await page.ClickAsync(".filters__end button");
        await page.ClickAsync($"a.grid__main:has-text('{title}') >> nth=0");
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync(title, new() { IgnoreCase = true });
    }

    /// <summary>A page, saved as a draft; its form stays open.</summary>
    /// <returns>Where the item is looked at.</returns>
    private static async Task<string> WriteAsync(IPage page, string title, bool script)
    {
        await page.GotoAsync("/admin/content");
        await page.ClickAsync("a[href='/admin/content/new']");
        await page.ClickAsync("a[href='/admin/content/new/Page/fr']");
        await page.FillAsync("[name='TitlePart.Title']", title);
        await MarkdownAsync(page, "Il **plane** au-dessus du cirque.", script);
        await SaveAsync(page, ".save-bar button >> nth=0", "saved");
        return page.Url.Split("/edit")[0];
    }

    /// <summary>With script the Markdown itself is asked for first.</summary>
    private static async Task MarkdownAsync(IPage page, string markdown, bool script)
    {
        if (script && !await page.Locator(Body).IsVisibleAsync())
        {
            await page.ClickAsync($".field:has({Body}) [data-press='markdown']");
        }

        await page.FillAsync(Body, markdown);
    }

    /// <summary>A colleague publishes while the form is open: the conflict is settled field by field.</summary>
    private async Task SettleAsync(IPage editor, string name, string item, bool script)
    {
        await editor.GotoAsync($"{item}/edit");
        var colleague = await HireAsync(name, "Editor", script: script);
        await colleague.GotoAsync($"{item}/edit");
        await colleague.FillAsync("[name='PublicationPart.Summary']", "Le résumé de Denis");
        await MarkdownAsync(colleague, "Il tourne.", script);
        await SaveAsync(colleague, Publish, "published");
        await SignOutAsync(colleague);

        await MarkdownAsync(editor, "Il **plane** et se pose.", script);
        await editor.ClickAsync(Publish);
        await Assertions.Expect(editor.Locator("[role=alert]")).ToContainTextAsync(name);
        await Assertions.Expect(editor.Locator("[name='_choice PublicationPart.Summary'][value=theirs]")).ToBeCheckedAsync();
        await Assertions.Expect(editor.Locator("[name='_choice Page.Body']:checked")).ToHaveCountAsync(0);
        await editor.CheckAsync("[name='_choice Page.Body'][value=mine]");
        await SaveAsync(editor, "[formaction$='/resolution/publication']", "published");
    }

    /// <summary>What the colleague changed, what has changed since the beginning, and the beginning brought back as a draft.</summary>
    private static async Task LookBackAsync(IPage page, string item)
    {
        await page.GotoAsync(item);
        await page.ClickAsync("table a[href*='/versions/'] >> nth=-1");
        await page.ClickAsync(".versions a[href*='with=newest']");
        await Assertions.Expect(page.Locator("del").First).ToContainTextAsync("au-dessus");
        await Assertions.Expect(page.Locator("ins").First).ToBeVisibleAsync();
        await SaveAsync(page, "form[action$='/restoration'] button", "version-restored");
        await page.GotoAsync($"{item}/edit");
        Assert.Equal("Il **plane** au-dessus du cirque.", await page.MarkdownAsync());
    }

    private static async Task DeleteAndRestoreAsync(IPage page, string title, string item)
    {
        await page.GotoAsync(item);
        await SaveAsync(page, "main form[action$='/removal']:not([action*='publication']):not([action*='draft']) button", "deleted");
        await page.GotoAsync($"/admin/content?q={Uri.EscapeDataString(title)}");
        await Assertions.Expect(page.Locator("a.grid__main")).ToHaveCountAsync(0);
        await page.GotoAsync("/admin/content/bin");
        await SaveAsync(page, $"tr:has-text('{title}') form button", "restored");
        Assert.StartsWith(item, page.Url, StringComparison.Ordinal);
    }

    /// <summary>Quick navigation, without the mouse.</summary>
    private static async Task GoAsync(IPage page, string words, string path)
    {
        await Assertions.Expect(page.Locator("dialog.find-window")).ToBeAttachedAsync();
        await page.Keyboard.PressAsync("Control+k");
        await Assertions.Expect(page.Locator("dialog input")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync(words);
        await Assertions.Expect(page.Locator(".places a").First).ToHaveAttributeAsync("href", path);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync($"**{path}");
    }

    /// <summary>A bold word, a link without meaning that is mended, and a page of the website chosen from its list.</summary>
    private static async Task WriteWithButtonsAsync(IPage page)
    {
        await page.ClickAsync(Text);
        await page.Keyboard.TypeAsync("Il ");
        await PressAsync(page, "strong");
        await page.Keyboard.TypeAsync("nage");
        await PressAsync(page, "strong");
        await page.Keyboard.TypeAsync(". ");
        await PressAsync(page, "link");
        await page.FillAsync("#link-address", "https://www.example.org/regle");
        await page.FillAsync("#link-words", "cliquez ici");
        await page.FinishDialogAsync();
        var beside = page.Locator($".field:has({Body}) .findings--field");
        await Assertions.Expect(beside).ToContainTextAsync("cliquez ici");

        await page.ClickAsync($".field:has({Body}) [data-press='markdown']");
        await page.FillAsync(Body, "Il **nage**. [La règle du parc](https://www.example.org/regle)");
        await Assertions.Expect(beside).ToHaveCountAsync(0);

        await page.ClickAsync($".field:has({Body}) [data-press='look']");
        await page.ClickAsync(Text);
        await PauseAsync(page);
        await page.Keyboard.PressAsync("Control+End");
        await PauseAsync(page);
        await page.Keyboard.PressAsync("Enter");
        await PressAsync(page, "item");
        await page.FillAsync("#item-search", "bel age");
        await page.Locator("#item-found label", new() { HasTextRegex = new("^maisons du bel âge", RegexOptions.IgnoreCase) }).First.ClickAsync();
        await page.FinishDialogAsync();
        Assert.Matches(@"(?i)^Il \*\*nage\*\*\. \[La règle du parc\]\(https://www\.example\.org/regle\)\n\n\[maisons du bel âge[^]]*\]\(item:[^)]+\)$", await page.MarkdownAsync());
    }

    /// <summary>No hand is faster than the frame in which the browser tells the editor where the cursor is, or than the editor's answer to a focus.</summary>
    private static async Task PauseAsync(IPage page) => await page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50))))");

    /// <summary>What was typed is kept by itself, and offered in another window.</summary>
    private static async Task KeepAsync(IPage page, string title)
    {
        await Assertions.Expect(page.Locator("#work span")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        var other = await page.Context.NewPageAsync();
        await other.GotoAsync("/admin");
        await other.ClickAsync($"a[href$='kept=true']:has-text('{title}')");
        await Assertions.Expect(other.Locator("[name='TitlePart.Title']")).ToHaveValueAsync(title);
        Assert.Contains("**nage**", await other.MarkdownAsync(), StringComparison.Ordinal);
        await other.CloseAsync();
    }

    /// <summary>All that the list finds, with one box and one button.</summary>
    private static async Task PublishAllAsync(IPage page, string words)
    {
        await page.GotoAsync($"/admin/content?state=Draft&q={Uri.EscapeDataString(words)}");
        await page.CheckAsync("thead input[type=checkbox]");
        await Assertions.Expect(page.Locator("tbody input:checked")).ToHaveCountAsync(2);
        await page.ClickAsync("form.selection button >> nth=0");
        await Assertions.Expect(page.Locator(".notice--success")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("tbody tr")).ToHaveCountAsync(2);
    }

    /// <summary>A published event in French.</summary>
    /// <returns>Where the item is looked at.</returns>
    private async Task<string> AnnounceAsync(string title)
    {
        var editor = await website.SignedInAsync(script: false);
        await editor.GotoAsync("/admin/content/new/Event/fr");
        await editor.FillAsync("[name='TitlePart.Title']", title);
        await editor.FillAsync("[name='Event.Dates.Start']", "21/6/2031");
        await SaveAsync(editor, Publish, "published");
        var item = editor.Url.Split("/edit")[0];
        await editor.Context.CloseAsync();
        return item;
    }

    /// <summary>What the translator may not do is not offered, and refused to whoever asks all the same.</summary>
    private static async Task RefusedAsync(IPage page, string french, string english, string title)
    {
        await page.GotoAsync($"/admin/content?q={Uri.EscapeDataString(title)}&language=fr");
        await Assertions.Expect(page.Locator("a.grid__main")).ToHaveCountAsync(0);
        await page.GotoAsync(english);
        await Assertions.Expect(page.Locator("main form[action$='/removal'], main form[action$='/publication']")).ToHaveCountAsync(0);
        var token = await page.Locator("[name=__RequestVerificationToken]").First.GetAttributeAsync("value");
        foreach (var address in new[] { french, $"{french}/edit" })
        {
            Assert.Equal(403, (await page.GotoAsync(address))!.Status);
        }

        foreach (var verb in new[] { $"{french}/removal", $"{french}/publication/removal", $"{french}/edit/draft", $"{english}/removal", $"{english}/publication" })
        {
            var form = page.Context.APIRequest.CreateFormData();
            form.Set("revision", "1").Set("_revision", "1").Set("_type", "Event").Set("TitlePart.Title", "Pas à moi").Set("__RequestVerificationToken", token!);
            Assert.Equal(403, (await page.Context.APIRequest.PostAsync(verb, new() { Form = form })).Status);
        }

        await page.GotoAsync(english);
    }

    /// <summary>Somebody who may looks the draft over; the French text is as it was.</summary>
    private async Task PublishTranslationAsync(string english, string translated, string title)
    {
        var editor = await website.SignedInAsync(script: false);
        await editor.GotoAsync("/admin");
        await editor.ClickAsync($".panel a:has-text('{translated}') >> nth=0");
        await SaveAsync(editor, Publish, "published");
        Assert.StartsWith(english, editor.Url, StringComparison.Ordinal);
        await editor.ClickAsync(".title-row__actions a");
        await Assertions.Expect(editor.Locator("h1")).ToHaveTextAsync(translated);
        await Assertions.Expect(editor.Locator("main .when")).ToContainTextAsync("21 June 2031");
        await editor.ClickAsync(".lang a");
        await Assertions.Expect(editor.Locator("h1")).ToHaveTextAsync(title);
        await editor.Context.CloseAsync();
    }

    private static async Task SignOutAsync(IPage page)
    {
        await page.ClickAsync(".top__user form button");
        await page.GotoAsync("/admin");
        Assert.EndsWith("/login", new Uri(page.Url).AbsolutePath, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    /// <summary>Presses a button, and waits to be told what was done.</summary>
    private static async Task SaveAsync(IPage page, string button, string done)
    {
        await page.ClickAsync(button);
        await Assertions.Expect(page).ToHaveURLAsync(new Regex($"done={done}"));
        await Assertions.Expect(page.Locator(".notice--success")).ToBeVisibleAsync();
    }

    private static Task PressAsync(IPage page, string command) => page.Locator($"{Body} >> xpath=preceding-sibling::div").Locator($"[data-command='{command}']").ClickAsync();

    /// <summary>Visitors see a change a moment after it.</summary>
    private static async Task SeesAsync(IPage visitor, string path, string text)
    {
        for (var attempt = 0; attempt < 50; attempt++)
        {
            await visitor.GotoAsync(path);
            if (await visitor.Locator("main", new() { HasTextString = text }).CountAsync() > 0)
            {
                return;
            }

            await Task.Delay(100);
        }

        await Assertions.Expect(visitor.Locator("main")).ToContainTextAsync(text);
    }

    private static async Task SeesNothingAsync(IPage visitor, string path)
    {
        var status = 0;
        for (var attempt = 0; attempt < 50 && status != 404; attempt++)
        {
            await Task.Delay(100);
            status = (await visitor.GotoAsync(path))!.Status;
        }

        Assert.Equal(404, status);
    }
}
