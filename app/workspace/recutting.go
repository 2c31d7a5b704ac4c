package workspace

import (
	"context"
	"slices"

	"glossator/app/segment"
	"glossator/models"
	"glossator/models/store"
)

// Recut is what the present rules of cutting text into sentences would change
// about an article.
type Recut struct {
	Article models.Article
	From    string // the rules that cut it
	To      string // the present ones
	Blocks  []BlockRecut
	ByHand  int // blocks that somebody has cut by hand and that stay as they are
}

// BlockRecut is one block that would be cut otherwise.
type BlockRecut struct {
	Block   int // its number in the article, from 0
	Changes []Change
	places  [][2]int
}

// Change is sentences and those that would take their place.
type Change struct {
	Old, New []string
	Labels   int // live annotations of all layers on the old ones
}

// PlanRecut says what segmenting an article again would change. Nothing is
// changed. The error has models.CodeNotFound when it is not there.
func (w *Workspace) PlanRecut(ctx context.Context, uid string) (Recut, error) {
	content, err := w.store.Content(ctx, uid)
	if err != nil {
		return Recut{}, err
	}
	all, err := w.store.Annotations(ctx, uid)
	if err != nil {
		return Recut{}, err
	}
	labels := make(map[int64]int, len(all))
	for _, annotation := range all {
		labels[annotation.SentenceID]++
	}
	plan := Recut{Article: content.Article, From: content.Article.Segmenter, To: segment.Version}
	text := []rune(content.Text)
	for from := 0; from < len(content.Sentences); {
		to := from
		for to < len(content.Sentences) && content.Sentences[to].BlockSeq == content.Sentences[from].BlockSeq {
			to++
		}
		plan = plan.consider(text, content, content.Sentences[from:to], labels)
		from = to
	}
	return plan, nil
}

// consider plans one block, given by its sentences.
func (r Recut) consider(text []rune, content models.Content, live []models.Sentence, labels map[int64]int) Recut {
	seq := live[0].BlockSeq
	if seq >= len(content.Blocks) {
		return r
	}
	block := content.Blocks[seq]
	if block.CutByHand {
		r.ByHand++
		return r
	}
	pieces := cutBlock(string(text[block.StartOff:block.EndOff]), block.StartOff, content.Article.Language)
	if changes := compare(live, pieces, labels); len(changes) > 0 {
		r.Blocks = append(r.Blocks, BlockRecut{Block: seq, Changes: changes, places: placesOf(pieces)})
	}
	return r
}

// compare tells which sentences would be replaced by which pieces. Those that
// stay are in no change.
func compare(live []models.Sentence, pieces []piece, labels map[int64]int) []Change {
	var changes []Change
	for len(live)+len(pieces) > 0 {
		if len(live) > 0 && len(pieces) > 0 && live[0].StartOff == pieces[0].start && live[0].EndOff == pieces[0].end {
			live, pieces = live[1:], pieces[1:]
			continue
		}
		var change Change
		for end := -1; ; {
			switch {
			case len(live) > 0 && (end < 0 || live[0].StartOff < end):
				change.Old = append(change.Old, live[0].Text)
				change.Labels += labels[live[0].ID]
				end, live = max(end, live[0].EndOff), live[1:]
				continue
			case len(pieces) > 0 && (end < 0 || pieces[0].start < end):
				change.New = append(change.New, pieces[0].text)
				end, pieces = max(end, pieces[0].end), pieces[1:]
				continue
			}
			break
		}
		changes = append(changes, change)
	}
	return changes
}

// SegmentAgain cuts articles by the present rules, all of them as one step of
// undo, and returns how many blocks are cut otherwise now. What stands on
// sentences goes to those that take their place; blocks that somebody has cut by
// hand stay. Errors: models.CodeNotFound for an article that is not there, and
// models.CodeCancelled when ctx ended: the articles before are done.
func (w *Workspace) SegmentAgain(ctx context.Context, uids ...string) (changed int, err error) {
	if len(uids) > 1 {
		w.safeguard(ctx, store.BackupImport, backupRecent)
	}
	batch := w.store.NewBatch()
	for _, uid := range uids {
		if ctx.Err() != nil {
			return changed, models.Errorf(models.CodeCancelled, "The cutting was stopped; the articles before are done.").Because(ctx.Err())
		}
		count, err := w.recut(ctx, batch, uid)
		if err != nil {
			return changed, err
		}
		changed += count
	}
	return changed, nil
}

func (w *Workspace) recut(ctx context.Context, batch *store.Batch, uid string) (changed int, err error) {
	err = w.do(func(by actor) error {
		plan, err := w.PlanRecut(ctx, uid)
		if err != nil || len(plan.Blocks) == 0 {
			return err
		}
		wanted := store.Recut{ArticleUID: uid, Segmenter: plan.To, Blocks: make(map[int][][2]int, len(plan.Blocks))}
		for _, block := range plan.Blocks {
			wanted.Blocks[block.Block] = block.places
		}
		if changed, err = batch.SegmentAgain(ctx, by, wanted); err != nil {
			return err
		}
		return w.articlesChanged(ctx)
	})
	return changed, err
}

// Labels returns how many labels would go to other sentences.
func (r Recut) Labels() int {
	count := 0
	for _, block := range r.Blocks {
		for _, change := range block.Changes {
			count += change.Labels
		}
	}
	return count
}

// Sentences returns by how many sentences the article would grow; below 0: it
// would have fewer.
func (r Recut) Sentences() int {
	growth := 0
	for _, change := range slices.Concat(changesOf(r.Blocks)...) {
		growth += len(change.New) - len(change.Old)
	}
	return growth
}

func changesOf(blocks []BlockRecut) [][]Change {
	all := make([][]Change, len(blocks))
	for i, block := range blocks {
		all[i] = block.Changes
	}
	return all
}
