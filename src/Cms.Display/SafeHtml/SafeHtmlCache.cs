using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Caching.Memory;

namespace Cms.Display.SafeHtml;

/// <summary>
/// Rendered texts, kept by the hash of their source, language and rules. Bounded: the sum of the markups' lengths stays below the limit, the least used go
/// first.
/// </summary>
/// <param name="maxLength">Characters of markup that are kept at most.</param>
public sealed class SafeHtmlCache(long maxLength = SafeHtmlCache.DefaultMaxLength) : IDisposable
{
    public const long DefaultMaxLength = 16_000_000;
    private const int EntryOverhead = 200;

    private readonly MemoryCache _texts = new(new MemoryCacheOptions { SizeLimit = maxLength });

    /// <summary>How many texts are kept.</summary>
    public int Count => _texts.Count;

    public void Dispose() => _texts.Dispose();

    internal static string KeyOf(string markdown, MarkdownView view)
    {
        var source = string.Create(CultureInfo.InvariantCulture, $"{HtmlRules.Version} {view.Culture.Name} {view.FirstHeading} {view.SiteHost}\n{markdown}");
        return Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(source)));
    }

    /// <summary>The kept text, if its internal links still lead where they led.</summary>
    internal RenderedText? Find(string key, MarkdownView view) =>
        _texts.TryGetValue(key, out Kept? kept) && kept!.Links.All(link => view.Resolve?.Invoke(link.Key) == link.Value) ? kept.Text : null;

    internal void Keep(string key, RenderedText text, IReadOnlyDictionary<InternalLink, string?> links) =>
        _texts.Set(key, new Kept(text, links), new MemoryCacheEntryOptions { Size = text.Html.Markup.Length + EntryOverhead });

    private sealed record Kept(RenderedText Text, IReadOnlyDictionary<InternalLink, string?> Links);
}
