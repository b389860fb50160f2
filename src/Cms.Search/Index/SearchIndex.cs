using Cms.Core;
using Cms.Search.Query;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Cms.Search.Index;

/// <summary>
/// The full-text index of the website: <c>search.db</c> in a folder, one instance per file, in the host. It holds derived data only and says by its
/// position how far it has followed the change log.
/// </summary>
public sealed class SearchIndex(string folder, SearchOptions options, ILogger<SearchIndex> logger) : IDisposable
{
    private readonly string _path = Path.Combine(folder, "search.db");
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly VocabularyCache _vocabularies = new();
    private volatile IndexFile? _file;

    /// <summary>
    /// Where the index is in the change log, as the last <see cref="ApplyAsync"/> said; null for an empty one (new, cleared, or replaced because its file was
    /// missing, damaged or of another version), which has to be filled from the beginning.
    /// </summary>
    public Task<string?> PositionAsync(CancellationToken token = default) => ReadAsync(
        reader => reader.QuerySingleOrDefault<string>(IndexFile.PositionSql), token);

    /// <summary>The condition of the file, which stays as it is: every other call makes a missing one and replaces a damaged one.</summary>
    public IndexCondition Inspect() => IndexFile.Inspect(_path);

    /// <summary>
    /// Deletes, then puts documents in place of those with their key, and moves to <paramref name="position"/>: all in one transaction, so a crash leaves the
    /// position of what is in the file.
    /// </summary>
    /// <exception cref="SqliteException">Nothing was changed. When the file was damaged it has been replaced: the position is null.</exception>
    public Task ApplyAsync(
        IReadOnlyList<SearchDocument> upserts, IReadOnlyList<(string Set, string Culture)> deletes, string position, CancellationToken token = default) =>
        WriteAsync(writer =>
        {
            foreach (var (set, culture) in deletes)
            {
                writer.Delete(set, culture);
            }

            foreach (var document in upserts)
            {
                token.ThrowIfCancellationRequested();
                writer.Put(document);
            }

            writer.MoveTo(position);
        }, token);

    /// <summary>Empties the index, for a rebuild.</summary>
    public Task ClearAsync(CancellationToken token = default) => WriteAsync(writer => writer.Clear(), token);

    /// <summary>Number of documents in all cultures.</summary>
    public Task<long> CountAsync(CancellationToken token = default) =>
        ReadAsync(reader => reader.QuerySingle<long>("SELECT count(*) FROM documents"), token);

    /// <summary>Documents of the request's culture, best first. Any text is a query: it has no syntax but quotation marks around a phrase.</summary>
    public Task<SearchResult> SearchAsync(SearchRequest request, CancellationToken token = default) => ReadAsync(
        reader => new Searcher(reader, options, _vocabularies).Search(request, token), token);

    public void Dispose()
    {
        _file?.Dispose();
        _gate.Dispose();
    }

    private async Task<T> ReadAsync<T>(Func<SqliteConnection, T> read, CancellationToken token)
    {
        var file = await FileAsync(token);
        try
        {
            await using var reader = file.OpenReader();
            await using var snapshot = reader.BeginTransaction(deferred: true);
            return read(reader);
        }
        catch (SqliteException exception) when (IndexFile.IsDamage(exception))
        {
            await ReplaceAsync(file);
            throw;
        }
    }

    private async Task WriteAsync(Action<IndexWriter> write, CancellationToken token)
    {
        await _gate.WaitAsync(token);
        try
        {
            var file = Current();
            try
            {
                await using var transaction = file.Writer.BeginTransaction();
                write(new IndexWriter(file.Writer, transaction));
                WorkSteps.Log.Reached("index.written");
                transaction.Commit();
                WorkSteps.Log.Reached("index.committed");
                _vocabularies.Forget();
            }
            catch (SqliteException exception) when (IndexFile.IsDamage(exception))
            {
                Reopen();
                throw;
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task<IndexFile> FileAsync(CancellationToken token)
    {
        if (_file is { } open && File.Exists(_path))
        {
            return open;
        }

        await _gate.WaitAsync(token);
        try
        {
            return Current();
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task ReplaceAsync(IndexFile damaged)
    {
        await _gate.WaitAsync(CancellationToken.None);
        try
        {
            if (ReferenceEquals(_file, damaged))
            {
                Reopen();
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>The open file; opened at first use, and again when somebody deleted it. Under the gate.</summary>
    private IndexFile Current() => _file is { } open && File.Exists(_path) ? open : Reopen();

    private IndexFile Reopen()
    {
        _file?.Dispose();
        _vocabularies.Forget();
        return _file = IndexFile.Open(_path, logger);
    }
}
