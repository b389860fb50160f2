CREATE TABLE audit (
    number INTEGER PRIMARY KEY AUTOINCREMENT, utc TEXT NOT NULL, actor TEXT NOT NULL, verb TEXT NOT NULL, subject TEXT NOT NULL,
    culture TEXT, version_id TEXT, comment TEXT NOT NULL);
INSERT INTO audit (number,utc,actor,verb,subject,culture,version_id,comment) VALUES (1,'2026-01-05T09:00:02.0000000Z','system','publish','012yaeg0a69tf4y4wd7j59mnam','fr','06s9atrs4vt35zn1mekn3z9n6r','');
INSERT INTO audit (number,utc,actor,verb,subject,culture,version_id,comment) VALUES (2,'2026-01-05T09:00:04.0000000Z','system','publish','dvdkwmrxwjrfdnvzysk4th5vrw','fr','be6gxk6hy7tns9mvqk0gcr7b1f','');
INSERT INTO audit (number,utc,actor,verb,subject,culture,version_id,comment) VALUES (3,'2026-01-05T09:00:06.0000000Z','system','publish','5zqnt2268jbhfxsk6e4b35tpp8','en','q76kktbm9z7p1pdrsxa56qyn4t','');
INSERT INTO audit (number,utc,actor,verb,subject,culture,version_id,comment) VALUES (4,'2026-01-05T09:00:07.0000000Z','system','save','dvdkwmrxwjrfdnvzysk4th5vrw','fr','gyr47k0n71hxs7r4vvhs6gzd53','');
INSERT INTO audit (number,utc,actor,verb,subject,culture,version_id,comment) VALUES (5,'2026-01-05T09:00:09.0000000Z','system','publish','zx1asd9kxpxzy24wr6jvprb7mg','fr','5j632xm50tsbtm78f7f2drz85a','');
INSERT INTO audit (number,utc,actor,verb,subject,culture,version_id,comment) VALUES (6,'2026-01-05T09:00:10.0000000Z','system','publish','zx1asd9kxpxzy24wr6jvprb7mg','fr','ktv8v8abzcxnkjbra0p3khw3qr','');
INSERT INTO audit (number,utc,actor,verb,subject,culture,version_id,comment) VALUES (7,'2026-01-05T09:00:12.0000000Z','system','publish','car2mgs6abrnvfpft5gtkf3x64','fr','v0ywkhfdcdr76ggm4s00p0p3vs','');
INSERT INTO audit (number,utc,actor,verb,subject,culture,version_id,comment) VALUES (8,'2026-01-05T09:00:13.0000000Z','system','delete','car2mgs6abrnvfpft5gtkf3x64','fr','v0ywkhfdcdr76ggm4s00p0p3vs','');
CREATE TABLE change_log (
    number INTEGER PRIMARY KEY AUTOINCREMENT, utc TEXT NOT NULL, kind TEXT NOT NULL, verb TEXT NOT NULL,
    set_id TEXT, culture TEXT, subject TEXT);
INSERT INTO change_log (number,utc,kind,verb,set_id,culture,subject) VALUES (1,'2026-11-22T04:04:37.6645614+00:00','content','publish','r9dzn6y83tqpysk25n6ttekv75','fr','Body');
INSERT INTO change_log (number,utc,kind,verb,set_id,culture,subject) VALUES (2,'2026-11-22T04:04:37.8653981+00:00','content','publish','g7ne1a5570r73vxjsrg6web6ek','fr','Measure');
INSERT INTO change_log (number,utc,kind,verb,set_id,culture,subject) VALUES (3,'2026-11-22T04:04:37.8909459+00:00','content','publish','g7ne1a5570r73vxjsrg6web6ek','en','Measure');
INSERT INTO change_log (number,utc,kind,verb,set_id,culture,subject) VALUES (4,'2026-11-22T04:04:37.9055579+00:00','content','save','g7ne1a5570r73vxjsrg6web6ek','fr','Measure');
INSERT INTO change_log (number,utc,kind,verb,set_id,culture,subject) VALUES (5,'2026-11-22T04:04:37.9270582+00:00','content','publish','s2y8e107dzfev62st2jvyh44x4','fr','Notice');
INSERT INTO change_log (number,utc,kind,verb,set_id,culture,subject) VALUES (6,'2026-11-22T04:04:37.9325348+00:00','content','publish','s2y8e107dzfev62st2jvyh44x4','fr','Notice');
INSERT INTO change_log (number,utc,kind,verb,set_id,culture,subject) VALUES (7,'2026-11-22T04:04:37.9339938+00:00','content','publish','6mma2d3d99pva8jejsd7z2qg51','fr','Notice');
INSERT INTO change_log (number,utc,kind,verb,set_id,culture,subject) VALUES (8,'2026-11-22T04:04:37.9455433+00:00','content','delete','6mma2d3d99pva8jejsd7z2qg51','fr','Notice');
CREATE TABLE content_definition (kind TEXT NOT NULL, name TEXT NOT NULL, document TEXT NOT NULL, PRIMARY KEY (kind, name));
CREATE TABLE content_item (
    item_id TEXT NOT NULL PRIMARY KEY, set_id TEXT NOT NULL, culture TEXT NOT NULL, type TEXT NOT NULL,
    owner TEXT NOT NULL, created_utc TEXT NOT NULL, deleted_utc TEXT, deleted_by TEXT, revision INTEGER NOT NULL);
INSERT INTO content_item (item_id,set_id,culture,type,owner,created_utc,deleted_utc,deleted_by,revision) VALUES ('012yaeg0a69tf4y4wd7j59mnam','r9dzn6y83tqpysk25n6ttekv75','fr','Body','','2026-01-05T09:00:01.0000000Z',NULL,NULL,1);
INSERT INTO content_item (item_id,set_id,culture,type,owner,created_utc,deleted_utc,deleted_by,revision) VALUES ('5zqnt2268jbhfxsk6e4b35tpp8','g7ne1a5570r73vxjsrg6web6ek','en','Measure','','2026-01-05T09:00:05.0000000Z',NULL,NULL,1);
INSERT INTO content_item (item_id,set_id,culture,type,owner,created_utc,deleted_utc,deleted_by,revision) VALUES ('car2mgs6abrnvfpft5gtkf3x64','6mma2d3d99pva8jejsd7z2qg51','fr','Notice','','2026-01-05T09:00:11.0000000Z','2026-01-05T09:00:13.0000000Z','system',2);
INSERT INTO content_item (item_id,set_id,culture,type,owner,created_utc,deleted_utc,deleted_by,revision) VALUES ('dvdkwmrxwjrfdnvzysk4th5vrw','g7ne1a5570r73vxjsrg6web6ek','fr','Measure','','2026-01-05T09:00:03.0000000Z',NULL,NULL,2);
INSERT INTO content_item (item_id,set_id,culture,type,owner,created_utc,deleted_utc,deleted_by,revision) VALUES ('zx1asd9kxpxzy24wr6jvprb7mg','s2y8e107dzfev62st2jvyh44x4','fr','Notice','','2026-01-05T09:00:08.0000000Z',NULL,NULL,2);
CREATE TABLE content_live (
    set_id TEXT NOT NULL, culture TEXT NOT NULL, published INTEGER NOT NULL, latest INTEGER NOT NULL,
    item_id TEXT NOT NULL, version_id TEXT NOT NULL, type TEXT NOT NULL, title TEXT NOT NULL, path TEXT,
    owner TEXT NOT NULL, author TEXT NOT NULL, created_utc TEXT NOT NULL, modified_utc TEXT NOT NULL, published_utc TEXT,
    document TEXT NOT NULL, x_notice_rank_value NUMERIC GENERATED ALWAYS AS (COALESCE(CASE WHEN json_type(document, '$."Notice"."Rank"."Value"') IN ('integer', 'real') THEN json_extract(document, '$."Notice"."Rank"."Value"') END, 0)) VIRTUAL, x_notice_word_text TEXT GENERATED ALWAYS AS (COALESCE(CASE json_type(document, '$."Notice"."Word"."Text"') WHEN 'text' THEN json_extract(document, '$."Notice"."Word"."Text"') WHEN 'object' THEN NULL WHEN 'array' THEN NULL WHEN 'null' THEN NULL ELSE document -> '$."Notice"."Word"."Text"' END, '')) VIRTUAL, PRIMARY KEY (set_id, culture, published));
INSERT INTO content_live (set_id,culture,published,latest,item_id,version_id,type,title,path,owner,author,created_utc,modified_utc,published_utc,document) VALUES ('g7ne1a5570r73vxjsrg6web6ek','en',1,1,'5zqnt2268jbhfxsk6e4b35tpp8','q76kktbm9z7p1pdrsxa56qyn4t','Measure','Residents take part','actions/5-2-2','','system','2026-01-05T09:00:05.0000000Z','2026-01-05T09:00:06.0000000Z','2026-01-05T09:00:06.0000000Z','{"Measure":{"Gauges":{"Rows":[{"Id":"trees","Name":{"Text":"Trees"}}]}},"TitlePart":{"Title":"Residents take part"}}');
INSERT INTO content_live (set_id,culture,published,latest,item_id,version_id,type,title,path,owner,author,created_utc,modified_utc,published_utc,document) VALUES ('g7ne1a5570r73vxjsrg6web6ek','fr',0,1,'dvdkwmrxwjrfdnvzysk4th5vrw','gyr47k0n71hxs7r4vvhs6gzd53','Measure','Participation de tous','actions/5-2-2','','system','2026-01-05T09:00:03.0000000Z','2026-01-05T09:00:07.0000000Z','2026-01-05T09:00:04.0000000Z','{"TitlePart":{"Title":"Participation de tous"},"Measure":{"Objective":{"Markdown":"Voir [qui](item:r9dzn6y83tqpysk25n6ttekv75)."},"Gauges":{"Rows":[{"Id":"trees","Name":{"Text":"Arbres"}}]}}}');
INSERT INTO content_live (set_id,culture,published,latest,item_id,version_id,type,title,path,owner,author,created_utc,modified_utc,published_utc,document) VALUES ('g7ne1a5570r73vxjsrg6web6ek','fr',1,0,'dvdkwmrxwjrfdnvzysk4th5vrw','be6gxk6hy7tns9mvqk0gcr7b1f','Measure','Participation des habitants','actions/5-2-2','','system','2026-01-05T09:00:03.0000000Z','2026-01-05T09:00:04.0000000Z','2026-01-05T09:00:04.0000000Z','{"TitlePart":{"Title":"Participation des habitants"},"Measure":{"Objective":{"Markdown":"Voir [qui](item:r9dzn6y83tqpysk25n6ttekv75)."},"Gauges":{"Rows":[{"Id":"trees","Name":{"Text":"Arbres"}}]}}}');
INSERT INTO content_live (set_id,culture,published,latest,item_id,version_id,type,title,path,owner,author,created_utc,modified_utc,published_utc,document) VALUES ('r9dzn6y83tqpysk25n6ttekv75','fr',1,1,'012yaeg0a69tf4y4wd7j59mnam','06s9atrs4vt35zn1mekn3z9n6r','Body','Pyrénées-Atlantiques',NULL,'','system','2026-01-05T09:00:01.0000000Z','2026-01-05T09:00:02.0000000Z','2026-01-05T09:00:02.0000000Z','{"TitlePart":{"Title":"Pyrénées-Atlantiques"}}');
INSERT INTO content_live (set_id,culture,published,latest,item_id,version_id,type,title,path,owner,author,created_utc,modified_utc,published_utc,document) VALUES ('s2y8e107dzfev62st2jvyh44x4','fr',1,1,'zx1asd9kxpxzy24wr6jvprb7mg','ktv8v8abzcxnkjbra0p3khw3qr','Notice','Nouveau titre','avis/nouveau-titre','','system','2026-01-05T09:00:08.0000000Z','2026-01-05T09:00:10.0000000Z','2026-01-05T09:00:10.0000000Z','{"TitlePart":{"Title":"Nouveau titre"}}');
CREATE TABLE content_reference (
    set_id TEXT NOT NULL, culture TEXT NOT NULL, published INTEGER NOT NULL, path TEXT NOT NULL,
    kind TEXT NOT NULL, target TEXT NOT NULL, PRIMARY KEY (set_id, culture, published, path, kind, target));
INSERT INTO content_reference (set_id,culture,published,path,kind,target) VALUES ('g7ne1a5570r73vxjsrg6web6ek','',0,'PublicationPart.Publisher','set','r9dzn6y83tqpysk25n6ttekv75');
INSERT INTO content_reference (set_id,culture,published,path,kind,target) VALUES ('g7ne1a5570r73vxjsrg6web6ek','',1,'PublicationPart.Publisher','set','r9dzn6y83tqpysk25n6ttekv75');
INSERT INTO content_reference (set_id,culture,published,path,kind,target) VALUES ('g7ne1a5570r73vxjsrg6web6ek','fr',0,'Measure.Objective','set','r9dzn6y83tqpysk25n6ttekv75');
INSERT INTO content_reference (set_id,culture,published,path,kind,target) VALUES ('g7ne1a5570r73vxjsrg6web6ek','fr',1,'Measure.Objective','set','r9dzn6y83tqpysk25n6ttekv75');
CREATE TABLE content_route (
    culture TEXT NOT NULL, path TEXT NOT NULL, set_id TEXT NOT NULL, redirect INTEGER NOT NULL, PRIMARY KEY (culture, path));
INSERT INTO content_route (culture,path,set_id,redirect) VALUES ('en','actions/5-2-2','g7ne1a5570r73vxjsrg6web6ek',0);
INSERT INTO content_route (culture,path,set_id,redirect) VALUES ('fr','actions/5-2-2','g7ne1a5570r73vxjsrg6web6ek',0);
INSERT INTO content_route (culture,path,set_id,redirect) VALUES ('fr','avis/ancien-titre','s2y8e107dzfev62st2jvyh44x4',1);
INSERT INTO content_route (culture,path,set_id,redirect) VALUES ('fr','avis/nouveau-titre','s2y8e107dzfev62st2jvyh44x4',0);
INSERT INTO content_route (culture,path,set_id,redirect) VALUES ('fr','avis/supprime','6mma2d3d99pva8jejsd7z2qg51',0);
CREATE TABLE content_set (
    set_id TEXT NOT NULL PRIMARY KEY, type TEXT NOT NULL,
    shared TEXT, shared_draft TEXT, revision INTEGER NOT NULL, x_measure_code_sortkey TEXT GENERATED ALWAYS AS (COALESCE(CASE json_type(shared, '$."Measure"."Code"."SortKey"') WHEN 'text' THEN json_extract(shared, '$."Measure"."Code"."SortKey"') WHEN 'object' THEN NULL WHEN 'array' THEN NULL WHEN 'null' THEN NULL ELSE shared -> '$."Measure"."Code"."SortKey"' END, '')) VIRTUAL);
INSERT INTO content_set (set_id,type,shared,shared_draft,revision) VALUES ('6mma2d3d99pva8jejsd7z2qg51','Notice',NULL,'{}',1);
INSERT INTO content_set (set_id,type,shared,shared_draft,revision) VALUES ('g7ne1a5570r73vxjsrg6web6ek','Measure','{"Measure":{"Code":{"Text":"5.2.2","SortKey":"000000005.000000002.000000002"},"Gauges":{"Rows":[{"Id":"trees","Target":{"Value":1.50}}]}},"PublicationPart":{"Publisher":{"LocalizationSets":["r9dzn6y83tqpysk25n6ttekv75"]}}}','{"Measure":{"Code":{"Text":"5.2.3","SortKey":"000000005.000000002.000000003"},"Gauges":{"Rows":[{"Id":"trees","Target":{"Value":1.50}}]}},"PublicationPart":{"Publisher":{"LocalizationSets":["r9dzn6y83tqpysk25n6ttekv75"]}}}',2);
INSERT INTO content_set (set_id,type,shared,shared_draft,revision) VALUES ('r9dzn6y83tqpysk25n6ttekv75','Body','{}',NULL,1);
INSERT INTO content_set (set_id,type,shared,shared_draft,revision) VALUES ('s2y8e107dzfev62st2jvyh44x4','Notice','{}',NULL,1);
CREATE TABLE content_version (
    version_id TEXT NOT NULL PRIMARY KEY, item_id TEXT NOT NULL, number INTEGER NOT NULL, title TEXT NOT NULL,
    author TEXT NOT NULL, utc TEXT NOT NULL, verb TEXT NOT NULL, comment TEXT NOT NULL,
    document TEXT NOT NULL, shared TEXT NOT NULL);
INSERT INTO content_version (version_id,item_id,number,title,author,utc,verb,comment,document,shared) VALUES ('06s9atrs4vt35zn1mekn3z9n6r','012yaeg0a69tf4y4wd7j59mnam',1,'Pyrénées-Atlantiques','system','2026-01-05T09:00:02.0000000Z','publish','','{"TitlePart":{"Title":"Pyrénées-Atlantiques"}}','{}');
INSERT INTO content_version (version_id,item_id,number,title,author,utc,verb,comment,document,shared) VALUES ('5j632xm50tsbtm78f7f2drz85a','zx1asd9kxpxzy24wr6jvprb7mg',1,'Ancien titre','system','2026-01-05T09:00:09.0000000Z','publish','','{"TitlePart":{"Title":"Ancien titre"}}','{}');
INSERT INTO content_version (version_id,item_id,number,title,author,utc,verb,comment,document,shared) VALUES ('be6gxk6hy7tns9mvqk0gcr7b1f','dvdkwmrxwjrfdnvzysk4th5vrw',1,'Participation des habitants','system','2026-01-05T09:00:04.0000000Z','publish','','{"TitlePart":{"Title":"Participation des habitants"},"Measure":{"Objective":{"Markdown":"Voir [qui](item:r9dzn6y83tqpysk25n6ttekv75)."},"Gauges":{"Rows":[{"Id":"trees","Name":{"Text":"Arbres"}}]}}}','{"Measure":{"Code":{"Text":"5.2.2","SortKey":"000000005.000000002.000000002"},"Gauges":{"Rows":[{"Id":"trees","Target":{"Value":1.50}}]}},"PublicationPart":{"Publisher":{"LocalizationSets":["r9dzn6y83tqpysk25n6ttekv75"]}}}');
INSERT INTO content_version (version_id,item_id,number,title,author,utc,verb,comment,document,shared) VALUES ('gyr47k0n71hxs7r4vvhs6gzd53','dvdkwmrxwjrfdnvzysk4th5vrw',2,'Participation de tous','system','2026-01-05T09:00:07.0000000Z','save','','{"TitlePart":{"Title":"Participation de tous"},"Measure":{"Objective":{"Markdown":"Voir [qui](item:r9dzn6y83tqpysk25n6ttekv75)."},"Gauges":{"Rows":[{"Id":"trees","Name":{"Text":"Arbres"}}]}}}','{"Measure":{"Code":{"Text":"5.2.3","SortKey":"000000005.000000002.000000003"},"Gauges":{"Rows":[{"Id":"trees","Target":{"Value":1.50}}]}},"PublicationPart":{"Publisher":{"LocalizationSets":["r9dzn6y83tqpysk25n6ttekv75"]}}}');
INSERT INTO content_version (version_id,item_id,number,title,author,utc,verb,comment,document,shared) VALUES ('ktv8v8abzcxnkjbra0p3khw3qr','zx1asd9kxpxzy24wr6jvprb7mg',2,'Nouveau titre','system','2026-01-05T09:00:10.0000000Z','publish','','{"TitlePart":{"Title":"Nouveau titre"}}','{}');
INSERT INTO content_version (version_id,item_id,number,title,author,utc,verb,comment,document,shared) VALUES ('q76kktbm9z7p1pdrsxa56qyn4t','5zqnt2268jbhfxsk6e4b35tpp8',1,'Residents take part','system','2026-01-05T09:00:06.0000000Z','publish','','{"Measure":{"Gauges":{"Rows":[{"Id":"trees","Name":{"Text":"Trees"}}]}},"TitlePart":{"Title":"Residents take part"}}','{"Measure":{"Code":{"Text":"5.2.2","SortKey":"000000005.000000002.000000002"},"Gauges":{"Rows":[{"Id":"trees","Target":{"Value":1.50}}]}},"PublicationPart":{"Publisher":{"LocalizationSets":["r9dzn6y83tqpysk25n6ttekv75"]}}}');
INSERT INTO content_version (version_id,item_id,number,title,author,utc,verb,comment,document,shared) VALUES ('v0ywkhfdcdr76ggm4s00p0p3vs','car2mgs6abrnvfpft5gtkf3x64',1,'Supprimé','system','2026-01-05T09:00:12.0000000Z','publish','','{"TitlePart":{"Title":"Supprimé"}}','{}');
CREATE TABLE follower (name TEXT PRIMARY KEY, transaction_id INTEGER NOT NULL, number INTEGER NOT NULL);
CREATE TABLE schema_migration (
    module TEXT NOT NULL, number INTEGER NOT NULL, name TEXT NOT NULL,
    applied_utc TEXT NOT NULL, PRIMARY KEY (module, number));
INSERT INTO schema_migration (module,number,name,applied_utc) VALUES ('Cms.Content',1,'sets, items, live content, versions','2026-11-22T04:04:37.4300444+00:00');
INSERT INTO schema_migration (module,number,name,applied_utc) VALUES ('Cms.Content',2,'references and routes','2026-11-22T04:04:37.4342572+00:00');
INSERT INTO schema_migration (module,number,name,applied_utc) VALUES ('Cms.Content',3,'definitions, settings, audit','2026-11-22T04:04:37.4373436+00:00');
INSERT INTO schema_migration (module,number,name,applied_utc) VALUES ('Cms.Data',1,'change log','2026-11-22T04:04:37.3291992+00:00');
INSERT INTO schema_migration (module,number,name,applied_utc) VALUES ('Cms.Data',2,'followers','2026-11-22T04:04:37.3605271+00:00');
CREATE TABLE website_setting (name TEXT NOT NULL PRIMARY KEY, document TEXT NOT NULL, revision INTEGER NOT NULL);
CREATE INDEX audit_subject ON audit (subject, number);
CREATE UNIQUE INDEX content_item_set ON content_item (set_id, culture);
CREATE INDEX content_live_created ON content_live (type, culture, published, created_utc, set_id);
CREATE UNIQUE INDEX content_live_item ON content_live (item_id, published);
CREATE INDEX content_live_modified ON content_live (latest, modified_utc, item_id);
CREATE INDEX content_live_published ON content_live (published, created_utc, item_id);
CREATE INDEX content_reference_target ON content_reference (kind, target, path, set_id);
CREATE INDEX content_route_set ON content_route (set_id, culture);
CREATE UNIQUE INDEX content_version_item ON content_version (item_id, number);
CREATE INDEX x_measure_code_sortkey_set ON content_set (type, x_measure_code_sortkey, set_id);
CREATE INDEX x_notice_rank_value_live ON content_live (type, culture, published, x_notice_rank_value, set_id);
CREATE INDEX x_notice_word_text_live ON content_live (type, culture, published, x_notice_word_text, set_id);
