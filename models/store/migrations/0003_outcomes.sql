-- What annotators answered to suggestions. A probability and a strength are
-- those of the moment of the answer, before anything was learnt from it.

CREATE TABLE outcomes(
  id {PK}, uid TEXT NOT NULL UNIQUE,
  sentence_id {INT} NOT NULL REFERENCES sentences(id) ON DELETE RESTRICT,
  annotator_id {INT} NOT NULL REFERENCES annotators(id) ON DELETE RESTRICT,
  label_id {INT} NOT NULL REFERENCES labels(id) ON DELETE RESTRICT,
  kept {INT} NOT NULL CHECK(kept IN (0,1)), strength TEXT NOT NULL CHECK(strength IN ('strong','possible')),
  probability {REAL} NOT NULL CHECK(probability BETWEEN 0 AND 1), answered_at {INT} NOT NULL,
  version {INT} NOT NULL, device_uid TEXT NOT NULL, updated_at {INT} NOT NULL, deleted_at {INT}){S};
CREATE UNIQUE INDEX ux_outcomes_one ON outcomes(sentence_id, annotator_id, label_id);
CREATE INDEX ix_outcomes_annotator ON outcomes(annotator_id, answered_at);
