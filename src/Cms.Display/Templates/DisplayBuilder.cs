using Cms.Content.Items;
using Cms.Content.Manager;
using Cms.Core.Hosting;
using Cms.Core.Localization;
using Cms.Display.Caching;
using Cms.Display.Routing;
using Cms.Display.SafeHtml;
using Microsoft.Extensions.Localization;

namespace Cms.Display.Templates;

/// <summary>Loads what a page's items point to, and what those point to (a contact's organisation), and notes every set for the output cache.</summary>
public sealed class DisplayBuilder(
    PublishedItems published,
    TermCatalog terms,
    CultureSettings cultures,
    WebsiteSettings settings,
    MarkdownRenderer markdown,
    ShownTexts texts,
    TimeProvider time,
    IStringLocalizer<DisplayContext> localizer)
{
    private const int Depth = 2;

    public async Task<DisplayContext> BuildAsync(string culture, IReadOnlyList<ContentItem> items, PageTags tags, CancellationToken token = default)
    {
        IReadOnlyList<string> preference = [culture, .. cultures.Names.Where(c => c != culture)];
        var found = new Dictionary<string, ContentItem>();
        IEnumerable<ContentItem> from = items;
        for (var depth = 0; depth < Depth; depth++)
        {
            var wanted = from.SelectMany(item => ItemReferences.Of(item).Sets).Where(set => !found.ContainsKey(set)).ToHashSet();
            if (wanted.Count == 0)
            {
                break;
            }

            // Also those that are not published: the page changes when they are.
            tags.AddSets(wanted);
            var loaded = await published.PreferredAsync(wanted, preference, token);
            foreach (var (set, item) in loaded)
            {
                found[set] = item;
            }

            from = loaded.Values;
        }

        tags.AddSets(items.Select(item => item.LocalizationSet));
        return new DisplayContext(culture, cultures, settings.BaseUrl.Host, settings.TimeZone, Today(), found, await terms.AllAsync(culture, token), markdown, texts, localizer);
    }

    private DateOnly Today() => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), settings.TimeZone).Date);
}
