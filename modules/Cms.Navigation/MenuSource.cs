using Cms.Content.Items;
using Cms.Content.Store;
using Cms.Core.Localization;
using Cms.Display.Caching;
using Cms.Display.Frame;

namespace Cms.Navigation;

/// <summary>Makes the menus of the layout from the published menu items.</summary>
internal sealed class MenuSource(ContentLists lists, ContentStore store, CultureSettings cultures, PageTags tags, ChangeLogCache<string, MenuLinks> cache) : IMenuSource
{
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<PageLink>>> MenusAsync(string culture, CancellationToken token = default)
    {
        var links = await cache.GetAsync(culture, () => ReadAsync(culture, token), token);

        // Every page shows the menus: a kept page goes when one of them changes, or what an entry leads to.
        tags.AddList(nameof(Menu));
        tags.AddSets(links.Targets);
        return links.Menus;
    }

    private async Task<MenuLinks> ReadAsync(string culture, CancellationToken token)
    {
        var menus = (await lists.PageAsync(new ContentQuery { Type = nameof(Menu), Culture = culture, PageSize = 100, OldestFirst = true }, token)).Items;
        var targets = menus.SelectMany(menu => menu.As<Menu>().Entries.Rows.SelectMany(entry => entry.Target.LocalizationSets)).ToHashSet();
        var items = await store.PreferredAsync(targets, [culture, .. cultures.Names], ContentVersion.Published, token);
        return new MenuLinks(menus.GroupBy(menu => menu.As<Menu>().Code.Text).ToDictionary(group => group.Key, group => Links(group.First().As<Menu>(), items, culture)), targets);
    }

    private IReadOnlyList<PageLink> Links(Menu menu, IReadOnlyDictionary<string, ContentItem> items, string culture) =>
        [.. menu.Entries.Rows.Select(entry => Link(entry, items, culture)).OfType<PageLink>()];

    /// <summary>Null for an entry whose target is not published.</summary>
    private PageLink? Link(MenuEntry entry, IReadOnlyDictionary<string, ContentItem> items, string culture)
    {
        var text = Typography.Apply(entry.Label.Text, cultures.Format(culture));
        return entry.Target.LocalizationSets.FirstOrDefault() is { } set
            ? items.TryGetValue(set, out var item) && item.Url is { } url ? new PageLink(text, url, item.Culture == culture ? null : item.Culture) : null
            : entry.Url.IsEmpty ? null : new PageLink(text, entry.Url.Url);
    }
}

/// <summary>The menus of a language, and the sets that their entries lead to.</summary>
internal sealed record MenuLinks(IReadOnlyDictionary<string, IReadOnlyList<PageLink>> Menus, IReadOnlyCollection<string> Targets);
