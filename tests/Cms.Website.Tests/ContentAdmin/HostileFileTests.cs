using System.Net;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Cms.Core.Errors;
using Cms.Data;
using Cms.Mail;
using Cms.Users;
using Cms.Website.Tests.OpenData;
using Cms.Website.Tests.Users;

namespace Cms.Website.Tests.ContentAdmin;

/// <summary>The same texts in what machines and mail programs read, and addresses that would run something.</summary>
[Collection(HostileTests.Name)]
public sealed class HostileFileTests(HostileSite site)
{
    /// <summary>As they are typed into an input for addresses.</summary>
    public static TheoryData<string> Addresses =>
    [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\tscript:alert(1)", "java\nscript:alert(1)", "\u0001javascript:alert(1)", "javascript&colon;alert(1)", "&#106;avascript:alert(1)",
        "javascript://example.org/%0Aalert(1)", "vbscript:msgbox(1)", "data:text/html,<script>alert(1)</script>", "data:text/html;base64,PHNjcmlwdD4=", "//example.org/", "/\\example.org/", "\\\\example.org\\", "blob:https://example.org/1", "file:///etc/passwd",
    ];

    /// <summary>Links and pictures of rich texts, all with the word isard.</summary>
    public static TheoryData<string> Links =>
    [
        "[isard](javascript:alert(1))", "[isard](JaVaScRiPt:alert(1))", "[isard](<javascript:alert(1)>)", "[isard](<java\tscript:alert(1)>)", "[isard](java&Tab;script:alert(1))", "[isard](&#106;avascript:alert(1))", "[isard](javascript&colon;alert(1))",
        "[isard](javascript\\:alert(1))", "[isard][1]\n\n[1]: javascript:alert(1)", "![isard](javascript:alert(1)) isard", "[![isard](/x.png) isard](javascript:alert(1))", "<javascript:alert('isard')>", "<data:text/html,isard>", "[isard](data:text/html;base64,PHNjcmlwdD4=)",
        "[isard](vbscript:msgbox(1))", "[isard](//example.org/x)", "[isard](/x \"\" onclick=\"alert(1)\")", "<a href=\"javascript:alert(1)\" onclick=\"alert(1)\">isard</a>", "<img src=x onerror=alert(1)> isard", "[isard](/x){onclick=alert(1)}", "isard {{7*7}}",
    ];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Address_that_would_run_something_or_lead_astray_is_refused_in_every_field_for_addresses(string address)
    {
        using var browser = await site.OpenAsAsync("editor");
        (string Type, string[] Inputs)[] types =
        [
            ("Trial", ["Trial.Link.Url", "Trial.Film.Url"]), ("OnlineService", ["OnlineService.Website.Url"]), ("Video", ["Video.Film.Url"]), ("Event", ["Event.Registration.Url"]), ("Organisation", ["Organisation.Website.Url"]),
        ];
        foreach (var (type, inputs) in types)
        {
            var form = (await EditorForm.OpenAsync(browser, $"/admin/content/new/{type}/fr")).Fill("TitlePart.Title", "Adresse");
            foreach (var input in inputs)
            {
                form.Fill(input, address);
            }

            var refused = await form.PressAsync("publication");
            Assert.True(refused.Status == 400, $"{type} {refused.Status}");
            InertPages.Inert(refused.Page, address.Trim());
            Assert.All(inputs, input => Assert.NotNull(refused.Page.QuerySelector($"#errors a[href^='#f-{input[..^4].Replace('.', '-')}']")));
            Assert.Equal(404, await browser.StatusAsync($"/admin/content/{form.Id}/edit"));
        }
    }

    [Theory]
    [MemberData(nameof(Links))]
    public async Task Link_in_a_rich_text_that_would_run_something_is_no_link(string markdown)
    {
        using var browser = await site.OpenAsAsync("editor");
        var form = (await EditorForm.OpenAsync(browser, "/admin/content/new/Page/fr")).Fill("TitlePart.Title", "Liens").Fill("Page.Body", markdown);
        using var preview = await form.SendAsync("preview");

        var page = await InertPages.InertPreviewAsync(preview, "isard");
        Assert.All(page.QuerySelectorAll("main .prose a[href], main .prose img"), link => Assert.StartsWith("/x", link.GetAttribute("href") ?? link.GetAttribute("src"), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("isard\" onerror=alert(1) data-isard=\".png")]
    [InlineData("isard' onerror='alert(1).png")]
    [InlineData("<img src=x onerror=alert(1)>.png")]
    [InlineData("isard)(javascript;alert(1) &quot; %22 ?#.png")]
    public async Task Name_of_a_media_file_is_text_in_choices_and_an_address_on_pages(string file)
    {
        var folder = Directory.CreateDirectory(Path.Combine(site.DataPath, "media", "isards"));
        await File.WriteAllBytesAsync(Path.Combine(folder.FullName, file), [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        var media = "isards/" + file;
        using var browser = await site.OpenAsAsync("editor");
        var form = await EditorForm.OpenAsync(browser, "/admin/content/new/Trial/fr");
        InertPages.Harmless(form.Page);
        await HostileSite.PublishAsync(form.Fill("TitlePart.Title", "Image " + file).Fill("PublicationPart.Picture", media).Fill("PublicationPart.PictureText", file).Fill("Trial.Picture", media), "sans");
        await browser.InertAsync($"/admin/content/{form.Id}/edit", media);
        using var offered = await browser.GetAsync("/admin/content/targets/pictures?text=" + Uri.EscapeDataString(file));
        Assert.Equal("media:" + media, (string?)Assert.Single(JsonNode.Parse(await offered.Content.ReadAsStringAsync())!["hits"]!.AsArray())!["value"]);

        using var visitor = site.Open();
        var page = await visitor.InertAsync("/" + (string)(await browser.PublishedAsync(form.Id))["AutoroutePart"]!["Path"]!, file);
        var pictures = page.QuerySelectorAll("main img").Where(image => image.GetAttribute("src")!.StartsWith("/media/isards/", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(pictures);
        Assert.All(pictures, picture => Assert.Equal(["src"], picture.Attributes.Select(attribute => attribute.Name).Except(["alt", "class", "width", "height", "loading", "decoding"])));
        Assert.Equal(200, await visitor.StatusAsync(pictures[0].GetAttribute("src")!));
    }

    [Theory]
    [MemberData(nameof(HostileSite.Names), MemberType = typeof(HostileSite))]
    public async Task News_are_text_on_their_page_in_its_data_and_in_the_feed(string name)
    {
        var (text, title) = (HostileSite.Texts[name], "Nouvelle " + HostileSite.TitleOf(name));
        var path = await PublishAsync("Article", title, ("PublicationPart.Summary", text), ("Article.Body", text), ("Article.Date.Start", "2031"));
        using var visitor = site.Open();
        foreach (var address in (string[])[path, "/fr/actualites"])
        {
            await visitor.InertAsync(address, title);
        }

        var page = await visitor.InertAsync(path, title);
        var news = Assert.Single(JsonNode.Parse(page.QuerySelector("script")!.TextContent)!["@graph"]!.AsArray(), node => (string?)node!["@type"] == "NewsArticle")!;
        Assert.Equal(InertPages.Squeezed(title), InertPages.Squeezed((string)news["headline"]!));
        Assert.Equal(InertPages.Squeezed(title), InertPages.Squeezed(page.QuerySelector("meta[property='og:title']")!.GetAttribute("content")!));
        Assert.StartsWith(InertPages.Squeezed(title), InertPages.Squeezed(page.Title!), StringComparison.Ordinal);

        using var answer = await FileAsync(visitor, "/fr/actualites/atom.xml", "application/atom+xml");
        var feed = XDocument.Parse(await answer.Content.ReadAsStringAsync()).Root!;
        Assert.All(feed.DescendantsAndSelf(), element => Assert.Equal("http://www.w3.org/2005/Atom", element.Name.NamespaceName));
        Assert.All(feed.Descendants().Attributes("type"), type => Assert.DoesNotContain(type.Value, (string[])["html", "xhtml"]));
        var entry = Assert.Single(feed.Elements(feed.Name.Namespace + "entry"), entry => InertPages.Squeezed(entry.Element(feed.Name.Namespace + "title")!.Value) == InertPages.Squeezed(title));
        Assert.Equal(InertPages.Squeezed(text), InertPages.Squeezed(entry.Element(feed.Name.Namespace + "summary")!.Value));
    }

    [Theory]
    [MemberData(nameof(HostileSite.Names), MemberType = typeof(HostileSite))]
    public async Task Event_stays_inside_its_lines_of_the_calendar(string name)
    {
        var (text, title) = (HostileSite.Texts[name], "Fête " + HostileSite.TitleOf(name));
        var path = await PublishAsync("Event", title, ("PublicationPart.Summary", text), ("Event.Description", text), ("Event.PlaceText", text), ("Event.Dates.Start", "2031-05-02"));
        using var visitor = site.Open();
        await visitor.InertAsync(path, title);
        await visitor.InertAsync("/fr/agenda?month=2031-05", title);

        using var answer = await FileAsync(visitor, "/fr/agenda.ics", "text/calendar");
        var lines = (await answer.Content.ReadAsStringAsync()).Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.All(lines, line => Assert.Matches("^(BEGIN|END|VERSION|PRODID|CALSCALE|X-WR-CALNAME|UID|DTSTAMP|SEQUENCE|DTSTART;VALUE=DATE|DTEND;VALUE=DATE|SUMMARY|DESCRIPTION|LOCATION|URL):[^\r\n]*$", line));
        Assert.Single(lines, line => Unescaped(line) == "SUMMARY:" + InertPages.Squeezed(title));
        Assert.Contains(lines, line => Unescaped(line) == "LOCATION:" + InertPages.Squeezed(text));
    }

    [Theory]
    [MemberData(nameof(HostileSite.Names), MemberType = typeof(HostileSite))]
    public async Task Place_is_text_on_the_map_in_the_table_and_among_the_points(string name)
    {
        var (text, title) = (HostileSite.Texts[name], "Lieu " + HostileSite.TitleOf(name));
        var path = await PublishAsync(
            "Site", title, ("PublicationPart.Summary", text), ("Site.Description", text), ("Site.Access", text), ("Site.Services", text), ("Site.Address.Street", text), ("Site.Address.Locality", text), ("Site.Position.Latitude", "43,5"), ("Site.Position.Longitude", "5,4"));
        using var visitor = site.Open();
        await visitor.InertAsync(path, title);
        await visitor.InertAsync("/fr/lieux", title);

        using var points = await FileAsync(visitor, "/fr/lieux.geojson", "application/geo+json");
        var features = JsonNode.Parse(await points.Content.ReadAsStringAsync())!["features"]!.AsArray();
        Assert.Single(features, feature => InertPages.Squeezed((string)feature!["properties"]!["title"]!) == InertPages.Squeezed(title));
        using var table = await FileAsync(visitor, "/fr/lieux.csv", "text/csv");
        var rows = DataFileTests.Rows(await table.Content.ReadAsStringAsync(), ";");
        Assert.Single(rows, row => InertPages.Squeezed(row[1]) == InertPages.Squeezed(title));
        Assert.All(rows, row => Assert.Equal(rows[0].Length, row.Length));
    }

    [Theory]
    [MemberData(nameof(HostileSite.Names), MemberType = typeof(HostileSite))]
    public async Task Name_of_an_account_takes_none_of_it_and_roles_and_tokens_show_it_as_text(string name)
    {
        var text = HostileSite.Texts[name];
        using var chief = await site.OpenAsAsync("chief");
        using var refused = await InvitationTests.InviteAsync(chief, text, $"{name}@example.org");
        var page = await InertPages.InertAsync(refused, HostileSite.Line(text), HttpStatusCode.BadRequest);
        Assert.NotNull(page.QuerySelector("#name-error"));
        using var address = await InvitationTests.InviteAsync(chief, name, $"{name}@example.org{text}");
        Assert.NotNull((await InertPages.InertAsync(address, HostileSite.Line(text), HttpStatusCode.BadRequest)).QuerySelector("#email-error"));
        Assert.Equal(0, await site.CountAsync("SELECT COUNT(*) FROM mail_outbox WHERE state = 'waiting'"));

        await site.RunAsync<RoleStore>(store => store.SaveAsync(new Role("Isard " + name, text, [])));
        foreach (var path in (string[])["/admin/roles", $"/admin/roles/Isard%20{name}", "/admin/users/new"])
        {
            await chief.InertAsync(path, text);
        }

        // A token may be called anything of a hundred letters.
        var called = HostileSite.Line(text)[..Math.Min(100, HostileSite.Line(text).Length)];
        using var made = await chief.SendAsync("/account/tokens", "/account/tokens", ("Name", called), ("Days", "1"));
        await InertPages.InertAsync(made, called);
    }

    [Theory]
    [MemberData(nameof(HostileSite.Names), MemberType = typeof(HostileSite))]
    public async Task Letter_keeps_it_out_of_its_headers(string name)
    {
        var (text, to) = (HostileSite.Texts[name], $"reader-{name}@example.org");
        if (text.Contains('\n', StringComparison.Ordinal))
        {
            Assert.Throws<CmsException>(() => new Letter(to, text, "Bonjour", "fr"));
            Assert.Throws<CmsException>(() => new Letter($"{to}\r\nBcc: other@example.org", "Bonjour", "Bonjour", "fr"));
        }

        await site.RunAsync<Outbox>(async outbox =>
        {
            var letter = outbox.Seal(new Letter(to, HostileSite.Line(text), "Bonjour\n\n" + text, "fr"));
            await site.RunAsync<IDatabase>(database => database.WriteAsync(unit => outbox.AddAsync(unit, letter)));
        });
        var parts = (await site.LetterAsync(to)).Split("\r\n\r\n", 2);
        var (head, body) = (parts[0], parts[1]);

        Assert.All(head.Split("\r\n"), line => Assert.Matches("^( |From:|To:|Subject:|Date:|Message-ID:|MIME-Version:|Content-Type:|Content-Transfer-Encoding:|Content-Language:|Auto-Submitted:)", line));
        Assert.Contains("Content-Type: text/plain", head, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(InertPages.Squeezed(text), InertPages.Squeezed(body), StringComparison.Ordinal);
    }

    /// <summary>Publishes an item through the form.</summary>
    /// <returns>Its address.</returns>
    private async Task<string> PublishAsync(string type, string title, params (string Input, string Value)[] typed)
    {
        using var browser = await site.OpenAsAsync("editor");
        var form = (await EditorForm.OpenAsync(browser, $"/admin/content/new/{type}/fr")).Fill("TitlePart.Title", title);
        foreach (var (input, value) in typed)
        {
            form.Fill(input, value);
        }

        await HostileSite.PublishAsync(form, "sans");
        return "/" + (string)(await browser.PublishedAsync(form.Id))["AutoroutePart"]!["Path"]!;
    }

    /// <summary>A file that browsers take for what it is.</summary>
    private static async Task<HttpResponseMessage> FileAsync(Browser browser, string address, string type)
    {
        var answer = await browser.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
        InertPages.Guarded(answer);
        return answer;
    }

    /// <summary>A line of a calendar as programs read it.</summary>
    private static string Unescaped(string line) =>
        InertPages.Squeezed(line.Replace("\\n", "", StringComparison.Ordinal).Replace("\\;", ";", StringComparison.Ordinal).Replace("\\,", ",", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal));
}
