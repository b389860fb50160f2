namespace Cms.Search;

/// <summary>How results are ranked and shown (<c>Cms:Search</c>). Changing a value needs no rebuild of the index.</summary>
public sealed class SearchOptions
{
    /// <summary>Weight of the title's own score, added to that of the whole text, which holds the title as well.</summary>
    public double TitleWeight { get; set; } = 1.5;

    /// <summary>Weight of a keyword against a word of the text.</summary>
    public double KeywordWeight { get; set; } = 2;

    /// <summary>Weight of a code or joined word (5.2.2, e-administration) against a word of the text.</summary>
    public double CodeWeight { get; set; } = 1;

    /// <summary>With at least so many documents that hold all words, those with some of them are left out.</summary>
    public int EnoughComplete { get; set; } = 10;

    /// <summary>Length of a snippet in characters, about.</summary>
    public int SnippetLength { get; set; } = 200;
}
