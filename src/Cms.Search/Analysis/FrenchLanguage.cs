using System.Collections.Frozen;

namespace Cms.Search.Analysis;

/// <summary>French words. Written as folded: without accents, œ as oe.</summary>
public sealed class FrenchLanguage : Language
{
    private static readonly FrozenSet<string> _elided = Words("c d j l m n s t qu jusqu lorsqu puisqu quoiqu");

    /// <summary>Only words that never carry the sense of a question; été, or, car, plus, est-ouest stay because they may.</summary>
    private static readonly FrozenSet<string> _stopWords = Words("""
        a au aux avec c ce ces cet cette d dans de des du elle elles en est et eux il ils j je l la le les leur leurs lui m ma mais me mes moi mon n ne
        nos notre nous on ont ou par pas pour qu que quel quelle quelles quels qui s sa se ses si son sont sur t ta te tes toi ton tu un une vos votre
        vous y
        """);

    public override bool IsElided(string word) => _elided.Contains(word);

    public override bool IsEnding(string word) => false;

    public override bool IsStopWord(string word) => _stopWords.Contains(word);

    public override string Stem(string word) => FrenchStemmer.Stem(word);

    private static FrozenSet<string> Words(string list) =>
        list.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
