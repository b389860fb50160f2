using Cms.Content.Store;
using Cms.Content.Types;
using Cms.Core.Hosting;
using Cms.Data;
using Dapper;

namespace Cms.Content.Doctor;

/// <summary>Content that points to nothing, or that nothing describes.</summary>
internal sealed class ContentCheck(IDatabase database, ContentDefinitions definitions, DefinitionStore stored) : IDoctorCheck
{
    private const int Most = 20;

    public async Task<IReadOnlyList<DoctorFinding>> FindAsync(CancellationToken token)
    {
        definitions.Load(await stored.LoadAsync(token));
        return [.. await ReferencesAsync(), .. await RoutesAsync(), .. await TypesAsync()];
    }

    private async Task<IEnumerable<DoctorFinding>> ReferencesAsync()
    {
        var rows = await database.ReadAsync(c => c.QueryAsync<(string Set, string Path, string Target)>(
            """
            SELECT DISTINCT r.set_id, r.path, r.target FROM content_reference r LEFT JOIN content_set s ON s.set_id = r.target
            WHERE r.kind = 'set' AND s.set_id IS NULL ORDER BY r.set_id, r.path, r.target LIMIT @Most
            """,
            new { Most }));
        return rows.Select(row => new DoctorFinding(true, "reference", $"{row.Path} of set {row.Set} points to {row.Target}, which does not exist; edit the field"));
    }

    private async Task<IEnumerable<DoctorFinding>> RoutesAsync()
    {
        var rows = await database.ReadAsync(c => c.QueryAsync<(string Culture, string Path)>(
            """
            SELECT r.culture, r.path FROM content_route r LEFT JOIN content_set s ON s.set_id = r.set_id WHERE s.set_id IS NULL
            ORDER BY r.culture, r.path LIMIT @Most
            """,
            new { Most }));
        return rows.Select(row => new DoctorFinding(true, "address", $"/{row.Culture}/{row.Path} leads to nothing"));
    }

    private async Task<IEnumerable<DoctorFinding>> TypesAsync()
    {
        var rows = await database.ReadAsync(c => c.QueryAsync<(string Type, long Count)>("SELECT type, COUNT(*) FROM content_item WHERE deleted_utc IS NULL GROUP BY type ORDER BY type"));
        return rows.Where(row => !definitions.TryType(row.Type, out _)).Select(row =>
            new DoctorFinding(false, "type", FormattableString.Invariant($"{row.Count} items are of the type {row.Type}, which no enabled feature defines; they are kept and not shown")));
    }
}
