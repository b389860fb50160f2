using System.Globalization;
using System.Text;
using Cms.Core.Localization;

namespace Cms.Unit.Tests.Localization;

/// <summary>In the cases, <c>~</c> stands for the no-break space and <c>^</c> for the thin one.</summary>
public sealed class FrenchTypographyTests
{
    private static readonly string[] _pieces =
    [
        "l'égalité", "«", "»", " ", "  ", "!", "?", ";", ":", "...", "1er", "2e", "3ème", "XXe", "n°", "N° ", "12", "50%", "50 %", "€", "km", "14 h 30", "14:30",
        "https://x.fr/a?b=c", "a.b@c.fr", "`code !`", "mot", ".", ",", "(", ")", "\u00A0", "\u202F", "\n", "'", "’", "“", "”", "millions d'euros", "\"", "…", "…!", "1ᵉʳ", "°",
    ];

    [Theory]
    [InlineData("Bravo !", "Bravo^!")]
    [InlineData("Bravo!", "Bravo^!")]
    [InlineData("Quoi ?!", "Quoi^?!")]
    [InlineData("un ; deux; trois", "un^; deux^; trois")]
    [InlineData("Vraiment...?", "Vraiment…^?")]
    [InlineData("Objectif : réduire", "Objectif~: réduire")]
    [InlineData("Objectif: réduire", "Objectif~: réduire")]
    [InlineData("« Bonjour »", "«^Bonjour^»")]
    [InlineData("«Bonjour»!", "«^Bonjour^»^!")]
    [InlineData("50 %, 50%", "50~%, 50~%")]
    [InlineData("23 € et 10€", "23~€ et 10~€")]
    [InlineData("23 millions d'euros", "23~millions d’euros")]
    [InlineData("12 km, 3 m², 40 kg", "12~km, 3~m², 40~kg")]
    [InlineData("à 14 h 30", "à 14~h~30")]
    [InlineData("l'égalité d'1 an aujourd'hui", "l’égalité d’1~an aujourd’hui")]
    [InlineData("l'«été»", "l’«^été^»")]
    [InlineData("et...", "et…")]
    [InlineData("1er, 1re, 1ère, 2e, 3ème, 2nde, 21es, XXIe", "1ᵉʳ, 1ʳᵉ, 1ʳᵉ, 2ᵉ, 3ᵉ, 2ⁿᵈᵉ, 21ᵉˢ, XXIᵉ")]
    [InlineData("n° 5 et N°12", "n°~5 et N°~12")]
    [InlineData("dit « \u201Cmot\u201D »", "dit «^\u201Cmot\u201D^»")]
    public void Applies_the_rule(string typed, string shown) => Assert.Equal(Marked(shown), FrenchTypography.Apply(typed));

    [Theory]
    [InlineData("")]
    [InlineData("à 14:30")]
    [InlineData("https://exemple.fr/a?b=c;d!e:f'g...")]
    [InlineData("http://user:pass@x.fr:80/1er")]
    [InlineData("www.exemple.fr/?q=50%")]
    [InlineData("mailto:l'a@exemple.fr?subject=x")]
    [InlineData("jean.hote+1er@exemple.fr")]
    [InlineData("`si (a) ; b!` ")]
    [InlineData("5.2.2 et 5.1.1")]
    [InlineData("05 59 11 45 33")]
    [InlineData("38 000 adhérents")]
    [InlineData("Le Me Ce Ve")]
    [InlineData("index.php?x=1")]
    [InlineData("a;b")]
    [InlineData("::")]
    [InlineData("../a ..../b")]
    [InlineData("! note")]
    [InlineData("(! note)")]
    [InlineData("«»")]
    [InlineData("« »")]
    [InlineData("100 mètres, 3 le, 5 s’en vont")]
    [InlineData("Bonjour :)")]
    [InlineData("rock 'n' roll")]
    public void Leaves_alone_what_is_no_sentence(string typed) => Assert.Equal(typed, FrenchTypography.Apply(typed));

    [Fact]
    public void Sees_the_neighbours_of_a_part()
    {
        Assert.Equal(Marked("^!"), FrenchTypography.Apply(" !", before: 't'));
        Assert.Equal(Marked("~"), FrenchTypography.Apply(" ", before: '5', after: '%'));
        Assert.Equal("’", FrenchTypography.Apply("'", 'l', 'é'));
        Assert.Equal("mot:", FrenchTypography.Apply("mot:", null, '/'));
    }

    [Fact]
    public void Applied_twice_it_changes_nothing_more()
    {
        var random = new Random(20261122);
        for (var i = 0; i < 20_000; i++)
        {
            var text = new StringBuilder();
            for (var n = random.Next(1, 12); n > 0; n--)
            {
                text.Append(_pieces[random.Next(_pieces.Length)]);
            }

            var once = FrenchTypography.Apply(text.ToString());
            Assert.Equal(once, FrenchTypography.Apply(once));
        }
    }

    [Theory]
    [InlineData(" ")]
    [InlineData("a@")]
    [InlineData("!")]
    [InlineData("1e")]
    [InlineData("« ")]
    [InlineData("`")]
    [InlineData("a.")]
    public void A_long_odd_text_ends_within_the_matching_limit(string piece) =>
        Assert.NotNull(FrenchTypography.Apply(string.Concat(Enumerable.Repeat(piece, 50_000))));

    [Fact]
    public void English_gets_apostrophes_only_and_another_language_nothing()
    {
        Assert.Equal("it’s \"so\" !", Typography.Apply("it's \"so\" !", CultureInfo.GetCultureInfo("en-GB")));
        Assert.Equal("geht's !", Typography.Apply("geht's !", CultureInfo.GetCultureInfo("de")));
        Assert.Equal("l’a\u202F!", Typography.Apply("l'a !", CultureInfo.GetCultureInfo("fr-FR")));
    }

    private static string Marked(string text) => text.Replace('~', '\u00A0').Replace('^', '\u202F');
}
