-- Portable: {PK} {INT} {REAL} {BYTES} {S} {W} are filled in per database, see schema.go.
-- Times are milliseconds since 1970, offsets code points, booleans 0 or 1.

CREATE TABLE projects(
  id {PK}, uid TEXT NOT NULL UNIQUE, name TEXT NOT NULL CHECK(length(name) BETWEEN 1 AND 200),
  description TEXT NOT NULL DEFAULT '', codebook_version TEXT NOT NULL DEFAULT '',
  created_at {INT} NOT NULL, version {INT} NOT NULL){S};

CREATE TABLE annotators(
  id {PK}, uid TEXT NOT NULL UNIQUE, project_id {INT} NOT NULL REFERENCES projects(id) ON DELETE RESTRICT,
  name TEXT NOT NULL CHECK(length(name) BETWEEN 1 AND 200),
  role TEXT NOT NULL CHECK(role IN ('annotator','reviewer','lead','gold')), color TEXT NOT NULL DEFAULT '',
  version {INT} NOT NULL, created_at {INT} NOT NULL, archived_at {INT}){S};
CREATE INDEX ix_annotators_name ON annotators(name);

CREATE TABLE articles(
  id {PK}, uid TEXT NOT NULL UNIQUE, project_id {INT} NOT NULL REFERENCES projects(id) ON DELETE RESTRICT,
  title TEXT NOT NULL DEFAULT '', subtitle TEXT NOT NULL DEFAULT '', byline TEXT NOT NULL DEFAULT '',
  author TEXT NOT NULL DEFAULT '', source TEXT NOT NULL DEFAULT '', url TEXT NOT NULL DEFAULT '',
  language TEXT NOT NULL DEFAULT '', published_on TEXT NOT NULL DEFAULT '',
  precision TEXT NOT NULL DEFAULT '' CHECK(precision IN ('','year','month','day','minute','second')),
  format TEXT NOT NULL DEFAULT '', original_name TEXT NOT NULL DEFAULT '',
  text_sha256 TEXT NOT NULL CHECK(length(text_sha256)=64), segmenter TEXT NOT NULL DEFAULT '',
  sentence_count {INT} NOT NULL CHECK(sentence_count>=0),
  search_key TEXT NOT NULL DEFAULT '',
  created_at {INT} NOT NULL, version {INT} NOT NULL, deleted_at {INT}){S};
CREATE INDEX ix_articles_text ON articles(text_sha256);
CREATE INDEX ix_articles_added ON articles(deleted_at, id);
CREATE INDEX ix_articles_title ON articles(deleted_at, search_key, id);
CREATE INDEX ix_articles_date ON articles(deleted_at, published_on, id);

CREATE TABLE article_texts(
  article_id {INT} PRIMARY KEY REFERENCES articles(id) ON DELETE RESTRICT, body TEXT NOT NULL){S};

CREATE TABLE originals(
  article_id {INT} PRIMARY KEY REFERENCES articles(id) ON DELETE RESTRICT,
  media_type TEXT NOT NULL DEFAULT '', encoding TEXT NOT NULL DEFAULT '',
  compression TEXT NOT NULL DEFAULT '' CHECK(compression IN ('','gzip')),
  size {INT} NOT NULL CHECK(size>=0), sha256 TEXT NOT NULL CHECK(length(sha256)=64), data {BYTES} NOT NULL){S};

CREATE TABLE blocks(
  id {PK}, article_id {INT} NOT NULL REFERENCES articles(id) ON DELETE RESTRICT, seq {INT} NOT NULL CHECK(seq>=0),
  kind TEXT NOT NULL CHECK(kind IN ('title','subtitle','byline','heading','paragraph','list_item','quote','caption','table_row')),
  boilerplate {INT} NOT NULL CHECK(boilerplate IN (0,1)), start_off {INT} NOT NULL CHECK(start_off>=0), end_off {INT} NOT NULL,
  CHECK(end_off>=start_off)){S};
CREATE UNIQUE INDEX ux_blocks_seq ON blocks(article_id, seq);

-- A sentence is named by its article and offsets; that a live one has a number
-- of its own is checked, not indexed: three million numbers cost 40 MB.
CREATE TABLE sentences(
  id {PK}, article_id {INT} NOT NULL REFERENCES articles(id) ON DELETE RESTRICT,
  block_seq {INT} NOT NULL CHECK(block_seq>=0), seq {INT} NOT NULL CHECK(seq>=1),
  start_off {INT} NOT NULL CHECK(start_off>=0), end_off {INT} NOT NULL, text TEXT NOT NULL, retired_at {INT},
  CHECK(end_off>start_off)){S};
CREATE UNIQUE INDEX ux_sentences_place ON sentences(article_id, start_off, end_off);

CREATE TABLE labels(
  id {PK}, uid TEXT NOT NULL UNIQUE, project_id {INT} NOT NULL REFERENCES projects(id) ON DELETE RESTRICT,
  key TEXT NOT NULL CHECK(length(key)>0), name TEXT NOT NULL CHECK(length(name)>0), definition TEXT NOT NULL DEFAULT '',
  shortcut TEXT NOT NULL DEFAULT '', color TEXT NOT NULL DEFAULT '', position {INT} NOT NULL,
  version {INT} NOT NULL, created_at {INT} NOT NULL, archived_at {INT}){S};
CREATE UNIQUE INDEX ux_labels_key ON labels(project_id, key);

CREATE TABLE label_fields(
  id {PK}, uid TEXT NOT NULL UNIQUE, label_id {INT} NOT NULL REFERENCES labels(id) ON DELETE RESTRICT,
  key TEXT NOT NULL CHECK(length(key)>0), name TEXT NOT NULL,
  type TEXT NOT NULL CHECK(type IN ('text','number','date','choice','bool','person')),
  required {INT} NOT NULL CHECK(required IN (0,1)), repeats {INT} NOT NULL CHECK(repeats IN (0,1)),
  options TEXT NOT NULL DEFAULT '[]', position {INT} NOT NULL, version {INT} NOT NULL, archived_at {INT}){S};
CREATE UNIQUE INDEX ux_label_fields_key ON label_fields(label_id, key);

CREATE TABLE annotations(
  id {PK}, uid TEXT NOT NULL UNIQUE,
  sentence_id {INT} NOT NULL REFERENCES sentences(id) ON DELETE RESTRICT,
  annotator_id {INT} NOT NULL REFERENCES annotators(id) ON DELETE RESTRICT,
  label_id {INT} NOT NULL REFERENCES labels(id) ON DELETE RESTRICT,
  start_off {INT}, end_off {INT}, quote TEXT NOT NULL DEFAULT '', note TEXT NOT NULL DEFAULT '',
  confidence TEXT NOT NULL DEFAULT '' CHECK(confidence IN ('','low','medium','high')),
  origin TEXT NOT NULL CHECK(origin IN ('manual','suggested','imported')), codebook_version TEXT NOT NULL DEFAULT '',
  version {INT} NOT NULL, device_uid TEXT NOT NULL, created_at {INT} NOT NULL, updated_at {INT} NOT NULL, deleted_at {INT},
  CHECK((start_off IS NULL) = (end_off IS NULL)), CHECK(start_off IS NULL OR end_off>start_off)){S};
CREATE INDEX ix_annotations_sentence ON annotations(sentence_id);
CREATE INDEX ix_annotations_label ON annotations(label_id) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX ux_annotations_whole ON annotations(sentence_id, annotator_id, label_id)
  WHERE deleted_at IS NULL AND start_off IS NULL;

CREATE TABLE annotation_details(
  annotation_id {INT} NOT NULL REFERENCES annotations(id) ON DELETE RESTRICT,
  field_id {INT} NOT NULL REFERENCES label_fields(id) ON DELETE RESTRICT, n {INT} NOT NULL CHECK(n>=0),
  value_text TEXT NOT NULL, value_num {REAL}, value_iso TEXT NOT NULL DEFAULT '',
  PRIMARY KEY(annotation_id, field_id, n)){W};

CREATE TABLE readings(
  id {PK}, uid TEXT NOT NULL UNIQUE,
  sentence_id {INT} NOT NULL REFERENCES sentences(id) ON DELETE RESTRICT,
  annotator_id {INT} NOT NULL REFERENCES annotators(id) ON DELETE RESTRICT,
  version {INT} NOT NULL, device_uid TEXT NOT NULL, created_at {INT} NOT NULL, updated_at {INT} NOT NULL, deleted_at {INT}){S};
CREATE UNIQUE INDEX ux_readings_one ON readings(sentence_id, annotator_id);

CREATE TABLE progress(
  id {PK}, uid TEXT NOT NULL UNIQUE,
  article_id {INT} NOT NULL REFERENCES articles(id) ON DELETE RESTRICT,
  annotator_id {INT} NOT NULL REFERENCES annotators(id) ON DELETE RESTRICT,
  coding TEXT NOT NULL CHECK(coding IN ('open','blind')), finished_at {INT},
  version {INT} NOT NULL, device_uid TEXT NOT NULL, created_at {INT} NOT NULL, updated_at {INT} NOT NULL){S};
CREATE UNIQUE INDEX ux_progress_one ON progress(article_id, annotator_id);

-- Whose tags were on the screen before the annotator had finished by herself.
CREATE TABLE exposures(
  sentence_id {INT} NOT NULL REFERENCES sentences(id) ON DELETE RESTRICT,
  annotator_id {INT} NOT NULL REFERENCES annotators(id) ON DELETE RESTRICT,
  layer_id {INT} NOT NULL REFERENCES annotators(id) ON DELETE RESTRICT, seen_at {INT} NOT NULL,
  PRIMARY KEY(sentence_id, annotator_id, layer_id)){W};

CREATE TABLE decisions(
  id {PK}, uid TEXT NOT NULL UNIQUE,
  sentence_id {INT} NOT NULL REFERENCES sentences(id) ON DELETE RESTRICT,
  label_id {INT} REFERENCES labels(id) ON DELETE RESTRICT,
  layer_id {INT} REFERENCES annotators(id) ON DELETE RESTRICT,
  annotation_id {INT} REFERENCES annotations(id) ON DELETE RESTRICT,
  reviewer_id {INT} NOT NULL REFERENCES annotators(id) ON DELETE RESTRICT,
  verdict TEXT NOT NULL CHECK(verdict IN ('accepted','changed','rejected','added','deferred')),
  result TEXT NOT NULL DEFAULT '', reason TEXT NOT NULL DEFAULT '', comment TEXT NOT NULL DEFAULT '',
  source_version {INT} NOT NULL, version {INT} NOT NULL, device_uid TEXT NOT NULL,
  created_at {INT} NOT NULL, updated_at {INT} NOT NULL, deleted_at {INT},
  CHECK(verdict<>'changed' OR result<>'')){S};
CREATE INDEX ix_decisions_sentence ON decisions(sentence_id);
CREATE INDEX ix_decisions_annotation ON decisions(annotation_id) WHERE deleted_at IS NULL;

CREATE TABLE history(
  seq {PK}, uid TEXT NOT NULL UNIQUE, group_uid TEXT NOT NULL, at {INT} NOT NULL,
  actor_uid TEXT NOT NULL, device_uid TEXT NOT NULL,
  kind TEXT NOT NULL CHECK(kind IN ('do','undo','redo','import','merge')), undoes TEXT NOT NULL DEFAULT '',
  op TEXT NOT NULL CHECK(op IN ('create','update','delete','restore')),
  entity TEXT NOT NULL, entity_uid TEXT NOT NULL, version {INT} NOT NULL,
  before TEXT NOT NULL DEFAULT '', after TEXT NOT NULL, CHECK((op='create') = (before='')),
  CHECK((kind IN ('undo','redo')) = (undoes<>''))){S};
CREATE INDEX ix_history_entity ON history(entity_uid, version);
CREATE INDEX ix_history_group ON history(group_uid);
CREATE INDEX ix_history_actor ON history(actor_uid, device_uid, seq);
CREATE INDEX ix_history_undoes ON history(undoes, seq) WHERE undoes<>'';

CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL){W};
