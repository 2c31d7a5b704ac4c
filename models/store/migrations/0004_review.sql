-- What came from other copies of the project, and the answers to decisions.

-- The revisions that a line was made knowing of, parted by spaces, where that
-- does not follow from the state before: after a merge.
ALTER TABLE history ADD COLUMN parents TEXT NOT NULL DEFAULT '';

-- The steps that merged something. What came with a merge that is undone says
-- nothing any more until it is done again or comes again.
CREATE TABLE merges(group_uid TEXT PRIMARY KEY, at {INT} NOT NULL){W};

-- The lines of others' history, in the terms of this project. Together with
-- the lines of history that are not about a merge they are all that is known of
-- an entity; what stands in the other tables follows from them.
CREATE TABLE received(
  seq {PK}, merge_uid TEXT NOT NULL, uid TEXT NOT NULL UNIQUE, group_uid TEXT NOT NULL, at {INT} NOT NULL,
  actor_uid TEXT NOT NULL, device_uid TEXT NOT NULL,
  kind TEXT NOT NULL CHECK(kind IN ('do','undo','redo','import')), undoes TEXT NOT NULL DEFAULT '',
  op TEXT NOT NULL CHECK(op IN ('create','update','delete','restore')),
  entity TEXT NOT NULL, entity_uid TEXT NOT NULL, version {INT} NOT NULL,
  before TEXT NOT NULL DEFAULT '', after TEXT NOT NULL, parents TEXT NOT NULL DEFAULT ''){S};
CREATE INDEX ix_received_entity ON received(entity_uid, version);
CREATE INDEX ix_received_merge ON received(merge_uid, entity_uid);

-- The revisions that the state of an entity rests on where that is not the one
-- line of history that left it so. More than one state among them: two versions.
CREATE TABLE heads(
  entity_uid TEXT NOT NULL, revision_uid TEXT NOT NULL, PRIMARY KEY(entity_uid, revision_uid)){W};
CREATE INDEX ix_heads_revision ON heads(revision_uid);

-- Nothing has written decisions before this step.
DROP TABLE decisions;
CREATE TABLE decisions(
  id {PK}, uid TEXT NOT NULL UNIQUE,
  sentence_id {INT} NOT NULL REFERENCES sentences(id) ON DELETE RESTRICT,
  label_id {INT} REFERENCES labels(id) ON DELETE RESTRICT,
  layer_id {INT} REFERENCES annotators(id) ON DELETE RESTRICT,
  reviewer_id {INT} NOT NULL REFERENCES annotators(id) ON DELETE RESTRICT,
  verdict TEXT NOT NULL CHECK(verdict IN ('accepted','changed','rejected','added','deferred')),
  result TEXT NOT NULL, reason TEXT NOT NULL DEFAULT '', comment TEXT NOT NULL DEFAULT '',
  seen TEXT NOT NULL DEFAULT '', version {INT} NOT NULL, device_uid TEXT NOT NULL,
  created_at {INT} NOT NULL, updated_at {INT} NOT NULL, deleted_at {INT}){S};
CREATE INDEX ix_decisions_sentence ON decisions(sentence_id);
CREATE INDEX ix_decisions_layer ON decisions(layer_id, sentence_id) WHERE deleted_at IS NULL;

CREATE TABLE responses(
  id {PK}, uid TEXT NOT NULL UNIQUE,
  decision_id {INT} NOT NULL REFERENCES decisions(id) ON DELETE RESTRICT,
  annotator_id {INT} NOT NULL REFERENCES annotators(id) ON DELETE RESTRICT,
  answer TEXT NOT NULL CHECK(answer IN ('agree','disagree','discuss')), comment TEXT NOT NULL DEFAULT '',
  decision_version {INT} NOT NULL, version {INT} NOT NULL, device_uid TEXT NOT NULL,
  created_at {INT} NOT NULL, updated_at {INT} NOT NULL, deleted_at {INT}){S};
CREATE UNIQUE INDEX ux_responses_one ON responses(decision_id, annotator_id);
