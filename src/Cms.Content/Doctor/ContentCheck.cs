using Cms.Content.Store;
using Cms.Content.Types;
using Cms.Core.Hosting;
using Cms.Core.Localization;
using Cms.Data;
using Dapper;

namespace Cms.Content.Doctor;

/// <summary>Content that nobody can see: of a type that nothing defines, or in a language that the website does not have.</summary>
internal sealed class ContentCheck(IDatabase database, ContentDefinitions definitions, DefinitionStore stored, CultureSettings cultures) : IDoctorCheck
{
    public async Task<IReadOnlyList<DoctorFinding>> FindAsync(CancellationToken token)
    {
        definitions.Load(await stored.LoadAsync(token));
        var types = (await CountsAsync("type", token)).Where(row => !definitions.TryType(row.Name, out _)).Select(row => new DoctorFinding(
            false, "type", FormattableString.Invariant($"{row.Count} items are of the type {row.Name}, which no enabled feature defines; they are kept and not shown")));
        var languages = (await CountsAsync("culture", token)).Where(row => !cultures.Supports(row.Name)).Select(row => new DoctorFinding(
            true, "Cms:Cultures", FormattableString.Invariant($"there is content in the language {row.Name} ({row.Count}), which the setting does not name; add it, or delete the content")));
        return [.. types, .. languages];
    }

    private Task<IEnumerable<(string Name, long Count)>> CountsAsync(string column, CancellationToken token) =>
        database.ReadAsync(c => c.QueryAsync<(string, long)>($"SELECT {column}, COUNT(*) FROM content_item WHERE deleted_utc IS NULL GROUP BY {column} ORDER BY {column}"), token);
}
