using Cms.Data;

namespace Cms.Users;

/// <summary>Tables of accounts, roles, sessions and tokens.</summary>
public sealed class Migrations : MigrationSet
{
    public Migrations()
        : base("Cms.Users")
    {
        Add(1, "accounts and roles", Accounts);
        Add(2, "sessions, tokens, failed sign-ins", Sessions);
        Add(3, "sessions by age, tokens of an account by age", _ => Ages);
        Add(4, "scopes, languages, what a session tells", Scopes);
        Add(5, "one-time links, second factors", Links);
    }

    private static IEnumerable<string> Ages =>
    [
        "CREATE INDEX users_session_created ON users_session (created_utc)",
        "DROP INDEX users_token_account",
        "CREATE INDEX users_token_account ON users_token (account_id, created_utc DESC, id)",
    ];

    private static IEnumerable<string> Scopes(ISqlDialect d) =>
    [
        // Ids separated by spaces; empty for everywhere.
        $"ALTER TABLE users_account ADD COLUMN publishers {d.Text} NOT NULL DEFAULT ''",
        $"ALTER TABLE users_account ADD COLUMN languages {d.Text} NOT NULL DEFAULT ''",
        $"ALTER TABLE users_account ADD COLUMN culture {d.Text} NOT NULL DEFAULT ''",
        $"ALTER TABLE users_session ADD COLUMN seen_utc {d.Text} NOT NULL DEFAULT ''",
        $"ALTER TABLE users_session ADD COLUMN browser {d.Text} NOT NULL DEFAULT ''",
        $"ALTER TABLE users_session ADD COLUMN network {d.Text} NOT NULL DEFAULT ''",
        "UPDATE users_session SET seen_utc = created_utc",
    ];

    private static IEnumerable<string> Links(ISqlDialect d) =>
    [
        $"""
        CREATE TABLE users_link (
            hash {d.Text} NOT NULL PRIMARY KEY, account_id {d.Text} NOT NULL, purpose {d.Text} NOT NULL, value {d.Text} NOT NULL,
            created_utc {d.Text} NOT NULL, expires_utc {d.Text} NOT NULL)
        """,
        "CREATE INDEX users_link_account ON users_link (account_id, purpose, created_utc)",
        "CREATE INDEX users_link_created ON users_link (created_utc)",
        // The key is sealed with the website's keys; not confirmed until a first code proved that the authenticator has it.
        $"""
        CREATE TABLE users_factor (
            account_id {d.Text} NOT NULL PRIMARY KEY, sealed_key {d.Text} NOT NULL, last_step {d.Integer} NOT NULL, confirmed {d.Integer} NOT NULL,
            created_utc {d.Text} NOT NULL)
        """,
        $"CREATE TABLE users_recovery_code (account_id {d.Text} NOT NULL, hash {d.Text} NOT NULL, PRIMARY KEY (account_id, hash))",
    ];

    private static IEnumerable<string> Accounts(ISqlDialect d) =>
    [
        $"""
        CREATE TABLE users_account (
            id {d.Text} NOT NULL PRIMARY KEY, name {d.Text} NOT NULL, normalized_name {d.Text} NOT NULL, email {d.Text}, normalized_email {d.Text},
            password_hash {d.Text}, security_stamp {d.Text} NOT NULL, must_change {d.Integer} NOT NULL, enabled {d.Integer} NOT NULL,
            created_utc {d.Text} NOT NULL, revision {d.Integer} NOT NULL)
        """,
        "CREATE UNIQUE INDEX users_account_name ON users_account (normalized_name)",
        // Unique where there is one: both databases let NULL stand any number of times.
        "CREATE UNIQUE INDEX users_account_email ON users_account (normalized_email)",
        $"CREATE TABLE users_account_role (account_id {d.Text} NOT NULL, role {d.Text} NOT NULL, PRIMARY KEY (account_id, role))",
        "CREATE INDEX users_account_role_role ON users_account_role (role)",
        $"CREATE TABLE users_role (name {d.Text} NOT NULL PRIMARY KEY, description {d.Text} NOT NULL)",
        $"CREATE TABLE users_role_permission (role {d.Text} NOT NULL, permission {d.Text} NOT NULL, PRIMARY KEY (role, permission))",
        // What a module's defaults granted once: a right that an administrator took away does not come back at the next start.
        $"CREATE TABLE users_role_default (role {d.Text} NOT NULL, permission {d.Text} NOT NULL, PRIMARY KEY (role, permission))",
    ];

    private static IEnumerable<string> Sessions(ISqlDialect d) =>
    [
        $"CREATE TABLE users_session (id {d.Text} NOT NULL PRIMARY KEY, account_id {d.Text} NOT NULL, created_utc {d.Text} NOT NULL)",
        "CREATE INDEX users_session_account ON users_session (account_id)",
        $"""
        CREATE TABLE users_token (
            id {d.Text} NOT NULL PRIMARY KEY, account_id {d.Text} NOT NULL, name {d.Text} NOT NULL, hash {d.Text} NOT NULL,
            created_utc {d.Text} NOT NULL, expires_utc {d.Text} NOT NULL, last_used_utc {d.Text})
        """,
        "CREATE UNIQUE INDEX users_token_hash ON users_token (hash)",
        "CREATE INDEX users_token_account ON users_token (account_id)",
        $"CREATE TABLE users_failure (name_hash {d.Text} NOT NULL PRIMARY KEY, failures {d.Integer} NOT NULL, last_utc {d.Text} NOT NULL, until_utc {d.Text} NOT NULL)",
        "CREATE INDEX users_failure_last ON users_failure (last_utc)",
    ];
}
