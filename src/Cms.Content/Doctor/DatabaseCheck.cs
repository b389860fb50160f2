using Cms.Content.Recipes;
using Cms.Content.Store;
using Cms.Core.Hosting;
using Cms.Data;
using Dapper;

namespace Cms.Content.Doctor;

/// <summary>The store itself: set up, sound, and with all migrations.</summary>
internal sealed class DatabaseCheck(IDatabase database, MigrationRunner migrations, SettingsStore settings, IEnumerable<MigrationSet> sets) : IDoctorCheck
{
    private const string Subject = "database";

    public async Task<IReadOnlyList<DoctorFinding>> FindAsync(CancellationToken token)
    {
        var findings = new List<DoctorFinding>();
        if (database.Engine is { Name: DatabaseSettings.Sqlite, KnownFault: { } fault })
        {
            findings.Add(new DoctorFinding(false, Subject, $"SQLite {database.Engine.Version} has the fault {fault}; the website keeps clear of it, other programs must not write to the file"));
        }

        findings.AddRange((await IntegrityAsync()).Select(line => new DoctorFinding(true, Subject, $"{line}; restore a backup")));
        var applied = await migrations.AppliedAsync(token);
        findings.AddRange(ContentHosting.Migrations.Concat(sets).Where(set => applied.GetValueOrDefault(set.Module) != set.Migrations.Count).Select(set =>
            new DoctorFinding(true, Subject, FormattableString.Invariant($"tables of {set.Module} are at migration {applied.GetValueOrDefault(set.Module)}, the program knows {set.Migrations.Count}; start the website to bring them up to date"))));
        if (await settings.FindAsync<SetupMark>(SetupMark.Document, token) is null)
        {
            findings.Add(new DoctorFinding(false, "set-up", "the website is not set up yet; its first start does that"));
        }

        return findings;
    }

    /// <summary>What SQLite finds wrong in its file; PostgreSQL checks its pages itself.</summary>
    private async Task<IEnumerable<string>> IntegrityAsync() => database.Dialect.Name != DatabaseSettings.Sqlite
        ? []
        : (await database.ReadAsync(c => c.QueryAsync<string>("PRAGMA integrity_check(10);"))).Where(line => line != "ok");
}
