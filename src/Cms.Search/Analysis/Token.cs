namespace Cms.Search.Analysis;

/// <summary>A word of a text as the index knows it, and where it stands in the text that was given.</summary>
/// <param name="Term">Folded and stemmed; never empty, only letters and digits (a code also has dots).</param>
/// <param name="Start">Offset of the word in the original text, in UTF-16 units, without an elided article.</param>
/// <param name="Length">Length of the word in the original text.</param>
/// <param name="Kind">A word by itself, or several joined by hyphens, dots and the like.</param>
/// <param name="IsStopWord">So frequent that a query drops it unless it has nothing else. It is indexed all the same.</param>
public readonly record struct Token(string Term, int Start, int Length, TokenKind Kind, bool IsStopWord)
{
    public int End => Start + Length;
}

public enum TokenKind
{
    /// <summary>A run of letters and digits.</summary>
    Word,

    /// <summary>Letters joined: <c>E-administration</c> is kept as one term as well, after its two words.</summary>
    Joined,

    /// <summary>Joined with digits: <c>5.2.2</c>, <c>covid-19</c>, <c>38 000</c>; as one term as well, after its words.</summary>
    Code,
}
