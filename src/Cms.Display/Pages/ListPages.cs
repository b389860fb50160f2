using Cms.Content.Fields;
using Cms.Content.Items;
using Cms.Content.Parts;
using Cms.Content.Store;
using Cms.Display.Caching;
using Cms.Display.Frame;
using Cms.Display.Routing;
using Cms.Display.Templates;
using Microsoft.Extensions.Localization;

namespace Cms.Display.Pages;

/// <summary>Makes the list page of a type: one page of items, the facets with their counts, all state in the address.</summary>
public sealed class ListPages(
    ContentLists lists,
    ContentStore store,
    DisplayBuilder displays,
    TermCatalog terms,
    FrameBuilder frames,
    PageTags tags,
    IStringLocalizer<ListPages> localizer)
{
    private const string Theme = "theme";
    private const string Publisher = "publisher";

    /// <returns>Null when a facet has a value that nothing has, or the page is beyond the last.</returns>
    public async Task<ListPage?> MakeAsync(PageTarget.ListAt target, string culture, ListRequest request, CancellationToken token = default)
    {
        tags.AddList(target.Type.Name);
        var query = new ContentQuery { Type = target.Type.Name, Culture = culture, OrderBy = target.Type.ListOrder, Page = request.Page };
        var publishers = await PublishersAsync(query, culture, token);
        var narrowed = await NarrowAsync(query, request, publishers, culture, token);
        var found = narrowed is null ? null : await lists.PageAsync(narrowed, token);
        if (found is null || (found.Items.Count == 0 && request.Page > 1))
        {
            return null;
        }

        var shown = target.Introduction is null ? found.Items : [.. found.Items, target.Introduction];
        var context = await displays.BuildAsync(culture, shown, tags, token);
        var path = target.Type.ListPaths[culture];
        var introduction = target.Introduction is null ? null : context.Display(target.Introduction, 1);
        var name = localizer[target.Type.PluralName.Length > 0 ? target.Type.PluralName : target.Type.DisplayName].Value;
        return new ListPage(await FrameAsync(target, culture, request, introduction?.Title ?? name, introduction?.Summary ?? "", token), introduction?.Title ?? name)
        {
            TypeName = name,
            Introduction = introduction,
            Items = [.. found.Items.Select(item => context.Display(item, 3))],
            Facets = [.. new[] { await ThemesAsync(query, request, publishers, path, culture, token), PublisherFacet(request, publishers, path, culture) }.Where(f => f.Values.Count > 0)],
            Pager = new Pager(request.Page, found.LastPage, found.Total, found.TotalIsLowerBound, page => $"/{culture}/{path}{request.OnPage(page)}"),
        };
    }

    private async Task<PageFrame> FrameAsync(PageTarget.ListAt target, string culture, ListRequest request, string title, string description, CancellationToken token)
    {
        var state = request.OnPage(request.Page);
        var addresses = target.Type.ListPaths.ToDictionary(p => p.Key, p => $"/{p.Key}/{p.Value}{state}");
        return await frames.BuildAsync(
            new FrameRequest(culture, title, $"/{culture}/{target.Type.ListPaths[culture]}")
            {
                Description = description,
                Canonical = addresses[culture],
                Addresses = addresses,
            },
            token);
    }

    private async Task<ContentQuery?> NarrowAsync(ContentQuery query, ListRequest request, List<PublisherOption> publishers, string culture, CancellationToken token)
    {
        if (request.Facets.TryGetValue(Theme, out var code))
        {
            var term = await terms.FindAsync(culture, code, token);
            if (term is null)
            {
                return null;
            }

            query = query with { Term = term.Id };
        }

        if (request.Facets.TryGetValue(Publisher, out var publisher))
        {
            var chosen = publishers.Find(p => p.Code == publisher);
            return chosen is null ? null : query with { Publisher = chosen.Set };
        }

        return query;
    }

    private async Task<Facet> ThemesAsync(ContentQuery query, ListRequest request, List<PublisherOption> publishers, string path, string culture, CancellationToken token)
    {
        var within = request.Facets.TryGetValue(Publisher, out var code) && publishers.Find(p => p.Code == code) is { } publisher ? query with { Publisher = publisher.Set } : query;
        var counts = await lists.FacetAsync(within, Reference.Term, $"{nameof(PublicationPart)}.{nameof(PublicationPart.Themes)}", token);
        var all = await terms.AllAsync(culture, token);
        var chosen = request.Facets.GetValueOrDefault(Theme);
        return new Facet(Theme, localizer["Theme"], [.. counts.Where(c => all.ContainsKey(c.Key)).Select(c => Value(all[c.Key], c.Value)).OrderBy(v => v.Text, StringComparer.CurrentCulture)]);

        FacetValue Value(TermDisplay term, int count) => new(term.Name, count, $"/{culture}/{path}{request.With(Theme, term.Code == chosen ? null : term.Code)}", term.Code == chosen);
    }

    private Facet PublisherFacet(ListRequest request, List<PublisherOption> publishers, string path, string culture)
    {
        var chosen = request.Facets.GetValueOrDefault(Publisher);
        return new Facet(
            Publisher,
            localizer["Published by"],
            [.. publishers.Select(p => new FacetValue(p.Name, p.Count, $"/{culture}/{path}{request.With(Publisher, p.Code == chosen ? null : p.Code)}", p.Code == chosen))]);
    }

    private async Task<List<PublisherOption>> PublishersAsync(ContentQuery query, string culture, CancellationToken token)
    {
        var counts = await lists.FacetAsync(query, Reference.Set, $"{nameof(PublicationPart)}.{nameof(PublicationPart.Publisher)}", token);
        var items = await store.PreferredAsync([.. counts.Keys], [culture], ContentVersion.Published, token);
        tags.AddSets(counts.Keys);
        return [.. items.Values.Select(item => new PublisherOption(item, counts[item.LocalizationSet])).OrderBy(p => p.Name, StringComparer.CurrentCulture)];
    }

    private sealed record PublisherOption(ContentItem Item, int Count)
    {
        public string Set => Item.LocalizationSet;

        public string Name => Item.DisplayText;

        /// <summary>The organisation's code, the same in every language; its set where it has none.</summary>
        public string Code => ItemCode.Of(Item) is { Length: > 0 } code ? code : Item.LocalizationSet;
    }
}
