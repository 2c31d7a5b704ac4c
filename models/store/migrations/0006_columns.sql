-- Columns that a file had beside ours, kept with the annotations of its rows.

ALTER TABLE annotations ADD COLUMN extra TEXT NOT NULL DEFAULT ''; -- JSON: the text by the name of the column
CREATE INDEX ix_annotations_extra ON annotations(id) WHERE extra<>'';

-- The order in which they came; nothing else is said here.
CREATE TABLE extra_columns(position {INT} PRIMARY KEY, name TEXT NOT NULL UNIQUE){W};
