BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num TEXT NOT NULL, 
	PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0001');
CREATE TABLE choices (
	owner TEXT NOT NULL, 
	id TEXT NOT NULL, 
	"key" TEXT NOT NULL, 
	value TEXT NOT NULL, 
	seal TEXT NOT NULL, 
	CONSTRAINT pk_choices PRIMARY KEY (owner, id), 
	CONSTRAINT uq_choices_owner UNIQUE (owner, "key")
);
INSERT INTO "choices" VALUES('kari','id11','language','nn','bab2439aedc79aca778a9683f97430ba653e91db31712c0529c03faa668081e5');
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
INSERT INTO "corrections" VALUES('kari','id03','eb28a46e57ab8b5e923574dff158ead593e10b8dce57b5a088e141a466e8bff1','Vi søker','kind','','task','','','2026-11-24T08:30:00.000000+00:00','4d14e0976781493a05abcf59a50c1bdfacfc42880cc9312a84a6022806c4d683');
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
INSERT INTO "documents" VALUES('kari','id02','id01','eb28a46e57ab8b5e923574dff158ead593e10b8dce57b5a088e141a466e8bff1','annonse.html','ad','2026-11-24T08:30:00.000000+00:00',0,'file','',16,'2694d1f91dd78c63413bb63f02191fa78e3b9f43b9e61c310fdbca2f8260c06c');
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
INSERT INTO "drafts" VALUES('kari','id14','id01','note:who','Den andre teksten','2026-11-24T08:30:00.000000+00:00','8d75ab415ba9bf51beb7e817b2f3573c894d35ab2752c16612bc4ceb6659c5a2');
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
INSERT INTO "events" VALUES('kari','id10','id01','2026-11-24T08:30:00.000000+00:00','given','{"name":"annonse.html","æøå":[1,null]}','35b734449aa4a1d8339363e9d8614ddfe1f0c729e42a87e5dc37e7e7fc2ff1bd');
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
INSERT INTO "examples" VALUES('kari','id04','id01','','','','Ryddet lageret','','','','','["orden på lageret"]',0,'2026-11-24T08:30:00.000000+00:00','7e67fdb1431b63f55eda4122dd4d2b82571411f9fe19926d8f972c1b2ecca23d');
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
INSERT INTO "notes" VALUES('kari','id06','id01','who','Hvem kommer?',1,'2026-11-24T08:30:00.000000+00:00','0edac937b5b53040591050bfd391520b89bc6b0c2b08daa9578a090b9cceffa5');
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
	seal TEXT NOT NULL, 
	CONSTRAINT pk_people PRIMARY KEY (owner, id), 
	CONSTRAINT fk_people_preparations FOREIGN KEY(owner, preparation) REFERENCES preparations (owner, id)
);
INSERT INTO "people" VALUES('kari','id07','id01','Ola Berg','leder','unknown',0,0,'',0,'57d554c3f60d32d5c02a5d99ccc9b8e36872659e69dd12183290ac087ab6078f');
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
INSERT INTO "plan_marks" VALUES('kari','id08','id01','story-1','2026-11-24T08:30:00.000000+00:00',NULL,'d7c37c39df165e3291a512b337d2de09eb49bcc403b6b5609f11d90f4d495310');
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
INSERT INTO "preparations" VALUES('kari','id01','fjordvik','Fjordvik','nb','2026-11-24T09:30:00+01:00',45,'2026-11-24T08:30:00.000000+00:00',NULL,'66a09c206563a53bb3b72109915c162adccddbb288533b0921eef1d7c9363d5d');
INSERT INTO "preparations" VALUES('ola','id15','nordvik','Nordvik AS','nn',NULL,45,'2026-11-24T08:30:00.000000+00:00',NULL,'d896e4140f5b18bc51f082bb56a40ca51b589629fb28bc224413b48fa154d868');
CREATE TABLE readings (
	owner TEXT NOT NULL, 
	digest TEXT NOT NULL, 
	reader TEXT NOT NULL, 
	content TEXT NOT NULL, 
	seal TEXT NOT NULL, 
	CONSTRAINT pk_readings PRIMARY KEY (owner, digest, reader)
);
INSERT INTO "readings" VALUES('kari','eb28a46e57ab8b5e923574dff158ead593e10b8dce57b5a088e141a466e8bff1','1','{"blocks":[],"format":"plain","properties":{},"text":"Vi søker"}','51273f5916f2fb4a2e8f10871859927152c2fce26cafafd3541680f79a8d456f');
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
INSERT INTO "removed" VALUES('kari','id13','id01','people','Slettet Person','2026-11-24T08:30:00.000000+00:00','{"people":[{"heard":0,"id":"id12","met":null,"name":"Slettet Person","note":"","position":1,"preparation":"id01","role":"","side":"unknown"}]}','777626e4503a4b76925b1899ba820e47220532534ac3281c8d8ce64714d2183b');
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
INSERT INTO "rounds" VALUES('kari','id09','id01',1,'2026-11-24T09:30:00+01:00',NULL,'','unknown','Fint møte','2026-11-24','','6495253258cf3a647ac37b32093233e66524b8b9efd44780e53d35b5185fa90c');
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
INSERT INTO "stories" VALUES('kari','id05','id01','about_me','Jeg er Kari','["orden"]','[]','2026-11-24T08:30:00.000000+00:00','88828cadd46d7f50adbf83869cdfbf9df0e18238764af36ce524779a6fdd6fb7');
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
