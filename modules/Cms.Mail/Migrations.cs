using Cms.Data;

namespace Cms.Mail;

/// <summary>The table of letters.</summary>
public sealed class Migrations : MigrationSet
{
    public Migrations()
        : base("Cms.Mail")
    {
        Add(1, "outbox", Outbox);
    }

    private static IEnumerable<string> Outbox(ISqlDialect d) =>
    [
        // The letter is emptied once it is sent or given up.
        $"""
        CREATE TABLE mail_outbox (
            id {d.Text} NOT NULL PRIMARY KEY, letter {d.Text} NOT NULL, state {d.Text} NOT NULL, tries {d.Integer} NOT NULL,
            created_utc {d.Text} NOT NULL, next_utc {d.Text} NOT NULL)
        """,
        "CREATE INDEX mail_outbox_next ON mail_outbox (state, next_utc)",
    ];
}
