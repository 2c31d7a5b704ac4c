package workspace

import (
	"context"

	"glossator/app/segment"
	"glossator/models"
	"glossator/models/store"
)

// Revision is what somebody corrects about an article.
type Revision struct {
	Article func(*models.Article) // changes what is said about it; nil: nothing
	Blocks  []models.Block        // those that are something else than before; only Seq, Kind and Boilerplate count
}

// ReviseArticle corrects what is said about an article and what its blocks are,
// as one step of undo. A block that becomes part of the body is cut into
// sentences, in the language that the article then has; one that is set apart
// loses them. Errors: models.CodeInvalid while there are labels on them, and
// those of the store.
func (w *Workspace) ReviseArticle(ctx context.Context, uid string, revision Revision) error {
	return w.do(func(by actor) error {
		content, err := w.store.Content(ctx, uid)
		if err != nil {
			return err
		}
		if revision.Article != nil {
			revision.Article(&content.Article)
		}
		wanted := store.Revision{Article: revision.Article}
		text := []rune(content.Text)
		for _, block := range revision.Blocks {
			wanted.Blocks = append(wanted.Blocks, revise(text, content, block))
		}
		if _, err := w.store.ReviseArticle(ctx, by, uid, wanted); err != nil {
			return err
		}
		return w.articlesChanged(ctx)
	})
}

// revise cuts a block that becomes part of the body.
func revise(text []rune, content models.Content, block models.Block) store.BlockRevision {
	wanted := store.BlockRevision{Seq: block.Seq, Kind: block.Kind, Boilerplate: block.Boilerplate, Segmenter: segment.Version}
	if block.Apart() || block.Seq < 0 || block.Seq >= len(content.Blocks) {
		return wanted
	}
	place := content.Blocks[block.Seq]
	wanted.Cut = placesOf(cutBlock(string(text[place.StartOff:place.EndOff]), place.StartOff, content.Article.Language))
	return wanted
}

func placesOf(pieces []piece) [][2]int {
	places := make([][2]int, len(pieces))
	for i, p := range pieces {
		places[i] = [2]int{p.start, p.end}
	}
	return places
}
