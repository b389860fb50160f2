using Cms.Search.Analysis;
using Cms.Search.Index;

namespace Cms.Search.Query;

/// <summary>A query in FTS5's language, with words that the index does not know put right.</summary>
internal sealed class QueryPlan
{
    private const int MostCorrected = 6;
    private const int MostAlternatives = 3;
    private const int ShortestPrefix = 2;

    private readonly IndexTerms _terms;
    private readonly Vocabulary _vocabulary;
    private readonly List<string> _required = [];
    private readonly List<string> _all = [];
    private readonly List<string> _any = [];

    public QueryPlan(ParsedQuery query, IndexTerms terms, Vocabulary vocabulary)
    {
        (_terms, _vocabulary) = (terms, vocabulary);
        foreach (var clause in query.Clauses)
        {
            Add(clause);
        }
    }

    /// <summary>Documents with everything that was asked for.</summary>
    public string All => string.Join(" AND ", _all);

    /// <summary>Documents with something of it; phrases, which a visitor took the trouble to quote, must be there.</summary>
    public string Any => _required.Count == 0
        ? string.Join(" OR ", _any)
        : string.Join(" AND ", _any.Count == 0 ? _required : [.. _required, $"({string.Join(" OR ", [.. _required, .. _any])})"]);

    /// <summary>Terms that a snippet marks.</summary>
    public HashSet<string> Marked { get; } = new(StringComparer.Ordinal);

    /// <summary>Beginnings of terms that a snippet marks.</summary>
    public List<string> MarkedPrefixes { get; } = [];

    /// <summary>Words of the query that the index does not know, and the term that is most likely meant.</summary>
    public List<(Token Word, string Term)> Corrections { get; } = [];

    private void Add(Clause clause)
    {
        if (clause.IsPhrase)
        {
            var phrase = _terms.Quote(clause.Words.Select(word => word.Term));
            Marked.UnionWith(clause.Words.Where(word => !word.IsStopWord).Select(word => word.Term));
            _required.Add(phrase);
            _all.Add(phrase);
        }
        else if (clause.Whole is { } whole)
        {
            AddWhole(clause, whole);
        }
        else
        {
            var word = OneOf(clause.Words[0], clause.IsOpen);
            _all.Add(word);
            _any.Add(word);
        }
    }

    /// <summary>A number or code is asked for whole, its digits being everywhere; a joined word also by its words.</summary>
    private void AddWhole(Clause clause, Token whole)
    {
        var known = _vocabulary.Documents(whole.Term) > 0;
        var exact = known || !clause.IsOpen ? Exact(whole.Term) : OneOf(whole, isOpen: true);
        var isNumber = clause.Words.All(word => word.Term.All(char.IsAsciiDigit));
        var parts = clause.Words.Where(word => !word.IsStopWord || clause.Words.Count == 1).Select(word => OneOf(word, isOpen: false)).ToList();
        _any.Add(exact);
        if (!isNumber || !known)
        {
            _any.AddRange(parts);
        }

        _all.Add(isNumber || parts.Count == 0 ? exact : $"({exact} OR ({string.Join(" AND ", parts)}))");
    }

    /// <summary>The word itself; when the index has none, words that begin with it if it may be unfinished, or else words spelt nearly so.</summary>
    private string OneOf(Token word, bool isOpen)
    {
        if (_vocabulary.Documents(word.Term) > 0)
        {
            return Exact(word.Term);
        }

        if (isOpen && word.Term.Length >= ShortestPrefix && _vocabulary.HasPrefix(word.Term))
        {
            MarkedPrefixes.Add(word.Term);
            return $"{_terms.Quote(word.Term)}*";
        }

        var near = word.Kind == TokenKind.Word && Corrections.Count < MostCorrected ? _vocabulary.Near(word.Term, MostAlternatives) : [];
        if (near.Count == 0)
        {
            return Exact(word.Term);
        }

        Corrections.Add((word, near[0]));
        return $"({string.Join(" OR ", near.Select(Exact))})";
    }

    private string Exact(string term)
    {
        Marked.Add(term);
        return _terms.Quote(term);
    }
}
