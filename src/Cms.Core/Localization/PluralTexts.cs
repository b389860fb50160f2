using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.Extensions.Localization;

namespace Cms.Core.Localization;

/// <summary>Texts that depend on a count: <c>T.Plural(places, "1 place", "{0} places")</c>. The English singular is the msgid.</summary>
public static class PluralTexts
{
    /// <param name="singular">English text for exactly one, also the msgid.</param>
    /// <param name="plural">English text for other counts; <c>{0}</c> is the count.</param>
    /// <param name="arguments">Further values, from <c>{1}</c> on.</param>
    public static LocalizedString Plural(this IStringLocalizer localizer, long count, string singular, string plural, params object[] arguments) =>
        localizer[singular, [new PluralRequest(count, plural), .. arguments]];

    /// <inheritdoc cref="Plural(IStringLocalizer, long, string, string, object[])"/>
    /// <remarks>The arguments are encoded, the text is not: it is ours.</remarks>
    public static LocalizedHtmlString Plural(this IHtmlLocalizer localizer, long count, string singular, string plural, params object[] arguments)
    {
        var text = localizer.GetString(singular, new PluralRequest(count, plural, Formatted: false));
        return new LocalizedHtmlString(singular, text.Value, text.ResourceNotFound, [count, .. arguments]);
    }
}
