using System.Globalization;
using System.Text.RegularExpressions;

namespace Cms.Display.SafeHtml;

/// <summary>The value of an allowed attribute as it may be shown, or null to leave the attribute out.</summary>
internal static partial class AttributeRules
{
    private const int MaxText = 500;
    private const int MaxSpan = 1000;
    private const int MaxNumber = 100_000;

    public static string? Checked(string attribute, string value) => attribute switch
    {
        "href" => SafeUrl.ForLink(value),
        "src" => SafeUrl.ForPicture(value),
        "cite" => SafeUrl.ForLink(value),
        "lang" or "hreflang" => Language().IsMatch(value) ? value : null,
        "dir" => OneOf(value, "ltr", "rtl", "auto"),
        "scope" => OneOf(value, "col", "row", "colgroup", "rowgroup"),
        "colspan" or "rowspan" or "span" => Number(value, 1, MaxSpan),
        "width" or "height" => Number(value, 1, MaxNumber),
        "start" or "value" => Number(value, -MaxNumber, MaxNumber),
        "reversed" => "",
        "datetime" => DateTimeText().IsMatch(value) ? value : null,
        "title" or "alt" or "abbr" => value.Length <= MaxText ? value : value[..MaxText],
        _ => null,
    };

    private static string? OneOf(string value, params ReadOnlySpan<string> allowed)
    {
        var lower = value.ToLowerInvariant();
        return allowed.Contains(lower) ? lower : null;
    }

    private static string? Number(string value, int least, int most) =>
        int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number.ToString(CultureInfo.InvariantCulture)
            : null;

    [GeneratedRegex(@"^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Language();

    [GeneratedRegex(@"^[0-9TPYMDHSWZ:.+ -]{1,40}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex DateTimeText();
}
