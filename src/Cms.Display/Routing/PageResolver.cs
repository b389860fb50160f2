using Cms.Content.Items;
using Cms.Content.Store;
using Cms.Content.Types;
using Cms.Core.Localization;

namespace Cms.Display.Routing;

/// <summary>What stands at an address.</summary>
public abstract record PageTarget
{
    /// <summary>A published item.</summary>
    /// <param name="Translations">Addresses of its published language versions, its own among them.</param>
    /// <param name="IsFallback">Whether it is shown in place of a translation that does not exist.</param>
    public sealed record ItemAt(ContentItem Item, IReadOnlyDictionary<string, string> Translations, bool IsFallback) : PageTarget;

    /// <summary>The list of a type, with the item that introduces it where one has the same address.</summary>
    public sealed record ListAt(ContentTypeDefinition Type, ContentItem? Introduction) : PageTarget;

    /// <summary>An old address: the present one.</summary>
    public sealed record MovedTo(string Url) : PageTarget;
}

/// <summary>Finds what stands at an address: a language and a path.</summary>
public sealed class PageResolver(ContentStore store, PublishedItems published, ContentDefinitions definitions, CultureSettings cultures)
{
    /// <returns>Null where nothing stands.</returns>
    public async Task<PageTarget?> ResolveAsync(string culture, string path, CancellationToken token = default)
    {
        var target = path.Length > ContentPath.MaxLength ? null : await AtAsync(culture, path, token);
        if (definitions.ListAt(culture, path) is { } list)
        {
            return new PageTarget.ListAt(list, (target as PageTarget.ItemAt)?.Item);
        }

        return target ?? (path.Length > ContentPath.MaxLength ? null : await InOtherLanguageAsync(culture, path, token));
    }

    private async Task<PageTarget?> AtAsync(string culture, string path, CancellationToken token)
    {
        if (await published.AtAsync(culture, path, token) is not { Item: { } item } route)
        {
            return null;
        }

        return route.IsRedirect ? item.Url is { } url ? new PageTarget.MovedTo(url) : null : new PageTarget.ItemAt(item, route.Urls, false);
    }

    /// <summary>
    /// An item without a translation stands under the reader's list at the slug it has in its own language; once it is translated, that address leads on to
    /// the translation.
    /// </summary>
    private async Task<PageTarget?> InOtherLanguageAsync(string culture, string path, CancellationToken token)
    {
        foreach (var other in cultures.Names.Where(c => c != culture))
        {
            foreach (var candidate in PathsIn(other, culture, path))
            {
                if (await store.RouteAsync(other, candidate, token) is { } route && await TranslationAsync(route.SetId, culture, other, token) is { } target)
                {
                    return target;
                }
            }
        }

        return null;
    }

    private async Task<PageTarget?> TranslationAsync(string set, string culture, string other, CancellationToken token)
    {
        var languages = await store.LanguagesAsync(set, ContentVersion.Published, token);
        var urls = languages.Where(item => item.Url is not null).ToDictionary(item => item.Culture, item => item.Url!);
        if (urls.TryGetValue(culture, out var url))
        {
            return new PageTarget.MovedTo(url);
        }

        return languages.FirstOrDefault(item => item.Culture == other) is { } original ? new PageTarget.ItemAt(original, urls, true) : null;
    }

    /// <summary>The same slug under the other language's lists; then the very same path, for pages that stand under no list.</summary>
    private IEnumerable<string> PathsIn(string other, string culture, string path)
    {
        foreach (var type in definitions.Types)
        {
            if (type.Paths.TryGetValue(culture, out var here) && type.Paths.TryGetValue(other, out var there) && Prefix(here) is { Length: > 0 } prefix && path.StartsWith(prefix, StringComparison.Ordinal))
            {
                yield return Prefix(there) + path[prefix.Length..];
            }
        }

        yield return path;
    }

    private static string Prefix(string pattern) => pattern[..pattern.IndexOf('{', StringComparison.Ordinal)];

    /// <summary>Addresses, in the languages that an item is not translated to, where it is shown for want of a translation.</summary>
    public IReadOnlyDictionary<string, string> Substitutes(PageTarget.ItemAt target) =>
        cultures.Names.Where(c => !target.Translations.ContainsKey(c) && target.Item.Path is not null).ToDictionary(c => c, c => ContentPath.Url(c, FallbackPath(target.Item, c)));

    private static string FallbackPath(ContentItem item, string culture) =>
        item.Type.Paths.TryGetValue(item.Culture, out var own) && item.Type.Paths.TryGetValue(culture, out var there) && item.Path!.StartsWith(Prefix(own), StringComparison.Ordinal)
            ? Prefix(there) + item.Path[Prefix(own).Length..]
            : item.Path!;
}
