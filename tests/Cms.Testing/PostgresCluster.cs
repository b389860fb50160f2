using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Cms.Testing;

/// <summary>
/// A PostgreSQL server of one test run: its own folder under the temporary one, a free port, no flush to disk. It sorts text by French rules unless a
/// column says otherwise, so that a column that forgets to say so is noticed.
/// </summary>
public sealed class PostgresCluster : IAsyncDisposable
{
    private const string Superuser = "cms";
    private readonly string _folder;
    private readonly string _programs;
    private readonly int _port;
    private int _databases;

    private PostgresCluster(string folder, string programs, int port)
    {
        (_folder, _programs, _port) = (folder, programs, port);
    }

    /// <summary>Whether the caller of the tests chose to go without PostgreSQL; where he did not, a missing one is a failure.</summary>
    public static bool IsLeftOut => Environment.GetEnvironmentVariable("CMS_TESTS_WITHOUT_POSTGRESQL") == "1";

    private string DataFolder => Path.Combine(_folder, "data");

    private string LogFile => Path.Combine(_folder, "log");

    /// <exception cref="InvalidOperationException">PostgreSQL is not installed, or does not start.</exception>
    public static async Task<PostgresCluster> StartAsync()
    {
        var cluster = new PostgresCluster(Directory.CreateTempSubdirectory("cms-postgresql-").FullName, FindPrograms(), FindFreePort());
        if (Environment.UserName == "root")
        {
            await RunAsync("chown", "postgres", cluster._folder);
        }

        await cluster.RunProgramAsync(
            "initdb", "-D", cluster.DataFolder, "-U", Superuser, "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--locale-provider=icu",
            "--icu-locale=fr", "--no-sync");
        await cluster.RunProgramAsync("pg_ctl", "start", "-w", "-s", "-D", cluster.DataFolder, "-l", cluster.LogFile, "-o", cluster.ServerOptions());
        return cluster;
    }

    /// <summary>Creates a database and returns its connection string.</summary>
    /// <param name="template">Connection string of a database to copy, which nobody may be about to use; null for an empty one.</param>
    public async Task<string> CreateDatabaseAsync(string? template = null)
    {
        var name = FormattableString.Invariant($"test{Interlocked.Increment(ref _databases)}");
        await using var source = NpgsqlDataSource.Create(ConnectionString("postgres"));
        await using var command = source.CreateCommand();
#pragma warning disable CA2100 // The name is made of a word and a number; CREATE DATABASE takes no parameter.
        command.CommandText = $"CREATE DATABASE {name}" + (template is null ? "" : $" TEMPLATE {new NpgsqlConnectionStringBuilder(template).Database}");
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
        return ConnectionString(name);
    }

    public async ValueTask DisposeAsync()
    {
        await RunProgramAsync("pg_ctl", "stop", "-s", "-m", "immediate", "-D", DataFolder);
        Directory.Delete(_folder, recursive: true);
    }

    private static string FindPrograms() =>
        Directory.Exists("/usr/lib/postgresql")
        && Directory.GetDirectories("/usr/lib/postgresql").MaxBy(folder => int.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture)) is { } newest
            ? Path.Combine(newest, "bin")
            : throw new InvalidOperationException(
                "PostgreSQL is not installed: apt-get install postgresql, or set CMS_TESTS_WITHOUT_POSTGRESQL=1 to leave its tests out.");

    private static int FindFreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private string ServerOptions() => FormattableString.Invariant(
        $"-p {_port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off -c full_page_writes=off -c autovacuum=off -c max_connections=200");

    private string ConnectionString(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = _port,
        Username = Superuser,
        Database = database,
    }.ToString();

    // The server refuses to run as root.
    private Task RunProgramAsync(string program, params string[] arguments)
    {
        var path = Path.Combine(_programs, program);
        return Environment.UserName == "root"
            ? RunAsync("runuser", ["-u", "postgres", "--", path, .. arguments])
            : RunAsync(path, arguments);
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        }) ?? throw new InvalidOperationException($"{program} did not start.");
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: {await output}{errors}");
        }
    }
}
