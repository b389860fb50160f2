using Cms.Website.Tests.Users;

namespace Cms.Website.Tests.ContentAdmin;

/// <summary>A website whose editors type what could harm its readers, into every field there is.</summary>
public sealed class HostileSite : EditorSite
{
    private readonly Dictionary<string, HostileItem> _items = [];

    /// <summary>What is typed, by the name that a test shows.</summary>
    public static IReadOnlyDictionary<string, string> Texts { get; } = new Dictionary<string, string>
    {
        ["script"] = "<script>alert(1)</script>",
        ["attribute"] = "\"><img src=x onerror=alert(1)>",
        ["apostrophe"] = "' onmouseover='alert(1)' autofocus onfocus='alert(2)",
        ["ending"] = "</textarea></title></script></style><svg onload=alert(1)><script>alert(1)</script>",
        ["comment"] = "<!--><script>alert(1)</script><!-- ]]><script>alert(1)</script>",
        ["event"] = "<a href=\"https://example.org/\" onclick=\"alert(1)\" data-isard>isard</a><form action=\"https://example.org/\"><button formaction=\"javascript:alert(1)\">isard</button></form>",
        ["markdown"] = "[isard](javascript:alert(1)) ![isard](JaVaScRiPt:alert(1)) <javascript:alert(1)> [isard](java&Tab;script:alert(1))",
        ["template"] = "{{constructor.constructor('alert(1)')()}} @(1+1) ${7*7} <%= 7*7 %> {0} %s",
        ["header"] = $"isard\r\n{InertPages.Header}: 1\r\n\r\n<script>alert(1)</script>",
    };

    /// <summary>The name of each text, for theories.</summary>
    public static TheoryData<string> Names => [.. Texts.Keys];

    protected override IReadOnlyList<string> Features =>
        [.. base.Features, "Cms.SearchPages", "Cms.OpenData", "Cms.News", "Cms.Sites", "Cms.Directory", "Cms.Videos", "Cms.Seo", "Cms.Theme.Public"];

    protected override string Theme => "Cms.Theme.Public";

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await RunRecipeAsync(
            """
            { "name": "ContentDefinition",
              "ContentTypes": [ { "Name": "Trial", "DisplayName": "Trial", "Settings": { "CmsTypeSettings": { "ListPaths": { "fr": "essais", "en": "trials" } } },
                "ContentTypePartDefinitionRecords": [ { "PartName": "PublicationPart", "Name": "PublicationPart" } ] } ] }
            """);
        await AddAsync("chief", "Administrator");
    }

    /// <summary>A word that only the item of this text has in its title.</summary>
    public static string WordOf(string name) => "vautour" + name;

    public static string TitleOf(string name) => $"{WordOf(name)} {Texts[name]}";

    /// <summary>The published item with the text in each of its fields; written once.</summary>
    public async Task<HostileItem> ItemAsync(string name)
    {
        if (!_items.TryGetValue(name, out var item))
        {
            using var browser = await OpenAsAsync("editor");
            item = _items[name] = await WriteAsync(browser, name);
        }

        return item;
    }

    /// <summary>A form of a new item of the type with a field of every kind, with the text in every input that takes any text.</summary>
    public static async Task<EditorForm> FilledAsync(Browser browser, string name)
    {
        var text = Texts[name];
        var form = await EditorForm.OpenAsync(browser, "/admin/content/new/Trial/fr");
        form = await form.Fill("TitlePart.Title", TitleOf(name)).PressAsync("add|Trial.Steps");
        string[] inputs =
        [
            "Trial.Line", "Trial.Words", "Trial.Figure.Unit", "Trial.Link.Text", "Trial.Place.Street", "Trial.Place.PostalCode", "Trial.Place.Locality", "Trial.Film.Provider",
            $"Trial.Steps[{form.All("Trial.Steps")[^1]}].Name", "PublicationPart.Summary", "PublicationPart.PictureText",
        ];
        foreach (var input in inputs)
        {
            form.Fill(input, text);
        }

        // An address that begins well can go on as it likes; a link that leads nowhere is reported; a link without meaning asks for a reason.
        return form
            .Fill("Trial.Body", $"## Un\n\n[cliquez ici](/fr) [perdu](item:nulle-part)\n\n{text}")
            .Fill("Trial.Figure.Value", "7")
            .Fill("Trial.Link.Url", "/?" + Line(text))
            .Fill("Trial.Film.Url", "#" + Line(text))
            .Fill("Trial.Related", "canal")
            .Fill("Trial.Related", Line(text))
            .Fill("PublicationPart.Picture", "images/pont.txt");
    }

    /// <summary>Publishes what stands in a form, with a reason where it shuts readers out.</summary>
    public static async Task PublishAsync(EditorForm form, string reason)
    {
        var answer = await form.PressAsync("publication");
        if (answer.Page.QuerySelector("#gate") is not null)
        {
            await answer.Fill("_reason", reason).SaveAsync("publication");
            return;
        }

        Assert.True(answer.Status == 302, answer.Problems);
    }

    /// <summary>The text without the ends of lines, which no address may have.</summary>
    public static string Line(string text) => text.ReplaceLineEndings("");

    private static async Task<HostileItem> WriteAsync(Browser browser, string name)
    {
        var publisher = (await EditorForm.OpenAsync(browser, "/admin/content/new/Organisation/fr"))
            .Fill("TitlePart.Title", "Éditeur " + Texts[name]).Fill("Organisation.Role", Texts[name]).Fill("Organisation.Acronym", Texts[name]);
        await PublishAsync(publisher, "");
        var form = await FilledAsync(browser, name);
        form = form.Fill("PublicationPart.Publisher", publisher.Value("_set"));
        var gate = await form.PressAsync("publication");
        Assert.True(gate.Page.QuerySelector("#gate") is not null, gate.Problems);
        InertPages.Inert(gate.Page, Texts[name]);
        await gate.Fill("_reason", Texts[name]).SaveAsync("publication");
        return new HostileItem(form.Id, name, Texts[name], "/" + (string)(await browser.PublishedAsync(form.Id))["AutoroutePart"]!["Path"]!);
    }
}

/// <param name="Name">Name of the text.</param>
/// <param name="Text">What stands in its fields.</param>
/// <param name="Path">Where visitors see it.</param>
public sealed record HostileItem(string Id, string Name, string Text, string Path)
{
    public string Title => HostileSite.TitleOf(Name);

    public string Word => HostileSite.WordOf(Name);
}

[CollectionDefinition(Name)]
public sealed class HostileTests : ICollectionFixture<HostileSite>
{
    public const string Name = "hostile text";
}
