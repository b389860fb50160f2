using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Cms.Website.Tests.Facts;

/// <summary>The rows of facts leave nothing out: no sentence of a document, and no number, date, place, code or proper name of a sentence.</summary>
public sealed partial class CoverageTests
{
    /// <summary>What the documents hold that is not content, or that the website says in other words, by document and word.</summary>
    private static readonly Dictionary<string, string> _exceptions = new()
    {
        ["000 (…)"] = "a cut in a quotation",
        ["003 3 jours"] = "written as a word",
        ["004 3 missions"] = "written as a word",
        ["004 CG"] = "written in full: Conseil général",
    };

    [Fact]
    public void Each_sentence_of_each_document_has_a_row()
    {
        foreach (var (name, text) in Fact.Documents())
        {
            var rest = Fact.Of("fr").Where(row => row.Document == name).Select(row => Fact.OneLine(row.Source)).Distinct().OrderByDescending(source => source.Length)
                .Aggregate(text, (left, source) => left.Replace(source, "|", StringComparison.Ordinal));
            // The link back to the top is the theme's.
            rest = rest.Replace("Bouton Haut de page", "", StringComparison.Ordinal);
            Assert.False(rest.Any(char.IsLetterOrDigit), $"{name}: {rest}");
        }
    }

    [Fact]
    public void Both_languages_have_rows_for_the_same_sentences() =>
        Assert.Equal(Fact.Of("fr").Select(row => (row.Document, row.Sentence, row.Source)), Fact.Of("en").Select(row => (row.Document, row.Sentence, row.Source)));

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public void Each_number_code_and_proper_name_is_among_the_facts(string culture)
    {
        var misses = new List<string>();
        foreach (var rows in Fact.Of(culture).GroupBy(row => (row.Document, row.Sentence)))
        {
            var facts = Plain(string.Join('\n', rows.SelectMany(row => row.Facts)));
            misses.AddRange(Words(rows.First()).Where(word => (culture == "fr" || IsTheSameInEveryLanguage(word)) && !Holds(facts, word)).Select(word => $"{rows.First()}: {word}"));
        }

        Assert.True(misses.Count == 0, string.Join('\n', misses));
    }

    /// <summary>Words of the sentence with a digit, and those with a capital that do not begin it or what stands after a colon, a quotation mark or a full stop.</summary>
    private static IEnumerable<string> Words(Fact row)
    {
        var sentence = Number().Replace(Unspaced(Fact.OneLine(row.Source)), " $1 ");
        foreach (var key in _exceptions.Keys.Where(key => key.StartsWith(row.Document, StringComparison.Ordinal)))
        {
            sentence = sentence.Replace(key[4..], "", StringComparison.Ordinal);
        }

        return Word().Matches(sentence).Where(word => word.Value.Any(char.IsDigit) || (char.IsUpper(word.Value[0]) && !IsBeginning(sentence, word.Index))).Select(word => Plain(word.Value)).Distinct();
    }

    private static bool IsBeginning(string sentence, int index)
    {
        var before = sentence[..index].TrimEnd();
        return before.Length == 0 || before[^1] is ':' or '.' or '«' or '“' or '"' or '•' or '(' || before is "«" or "L’" or "L'";
    }

    private static bool IsTheSameInEveryLanguage(string word) => word.Any(char.IsDigit);

    private static bool Holds(string facts, string word) => Regex.IsMatch(facts, $@"(?<![\p{{L}}\p{{N}}]){Regex.Escape(word)}{(char.IsDigit(word[^1]) ? @"(?!\d)" : "")}");

    /// <summary>Lower case without accents; thousands without their separator.</summary>
    private static string Plain(string text)
    {
        var letters = Unspaced(Fact.OneLine(text).Replace("œ", "oe", StringComparison.Ordinal)).Normalize(NormalizationForm.FormD)
            .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark);
        return string.Concat(letters).ToLowerInvariant();
    }

    private static string Unspaced(string text) => Thousands().Replace(text, "");

    [GeneratedRegex(@"(?<=\b\d{1,3})[ ,](?=\d{3}\b)")]
    private static partial Regex Thousands();

    /// <summary>A number apart from the unit written on to it: 800m, 3^{ème}.</summary>
    [GeneratedRegex(@"(?<![\p{L}\d])(\d+)(?=m\b|\^)")]
    private static partial Regex Number();

    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    private static partial Regex Word();
}
