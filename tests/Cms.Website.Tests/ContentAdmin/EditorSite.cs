using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Cms.Content.Recipes;
using Cms.Core.Security;
using Cms.Users;
using Cms.Website.Tests.Users;

namespace Cms.Website.Tests.ContentAdmin;

/// <summary>A website with a type that was composed at run time and has a field of every kind.</summary>
public class EditorSite : UserSite
{
    /// <summary>Every kind of field, by name; the name is the field's too.</summary>
    public static readonly IReadOnlyDictionary<string, string> Fields = new Dictionary<string, string>
    {
        ["Line"] = "TextField",
        ["State"] = "TextField",
        ["Words"] = "MultiTextField",
        ["Body"] = "MarkdownField",
        ["Flag"] = "BooleanField",
        ["Number"] = "NumericField",
        ["Figure"] = "QuantityField",
        ["Budget"] = "MoneyField",
        ["Day"] = "DateField",
        ["Moment"] = "DateTimeField",
        ["Period"] = "PartialDateField",
        ["Link"] = "LinkField",
        ["Picture"] = "MediaField",
        ["Related"] = "ContentPickerField",
        ["Themes"] = "TaxonomyField",
        ["Position"] = "GeoPointField",
        ["Place"] = "AddressField",
        ["Hours"] = "OpeningHoursField",
        ["Film"] = "VideoField",
        ["Steps"] = "ListField",
    };

    protected override IReadOnlyList<string> Features => ["Cms.ContentAdmin", "Cms.Api", "Cms.Pages", "Cms.Taxonomies"];

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await RunRecipeAsync(Steps());
        await AddAsync("editor", "Editor");
        await AddAsync("colleague", "Editor");
    }

    public Task RunRecipeAsync(string steps) => RunAsync<RecipeRunner>(async runner =>
    {
        var source = new RecipeSource("editor.recipe.json", Encoding.UTF8.GetBytes($$"""{ "name": "editor", "steps": [ {{steps}} ] }"""), DataPath);
        var report = await runner.RunAsync(new RecipeRequest(source, Actor.System));
        Assert.Empty(report.Problems.Where(problem => problem.IsError).Select(problem => $"{problem.Failure.Key} {problem.Failure.Field}"));
    });

    /// <summary>A published item of the type with a field of every kind.</summary>
    /// <param name="part">JSON of members of the part, and what follows it.</param>
    public async Task AddTrialAsync(string id, string culture, string title, string part = "", string? set = null) =>
        await RunRecipeAsync($$"""{ "name": "Content", "data": [ {{Item(id, "Trial", culture, title, set ?? id, part.Length > 0 ? $$""", "Trial": { {{part}} }""" : "")}} ] }""");

    /// <summary>Adds an account that may do what its role says for some publishers or languages only.</summary>
    public async Task AddAsync(string name, string role, ActorScope scope)
    {
        await AddAsync(name, role);
        await RunAsync<UserStore>(async users =>
        {
            var account = (await users.FindByNameAsync(name.ToUpperInvariant(), default))!;
            account.Scope = scope;
            await users.UpdateAsync(account, default);
        });
    }

    private static string Steps()
    {
        var fields = Fields.Select(field => Field(field.Value, field.Key, field.Key switch
        {
            "State" => """ "Options": ["in-progress", "completed"] """,
            "Period" or "Place" => """ "Shared": true """,
            "Related" => """ "ContentType": "Page", "Shared": true """,
            "Steps" => $$""" "RowFields": [ {{Field("TextField", "Name", "")}}, {{Field("NumericField", "Weight", """ "Shared": true """)}} ] """,
            _ => "",
        }));
        return $$"""
            { "name": "ContentDefinition",
              "ContentTypes": [ { "Name": "Trial", "DisplayName": "Trial",
                "Settings": { "CmsTypeSettings": { "Paths": { "fr": "essais/{slug}", "en": "trials/{slug}" } } },
                "ContentTypePartDefinitionRecords": [ { "PartName": "TitlePart", "Name": "TitlePart" }, { "PartName": "AutoroutePart", "Name": "AutoroutePart" }, { "PartName": "Trial", "Name": "Trial" } ] } ],
              "ContentParts": [ { "Name": "Trial", "ContentPartFieldDefinitionRecords": [ {{string.Join(", ", fields)}} ] } ] },
            { "name": "media", "Files": [ { "TargetPath": "images/pont.txt", "Base64": "cG9udA==" } ] },
            { "name": "Content", "data": [
              {{Item("themes", "Taxonomy", "fr", "Thèmes", "themes", Terms("Eau", "Rivières", "Ville"))}},
              {{Item("themes-en", "Taxonomy", "en", "Themes", "themes", Terms("Water", "Rivers", "Town"))}},
              {{Item("page", "Page", "fr", "Le canal du Midi", "canal")}} ] }
            """;
    }

    private static string Field(string type, string name, string settings) =>
        $$"""{ "FieldName": "{{type}}", "Name": "{{name}}", "Settings": { "ContentPartFieldSettings": { "DisplayName": "{{name}}" }, "CmsFieldSettings": { {{settings}} } } }""";

    private static string Terms(string water, string rivers, string town) =>
        $$"""
        , "TermsPart": { "Terms": { "Rows": [ { "Id": "t-eau", "Code": { "Text": "eau" }, "Name": { "Text": "{{water}}" } },
          { "Id": "t-riv", "Code": { "Text": "riv" }, "Parent": { "Text": "eau" }, "Name": { "Text": "{{rivers}}" } }, { "Id": "t-ville", "Code": { "Text": "ville" }, "Name": { "Text": "{{town}}" } } ] } }
        """;

    private static string Item(string id, string type, string culture, string title, string set, string parts = "") =>
        $$"""
        { "ContentItemId": "{{id}}", "ContentType": "{{type}}", "Published": true, "TitlePart": { "Title": "{{title}}" },
          "LocalizationPart": { "LocalizationSet": "{{set}}", "Culture": "{{culture}}" }{{parts}} }
        """;
}

/// <summary>The same website on PostgreSQL, in a database of its own.</summary>
public sealed class PostgresEditorSite(PostgresServer server) : EditorSite
{
    private IReadOnlyList<(string Key, string Value)> _database = [];

    protected override IEnumerable<(string Key, string Value)> Database => _database;

    public override async Task InitializeAsync()
    {
        if (await server.NewWebsiteAsync() is { } database)
        {
            _database = database;
            await base.InitializeAsync();
        }
    }
}

/// <summary>A form as a browser without script has it: its inputs can be filled and one of its buttons pressed.</summary>
public sealed class EditorForm
{
    /// <summary>The form itself, not that of the button beside the title.</summary>
    private const string Form = "main form:not([action$='/removal'])";

    private readonly Browser _browser;
    private readonly string _address;
    private readonly List<(string Name, string Value)> _inputs = [];

    private EditorForm(Browser browser, string address, int status, IHtmlDocument page)
    {
        (_browser, _address, Status, Page) = (browser, address, status, page);
        foreach (var input in page.QuerySelectorAll($"{Form} [name]"))
        {
            if (ValueOf(input) is { } value)
            {
                _inputs.Add((input.GetAttribute("name")!, value));
            }
        }
    }

    public int Status { get; }

    /// <summary>Every input with its value, as a browser would send them.</summary>
    public IReadOnlyList<(string Name, string Value)> Inputs => _inputs;

    public IHtmlDocument Page { get; }

    /// <summary>Id of the item, from the address that the form is sent to.</summary>
    public string Id => Page.QuerySelector(Form)!.GetAttribute("action")!.Split('/')[3];

    /// <summary>What the summary above the form says.</summary>
    public string Problems => Page.QuerySelector("#errors")?.TextContent ?? "";

    public static async Task<EditorForm> OpenAsync(Browser browser, string address)
    {
        using var response = await browser.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await ReadAsync(browser, address, response);
    }

    public IReadOnlyList<string> All(string name) => [.. _inputs.Where(input => input.Name == name && input.Value.Length > 0).Select(input => input.Value)];

    public string Value(string name) => All(name) is [var first, ..] ? first : "";

    /// <summary>Types into an input, or ticks one that the page has and that was not ticked.</summary>
    public EditorForm Fill(string name, string value)
    {
        Assert.True(Page.QuerySelectorAll($"{Form} [name]").Any(input => input.GetAttribute("name") == name), $"The form has no {name}.");
        var first = _inputs.FindIndex(input => input.Name == name && !IsTicked(name));
        if (first < 0)
        {
            _inputs.Add((name, value));
        }
        else
        {
            _inputs[first] = (name, value);
        }

        return this;
    }

    public EditorForm Untick(string name, string value)
    {
        _inputs.RemoveAll(input => input.Name == name && input.Value == value);
        return this;
    }

    /// <summary>Presses the button that sends to an address of the editor (<c>draft</c>, <c>publication</c>), or that carries a step.</summary>
    public async Task<HttpResponseMessage> SendAsync(string button)
    {
        var pressed = Page.QuerySelectorAll($"{Form} button").LastOrDefault(candidate => candidate.GetAttribute("value") == button)
            ?? Page.QuerySelectorAll($"{Form} button").Last(candidate => (candidate.GetAttribute("formaction") ?? Page.QuerySelector(Form)!.GetAttribute("action"))!.EndsWith("/" + button, StringComparison.Ordinal));
        var address = pressed.GetAttribute("formaction") ?? Page.QuerySelector(Form)!.GetAttribute("action")!;
        var step = pressed.GetAttribute("name") is { } name ? new[] { (name, pressed.GetAttribute("value") ?? "") } : [];
        return await _browser.PostAsync(address, [.. _inputs, .. step]);
    }

    /// <summary>Sends the form to an address of the editor that has no button, as its script does.</summary>
    public Task<HttpResponseMessage> PostAsync(string end) => _browser.PostAsync($"/admin/content/{Id}/edit/{end}", [.. _inputs]);

    /// <summary>Presses a button whose answer is a page with a form.</summary>
    public async Task<EditorForm> PressAsync(string button)
    {
        using var response = await SendAsync(button);
        return await ReadAsync(_browser, _address, response);
    }

    /// <summary>Presses a button that saves.</summary>
    public async Task<string> SaveAsync(string button = "draft")
    {
        using var response = await SendAsync(button);
        Assert.True(response.StatusCode == HttpStatusCode.Redirect, $"{(int)response.StatusCode} {await TextAsync(response)}");
        return response.Headers.Location!.OriginalString;
    }

    private static async Task<EditorForm> ReadAsync(Browser browser, string address, HttpResponseMessage response) =>
        new(browser, address, (int)response.StatusCode, await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync()));

    private static async Task<string> TextAsync(HttpResponseMessage response) =>
        (await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync())).QuerySelector("#errors, main")?.TextContent ?? "";

    private bool IsTicked(string name) => Page.QuerySelectorAll($"{Form} [type=checkbox], {Form} [type=radio]").Any(input => input.GetAttribute("name") == name);

    /// <summary>What a browser would send of an input; null for nothing.</summary>
    private static string? ValueOf(IElement input) => input switch
    {
        IHtmlInputElement { Type: "checkbox" or "radio" } box => box.IsChecked ? box.Value : null,
        IHtmlInputElement field => field.Value,
        IHtmlTextAreaElement area => area.Value,
        IHtmlSelectElement select => select.Value ?? "",
        _ => null,
    };
}

/// <summary>What can be asked about an item from outside.</summary>
public static class EditorQuestions
{
    /// <summary>The published item's JSON.</summary>
    public static async Task<JsonNode> PublishedAsync(this Browser browser, string id) => JsonNode.Parse(await browser.Client.GetStringAsync($"/api/content/{id}"))!;

    /// <summary>The published page of an item, decoded.</summary>
    public static async Task<string> PageOfAsync(this Browser browser, string id) => await browser.TextAsync("/" + (await browser.PublishedAsync(id))["AutoroutePart"]!["Path"]);
}
