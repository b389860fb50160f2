using Cms.Content.Types;
using Cms.Display.Caching;
using Cms.Display.Frame;
using Cms.Display.Routing;
using Cms.Display.Templates;
using Microsoft.Extensions.Localization;

namespace Cms.Display.Pages;

/// <summary>Makes the pages of items.</summary>
public sealed class ItemPages(DisplayBuilder displays, PageResolver resolver, FrameBuilder frames, PageTags tags, IStringLocalizer<ItemPages> localizer)
{
    public async Task<ItemPage> MakeAsync(PageTarget.ItemAt target, string culture, CancellationToken token = default)
    {
        var item = target.Item;
        var context = await displays.BuildAsync(culture, [item], tags, token);
        var substitutes = resolver.Substitutes(target);
        var display = context.Display(item, 1);
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
            },
            token);
        return new ItemPage(frame, display);
    }

    private List<PageLink> Parents(ContentTypeDefinition type, string culture) =>
        type.ListPaths.TryGetValue(culture, out var list) ? [new PageLink(localizer[type.PluralName.Length > 0 ? type.PluralName : type.DisplayName], $"/{culture}/{list}")] : [];
}
