using System.Text;
using System.Text.Json.Nodes;
using Cms.Content;
using Cms.Content.Fields;
using Cms.Content.Items;
using Cms.Content.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Cms.Unit.Tests.Content;

/// <summary>A part with own and shared fields and lists inside lists.</summary>
public sealed class Sample : ContentPart
{
    [Field(Shared = true, Natural = true)]
    public TextField Code { get; set; } = new();

    [Field]
    public MarkdownField Text { get; set; } = new();

    [Field(Shared = true)]
    public NumericField Amount { get; set; } = new();

    [Field]
    public string Plain { get; set; } = "";

    [Field]
    public ListField<SampleRow> Rows { get; set; } = new();
}

public sealed class SampleRow : ListRow
{
    [Field]
    public TextField Label { get; set; } = new();

    [Field(Shared = true)]
    public NumericField Target { get; set; } = new();

    [Field]
    public ListField<SampleInnerRow> Readings { get; set; } = new();
}

public sealed class SampleInnerRow : ListRow
{
    [Field]
    public TextField Note { get; set; } = new();

    [Field(Shared = true)]
    public NumericField Value { get; set; } = new();
}

/// <summary>Short ways to definitions, items and JSON.</summary>
internal static class Samples
{
    public static ContentTypeDefinition Type { get; } = new ServiceCollection()
        .AddContentType<Sample>(type => type.Named("Sample", "Samples").Path("fr", "exemples/{slug}"))
        .BuildServiceProvider()
        .GetRequiredService<ContentTypeDefinition>();

    public static PartDefinition Part { get; } = Type.Part(nameof(Sample))!;

    public static ContentItem Item(string own = "{}", string shared = "{}", string? path = null, ContentTypeDefinition? type = null) => new()
    {
        ContentItemId = "item1",
        ContentItemVersionId = "version1",
        Type = type ?? Type,
        DisplayText = "Été",
        Latest = true,
        Owner = "user1",
        Author = "Ève",
        CreatedUtc = new DateTimeOffset(2026, 1, 4, 16, 0, 0, TimeSpan.Zero),
        ModifiedUtc = new DateTimeOffset(2026, 1, 5, 9, 30, 0, 250, TimeSpan.Zero),
        LocalizationSet = "set1",
        Culture = "fr",
        Path = path,
        Document = ContentDocument.Read(Bytes(own), Bytes(shared)),
    };

    public static (string Own, string Shared) Saved(ContentItem item) =>
        item.Document.Save() is var saved ? (Encoding.UTF8.GetString(saved.Own), Encoding.UTF8.GetString(saved.Shared)) : default;

    public static IncomingItem Incoming(string json) => IncomingItem.Read(JsonNode.Parse(json)!.AsObject());

    public static Sample Read(string own, string shared) => (Sample)PartSerializer.Read(Part, Bytes(own), Bytes(shared));

    public static (string Own, string Shared) Write(ContentPart part, PartDefinition? definition = null) =>
        PartSerializer.Write(definition ?? Part, part) is var (own, shared) ? (Encoding.UTF8.GetString(own), Encoding.UTF8.GetString(shared)) : default;

    public static byte[] Bytes(string json) => Encoding.UTF8.GetBytes(json);
}
