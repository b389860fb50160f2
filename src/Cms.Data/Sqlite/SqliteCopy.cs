using Dapper;
using Microsoft.Data.Sqlite;

namespace Cms.Data.Sqlite;

/// <summary>Copies of the SQLite file, made and restored by the writer.</summary>
public sealed class SqliteCopy(SqliteDatabase database) : IDatabaseCopy
{
    public async Task BackupAsync(string file, CancellationToken token = default)
    {
        var partial = file + ".partial";
        File.Delete(partial);
        try
        {
            await database.ExportAsync(connection => connection.Execute("VACUUM INTO @partial;", new { partial }), token);
            await ForgetFollowersAsync(partial);
            using (var handle = File.OpenHandle(partial, FileMode.Open, FileAccess.ReadWrite))
            {
                RandomAccess.FlushToDisk(handle);
            }

            File.Move(partial, file, overwrite: true);
        }
        finally
        {
            File.Delete(partial);
        }
    }

    public async Task RestoreAsync(string file, CancellationToken token = default)
    {
        if (!File.Exists(file))
        {
            throw new BackupException("backup.unreadable", file);
        }

        await using var copy = new SqliteConnection(SqliteDatabase.ReaderConnectionString(file, pooled: false));
        await CheckAsync(copy, file);
        await database.UpkeepAsync(connection => copy.BackupDatabase(connection), token);
    }

    // A restored store must not say that a follower, whose own data is not in the copy, has seen what the copy holds.
    private static async Task ForgetFollowersAsync(string file)
    {
        var settings = new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadWrite, Pooling = false };
        await using var copy = new SqliteConnection(settings.ToString());
        await copy.ExecuteAsync("DELETE FROM follower");
    }

    private static async Task CheckAsync(SqliteConnection copy, string file)
    {
        try
        {
            await copy.OpenAsync();
            if (await copy.QueryFirstAsync<string>("PRAGMA integrity_check(1);") != "ok")
            {
                throw new BackupException("backup.damaged", file);
            }

            var tables = await copy.QueryFirstAsync<long>("SELECT count(*) FROM sqlite_schema WHERE name IN ('schema_migration', 'follower')");
            if (tables != 2)
            {
                throw new BackupException("backup.unreadable", file);
            }
        }
        catch (SqliteException)
        {
            throw new BackupException("backup.unreadable", file);
        }
    }
}
