CREATE TABLE audit (
    number INTEGER PRIMARY KEY AUTOINCREMENT, utc TEXT NOT NULL, actor TEXT NOT NULL, verb TEXT NOT NULL, subject TEXT NOT NULL,
    culture TEXT, version_id TEXT, comment TEXT NOT NULL);
INSERT INTO audit (number,utc,actor,verb,subject,culture,version_id,comment) VALUES (1,'2026-01-05T09:00:02.0000000Z','system','publish','dxksgwb4xxxfmye9jbcbg98f99','fr','x6ckdheqhwzajg3hdvhp9r3c0w','');
INSERT INTO audit (number,utc,actor,verb,subject,culture,version_id,comment) VALUES (2,'2026-01-05T09:00:04.0000000Z','system','publish','fmwanmkmybea95xedkcksg0e61','fr','46dpzwjedkqgs2fdsvvjb7pzgn','');
INSERT INTO audit (number,utc,actor,verb,subject,culture,version_id,comment) VALUES (3,'2026-01-05T09:00:06.0000000Z','system','publish','dj77p1r1sszamh1jdh644fwbaz','en','hyjc6ck2b7rnfdwfzgver5nvmj','');
INSERT INTO audit (number,utc,actor,verb,subject,culture,version_id,comment) VALUES (4,'2026-01-05T09:00:07.0000000Z','system','save','fmwanmkmybea95xedkcksg0e61','fr','c6ds5xyzgw1fy3wje88q9vnhqs','');
INSERT INTO audit (number,utc,actor,verb,subject,culture,version_id,comment) VALUES (5,'2026-01-05T09:00:09.0000000Z','system','publish','vq2rsvsjzdpdbevrgvhw1brvm2','fr','5mb8yhfzkqdgnrzc2pc6chx8b2','');
INSERT INTO audit (number,utc,actor,verb,subject,culture,version_id,comment) VALUES (6,'2026-01-05T09:00:10.0000000Z','system','publish','vq2rsvsjzdpdbevrgvhw1brvm2','fr','af88zf7g4t2zd3gaq76a0j673p','');
INSERT INTO audit (number,utc,actor,verb,subject,culture,version_id,comment) VALUES (7,'2026-01-05T09:00:12.0000000Z','system','publish','vyqf5fqbagjgaf98c1watys3mr','fr','eemwykym62h35a2m9rk7gvqbwm','');
INSERT INTO audit (number,utc,actor,verb,subject,culture,version_id,comment) VALUES (8,'2026-01-05T09:00:13.0000000Z','system','delete','vyqf5fqbagjgaf98c1watys3mr','fr','eemwykym62h35a2m9rk7gvqbwm','');
CREATE TABLE change_log (
    number INTEGER PRIMARY KEY AUTOINCREMENT, utc TEXT NOT NULL, kind TEXT NOT NULL, verb TEXT NOT NULL,
    set_id TEXT, culture TEXT, subject TEXT);
INSERT INTO change_log (number,utc,kind,verb,set_id,culture,subject) VALUES (1,'2026-11-26T15:39:25.4548560+00:00','content','publish','fd24y72j82m6jhyb24nkrpa99v','fr','Body');
INSERT INTO change_log (number,utc,kind,verb,set_id,culture,subject) VALUES (2,'2026-11-26T15:39:26.2138844+00:00','content','publish','rpbhrnjawc3mq5g83q75gdfgp8','fr','Measure');
INSERT INTO change_log (number,utc,kind,verb,set_id,culture,subject) VALUES (3,'2026-11-26T15:39:26.3543404+00:00','content','publish','rpbhrnjawc3mq5g83q75gdfgp8','en','Measure');
INSERT INTO change_log (number,utc,kind,verb,set_id,culture,subject) VALUES (4,'2026-11-26T15:39:26.3712215+00:00','content','save','rpbhrnjawc3mq5g83q75gdfgp8','fr','Measure');
INSERT INTO change_log (number,utc,kind,verb,set_id,culture,subject) VALUES (5,'2026-11-26T15:39:26.4087505+00:00','content','publish','crnx7x36m2x2tk20ethaeq1wqs','fr','Notice');
INSERT INTO change_log (number,utc,kind,verb,set_id,culture,subject) VALUES (6,'2026-11-26T15:39:26.4161289+00:00','content','publish','crnx7x36m2x2tk20ethaeq1wqs','fr','Notice');
INSERT INTO change_log (number,utc,kind,verb,set_id,culture,subject) VALUES (7,'2026-11-26T15:39:26.4188232+00:00','content','publish','d78xjadq9yftgqbwd8299542dx','fr','Notice');
INSERT INTO change_log (number,utc,kind,verb,set_id,culture,subject) VALUES (8,'2026-11-26T15:39:26.4728419+00:00','content','delete','d78xjadq9yftgqbwd8299542dx','fr','Notice');
CREATE TABLE content_definition (kind TEXT NOT NULL, name TEXT NOT NULL, document TEXT NOT NULL, PRIMARY KEY (kind, name));
CREATE TABLE content_item (
    item_id TEXT NOT NULL PRIMARY KEY, set_id TEXT NOT NULL, culture TEXT NOT NULL, type TEXT NOT NULL,
    owner TEXT NOT NULL, created_utc TEXT NOT NULL, deleted_utc TEXT, deleted_by TEXT, revision INTEGER NOT NULL);
INSERT INTO content_item (item_id,set_id,culture,type,owner,created_utc,deleted_utc,deleted_by,revision) VALUES ('dj77p1r1sszamh1jdh644fwbaz','rpbhrnjawc3mq5g83q75gdfgp8','en','Measure','','2026-01-05T09:00:05.0000000Z',NULL,NULL,1);
INSERT INTO content_item (item_id,set_id,culture,type,owner,created_utc,deleted_utc,deleted_by,revision) VALUES ('dxksgwb4xxxfmye9jbcbg98f99','fd24y72j82m6jhyb24nkrpa99v','fr','Body','','2026-01-05T09:00:01.0000000Z',NULL,NULL,1);
INSERT INTO content_item (item_id,set_id,culture,type,owner,created_utc,deleted_utc,deleted_by,revision) VALUES ('fmwanmkmybea95xedkcksg0e61','rpbhrnjawc3mq5g83q75gdfgp8','fr','Measure','','2026-01-05T09:00:03.0000000Z',NULL,NULL,2);
INSERT INTO content_item (item_id,set_id,culture,type,owner,created_utc,deleted_utc,deleted_by,revision) VALUES ('vq2rsvsjzdpdbevrgvhw1brvm2','crnx7x36m2x2tk20ethaeq1wqs','fr','Notice','','2026-01-05T09:00:08.0000000Z',NULL,NULL,2);
INSERT INTO content_item (item_id,set_id,culture,type,owner,created_utc,deleted_utc,deleted_by,revision) VALUES ('vyqf5fqbagjgaf98c1watys3mr','d78xjadq9yftgqbwd8299542dx','fr','Notice','','2026-01-05T09:00:11.0000000Z','2026-01-05T09:00:13.0000000Z','system',2);
CREATE TABLE content_live (
    set_id TEXT NOT NULL, culture TEXT NOT NULL, published INTEGER NOT NULL, latest INTEGER NOT NULL,
    item_id TEXT NOT NULL, version_id TEXT NOT NULL, type TEXT NOT NULL, title TEXT NOT NULL, path TEXT,
    owner TEXT NOT NULL, author TEXT NOT NULL, created_utc TEXT NOT NULL, modified_utc TEXT NOT NULL, published_utc TEXT,
    document TEXT NOT NULL, x_notice_rank_value NUMERIC GENERATED ALWAYS AS (COALESCE(CASE WHEN json_type(document, '$."Notice"."Rank"."Value"') IN ('integer', 'real') THEN json_extract(document, '$."Notice"."Rank"."Value"') END, 0)) VIRTUAL, x_notice_word_text TEXT GENERATED ALWAYS AS (COALESCE(CASE json_type(document, '$."Notice"."Word"."Text"') WHEN 'text' THEN json_extract(document, '$."Notice"."Word"."Text"') WHEN 'object' THEN NULL WHEN 'array' THEN NULL WHEN 'null' THEN NULL ELSE document -> '$."Notice"."Word"."Text"' END, '')) VIRTUAL, PRIMARY KEY (set_id, culture, published));
INSERT INTO content_live (set_id,culture,published,latest,item_id,version_id,type,title,path,owner,author,created_utc,modified_utc,published_utc,document) VALUES ('crnx7x36m2x2tk20ethaeq1wqs','fr',1,1,'vq2rsvsjzdpdbevrgvhw1brvm2','af88zf7g4t2zd3gaq76a0j673p','Notice','Nouveau titre','avis/nouveau-titre','','system','2026-01-05T09:00:08.0000000Z','2026-01-05T09:00:10.0000000Z','2026-01-05T09:00:10.0000000Z','{"TitlePart":{"Title":"Nouveau titre"}}');
INSERT INTO content_live (set_id,culture,published,latest,item_id,version_id,type,title,path,owner,author,created_utc,modified_utc,published_utc,document) VALUES ('fd24y72j82m6jhyb24nkrpa99v','fr',1,1,'dxksgwb4xxxfmye9jbcbg98f99','x6ckdheqhwzajg3hdvhp9r3c0w','Body','Pyrénées-Atlantiques',NULL,'','system','2026-01-05T09:00:01.0000000Z','2026-01-05T09:00:02.0000000Z','2026-01-05T09:00:02.0000000Z','{"TitlePart":{"Title":"Pyrénées-Atlantiques"}}');
INSERT INTO content_live (set_id,culture,published,latest,item_id,version_id,type,title,path,owner,author,created_utc,modified_utc,published_utc,document) VALUES ('rpbhrnjawc3mq5g83q75gdfgp8','en',1,1,'dj77p1r1sszamh1jdh644fwbaz','hyjc6ck2b7rnfdwfzgver5nvmj','Measure','Residents take part','actions/5-2-2','','system','2026-01-05T09:00:05.0000000Z','2026-01-05T09:00:06.0000000Z','2026-01-05T09:00:06.0000000Z','{"Measure":{"Gauges":{"Rows":[{"Id":"trees","Name":{"Text":"Trees"}}]}},"TitlePart":{"Title":"Residents take part"}}');
INSERT INTO content_live (set_id,culture,published,latest,item_id,version_id,type,title,path,owner,author,created_utc,modified_utc,published_utc,document) VALUES ('rpbhrnjawc3mq5g83q75gdfgp8','fr',0,1,'fmwanmkmybea95xedkcksg0e61','c6ds5xyzgw1fy3wje88q9vnhqs','Measure','Participation de tous','actions/5-2-2','','system','2026-01-05T09:00:03.0000000Z','2026-01-05T09:00:07.0000000Z','2026-01-05T09:00:04.0000000Z','{"TitlePart":{"Title":"Participation de tous"},"Measure":{"Objective":{"Markdown":"Voir [qui](item:fd24y72j82m6jhyb24nkrpa99v)."},"Gauges":{"Rows":[{"Id":"trees","Name":{"Text":"Arbres"}}]}}}');
INSERT INTO content_live (set_id,culture,published,latest,item_id,version_id,type,title,path,owner,author,created_utc,modified_utc,published_utc,document) VALUES ('rpbhrnjawc3mq5g83q75gdfgp8','fr',1,0,'fmwanmkmybea95xedkcksg0e61','46dpzwjedkqgs2fdsvvjb7pzgn','Measure','Participation des habitants','actions/5-2-2','','system','2026-01-05T09:00:03.0000000Z','2026-01-05T09:00:04.0000000Z','2026-01-05T09:00:04.0000000Z','{"TitlePart":{"Title":"Participation des habitants"},"Measure":{"Objective":{"Markdown":"Voir [qui](item:fd24y72j82m6jhyb24nkrpa99v)."},"Gauges":{"Rows":[{"Id":"trees","Name":{"Text":"Arbres"}}]}}}');
CREATE TABLE content_reference (
    set_id TEXT NOT NULL, culture TEXT NOT NULL, published INTEGER NOT NULL, path TEXT NOT NULL,
    kind TEXT NOT NULL, target TEXT NOT NULL, PRIMARY KEY (set_id, culture, published, path, kind, target));
INSERT INTO content_reference (set_id,culture,published,path,kind,target) VALUES ('rpbhrnjawc3mq5g83q75gdfgp8','',0,'PublicationPart.Publisher','set','fd24y72j82m6jhyb24nkrpa99v');
INSERT INTO content_reference (set_id,culture,published,path,kind,target) VALUES ('rpbhrnjawc3mq5g83q75gdfgp8','',1,'PublicationPart.Publisher','set','fd24y72j82m6jhyb24nkrpa99v');
INSERT INTO content_reference (set_id,culture,published,path,kind,target) VALUES ('rpbhrnjawc3mq5g83q75gdfgp8','fr',0,'Measure.Objective','set','fd24y72j82m6jhyb24nkrpa99v');
INSERT INTO content_reference (set_id,culture,published,path,kind,target) VALUES ('rpbhrnjawc3mq5g83q75gdfgp8','fr',1,'Measure.Objective','set','fd24y72j82m6jhyb24nkrpa99v');
CREATE TABLE content_route (
    culture TEXT NOT NULL, path TEXT NOT NULL, set_id TEXT NOT NULL, redirect INTEGER NOT NULL, PRIMARY KEY (culture, path));
INSERT INTO content_route (culture,path,set_id,redirect) VALUES ('en','actions/5-2-2','rpbhrnjawc3mq5g83q75gdfgp8',0);
INSERT INTO content_route (culture,path,set_id,redirect) VALUES ('fr','actions/5-2-2','rpbhrnjawc3mq5g83q75gdfgp8',0);
INSERT INTO content_route (culture,path,set_id,redirect) VALUES ('fr','avis/ancien-titre','crnx7x36m2x2tk20ethaeq1wqs',1);
INSERT INTO content_route (culture,path,set_id,redirect) VALUES ('fr','avis/nouveau-titre','crnx7x36m2x2tk20ethaeq1wqs',0);
INSERT INTO content_route (culture,path,set_id,redirect) VALUES ('fr','avis/supprime','d78xjadq9yftgqbwd8299542dx',0);
CREATE TABLE content_set (
    set_id TEXT NOT NULL PRIMARY KEY, type TEXT NOT NULL,
    shared TEXT, shared_draft TEXT, revision INTEGER NOT NULL, x_measure_code_sortkey TEXT GENERATED ALWAYS AS (COALESCE(CASE json_type(shared, '$."Measure"."Code"."SortKey"') WHEN 'text' THEN json_extract(shared, '$."Measure"."Code"."SortKey"') WHEN 'object' THEN NULL WHEN 'array' THEN NULL WHEN 'null' THEN NULL ELSE shared -> '$."Measure"."Code"."SortKey"' END, '')) VIRTUAL, x_gathering_dates_start TEXT GENERATED ALWAYS AS (COALESCE(CASE json_type(shared, '$."Gathering"."Dates"."Start"') WHEN 'text' THEN json_extract(shared, '$."Gathering"."Dates"."Start"') WHEN 'object' THEN NULL WHEN 'array' THEN NULL WHEN 'null' THEN NULL ELSE shared -> '$."Gathering"."Dates"."Start"' END, '')) VIRTUAL, x_gathering_dates_last TEXT GENERATED ALWAYS AS (COALESCE(CASE json_type(shared, '$."Gathering"."Dates"."Last"') WHEN 'text' THEN json_extract(shared, '$."Gathering"."Dates"."Last"') WHEN 'object' THEN NULL WHEN 'array' THEN NULL WHEN 'null' THEN NULL ELSE shared -> '$."Gathering"."Dates"."Last"' END, '')) VIRTUAL);
INSERT INTO content_set (set_id,type,shared,shared_draft,revision) VALUES ('crnx7x36m2x2tk20ethaeq1wqs','Notice','{}',NULL,1);
INSERT INTO content_set (set_id,type,shared,shared_draft,revision) VALUES ('d78xjadq9yftgqbwd8299542dx','Notice',NULL,'{}',1);
INSERT INTO content_set (set_id,type,shared,shared_draft,revision) VALUES ('fd24y72j82m6jhyb24nkrpa99v','Body','{}',NULL,1);
INSERT INTO content_set (set_id,type,shared,shared_draft,revision) VALUES ('rpbhrnjawc3mq5g83q75gdfgp8','Measure','{"Measure":{"Code":{"Text":"5.2.2","SortKey":"000000005.000000002.000000002"},"Gauges":{"Rows":[{"Id":"trees","Target":{"Value":1.50}}]}},"PublicationPart":{"Publisher":{"LocalizationSets":["fd24y72j82m6jhyb24nkrpa99v"]}}}','{"Measure":{"Code":{"Text":"5.2.3","SortKey":"000000005.000000002.000000003"},"Gauges":{"Rows":[{"Id":"trees","Target":{"Value":1.50}}]}},"PublicationPart":{"Publisher":{"LocalizationSets":["fd24y72j82m6jhyb24nkrpa99v"]}}}',2);
CREATE TABLE content_version (
    version_id TEXT NOT NULL PRIMARY KEY, item_id TEXT NOT NULL, number INTEGER NOT NULL, title TEXT NOT NULL,
    author TEXT NOT NULL, utc TEXT NOT NULL, verb TEXT NOT NULL, comment TEXT NOT NULL,
    document TEXT NOT NULL, shared TEXT NOT NULL);
INSERT INTO content_version (version_id,item_id,number,title,author,utc,verb,comment,document,shared) VALUES ('46dpzwjedkqgs2fdsvvjb7pzgn','fmwanmkmybea95xedkcksg0e61',1,'Participation des habitants','system','2026-01-05T09:00:04.0000000Z','publish','','{"TitlePart":{"Title":"Participation des habitants"},"Measure":{"Objective":{"Markdown":"Voir [qui](item:fd24y72j82m6jhyb24nkrpa99v)."},"Gauges":{"Rows":[{"Id":"trees","Name":{"Text":"Arbres"}}]}}}','{"Measure":{"Code":{"Text":"5.2.2","SortKey":"000000005.000000002.000000002"},"Gauges":{"Rows":[{"Id":"trees","Target":{"Value":1.50}}]}},"PublicationPart":{"Publisher":{"LocalizationSets":["fd24y72j82m6jhyb24nkrpa99v"]}}}');
INSERT INTO content_version (version_id,item_id,number,title,author,utc,verb,comment,document,shared) VALUES ('5mb8yhfzkqdgnrzc2pc6chx8b2','vq2rsvsjzdpdbevrgvhw1brvm2',1,'Ancien titre','system','2026-01-05T09:00:09.0000000Z','publish','','{"TitlePart":{"Title":"Ancien titre"}}','{}');
INSERT INTO content_version (version_id,item_id,number,title,author,utc,verb,comment,document,shared) VALUES ('af88zf7g4t2zd3gaq76a0j673p','vq2rsvsjzdpdbevrgvhw1brvm2',2,'Nouveau titre','system','2026-01-05T09:00:10.0000000Z','publish','','{"TitlePart":{"Title":"Nouveau titre"}}','{}');
INSERT INTO content_version (version_id,item_id,number,title,author,utc,verb,comment,document,shared) VALUES ('c6ds5xyzgw1fy3wje88q9vnhqs','fmwanmkmybea95xedkcksg0e61',2,'Participation de tous','system','2026-01-05T09:00:07.0000000Z','save','','{"TitlePart":{"Title":"Participation de tous"},"Measure":{"Objective":{"Markdown":"Voir [qui](item:fd24y72j82m6jhyb24nkrpa99v)."},"Gauges":{"Rows":[{"Id":"trees","Name":{"Text":"Arbres"}}]}}}','{"Measure":{"Code":{"Text":"5.2.3","SortKey":"000000005.000000002.000000003"},"Gauges":{"Rows":[{"Id":"trees","Target":{"Value":1.50}}]}},"PublicationPart":{"Publisher":{"LocalizationSets":["fd24y72j82m6jhyb24nkrpa99v"]}}}');
INSERT INTO content_version (version_id,item_id,number,title,author,utc,verb,comment,document,shared) VALUES ('eemwykym62h35a2m9rk7gvqbwm','vyqf5fqbagjgaf98c1watys3mr',1,'Supprimé','system','2026-01-05T09:00:12.0000000Z','publish','','{"TitlePart":{"Title":"Supprimé"}}','{}');
INSERT INTO content_version (version_id,item_id,number,title,author,utc,verb,comment,document,shared) VALUES ('hyjc6ck2b7rnfdwfzgver5nvmj','dj77p1r1sszamh1jdh644fwbaz',1,'Residents take part','system','2026-01-05T09:00:06.0000000Z','publish','','{"Measure":{"Gauges":{"Rows":[{"Id":"trees","Name":{"Text":"Trees"}}]}},"TitlePart":{"Title":"Residents take part"}}','{"Measure":{"Code":{"Text":"5.2.2","SortKey":"000000005.000000002.000000002"},"Gauges":{"Rows":[{"Id":"trees","Target":{"Value":1.50}}]}},"PublicationPart":{"Publisher":{"LocalizationSets":["fd24y72j82m6jhyb24nkrpa99v"]}}}');
INSERT INTO content_version (version_id,item_id,number,title,author,utc,verb,comment,document,shared) VALUES ('x6ckdheqhwzajg3hdvhp9r3c0w','dxksgwb4xxxfmye9jbcbg98f99',1,'Pyrénées-Atlantiques','system','2026-01-05T09:00:02.0000000Z','publish','','{"TitlePart":{"Title":"Pyrénées-Atlantiques"}}','{}');
CREATE TABLE follower (name TEXT PRIMARY KEY, transaction_id INTEGER NOT NULL, number INTEGER NOT NULL);
CREATE TABLE schema_migration (
    module TEXT NOT NULL, number INTEGER NOT NULL, name TEXT NOT NULL,
    applied_utc TEXT NOT NULL, PRIMARY KEY (module, number));
INSERT INTO schema_migration (module,number,name,applied_utc) VALUES ('Cms.Content',1,'sets, items, live content, versions','2026-11-26T15:39:24.6622397+00:00');
INSERT INTO schema_migration (module,number,name,applied_utc) VALUES ('Cms.Content',2,'references and routes','2026-11-26T15:39:24.6748934+00:00');
INSERT INTO schema_migration (module,number,name,applied_utc) VALUES ('Cms.Content',3,'definitions, settings, audit','2026-11-26T15:39:24.6767319+00:00');
INSERT INTO schema_migration (module,number,name,applied_utc) VALUES ('Cms.Content',4,'the bin, the last deleted first','2026-11-26T15:39:24.6847455+00:00');
INSERT INTO schema_migration (module,number,name,applied_utc) VALUES ('Cms.Data',1,'change log','2026-11-26T15:39:24.3752925+00:00');
INSERT INTO schema_migration (module,number,name,applied_utc) VALUES ('Cms.Data',2,'followers','2026-11-26T15:39:24.4571720+00:00');
CREATE TABLE website_setting (name TEXT NOT NULL PRIMARY KEY, document TEXT NOT NULL, revision INTEGER NOT NULL);
CREATE INDEX audit_subject ON audit (subject, number);
CREATE INDEX content_item_deleted ON content_item (deleted_utc DESC, item_id) WHERE deleted_utc IS NOT NULL;
CREATE UNIQUE INDEX content_item_set ON content_item (set_id, culture);
CREATE INDEX content_live_created ON content_live (type, culture, published, created_utc, set_id);
CREATE UNIQUE INDEX content_live_item ON content_live (item_id, published);
CREATE INDEX content_live_modified ON content_live (latest, modified_utc, item_id);
CREATE INDEX content_live_published ON content_live (published, created_utc, item_id);
CREATE INDEX content_reference_target ON content_reference (kind, target, path, set_id);
CREATE INDEX content_route_set ON content_route (set_id, culture);
CREATE UNIQUE INDEX content_version_item ON content_version (item_id, number);
CREATE INDEX x_gathering_dates_last_set ON content_set (type, x_gathering_dates_last, set_id);
CREATE INDEX x_gathering_dates_start_set ON content_set (type, x_gathering_dates_start, set_id);
CREATE INDEX x_measure_code_sortkey_set ON content_set (type, x_measure_code_sortkey, set_id);
CREATE INDEX x_notice_rank_value_live ON content_live (type, culture, published, x_notice_rank_value, set_id);
CREATE INDEX x_notice_word_text_live ON content_live (type, culture, published, x_notice_word_text, set_id);
