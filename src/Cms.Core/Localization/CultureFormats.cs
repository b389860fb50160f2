using System.Globalization;

namespace Cms.Core.Localization;

/// <summary>Numbers, amounts, times, telephone numbers and names of languages as a reader of the language expects them.</summary>
public static class CultureFormats
{
    private const char NoBreak = '\u00A0';
    private const decimal Million = 1_000_000m;
    private const decimal Milliard = 1_000_000_000m;
    private static readonly NumberFormatInfo _french = FrenchNumbers();

    /// <summary>38 000 (thin no-break space) in French, 38,000 in English; decimals as the value has them, at most six.</summary>
    public static string Number(decimal value, CultureInfo culture) => value.ToString("#,##0.######", Numbers(culture));

    /// <summary>12,5 % in French, 12.5% in English.</summary>
    /// <param name="value">The percentage itself: 12.5, not 0.125.</param>
    public static string Percent(decimal value, CultureInfo culture) => IsFrench(culture) ? $"{Number(value, culture)}{NoBreak}%" : $"{Number(value, culture)}%";

    /// <summary>« 23 millions d’euros », “€23 million”; « 56 000 euros » where the amount is no short number of millions.</summary>
    /// <param name="currency">ISO 4217 code; one without a name here is written as the code.</param>
    public static string Money(decimal amount, string currency, CultureInfo culture)
    {
        var (scale, scaleName) = ScaleOf(amount, IsFrench(culture));
        var count = amount / scale;
        var name = CurrencyName(currency, IsPlural(amount, culture));
        var number = scale == 1 && amount != decimal.Truncate(amount) ? amount.ToString("#,##0.00", Numbers(culture)) : Number(count, culture);
        if (!IsFrench(culture))
        {
            var scaled = scale == 1 ? number : $"{number}{NoBreak}{scaleName}";
            return Sign(currency) is { } sign ? sign + scaled : $"{scaled}{NoBreak}{name}";
        }

        return scale == 1 ? $"{number}{NoBreak}{name}" : $"{number}{NoBreak}{scaleName}{(IsPlural(count, culture) ? "s" : "")} {Of(name)}";
    }

    /// <summary>A language in the reader's words; its code where that is none.</summary>
    /// <param name="code">BCP 47 language tag.</param>
    public static string LanguageName(string code)
    {
        try
        {
            return CultureInfo.GetCultureInfo(code, predefinedOnly: true).DisplayName;
        }
        catch (CultureNotFoundException)
        {
            return code;
        }
    }

    /// <summary>A figure with how exact it is: « plus de 38 000 », “more than 38,000”.</summary>
    /// <param name="figure">The number as it is written, with its unit or without.</param>
    public static string Qualified(string figure, Qualifier qualifier, CultureInfo culture) => (qualifier, IsFrench(culture)) switch
    {
        (Qualifier.About, true) => $"environ {figure}",
        (Qualifier.About, false) => $"about {figure}",
        (Qualifier.MoreThan, true) => $"plus de {figure}",
        (Qualifier.MoreThan, false) => $"more than {figure}",
        (Qualifier.AtLeast, true) => $"au moins {figure}",
        (Qualifier.AtLeast, false) => $"at least {figure}",
        (Qualifier.LessThan, true) => $"moins de {figure}",
        (Qualifier.LessThan, false) => $"less than {figure}",
        (Qualifier.AtMost, true) => $"au plus {figure}",
        (Qualifier.AtMost, false) => $"at most {figure}",
        _ => figure,
    };

    /// <summary>« 14 h 30 », “14:30”.</summary>
    public static string Time(TimeOnly time, CultureInfo culture) => (IsFrench(culture), time.Minute) switch
    {
        (true, 0) => string.Create(CultureInfo.InvariantCulture, $"{time.Hour}{NoBreak}h"),
        (true, _) => string.Create(CultureInfo.InvariantCulture, $"{time.Hour}{NoBreak}h{NoBreak}{time.Minute:00}"),
        _ => time.ToString("t", culture),
    };

    internal static bool IsFrench(CultureInfo culture) => culture.TwoLetterISOLanguageName == "fr";

    /// <summary>« d’ » before a vowel, else « de ».</summary>
    internal static string Of(string name) => "aeiouyâàéèêëîïôöûüAEIOUYÉÈÊ".Contains(name[0], StringComparison.Ordinal) ? $"d’{name}" : $"de {name}";

    private static NumberFormatInfo Numbers(CultureInfo culture) => IsFrench(culture) ? _french : culture.NumberFormat;

    private static bool IsPlural(decimal count, CultureInfo culture) => IsFrench(culture) ? Math.Abs(count) >= 2 : count != 1;

    private static (decimal Scale, string Name) ScaleOf(decimal amount, bool french) => Math.Abs(amount) switch
    {
        >= Milliard when amount % (Milliard / 10) == 0 => (Milliard, french ? "milliard" : "billion"),
        >= Million when amount % (Million / 10) == 0 => (Million, "million"),
        _ => (1, ""),
    };

    /// <summary>What an English amount begins with; null where the code stands behind it.</summary>
    private static string? Sign(string currency) => currency.ToUpperInvariant() switch
    {
        "EUR" => "€",
        "USD" => "US$",
        "GBP" => "£",
        _ => null,
    };

    /// <summary>French name of a currency; its code where it has none here.</summary>
    private static string CurrencyName(string currency, bool plural) => currency.ToUpperInvariant() switch
    {
        "EUR" => plural ? "euros" : "euro",
        "USD" => plural ? "dollars américains" : "dollar américain",
        "GBP" => plural ? "livres sterling" : "livre sterling",
        var code => code,
    };

    private static NumberFormatInfo FrenchNumbers()
    {
        var numbers = (NumberFormatInfo)CultureInfo.GetCultureInfo("fr-FR").NumberFormat.Clone();
        numbers.NumberGroupSeparator = "\u202F";
        return NumberFormatInfo.ReadOnly(numbers);
    }
}
