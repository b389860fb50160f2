using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cms.Content;
using Cms.Content.Fields;
using Cms.Content.Items;
using Cms.Content.Parts;
using Cms.Content.Store;
using Cms.Content.Types;
using Cms.Core.Security;
using Cms.Data.Tests.Stores;
using Xunit;

namespace Cms.Data.Tests.Content;

/// <summary>
/// Every field type, as a property of a class and as a shared field that was composed at run time: what is written comes back, and what is indexed orders
/// lists alike on every database, extreme values too.
/// </summary>
public abstract class FieldContractTests(TestStore store) : ContentTests(store)
{
    private const string Composed = "Composed";
    private const string Face = "😀";

    private static readonly (string Field, string Json)[] _values =
    [
        ("Line", """{ "Text": "Été à Pau" }"""),
        ("Line", """{ "Text": "" }"""),
        ("Line", $$"""{ "Text": "{{string.Concat(Enumerable.Repeat(Face, TextField.MaxIndexedLength / 2))}}" }"""),
        ("Line", """{ "Text": "𝒜 \" \\ \\u0000 \t <b> \u2028" }"""),
        ("Words", """{ "Values": ["un", "", "😀"] }"""),
        ("Words", """{ "Values": [] }"""),
        ("Body", """{ "Markdown": "# Titre\n\n*été* 😀" }"""),
        ("Body", $$"""{ "Markdown": "{{new string('é', MarkdownField.MaxLength)}}" }"""),
        ("Flag", """{ "Value": true }"""),
        ("Flag", """{ "Value": false }"""),
        ("Flag", """{ "Value": null }"""),
        ("Number", """{ "Value": -1.50 }"""),
        ("Number", """{ "Value": 0 }"""),
        ("Number", """{ "Value": 79228162514264337593543950335 }"""),
        ("Number", """{ "Value": -79228162514264337593543950335 }"""),
        ("Number", """{ "Value": 0.0000000000000000000000000001 }"""),
        ("Number", """{ "Value": null }"""),
        ("Amount", """{ "Value": -12.75, "Qualifier": "Exactly", "Unit": "km" }"""),
        ("Amount", """{ "Value": null, "Unit": "" }"""),
        ("Money", """{ "Amount": -0.01, "Currency": "CHF" }"""),
        ("Money", """{ "Amount": 23000000 }"""),
        ("Day", """{ "Value": "2024-02-29" }"""),
        ("Day", """{ "Value": "0001-01-01" }"""),
        ("Day", """{ "Value": "9999-12-31" }"""),
        ("Moment", """{ "Value": "2024-02-29T23:59:59Z" }"""),
        ("Moment", """{ "Value": "0001-01-01T00:00:00Z" }"""),
        ("Moment", """{ "Value": "9999-12-31T23:59:59Z" }"""),
        ("Period", """{ "Start": "2024-02-29", "End": "" }"""),
        ("Period", """{ "Start": "0001", "End": "9999-12" }"""),
        ("Period", """{ "Start": "", "End": "" }"""),
        ("Link", """{ "Url": "https://example.org/a?b=%C3%A9#c", "Text": "Là 😀" }"""),
        ("Link", """{ "Url": "", "Text": "" }"""),
        ("Picture", """{ "Paths": ["x/été.jpg"], "MediaTexts": [""] }"""),
        ("Picked", """{ "LocalizationSets": ["one", "two"] }"""),
        ("Terms", """{ "TaxonomyContentItemId": "crafts", "TermContentItemIds": ["milling"] }"""),
        ("Point", """{ "Latitude": -90, "Longitude": 179.999999999 }"""),
        ("Point", """{ "Latitude": null, "Longitude": null }"""),
        ("Place", """{ "Street": "64, avenue Jean-Biray", "PostalCode": "64058", "Locality": "Pau", "Commune": "64445", "Country": "FR" }"""),
        ("Hours", """{ "Slots": [ { "Day": 1, "Opens": "00:00:00", "Closes": "23:59:59" } ] }"""),
        ("Film", """{ "Url": "https://example.org/film", "Provider": "example", "Duration": 0 }"""),
        ("Rows", """{ "Rows": [ { "Id": "a", "Name": { "Text": "Arbres 😀" }, "Target": { "Value": -1.50 } }, { "Id": "b", "Name": { "Text": "" } } ] }"""),
        ("Rows", """{ "Rows": [] }"""),
    ];

    [StoreFact]
    public async Task Every_value_comes_back_as_it_was_written()
    {
        await using var engine = await StartAsync();
        foreach (var (field, json) in _values)
        {
            foreach (var type in (string[])[nameof(Everything), Composed])
            {
                var item = await PublishAsync(engine, type, field, json);

                using var stored = JsonDocument.Parse(ContentItemJson.Write((await engine.PublishedAsync(item))!));
                using var given = JsonDocument.Parse(json);
                AssertHolds(given.RootElement, Member(Member(stored.RootElement, type), field), $"{type}.{field}");
            }
        }
    }

    [StoreFact]
    public async Task Values_are_of_every_field_type()
    {
        await using var engine = await StartAsync();
        var tried = engine.Definitions.Part(Composed)!.Fields.Where(field => _values.Any(value => value.Field == field.Name)).Select(field => field.FieldType);

        Assert.Empty(FieldTypes.Names.Except(tried).Except(["LocalizationSetContentPickerField"]));
    }

    public static TheoryData<string, string[]> Orders => new()
    {
        { "Line", ["""{ "Text": "A" }""", """{ "Text": "a" }""", """{ "Text": "a b" }""", """{ "Text": "é" }""", """{ "Text": "\uFFFD" }""", $$"""{ "Text": "{{Face}}" }"""] },
        { "Flag", ["""{ "Value": null }""", """{ "Value": false }""", """{ "Value": true }"""] },
        { "Number", ["""{ "Value": -79228162514264337593543950335 }""", """{ "Value": -1.5 }""", """{ "Value": -1 }""", """{ "Value": 0.1 }""", """{ "Value": 9.5 }""", """{ "Value": 10 }""", """{ "Value": 123456789.25 }""", """{ "Value": 79228162514264337593543950335 }"""] },
        { "Amount", ["""{ "Value": -3 }""", """{ "Value": 0.5 }""", """{ "Value": 20 }"""] },
        { "Money", ["""{ "Amount": -0.01 }""", """{ "Amount": 9 }""", """{ "Amount": 10.5 }"""] },
        { "Day", ["""{ "Value": "0001-01-01" }""", """{ "Value": "2024-02-28" }""", """{ "Value": "2024-02-29" }""", """{ "Value": "2024-03-01" }""", """{ "Value": "9999-12-31" }"""] },
        { "Moment", ["""{ "Value": "0001-01-01T00:00:00Z" }""", """{ "Value": "2024-02-29T23:59:59Z" }""", """{ "Value": "2024-03-01T01:00:00+01:00" }""", """{ "Value": "9999-12-31T23:59:59Z" }"""] },
        { "Period", ["""{ "Start": "0001" }""", """{ "Start": "2023" }""", """{ "Start": "2023-12" }""", """{ "Start": "2023-12-31" }""", """{ "Start": "2024-02-29" }""", """{ "Start": "9999-12-31" }"""] },
    };

    [StoreTheory]
    [MemberData(nameof(Orders))]
    public async Task Indexed_value_orders_a_list(string field, string[] inOrder)
    {
        await using var engine = await StartAsync();
        foreach (var type in (string[])[nameof(Everything), Composed])
        {
            var publisher = await engine.PublisherAsync(Unique(field));
            var titles = Enumerable.Range(0, inOrder.Length).Select(place => $"{place}").ToList();
            foreach (var place in Enumerable.Range(0, inOrder.Length).OrderBy(place => place % 3))
            {
                await PublishAsync(engine, type, field, inOrder[place], titles[place], publisher);
            }

            foreach (var descending in (bool[])[false, true])
            {
                var query = new ContentQuery { Type = type, Culture = "fr", Publisher = publisher, OrderBy = $"{type}.{field}", PageSize = 2, Descending = descending };
                Assert.Equal(descending ? Enumerable.Reverse(titles) : titles, await TitlesAsync(engine, query));
            }
        }
    }

    [StoreTheory]
    [InlineData("""{ "Line": { "Text": "a\u0000b" } }""", "text.nul", "Line")]
    [InlineData("""{ "Body": { "Markdown": "\u0000" } }""", "text.nul", "Body")]
    [InlineData("""{ "Words": { "Values": ["a", "\u0000"] } }""", "text.nul", "Words")]
    [InlineData("""{ "Place": { "Street": "\u0000", "Locality": "Pau" } }""", "text.nul", "Place")]
    [InlineData("""{ "Rows": { "Rows": [ { "Name": { "Text": "\u0000" } } ] } }""", "text.nul", "Rows")]
    [InlineData("""{ "NeverHeardOf": { "x": "\u0000" } }""", "text.nul", "NeverHeardOf")]
    [InlineData("""{ "Point": { "Latitude": 90.000001, "Longitude": 0 } }""", "position.out-of-range", "Point")]
    [InlineData("""{ "Period": { "Start": "2023-02-29" } }""", "date.malformed", "Period")]
    [InlineData("""{ "Film": { "Url": "javascript:alert(1)" } }""", "link.address", "Film")]
    public async Task Value_that_can_not_be_is_refused(string part, string key, string field)
    {
        await using var engine = await StartAsync();
        foreach (var type in (string[])[nameof(Everything), Composed])
        {
            var before = await engine.Changes.LatestAsync();

            Assert.Equal([(key, $"{type}.{field}")], await FailuresAsync(() => PublishAsync(engine, type, part, Unique("Refusé"), null)));
            Assert.Equal(before, await engine.Changes.LatestAsync());
        }
    }

    /// <summary>Letters that no compression makes shorter, of three bytes each: they must find room in an index.</summary>
    [StoreFact]
    public async Task Longest_indexed_text_is_stored_and_a_longer_one_refused()
    {
        await using var engine = await StartAsync();
        var random = new Random(7);
        var longest = string.Concat(Enumerable.Range(0, TextField.MaxIndexedLength).Select(_ => (char)random.Next(0x4E00, 0x9FFF)));
        foreach (var type in (string[])[nameof(Everything), Composed])
        {
            var item = await PublishAsync(engine, type, "Line", $$"""{ "Text": "{{longest}}" }""");
            Assert.Equal(longest, item.Type.Part(type)!.Find("Line")!.Field((await engine.PublishedAsync(item))!.Part(item.Type.Part(type)!))!.ToString());
            Assert.Equal([("field.too-long", $"{type}.Line")], await FailuresAsync(() => PublishAsync(engine, type, "Line", $$"""{ "Text": "{{longest}}x" }""")));
        }
    }

    private async Task<ContentEngine> StartAsync()
    {
        var fields = typeof(Everything).GetProperties().Where(p => p.DeclaringType == typeof(Everything)).Select(property =>
        {
            var type = property.PropertyType.IsGenericType ? nameof(ListField) : property.PropertyType.Name;
            var rows = type == nameof(ListField) ? """, "RowFields": [ { "FieldName": "TextField", "Name": "Name" }, { "FieldName": "NumericField", "Name": "Target", "Settings": { "CmsFieldSettings": { "Shared": true } } } ]""" : "";
            return $$"""{ "FieldName": "{{type}}", "Name": "{{property.Name}}", "Settings": { "CmsFieldSettings": { "Shared": true, "Indexed": true{{rows}} } } }""";
        });
        await DefineAsync(DefinitionStore.PartKind, $$"""{ "Name": "{{Composed}}", "ContentPartFieldDefinitionRecords": [ {{string.Join(", ", fields)}} ] }""");
        await DefineAsync(
            DefinitionStore.TypeKind,
            $$"""{ "Name": "{{Composed}}", "ContentTypePartDefinitionRecords": [ { "PartName": "TitlePart", "Name": "TitlePart" }, { "PartName": "PublicationPart", "Name": "PublicationPart" }, { "PartName": "{{Composed}}", "Name": "{{Composed}}" } ] }""");
        return await ContentEngine.StartAsync(Tested, services => services.AddContentType<Everything>(type => type.With<TitlePart>().With<PublicationPart>()));
    }

    private Task DefineAsync(string kind, string json) => Engine.Database.WriteAsync(unit => DefinitionStore.PutAsync(unit, kind, Composed, Encoding.UTF8.GetBytes(json)));

    private static Task<ContentItem> PublishAsync(ContentEngine engine, string type, string field, string json) =>
        PublishAsync(engine, type, field, json, Unique(field), null);

    private static Task<ContentItem> PublishAsync(ContentEngine engine, string type, string field, string json, string title, string? publisher) =>
        PublishAsync(engine, type, $$"""{ "{{field}}": {{json}} }""", title, publisher);

    private static async Task<ContentItem> PublishAsync(ContentEngine engine, string type, string part, string title, string? publisher)
    {
        var item = await engine.Manager.NewAsync(type, "fr", Actor.System);
        var incoming = $$"""{ "ContentType": "{{type}}", "{{type}}": {{part}} }""";
        ItemMerge.Apply(item, IncomingItem.Read(JsonNode.Parse(incoming)!.AsObject()));
        item.Alter<TitlePart>(value => value.Title = title);
        return await engine.PublishAsync(publisher is null ? item : item.Alter<PublicationPart>(value => value.Publisher = ContentEngine.Pick(publisher)));
    }

    private static async Task<IReadOnlyList<string>> TitlesAsync(ContentEngine engine, ContentQuery query)
    {
        var titles = new List<string>();
        for (var page = await engine.Lists.PageAsync(query); page.Items.Count > 0; page = await engine.Lists.PageAsync(query = query with { Page = query.Page + 1 }))
        {
            titles.AddRange(page.Items.Select(item => item.DisplayText));
        }

        return titles;
    }

    private static JsonElement? Member(JsonElement? json, string name) => json is { ValueKind: JsonValueKind.Object } holder && holder.TryGetProperty(name, out var member) ? member : null;

    /// <summary>Everything that was given is there; what storing adds does not count, and nothing is the same as null or empty.</summary>
    private static void AssertHolds(JsonElement given, JsonElement? stored, string path)
    {
        switch (given.ValueKind)
        {
            case JsonValueKind.Object:
                Assert.All(given.EnumerateObject(), member => AssertHolds(member.Value, Member(stored, member.Name), $"{path}.{member.Name}"));
                break;
            case JsonValueKind.Array when given.GetArrayLength() > 0:
                Assert.Equal((path, given.GetArrayLength()), (path, stored?.GetArrayLength() ?? 0));
                Assert.All(given.EnumerateArray().Zip(stored!.Value.EnumerateArray()), pair => AssertHolds(pair.First, pair.Second, path));
                break;
            case JsonValueKind.Null or JsonValueKind.Array:
                Assert.True(stored is null or { ValueKind: JsonValueKind.Null } || (stored.Value.ValueKind == JsonValueKind.Array && stored.Value.GetArrayLength() == 0), path);
                break;
            default:
                Assert.True((stored is null && given.ValueEquals("")) || (stored is { } there && JsonElement.DeepEquals(given, there)), $"{path}: {given} → {stored}");
                break;
        }
    }
}

/// <summary>A part with a field of every type.</summary>
public sealed class Everything : ContentPart
{
    [Field(Indexed = true)]
    public TextField Line { get; set; } = new();

    [Field]
    public MultiTextField Words { get; set; } = new();

    [Field]
    public MarkdownField Body { get; set; } = new();

    [Field(Indexed = true)]
    public BooleanField Flag { get; set; } = new();

    [Field(Indexed = true)]
    public NumericField Number { get; set; } = new();

    [Field(Indexed = true)]
    public QuantityField Amount { get; set; } = new();

    [Field(Indexed = true)]
    public MoneyField Money { get; set; } = new();

    [Field(Indexed = true)]
    public DateField Day { get; set; } = new();

    [Field(Indexed = true)]
    public DateTimeField Moment { get; set; } = new();

    [Field(Indexed = true)]
    public PartialDateField Period { get; set; } = new();

    [Field]
    public LinkField Link { get; set; } = new();

    [Field]
    public MediaField Picture { get; set; } = new();

    [Field]
    public ContentPickerField Picked { get; set; } = new();

    [Field]
    public TaxonomyField Terms { get; set; } = new();

    [Field]
    public GeoPointField Point { get; set; } = new();

    [Field]
    public AddressField Place { get; set; } = new();

    [Field]
    public OpeningHoursField Hours { get; set; } = new();

    [Field]
    public VideoField Film { get; set; } = new();

    [Field]
    public ListField<Gauge> Rows { get; set; } = new();
}

public sealed class SqliteFieldContractTests(SqliteStore store) : FieldContractTests(store), IClassFixture<SqliteStore>;

[Collection(PostgresTests.Name)]
public sealed class PostgresFieldContractTests(PostgresStore store) : FieldContractTests(store), IClassFixture<PostgresStore>;
