using Cms.Content.Items;
using Cms.Data;

namespace Cms.Content.Store;

/// <summary>An address and the set it leads to; a redirect is an old one.</summary>
public sealed class ContentRoute
{
    public string Culture { get; init; } = "";

    public string Path { get; init; } = "";

    public string SetId { get; init; } = "";

    public long Redirect { get; init; }

    public bool IsRedirect => Redirect == 1;
}

/// <summary>The published set of an address.</summary>
/// <param name="IsRedirect">Whether it is an old address.</param>
/// <param name="Item">Its version in the address's language; null where that is not published.</param>
/// <param name="Urls">Addresses of its published language versions, by language.</param>
public sealed record PublishedRoute(bool IsRedirect, ContentItem? Item, IReadOnlyDictionary<string, string> Urls);

/// <summary>The newest shared document of a set.</summary>
public sealed class SharedState
{
    public string Type { get; init; } = "";

    public long Revision { get; init; }

    public byte[]? Document { get; init; }

    public long HasDraft { get; init; }
}

/// <summary>One field of one set that points to something. The culture is empty for a shared field.</summary>
public sealed class ReferenceRow
{
    public string SetId { get; init; } = "";

    public string Culture { get; init; } = "";

    /// <summary>Field: <c>Agenda21Action.Contact</c>.</summary>
    public string Path { get; init; } = "";
}

/// <summary>A line of an item's history.</summary>
public sealed class VersionRow
{
    public string VersionId { get; init; } = "";

    public long Number { get; init; }

    public string Title { get; init; } = "";

    public string Author { get; init; } = "";

    public string Utc { get; init; } = "";

    /// <summary>What was done: <c>save</c>, <c>publish</c>, <c>unpublish</c>, <c>delete</c>, <c>restore</c>.</summary>
    public string Verb { get; init; } = "";

    public string Comment { get; init; } = "";
}

/// <summary>The documents of one version.</summary>
public sealed class VersionDocuments
{
    public byte[] Own { get; init; } = [];

    public byte[] Shared { get; init; } = [];
}

/// <summary>What stays of an item whatever happens to its versions.</summary>
public sealed class ItemState
{
    public string ItemId { get; init; } = "";

    public string SetId { get; init; } = "";

    public string Culture { get; init; } = "";

    public string Type { get; init; } = "";

    public string Owner { get; init; } = "";

    public string CreatedUtc { get; init; } = "";

    public string? DeletedUtc { get; init; }

    public long Revision { get; init; }

    public bool IsDeleted => DeletedUtc is not null;

    /// <summary>Counts a write of the item that does not store a version.</summary>
    /// <exception cref="StaleRevisionException">Somebody else wrote it since it was read.</exception>
    internal static Task AdvanceAsync(WriteUnit unit, ContentItem item) =>
        unit.ExpectAsync(1, "UPDATE content_item SET revision = revision + 1 WHERE item_id = @id AND revision = @revision", new { id = item.ContentItemId, revision = item.Revision });
}
