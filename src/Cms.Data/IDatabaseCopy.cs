namespace Cms.Data;

/// <summary>Copies of the main store as one file. The file belongs to the provider that wrote it.</summary>
public interface IDatabaseCopy
{
    /// <summary>Writes a consistent copy; readers and, on PostgreSQL, writers go on meanwhile. An existing file is replaced once the copy is complete.</summary>
    /// <param name="file">Path of the copy; its folder must exist.</param>
    Task BackupAsync(string file, CancellationToken token = default);

    /// <summary>
    /// Replaces everything in the store by the copy, in one transaction: it holds the old state or the new one. Follower positions are forgotten, so what
    /// was derived from the old state (the search index) must be rebuilt. On SQLite the copy brings its schema: run the migrations afterwards. On
    /// PostgreSQL the schema must stand before: run the migrations first.
    /// </summary>
    /// <exception cref="BackupException">The file is no such copy, is damaged, or has another schema than the store.</exception>
    Task RestoreAsync(string file, CancellationToken token = default);
}

/// <summary>A file that can not be restored. <c>backup.unreadable</c>, <c>backup.damaged</c> or <c>backup.schema</c>, with the file or the module as argument.</summary>
public sealed class BackupException(string key, string subject) : Cms.Core.Errors.CmsException(key, 409, subject);
