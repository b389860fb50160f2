using Cms.Content.Items;

namespace Cms.Content.Store;

/// <summary>Which content a list shows, in which order. Values are data, never SQL.</summary>
public sealed record ContentQuery
{
    /// <summary>Highest page number that an address may ask for.</summary>
    public const int MaxPage = 500;

    /// <summary>Content type; null for every type.</summary>
    public string? Type { get; init; }

    /// <summary>Language; null for every language.</summary>
    public string? Culture { get; init; }

    public ContentVersion Version { get; init; } = ContentVersion.Published;

    /// <summary>Localization set of the publisher.</summary>
    public string? Publisher { get; init; }

    /// <summary>Id of a term, in any field.</summary>
    public string? Term { get; init; }

    /// <summary>Set that the items must point to, in any field; of more than 10 000 such sets any 10 000 count.</summary>
    public string? PointsTo { get; init; }

    /// <summary>Further conditions, all of which must hold.</summary>
    public IReadOnlyList<ContentFilter> Filters { get; init; } = [];

    /// <summary>Order by the last change of the version.</summary>
    public const string ByChange = "change";

    /// <summary>Order by title, without regard to case and accents.</summary>
    public const string ByTitle = "title";

    /// <summary>Indexed field to order by, <c>Agenda21Action.Code</c>; <see cref="ByChange"/>, <see cref="ByTitle"/>; empty orders by creation, newest first.</summary>
    public string OrderBy { get; init; } = "";

    /// <summary>1 to <see cref="MaxPage"/>.</summary>
    public int Page { get; init; } = 1;

    /// <summary>1 to 100.</summary>
    public int PageSize { get; init; } = 20;

    /// <summary>The greatest value first, where the order is not that of creation.</summary>
    public bool Descending { get; init; }

    /// <summary>Oldest first, where the order is that of creation.</summary>
    public bool OldestFirst { get; init; }
}

/// <summary>One page of a list.</summary>
/// <param name="Total">Exact up to 10 000; <paramref name="TotalIsLowerBound"/> says when there are more.</param>
public sealed record ContentPage(IReadOnlyList<ContentItem> Items, int Page, int PageSize, int Total, bool TotalIsLowerBound)
{
    /// <summary>Last page that can be asked for.</summary>
    public int LastPage => Math.Clamp((Total + PageSize - 1) / PageSize, 1, ContentQuery.MaxPage);
}
