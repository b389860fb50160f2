using System.Globalization;
using System.Text.Encodings.Web;
using Cms.Core.Errors;
using Cms.Core.Localization;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace Cms.Unit.Tests.Localization;

public sealed class PoStringLocalizerTests : IDisposable
{
    private const string Places = "msgid \"1 place\"\nmsgid_plural \"{0} places in {1}\"\nmsgstr[0] \"{0} lieu à {1}\"\nmsgstr[1] \"{0} lieux à {1}\"\n\n";
    private readonly PoFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("fr", 0, "0 lieu à Pau")]
    [InlineData("fr-FR", 1, "1 lieu à Pau")]
    [InlineData("fr", 2, "2 lieux à Pau")]
    [InlineData("en", 0, "0 places in Pau")]
    [InlineData("en", 1, "1 place")]
    [InlineData("en-GB", 2, "2 places in Pau")]
    public void A_plural_follows_the_rule_of_the_language(string culture, int count, string expected)
    {
        _folder.Add("data/fr.po", Places);
        var texts = Start(culture);
        Assert.Equal(expected, texts.Plural(count, "1 place", "{0} places in {1}", "Pau").Value);
    }

    [Fact]
    public void A_missing_plural_form_falls_back_to_English()
    {
        _folder.Add("data/fr.po", "msgid \"1 place\"\nmsgid_plural \"{0} places\"\nmsgstr[0] \"\"\nmsgstr[1] \"{0} lieux\"\n");
        var texts = Start("fr");
        Assert.Equal("1 place", texts.Plural(1, "1 place", "{0} places").Value);
        Assert.Equal("3 lieux", texts.Plural(3, "1 place", "{0} places").Value);
    }

    [Fact]
    public void A_plural_in_markup_encodes_its_arguments()
    {
        _folder.Add("data/fr.po", Places);
        var texts = Services("fr").GetRequiredService<IHtmlLocalizer<PoStringLocalizerTests>>();
        using var writer = new StringWriter();
        texts.Plural(2, "1 place", "{0} places in {1}", "<b>").WriteTo(writer, HtmlEncoder.Default);
        Assert.Equal("2 lieux à &lt;b&gt;", writer.ToString(), ignoreCase: true);
    }

    [Fact]
    public void Arguments_take_the_readers_formats()
    {
        _folder.Add("data/fr.po", PoCatalogTests.Entry("{0} km", "{0} kilomètres"));
        Assert.Equal("1,5 kilomètres", Start("fr-FR")["{0} km", 1.5].Value);
    }

    [Fact]
    public void A_translation_that_asks_for_more_arguments_falls_back_to_English()
    {
        _folder.Add("data/fr.po", PoCatalogTests.Entry("{0} km", "{0} kilomètres {1}"));
        Assert.Equal("2 km", Start("fr")["{0} km", 2].Value);
    }

    [Theory]
    [InlineData("Cms.Web.Areas.Cms.Agenda21.Views.Agenda21Action.Detail", "Cms.Web")]
    [InlineData("Cms.Agenda21.Views.Agenda21Action.Detail", "Cms.Agenda21")]
    public void A_views_context_is_its_path_from_the_extension(string baseName, string location)
    {
        _folder.Add("data/fr.po", PoCatalogTests.Entry("Goal", "Objectif", "Cms.Agenda21.Views.Agenda21Action.Detail") + PoCatalogTests.Entry("Goal", "But"));
        var factory = Services("fr").GetRequiredService<IStringLocalizerFactory>();
        Assert.Equal("Objectif", factory.Create(baseName, location)["Goal"].Value);
        Assert.Equal("But", factory.Create("Cms.Web.Areas.Cms.News.Views.Article", "Cms.Web")["Goal"].Value);
    }

    [Fact]
    public void A_nested_types_context_has_a_dot()
    {
        _folder.Add("data/fr.po", PoCatalogTests.Entry("a", "x", $"{typeof(PoStringLocalizerTests).FullName}.Nested"));
        Assert.Equal("x", Services("fr").GetRequiredService<IStringLocalizer<Nested>>()["a"].Value);
    }

    [Fact]
    public void All_strings_are_those_of_the_language_and_on_request_of_its_parents()
    {
        _folder.Add("data/fr.po", PoCatalogTests.Entry("a", "x") + PoCatalogTests.Entry("b", "y", "elsewhere")).Add("data/fr-FR.po", PoCatalogTests.Entry("c", "z"));
        var texts = Start("fr-FR");
        Assert.Equal(["c"], texts.GetAllStrings(false).Select(t => t.Name));
        Assert.Equal(["a", "c"], texts.GetAllStrings(true).Select(t => t.Name).Order());
    }

    [Fact]
    public void A_failure_becomes_a_sentence_in_the_readers_language_else_in_English_else_its_key()
    {
        _folder.Add("data/fr.po", PoCatalogTests.Entry("field.too_long", "{0:N1} au plus", "errors"))
            .Add("data/en.po", PoCatalogTests.Entry("field.required", "It is needed.", "errors"));
        var texts = Services("fr-FR").GetRequiredService<FailureText>();
        Assert.Equal("2,5 au plus", texts.Of(new Failure("field.too_long", "A.B", 2.5)));
        Assert.Equal("It is needed.", texts.Of(new CmsException("field.required", 400)));
        Assert.Equal("a.b", texts.Of(new Failure("a.b")));
        Assert.Equal("It is needed. a.b", texts.Of(new RuleException([new Failure("field.required"), new Failure("a.b")])));
        Assert.Equal("field.too_long", texts.Of(new Failure("field.too_long")));
    }

    [Theory]
    [InlineData("fr", 1, 0)]
    [InlineData("fr", 2, 1)]
    [InlineData("en", 0, 1)]
    [InlineData("en", 1, 0)]
    [InlineData("ja", 5, 0)]
    [InlineData("pl", 22, 1)]
    [InlineData("pl", 12, 2)]
    [InlineData("ru", 21, 0)]
    [InlineData("ru", 11, 2)]
    [InlineData("ar", 103, 3)]
    [InlineData("de", 7, 1)]
    public void Plural_rules_are_built_in(string culture, long count, int form) =>
        Assert.Equal(form, PluralRules.FormOf(CultureInfo.GetCultureInfo(culture), count));

    private IServiceProvider Services(string culture) => _folder.Start(culture);

    private IStringLocalizer Start(string culture) => Services(culture).GetRequiredService<IStringLocalizer<PoStringLocalizerTests>>();

    private sealed class Nested;
}
