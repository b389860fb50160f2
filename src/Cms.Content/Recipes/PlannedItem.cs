using Cms.Content.Items;
using Cms.Content.Store;
using Cms.Content.Types;

namespace Cms.Content.Recipes;

/// <summary>One content item of a run, from its JSON to what will be written of it.</summary>
internal sealed class PlannedItem
{
    public required RecipeStep Step { get; init; }

    public required int Line { get; init; }

    public required IncomingItem Incoming { get; init; }

    public required ContentTypeDefinition Type { get; init; }

    /// <summary>Set and language; those of the stored item where the recipe does not say.</summary>
    public required string Set { get; set; }

    public required string Culture { get; set; }

    /// <summary>The item with the recipe's values in it; null while it is not planned, or where it could not be.</summary>
    public ContentItem? Item { get; set; }

    /// <summary>Null for an item that stays as it is.</summary>
    public ContentWrite? Write { get; set; }

    /// <summary>How the plan names it.</summary>
    public string Subject => FormattableString.Invariant($"{Incoming.ContentType} {Incoming.ContentItemId} ({Culture}) {Incoming.DisplayText}").TrimEnd();
}

/// <summary>What a run has worked out about one set: each of its languages goes on from what the one before leaves.</summary>
internal sealed class PlannedSet
{
    public required string Type { get; init; }

    /// <summary>Revision that the next write of the shared document is based on; 0 for a set that is not stored.</summary>
    public required long Revision { get; set; }

    public required byte[]? Shared { get; set; }

    /// <summary>Fields that languages of this run gave, with the item that did first.</summary>
    public Dictionary<string, PlannedItem> Given { get; } = [];
}
