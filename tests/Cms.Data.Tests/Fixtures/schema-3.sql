CREATE TABLE audit (
    number INTEGER PRIMARY KEY AUTOINCREMENT, utc TEXT NOT NULL, actor TEXT NOT NULL, verb TEXT NOT NULL, subject TEXT NOT NULL,
    culture TEXT, version_id TEXT, comment TEXT NOT NULL);
INSERT INTO audit (number,utc,actor,verb,subject,culture,version_id,comment) VALUES (1,'2026-01-05T09:00:02.0000000Z','system','publish','pyxktmc72x07hh7996dx8s2w28','fr','xfsbw3t88a08ea0eat4pwfh0ya','');
INSERT INTO audit (number,utc,actor,verb,subject,culture,version_id,comment) VALUES (2,'2026-01-05T09:00:04.0000000Z','system','publish','0w6atrtkw5q3gn2ma593r9ffw6','fr','tfek5mtzepq5wmzq4zqq5d6v22','');
INSERT INTO audit (number,utc,actor,verb,subject,culture,version_id,comment) VALUES (3,'2026-01-05T09:00:06.0000000Z','system','publish','f031q9nq1m37x57aw923ycdexr','en','fp4es9pv179twnj33dy3b6gmnv','');
INSERT INTO audit (number,utc,actor,verb,subject,culture,version_id,comment) VALUES (4,'2026-01-05T09:00:07.0000000Z','system','save','0w6atrtkw5q3gn2ma593r9ffw6','fr','zz9yx35kckf4196x0jf1rvch59','');
INSERT INTO audit (number,utc,actor,verb,subject,culture,version_id,comment) VALUES (5,'2026-01-05T09:00:09.0000000Z','system','publish','yfm1z09d8jet2a9fc66x7tqb7m','fr','zcb2az5mn2jea2b4w027ph7er0','');
INSERT INTO audit (number,utc,actor,verb,subject,culture,version_id,comment) VALUES (6,'2026-01-05T09:00:10.0000000Z','system','publish','yfm1z09d8jet2a9fc66x7tqb7m','fr','qjgqf1y1nm2f816qswyscq8ey3','');
INSERT INTO audit (number,utc,actor,verb,subject,culture,version_id,comment) VALUES (7,'2026-01-05T09:00:12.0000000Z','system','publish','p57scp13zb8nyxy04jtjwh53zm','fr','j7n6nn2e3hxrm1a3bktmst5fx5','');
INSERT INTO audit (number,utc,actor,verb,subject,culture,version_id,comment) VALUES (8,'2026-01-05T09:00:13.0000000Z','system','delete','p57scp13zb8nyxy04jtjwh53zm','fr','j7n6nn2e3hxrm1a3bktmst5fx5','');
CREATE TABLE change_log (
    number INTEGER PRIMARY KEY AUTOINCREMENT, utc TEXT NOT NULL, kind TEXT NOT NULL, verb TEXT NOT NULL,
    set_id TEXT, culture TEXT, subject TEXT);
INSERT INTO change_log (number,utc,kind,verb,set_id,culture,subject) VALUES (1,'2026-11-26T18:47:46.0834045+00:00','content','publish','5m32xbwhthh3smhssw0cp7m21w','fr','Body');
INSERT INTO change_log (number,utc,kind,verb,set_id,culture,subject) VALUES (2,'2026-11-26T18:47:47.3982706+00:00','content','publish','kvq7pp71xv6tx9zwa2gf95hsbs','fr','Measure');
INSERT INTO change_log (number,utc,kind,verb,set_id,culture,subject) VALUES (3,'2026-11-26T18:47:47.6107551+00:00','content','publish','kvq7pp71xv6tx9zwa2gf95hsbs','en','Measure');
INSERT INTO change_log (number,utc,kind,verb,set_id,culture,subject) VALUES (4,'2026-11-26T18:47:47.7720818+00:00','content','save','kvq7pp71xv6tx9zwa2gf95hsbs','fr','Measure');
INSERT INTO change_log (number,utc,kind,verb,set_id,culture,subject) VALUES (5,'2026-11-26T18:47:47.8374317+00:00','content','publish','mfcqf87d6bcpnnz4qc9j9x4tqp','fr','Notice');
INSERT INTO change_log (number,utc,kind,verb,set_id,culture,subject) VALUES (6,'2026-11-26T18:47:47.8803873+00:00','content','publish','mfcqf87d6bcpnnz4qc9j9x4tqp','fr','Notice');
INSERT INTO change_log (number,utc,kind,verb,set_id,culture,subject) VALUES (7,'2026-11-26T18:47:48.1553384+00:00','content','publish','qc02267t2p8yhyq3ycx4cn716y','fr','Notice');
INSERT INTO change_log (number,utc,kind,verb,set_id,culture,subject) VALUES (8,'2026-11-26T18:47:48.3794360+00:00','content','delete','qc02267t2p8yhyq3ycx4cn716y','fr','Notice');
CREATE TABLE content_definition (kind TEXT NOT NULL, name TEXT NOT NULL, document TEXT NOT NULL, PRIMARY KEY (kind, name));
CREATE TABLE content_item (
    item_id TEXT NOT NULL PRIMARY KEY, set_id TEXT NOT NULL, culture TEXT NOT NULL, type TEXT NOT NULL,
    owner TEXT NOT NULL, created_utc TEXT NOT NULL, deleted_utc TEXT, deleted_by TEXT, revision INTEGER NOT NULL);
INSERT INTO content_item (item_id,set_id,culture,type,owner,created_utc,deleted_utc,deleted_by,revision) VALUES ('0w6atrtkw5q3gn2ma593r9ffw6','kvq7pp71xv6tx9zwa2gf95hsbs','fr','Measure','','2026-01-05T09:00:03.0000000Z',NULL,NULL,2);
INSERT INTO content_item (item_id,set_id,culture,type,owner,created_utc,deleted_utc,deleted_by,revision) VALUES ('f031q9nq1m37x57aw923ycdexr','kvq7pp71xv6tx9zwa2gf95hsbs','en','Measure','','2026-01-05T09:00:05.0000000Z',NULL,NULL,1);
INSERT INTO content_item (item_id,set_id,culture,type,owner,created_utc,deleted_utc,deleted_by,revision) VALUES ('p57scp13zb8nyxy04jtjwh53zm','qc02267t2p8yhyq3ycx4cn716y','fr','Notice','','2026-01-05T09:00:11.0000000Z','2026-01-05T09:00:13.0000000Z','system',2);
INSERT INTO content_item (item_id,set_id,culture,type,owner,created_utc,deleted_utc,deleted_by,revision) VALUES ('pyxktmc72x07hh7996dx8s2w28','5m32xbwhthh3smhssw0cp7m21w','fr','Body','','2026-01-05T09:00:01.0000000Z',NULL,NULL,1);
INSERT INTO content_item (item_id,set_id,culture,type,owner,created_utc,deleted_utc,deleted_by,revision) VALUES ('yfm1z09d8jet2a9fc66x7tqb7m','mfcqf87d6bcpnnz4qc9j9x4tqp','fr','Notice','','2026-01-05T09:00:08.0000000Z',NULL,NULL,2);
CREATE TABLE content_live (
    set_id TEXT NOT NULL, culture TEXT NOT NULL, published INTEGER NOT NULL, latest INTEGER NOT NULL,
    item_id TEXT NOT NULL, version_id TEXT NOT NULL, type TEXT NOT NULL, title TEXT NOT NULL, path TEXT,
    owner TEXT NOT NULL, author TEXT NOT NULL, created_utc TEXT NOT NULL, modified_utc TEXT NOT NULL, published_utc TEXT,
    document TEXT NOT NULL, title_key TEXT NOT NULL DEFAULT '', x_notice_rank_value NUMERIC GENERATED ALWAYS AS (COALESCE(CASE WHEN json_type(document, '$."Notice"."Rank"."Value"') IN ('integer', 'real') THEN json_extract(document, '$."Notice"."Rank"."Value"') END, 0)) VIRTUAL, x_notice_word_text TEXT GENERATED ALWAYS AS (COALESCE(CASE json_type(document, '$."Notice"."Word"."Text"') WHEN 'text' THEN json_extract(document, '$."Notice"."Word"."Text"') WHEN 'object' THEN NULL WHEN 'array' THEN NULL WHEN 'null' THEN NULL ELSE document -> '$."Notice"."Word"."Text"' END, '')) VIRTUAL, PRIMARY KEY (set_id, culture, published));
INSERT INTO content_live (set_id,culture,published,latest,item_id,version_id,type,title,path,owner,author,created_utc,modified_utc,published_utc,document,title_key) VALUES ('5m32xbwhthh3smhssw0cp7m21w','fr',1,1,'pyxktmc72x07hh7996dx8s2w28','xfsbw3t88a08ea0eat4pwfh0ya','Body','Pyrénées-Atlantiques',NULL,'','system','2026-01-05T09:00:01.0000000Z','2026-01-05T09:00:02.0000000Z','2026-01-05T09:00:02.0000000Z','{"TitlePart":{"Title":"Pyrénées-Atlantiques"}}','pyrenees-atlantiques');
INSERT INTO content_live (set_id,culture,published,latest,item_id,version_id,type,title,path,owner,author,created_utc,modified_utc,published_utc,document,title_key) VALUES ('kvq7pp71xv6tx9zwa2gf95hsbs','en',1,1,'f031q9nq1m37x57aw923ycdexr','fp4es9pv179twnj33dy3b6gmnv','Measure','Residents take part','actions/5-2-2','','system','2026-01-05T09:00:05.0000000Z','2026-01-05T09:00:06.0000000Z','2026-01-05T09:00:06.0000000Z','{"Measure":{"Gauges":{"Rows":[{"Id":"trees","Name":{"Text":"Trees"}}]}},"TitlePart":{"Title":"Residents take part"}}','residents-take-part');
INSERT INTO content_live (set_id,culture,published,latest,item_id,version_id,type,title,path,owner,author,created_utc,modified_utc,published_utc,document,title_key) VALUES ('kvq7pp71xv6tx9zwa2gf95hsbs','fr',0,1,'0w6atrtkw5q3gn2ma593r9ffw6','zz9yx35kckf4196x0jf1rvch59','Measure','Participation de tous','actions/5-2-2','','system','2026-01-05T09:00:03.0000000Z','2026-01-05T09:00:07.0000000Z','2026-01-05T09:00:04.0000000Z','{"TitlePart":{"Title":"Participation de tous"},"Measure":{"Objective":{"Markdown":"Voir [qui](item:5m32xbwhthh3smhssw0cp7m21w)."},"Gauges":{"Rows":[{"Id":"trees","Name":{"Text":"Arbres"}}]}}}','participation-de-tous');
INSERT INTO content_live (set_id,culture,published,latest,item_id,version_id,type,title,path,owner,author,created_utc,modified_utc,published_utc,document,title_key) VALUES ('kvq7pp71xv6tx9zwa2gf95hsbs','fr',1,0,'0w6atrtkw5q3gn2ma593r9ffw6','tfek5mtzepq5wmzq4zqq5d6v22','Measure','Participation des habitants','actions/5-2-2','','system','2026-01-05T09:00:03.0000000Z','2026-01-05T09:00:04.0000000Z','2026-01-05T09:00:04.0000000Z','{"TitlePart":{"Title":"Participation des habitants"},"Measure":{"Objective":{"Markdown":"Voir [qui](item:5m32xbwhthh3smhssw0cp7m21w)."},"Gauges":{"Rows":[{"Id":"trees","Name":{"Text":"Arbres"}}]}}}','participation-des-habitants');
INSERT INTO content_live (set_id,culture,published,latest,item_id,version_id,type,title,path,owner,author,created_utc,modified_utc,published_utc,document,title_key) VALUES ('mfcqf87d6bcpnnz4qc9j9x4tqp','fr',1,1,'yfm1z09d8jet2a9fc66x7tqb7m','qjgqf1y1nm2f816qswyscq8ey3','Notice','Nouveau titre','avis/nouveau-titre','','system','2026-01-05T09:00:08.0000000Z','2026-01-05T09:00:10.0000000Z','2026-01-05T09:00:10.0000000Z','{"TitlePart":{"Title":"Nouveau titre"}}','nouveau-titre');
CREATE TABLE content_reference (
    set_id TEXT NOT NULL, culture TEXT NOT NULL, published INTEGER NOT NULL, path TEXT NOT NULL,
    kind TEXT NOT NULL, target TEXT NOT NULL, PRIMARY KEY (set_id, culture, published, path, kind, target));
INSERT INTO content_reference (set_id,culture,published,path,kind,target) VALUES ('kvq7pp71xv6tx9zwa2gf95hsbs','',0,'PublicationPart.Publisher','set','5m32xbwhthh3smhssw0cp7m21w');
INSERT INTO content_reference (set_id,culture,published,path,kind,target) VALUES ('kvq7pp71xv6tx9zwa2gf95hsbs','',1,'PublicationPart.Publisher','set','5m32xbwhthh3smhssw0cp7m21w');
INSERT INTO content_reference (set_id,culture,published,path,kind,target) VALUES ('kvq7pp71xv6tx9zwa2gf95hsbs','fr',0,'Measure.Objective','set','5m32xbwhthh3smhssw0cp7m21w');
INSERT INTO content_reference (set_id,culture,published,path,kind,target) VALUES ('kvq7pp71xv6tx9zwa2gf95hsbs','fr',1,'Measure.Objective','set','5m32xbwhthh3smhssw0cp7m21w');
CREATE TABLE content_route (
    culture TEXT NOT NULL, path TEXT NOT NULL, set_id TEXT NOT NULL, redirect INTEGER NOT NULL, PRIMARY KEY (culture, path));
INSERT INTO content_route (culture,path,set_id,redirect) VALUES ('en','actions/5-2-2','kvq7pp71xv6tx9zwa2gf95hsbs',0);
INSERT INTO content_route (culture,path,set_id,redirect) VALUES ('fr','actions/5-2-2','kvq7pp71xv6tx9zwa2gf95hsbs',0);
INSERT INTO content_route (culture,path,set_id,redirect) VALUES ('fr','avis/ancien-titre','mfcqf87d6bcpnnz4qc9j9x4tqp',1);
INSERT INTO content_route (culture,path,set_id,redirect) VALUES ('fr','avis/nouveau-titre','mfcqf87d6bcpnnz4qc9j9x4tqp',0);
INSERT INTO content_route (culture,path,set_id,redirect) VALUES ('fr','avis/supprime','qc02267t2p8yhyq3ycx4cn716y',0);
CREATE TABLE content_set (
    set_id TEXT NOT NULL PRIMARY KEY, type TEXT NOT NULL,
    shared TEXT, shared_draft TEXT, revision INTEGER NOT NULL, x_measure_code_sortkey TEXT GENERATED ALWAYS AS (COALESCE(CASE json_type(shared, '$."Measure"."Code"."SortKey"') WHEN 'text' THEN json_extract(shared, '$."Measure"."Code"."SortKey"') WHEN 'object' THEN NULL WHEN 'array' THEN NULL WHEN 'null' THEN NULL ELSE shared -> '$."Measure"."Code"."SortKey"' END, '')) VIRTUAL, x_gathering_dates_start TEXT GENERATED ALWAYS AS (COALESCE(CASE json_type(shared, '$."Gathering"."Dates"."Start"') WHEN 'text' THEN json_extract(shared, '$."Gathering"."Dates"."Start"') WHEN 'object' THEN NULL WHEN 'array' THEN NULL WHEN 'null' THEN NULL ELSE shared -> '$."Gathering"."Dates"."Start"' END, '')) VIRTUAL, x_gathering_dates_last TEXT GENERATED ALWAYS AS (COALESCE(CASE json_type(shared, '$."Gathering"."Dates"."Last"') WHEN 'text' THEN json_extract(shared, '$."Gathering"."Dates"."Last"') WHEN 'object' THEN NULL WHEN 'array' THEN NULL WHEN 'null' THEN NULL ELSE shared -> '$."Gathering"."Dates"."Last"' END, '')) VIRTUAL);
INSERT INTO content_set (set_id,type,shared,shared_draft,revision) VALUES ('5m32xbwhthh3smhssw0cp7m21w','Body','{}',NULL,1);
INSERT INTO content_set (set_id,type,shared,shared_draft,revision) VALUES ('kvq7pp71xv6tx9zwa2gf95hsbs','Measure','{"Measure":{"Code":{"Text":"5.2.2","SortKey":"000000005.000000002.000000002"},"Gauges":{"Rows":[{"Id":"trees","Target":{"Value":1.50}}]}},"PublicationPart":{"Publisher":{"LocalizationSets":["5m32xbwhthh3smhssw0cp7m21w"]}}}','{"Measure":{"Code":{"Text":"5.2.3","SortKey":"000000005.000000002.000000003"},"Gauges":{"Rows":[{"Id":"trees","Target":{"Value":1.50}}]}},"PublicationPart":{"Publisher":{"LocalizationSets":["5m32xbwhthh3smhssw0cp7m21w"]}}}',2);
INSERT INTO content_set (set_id,type,shared,shared_draft,revision) VALUES ('mfcqf87d6bcpnnz4qc9j9x4tqp','Notice','{}',NULL,1);
INSERT INTO content_set (set_id,type,shared,shared_draft,revision) VALUES ('qc02267t2p8yhyq3ycx4cn716y','Notice',NULL,'{}',1);
CREATE TABLE content_version (
    version_id TEXT NOT NULL PRIMARY KEY, item_id TEXT NOT NULL, number INTEGER NOT NULL, title TEXT NOT NULL,
    author TEXT NOT NULL, utc TEXT NOT NULL, verb TEXT NOT NULL, comment TEXT NOT NULL,
    document TEXT NOT NULL, shared TEXT NOT NULL);
INSERT INTO content_version (version_id,item_id,number,title,author,utc,verb,comment,document,shared) VALUES ('fp4es9pv179twnj33dy3b6gmnv','f031q9nq1m37x57aw923ycdexr',1,'Residents take part','system','2026-01-05T09:00:06.0000000Z','publish','','{"Measure":{"Gauges":{"Rows":[{"Id":"trees","Name":{"Text":"Trees"}}]}},"TitlePart":{"Title":"Residents take part"}}','{"Measure":{"Code":{"Text":"5.2.2","SortKey":"000000005.000000002.000000002"},"Gauges":{"Rows":[{"Id":"trees","Target":{"Value":1.50}}]}},"PublicationPart":{"Publisher":{"LocalizationSets":["5m32xbwhthh3smhssw0cp7m21w"]}}}');
INSERT INTO content_version (version_id,item_id,number,title,author,utc,verb,comment,document,shared) VALUES ('j7n6nn2e3hxrm1a3bktmst5fx5','p57scp13zb8nyxy04jtjwh53zm',1,'Supprimé','system','2026-01-05T09:00:12.0000000Z','publish','','{"TitlePart":{"Title":"Supprimé"}}','{}');
INSERT INTO content_version (version_id,item_id,number,title,author,utc,verb,comment,document,shared) VALUES ('qjgqf1y1nm2f816qswyscq8ey3','yfm1z09d8jet2a9fc66x7tqb7m',2,'Nouveau titre','system','2026-01-05T09:00:10.0000000Z','publish','','{"TitlePart":{"Title":"Nouveau titre"}}','{}');
INSERT INTO content_version (version_id,item_id,number,title,author,utc,verb,comment,document,shared) VALUES ('tfek5mtzepq5wmzq4zqq5d6v22','0w6atrtkw5q3gn2ma593r9ffw6',1,'Participation des habitants','system','2026-01-05T09:00:04.0000000Z','publish','','{"TitlePart":{"Title":"Participation des habitants"},"Measure":{"Objective":{"Markdown":"Voir [qui](item:5m32xbwhthh3smhssw0cp7m21w)."},"Gauges":{"Rows":[{"Id":"trees","Name":{"Text":"Arbres"}}]}}}','{"Measure":{"Code":{"Text":"5.2.2","SortKey":"000000005.000000002.000000002"},"Gauges":{"Rows":[{"Id":"trees","Target":{"Value":1.50}}]}},"PublicationPart":{"Publisher":{"LocalizationSets":["5m32xbwhthh3smhssw0cp7m21w"]}}}');
INSERT INTO content_version (version_id,item_id,number,title,author,utc,verb,comment,document,shared) VALUES ('xfsbw3t88a08ea0eat4pwfh0ya','pyxktmc72x07hh7996dx8s2w28',1,'Pyrénées-Atlantiques','system','2026-01-05T09:00:02.0000000Z','publish','','{"TitlePart":{"Title":"Pyrénées-Atlantiques"}}','{}');
INSERT INTO content_version (version_id,item_id,number,title,author,utc,verb,comment,document,shared) VALUES ('zcb2az5mn2jea2b4w027ph7er0','yfm1z09d8jet2a9fc66x7tqb7m',1,'Ancien titre','system','2026-01-05T09:00:09.0000000Z','publish','','{"TitlePart":{"Title":"Ancien titre"}}','{}');
INSERT INTO content_version (version_id,item_id,number,title,author,utc,verb,comment,document,shared) VALUES ('zz9yx35kckf4196x0jf1rvch59','0w6atrtkw5q3gn2ma593r9ffw6',2,'Participation de tous','system','2026-01-05T09:00:07.0000000Z','save','','{"TitlePart":{"Title":"Participation de tous"},"Measure":{"Objective":{"Markdown":"Voir [qui](item:5m32xbwhthh3smhssw0cp7m21w)."},"Gauges":{"Rows":[{"Id":"trees","Name":{"Text":"Arbres"}}]}}}','{"Measure":{"Code":{"Text":"5.2.3","SortKey":"000000005.000000002.000000003"},"Gauges":{"Rows":[{"Id":"trees","Target":{"Value":1.50}}]}},"PublicationPart":{"Publisher":{"LocalizationSets":["5m32xbwhthh3smhssw0cp7m21w"]}}}');
CREATE TABLE follower (name TEXT PRIMARY KEY, transaction_id INTEGER NOT NULL, number INTEGER NOT NULL);
CREATE TABLE schema_migration (
    module TEXT NOT NULL, number INTEGER NOT NULL, name TEXT NOT NULL,
    applied_utc TEXT NOT NULL, PRIMARY KEY (module, number));
INSERT INTO schema_migration (module,number,name,applied_utc) VALUES ('Cms.Content',1,'sets, items, live content, versions','2026-11-26T18:47:42.9399906+00:00');
INSERT INTO schema_migration (module,number,name,applied_utc) VALUES ('Cms.Content',2,'references and routes','2026-11-26T18:47:42.9727361+00:00');
INSERT INTO schema_migration (module,number,name,applied_utc) VALUES ('Cms.Content',3,'definitions, settings, audit','2026-11-26T18:47:42.9900538+00:00');
INSERT INTO schema_migration (module,number,name,applied_utc) VALUES ('Cms.Content',4,'the bin, the last deleted first','2026-11-26T18:47:43.0073895+00:00');
INSERT INTO schema_migration (module,number,name,applied_utc) VALUES ('Cms.Content',5,'lists by title and by change','2026-11-26T18:47:43.0312598+00:00');
INSERT INTO schema_migration (module,number,name,applied_utc) VALUES ('Cms.Data',1,'change log','2026-11-26T18:47:42.0739108+00:00');
INSERT INTO schema_migration (module,number,name,applied_utc) VALUES ('Cms.Data',2,'followers','2026-11-26T18:47:42.3542717+00:00');
CREATE TABLE website_setting (name TEXT NOT NULL PRIMARY KEY, document TEXT NOT NULL, revision INTEGER NOT NULL);
CREATE INDEX audit_subject ON audit (subject, number);
CREATE INDEX content_item_deleted ON content_item (deleted_utc DESC, item_id) WHERE deleted_utc IS NOT NULL;
CREATE UNIQUE INDEX content_item_set ON content_item (set_id, culture);
CREATE INDEX content_live_created ON content_live (type, culture, published, created_utc, set_id);
CREATE UNIQUE INDEX content_live_item ON content_live (item_id, published);
CREATE INDEX content_live_modified ON content_live (latest, modified_utc, item_id);
CREATE INDEX content_live_published ON content_live (published, created_utc, item_id);
CREATE INDEX content_live_title ON content_live (latest, title_key, item_id);
CREATE INDEX content_live_type_modified ON content_live (type, latest, modified_utc, item_id);
CREATE INDEX content_live_type_title ON content_live (type, latest, title_key, item_id);
CREATE INDEX content_reference_target ON content_reference (kind, target, path, set_id);
CREATE INDEX content_route_set ON content_route (set_id, culture);
CREATE UNIQUE INDEX content_version_item ON content_version (item_id, number);
CREATE INDEX x_gathering_dates_last_set ON content_set (type, x_gathering_dates_last, set_id);
CREATE INDEX x_gathering_dates_start_set ON content_set (type, x_gathering_dates_start, set_id);
CREATE INDEX x_measure_code_sortkey_set ON content_set (type, x_measure_code_sortkey, set_id);
CREATE INDEX x_notice_rank_value_live ON content_live (type, culture, published, x_notice_rank_value, set_id);
CREATE INDEX x_notice_word_text_live ON content_live (type, culture, published, x_notice_word_text, set_id);
