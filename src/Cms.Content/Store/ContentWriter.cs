using Cms.Content.Items;
using Cms.Content.Manager;
using Cms.Data;

namespace Cms.Content.Store;

/// <summary>Writes content inside a transaction: version, shared document, references, routes, history, audit, change log.</summary>
internal sealed class ContentWriter(IChangeLog changes)
{
    private const int Published = 1;
    private const int Draft = 0;

    /// <exception cref="StaleRevisionException">The item or its shared document was written since it was read.</exception>
    /// <exception cref="Core.Errors.RuleException">The chosen address belongs to something else.</exception>
    public async Task<bool> WriteAsync(WriteUnit unit, ContentWrite write)
    {
        await WriteItemAsync(unit, write);
        await WriteSharedAsync(unit, write);
        var path = write.Publish && write.Path is not null ? await RouteWriter.ClaimAsync(unit, write.Item, write.Path) : write.Item.Path;
        await WriteLiveAsync(unit, write, path);
        await WriteReferencesAsync(unit, write.Item, write.Item.Culture, write.Publish ? Published : Draft, write.OwnReferences);
        await AppendVersionAsync(unit, write);
        var publishedShared = write.Publish && await PublishSharedAsync(unit, write);
        await LogAsync(unit, write, publishedShared);
        write.Item.Path = path;
        return publishedShared;
    }

    private static async Task WriteItemAsync(WriteUnit unit, ContentWrite write)
    {
        var item = write.Item;
        if (item.Revision == 0)
        {
            await unit.ExpectAsync(
                1,
                """
                INSERT INTO content_item (item_id, set_id, culture, type, owner, created_utc, revision)
                SELECT @id, @set, @culture, @type, @owner, @utc, 1 WHERE NOT EXISTS (SELECT 1 FROM content_item WHERE item_id = @id OR (set_id = @set AND culture = @culture))
                """,
                new { id = item.ContentItemId, set = item.LocalizationSet, culture = item.Culture, type = item.ContentType, owner = item.Owner, utc = Utc.Column(item.CreatedUtc!.Value) });
            return;
        }

        await unit.ExpectAsync(
            1,
            "UPDATE content_item SET revision = revision + 1, deleted_utc = NULL, deleted_by = NULL WHERE item_id = @id AND revision = @revision",
            new { id = item.ContentItemId, revision = item.Revision });
    }

    private static async Task WriteSharedAsync(WriteUnit unit, ContentWrite write)
    {
        var item = write.Item;
        var inserted = await unit.ExecuteAsync(
            $"""
            INSERT INTO content_set (set_id, type, shared_draft, revision)
            SELECT @set, @type, {unit.Dialect.JsonIn("@shared")}, 1 WHERE NOT EXISTS (SELECT 1 FROM content_set WHERE set_id = @set)
            """,
            new { set = item.LocalizationSet, type = item.ContentType, shared = write.Shared });
        if (inserted == 0 && write.SharedChanged)
        {
            await unit.ExpectAsync(
                1,
                $"UPDATE content_set SET shared_draft = {unit.Dialect.JsonIn("@shared")}, revision = revision + 1 WHERE set_id = @set AND revision = @revision AND type = @type",
                new { set = item.LocalizationSet, type = item.ContentType, shared = write.Shared, revision = item.SharedRevision });
        }

        if (inserted == 1 || write.SharedChanged)
        {
            await WriteReferencesAsync(unit, item, "", Draft, write.SharedReferences);
        }
    }

    private static async Task WriteLiveAsync(WriteUnit unit, ContentWrite write, string? path)
    {
        var item = write.Item;
        var key = new { set = item.LocalizationSet, culture = item.Culture };
        await unit.ExecuteAsync("DELETE FROM content_live WHERE set_id = @set AND culture = @culture AND published = 0", key);
        if (write.Publish)
        {
            await unit.ExecuteAsync("DELETE FROM content_live WHERE set_id = @set AND culture = @culture AND published = 1", key);
            await WriteReferencesAsync(unit, item, item.Culture, Draft, []);
        }
        else
        {
            await unit.ExecuteAsync("UPDATE content_live SET latest = 0 WHERE set_id = @set AND culture = @culture AND published = 1", key);
        }

        await unit.ExecuteAsync(
            $"""
            INSERT INTO content_live (set_id, culture, published, latest, item_id, version_id, type, title, title_key, path, owner, author, created_utc, modified_utc, published_utc, document)
            VALUES (@set, @culture, @published, 1, @id, @version, @type, @title, @titleKey, @path, @owner, @author, @created, @utc, @publishedUtc, {unit.Dialect.JsonIn("@document")})
            """,
            new
            {
                key.set,
                key.culture,
                published = write.Publish ? Published : Draft,
                id = item.ContentItemId,
                version = write.VersionId,
                type = item.ContentType,
                title = write.Title,
                titleKey = ItemTitle.SortKey(write.Title),
                path,
                owner = item.Owner,
                author = write.Author,
                created = Utc.Column(item.CreatedUtc!.Value),
                utc = write.Utc,
                publishedUtc = write.Publish ? write.Utc : item.PublishedUtc is { } p ? Utc.Column(p) : null,
                document = write.Own,
            });
    }

    private static Task<int> AppendVersionAsync(WriteUnit unit, ContentWrite write) =>
        unit.ExecuteAsync(
            $"""
            INSERT INTO content_version (version_id, item_id, number, title, author, utc, verb, comment, document, shared)
            VALUES (@version, @id, (SELECT COALESCE(MAX(number), 0) + 1 FROM content_version WHERE item_id = @id), @title, @author, @utc, @verb, @comment,
            {unit.Dialect.JsonIn("@own")}, {unit.Dialect.JsonIn("@shared")})
            """,
            new { version = write.VersionId, id = write.Item.ContentItemId, title = write.Title, author = write.Author, utc = write.Utc, verb = write.Verb, comment = write.Comment, own = write.Own, shared = write.Shared });

    /// <summary>Publishes the shared draft, if there is one.</summary>
    /// <returns>True when it changed what other languages show.</returns>
    private static async Task<bool> PublishSharedAsync(WriteUnit unit, ContentWrite write)
    {
        var set = write.Item.LocalizationSet;
        var published = await unit.ExecuteAsync("UPDATE content_set SET shared = shared_draft, shared_draft = NULL WHERE set_id = @set AND shared_draft IS NOT NULL", new { set });
        if (published == 0)
        {
            return false;
        }

        await unit.ExecuteAsync("DELETE FROM content_reference WHERE set_id = @set AND culture = '' AND published = 1", new { set });
        await unit.ExecuteAsync("UPDATE content_reference SET published = 1 WHERE set_id = @set AND culture = '' AND published = 0", new { set });
        return await unit.SingleAsync<long>("SELECT COUNT(*) FROM content_live WHERE set_id = @set AND published = 1 AND culture <> @culture", new { set, culture = write.Item.Culture }) > 0;
    }

    internal static async Task WriteReferencesAsync(WriteUnit unit, ContentItem item, string culture, int published, IReadOnlyList<FieldReference> references)
    {
        await unit.ExecuteAsync("DELETE FROM content_reference WHERE set_id = @set AND culture = @culture AND published = @published", new { set = item.LocalizationSet, culture, published });
        foreach (var (path, reference) in references.Distinct())
        {
            await unit.ExecuteAsync(
                "INSERT INTO content_reference (set_id, culture, published, path, kind, target) VALUES (@set, @culture, @published, @path, @kind, @target)",
                new { set = item.LocalizationSet, culture, published, path, kind = reference.Kind, target = reference.Target });
        }
    }

    private async Task LogAsync(WriteUnit unit, ContentWrite write, bool publishedShared)
    {
        var item = write.Item;
        await AuditAsync(unit, write.Utc, write.By ?? write.Author, write.Verb, item.ContentItemId, item.Culture, write.VersionId, write.Comment);
        await changes.AppendAsync(unit, new ChangeLogEntry(ChangeLogEntry.Kinds.Content, write.Verb, item.LocalizationSet, publishedShared ? null : item.Culture, item.ContentType));
    }

    public static Task<int> AuditAsync(WriteUnit unit, string utc, string actor, string verb, string subject, string? culture = null, string? version = null, string comment = "") =>
        unit.ExecuteAsync(
            "INSERT INTO audit (utc, actor, verb, subject, culture, version_id, comment) VALUES (@utc, @actor, @verb, @subject, @culture, @version, @comment)",
            new { utc, actor, verb, subject, culture, version, comment });
}
