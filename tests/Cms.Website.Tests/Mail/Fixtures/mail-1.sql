CREATE TABLE schema_migration (module TEXT NOT NULL, number INTEGER NOT NULL, name TEXT NOT NULL, applied_utc TEXT NOT NULL, PRIMARY KEY (module, number));
CREATE TABLE mail_outbox (
    id TEXT NOT NULL PRIMARY KEY, letter TEXT NOT NULL, state TEXT NOT NULL, tries INTEGER NOT NULL,
    created_utc TEXT NOT NULL, next_utc TEXT NOT NULL);
CREATE INDEX mail_outbox_next ON mail_outbox (state, next_utc);
INSERT INTO schema_migration VALUES ('Cms.Mail', 1, 'outbox', '2026-11-27T08:00:00.0000000+00:00');
INSERT INTO mail_outbox VALUES ('letter', 'sealed', 'waiting', 2, '2026-11-22T08:00:00.0000000Z', '2026-11-22T08:10:00.0000000Z');
