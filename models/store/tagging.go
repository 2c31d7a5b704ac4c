package store

import (
	"context"

	"glossator/models"
)

// PutLabel asks for a label on a sentence.
type PutLabel struct {
	SentenceID int64
	LabelKey   string
	Note       *string            // nil: as it is
	Confidence *models.Confidence // nil: as it is
	Details    map[string]string  // value as written by the field's key; empty text takes the detail away, other fields stay
	Origin     models.Origin      // of a new annotation; empty: manual
}

// ToggleLabel sets a label on a sentence, or takes it away when the annotator
// has set it before, and reports whether it is now on. The annotation is the
// new one or the one that was deleted. Where the label was suggested to her
// before, this is her answer from now on. The error has [models.CodeNotFound] when
// the sentence or the label is not there.
func (s *Store) ToggleLabel(
	ctx context.Context, by Actor, sentenceID int64, labelKey string,
) (annotation models.Annotation, on bool, err error) {
	err = s.write(ctx, by, models.KindDo, func(c *change) error {
		at, err := c.standing(sentenceID, labelKey)
		if err != nil {
			return err
		}
		if on = at.annotation == ""; on {
			uid, err := c.label(at, PutLabel{LabelKey: labelKey})
			if err != nil {
				return err
			}
			if annotation, err = bareAnnotation(c.tx, uid); err != nil { // a new one has no details yet
				return err
			}
			return c.reanswer(at, labelKey, true)
		}
		if err = c.bury(models.EntityAnnotation, at.annotation); err != nil {
			return err
		}
		if err = c.reanswer(at, labelKey, false); err != nil {
			return err
		}
		annotation, err = annotationByUID(c.tx, at.annotation)
		return err
	})
	return annotation, on, err
}

// PutLabel makes sure that a label is on a sentence with this note and these
// details; doing it twice is doing it once. The error has
// [models.CodeNotFound] when the sentence or the label is not there and
// [models.CodeInvalid] when a field is not the label's or a value not one of
// its choices.
func (s *Store) PutLabel(ctx context.Context, by Actor, in PutLabel) (annotation models.Annotation, err error) {
	err = s.write(ctx, by, models.KindDo, func(c *change) error {
		at, err := c.standing(in.SentenceID, in.LabelKey)
		if err != nil {
			return err
		}
		uid := at.annotation
		if uid == "" {
			uid, err = c.label(at, in)
		} else {
			err = update(c, models.EntityAnnotation, uid, func(state *annotationSnapshot) error { return c.fill(state, in) })
		}
		if err != nil {
			return err
		}
		annotation, err = annotationByUID(c.tx, uid)
		return err
	})
	return annotation, err
}

// stand is a live sentence with what the acting annotator has said of it and of
// one label. One question tells all of it: a tag waits for each statement.
type stand struct {
	place

	annotation string // UID of her live annotation of the whole sentence with the label; empty: none
	passed     bool   // she has marked that the sentence holds nothing
	answered   bool   // she has answered a suggestion of the label
}

// standing finds a live sentence and what the annotator has said of it.
func (c *change) standing(sentenceID int64, labelKey string) (stand, error) {
	who := c.by.AnnotatorID
	at, ok, err := first(c.tx, scanStand, selectStanding, who, who, who, labelKey, sentenceID)
	if err == nil && !ok {
		err = missingSentence()
	}
	return at, err
}

func scanStand(r *row, s *stand) error {
	return r.Scan(&s.articleUID, &s.start, &s.end, &s.annotation, &s.passed, &s.answered)
}

const selectStanding = `SELECT a.uid, s.start_off, s.end_off, COALESCE((SELECT n.uid FROM annotations n
    WHERE n.sentence_id = s.id AND n.annotator_id = ? AND n.label_id = l.id AND n.deleted_at IS NULL AND n.start_off IS NULL), ''),
  EXISTS(SELECT 1 FROM readings r WHERE r.sentence_id = s.id AND r.annotator_id = ? AND r.deleted_at IS NULL),
  EXISTS(SELECT 1 FROM outcomes o WHERE o.sentence_id = s.id AND o.annotator_id = ? AND o.label_id = l.id AND o.deleted_at IS NULL)
FROM sentences s JOIN articles a ON a.id = s.article_id LEFT JOIN labels l ON l.key = ?
WHERE s.id = ? AND s.retired_at IS NULL AND a.deleted_at IS NULL`

// label makes a new annotation of a whole sentence. It contradicts the mark
// that the sentence holds nothing, which goes in the same step.
func (c *change) label(at stand, in PutLabel) (string, error) {
	state := c.blank(at.place, in.LabelKey, in.Origin)
	if err := c.fill(&state, in); err != nil {
		return "", err
	}
	uid := newUID(models.PrefixAnnotation)
	if err := create(c, models.EntityAnnotation, uid, state); err != nil {
		return "", err
	}
	return uid, c.contradict(at)
}

// contradict takes away the mark that a sentence holds nothing.
func (c *change) contradict(at stand) error {
	if !at.passed {
		return nil
	}
	return c.bury(models.EntityReading, readingUID(at.place, c.by.AnnotatorUID))
}

// blank is a new annotation without details.
func (c *change) blank(at place, labelKey string, origin models.Origin) annotationSnapshot {
	if origin == "" {
		origin = models.OriginManual
	}
	return annotationSnapshot{Article: at.articleUID, Start: at.start, End: at.end, Annotator: c.by.AnnotatorUID,
		Label: labelKey, Origin: origin, Codebook: c.codebook, CreatedAt: c.at}
}

// fill takes over what in says about an annotation.
func (c *change) fill(state *annotationSnapshot, in PutLabel) error {
	if in.Note != nil {
		state.Note = *in.Note
	}
	if in.Confidence != nil {
		state.Confidence = *in.Confidence
	}
	if len(in.Details) == 0 {
		return nil
	}
	label, err := labelByKey(c.tx, in.LabelKey)
	if err != nil {
		return err
	}
	fields, err := fieldsOf(c.tx, label.ID)
	if err != nil {
		return err
	}
	state.Details, err = writeDetails(state.Details, in.Details, label, fields)
	return err
}

// ClearLabels takes all labels of the annotator off a sentence as one step and
// returns how many there were. The error has [models.CodeNotFound] when the
// sentence is not there.
func (s *Store) ClearLabels(ctx context.Context, by Actor, sentenceID int64) (count int, err error) {
	err = s.write(ctx, by, models.KindDo, func(c *change) error {
		if _, err := placeOf(c.tx, sentenceID); err != nil {
			return err
		}
		uids, err := collect(c.tx, one[string], `SELECT uid FROM annotations
			WHERE sentence_id = ? AND annotator_id = ? AND deleted_at IS NULL ORDER BY id`, sentenceID, by.AnnotatorID)
		if err != nil {
			return err
		}
		for _, uid := range uids {
			if err := c.bury(models.EntityAnnotation, uid); err != nil {
				return err
			}
		}
		count = len(uids)
		return nil
	})
	return count, err
}

// SetNote writes the note of an annotation. The error has
// [models.CodeNotFound] when it is not there and [models.CodeConflict] when it
// is somebody else's.
func (s *Store) SetNote(ctx context.Context, by Actor, annotationUID, note string) (models.Annotation, error) {
	return s.editAnnotation(ctx, by, annotationUID, func(_ *change, state *annotationSnapshot) error {
		state.Note = note
		return nil
	})
}

// SetDetails replaces all details of an annotation. They name their fields by
// FieldID; AnnotationID is not needed. The error has [models.CodeNotFound]
// when the annotation is not there, [models.CodeConflict] when it is somebody
// else's and [models.CodeInvalid] when a field is not its label's, a value not
// one of the choices or a row given twice.
func (s *Store) SetDetails(ctx context.Context, by Actor, annotationUID string, details []models.Detail) (models.Annotation, error) {
	return s.editAnnotation(ctx, by, annotationUID, func(c *change, state *annotationSnapshot) error {
		label, err := labelByKey(c.tx, state.Label)
		if err != nil {
			return err
		}
		fields, err := fieldsOf(c.tx, label.ID)
		if err != nil {
			return err
		}
		state.Details, err = replaceDetails(state.Details, details, label, fields)
		return err
	})
}

// editAnnotation changes an annotation of the acting annotator's own layer.
func (s *Store) editAnnotation(
	ctx context.Context, by Actor, uid string, edit func(*change, *annotationSnapshot) error,
) (annotation models.Annotation, err error) {
	err = s.write(ctx, by, models.KindDo, func(c *change) error {
		err := update(c, models.EntityAnnotation, uid, func(state *annotationSnapshot) error {
			if state.Annotator != by.AnnotatorUID {
				return models.Errorf(models.CodeConflict,
					"This annotation is somebody else's; only its owner changes it. Make a decision about it instead.")
			}
			if _, err := liveArticle(c.tx, state.Article); err != nil {
				return err
			}
			return edit(c, state)
		})
		if err != nil {
			return err
		}
		annotation, err = annotationByUID(c.tx, uid)
		return err
	})
	return annotation, err
}
