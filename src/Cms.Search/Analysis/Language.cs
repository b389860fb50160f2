namespace Cms.Search.Analysis;

/// <summary>What one language knows about its words. Every word it is given is folded.</summary>
public abstract class Language
{
    /// <summary>A word that stands for another before an apostrophe and says nothing: the l of l'eau.</summary>
    public abstract bool IsElided(string word);

    /// <summary>An ending after an apostrophe that is no word: the s of today's.</summary>
    public abstract bool IsEnding(string word);

    public abstract bool IsStopWord(string word);

    /// <summary>What the forms of one word have in common; not a word itself, never empty.</summary>
    public abstract string Stem(string word);
}

/// <summary>A language without rules of its own: words are only folded.</summary>
public sealed class NeutralLanguage : Language
{
    public override bool IsElided(string word) => false;

    public override bool IsEnding(string word) => false;

    public override bool IsStopWord(string word) => false;

    public override string Stem(string word) => word;
}
