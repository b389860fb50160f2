namespace Cms.Search.Index;

/// <summary>A published content item in one culture, as the index takes it. Its key is localization set and culture.</summary>
public sealed record SearchDocument
{
    public required string LocalizationSet { get; init; }

    public required string Culture { get; init; }

    public required string ContentItemId { get; init; }

    public required string ContentType { get; init; }

    public required string Title { get; init; }

    /// <summary>Address of the item's page, as results link to it.</summary>
    public required string Url { get; init; }

    /// <summary>Code of the publisher, the value of its facet.</summary>
    public string? Publisher { get; init; }

    /// <summary>Codes of the themes, values of their facet.</summary>
    public IReadOnlyList<string> Themes { get; init; } = [];

    /// <summary>All text to be found, plain: no HTML, no Markdown. Snippets are cut from it.</summary>
    public string Body { get; init; } = "";

    /// <summary>What the item is also found by and what no snippet shows: codes, other names.</summary>
    public string? Keywords { get; init; }
}
