-- What a file had beside ours in the row of a finished sentence without an
-- annotation, kept with the word of its annotator that nothing is there.

ALTER TABLE readings ADD COLUMN extra TEXT NOT NULL DEFAULT ''; -- JSON: the text by the name of the column
CREATE INDEX ix_readings_extra ON readings(id) WHERE extra<>'';
