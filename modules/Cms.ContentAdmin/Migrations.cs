using Cms.Data;

namespace Cms.ContentAdmin;

/// <summary>Tables of the administration: who has what open, texts that are not saved yet, what is to be published or withdrawn later, what is to be looked over.</summary>
public sealed class Migrations : MigrationSet
{
    public Migrations()
        : base("Cms.ContentAdmin")
    {
        Add(1, "unsaved texts and plans", d =>
        [
            $"""
            CREATE TABLE admin_work (
                item_id {d.Text} NOT NULL, account_id {d.Text} NOT NULL, account_name {d.Text} NOT NULL, seen_utc {d.Text} NOT NULL,
                form {d.Json}, title {d.Text} NOT NULL, kept_utc {d.Text}, PRIMARY KEY (item_id, account_id))
            """,
            "CREATE INDEX admin_work_account ON admin_work (account_id, kept_utc)",
            "CREATE INDEX admin_work_seen ON admin_work (seen_utc)",
            $"""
            CREATE TABLE admin_plan (
                item_id {d.Text} NOT NULL, verb {d.Text} NOT NULL, due_utc {d.Text} NOT NULL, revision {d.Integer} NOT NULL, shared_revision {d.Integer} NOT NULL,
                account_id {d.Text} NOT NULL, account_name {d.Text} NOT NULL, problem {d.Text}, PRIMARY KEY (item_id, verb))
            """,
            "CREATE INDEX admin_plan_due ON admin_plan (due_utc)",
        ]);
        Add(2, "reviews", d =>
        [
            $"CREATE TABLE admin_review (item_id {d.Text} NOT NULL PRIMARY KEY, due {d.Text} NOT NULL)",
            "CREATE INDEX admin_review_due ON admin_review (due)",
        ]);
    }
}
