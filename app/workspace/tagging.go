package workspace

import (
	"context"

	"glossator/models"
	"glossator/models/store"
)

// Tag asks for one label on one sentence of any article, as a script does.
type Tag struct {
	Article  string            `json:"article"`
	Sentence int               `json:"sentence"` // from 1
	Label    string            `json:"label"`
	Details  map[string]string `json:"details"` // field key to the value as written
	Note     *string           `json:"note"`    // nil: leave the note as it is
}

// Tag puts a label on a sentence, or completes the one that is there, and
// returns the annotation's UID once it is durable. Errors: models.CodeNotFound
// for an unknown article, sentence or label, models.CodeInvalid for an unknown
// detail, and those of the store.
func (w *Workspace) Tag(ctx context.Context, tag Tag) (string, error) {
	var uid string
	err := w.do(func(by actor) error {
		sentence, err := w.sentenceOf(ctx, tag.Article, tag.Sentence)
		if err != nil {
			return err
		}
		annotation, err := w.store.PutLabel(ctx, by, store.PutLabel{
			SentenceID: sentence.ID, LabelKey: tag.Label, Note: tag.Note, Details: tag.Details,
		})
		uid = annotation.UID
		return err
	})
	return uid, err
}

// SentenceOf returns a sentence of any article by its number, from 1. Errors:
// models.CodeNotFound for an unknown article or sentence, and those of the
// store.
func (w *Workspace) SentenceOf(ctx context.Context, articleUID string, number int) (models.Sentence, error) {
	w.action.Lock()
	defer w.action.Unlock()
	return w.sentenceOf(ctx, articleUID, number)
}

// sentenceOf looks in the current article, and opens the one that is asked for
// when another is current: scripts work article by article.
func (w *Workspace) sentenceOf(ctx context.Context, articleUID string, number int) (models.Sentence, error) {
	content, ok := w.Article()
	if !ok || content.Article.UID != articleUID {
		if err := w.openAt(ctx, articleUID, 0); err != nil {
			return models.Sentence{}, err
		}
		content, _ = w.Article()
	}
	if number < 1 || number > len(content.Sentences) {
		return models.Sentence{}, models.Errorf(models.CodeNotFound, "The article %s has no sentence %d; it has %d, counted from 1.",
			articleUID, number, len(content.Sentences))
	}
	return content.Sentences[number-1], nil
}
