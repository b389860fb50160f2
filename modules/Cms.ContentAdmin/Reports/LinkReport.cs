using System.Text.RegularExpressions;
using Cms.Content.Fields;
using Cms.Content.Items;
using Cms.Content.Manager;
using Cms.Content.Recipes;
using Cms.Content.Store;
using Cms.Core.Localization;
using Cms.Core.Security;
using Cms.Data;
using Cms.Display.Routing;
using Dapper;

namespace Cms.ContentAdmin.Reports;

/// <summary>What is wrong with a link.</summary>
public enum LinkProblem
{
    /// <summary>What it points to does not exist.</summary>
    Missing,

    /// <summary>What it points to is in the bin.</summary>
    InBin,

    /// <summary>What it points to is a draft in every language.</summary>
    NotPublished,

    /// <summary>It leads to a page in another language than that of the text.</summary>
    OtherLanguage,
}

/// <summary>A link that does not lead where it should.</summary>
/// <param name="Field">Field that it stands in: <c>Page.Body</c>.</param>
/// <param name="Target">Title of what it points to, or its address or id.</param>
public sealed record LinkFinding(ContentItem Item, string Field, string Target, LinkProblem Problem);

/// <summary>
/// Looks for broken and wrong-language links in the newest versions of the whole website: references of fields and of Markdown, and addresses of this
/// website written out. Links to other websites are not called.
/// </summary>
public sealed partial class LinkReport(IDatabase database, ContentStore store, ContentTitles titles, PageResolver pages, LocalizedPages localized, MediaFiles media, CultureSettings cultures)
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
            .Select(found => new LinkFinding(found.item!, found.link.Path, names.TryGetValue(found.link.Target, out var title) ? title.Title : found.link.Target, found.link.Problem))
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
                        (SELECT COUNT(*) FROM content_live p WHERE p.set_id = r.target AND p.published = 1 AND (r.culture = '' OR p.culture = r.culture)) AS "Here"
                    FROM content_reference r WHERE r.kind = @kind) found
                WHERE "Here" = 0 ORDER BY "SetId", "Path" LIMIT @most
                """,
                new { kind = Reference.Set, most = Most }),
            token);
        return rows.DistinctBy(row => (row.SetId, row.Culture, row.Path, row.Target)).Select(row => new Link(
            row.SetId, row.Culture, row.Path, row.Target, row.Items == 0 ? LinkProblem.Missing : row.Alive == 0 ? LinkProblem.InBin : row.Published == 0 ? LinkProblem.NotPublished : LinkProblem.OtherLanguage));
    }

    private async Task<IEnumerable<Link>> MediaAsync(CancellationToken token) => (await database.ReadAsync(
        connection => connection.QueryAsync<Row>(
            """SELECT DISTINCT set_id AS "SetId", culture AS "Culture", path AS "Path", target AS "Target" FROM content_reference WHERE kind = @kind ORDER BY set_id""", new { kind = Reference.Media }),
        token)).Select(row => new Link(row.SetId, row.Culture, row.Path, row.Target, LinkProblem.Missing));

    /// <summary>Addresses of this website that stand in Markdown: those that lead nowhere, and those of another language.</summary>
    private async Task<IReadOnlyList<LinkFinding>> AddressesAsync(CancellationToken token)
    {
        var sets = await database.ReadAsync(
            connection => connection.QueryAsync<string>("SELECT DISTINCT set_id FROM content_live WHERE latest = 1 AND CAST(document AS text) LIKE '%](/%' LIMIT @most", new { most = MostDocuments }),
            token);
        var findings = new List<LinkFinding>();
        foreach (var item in await store.LanguagesAsync([.. sets], ContentVersion.Latest, token))
        {
            foreach (var (field, address) in Addresses(item))
            {
                if (await ProblemAsync(item, address, token) is { } problem)
                {
                    findings.Add(new LinkFinding(item, field, address, problem));
                }
            }
        }

        return findings;
    }

    private static IEnumerable<(string Field, string Address)> Addresses(ContentItem item) =>
        from part in item.Type.Parts
        from field in part.Fields
        where field.Get(item.Part(part)) is MarkdownField
        let text = ((MarkdownField)field.Get(item.Part(part))!).Markdown
        from Match match in Links().Matches(text ?? "")
        select ($"{part.Name}.{field.Name}", match.Groups[1].Value);

    private async Task<LinkProblem?> ProblemAsync(ContentItem item, string address, CancellationToken token)
    {
        var pieces = address.TrimStart('/').Split(['?', '#'], 2)[0].Split('/', 2);
        if (!cultures.Supports(pieces[0]))
        {
            return null;
        }

        var path = pieces.Length > 1 ? pieces[1].TrimEnd('/') : "";
        var isThere = localized.All.Any(page => page.Paths.TryGetValue(pieces[0], out var own) && own == path) || await pages.ResolveAsync(pieces[0], path, token) is not null;
        return !isThere ? LinkProblem.Missing : pieces[0] == item.Culture ? null : LinkProblem.OtherLanguage;
    }

    [GeneratedRegex(@"\]\((/[^\s)]+)", RegexOptions.NonBacktracking)]
    private static partial Regex Links();

    private sealed record Link(string SetId, string Culture, string Path, string Target, LinkProblem Problem);

    private sealed class Row
    {
        public string SetId { get; init; } = "";

        public string Culture { get; init; } = "";

        public string Path { get; init; } = "";

        public string Target { get; init; } = "";

        public long Items { get; init; }

        public long Alive { get; init; }

        public long Published { get; init; }
    }
}
