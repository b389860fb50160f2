using Cms.Search.Index;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Cms.Search.Query;

/// <summary>Answers one request on a read-only connection.</summary>
internal sealed class Searcher(SqliteConnection reader, SearchOptions options, VocabularyCache vocabularies)
{
    private const int MaxTotal = 10_000;

    public SearchResult Search(SearchRequest request, CancellationToken token)
    {
        var terms = new IndexTerms(request.Culture);
        var query = QueryParser.Parse(request.Query, terms.Analyzer);
        if (query.Clauses.Count == 0)
        {
            return SearchResult.Empty;
        }

        var plan = new QueryPlan(query, terms, new Vocabulary(reader, terms, vocabularies));
        token.ThrowIfCancellationRequested();
        var found = Rank(plan);
        token.ThrowIfCancellationRequested();
        var asked = found.FindAll(hit => hit.IsOf(request.Type, request.Theme, request.Publisher));
        asked.Sort();
        return new SearchResult(
            Math.Min(asked.Count, MaxTotal), asked.Count > MaxTotal, Items(request, asked, plan, terms), Facets.Count(found, request),
            new Suggester(reader, terms).Suggest(query, plan));
    }

    /// <summary>Documents with all words, if they are enough; else also those with some, which rank lower.</summary>
    private List<Hit> Rank(QueryPlan plan)
    {
        var complete = Hits(plan.All);
        var found = complete.Count >= options.EnoughComplete || plan.All == plan.Any ? complete : Hits(plan.Any);
        var isComplete = complete.Select(hit => hit.Id).ToHashSet();
        var titles = TitleScores(plan.Any);
        foreach (var hit in found)
        {
            hit.Score += options.TitleWeight * titles.GetValueOrDefault(hit.Id);
        }

        var bestIncomplete = found.Where(hit => !isComplete.Contains(hit.Id)).Select(hit => hit.Score).DefaultIfEmpty(0).Max();
        foreach (var hit in found.Where(hit => isComplete.Contains(hit.Id)))
        {
            hit.Score += bestIncomplete;
        }

        return found;
    }

    private List<Hit> Hits(string match) => reader.Query<Hit>("""
        SELECT all_terms.rowid AS Id, -bm25(all_terms, 1.0, @KeywordWeight, @CodeWeight) AS Score,
               d.content_type AS ContentType, d.publisher AS Publisher, d.themes AS Themes
        FROM all_terms JOIN documents d ON d.id = all_terms.rowid WHERE all_terms MATCH @match
        """, new { match, options.KeywordWeight, options.CodeWeight }).AsList();

    private Dictionary<long, double> TitleScores(string match) => reader.Query<(long Id, double Score)>(
        "SELECT rowid, -bm25(title_terms, 1.0, @CodeWeight) FROM title_terms WHERE title_terms MATCH @match", new { match, options.CodeWeight })
        .ToDictionary(row => row.Id, row => row.Score);

    private List<SearchItem> Items(SearchRequest request, List<Hit> hits, QueryPlan plan, IndexTerms terms)
    {
        var size = Math.Clamp(request.PageSize, 1, SearchRequest.MaxPageSize);
        var skipped = (Math.Max(request.Page, 1) - 1L) * size;
        var page = skipped >= hits.Count ? [] : hits.GetRange((int)skipped, (int)Math.Min(size, hits.Count - skipped));
        var texts = reader.Query<StoredText>("""
            SELECT d.id AS Id, d.localization_set AS LocalizationSet, d.content_type AS ContentType, d.culture AS Culture,
                   t.content_item_id AS ContentItemId, t.title AS Title, t.url AS Url, t.body AS Body
            FROM documents d JOIN texts t ON t.id = d.id WHERE d.id IN @ids
            """, new { ids = page.Select(hit => hit.Id) }).ToDictionary(text => text.Id);
        var snippets = new Snippet(terms.Analyzer, plan, options.SnippetLength);
        return page.ConvertAll(hit =>
        {
            var text = texts[hit.Id];
            return new SearchItem(
                text.ContentItemId, text.LocalizationSet, text.ContentType, text.Culture, text.Title, text.Url, snippets.Cut(text.Body), hit.Score);
        });
    }

    private sealed record StoredText(
        long Id, string LocalizationSet, string ContentType, string Culture, string ContentItemId, string Title, string Url, string Body);
}
