using System.Globalization;
using Cms.Core.Hosting;
using Cms.Core.Localization;
using Cms.Display.Pages;
using Cms.Display.Routing;

namespace Cms.Display;

/// <summary>Makes the home page once, without its markup, so that what every page reads (menus, terms, texts) is at hand for the first visitor.</summary>
internal sealed class HomePreparation(StoredTranslations translations, PageResolver resolver, ItemPages items, CultureSettings cultures) : IShellPreparation
{
    public async Task PrepareAsync(CancellationToken token = default)
    {
        await translations.LoadAsync(token);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = cultures.Format(cultures.Default);
        if (await resolver.ResolveAsync(cultures.Default, "", token) is PageTarget.ItemAt home)
        {
            await items.MakeAsync(home, cultures.Default, token);
        }
    }
}
