using Cms.Content.Manager;
using Cms.Content.Types;

namespace Cms.Content.Items;

/// <summary>Which version of a content item is meant.</summary>
public enum ContentVersion
{
    /// <summary>What visitors see; it never changes until the next publication.</summary>
    Published,

    /// <summary>The newest: the draft where there is one, else the published version.</summary>
    Latest,
}

/// <summary>One document in one language. Its members are Orchard Core's; parts are read with <see cref="As{T}"/> and changed with <see cref="Alter{T}"/>.</summary>
public sealed class ContentItem
{
    public required string ContentItemId { get; init; }

    public string ContentItemVersionId { get; set; } = "";

    /// <summary>Definition of its type. A type that is no longer defined has a definition without parts, so that nothing is lost.</summary>
    public required ContentTypeDefinition Type { get; init; }

    public string ContentType => Type.Name;

    public string DisplayText { get; set; } = "";

    public bool Latest { get; set; }

    public bool Published { get; set; }

    public DateTimeOffset? ModifiedUtc { get; set; }

    public DateTimeOffset? PublishedUtc { get; set; }

    public DateTimeOffset? CreatedUtc { get; set; }

    /// <summary>Id of the user it belongs to.</summary>
    public string Owner { get; set; } = "";

    /// <summary>Name of the user who wrote this version.</summary>
    public string Author { get; set; } = "";

    public required string LocalizationSet { get; init; }

    public required string Culture { get; init; }

    /// <summary>Counts the writes of this item; 0 for one that was never stored. A write based on an older number is refused.</summary>
    public int Revision { get; set; }

    /// <summary>Counts the writes of the set's shared document.</summary>
    public int SharedRevision { get; set; }

    /// <summary>Address without culture: <c>agenda-21/5-2-2</c>; empty string for the home page, null for an item without one.</summary>
    public string? Path { get; set; }

    /// <summary>Address on this website: <c>/fr/agenda-21/5-2-2</c>; null for an item without one.</summary>
    public string? Url => Path is null ? null : ContentPath.Url(Culture, Path);

    public required ContentDocument Document { get; init; }

    /// <summary>What it points to, once somebody asked; only for a frozen document, which keeps pointing there.</summary>
    internal ItemReferences? References { get; set; }

    /// <summary>The part as it was stored; changes made to the returned object are not saved (see <see cref="Alter{T}"/>).</summary>
    public T As<T>()
        where T : ContentPart, new() => (T)Part(Definition<T>());

    /// <summary>True when the item's type has the part.</summary>
    public bool Has<T>()
        where T : ContentPart => Type.Part(typeof(T).Name) is not null;

    /// <summary>Changes a part; only parts changed this way are written again.</summary>
    /// <exception cref="InvalidOperationException">The document is frozen.</exception>
    public ContentItem Alter<T>(Action<T> change)
        where T : ContentPart, new()
    {
        var definition = Definition<T>();
        Document.MarkAltered(definition);
        change((T)Document.Part(definition));
        return this;
    }

    /// <summary>The item with another document.</summary>
    public ContentItem With(ContentDocument document) => new()
    {
        ContentItemId = ContentItemId,
        ContentItemVersionId = ContentItemVersionId,
        Type = Type,
        DisplayText = DisplayText,
        LocalizationSet = LocalizationSet,
        Culture = Culture,
        Path = Path,
        Owner = Owner,
        Author = Author,
        CreatedUtc = CreatedUtc,
        ModifiedUtc = ModifiedUtc,
        PublishedUtc = PublishedUtc,
        Latest = Latest,
        Published = Published,
        Revision = Revision,
        SharedRevision = SharedRevision,
        Document = document,
    };

    /// <summary>A part by its definition, also one composed at run time.</summary>
    public ContentPart Part(PartDefinition definition) => Document.Part(definition);

    /// <summary>The type's own definition of the part first: administrators may have added fields to those of its class.</summary>
    private PartDefinition Definition<T>() => Type.Part(typeof(T).Name) is { } part && part.ClrType == typeof(T) ? part : TypeReader.Part(typeof(T));
}
