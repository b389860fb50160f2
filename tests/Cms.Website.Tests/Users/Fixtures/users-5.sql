CREATE TABLE schema_migration (module TEXT NOT NULL, number INTEGER NOT NULL, name TEXT NOT NULL, applied_utc TEXT NOT NULL, PRIMARY KEY (module, number));
CREATE TABLE users_account (
    id TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL, normalized_name TEXT NOT NULL, email TEXT, normalized_email TEXT,
    password_hash TEXT, security_stamp TEXT NOT NULL, must_change INTEGER NOT NULL, enabled INTEGER NOT NULL,
    created_utc TEXT NOT NULL, revision INTEGER NOT NULL, publishers TEXT NOT NULL DEFAULT '', languages TEXT NOT NULL DEFAULT '', culture TEXT NOT NULL DEFAULT '');
CREATE UNIQUE INDEX users_account_name ON users_account (normalized_name);
CREATE UNIQUE INDEX users_account_email ON users_account (normalized_email);
CREATE TABLE users_account_role (account_id TEXT NOT NULL, role TEXT NOT NULL, PRIMARY KEY (account_id, role));
CREATE INDEX users_account_role_role ON users_account_role (role);
CREATE TABLE users_role (name TEXT NOT NULL PRIMARY KEY, description TEXT NOT NULL);
CREATE TABLE users_role_permission (role TEXT NOT NULL, permission TEXT NOT NULL, PRIMARY KEY (role, permission));
CREATE TABLE users_role_default (role TEXT NOT NULL, permission TEXT NOT NULL, PRIMARY KEY (role, permission));
CREATE TABLE users_session (id TEXT NOT NULL PRIMARY KEY, account_id TEXT NOT NULL, created_utc TEXT NOT NULL, seen_utc TEXT NOT NULL DEFAULT '', browser TEXT NOT NULL DEFAULT '', network TEXT NOT NULL DEFAULT '');
CREATE INDEX users_session_account ON users_session (account_id);
CREATE TABLE users_token (
    id TEXT NOT NULL PRIMARY KEY, account_id TEXT NOT NULL, name TEXT NOT NULL, hash TEXT NOT NULL,
    created_utc TEXT NOT NULL, expires_utc TEXT NOT NULL, last_used_utc TEXT);
CREATE UNIQUE INDEX users_token_hash ON users_token (hash);
CREATE TABLE users_failure (name_hash TEXT NOT NULL PRIMARY KEY, failures INTEGER NOT NULL, last_utc TEXT NOT NULL, until_utc TEXT NOT NULL);
CREATE INDEX users_failure_last ON users_failure (last_utc);
CREATE INDEX users_session_created ON users_session (created_utc);
CREATE INDEX users_token_account ON users_token (account_id, created_utc DESC, id);
CREATE TABLE users_link (
    hash TEXT NOT NULL PRIMARY KEY, account_id TEXT NOT NULL, purpose TEXT NOT NULL, value TEXT NOT NULL,
    created_utc TEXT NOT NULL, expires_utc TEXT NOT NULL);
CREATE INDEX users_link_account ON users_link (account_id, purpose, created_utc);
CREATE INDEX users_link_created ON users_link (created_utc);
CREATE TABLE users_factor (
    account_id TEXT NOT NULL PRIMARY KEY, sealed_key TEXT NOT NULL, last_step INTEGER NOT NULL, confirmed INTEGER NOT NULL,
    created_utc TEXT NOT NULL);
CREATE TABLE users_recovery_code (account_id TEXT NOT NULL, hash TEXT NOT NULL, PRIMARY KEY (account_id, hash));
INSERT INTO schema_migration VALUES ('Cms.Users', 1, 'accounts and roles', '2026-11-27T08:00:00.0000000+00:00');
INSERT INTO schema_migration VALUES ('Cms.Users', 2, 'sessions, tokens, failed sign-ins', '2026-11-27T08:00:00.0000000+00:00');
INSERT INTO schema_migration VALUES ('Cms.Users', 3, 'sessions by age, tokens of an account by age', '2026-11-27T08:00:00.0000000+00:00');
INSERT INTO schema_migration VALUES ('Cms.Users', 4, 'scopes, languages, what a session tells', '2026-11-27T08:00:00.0000000+00:00');
INSERT INTO schema_migration VALUES ('Cms.Users', 5, 'one-time links, second factors', '2026-11-27T08:00:00.0000000+00:00');
INSERT INTO users_account VALUES ('a', 'Hélène', 'HÉLÈNE', 'helene@example.org', 'HELENE@EXAMPLE.ORG', 'hash', 'stamp', 0, 1, '2026-11-22T08:00:00.0000000Z', 7, '', '', '');
INSERT INTO users_account_role VALUES ('a', 'Editor');
INSERT INTO users_session VALUES ('session', 'a', '2026-11-22T09:00:00.0000000Z', '2026-11-22T09:00:00.0000000Z', '', '');
