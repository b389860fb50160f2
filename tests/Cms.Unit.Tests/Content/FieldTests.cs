using Cms.Content.Fields;
using Cms.Content.Items;
using Cms.Content.Manager;
using Cms.Content.Types;

namespace Cms.Unit.Tests.Content;

/// <summary>What is checked in the value of a field.</summary>
public sealed class FieldTests
{
    private static readonly FieldDefinition _any = new() { Name = "Any", FieldType = "Any", ClrType = typeof(TextField) };

    [Theory]
    [InlineData("2018", 2018, null, null)]
    [InlineData("2018-12", 2018, 12, null)]
    [InlineData("2024-02-29", 2024, 2, 29)]
    public void A_date_is_as_precise_as_it_is_known(string text, int year, int? month, int? day)
    {
        Assert.True(PartialDate.TryParse(text, out var date));
        Assert.Equal(new PartialDate(year, month, day), date);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("18")]
    [InlineData("0000")]
    [InlineData("2018-13")]
    [InlineData("2018-1")]
    [InlineData("2023-02-29")]
    [InlineData("2018-12-31-01")]
    [InlineData("2018-12-")]
    [InlineData("+018")]
    [InlineData("décembre 2018")]
    public void Anything_else_is_no_date(string? text) => Assert.False(PartialDate.TryParse(text, out _));

    [Theory]
    [InlineData("2018", "", null)]
    [InlineData("2018-12-05", "2018-12", null)]
    [InlineData("2018-03", "2018", null)]
    [InlineData("2018", "2018-01-01", null)]
    [InlineData("2018-12", "2018-11", "date.end-before-start")]
    [InlineData("2018", "2017-12-31", "date.end-before-start")]
    [InlineData("2018-02-30", "", "date.malformed")]
    [InlineData("2018", "soon", "date.malformed")]
    [InlineData("", "2018", "date.malformed")]
    [InlineData("", "", null)]
    public void A_range_ends_after_it_began(string start, string end, string? key) => AssertKey(key, new PartialDateField { Start = start, End = end });

    [Theory]
    [InlineData("https://example.org/a?b=c", null)]
    [InlineData("http://example.org", null)]
    [InlineData("mailto:a@example.org", null)]
    [InlineData("tel:+33559114533", null)]
    [InlineData("/fr/agenda-21", null)]
    [InlineData("#haut", null)]
    [InlineData("", null)]
    [InlineData("javascript:alert(1)", "link.address")]
    [InlineData(" JavaScript:alert(1)", "link.address")]
    [InlineData("java\tscript:alert(1)", "link.address")]
    [InlineData("data:text/html,x", "link.address")]
    [InlineData("vbscript:x", "link.address")]
    [InlineData("file:///etc/passwd", "link.address")]
    [InlineData("//example.org", "link.address")]
    [InlineData("/\\example.org", "link.address")]
    [InlineData("example.org", "link.address")]
    public void A_link_leads_into_the_website_or_by_an_allowed_scheme(string url, string? key)
    {
        AssertKey(key, new LinkField { Url = url });
        AssertKey(key, new VideoField { Url = url });
    }

    [Theory]
    [InlineData(43.3, 5.37, true)]
    [InlineData(-90.0, 180.0, true)]
    [InlineData(90.01, 0.0, false)]
    [InlineData(0.0, -180.01, false)]
    [InlineData(43.3, null, false)]
    [InlineData(null, 5.37, false)]
    [InlineData(null, null, true)]
    public void A_position_is_on_the_globe(double? latitude, double? longitude, bool valid) =>
        AssertKey(valid ? null : "position.out-of-range", new GeoPointField { Latitude = (decimal?)latitude, Longitude = (decimal?)longitude });

    [Theory]
    [InlineData("EUR", true)]
    [InlineData("eur", false)]
    [InlineData("€", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_currency_is_a_code_of_three_letters(string? currency, bool valid) =>
        AssertKey(valid ? null : "money.currency", new MoneyField { Amount = 1, Currency = currency! });

    [Theory]
    [InlineData("FR", "", null)]
    [InlineData("", "13055", null)]
    [InlineData("", "2A004", null)]
    [InlineData("fr", "", "address.country")]
    [InlineData("FRA", "", "address.country")]
    [InlineData("", "1305", "address.commune")]
    [InlineData("", "13 55", "address.commune")]
    public void Countries_and_communes_are_codes(string country, string commune, string? key) => AssertKey(key, new AddressField { Country = country, Commune = commune });

    [Fact]
    public void Opening_hours_close_after_they_open()
    {
        var slot = new OpeningSlot(DayOfWeek.Monday, new TimeOnly(9, 0), new TimeOnly(12, 0));

        AssertKey(null, new OpeningHoursField { Slots = [slot] });
        AssertKey("hours.order", new OpeningHoursField { Slots = [slot, slot with { Closes = slot.Opens }] });
        AssertKey("hours.order", new OpeningHoursField { Slots = [null!] });
        AssertKey("hours.order", new OpeningHoursField { Slots = [.. Enumerable.Repeat(slot, 101)] });
    }

    [Fact]
    public void Texts_have_a_longest_length()
    {
        AssertKey(null, new TextField { Text = new string('x', TextField.MaxLength) });
        AssertKey("field.too-long", new TextField { Text = new string('x', TextField.MaxLength + 1) });
        AssertKey("field.too-long", new MarkdownField { Markdown = new string('x', MarkdownField.MaxLength + 1) });
        AssertKey("field.too-long", new MultiTextField { Values = [null!] });
        AssertKey("field.too-long", new MultiTextField { Values = [.. Enumerable.Repeat("x", 101)] });
    }

    [Theory]
    [InlineData("in-progress", null)]
    [InlineData("", null)]
    [InlineData("In progress", "field.option")]
    [InlineData("in-progress ", "field.option")]
    [InlineData("done", "field.option")]
    public void A_text_with_options_takes_one_of_their_codes(string text, string? key)
    {
        var definition = new FieldDefinition { Name = "State", FieldType = nameof(TextField), ClrType = typeof(TextField), Options = ["planned", "in-progress"] };

        var failures = new TextField { Text = text }.Check(definition).ToList();

        Assert.Equal(key is null ? [] : [key], failures.Select(failure => failure.Key));
        Assert.All(failures, failure => Assert.Equal(text, Assert.Single(failure.Data)));
    }

    [Theory]
    [InlineData("in-progress", "In progress")]
    [InlineData("reported-speech", "Reported speech")]
    [InlineData("", "")]
    public void An_option_is_shown_in_words(string code, string words) => Assert.Equal(words, FieldDefinition.OptionWords(code));

    [Fact]
    public void Numbers_inside_a_natural_text_sort_by_value()
    {
        string[] codes = ["5.2.9", "5.2.10", "5.10.1", "Été 2", "été 10"];

        Assert.Equal(codes, codes.Reverse().OrderBy(ItemNormalizer.SortKey, StringComparer.Ordinal));
        Assert.Equal(ItemNormalizer.SortKey(" 5.2.2"), ItemNormalizer.SortKey("5.2.2 "));
        Assert.NotEqual(ItemNormalizer.SortKey("5.2.2"), ItemNormalizer.SortKey("5.22"));
    }

    [Fact]
    public void Normalising_an_item_twice_changes_nothing()
    {
        var item = Samples.Item("""{"TitlePart":{"Title":" T "},"Sample":{"Plain":""}}""", """{"Sample":{"Code":{"Text":"5.2"},"Rows":{"Rows":[{"Target":{"Value":1}}]}}}""");
        ItemNormalizer.Normalize(item);
        var (own, shared) = Samples.Saved(item);
        Assert.StartsWith("""{"TitlePart":{"Title":"T"},""", own, StringComparison.Ordinal);
        Assert.Contains("\"SortKey\":\"000000005.000000002\"", shared, StringComparison.Ordinal);
        Assert.True(IdGenerator.IsWellFormed(item.As<Sample>().Rows.Rows[0].Id));

        var again = Samples.Item(own, shared);
        ItemNormalizer.Normalize(again);

        Assert.Equal((own, shared), Samples.Saved(again));
    }

    [Fact]
    public void Normalising_leaves_a_part_with_an_empty_code_byte_for_byte()
    {
        const string Own = """{"TitlePart":{"Title":"T"},"Sample":{ "Plain" : "" }}""";
        var item = Samples.Item(Own);

        ItemNormalizer.Normalize(item);

        Assert.Equal((Own, "{}"), Samples.Saved(item));
    }

    [Fact]
    public void Moments_are_text_in_the_order_of_time()
    {
        var moment = new DateTimeOffset(2026, 1, 5, 10, 30, 0, TimeSpan.FromHours(1)).AddTicks(25);

        Assert.Equal("2026-01-05T09:30:00Z", Utc.Text(moment));
        Assert.Equal("2026-01-05T09:30:00.0000025Z", Utc.Column(moment));
        Assert.Equal(moment, Utc.Parse(Utc.Column(moment)));
        Assert.Null(Utc.Parse(null));
        Assert.True(string.CompareOrdinal(Utc.Column(moment), Utc.Column(moment.AddTicks(1))) < 0);
    }

    private static void AssertKey(string? key, ContentField field) =>
        Assert.Equal(key is null ? [] : [key], field.Check(_any).Select(failure => failure.Key));
}
