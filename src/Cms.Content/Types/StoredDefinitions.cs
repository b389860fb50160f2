using System.Text.Json.Nodes;
using Cms.Content.Fields;

namespace Cms.Content.Types;

/// <summary>Definitions composed at run time, kept in Orchard Core's JSON (ContentDefinition step) and turned into ours when loaded.</summary>
public sealed class StoredDefinitions(IReadOnlyList<JsonObject> types, IReadOnlyList<JsonObject> parts)
{
    public IReadOnlyList<PartDefinition> Parts { get; } = [.. parts.Select(Part)];

    public IEnumerable<ContentTypeDefinition> Types(Func<string, PartDefinition?> part) => types.Select(t => Type(t, part));

    private static ContentTypeDefinition Type(JsonObject json, Func<string, PartDefinition?> part)
    {
        var name = Text(json, "Name");
        var settings = json["Settings"] as JsonObject;
        var listing = settings?["ContentTypeSettings"] as JsonObject;
        return new ContentTypeDefinition
        {
            Name = name,
            DisplayName = Text(json, "DisplayName") is { Length: > 0 } display ? display : name,
            PluralName = Text(settings?["CmsTypeSettings"], "PluralName"),
            Parts = [.. Objects(json, "ContentTypePartDefinitionRecords").Select(p => part(Text(p, "PartName"))).OfType<PartDefinition>().DistinctBy(p => p.Name)],
            Paths = Map(settings?["CmsTypeSettings"]?["Paths"]),
            ListPaths = Map(settings?["CmsTypeSettings"]?["ListPaths"]),
            SlugField = Text(settings?["CmsTypeSettings"], "SlugField"),
            ListOrder = Text(settings?["CmsTypeSettings"], "ListOrder"),
            Creatable = Flag(listing, "Creatable", true),
            Listable = Flag(listing, "Listable", true),
            Settings = settings,
        };
    }

    private static PartDefinition Part(JsonObject json) => new(Text(json, "Name"), null, Fields(json, "ContentPartFieldDefinitionRecords"));

    private static List<FieldDefinition> Fields(JsonObject json, string member) =>
        [.. Objects(json, member).Select(Field).OfType<FieldDefinition>().DistinctBy(f => f.Name)];

    private static FieldDefinition? Field(JsonObject json)
    {
        var fieldType = Text(json, "FieldName");
        if (FieldTypes.Find(fieldType) is not { } clrType)
        {
            return null;
        }

        var settings = json["Settings"] as JsonObject;
        var own = settings?["CmsFieldSettings"] as JsonObject;
        var ofType = settings?[fieldType + "Settings"] as JsonObject;
        var isList = clrType == typeof(ListField<ComposedRow>);
        return new FieldDefinition
        {
            Name = Text(json, "Name"),
            FieldType = isList ? nameof(ListField) : clrType.Name,
            ClrType = clrType,
            Shared = Flag(own, "Shared", false),
            Indexed = Flag(own, "Indexed", false),
            Natural = Flag(own, "Natural", false),
            Searchable = Flag(own, "Searchable", true),
            Required = Flag(ofType, "Required", false),
            Label = Text(settings?["ContentPartFieldSettings"], "DisplayName") is { Length: > 0 } label ? label : TypeReader.Words(Text(json, "Name")),
            Hint = Text(ofType, "Hint"),
            Long = Text(settings?["ContentPartFieldSettings"], "Editor") == "TextArea",
            Taxonomy = Text(ofType, "TaxonomyContentItemId"),
            ContentType = Text(own, "ContentType"),
            Options = [.. (own?["Options"] as JsonArray)?.OfType<JsonValue>().Select(option => option.ToString()) ?? []],
            RowType = isList ? typeof(ComposedRow) : null,
            RowFields = isList && own is not null ? Fields(own, "RowFields") : [],
            Settings = settings,
        };
    }

    private static Dictionary<string, string> Map(JsonNode? node) =>
        (node as JsonObject)?.Where(p => p.Value is JsonValue).ToDictionary(p => p.Key, p => p.Value!.ToString()) ?? [];

    private static IEnumerable<JsonObject> Objects(JsonObject json, string member) => (json[member] as JsonArray)?.OfType<JsonObject>() ?? [];

    private static string Text(JsonNode? json, string member) => (json as JsonObject)?[member] is JsonValue value ? value.ToString() : "";

    private static bool Flag(JsonObject? json, string member, bool otherwise) => json?[member] is JsonValue value && value.TryGetValue<bool>(out var flag) ? flag : otherwise;
}
