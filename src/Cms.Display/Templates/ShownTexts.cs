using System.Globalization;
using Cms.Core.Localization;
using Microsoft.Extensions.Caching.Memory;

namespace Cms.Display.Templates;

/// <summary>
/// Plain texts as they are shown, in the typography of their language: the rules cost more than everything else a short text needs, and titles come again on
/// every page. Bounded: the sum of the texts' lengths stays below the limit, the least used go first.
/// </summary>
/// <param name="maxLength">Characters that are kept at most.</param>
public sealed class ShownTexts(long maxLength = ShownTexts.DefaultMaxLength) : IDisposable
{
    public const long DefaultMaxLength = 4_000_000;
    private const int EntryOverhead = 100;

    private readonly MemoryCache _texts = new(new MemoryCacheOptions { SizeLimit = maxLength });

    public string Of(string text, CultureInfo language)
    {
        if (text.Length == 0)
        {
            return text;
        }

        var key = (language.Name, text);
        if (!_texts.TryGetValue(key, out string? shown))
        {
            shown = Typography.Apply(text, language);
            _texts.Set(key, shown, new MemoryCacheEntryOptions { Size = text.Length + shown.Length + EntryOverhead });
        }

        return shown!;
    }

    public void Dispose() => _texts.Dispose();
}
