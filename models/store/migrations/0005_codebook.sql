-- The codebook is the project's own: what was only the program's before
-- (rules, examples, hints, what stands together) now stands with the labels.

ALTER TABLE labels ADD COLUMN badge TEXT NOT NULL DEFAULT '';
ALTER TABLE labels ADD COLUMN wording TEXT NOT NULL DEFAULT '{}'; -- JSON: include, exclude, positive, negative
ALTER TABLE label_fields ADD COLUMN hint TEXT NOT NULL DEFAULT '';
ALTER TABLE label_fields ADD COLUMN row_group TEXT NOT NULL DEFAULT '';

-- The rules for all labels and the versions of the codebook, as JSON lists.
CREATE TABLE codebooks(
  id {PK}, uid TEXT NOT NULL UNIQUE, project_id {INT} NOT NULL UNIQUE REFERENCES projects(id) ON DELETE RESTRICT,
  general TEXT NOT NULL DEFAULT '[]', tie_breaks TEXT NOT NULL DEFAULT '[]', revisions TEXT NOT NULL DEFAULT '[]',
  version {INT} NOT NULL){S};
