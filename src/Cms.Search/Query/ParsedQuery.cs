using Cms.Search.Analysis;

namespace Cms.Search.Query;

/// <summary>What a visitor asked for, before the index is looked at.</summary>
/// <param name="Text">The cleaned and cut query that the clauses' offsets point into.</param>
/// <param name="Clauses">Empty when there is nothing to look for.</param>
internal sealed record ParsedQuery(string Text, IReadOnlyList<Clause> Clauses);

/// <summary>One thing that a document should hold: a word, a joined word or code, or a phrase.</summary>
/// <param name="Words">The single words, in order.</param>
/// <param name="Whole">The joined word or code, in one term; null for a word or a phrase.</param>
/// <param name="IsPhrase">The words must stand in a row.</param>
/// <param name="IsOpen">The visitor may not have finished typing it.</param>
internal sealed record Clause(IReadOnlyList<Token> Words, Token? Whole, bool IsPhrase, bool IsOpen)
{
    public bool IsStopWord => !IsPhrase && Whole is null && Words.All(word => word.IsStopWord);

    /// <summary>What makes two clauses the same.</summary>
    public string Key => $"{(IsPhrase ? "\"" : "")}{Whole?.Term} {string.Join(' ', Words.Select(word => word.Term))}";
}
