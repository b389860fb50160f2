using Cms.Content.Items;
using Cms.Content.Types;
using Cms.Data;

namespace Cms.Content.Store;

/// <summary>A row of <c>content_live</c> joined with its set, as SQL gives it.</summary>
internal class ItemRow
{
    public string SetId { get; init; } = "";

    public string Culture { get; init; } = "";

    public long Published { get; init; }

    public long Latest { get; init; }

    public string ItemId { get; init; } = "";

    public string VersionId { get; init; } = "";

    public string Type { get; init; } = "";

    public string Title { get; init; } = "";

    public string? Path { get; init; }

    public string Owner { get; init; } = "";

    public string Author { get; init; } = "";

    public string CreatedUtc { get; init; } = "";

    public string ModifiedUtc { get; init; } = "";

    public string? PublishedUtc { get; init; }

    public byte[] Document { get; init; } = [];

    public byte[]? Shared { get; init; }

    public long Revision { get; init; }

    public long SharedRevision { get; init; }

    /// <summary>Columns of the row, from <c>content_live l</c>, <c>content_set s</c> and <c>content_item i</c>.</summary>
    /// <param name="version">Published items read the set's published document, the newest ones its draft.</param>
    public static string Columns(ISqlDialect dialect, ContentVersion version) => Columns(dialect, version, dialect.JsonOut("l.document"));

    /// <param name="document">What is read as the item's own document.</param>
    public static string Columns(ISqlDialect dialect, ContentVersion version, string document) =>
        $"""
        l.set_id AS "SetId", l.culture AS "Culture", l.published AS "Published", l.latest AS "Latest", l.item_id AS "ItemId", l.version_id AS "VersionId",
        l.type AS "Type", l.title AS "Title", l.path AS "Path", l.owner AS "Owner", l.author AS "Author", l.created_utc AS "CreatedUtc",
        l.modified_utc AS "ModifiedUtc", l.published_utc AS "PublishedUtc", {document} AS "Document",
        {dialect.JsonOut(version == ContentVersion.Published ? "s.shared" : "COALESCE(s.shared_draft, s.shared)")} AS "Shared",
        i.revision AS "Revision", s.revision AS "SharedRevision"
        """;

    public const string From = "content_live l JOIN content_set s ON s.set_id = l.set_id JOIN content_item i ON i.item_id = l.item_id";

    public ContentItem ToItem(ContentDefinitions definitions) => ToItem(definitions, Shared, SharedRevision);

    /// <summary>The item with another shared document than the stored one.</summary>
    public ContentItem ToItem(ContentDefinitions definitions, byte[]? shared, long sharedRevision) => new()
    {
        ContentItemId = ItemId,
        ContentItemVersionId = VersionId,
        Type = definitions.TypeOf(Type),
        DisplayText = Title,
        Latest = Latest == 1,
        Published = Published == 1,
        LocalizationSet = SetId,
        Culture = Culture,
        Path = Path,
        Owner = Owner,
        Author = Author,
        CreatedUtc = Utc.Parse(CreatedUtc),
        ModifiedUtc = Utc.Parse(ModifiedUtc),
        PublishedUtc = Utc.Parse(PublishedUtc),
        Revision = (int)Revision,
        SharedRevision = (int)sharedRevision,
        Document = ContentDocument.Read(Document, shared),
    };
}

/// <summary>The same, found by an address.</summary>
internal sealed class RoutedItemRow : ItemRow
{
    public long Redirect { get; init; }
}
