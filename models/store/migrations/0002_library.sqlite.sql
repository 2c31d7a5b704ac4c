-- The index of all words. It holds no text of its own and folds the case of
-- every alphabet. Beginnings of words of three and four letters, which very many
-- words share, have an index of their own; longer ones are few enough to be
-- gathered. PostgreSQL: a tsvector with a GIN index.
CREATE VIRTUAL TABLE sentences_fts USING fts5(text, content='sentences', content_rowid='id',
  tokenize='unicode61 remove_diacritics 2', prefix='3 4');
INSERT INTO sentences_fts(sentences_fts) VALUES('rebuild');
CREATE TRIGGER sentences_indexed AFTER INSERT ON sentences BEGIN
  INSERT INTO sentences_fts(rowid, text) VALUES(NEW.id, NEW.text);
END;

-- The counts of the library follow whoever writes, in the same transaction.
CREATE TRIGGER annotations_counted AFTER INSERT ON annotations BEGIN
  INSERT INTO tallies(label_id, annotator_id, article_id, annotations, notes)
  SELECT NEW.label_id, NEW.annotator_id, s.article_id, NEW.deleted_at IS NULL AND s.retired_at IS NULL,
    NEW.deleted_at IS NULL AND s.retired_at IS NULL AND NEW.note <> '' FROM sentences s WHERE s.id = NEW.sentence_id
  ON CONFLICT(label_id, annotator_id, article_id) DO UPDATE
  SET annotations = annotations + excluded.annotations, notes = notes + excluded.notes;
  INSERT INTO coverage(annotator_id, article_id, seen)
  SELECT NEW.annotator_id, s.article_id, NEW.deleted_at IS NULL AND s.retired_at IS NULL
    AND NOT EXISTS(SELECT 1 FROM annotations n WHERE n.sentence_id = s.id AND n.annotator_id = NEW.annotator_id
      AND n.deleted_at IS NULL AND n.id <> NEW.id)
    AND NOT EXISTS(SELECT 1 FROM readings r WHERE r.sentence_id = s.id AND r.annotator_id = NEW.annotator_id AND r.deleted_at IS NULL)
  FROM sentences s WHERE s.id = NEW.sentence_id
  ON CONFLICT(annotator_id, article_id) DO UPDATE SET seen = seen + excluded.seen;
END;
CREATE TRIGGER annotations_recounted AFTER UPDATE OF note, deleted_at ON annotations BEGIN
  UPDATE tallies SET annotations = annotations + (NEW.deleted_at IS NULL) - (OLD.deleted_at IS NULL),
    notes = notes + (NEW.deleted_at IS NULL AND NEW.note <> '') - (OLD.deleted_at IS NULL AND OLD.note <> '')
  WHERE label_id = NEW.label_id AND annotator_id = NEW.annotator_id
    AND article_id = (SELECT s.article_id FROM sentences s WHERE s.id = NEW.sentence_id AND s.retired_at IS NULL);
  UPDATE coverage SET seen = seen + (NEW.deleted_at IS NULL) - (OLD.deleted_at IS NULL)
  WHERE (NEW.deleted_at IS NULL) <> (OLD.deleted_at IS NULL) AND annotator_id = NEW.annotator_id
    AND article_id = (SELECT s.article_id FROM sentences s WHERE s.id = NEW.sentence_id AND s.retired_at IS NULL)
    AND NOT EXISTS(SELECT 1 FROM annotations n WHERE n.sentence_id = NEW.sentence_id AND n.annotator_id = NEW.annotator_id
      AND n.deleted_at IS NULL AND n.id <> NEW.id)
    AND NOT EXISTS(SELECT 1 FROM readings r WHERE r.sentence_id = NEW.sentence_id AND r.annotator_id = NEW.annotator_id
      AND r.deleted_at IS NULL);
END;
CREATE TRIGGER readings_counted AFTER INSERT ON readings BEGIN
  INSERT INTO coverage(annotator_id, article_id, seen)
  SELECT NEW.annotator_id, s.article_id, NEW.deleted_at IS NULL AND s.retired_at IS NULL
    AND NOT EXISTS(SELECT 1 FROM annotations n WHERE n.sentence_id = s.id AND n.annotator_id = NEW.annotator_id AND n.deleted_at IS NULL)
  FROM sentences s WHERE s.id = NEW.sentence_id
  ON CONFLICT(annotator_id, article_id) DO UPDATE SET seen = seen + excluded.seen;
END;
CREATE TRIGGER readings_recounted AFTER UPDATE OF deleted_at ON readings
WHEN (NEW.deleted_at IS NULL) <> (OLD.deleted_at IS NULL) BEGIN
  UPDATE coverage SET seen = seen + (NEW.deleted_at IS NULL) - (OLD.deleted_at IS NULL)
  WHERE annotator_id = NEW.annotator_id
    AND article_id = (SELECT s.article_id FROM sentences s WHERE s.id = NEW.sentence_id AND s.retired_at IS NULL)
    AND NOT EXISTS(SELECT 1 FROM annotations n WHERE n.sentence_id = NEW.sentence_id AND n.annotator_id = NEW.annotator_id
      AND n.deleted_at IS NULL);
END;
-- A sentence that a repair replaces takes its counts along, and brings them
-- back when the repair is undone.
CREATE TRIGGER sentences_recounted AFTER UPDATE OF retired_at ON sentences
WHEN (NEW.retired_at IS NULL) <> (OLD.retired_at IS NULL) BEGIN
  UPDATE tallies SET
    annotations = annotations + ((NEW.retired_at IS NULL) - (OLD.retired_at IS NULL)) * (SELECT COUNT(*) FROM annotations n
      WHERE n.sentence_id = NEW.id AND n.annotator_id = tallies.annotator_id AND n.label_id = tallies.label_id AND n.deleted_at IS NULL),
    notes = notes + ((NEW.retired_at IS NULL) - (OLD.retired_at IS NULL)) * (SELECT COUNT(*) FROM annotations n
      WHERE n.sentence_id = NEW.id AND n.annotator_id = tallies.annotator_id AND n.label_id = tallies.label_id
        AND n.deleted_at IS NULL AND n.note <> '')
  WHERE (label_id, annotator_id, article_id) IN (
    SELECT n.label_id, n.annotator_id, NEW.article_id FROM annotations n WHERE n.sentence_id = NEW.id AND n.deleted_at IS NULL);
  UPDATE coverage SET seen = seen + (NEW.retired_at IS NULL) - (OLD.retired_at IS NULL)
  WHERE (annotator_id, article_id) IN (
    SELECT n.annotator_id, NEW.article_id FROM annotations n WHERE n.sentence_id = NEW.id AND n.deleted_at IS NULL
    UNION SELECT r.annotator_id, NEW.article_id FROM readings r WHERE r.sentence_id = NEW.id AND r.deleted_at IS NULL);
END;
