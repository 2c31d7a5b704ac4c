-- What the library sorts, filters and counts by. Everything but the topics is
-- derived: it follows from other tables and can be made anew from them.

-- The analyst's own words for what an article is about, one per line, sorted.
ALTER TABLE articles ADD COLUMN topics TEXT NOT NULL DEFAULT '';

-- All that the library needs of each article stands in this index, so that the
-- wide rows stay unread.
CREATE INDEX ix_articles_shelf ON articles(deleted_at, id, published_on, language, source, sentence_count, topics, search_key);
DROP INDEX ix_articles_added;
DROP INDEX ix_articles_title;
DROP INDEX ix_articles_date;

-- How many live annotations with a label an annotator has on an article, and
-- how many of them carry a note.
CREATE TABLE tallies(
  label_id {INT} NOT NULL REFERENCES labels(id) ON DELETE RESTRICT,
  annotator_id {INT} NOT NULL REFERENCES annotators(id) ON DELETE RESTRICT,
  article_id {INT} NOT NULL REFERENCES articles(id) ON DELETE RESTRICT,
  annotations {INT} NOT NULL CHECK(annotations>=0), notes {INT} NOT NULL CHECK(notes>=0),
  PRIMARY KEY(label_id, annotator_id, article_id)){W};
CREATE INDEX ix_tallies_notes ON tallies(article_id) WHERE notes > 0;
CREATE INDEX ix_progress_finished ON progress(annotator_id, article_id) WHERE finished_at IS NOT NULL;

-- How many live sentences of an article an annotator has dealt with: put a
-- label on them or marked them as holding nothing.
CREATE TABLE coverage(
  annotator_id {INT} NOT NULL REFERENCES annotators(id) ON DELETE RESTRICT,
  article_id {INT} NOT NULL REFERENCES articles(id) ON DELETE RESTRICT,
  seen {INT} NOT NULL CHECK(seen>=0), PRIMARY KEY(annotator_id, article_id)){W};

INSERT INTO tallies(label_id, annotator_id, article_id, annotations, notes)
SELECT n.label_id, n.annotator_id, s.article_id,
  SUM(CASE WHEN n.deleted_at IS NULL AND s.retired_at IS NULL THEN 1 ELSE 0 END),
  SUM(CASE WHEN n.deleted_at IS NULL AND s.retired_at IS NULL AND n.note <> '' THEN 1 ELSE 0 END)
FROM annotations n JOIN sentences s ON s.id = n.sentence_id GROUP BY n.label_id, n.annotator_id, s.article_id;

INSERT INTO coverage(annotator_id, article_id, seen)
SELECT m.annotator_id, m.article_id, SUM(m.seen) FROM (
  SELECT k.annotator_id, s.article_id, s.id, MAX(CASE WHEN k.deleted_at IS NULL AND s.retired_at IS NULL THEN 1 ELSE 0 END) AS seen
  FROM (SELECT annotator_id, sentence_id, deleted_at FROM annotations
    UNION ALL SELECT annotator_id, sentence_id, deleted_at FROM readings) k
  JOIN sentences s ON s.id = k.sentence_id GROUP BY k.annotator_id, s.article_id, s.id) m
GROUP BY m.annotator_id, m.article_id;
