using System.Data;
using System.IO.Compression;
using System.Text.Json;
using Dapper;
using Npgsql;

namespace Cms.Data.PostgreSql;

/// <summary>
/// Copies of a PostgreSQL store: a zip file of <c>manifest.json</c> (modules with their last migration, tables with their columns) and one text file per
/// table in the form of <c>COPY</c>.
/// </summary>
public sealed class PostgresCopy(PostgresDatabase database) : IDatabaseCopy
{
    private const string ManifestName = "manifest.json";

    public async Task BackupAsync(string file, CancellationToken token = default)
    {
        var partial = file + ".partial";
        try
        {
            await using (var stream = new FileStream(partial, FileMode.Create, FileAccess.ReadWrite))
            {
                await WriteAsync(stream, token);
                stream.Flush(flushToDisk: true);
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
        try
        {
            using var zip = ZipFile.OpenRead(file);
            await using var manifest = zip.GetEntry(ManifestName)?.Open() ?? throw new BackupException("backup.unreadable", file);
            var content = await JsonSerializer.DeserializeAsync<Manifest>(manifest, cancellationToken: token);
            await RestoreAsync(zip, content ?? throw new BackupException("backup.unreadable", file), token);
        }
        catch (Exception e) when (e is InvalidDataException or JsonException or FileNotFoundException or DirectoryNotFoundException)
        {
            throw new BackupException("backup.unreadable", file);
        }
        catch (PostgresException e) when (e.SqlState.StartsWith("22", StringComparison.Ordinal) || e.SqlState.StartsWith("23", StringComparison.Ordinal))
        {
            // Data that does not parse, or breaks a constraint, can not have been written by a backup.
            throw new BackupException("backup.damaged", file);
        }
    }

    private async Task WriteAsync(Stream stream, CancellationToken token)
    {
        await using var connection = await database.OpenWriterAsync(token);
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, token);
        await connection.ExecuteAsync("SET TRANSACTION READ ONLY");
        var manifest = new Manifest(await MigrationsAsync(connection), await PostgresTables.ReadAsync(connection));
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        await using (var entry = zip.CreateEntry(ManifestName).Open())
        {
            await JsonSerializer.SerializeAsync(entry, manifest, cancellationToken: token);
        }

        foreach (var table in manifest.Tables)
        {
            using var rows = await connection.BeginTextExportAsync($"COPY {table.Name} ({table.Columns}) TO STDOUT", token);
            await using var entry = new StreamWriter(zip.CreateEntry(EntryName(table), CompressionLevel.Fastest).Open());
            await CopyAsync(rows, entry, token);
        }
    }

    private async Task RestoreAsync(ZipArchive zip, Manifest manifest, CancellationToken token)
    {
        await using var connection = await database.OpenWriterAsync(token);
        await using var transaction = await connection.BeginTransactionAsync(token);
        var tables = await PostgresTables.ReadAsync(connection);
        Compare(manifest, new Manifest(await MigrationsAsync(connection), tables));
        await connection.ExecuteAsync($"TRUNCATE follower, {string.Join(", ", tables.Select(table => table.Name))}");
        foreach (var table in tables)
        {
            var entry = zip.GetEntry(EntryName(table)) ?? throw new BackupException("backup.damaged", table.Name);
            using var rows = new StreamReader(entry.Open());
            await using (var writer = await connection.BeginTextImportAsync($"COPY {table.Name} ({table.Columns}) FROM STDIN", token))
            {
                await CopyAsync(rows, writer, token);
            }

            await CountOnAsync(connection, table);
        }

        await transaction.CommitAsync(CancellationToken.None);
        database.RaiseCommitted();
    }

    // Every table and column must be the same: a copy is no upgrade. The names in the statements above are then those of this database.
    private static void Compare(Manifest copy, Manifest store)
    {
        var module = copy.Modules.Except(store.Modules).Concat(store.Modules.Except(copy.Modules)).FirstOrDefault();
        if (module is not null)
        {
            throw new BackupException("backup.schema", $"{module.Name} {module.Migration}");
        }

        var table = copy.Tables.Except(store.Tables).Concat(store.Tables.Except(copy.Tables)).FirstOrDefault();
        if (table is not null)
        {
            throw new BackupException("backup.schema", table.Name);
        }
    }

    // Identity columns go on after the highest number restored.
    private static async Task CountOnAsync(NpgsqlConnection connection, PostgresTable table)
    {
        var column = await connection.QueryFirstOrDefaultAsync<string>(
            "SELECT quote_ident(attname) FROM pg_attribute WHERE attrelid = to_regclass(@Name) AND attidentity <> ''", new { table.Name });
        if (column is not null)
        {
            await connection.ExecuteAsync(
                $"SELECT setval(pg_get_serial_sequence(@Name, @column), max({column})) FROM {table.Name} HAVING max({column}) IS NOT NULL",
                new { table.Name, column });
        }
    }

    private static async Task<IReadOnlyList<Module>> MigrationsAsync(NpgsqlConnection connection) =>
        (await connection.QueryAsync<Module>(
            """SELECT module AS "Name", max(number) AS "Migration" FROM schema_migration GROUP BY module ORDER BY module""")).AsList();

    private static string EntryName(PostgresTable table) => $"tables/{table.Name}.copy";

    private static async Task CopyAsync(TextReader from, TextWriter to, CancellationToken token)
    {
        var buffer = new char[32 * 1024];
        int count;
        while ((count = await from.ReadAsync(buffer, token)) > 0)
        {
            await to.WriteAsync(buffer.AsMemory(0, count), token);
        }
    }

    private sealed record Manifest(IReadOnlyList<Module> Modules, IReadOnlyList<PostgresTable> Tables);

    private sealed record Module(string Name, long Migration);
}
