using Cms.Content.Store;

namespace Cms.Display.Pages;

/// <summary>One way to narrow a list.</summary>
/// <param name="key">Query key.</param>
/// <param name="title">In the reader's language.</param>
public abstract class ListFacet(string key, string title)
{
    public string Key { get; } = key;

    public string Title { get; } = title;

    /// <summary>What a code of an address stands for.</summary>
    /// <param name="list">The list before it is narrowed.</param>
    /// <returns>Null for a code that nothing has.</returns>
    internal abstract Task<ContentFilter?> FilterAsync(ContentQuery list, string code, CancellationToken token);

    /// <summary>The values to offer, in their order.</summary>
    /// <param name="list">The list, narrowed by all other facets.</param>
    /// <param name="chosen">Code that is chosen; it is offered even when nothing has it within the others.</param>
    internal abstract Task<FacetOptions> OptionsAsync(ContentQuery list, string? chosen, CancellationToken token);
}

/// <summary>The values of a facet.</summary>
/// <param name="Sets">Content whose names they are, whether it is published or not.</param>
internal sealed record FacetOptions(IReadOnlyList<FacetOption> Options, IReadOnlyCollection<string> Sets)
{
    public FacetOptions(IReadOnlyList<FacetOption> options)
        : this(options, [])
    {
    }
}

/// <summary>One value of a facet.</summary>
/// <param name="Count">How many items have it; null in a list that is too long to be counted.</param>
/// <param name="Depth">How many broader values stand above it.</param>
internal sealed record FacetOption(string Code, string Text, int? Count, int Depth = 0);
