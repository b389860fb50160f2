using System.Text.RegularExpressions;
using Cms.Content.Fields;
using Cms.Content.Items;
using Cms.Content.Manager;
using Cms.Content.Recipes;
using Cms.Content.Store;
using Cms.Core.Localization;
using Cms.Core.Security;
using Cms.Data;
using Dapper;

namespace Cms.ContentAdmin.Reports;

/// <summary>A link that does not lead where it should.</summary>
/// <param name="Field">Field that it stands in: <c>Page.Body</c>.</param>
/// <param name="Target">Title of what it points to, or its address or id.</param>
public sealed record LinkFinding(ContentItem Item, string Field, string Target, LinkProblem Problem);

/// <summary>
/// Looks for broken and wrong-language links in the newest versions of the whole website: references of fields and of Markdown, and addresses of this
/// website written out. Links to other websites are not called.
/// </summary>
public sealed partial class LinkReport(IDatabase database, ContentStore store, ContentTitles titles, LinkCheck check, MediaFiles media, CultureSettings cultures)
{
    /// <summary>Findings that are named at most.</summary>
    public const int Most = 300;

    private const int MostDocuments = 2_000;

    public async Task<IReadOnlyList<LinkFinding>> FindAsync(Actor actor, CancellationToken token)
    {
        var links = (await BrokenSetsAsync(token)).Concat((await MediaAsync(token)).Where(link => !media.Exists(link.Target))).Take(Most).ToList();
        var items = (await store.LanguagesAsync([.. links.Select(link => link.SetId).Distinct()], ContentVersion.Latest, token)).ToLookup(item => item.LocalizationSet);
        var names = await titles.OfAsync([.. links.Select(link => link.Target).Distinct()], cultures.Names, token);
        var findings = links
            .Select(link => (link, item: items[link.SetId].FirstOrDefault(item => link.Culture.Length == 0 || item.Culture == link.Culture)))
            .Where(found => found.item is not null)
            .Select(found => new LinkFinding(found.item!, found.link.Path, names.TryGetValue(found.link.Target, out var title) ? title.Title : found.link.Title ?? found.link.Target, found.link.Problem))
            .Concat(await AddressesAsync(token));
        return [.. findings.Where(finding => actor.May(ContentPermissions.Preview, finding.Item)).Take(Most)];
    }

    /// <summary>References to sets that are gone, withdrawn, or not published in the language of the text that names them.</summary>
    private async Task<IEnumerable<Link>> BrokenSetsAsync(CancellationToken token)
    {
        var rows = await database.ReadAsync(
            connection => connection.QueryAsync<Row>(
                """
                SELECT * FROM (
                    SELECT r.set_id AS "SetId", r.culture AS "Culture", r.path AS "Path", r.target AS "Target",
                        (SELECT COUNT(*) FROM content_item i WHERE i.set_id = r.target) AS "Items",
                        (SELECT COUNT(*) FROM content_item i WHERE i.set_id = r.target AND i.deleted_utc IS NULL) AS "Alive",
                        (SELECT COUNT(*) FROM content_live p WHERE p.set_id = r.target AND p.published = 1) AS "Published",
                        (SELECT COUNT(*) FROM content_live p WHERE p.set_id = r.target AND p.published = 1 AND (r.culture = '' OR p.culture = r.culture)) AS "Here",
                        (SELECT v.title FROM content_item i JOIN content_version v ON v.item_id = i.item_id WHERE i.set_id = r.target ORDER BY v.number DESC LIMIT 1) AS "Title"
                    FROM content_reference r WHERE r.kind = @kind) found
                WHERE "Here" = 0 ORDER BY "SetId", "Path" LIMIT @most
                """,
                new { kind = Reference.Set, most = Most }),
            token);
        return rows.DistinctBy(row => (row.SetId, row.Culture, row.Path, row.Target)).Select(row => new Link(
            row.SetId, row.Culture, row.Path, row.Target, row.Items == 0 ? LinkProblem.Missing : row.Alive == 0 ? LinkProblem.InBin : row.Published == 0 ? LinkProblem.NotPublished : LinkProblem.OtherLanguage, row.Title));
    }

    private async Task<IEnumerable<Link>> MediaAsync(CancellationToken token) => (await database.ReadAsync(
        connection => connection.QueryAsync<Row>(
            """SELECT DISTINCT set_id AS "SetId", culture AS "Culture", path AS "Path", target AS "Target" FROM content_reference WHERE kind = @kind ORDER BY set_id""", new { kind = Reference.Media }),
        token)).Select(row => new Link(row.SetId, row.Culture, row.Path, row.Target, LinkProblem.Missing, null));

    /// <summary>Addresses of this website that stand in Markdown and in links: those that lead nowhere, and those of another language.</summary>
    private async Task<IReadOnlyList<LinkFinding>> AddressesAsync(CancellationToken token)
    {
        var sets = await database.ReadAsync(
            connection => connection.QueryAsync<string>(
                $"""
                SELECT DISTINCT l.set_id FROM content_live l JOIN content_set s ON s.set_id = l.set_id
                WHERE l.latest = 1 AND ({HasAddress("l.document")} OR {HasAddress("COALESCE(s.shared_draft, s.shared)")}) LIMIT @most
                """,
                new { most = MostDocuments }),
            token);
        var findings = new List<LinkFinding>();
        foreach (var item in await store.LanguagesAsync([.. sets], ContentVersion.Latest, token))
        {
            findings.AddRange((await check.AddressesAsync(item, token)).Select(fault => new LinkFinding(item, RowId().Replace(fault.Input, ""), fault.Target, fault.Problem)));
        }

        return findings;
    }

    /// <summary>Condition that a document may have an address of this website in it: looked for as text, for there is no index of them.</summary>
    private static string HasAddress(string document) => $$"""CAST({{document}} AS text) LIKE '%](/%' OR CAST({{document}} AS text) LIKE '%"{{nameof(LinkField.Url)}}":"/%'""";

    /// <summary>References do not say which row they stand in.</summary>
    [GeneratedRegex(@"\[[^\]]*\]", RegexOptions.NonBacktracking)]
    private static partial Regex RowId();

    private sealed record Link(string SetId, string Culture, string Path, string Target, LinkProblem Problem, string? Title);

    private sealed class Row
    {
        public string SetId { get; init; } = "";

        public string Culture { get; init; } = "";

        public string Path { get; init; } = "";

        public string Target { get; init; } = "";

        public long Items { get; init; }

        public long Alive { get; init; }

        public long Published { get; init; }

        public string? Title { get; init; }
    }
}
