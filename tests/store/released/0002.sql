BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num TEXT NOT NULL, 
	PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0002');
CREATE TABLE choices (
	owner TEXT NOT NULL, 
	id TEXT NOT NULL, 
	"key" TEXT NOT NULL, 
	value TEXT NOT NULL, 
	seal TEXT NOT NULL, 
	CONSTRAINT pk_choices PRIMARY KEY (owner, id), 
	CONSTRAINT uq_choices_owner UNIQUE (owner, "key")
);
INSERT INTO "choices" VALUES('kari','id11','language','nn','8c66a528e9c4bc9d02c606fa299fb985a98508efe83f9d068d5f3f246f27cdc2');
CREATE TABLE corrections (
	owner TEXT NOT NULL, 
	id TEXT NOT NULL, 
	document TEXT NOT NULL, 
	words TEXT NOT NULL, 
	action TEXT NOT NULL, 
	field TEXT NOT NULL, 
	value TEXT NOT NULL, 
	other_document TEXT NOT NULL, 
	other_words TEXT NOT NULL, 
	made TEXT NOT NULL, 
	seal TEXT NOT NULL, 
	CONSTRAINT pk_corrections PRIMARY KEY (owner, id)
);
INSERT INTO "corrections" VALUES('kari','id03','eb28a46e57ab8b5e923574dff158ead593e10b8dce57b5a088e141a466e8bff1','Vi søker','kind','','task','','','2026-11-24T08:30:00.000000+00:00','0a7c23f7dca7f765d5fac570aee37f199b0f4e6dbb5df0074a635273e860ff88');
CREATE TABLE documents (
	owner TEXT NOT NULL, 
	id TEXT NOT NULL, 
	preparation TEXT NOT NULL, 
	digest TEXT NOT NULL, 
	name TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	added TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	source TEXT NOT NULL, 
	address TEXT NOT NULL, 
	size INTEGER NOT NULL, 
	seal TEXT NOT NULL, 
	CONSTRAINT pk_documents PRIMARY KEY (owner, id), 
	CONSTRAINT uq_documents_owner UNIQUE (owner, preparation, digest), 
	CONSTRAINT fk_documents_preparations FOREIGN KEY(owner, preparation) REFERENCES preparations (owner, id), 
	CONSTRAINT fk_documents_originals FOREIGN KEY(owner, digest) REFERENCES originals (owner, digest)
);
INSERT INTO "documents" VALUES('kari','id02','id01','eb28a46e57ab8b5e923574dff158ead593e10b8dce57b5a088e141a466e8bff1','annonse.html','ad','2026-11-24T08:30:00.000000+00:00',0,'file','',16,'a788aee83a7c4c90e589442a82f148dab2b5859fade706c82b269c805ef05b3b');
CREATE TABLE drafts (
	owner TEXT NOT NULL, 
	id TEXT NOT NULL, 
	preparation TEXT, 
	about TEXT NOT NULL, 
	text TEXT NOT NULL, 
	kept TEXT NOT NULL, 
	seal TEXT NOT NULL, 
	CONSTRAINT pk_drafts PRIMARY KEY (owner, id), 
	CONSTRAINT fk_drafts_preparations FOREIGN KEY(owner, preparation) REFERENCES preparations (owner, id)
);
INSERT INTO "drafts" VALUES('kari','id14','id01','note:who','Den andre teksten','2026-11-24T08:30:00.000000+00:00','b383b24a2b31b5b752f72ba312df5ef37b9e41b66473f4001e50076e8ad917c5');
CREATE TABLE events (
	owner TEXT NOT NULL, 
	id TEXT NOT NULL, 
	preparation TEXT NOT NULL, 
	at TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	detail TEXT NOT NULL, 
	seal TEXT NOT NULL, 
	CONSTRAINT pk_events PRIMARY KEY (owner, id), 
	CONSTRAINT fk_events_preparations FOREIGN KEY(owner, preparation) REFERENCES preparations (owner, id)
);
INSERT INTO "events" VALUES('kari','id10','id01','2026-11-24T08:30:00.000000+00:00','given','{"name":"annonse.html","æøå":[1,null]}','75f010fef31bf2f129f3fb1adc09af0510ba8adffbfb357d2fd01e5be9c294c0');
CREATE TABLE examples (
	owner TEXT NOT NULL, 
	id TEXT NOT NULL, 
	preparation TEXT NOT NULL, 
	title TEXT NOT NULL, 
	frame TEXT NOT NULL, 
	planned TEXT NOT NULL, 
	did TEXT NOT NULL, 
	result TEXT NOT NULL, 
	people TEXT NOT NULL, 
	learned TEXT NOT NULL, 
	bridge TEXT NOT NULL, 
	items TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	changed TEXT NOT NULL, 
	seal TEXT NOT NULL, 
	CONSTRAINT pk_examples PRIMARY KEY (owner, id), 
	CONSTRAINT fk_examples_preparations FOREIGN KEY(owner, preparation) REFERENCES preparations (owner, id)
);
INSERT INTO "examples" VALUES('kari','id04','id01','','','','Ryddet lageret','','','','','["orden på lageret"]',0,'2026-11-24T08:30:00.000000+00:00','3d2bbc2962f9f3317c96a956b50bda10b27dd73839bc44d65bd1063054663a4e');
CREATE TABLE notes (
	owner TEXT NOT NULL, 
	id TEXT NOT NULL, 
	preparation TEXT, 
	"key" TEXT NOT NULL, 
	text TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	changed TEXT NOT NULL, 
	seal TEXT NOT NULL, 
	CONSTRAINT pk_notes PRIMARY KEY (owner, id), 
	CONSTRAINT fk_notes_preparations FOREIGN KEY(owner, preparation) REFERENCES preparations (owner, id)
);
INSERT INTO "notes" VALUES('kari','id06','id01','who','Hvem kommer?',1,'2026-11-24T08:30:00.000000+00:00','5eb6167d96f33ade14ee16b6bc247152a3113d53678008f84e0ab8f8b7aed22d');
CREATE TABLE originals (
	owner TEXT NOT NULL, 
	digest TEXT NOT NULL, 
	size INTEGER NOT NULL, 
	data BLOB NOT NULL, 
	CONSTRAINT pk_originals PRIMARY KEY (owner, digest)
);
INSERT INTO "originals" VALUES('kari','eb28a46e57ab8b5e923574dff158ead593e10b8dce57b5a088e141a466e8bff1',16,X'3C703E56692073C3B86B65723C2F703E');
CREATE TABLE people (
	owner TEXT NOT NULL, 
	id TEXT NOT NULL, 
	preparation TEXT NOT NULL, 
	name TEXT NOT NULL, 
	role TEXT NOT NULL, 
	side TEXT NOT NULL, 
	met INTEGER, 
	heard INTEGER NOT NULL, 
	note TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	seal TEXT NOT NULL, contact TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_people PRIMARY KEY (owner, id), 
	CONSTRAINT fk_people_preparations FOREIGN KEY(owner, preparation) REFERENCES preparations (owner, id)
);
INSERT INTO "people" VALUES('kari','id07','id01','Ola Berg','leder','unknown',0,0,'',0,'492c11671112f5ad2cb7ce5f475e252d3d8b27976e2fd880948bb17bd10aa0d2','');
CREATE TABLE plan_marks (
	owner TEXT NOT NULL, 
	id TEXT NOT NULL, 
	preparation TEXT NOT NULL, 
	task TEXT NOT NULL, 
	done TEXT, 
	moved_to TEXT, 
	seal TEXT NOT NULL, 
	CONSTRAINT pk_plan_marks PRIMARY KEY (owner, id), 
	CONSTRAINT uq_plan_marks_owner UNIQUE (owner, preparation, task), 
	CONSTRAINT fk_plan_marks_preparations FOREIGN KEY(owner, preparation) REFERENCES preparations (owner, id)
);
INSERT INTO "plan_marks" VALUES('kari','id08','id01','story-1','2026-11-24T08:30:00.000000+00:00',NULL,'1d2f6f4e66cf6afc4b2a68440bc264fadf86fd2d60d6b0a2e6e9ef4876165851');
CREATE TABLE preparations (
	owner TEXT NOT NULL, 
	id TEXT NOT NULL, 
	slug TEXT NOT NULL, 
	title TEXT NOT NULL, 
	language TEXT NOT NULL, 
	given_start TEXT, 
	minutes_per_day INTEGER NOT NULL, 
	created TEXT NOT NULL, 
	archived TEXT, 
	seal TEXT NOT NULL, 
	CONSTRAINT pk_preparations PRIMARY KEY (owner, id), 
	CONSTRAINT uq_preparations_owner UNIQUE (owner, slug)
);
INSERT INTO "preparations" VALUES('kari','id01','fjordvik','Fjordvik','nb','2026-11-24T09:30:00+01:00',45,'2026-11-24T08:30:00.000000+00:00',NULL,'86e9844c99b5cef1fec7d41aeca6168eda6dbfab91beb89f15172aec91d1c3b8');
INSERT INTO "preparations" VALUES('ola','id15','nordvik','Nordvik AS','nn',NULL,45,'2026-11-24T08:30:00.000000+00:00',NULL,'06faade9633904f67ec8728dcf2d24bd9e248f09b85bc03bba030e5ad88a31b0');
CREATE TABLE readings (
	owner TEXT NOT NULL, 
	digest TEXT NOT NULL, 
	reader TEXT NOT NULL, 
	content TEXT NOT NULL, 
	seal TEXT NOT NULL, 
	CONSTRAINT pk_readings PRIMARY KEY (owner, digest, reader)
);
CREATE TABLE removed (
	owner TEXT NOT NULL, 
	id TEXT NOT NULL, 
	preparation TEXT, 
	kind TEXT NOT NULL, 
	name TEXT NOT NULL, 
	at TEXT NOT NULL, 
	rows TEXT NOT NULL, 
	seal TEXT NOT NULL, 
	CONSTRAINT pk_removed PRIMARY KEY (owner, id)
);
INSERT INTO "removed" VALUES('kari','id13','id01','people','Slettet Person','2026-11-24T08:30:00.000000+00:00','{"people":[{"heard":0,"id":"id12","met":null,"name":"Slettet Person","note":"","position":1,"preparation":"id01","role":"","side":"unknown"}]}','87894c49bbeb1a93d8477430e5382b1656331ebfad7fcdd92d5053c76bd4229f');
CREATE TABLE rounds (
	owner TEXT NOT NULL, 
	id TEXT NOT NULL, 
	preparation TEXT NOT NULL, 
	number INTEGER NOT NULL, 
	begins TEXT, 
	ends TEXT, 
	place TEXT NOT NULL, 
	side TEXT NOT NULL, 
	said TEXT NOT NULL, 
	answer_by TEXT, 
	outcome TEXT NOT NULL, 
	seal TEXT NOT NULL, 
	CONSTRAINT pk_rounds PRIMARY KEY (owner, id), 
	CONSTRAINT uq_rounds_owner UNIQUE (owner, preparation, number), 
	CONSTRAINT fk_rounds_preparations FOREIGN KEY(owner, preparation) REFERENCES preparations (owner, id)
);
INSERT INTO "rounds" VALUES('kari','id09','id01',1,'2026-11-24T09:30:00+01:00',NULL,'','unknown','Fint møte','2026-11-24','','25af12e80cc60dc5e58c18f4da2a2fb8498ad39b4d7f89132e33ea70b7a3a57f');
CREATE TABLE stories (
	owner TEXT NOT NULL, 
	id TEXT NOT NULL, 
	preparation TEXT NOT NULL, 
	"key" TEXT NOT NULL, 
	text TEXT NOT NULL, 
	items TEXT NOT NULL, 
	examples TEXT NOT NULL, 
	changed TEXT NOT NULL, 
	seal TEXT NOT NULL, 
	CONSTRAINT pk_stories PRIMARY KEY (owner, id), 
	CONSTRAINT uq_stories_owner UNIQUE (owner, preparation, "key"), 
	CONSTRAINT fk_stories_preparations FOREIGN KEY(owner, preparation) REFERENCES preparations (owner, id)
);
INSERT INTO "stories" VALUES('kari','id05','id01','about_me','Jeg er Kari','["orden"]','[]','2026-11-24T08:30:00.000000+00:00','96244c9d5f7969b74988a878036de68669cfcfd391c4f05a7f4036fb25f3380a');
CREATE INDEX ix_corrections_document ON corrections (owner, document);
CREATE INDEX ix_documents_preparation ON documents (owner, preparation);
CREATE INDEX ix_examples_preparation ON examples (owner, preparation);
CREATE INDEX ix_stories_preparation ON stories (owner, preparation);
CREATE INDEX ix_notes_key ON notes (owner, "key");
CREATE INDEX ix_notes_preparation ON notes (owner, preparation);
CREATE INDEX ix_drafts_preparation ON drafts (owner, preparation);
CREATE INDEX ix_people_preparation ON people (owner, preparation);
CREATE INDEX ix_plan_marks_preparation ON plan_marks (owner, preparation);
CREATE INDEX ix_rounds_preparation ON rounds (owner, preparation);
CREATE INDEX ix_events_preparation ON events (owner, preparation);
COMMIT;
