using Cms.Search;
using Cms.Search.Index;
using Cms.Search.Query;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cms.Unit.Tests.Search;

/// <summary>A real index in a folder of its own.</summary>
public sealed class IndexFixture : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cms-search-");

    public IndexFixture() => Index = Open();

    public SearchIndex Index { get; private set; }

    public string File => Path.Combine(_folder.FullName, "search.db");

    public static SearchDocument Document(string set, string title, string body = "", string culture = "fr") => new()
    {
        LocalizationSet = set,
        Culture = culture,
        ContentItemId = $"{set}-{culture}",
        ContentType = "Page",
        Title = title,
        Url = $"/{culture}/{set}",
        Body = body,
    };

    public Task PutAsync(params IReadOnlyList<SearchDocument> documents) => Index.ApplyAsync(documents, [], "1");

    public Task<SearchResult> SearchAsync(string query, string culture = "fr") =>
        Index.SearchAsync(new SearchRequest { Query = query, Culture = culture });

    public async Task<IReadOnlyList<string>> SetsAsync(string query, string culture = "fr") =>
        [.. (await SearchAsync(query, culture)).Items.Select(item => item.LocalizationSet)];

    public void Close() => Index.Dispose();

    public void Reopen()
    {
        Index.Dispose();
        Index = Open();
    }

    public void Execute(string sql)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = File, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the tests' own statements
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    public void Dispose()
    {
        Index.Dispose();
        _folder.Delete(recursive: true);
    }

    private SearchIndex Open() => new(_folder.FullName, new SearchOptions(), NullLogger<SearchIndex>.Instance);
}
