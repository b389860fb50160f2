using Cms.Content.Items;
using Cms.Content.Manager;
using Cms.Content.Store;
using Cms.Core.Security;
using Cms.Data;
using Dapper;

namespace Cms.ContentAdmin;

/// <summary>A published item and where it is translated.</summary>
/// <param name="Url">Form of the translation: a new one, or the one that there is.</param>
public sealed record TranslationRow(string Title, string Culture, string Type, string Url, DateTimeOffset ChangedUtc);

/// <summary>What is to be translated: published items that a language lacks, and translations older than what they translate.</summary>
public sealed class Translations(IDatabase database, ContentStore store, AdminQueries queries)
{
    /// <summary>Items that are named at most.</summary>
    public const int Most = 200;

    /// <summary>Versions of two languages that were saved closer to each other than this say the same.</summary>
    private static readonly TimeSpan _together = TimeSpan.FromMinutes(10);

    /// <summary>Published items without a version in a language that the actor may write, the newest first.</summary>
    public async Task<IReadOnlyList<TranslationRow>> MissingAsync(string culture, Actor actor, CancellationToken token)
    {
        var rows = await RowsAsync(
            """
            SELECT l.set_id AS "SetId", l.culture AS "Culture", l.modified_utc AS "ModifiedUtc", '' AS "Target", '' AS "TargetUtc" FROM content_live l
            WHERE l.published = 1 AND l.culture <> @culture AND NOT EXISTS (SELECT 1 FROM content_item i WHERE i.set_id = l.set_id AND i.culture = @culture)
            ORDER BY l.created_utc DESC, l.item_id LIMIT @most
            """,
            culture,
            token);
        return await ShownAsync(rows, (item, _) => actor.MayTranslate(item, culture)
            ? $"/admin/content/new/{Uri.EscapeDataString(item.ContentType)}/{Uri.EscapeDataString(culture)}?set={Uri.EscapeDataString(item.LocalizationSet)}"
            : null, token);
    }

    /// <summary>Published items that were changed after their version in a language, the last change first.</summary>
    public async Task<IReadOnlyList<TranslationRow>> OlderAsync(string culture, Actor actor, CancellationToken token)
    {
        var rows = await RowsAsync(
            """
            SELECT l.set_id AS "SetId", l.culture AS "Culture", l.modified_utc AS "ModifiedUtc", t.item_id AS "Target", t.modified_utc AS "TargetUtc" FROM content_live l
            JOIN content_live t ON t.set_id = l.set_id AND t.culture = @culture AND t.latest = 1
            WHERE l.published = 1 AND l.culture <> @culture AND l.modified_utc > t.modified_utc ORDER BY l.modified_utc DESC, l.item_id LIMIT @most
            """,
            culture,
            token);
        var older = rows.Where(row => Utc.Parse(row.ModifiedUtc) - Utc.Parse(row.TargetUtc) > _together).ToList();
        var targets = (await store.LanguagesAsync([.. older.Select(row => row.SetId)], ContentVersion.Latest, token)).ToDictionary(item => item.ContentItemId);
        return await ShownAsync(older, (_, row) => targets.TryGetValue(row.Target, out var target) && actor.May(ContentPermissions.Edit, target) ? Editor.EditorPage.UrlOf(row.Target) : null, token);
    }

    private async Task<List<Row>> RowsAsync(string sql, string culture, CancellationToken token) =>
        (await database.ReadAsync(connection => connection.QueryAsync<Row>(sql, new { culture, most = Most }), token)).AsList();

    /// <param name="url">Where the item is translated; null for one that the actor may not translate.</param>
    private async Task<IReadOnlyList<TranslationRow>> ShownAsync(List<Row> rows, Func<ContentItem, Row, string?> url, CancellationToken token)
    {
        var items = (await store.LanguagesAsync([.. rows.Select(row => row.SetId).Distinct()], ContentVersion.Published, token)).ToDictionary(item => (item.LocalizationSet, item.Culture));
        return
        [
            .. from row in rows
            let item = items.GetValueOrDefault((row.SetId, row.Culture))
            where item is not null
            let address = url(item, row)
            where address is not null
            select new TranslationRow(item.DisplayText, item.Culture, queries.TypeName(item.ContentType), address, Utc.Parse(row.ModifiedUtc)!.Value),
        ];
    }

    private sealed class Row
    {
        public string SetId { get; init; } = "";

        public string Culture { get; init; } = "";

        public string ModifiedUtc { get; init; } = "";

        public string Target { get; init; } = "";

        public string TargetUtc { get; init; } = "";
    }
}
