using System.Text.RegularExpressions;
using Cms.Content.Fields;
using Cms.Content.Items;
using Cms.Content.Recipes;
using Cms.Content.Store;
using Cms.Content.Types;
using Cms.Core.Localization;
using Cms.Data;
using Cms.Display.Accessibility;
using Cms.Display.Editors;
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

/// <summary>A link of an item that does not lead where it should.</summary>
/// <param name="Input">Name of the input that it stands in: <c>Page.Blocks[4abc].Text</c>.</param>
/// <param name="Target">Title of what it points to, or its address or id.</param>
public sealed record LinkFault(string Input, FieldDefinition Field, FindingRow? Row, string Target, LinkProblem Problem);

/// <summary>
/// Looks after the links of one item, saved or not: references of fields and of Markdown, and addresses of this website written out. Links to other websites
/// are not called.
/// </summary>
public sealed partial class LinkCheck(IDatabase database, ContentTitles titles, PageResolver pages, LocalizedPages localized, MediaFiles media, CultureSettings cultures)
{
    public async Task<IReadOnlyList<LinkFault>> OfAsync(ContentItem item, CancellationToken token)
    {
        var references = Places(item).SelectMany(place => place.Value.References().Select(reference => (Place: place, Reference: reference))).ToList();
        var sets = references.Where(link => link.Reference.Kind == Reference.Set && link.Reference.Target != item.LocalizationSet).ToList();
        var names = sets.Select(link => link.Reference.Target).Distinct().ToList();
        var states = await StatesAsync(names, token);
        var known = await titles.OfAsync(names, [item.Culture, .. cultures.Names], token);
        var faults = new List<LinkFault>();
        foreach (var (place, reference) in sets)
        {
            if (ProblemOf([.. states[reference.Target]], place.Field.Shared ? "" : item.Culture) is { } problem)
            {
                faults.Add(place.Fault(known.TryGetValue(reference.Target, out var title) ? title.Title : states[reference.Target].FirstOrDefault()?.Title ?? reference.Target, problem));
            }
        }

        faults.AddRange(references.Where(link => link.Reference.Kind == Reference.Media && !media.Exists(link.Reference.Target)).Select(link => link.Place.Fault(link.Reference.Target, LinkProblem.Missing)));
        faults.AddRange(await AddressesAsync(item, token));
        return [.. faults.DistinctBy(fault => (fault.Input, fault.Target))];
    }

    /// <summary>Addresses of this website that stand in texts and links: those that lead nowhere, and those of another language.</summary>
    public async Task<IReadOnlyList<LinkFault>> AddressesAsync(ContentItem item, CancellationToken token)
    {
        var faults = new List<LinkFault>();
        foreach (var place in Places(item))
        {
            var addresses = place.Value switch
            {
                MarkdownField text => Links().Matches(text.Markdown ?? "").Select(match => match.Groups[1].Value),
                LinkField { Url: ['/', not '/', ..] } link => [link.Url],
                _ => [],
            };
            foreach (var address in addresses)
            {
                if (await ProblemAsync(item, address, token) is { } problem)
                {
                    faults.Add(place.Fault(address, problem));
                }
            }
        }

        return faults;
    }

    /// <param name="culture">Language in which it should be published; empty for any.</param>
    private static LinkProblem? ProblemOf(IReadOnlyList<Row> versions, string culture) =>
        versions.Count == 0 ? LinkProblem.Missing
        : versions.All(version => version.IsDeleted == 1) ? LinkProblem.InBin
        : versions.All(version => version.Published == 0) ? LinkProblem.NotPublished
        : culture.Length > 0 && !versions.Any(version => version.Published == 1 && version.Culture == culture) ? LinkProblem.OtherLanguage
        : null;

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

    private async Task<ILookup<string, Row>> StatesAsync(List<string> sets, CancellationToken token) => sets.Count == 0
        ? Array.Empty<Row>().ToLookup(row => row.SetId)
        : (await database.ReadAsync(
            connection => connection.QueryAsync<Row>(
                $"""
                SELECT i.set_id AS "SetId", i.culture AS "Culture", CASE WHEN i.deleted_utc IS NULL THEN 0 ELSE 1 END AS "IsDeleted",
                    (SELECT COUNT(*) FROM content_live p WHERE p.set_id = i.set_id AND p.culture = i.culture AND p.published = 1) AS "Published",
                    (SELECT v.title FROM content_version v WHERE v.item_id = i.item_id ORDER BY v.number DESC LIMIT 1) AS "Title"
                FROM content_item i WHERE {database.Dialect.IsAmong("i.set_id", "@sets")}
                """,
                new { sets = sets.ToArray() }),
            token)).ToLookup(row => row.SetId);

    private static IEnumerable<Place> Places(ContentItem item) => item.Type.Parts.SelectMany(part => Places(item.Part(part), part.Fields, part.Name, null));

    private static IEnumerable<Place> Places(FieldHolder holder, IReadOnlyList<FieldDefinition> fields, string name, FindingRow? row) => fields.SelectMany(field => field.Field(holder) switch
    {
        ListField list => list.Items.SelectMany((inner, number) => Places(inner, field.RowFields, FieldSlot.RowInput($"{name}.{field.Name}", inner.Id), new FindingRow(field, number + 1))),
        { } value => [new Place($"{name}.{field.Name}", field, row, value)],
        null => [],
    });

    [GeneratedRegex(@"\]\((/[^\s)]+)", RegexOptions.NonBacktracking)]
    private static partial Regex Links();

    private sealed record Place(string Input, FieldDefinition Field, FindingRow? Row, ContentField Value)
    {
        public LinkFault Fault(string target, LinkProblem problem) => new(Input, Field, Row, target, problem);
    }

    private sealed class Row
    {
        public string SetId { get; init; } = "";

        public string Culture { get; init; } = "";

        public long IsDeleted { get; init; }

        public long Published { get; init; }

        public string? Title { get; init; }
    }
}
