using Cms.Display.Frame;
using Cms.Display.Maps;
using Cms.Display.Templates;

namespace Cms.Display.Pages;

/// <summary>The list page of a content type.</summary>
public sealed record ListPage(PageFrame Frame, string Heading) : IPage
{
    /// <summary>Name of the type in the singular, for counts.</summary>
    public required string TypeName { get; init; }

    /// <summary>The item that stands at the list's own address and introduces it.</summary>
    public ItemDisplay? Introduction { get; init; }

    public required IReadOnlyList<ItemDisplay> Items { get; init; }

    public required IReadOnlyList<Facet> Facets { get; init; }

    public required Pager Pager { get; init; }

    /// <summary>Where the items are, on the first page of a type that has places.</summary>
    public ItemMap? Map { get; init; }

    /// <summary>What modules add to the list.</summary>
    public IReadOnlyList<object> Extras { get; init; } = [];

    /// <summary>What a module added to the list; null where it added nothing.</summary>
    public T? Extra<T>()
        where T : class => Extras.OfType<T>().FirstOrDefault();

    /// <summary>Chosen values of all facets; each one's address leaves it out.</summary>
    public IEnumerable<FacetValue> Chosen => Facets.SelectMany(f => f.Values).Where(v => v.IsChosen);
}

/// <summary>A way to narrow a list.</summary>
/// <param name="Key">Query key.</param>
public sealed record Facet(string Key, string Title, IReadOnlyList<FacetValue> Values);

/// <summary>One value of a facet.</summary>
/// <param name="Count">How many items have it; null in a list that is too long to be counted.</param>
/// <param name="Url">Address of the list with the value, or without it when it is chosen.</param>
public sealed record FacetValue(string Text, int? Count, string Url, bool IsChosen)
{
    /// <summary>How many broader values stand above it in the list.</summary>
    public int Depth { get; init; }
}

/// <summary>The pages of a list.</summary>
public sealed record Pager(int Page, int LastPage, int Total, bool TotalIsLowerBound, Func<int, string> Url)
{
    /// <summary>Page numbers to offer: the first, the last and those around; 0 stands for a gap.</summary>
    public IEnumerable<int> Numbers()
    {
        var last = 0;
        foreach (var number in new[] { 1, Page - 1, Page, Page + 1, LastPage }.Where(n => n >= 1 && n <= LastPage).Distinct().Order())
        {
            if (number > last + 1)
            {
                yield return 0;
            }

            yield return last = number;
        }
    }
}
