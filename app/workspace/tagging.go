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
		id, err := w.sentenceID(ctx, tag)
		if err != nil {
			return err
		}
		annotation, err := w.store.PutLabel(ctx, by, store.PutLabel{
			SentenceID: id, LabelKey: tag.Label, Note: tag.Note, Details: tag.Details,
		})
		uid = annotation.UID
		return err
	})
	return uid, err
}

// sentenceID finds the sentence of a tag in the current article, which it
// opens when another one is current: scripts tag article by article.
func (w *Workspace) sentenceID(ctx context.Context, tag Tag) (int64, error) {
	content, ok := w.Article()
	if !ok || content.Article.UID != tag.Article {
		if err := w.openAt(ctx, tag.Article, 0); err != nil {
			return 0, err
		}
		content, _ = w.Article()
	}
	if tag.Sentence < 1 || tag.Sentence > len(content.Sentences) {
		return 0, models.Errorf(models.CodeNotFound, "The article %s has no sentence %d; it has %d, counted from 1.",
			tag.Article, tag.Sentence, len(content.Sentences))
	}
	return content.Sentences[tag.Sentence-1].ID, nil
}
