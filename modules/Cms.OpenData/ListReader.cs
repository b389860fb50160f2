using System.Runtime.CompilerServices;
using Cms.Content.Store;
using Cms.Content.Types;
using Cms.Display.Caching;
using Cms.Display.Pages;
using Cms.Display.Templates;

namespace Cms.OpenData;

/// <summary>Reads a narrowed list from its beginning, page by page.</summary>
internal sealed class ListReader(ContentLists lists, ListFacets facets, DisplayBuilder displays, PageTags tags)
{
    /// <summary>Items that a file holds at most; facets lead to the others.</summary>
    public const int MostItems = 10_000;

    private const int PageSize = 100;

    /// <returns>Null when a facet has a value that nothing has.</returns>
    public Task<NarrowedList?> OpenAsync(ContentTypeDefinition type, ListRequest request, string culture, CancellationToken token)
    {
        tags.AddList(type.Name);
        var all = new ContentQuery { Type = type.Name, Culture = culture, OrderBy = type.ListOrder, Descending = type.ListDescending, PageSize = PageSize };
        return facets.NarrowAsync(type, all, request, culture, token);
    }

    /// <summary>The items, a page of the list at a time: what has been read of one is written before the next.</summary>
    public async IAsyncEnumerable<IReadOnlyList<ItemDisplay>> ReadAsync(NarrowedList list, string culture, [EnumeratorCancellation] CancellationToken token)
    {
        for (var page = 1; page <= MostItems / PageSize; page++)
        {
            var found = await lists.PageAsync(list.Query with { Page = page }, token);
            var context = await displays.BuildAsync(culture, found.Items, tags, token);
            yield return [.. found.Items.Select(item => context.Display(item, 1))];
            if (found.Items.Count < PageSize)
            {
                yield break;
            }
        }
    }
}
