using System.Globalization;
using Cms.Content.Fields;
using Cms.Content.Items;
using Cms.Content.Parts;
using Cms.Content.Store;
using Cms.Core.Localization;
using Cms.Display.Templates;

namespace Cms.ContentAdmin;

/// <summary>An item by its title, with what it is.</summary>
public sealed record ItemLink(string Id, string Title, string Type, string Culture);

/// <summary>A term and how many items have it.</summary>
/// <param name="More">True when there are more than were counted.</param>
public sealed record TermUse(string Id, string Name, int Count, bool More);

/// <summary>Finds what points to an item or a term: who takes it away should know.</summary>
public sealed class WhereUsed(ContentStore store, ContentLists lists, TermCatalog terms, CultureSettings cultures, AdminQueries queries)
{
    /// <summary>Sets that are named at most.</summary>
    public const int Most = 50;

    /// <summary>What points to the item's set, each under its title in the item's language where it has one.</summary>
    /// <param name="publishedOnly">Only what visitors see.</param>
    public async Task<IReadOnlyList<ItemLink>> OfAsync(ContentItem item, bool publishedOnly, CancellationToken token)
    {
        var sets = new HashSet<string>(StringComparer.Ordinal);
        foreach (var published in publishedOnly ? new[] { true } : [true, false])
        {
            sets.UnionWith((await store.UsesAsync(Reference.Set, item.LocalizationSet, published, Most, token)).Select(use => use.SetId));
        }

        sets.Remove(item.LocalizationSet);
        var users = await store.PreferredAsync(sets, [item.Culture], publishedOnly ? ContentVersion.Published : ContentVersion.Latest, token);
        return [.. users.Values.Select(Link).OrderBy(link => link.Title, StringComparer.CurrentCulture)];
    }

    /// <summary>The terms of a taxonomy that items have, in its order; none for what is no taxonomy.</summary>
    public async Task<IReadOnlyList<TermUse>> TermsAsync(ContentItem taxonomy, CancellationToken token)
    {
        var uses = new List<TermUse>();
        foreach (var term in taxonomy.Has<TermsPart>() ? taxonomy.As<TermsPart>().Terms.Rows : [])
        {
            var page = await lists.PageAsync(new ContentQuery { Term = term.Id, Version = ContentVersion.Latest, PageSize = 1 }, token);
            if (page.Total > 0)
            {
                uses.Add(new TermUse(term.Id, term.Name.IsEmpty ? term.Code.Text : term.Name.Text, page.Total, page.TotalIsLowerBound));
            }
        }

        return uses;
    }

    /// <summary>What a term is called in the reader's language; its id for one that does not exist.</summary>
    public async Task<string> TermNameAsync(string id, CancellationToken token)
    {
        var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        var all = await terms.AllAsync(cultures.Supports(language) ? language : cultures.Default, token);
        return all.TryGetValue(id, out var term) ? term.Name : id;
    }

    public ItemLink Link(ContentItem item) => new(item.ContentItemId, item.DisplayText, queries.TypeName(item.ContentType), item.Culture);
}
