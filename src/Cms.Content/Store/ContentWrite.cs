using Cms.Content.Fields;
using Cms.Content.Items;

namespace Cms.Content.Store;

/// <summary>Everything that one save or publication writes, worked out and serialised before the transaction begins.</summary>
internal sealed record ContentWrite
{
    public required ContentItem Item { get; init; }

    /// <summary>True when the version becomes the one visitors see.</summary>
    public required bool Publish { get; init; }

    public required byte[] Own { get; init; }

    public required byte[] Shared { get; init; }

    /// <summary>False when the shared document is the one that was read.</summary>
    public required bool SharedChanged { get; init; }

    public required string VersionId { get; init; }

    public required string Title { get; init; }

    public required IReadOnlyList<FieldReference> OwnReferences { get; init; }

    public required IReadOnlyList<FieldReference> SharedReferences { get; init; }

    /// <summary>Values that no other published set of the publisher may have; none for a draft.</summary>
    public IReadOnlyList<UniqueValue> Unique { get; init; } = [];

    /// <summary>Address asked for; null for a type without pages.</summary>
    public WishedPath? Path { get; init; }

    public required string Utc { get; init; }

    public required string Author { get; init; }

    /// <summary>Who did it, for the audit, where that is not the author: a recipe stores what others wrote.</summary>
    public string? By { get; init; }

    public string Comment { get; init; } = "";

    /// <summary>What the history says was done.</summary>
    public required string Verb { get; init; }
}

/// <summary>A reference and the field it stands in.</summary>
public sealed record FieldReference(string Path, Reference Reference);

/// <summary>The address that an item would like to have.</summary>
/// <param name="Path">Without culture.</param>
/// <param name="Chosen">True when its author chose it: then it is refused if taken, where a made one gets a suffix.</param>
/// <param name="PublisherSuffix">Slug of the publisher: the first suffix tried.</param>
internal sealed record WishedPath(string Path, bool Chosen, string PublisherSuffix);

/// <summary>What a write did.</summary>
/// <param name="Item">The item as stored.</param>
/// <param name="PublishedShared">Publishing this language also published edits of shared fields, for every language.</param>
public sealed record ContentWritten(ContentItem Item, bool PublishedShared);
