package store

import (
	"context"

	"gorm.io/gorm"

	"glossator/models"
)

// Restore brings an annotation of the acting annotator back to the state in
// which an event of its history left it, as a new step, and returns it. Where
// its sentence was repaired since, it comes back on the one that holds the most
// of its text. The error has [models.CodeNotFound] when the event or the place
// is no longer there, [models.CodeInvalid] when the event is not about an
// annotation and [models.CodeConflict] when the annotation is somebody else's
// or the sentence has the label already.
func (s *Store) Restore(ctx context.Context, by Actor, eventUID string) (annotation models.Annotation, err error) {
	err = s.write(ctx, by, models.KindDo, func(c *change) error {
		event, ok, err := first(c.tx, scanEvent, "SELECT "+eventColumns+" FROM history h WHERE h.uid = ?", eventUID)
		if err == nil && !ok {
			err = models.Errorf(models.CodeNotFound, "This step is not in the history of the project.")
		}
		if err == nil && event.Entity != models.EntityAnnotation {
			err = models.Errorf(models.CodeInvalid, "Only a label can be restored; undo the step instead.")
		}
		if err != nil {
			return err
		}
		if err := c.restore(event); err != nil {
			return err
		}
		annotation, err = annotationByUID(c.tx, event.EntityUID)
		return err
	})
	return annotation, err
}

func (c *change) restore(event models.Event) error {
	target, err := decode[annotationSnapshot](event.After)
	if err != nil {
		return err
	}
	if target.Annotator != c.by.AnnotatorUID {
		return models.Errorf(models.CodeConflict,
			"This annotation is somebody else's; only its owner changes it. Make a decision about it instead.")
	}
	if target.DeletedAt != 0 {
		return c.bury(models.EntityAnnotation, event.EntityUID)
	}
	if target, err = c.stand(event.EntityUID, target); err != nil {
		return err
	}
	before, err := codecs[models.EntityAnnotation].loadOne(c.tx, event.EntityUID)
	if err != nil {
		return err
	}
	after, err := encode(target)
	if err != nil || after == before {
		return err
	}
	return c.save(models.EntityAnnotation, event.EntityUID, before, after)
}

// stand finds the live sentence for a state of an annotation from before
// repairs.
func (c *change) stand(uid string, state annotationSnapshot) (annotationSnapshot, error) {
	article, err := liveArticle(c.tx, state.Article)
	if err != nil {
		return state, err
	}
	live, err := collect(c.tx, scanSentence, "SELECT "+sentenceColumns+` FROM sentences s
		WHERE s.article_id = ? AND s.start_off < ? AND s.end_off > ? AND s.retired_at IS NULL ORDER BY s.start_off`,
		article.ID, state.End, state.Start)
	if err != nil {
		return state, err
	}
	if len(live) == 0 {
		return state, missingSentence()
	}
	state = moved(state, placesOf(live))
	return state, refuseTwin(c.tx, uid, state)
}

// refuseTwin refuses a label that the annotator has set on the sentence anew.
func refuseTwin(tx *gorm.DB, uid string, state annotationSnapshot) error {
	if state.PartStart != nil {
		return nil
	}
	at, err := locate(tx, state.Article, state.Start, state.End, state.Annotator, state.Label)
	if err != nil {
		return err
	}
	taken, _, err := first(tx, one[bool], `SELECT EXISTS (SELECT 1 FROM annotations n WHERE n.sentence_id = ? AND n.annotator_id = ?
		AND n.label_id = ? AND n.deleted_at IS NULL AND n.start_off IS NULL AND n.uid <> ?)`, at.sentence, at.annotator, at.label, uid)
	if err == nil && taken {
		err = models.Errorf(models.CodeConflict, "The sentence has this label again; take it off first, or change its details.")
	}
	return err
}
