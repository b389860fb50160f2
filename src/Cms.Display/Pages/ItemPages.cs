using Cms.Content.Items;
using Cms.Content.Store;
using Cms.Content.Types;
using Cms.Display.Caching;
using Cms.Display.Frame;
using Cms.Display.Maps;
using Cms.Display.Routing;
using Cms.Display.Templates;
using Microsoft.Extensions.Localization;

namespace Cms.Display.Pages;

/// <summary>Makes the pages of items.</summary>
public sealed class ItemPages(
    DisplayBuilder displays, PageResolver resolver, RelatedItems related, MapBuilder maps, IEnumerable<PageMaps> pageMaps, ContentDefinitions definitions, FrameBuilder frames, PageTags tags, IStringLocalizer<ItemPages> localizer)
{
    public async Task<ItemPage> MakeAsync(PageTarget.ItemAt target, string culture, CancellationToken token = default)
    {
        var item = target.Item;
        var pointing = await related.FindAsync(item, culture, token);
        var context = await displays.BuildAsync(culture, [item, .. pointing.SelectMany(group => group.Items)], tags, token);
        await AddMapsAsync(item, context, token);
        var substitutes = resolver.Substitutes(target);
        var display = context.Display(item, 1);
        context.Place = maps.Place(display);
        var path = target.IsFallback ? substitutes.GetValueOrDefault(culture) ?? "/" + culture : item.Url!;
        var frame = await frames.BuildAsync(
            new FrameRequest(culture, display.Title, path)
            {
                Description = display.Summary,
                Canonical = item.Url,
                Addresses = target.Translations,
                SwitchTo = substitutes,
                Breadcrumb = Parents(item.Type, culture),
                NoIndex = target.IsFallback,
                About = display,
            },
            token);
        return new ItemPage(frame, display)
        {
            Kicker = item.Type.ListPaths.Count > 0 ? localizer[item.Type.DisplayName].Value : "",
            Related = [.. pointing.Select(group => Besides(frame, group)).Where(group => group.Items.Count > 0).Select(group => related.Show(group, context))],
        };
    }

    /// <summary>The page that an item would have if it were published as it is, for editors only.</summary>
    public async Task<ItemPage> PreviewAsync(ContentItem item, CancellationToken token = default)
    {
        item.Path ??= item.LocalizationSet;
        var page = await MakeAsync(new PageTarget.ItemAt(item, new Dictionary<string, string> { [item.Culture] = item.Url! }, false), item.Culture, token);
        return page with { Frame = page.Frame with { Title = localizer["Preview: {0}", page.Frame.Title], NoIndex = true, Canonical = null, Languages = [], DefaultLanguageUrl = null } };
    }

    /// <summary>The home page, the site map and what else stands in the menus lead everywhere: that they lead here says nothing about this page.</summary>
    private static RelatedItems.Found Besides(PageFrame frame, RelatedItems.Found group)
    {
        var menus = frame.Menus.Values.SelectMany(links => links).Select(link => link.Url).Append(frame.HomeUrl).ToHashSet();
        return group with { Items = [.. group.Items.Where(item => item.Url is null || !menus.Contains(item.Url))] };
    }

    /// <summary>A type whose module is turned off has no map, nor has one without a list in the reader's language.</summary>
    private async Task AddMapsAsync(ContentItem item, DisplayContext context, CancellationToken token)
    {
        foreach (var name in pageMaps.Where(page => page.Type == item.ContentType).SelectMany(page => page.Shown(item)).Distinct())
        {
            if (definitions.TryType(name, out var type) && maps.Has(type) && type.ListPaths.TryGetValue(context.Culture, out var list) &&
                await maps.MakeAsync(new ContentQuery { Type = name, Culture = context.Culture }, context.Culture, zoom => $"/{context.Culture}/{list}?{MapBuilder.Zoom}={zoom}", null, token) is { } map)
            {
                context.Maps[name] = map with { HeadingLevel = 3 };
            }
        }
    }

    private List<PageLink> Parents(ContentTypeDefinition type, string culture) =>
        type.ListPaths.TryGetValue(culture, out var list) ? [new PageLink(localizer[type.PluralName.Length > 0 ? type.PluralName : type.DisplayName], $"/{culture}/{list}")] : [];
}
