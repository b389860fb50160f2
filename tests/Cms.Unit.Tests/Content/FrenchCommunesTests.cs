using Cms.Display.Communes;

namespace Cms.Unit.Tests.Content;

public sealed class FrenchCommunesTests
{
    [Theory]
    [InlineData("Pau", "64445", "Pau", "64000")]
    [InlineData("saint etienne", "42218", "Saint-Étienne", "42000")]
    [InlineData("l hay les roses", "94038", "L'Haÿ-les-Roses", "94240")]
    [InlineData("94000", "94028", "Créteil", "94000")]
    [InlineData("13055", "13055", "Marseille", "13001")]
    [InlineData("2A004", "2A004", "Ajaccio", "20000")]
    public void Commune_is_found_first_by_name_without_accents_postcode_or_code(string text, string code, string name, string postalCode)
    {
        var found = FrenchCommunes.Find(text, 5)[0];
        Assert.Equal((code, name), (found.Code, found.Name));
        Assert.Contains(postalCode, found.PostalCodes);
        Assert.Equal(found, FrenchCommunes.Of(code));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("Nowhere on earth")]
    [InlineData("00000")]
    [InlineData("'; DROP TABLE communes")]
    public void Other_words_find_nothing(string text) => Assert.Empty(FrenchCommunes.Find(text, 5));

    [Fact]
    public void No_more_are_given_than_asked_for() => Assert.Equal(7, FrenchCommunes.Find("saint", 7).Count);

    [Fact]
    public void Unknown_code_has_no_commune() => Assert.Null(FrenchCommunes.Of("99999"));
}
