using System.Diagnostics;
using System.Globalization;
using Cms.Data.Sqlite;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Cms.Data.Tests;

public sealed class KillTests : IDisposable
{
    private const int WritesBeforeTheKill = 500;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cms-data-tests-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task What_was_acknowledged_survives_a_kill_and_so_does_nothing_of_the_lock()
    {
        var acknowledged = new List<long>();
        for (var round = 0; round < 3; round++)
        {
            acknowledged.AddRange(await WriteAndKillAsync());
        }

        using var held = DataFolderLock.TryAcquire(_folder.FullName);
        Assert.NotNull(held);
        await using var database = SqliteDatabase.Open(
            Path.Combine(_folder.FullName, "cms.db"), new CommitSignal(), NullLogger<SqliteDatabase>.Instance);
        var present = (await database.ReadAsync(connection => connection.QueryAsync<long>("SELECT number FROM written"))).ToHashSet();
        Assert.True(acknowledged.Count >= 3 * WritesBeforeTheKill);
        Assert.Equal([], acknowledged.Except(present));
        Assert.Equal("ok", await database.ReadAsync(connection => connection.QueryFirstAsync<string>("PRAGMA integrity_check;")));
    }

    private async Task<List<long>> WriteAndKillAsync()
    {
        using var writer = Process.Start(new ProcessStartInfo("dotnet", ["exec", typeof(KillTests).Assembly.Location, _folder.FullName])
        {
            RedirectStandardOutput = true,
        })!;
        var numbers = new List<long>();
        while (await writer.StandardOutput.ReadLineAsync() is { } line && line.Length > 0)
        {
            numbers.Add(long.Parse(line, CultureInfo.InvariantCulture));
            if (numbers.Count == 1)
            {
                Assert.Null(DataFolderLock.TryAcquire(_folder.FullName));
            }

            if (numbers.Count == WritesBeforeTheKill)
            {
                writer.Kill();
            }
        }

        await writer.WaitForExitAsync();
        return numbers;
    }
}
