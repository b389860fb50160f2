using Cms.Search.Index;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Cms.Search.Query;

/// <summary>Writes the query again with words that the index knows. Terms are stems: a word to show is looked up in a document that has it.</summary>
internal sealed class Suggester(SqliteConnection reader, IndexTerms terms)
{
    public string? Suggest(ParsedQuery query, QueryPlan plan)
    {
        var text = query.Text;
        foreach (var (word, term) in plan.Corrections.OrderByDescending(correction => correction.Word.Start))
        {
            text = string.Concat(text.AsSpan(0, word.Start), Spelling(term), text.AsSpan(word.End));
        }

        return plan.Corrections.Count == 0 ? null : text.Trim();
    }

    private string Spelling(string term)
    {
        var texts = reader.QueryFirstOrDefault<(string? Title, string? Keywords, string? Body)>(
            "SELECT title, keywords, body FROM texts WHERE id = (SELECT rowid FROM all_terms WHERE all_terms MATCH @match LIMIT 1)",
            new { match = terms.Quote(term) });
        foreach (var text in new[] { texts.Title, texts.Keywords, texts.Body }.OfType<string>())
        {
            foreach (var token in terms.Analyzer.Analyze(text))
            {
                if (token.Term == term)
                {
                    return text.Substring(token.Start, token.Length).ToLowerInvariant();
                }
            }
        }

        return term;
    }
}
