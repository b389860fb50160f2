using System.Collections.Frozen;

namespace Cms.Search.Analysis;

/// <summary>English words, among which French names stand: l'Arménie, Maison d'Aix.</summary>
public sealed class EnglishLanguage : Language
{
    private static readonly FrozenSet<string> _elided = Words("d l qu");
    private static readonly FrozenSet<string> _endings = Words("d ll m re s t ve");

    private static readonly FrozenSet<string> _stopWords = Words("""
        a an and are as at be been but by d did do does for from had has have how i if in into is it its ll m no not of on or re s such t that the their
        them then there these they this to ve was we were what when where which who why will with you
        """);

    public override bool IsElided(string word) => _elided.Contains(word);

    public override bool IsEnding(string word) => _endings.Contains(word);

    public override bool IsStopWord(string word) => _stopWords.Contains(word);

    public override string Stem(string word) => EnglishStemmer.Stem(word);

    private static FrozenSet<string> Words(string list) =>
        list.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
