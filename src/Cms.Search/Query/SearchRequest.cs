namespace Cms.Search.Query;

/// <summary>A question to the index. Nothing in it can be invalid: what is out of bounds is brought within them.</summary>
public sealed record SearchRequest
{
    public const int MaxPageSize = 100;

    /// <summary>As the visitor typed it. Only its first 200 characters and 24 words count.</summary>
    public required string Query { get; init; }

    public required string Culture { get; init; }

    /// <summary>Only this content type.</summary>
    public string? Type { get; init; }

    /// <summary>Only documents with this theme code.</summary>
    public string? Theme { get; init; }

    /// <summary>Only this publisher code.</summary>
    public string? Publisher { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    public int PageSize { get; init; } = 20;
}
