using Cms.Content.Fields;
using Cms.Content.Items;
using Cms.Content.Recipes;
using Cms.Content.Store;
using Cms.Content.Types;
using Cms.Core.Hosting;
using Cms.Data;
using Dapper;

namespace Cms.Content.Doctor;

/// <summary>References that lead nowhere: to content, terms or media files that are not there.</summary>
internal sealed class LinkCheck(IDatabase database, ContentStore store, ContentDefinitions definitions, DefinitionStore stored, MediaFiles media) : IDoctorCheck
{
    private const int Most = 20;

    public async Task<IReadOnlyList<DoctorFinding>> FindAsync(CancellationToken token)
    {
        definitions.Load(await stored.LoadAsync(token));
        return [.. await SetsAsync(token), .. await BinAsync(token), .. await TermsAsync(token), .. await MediaAsync(token)];
    }

    private async Task<IEnumerable<DoctorFinding>> SetsAsync(CancellationToken token) => Findings(
        true,
        "which does not exist",
        await LinksAsync("LEFT JOIN content_set s ON s.set_id = r.target WHERE r.kind = @kind AND s.set_id IS NULL", Reference.Set, token));

    /// <summary>The page leaves such a reference out; it shows again what it points to once that is back.</summary>
    private async Task<IEnumerable<DoctorFinding>> BinAsync(CancellationToken token) => Findings(
        false,
        "which is in the bin",
        await LinksAsync(
            """
            JOIN content_set s ON s.set_id = r.target
            WHERE r.kind = @kind AND NOT EXISTS (SELECT 1 FROM content_item i WHERE i.set_id = r.target AND i.deleted_utc IS NULL)
            """,
            Reference.Set,
            token));

    private async Task<IEnumerable<DoctorFinding>> TermsAsync(CancellationToken token)
    {
        var known = (await StoredTerms.AllAsync(store, definitions, database.Dialect, ContentVersion.Latest, token)).Select(term => term.Target).ToHashSet(StringComparer.Ordinal);
        known.UnionWith((await StoredTerms.AllAsync(store, definitions, database.Dialect, ContentVersion.Published, token)).Select(term => term.Target));
        return Findings(true, "a term that does not exist", (await LinksAsync("WHERE r.kind = @kind", Reference.Term, token)).Where(link => !known.Contains(link.Target)));
    }

    private async Task<IEnumerable<DoctorFinding>> MediaAsync(CancellationToken token) =>
        Findings(true, "a media file that is missing", (await LinksAsync("WHERE r.kind = @kind", Reference.Media, token)).Where(link => !media.Exists(link.Target)));

    private Task<IEnumerable<Link>> LinksAsync(string condition, string kind, CancellationToken token) => database.ReadAsync(
        c => c.QueryAsync<Link>(
            $"""
            SELECT DISTINCT r.set_id AS "Set", r.path AS "Path", r.target AS "Target" FROM content_reference r {condition} ORDER BY r.set_id, r.path, r.target
            """,
            new { kind }),
        token);

    private static IEnumerable<DoctorFinding> Findings(bool isError, string what, IEnumerable<Link> links) =>
        links.Take(Most).Select(link => new DoctorFinding(isError, "reference", $"{link.Path} of set {link.Set} points to {link.Target}, {what}; edit the field"));

    private sealed class Link
    {
        public string Set { get; init; } = "";

        public string Path { get; init; } = "";

        public string Target { get; init; } = "";
    }
}
