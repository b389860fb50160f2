using Dapper;
using Microsoft.Data.Sqlite;

namespace Cms.Search.Index;

/// <summary>Changes documents inside one transaction of the writer connection.</summary>
internal sealed class IndexWriter(SqliteConnection connection, SqliteTransaction transaction)
{
    /// <summary>Stands between theme codes in their column; no code holds it.</summary>
    public const char ThemeSeparator = '\u001F';

    public void Delete(string localizationSet, string culture)
    {
        var id = connection.QuerySingleOrDefault<long?>(
            "SELECT id FROM documents WHERE localization_set = @localizationSet AND culture = @culture", new { localizationSet, culture }, transaction);
        if (id is not null)
        {
            connection.Execute("""
                DELETE FROM title_terms WHERE rowid = @id;
                DELETE FROM all_terms WHERE rowid = @id;
                DELETE FROM texts WHERE id = @id;
                DELETE FROM documents WHERE id = @id;
                """, new { id }, transaction);
        }
    }

    public void Put(SearchDocument document)
    {
        Delete(document.LocalizationSet, document.Culture);
        var id = connection.QuerySingle<long>("""
            INSERT INTO documents (localization_set, culture, content_type, publisher, themes)
            VALUES (@LocalizationSet, @Culture, @ContentType, @Publisher, @Themes) RETURNING id
            """,
            new { document.LocalizationSet, document.Culture, document.ContentType, document.Publisher, Themes = string.Join(ThemeSeparator, document.Themes) },
            transaction);
        connection.Execute("""
            INSERT INTO texts (id, content_item_id, title, url, keywords, body) VALUES (@id, @ContentItemId, @Title, @Url, @Keywords, @Body)
            """, new { id, document.ContentItemId, document.Title, document.Url, document.Keywords, document.Body }, transaction);
        PutTerms(id, document);
    }

    private void PutTerms(long id, SearchDocument document)
    {
        var terms = new IndexTerms(document.Culture);
        var title = terms.Write(document.Title);
        var keywords = terms.Write(document.Keywords);
        var body = terms.Write(document.Body);
        connection.Execute("INSERT INTO title_terms (rowid, words, codes) VALUES (@id, @Words, @Codes)", new { id, title.Words, title.Codes }, transaction);
        connection.Execute("INSERT INTO all_terms (rowid, words, keywords, codes) VALUES (@id, @Words, @Keywords, @Codes)",
            new { id, Words = title.Words + body.Words, Keywords = keywords.Words, Codes = title.Codes + keywords.Codes + body.Codes }, transaction);
    }

    public void Clear() => connection.Execute(
        "DELETE FROM title_terms; DELETE FROM all_terms; DELETE FROM texts; DELETE FROM documents; DELETE FROM state WHERE name = 'position';", transaction: transaction);

    public void MoveTo(string position) => connection.Execute(
        "INSERT INTO state (name, value) VALUES ('position', @position) ON CONFLICT (name) DO UPDATE SET value = excluded.value", new { position }, transaction);
}
