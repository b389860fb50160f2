CREATE TABLE schema_migration (module TEXT NOT NULL, number INTEGER NOT NULL, name TEXT NOT NULL, applied_utc TEXT NOT NULL, PRIMARY KEY (module, number));
CREATE TABLE admin_work (
    item_id TEXT NOT NULL, account_id TEXT NOT NULL, account_name TEXT NOT NULL, seen_utc TEXT NOT NULL,
    form TEXT, title TEXT NOT NULL, kept_utc TEXT, PRIMARY KEY (item_id, account_id));
CREATE INDEX admin_work_account ON admin_work (account_id, kept_utc);
CREATE INDEX admin_work_seen ON admin_work (seen_utc);
CREATE TABLE admin_plan (
    item_id TEXT NOT NULL, verb TEXT NOT NULL, due_utc TEXT NOT NULL, revision INTEGER NOT NULL, shared_revision INTEGER NOT NULL,
    account_id TEXT NOT NULL, account_name TEXT NOT NULL, problem TEXT, PRIMARY KEY (item_id, verb));
CREATE INDEX admin_plan_due ON admin_plan (due_utc);
INSERT INTO schema_migration VALUES ('Cms.ContentAdmin', 1, 'unsaved texts and plans', '2026-11-20T10:00:00.0000000Z');
INSERT INTO admin_work VALUES ('item', 'account', 'Hélène', '2026-11-20T10:00:00.0000000Z', '{"TitlePart.Title":["Pas fini"]}', 'Pas fini', '2026-11-20T10:00:00.0000000Z');
INSERT INTO admin_plan VALUES ('item', 'publish', '2026-12-24T17:00:00.0000000Z', 3, 2, 'account', 'Hélène', NULL);
