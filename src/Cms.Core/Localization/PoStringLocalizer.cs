using System.Globalization;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;

namespace Cms.Core.Localization;

/// <summary>A count with the English plural, passed as the first argument to a localizer; <see cref="PluralTexts"/> makes it.</summary>
internal sealed record PluralRequest(long Count, string Plural, bool Formatted = true);

/// <summary>Texts in the reader's language (<see cref="CultureInfo.CurrentUICulture"/>), their arguments in the reader's formats (<see cref="CultureInfo.CurrentCulture"/>).</summary>
public sealed class PoStringLocalizer(PoCatalog catalog, string? context, ILogger logger) : IStringLocalizer
{
    public LocalizedString this[string name] => Found(name, Translate(name, null));

    public LocalizedString this[string name, params object[] arguments]
    {
        get
        {
            var plural = arguments is [PluralRequest request, ..] ? request : null;
            var text = Translate(name, plural);
            var values = plural is null ? arguments : [plural.Count, .. arguments[1..]];
            return plural is { Formatted: false } ? Found(name, text) : Found(name, text, () => Format(text, name, plural, values));
        }
    }

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var culture = CultureInfo.CurrentUICulture; culture.Name.Length > 0; culture = includeParentCultures ? culture.Parent : CultureInfo.InvariantCulture)
        {
            foreach (var (id, text) in catalog.All(culture, context).Where(text => seen.Add(text.Id)))
            {
                yield return new LocalizedString(id, text);
            }
        }
    }

    private static LocalizedString Found(string name, string? text, Func<string>? format = null) =>
        new(name, format?.Invoke() ?? text ?? name, resourceNotFound: text is null, searchedLocation: null);

    private string? Translate(string name, PluralRequest? plural)
    {
        if (catalog.Find(CultureInfo.CurrentUICulture, context, name, out var culture) is { } forms)
        {
            var form = plural is null ? 0 : PluralRules.FormOf(culture, plural.Count);
            return forms.ElementAtOrDefault(form) is { Length: > 0 } text ? text : EnglishForm(name, plural);
        }

        return plural is null ? null : EnglishForm(name, plural);
    }

    private static string? EnglishForm(string name, PluralRequest? plural) => plural is null ? null : plural.Count == 1 ? name : plural.Plural;

    private string Format(string? text, string name, PluralRequest? plural, object[] values)
    {
        var english = EnglishForm(name, plural) ?? name;
        try
        {
            return string.Format(CultureInfo.CurrentCulture, text ?? english, values);
        }
        catch (FormatException) when (text is not null && text != english)
        {
            // A translator's slip must not break the page.
            Log.ArgumentsDiffer(logger, text, name);
            return string.Format(CultureInfo.CurrentCulture, english, values);
        }
    }
}
