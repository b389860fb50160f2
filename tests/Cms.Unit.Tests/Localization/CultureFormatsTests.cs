using System.Globalization;
using Cms.Core.Localization;

namespace Cms.Unit.Tests.Localization;

public sealed class CultureFormatsTests
{
    private static readonly CultureInfo _fr = CultureInfo.GetCultureInfo("fr-FR");
    private static readonly CultureInfo _en = CultureInfo.GetCultureInfo("en-GB");

    [Fact]
    public void Numbers_have_the_separators_of_the_language()
    {
        Assert.Equal("38\u202F000", CultureFormats.Number(38000, _fr));
        Assert.Equal("38,000", CultureFormats.Number(38000, _en));
        Assert.Equal("-1\u202F234,5", CultureFormats.Number(-1234.50m, _fr));
        Assert.Equal("12,5\u00A0%", CultureFormats.Percent(12.5m, _fr));
        Assert.Equal("100%", CultureFormats.Percent(100, _en));
    }

    [Theory]
    [InlineData(23_000_000, "23\u00A0millions d’euros", "€23\u00A0million")]
    [InlineData(1_500_000, "1,5\u00A0million d’euros", "€1.5\u00A0million")]
    [InlineData(2_000_000_000, "2\u00A0milliards d’euros", "€2\u00A0billion")]
    [InlineData(1_234_567, "1\u202F234\u202F567\u00A0euros", "€1,234,567")]
    [InlineData(56_000, "56\u202F000\u00A0euros", "€56,000")]
    [InlineData(1, "1\u00A0euro", "€1")]
    [InlineData(12.5, "12,50\u00A0euros", "€12.50")]
    public void Amounts_are_written_out(double amount, string french, string english)
    {
        Assert.Equal(french, CultureFormats.Money((decimal)amount, "EUR", _fr));
        Assert.Equal(english, CultureFormats.Money((decimal)amount, "EUR", _en));
    }

    [Fact]
    public void Another_currency_keeps_its_name_or_code()
    {
        Assert.Equal("3\u00A0millions de dollars américains", CultureFormats.Money(3_000_000, "usd", _fr));
        Assert.Equal("5\u00A0XPF", CultureFormats.Money(5, "XPF", _fr));
        Assert.Equal("£3\u00A0million", CultureFormats.Money(3_000_000, "GBP", _en));
        Assert.Equal("5\u00A0XPF", CultureFormats.Money(5, "XPF", _en));
    }

    [Theory]
    [InlineData(Qualifier.Exactly, "38\u202F000", "38,000")]
    [InlineData(Qualifier.About, "environ 38\u202F000", "about 38,000")]
    [InlineData(Qualifier.MoreThan, "plus de 38\u202F000", "more than 38,000")]
    [InlineData(Qualifier.AtLeast, "au moins 38\u202F000", "at least 38,000")]
    [InlineData(Qualifier.LessThan, "moins de 38\u202F000", "less than 38,000")]
    [InlineData(Qualifier.AtMost, "au plus 38\u202F000", "at most 38,000")]
    public void A_figure_says_how_exact_it_is(Qualifier qualifier, string french, string english)
    {
        Assert.Equal(french, CultureFormats.Qualified(CultureFormats.Number(38_000, _fr), qualifier, _fr));
        Assert.Equal(english, CultureFormats.Qualified(CultureFormats.Number(38_000, _en), qualifier, _en));
    }

    [Theory]
    [InlineData(2018, null, null, "2018", "2018")]
    [InlineData(2018, 12, null, "décembre 2018", "December 2018")]
    [InlineData(2023, 12, 1, "1ᵉʳ décembre 2023", "1 December 2023")]
    [InlineData(2024, 7, 21, "21 juillet 2024", "21 July 2024")]
    public void A_date_shows_its_precision_only(int year, int? month, int? day, string french, string english)
    {
        Assert.Equal(french, CultureDates.Date(year, month, day, _fr));
        Assert.Equal(english, CultureDates.Date(year, month, day, _en));
    }

    [Theory]
    [InlineData(2023, 13, null)]
    [InlineData(2023, 2, 29)]
    [InlineData(2023, null, 1)]
    [InlineData(2023, 2, 0)]
    public void What_is_no_date_is_refused(int year, int? month, int? day) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => CultureDates.Date(year, month, day, _fr));

    [Theory]
    [InlineData("2023-11-28", "2023-11-30", "du 28 au 30 novembre 2023", "28 to 30 November 2023")]
    [InlineData("2023-11-30", "2023-12-01", "du 30 novembre au 1ᵉʳ décembre 2023", "30 November to 1 December 2023")]
    [InlineData("2023-12-30", "2024-01-02", "du 30 décembre 2023 au 2 janvier 2024", "30 December 2023 to 2 January 2024")]
    [InlineData("2015", "2020", "2015–2020", "2015–2020")]
    [InlineData("2021-03", "2021-05", "de mars à mai 2021", "March to May 2021")]
    [InlineData("2021-04", "2022-05", "d’avril 2021 à mai 2022", "April 2021 to May 2022")]
    [InlineData("2018", "2019-03", "de 2018 à mars 2019", "2018 to March 2019")]
    [InlineData("2016", null, "depuis 2016", "since 2016")]
    [InlineData("2016-05-01", null, "depuis le 1ᵉʳ mai 2016", "since 1 May 2016")]
    [InlineData(null, "2022-03", "jusqu’en mars 2022", "until March 2022")]
    [InlineData(null, "2022-03-04", "jusqu’au 4 mars 2022", "until 4 March 2022")]
    [InlineData("2022", "2022", "2022", "2022")]
    [InlineData(null, null, "", "")]
    public void A_period_says_nothing_twice(string? from, string? to, string french, string english)
    {
        Assert.Equal(french, CultureDates.Range(Date(from), Date(to), _fr));
        Assert.Equal(english, CultureDates.Range(Date(from), Date(to), _en));
    }

    [Fact]
    public void Times_are_written_as_the_language_does()
    {
        Assert.Equal("14\u00A0h\u00A030", CultureFormats.Time(new TimeOnly(14, 30), _fr));
        Assert.Equal("9\u00A0h", CultureFormats.Time(new TimeOnly(9, 0), _fr));
        Assert.Equal("14:30", CultureFormats.Time(new TimeOnly(14, 30), _en));
    }

    [Theory]
    [InlineData("0559114533", "05 59 11 45 33", "tel:+33559114533")]
    [InlineData("05.59.11.45.33", "05 59 11 45 33", "tel:+33559114533")]
    [InlineData("+33 (0)5 59 11 45 33", "05 59 11 45 33", "tel:+33559114533")]
    [InlineData("0033 5 59 11 45 33", "05 59 11 45 33", "tel:+33559114533")]
    [InlineData("+254 20 1234567", "+254 20 1234567", "tel:+254201234567")]
    [InlineData("3939", "3939", null)]
    [InlineData("javascript:alert(1)", "javascript:alert(1)", null)]
    [InlineData("", "", null)]
    public void A_telephone_number_is_shown_in_pairs_and_called_with_its_prefix(string typed, string shown, string? link)
    {
        Assert.Equal(shown, PhoneNumber.Display(typed));
        Assert.Equal(link, PhoneNumber.Link(typed));
    }

    private static (int Year, int? Month, int? Day)? Date(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var parts = text.Split('-').Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        return (parts[0], parts.Length > 1 ? parts[1] : null, parts.Length > 2 ? parts[2] : null);
    }
}
