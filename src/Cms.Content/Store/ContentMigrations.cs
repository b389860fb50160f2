using Cms.Content.Manager;
using Cms.Data;

namespace Cms.Content.Store;

/// <summary>Tables of the content store. See the README's "Storage" for what each is for.</summary>
public sealed class ContentMigrations : MigrationSet
{
    public ContentMigrations()
        : base("Cms.Content")
    {
        Add(1, "sets, items, live content, versions", Tables);
        Add(2, "references and routes", Links);
        Add(3, "definitions, settings, audit", Website);
        Add(4, "the bin, the last deleted first", _ => ["CREATE INDEX content_item_deleted ON content_item (deleted_utc DESC, item_id) WHERE deleted_utc IS NOT NULL"]);
        Add(5, "lists by title and by change", TitleKeysAsync);
    }

    private static async Task TitleKeysAsync(WriteUnit unit)
    {
        await unit.ExecuteAsync($"ALTER TABLE content_live ADD COLUMN title_key {unit.Dialect.Text} NOT NULL DEFAULT ''");
        foreach (var title in await unit.QueryAsync<string>("SELECT DISTINCT title FROM content_live"))
        {
            await unit.ExecuteAsync("UPDATE content_live SET title_key = @key WHERE title = @title", new { title, key = ItemTitle.SortKey(title) });
        }

        await unit.ExecuteAsync("CREATE INDEX content_live_title ON content_live (latest, title_key, item_id)");
        await unit.ExecuteAsync("CREATE INDEX content_live_type_title ON content_live (type, latest, title_key, item_id)");
        await unit.ExecuteAsync("CREATE INDEX content_live_type_modified ON content_live (type, latest, modified_utc, item_id)");
    }

    private static IEnumerable<string> Tables(ISqlDialect d) =>
    [
        $"""
        CREATE TABLE content_set (
            set_id {d.Text} NOT NULL PRIMARY KEY, type {d.Text} NOT NULL,
            shared {d.Json}, shared_draft {d.Json}, revision {d.Integer} NOT NULL)
        """,
        $"""
        CREATE TABLE content_item (
            item_id {d.Text} NOT NULL PRIMARY KEY, set_id {d.Text} NOT NULL, culture {d.Text} NOT NULL, type {d.Text} NOT NULL,
            owner {d.Text} NOT NULL, created_utc {d.Text} NOT NULL, deleted_utc {d.Text}, deleted_by {d.Text}, revision {d.Integer} NOT NULL)
        """,
        "CREATE UNIQUE INDEX content_item_set ON content_item (set_id, culture)",
        $"""
        CREATE TABLE content_live (
            set_id {d.Text} NOT NULL, culture {d.Text} NOT NULL, published {d.Integer} NOT NULL, latest {d.Integer} NOT NULL,
            item_id {d.Text} NOT NULL, version_id {d.Text} NOT NULL, type {d.Text} NOT NULL, title {d.Text} NOT NULL, path {d.Text},
            owner {d.Text} NOT NULL, author {d.Text} NOT NULL, created_utc {d.Text} NOT NULL, modified_utc {d.Text} NOT NULL, published_utc {d.Text},
            document {d.Json} NOT NULL, PRIMARY KEY (set_id, culture, published))
        """,
        "CREATE UNIQUE INDEX content_live_item ON content_live (item_id, published)",
        "CREATE INDEX content_live_created ON content_live (type, culture, published, created_utc, set_id)",
        "CREATE INDEX content_live_published ON content_live (published, created_utc, item_id)",
        "CREATE INDEX content_live_modified ON content_live (latest, modified_utc, item_id)",
        $"""
        CREATE TABLE content_version (
            version_id {d.Text} NOT NULL PRIMARY KEY, item_id {d.Text} NOT NULL, number {d.Integer} NOT NULL, title {d.Text} NOT NULL,
            author {d.Text} NOT NULL, utc {d.Text} NOT NULL, verb {d.Text} NOT NULL, comment {d.Text} NOT NULL,
            document {d.Json} NOT NULL, shared {d.Json} NOT NULL)
        """,
        "CREATE UNIQUE INDEX content_version_item ON content_version (item_id, number)",
    ];

    private static IEnumerable<string> Links(ISqlDialect d) =>
    [
        $"""
        CREATE TABLE content_reference (
            set_id {d.Text} NOT NULL, culture {d.Text} NOT NULL, published {d.Integer} NOT NULL, path {d.Text} NOT NULL,
            kind {d.Text} NOT NULL, target {d.Text} NOT NULL, PRIMARY KEY (set_id, culture, published, path, kind, target))
        """,
        "CREATE INDEX content_reference_target ON content_reference (kind, target, path, set_id)",
        $"""
        CREATE TABLE content_route (
            culture {d.Text} NOT NULL, path {d.Text} NOT NULL, set_id {d.Text} NOT NULL, redirect {d.Integer} NOT NULL, PRIMARY KEY (culture, path))
        """,
        "CREATE INDEX content_route_set ON content_route (set_id, culture)",
    ];

    private static IEnumerable<string> Website(ISqlDialect d) =>
    [
        $"CREATE TABLE content_definition (kind {d.Text} NOT NULL, name {d.Text} NOT NULL, document {d.Json} NOT NULL, PRIMARY KEY (kind, name))",
        $"CREATE TABLE website_setting (name {d.Text} NOT NULL PRIMARY KEY, document {d.Json} NOT NULL, revision {d.Integer} NOT NULL)",
        $"""
        CREATE TABLE audit (
            number {d.Identity}, utc {d.Text} NOT NULL, actor {d.Text} NOT NULL, verb {d.Text} NOT NULL, subject {d.Text} NOT NULL,
            culture {d.Text}, version_id {d.Text}, comment {d.Text} NOT NULL)
        """,
        "CREATE INDEX audit_subject ON audit (subject, number)",
    ];
}
