using Microsoft.OpenApi;

namespace Cms.Api;

/// <summary>Shapes of the API's JSON, written by hand where no class stands for them.</summary>
public static class ApiSchemas
{
    public const string ContentItem = "ContentItem";
    public const string ContentPage = "ContentPage";
    public const string Problem = "Problem";

    /// <summary>Security scheme: a personal access token.</summary>
    public const string Token = "token";

    internal static void AddTo(OpenApiDocument document)
    {
        document.AddComponent(ContentItem, Item());
        document.AddComponent(ContentPage, Page(document));
        document.AddComponent(Problem, ProblemShape());
        document.AddComponent(Token, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = "A personal access token of an account, made in the administration.",
        });
    }

    public static OpenApiSchema Text(string description = "") => new() { Type = JsonSchemaType.String, Description = description };

    public static OpenApiSchema Whole(string description = "") => new() { Type = JsonSchemaType.Integer, Description = description };

    public static OpenApiSchema Flag(string description = "") => new() { Type = JsonSchemaType.Boolean, Description = description };

    public static OpenApiSchema List(IOpenApiSchema of) => new() { Type = JsonSchemaType.Array, Items = of };

    public static OpenApiSchema Object(Dictionary<string, IOpenApiSchema> members, params string[] required) =>
        new() { Type = JsonSchemaType.Object, Properties = members, Required = required.ToHashSet() };

    private static OpenApiSchema Item()
    {
        var moment = new OpenApiSchema { Type = JsonSchemaType.String | JsonSchemaType.Null, Format = "date-time" };
        var item = Object(
            new()
            {
                ["ContentItemId"] = Text("One document in one language; made by the website when a new item has none."),
                ["ContentItemVersionId"] = Text(),
                ["ContentType"] = Text(),
                ["DisplayText"] = Text("Its title."),
                ["Latest"] = Flag(),
                ["Published"] = Flag(),
                ["ModifiedUtc"] = moment,
                ["PublishedUtc"] = moment,
                ["CreatedUtc"] = moment,
                ["Owner"] = Text("Id of the account it belongs to."),
                ["Author"] = Text("Name of the account that wrote this version."),
                ["LocalizationPart"] = Object(new() { ["LocalizationSet"] = Text("What all language versions share."), ["Culture"] = Text("Language: fr, en.") }),
            },
            "ContentType");
        item.Description = "A content item in Orchard Core's JSON. Each part of its type is a further object at the root, with its fields as members.";
        item.AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.Object };
        return item;
    }

    private static OpenApiSchema Page(OpenApiDocument document) => Object(
        new()
        {
            ["page"] = Whole(),
            ["pageSize"] = Whole(),
            ["total"] = Whole("Exact up to 10 000."),
            ["totalIsLowerBound"] = Flag("There are more than total."),
            ["items"] = List(new OpenApiSchemaReference(ContentItem, document)),
        },
        "page", "pageSize", "total", "totalIsLowerBound", "items");

    private static OpenApiSchema ProblemShape() => Object(
        new()
        {
            ["title"] = Text("What went wrong, in the language of Accept-Language."),
            ["status"] = Whole(),
            ["key"] = Text("Stable key of the error."),
            ["errors"] = List(Object(
                new() { ["key"] = Text("Stable key of the rule."), ["field"] = new OpenApiSchema { Type = JsonSchemaType.String | JsonSchemaType.Null, Description = "Part.Field; null for the whole item." }, ["text"] = Text() },
                "key", "text")),
        },
        "title", "status", "key");
}
