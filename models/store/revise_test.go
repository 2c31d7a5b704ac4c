package store_test

import (
	"slices"
	"strings"
	"testing"

	"glossator/models"
	"glossator/models/store"
)

// cutsOf returns where the sentences of a block of the first article stand.
func (r *room) cutsOf(tb testing.TB, block int) [][2]int {
	tb.Helper()
	cuts, err := r.Cuts(tb.Context(), r.articles[0].UID)
	if err != nil {
		tb.Fatal(err)
	}
	for _, cut := range cuts {
		if cut.Block == block {
			return cut.Sentences
		}
	}
	return nil
}

func (r *room) revise(tb testing.TB, revision store.Revision) error {
	tb.Helper()
	_, err := r.ReviseArticle(tb.Context(), r.by, r.articles[0].UID, revision)
	return err
}

func (r *room) block(tb testing.TB, seq int) models.Block {
	tb.Helper()
	content, err := r.Content(tb.Context(), r.articles[0].UID)
	if err != nil {
		tb.Fatal(err)
	}
	return content.Blocks[seq]
}

func TestBlockSetApartLosesItsSentencesOnce(t *testing.T) {
	t.Parallel()
	r := newPaper(t, 2, 3, 1)
	ctx := t.Context()
	was := r.cutsOf(t, 1)
	if err := r.SetReading(ctx, r.by, []int64{r.sentences(t, 0)[3].ID}, true); err != nil {
		t.Fatal(err)
	}
	apart := store.BlockRevision{Seq: 1, Kind: models.BlockParagraph, Boilerplate: true}
	if err := r.revise(t, store.Revision{Blocks: []store.BlockRevision{apart}}); err != nil {
		t.Fatal(err)
	}
	s := r.sentences(t, 0)
	if len(s) != 3 || s[2].BlockSeq != 2 || s[2].Seq != 3 || !r.block(t, 1).Boilerplate {
		t.Errorf("%d sentences are left, the last %+v", len(s), s[len(s)-1])
	}
	r.sound(t)
	r.reopen(t, options())
	step, err := r.Undo(ctx, r.by)
	if err != nil || step.Entity != models.EntityBlock || step.ArticleUID != r.articles[0].UID {
		t.Fatalf("undone %+v, %v", step, err)
	}
	if got := r.cutsOf(t, 1); !slices.Equal(got, was) || r.block(t, 1).Boilerplate {
		t.Errorf("after undo the block is cut at %v, want %v", got, was)
	}
	if read, err := r.Readings(ctx, r.articles[0].UID, r.by.AnnotatorID); err != nil || len(read) != 1 {
		t.Errorf("after undo %v are marked as read, %v", read, err)
	}
	if _, err := r.Redo(ctx, r.by); err != nil || r.cutsOf(t, 1) != nil {
		t.Errorf("redo: %v", err)
	}
	r.sound(t)
}

func TestBlockWithWorkStaysInTheText(t *testing.T) {
	t.Parallel()
	r := newPaper(t, 2, 1)
	_, berik := r.actor(t, "Berik")
	r.put(t, berik, r.sentences(t, 0)[0], "claim", "", nil)
	title := func(a *models.Article) { a.Title = "Another" }
	err := r.revise(t, store.Revision{Article: title, Blocks: []store.BlockRevision{{Seq: 0, Kind: models.BlockByline}}})
	wantCode(t, err, models.CodeInvalid)
	if content, err := r.Content(t.Context(), r.articles[0].UID); err != nil ||
		content.Article.Title == "Another" || content.Blocks[0].Kind != models.BlockParagraph || len(content.Sentences) != 3 {
		t.Errorf("a part of what was refused was done: %+v, %v", content.Article, err)
	}
	if err := r.revise(t, store.Revision{Blocks: []store.BlockRevision{{Seq: 0, Kind: models.BlockHeading}}}); err != nil {
		t.Errorf("a heading may have labels: %v", err)
	}
	wantCode(t, r.revise(t, store.Revision{Blocks: []store.BlockRevision{{Seq: 9, Kind: models.BlockHeading}}}), models.CodeNotFound)
	r.sound(t)
}

func TestBlockTakenIntoTheTextIsCut(t *testing.T) {
	t.Parallel()
	draft := paragraphs(1, 2)
	draft.Blocks[0].Boilerplate = true
	draft.Sentences = draft.Sentences[1:]
	for i := range draft.Sentences {
		draft.Sentences[i].Seq = i + 1
	}
	r := newRoom(t, options(), 0, 0)
	added, err := r.AddArticles(t.Context(), r.by, []models.Draft{draft})
	if err != nil {
		t.Fatal(err)
	}
	r.articles = []models.Article{added[0].Article}
	end := draft.Blocks[0].EndOff
	into := store.BlockRevision{Seq: 0, Kind: models.BlockParagraph, Cut: [][2]int{{0, 6}, {7, end}}, Segmenter: "test/2"}
	if err := r.revise(t, store.Revision{Article: func(a *models.Article) { a.Language = "kk" }, Blocks: []store.BlockRevision{into}}); err != nil {
		t.Fatal(err)
	}
	s := r.sentences(t, 0)
	if len(s) != 4 || s[0].Text != "Сөйлем" || s[3].Seq != 4 {
		t.Fatalf("%+v", s)
	}
	_, berik := r.actor(t, "Berik")
	r.put(t, berik, s[0], "claim", "", nil)
	_, err = r.Undo(t.Context(), r.by)
	wantCode(t, err, models.CodeConflict) // his label would have no place
	r.sound(t)
}

// merged returns the cut of a block with two neighbours joined.
func merged(cut [][2]int, at int) [][2]int {
	return slices.Replace(slices.Clone(cut), at, at+2, [2]int{cut[at][0], cut[at+1][1]})
}

func TestSegmentAgainCarriesAndSparesHands(t *testing.T) {
	t.Parallel()
	r := newPaper(t, 3, 3, 2)
	ctx := t.Context()
	s := r.sentences(t, 0)
	first, second := r.cutsOf(t, 0), r.cutsOf(t, 1)
	kept := r.put(t, r.by, s[0], "claim", "kept", nil)
	moved := r.put(t, r.by, s[2], "statistic", "moved", map[string]string{"value": "7"})
	if _, err := r.JoinSentences(ctx, r.by, s[3].ID); err != nil {
		t.Fatal(err)
	}
	byHand := r.cutsOf(t, 1)
	wanted := store.Recut{ArticleUID: r.articles[0].UID, Segmenter: "test/2", Blocks: map[int][][2]int{0: merged(first, 1), 1: second}}
	changed, err := r.NewBatch().SegmentAgain(ctx, r.by, wanted)
	if err != nil || changed != 1 {
		t.Fatalf("%d blocks are cut anew, %v", changed, err)
	}
	if got := r.cutsOf(t, 1); !slices.Equal(got, byHand) {
		t.Errorf("the block that was cut by hand is cut at %v", got)
	}
	content, err := r.Content(ctx, r.articles[0].UID)
	if err != nil || content.Article.Segmenter != "test/2" || !content.Blocks[1].CutByHand || content.Blocks[0].CutByHand {
		t.Errorf("%+v %+v, %v", content.Article, content.Blocks, err)
	}
	list, err := r.Annotations(ctx, r.articles[0].UID)
	if err != nil || len(list) != 2 {
		t.Fatalf("%d annotations, %v", len(list), err)
	}
	for _, a := range list {
		switch a.UID {
		case kept.UID:
			if a.Version != kept.Version {
				t.Error("the annotation of a sentence that stays was touched")
			}
		case moved.UID:
			if a.SentenceID != content.Sentences[1].ID || a.Note != "moved" || len(a.Details) != 1 {
				t.Errorf("the other one is %+v", a)
			}
		}
	}
	r.sound(t)
	r.reopen(t, options())
	if step, err := r.Undo(ctx, r.by); err != nil || step.Segmenter != "test/2" {
		t.Errorf("undone %+v, %v", step, err)
	}
	if got := r.cutsOf(t, 0); !slices.Equal(got, first) {
		t.Errorf("after undo %v, want %v", got, first)
	}
	if _, err := r.Undo(ctx, r.by); err != nil {
		t.Fatal(err)
	}
	if got := r.block(t, 1); got.CutByHand {
		t.Error("a block whose repair was undone still counts as repaired by hand")
	}
	r.sound(t)
}

func TestSegmentAgainRefusesAHole(t *testing.T) {
	t.Parallel()
	r := newPaper(t, 2)
	cut := r.cutsOf(t, 0)
	_, err := r.NewBatch().SegmentAgain(t.Context(), r.by,
		store.Recut{ArticleUID: r.articles[0].UID, Segmenter: "test/2", Blocks: map[int][][2]int{0: cut[:1]}})
	wantCode(t, err, models.CodeInvalid)
	r.sound(t)
}

func TestBatchIsOneStep(t *testing.T) {
	t.Parallel()
	r := newRoom(t, options(), 1, 2)
	ctx := t.Context()
	batch := r.NewBatch()
	add := func(numbers ...int) {
		t.Helper()
		var drafts []models.Draft
		for _, n := range numbers {
			drafts = append(drafts, draft(n, 2))
		}
		if _, err := batch.AddArticles(ctx, r.by, drafts); err != nil {
			t.Fatal(err)
		}
	}
	add(1, 2)
	r.put(t, r.by, r.sentences(t, 0)[0], "claim", "", nil) // somebody goes on working
	add(3, 4, 5)
	steps, err := r.Steps(ctx, 0, 10)
	var told []string
	for _, step := range steps {
		told = append(told, string(step.Entity))
	}
	if err != nil || strings.Join(told, " ") != "article annotation article annotator" || steps[0].Events != 5 {
		t.Errorf("the history tells of %v, %+v, %v", told, steps[0], err)
	}
	if rest, err := r.Steps(ctx, steps[1].Seq, 10); err != nil || len(rest) != 2 {
		t.Errorf("older than the second: %+v, %v", rest, err)
	}
	r.reopen(t, options())
	if step, err := r.Undo(ctx, r.by); err != nil || step.Events != 5 {
		t.Fatalf("undone %+v, %v", step, err)
	}
	if _, total, err := r.Articles(ctx, models.ArticleFilter{}); err != nil || total != 1 {
		t.Errorf("%d articles are left, %v", total, err)
	}
	if _, err := r.Redo(ctx, r.by); err != nil {
		t.Fatal(err)
	}
	if _, total, err := r.Articles(ctx, models.ArticleFilter{}); err != nil || total != 6 {
		t.Errorf("%d articles are there again, %v", total, err)
	}
	r.sound(t)
}

func TestBatchThatWasTakenBackBeginsAnew(t *testing.T) {
	t.Parallel()
	r := newRoom(t, options(), 0, 0)
	ctx := t.Context()
	batch := r.NewBatch()
	for i := range 2 {
		if _, err := batch.AddArticles(ctx, r.by, []models.Draft{draft(i, 1)}); err != nil {
			t.Fatal(err)
		}
		if i == 0 {
			if _, err := r.Undo(ctx, r.by); err != nil {
				t.Fatal(err)
			}
		}
	}
	if _, total, err := r.Articles(ctx, models.ArticleFilter{}); err != nil || total != 1 {
		t.Errorf("%d articles, %v", total, err)
	}
	if _, err := r.Undo(ctx, r.by); err != nil {
		t.Error(err)
	}
	if _, total, err := r.Articles(ctx, models.ArticleFilter{}); err != nil || total != 0 {
		t.Errorf("%d articles, %v", total, err)
	}
	r.sound(t)
}

func TestUndoToReachesOverABatch(t *testing.T) {
	t.Parallel()
	r := newRoom(t, options(), 1, 2)
	ctx := t.Context()
	batch := r.NewBatch()
	if _, err := batch.AddArticles(ctx, r.by, []models.Draft{draft(1, 1)}); err != nil {
		t.Fatal(err)
	}
	r.put(t, r.by, r.sentences(t, 0)[0], "claim", "", nil)
	if _, err := batch.AddArticles(ctx, r.by, []models.Draft{draft(2, 1)}); err != nil {
		t.Fatal(err)
	}
	steps, err := r.Steps(ctx, 0, 2)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := r.UndoTo(ctx, r.by, steps[1].GroupUID); err != nil {
		t.Fatal(err)
	}
	list, err := r.Annotations(ctx, r.articles[0].UID)
	if _, total, wrong := r.Articles(ctx, models.ArticleFilter{}); err != nil || wrong != nil || total != 1 || len(list) != 0 {
		t.Errorf("%d articles and %d annotations are left, %v", total, len(list), err)
	}
	r.sound(t)
}

func TestSignaturesAndAddresses(t *testing.T) {
	t.Parallel()
	r := newRoom(t, options(), 1, 1)
	ctx := t.Context()
	signed := draft(1, 1)
	signed.Signature, signed.URL = []byte{1, 2, 3}, "https://example.org/a"
	added, err := r.AddArticles(ctx, r.by, []models.Draft{signed})
	if err != nil {
		t.Fatal(err)
	}
	bare, err := r.Unsigned(ctx, 0, 10)
	if err != nil || len(bare) != 1 || bare[0].ID != r.articles[0].ID {
		t.Fatalf("without a signature: %+v, %v", bare, err)
	}
	if err := r.PutSignatures(ctx, []store.Signature{{ArticleID: bare[0].ID, Data: []byte{4}}}); err != nil {
		t.Fatal(err)
	}
	list, err := r.Signatures(ctx, 0)
	if err != nil || len(list) != 2 || string(list[1].Data) != "\x01\x02\x03" {
		t.Errorf("%+v, %v", list, err)
	}
	if found, err := r.ArticlesAt(ctx, []string{signed.URL, "https://example.org/b", ""}); err != nil || len(found) != 1 {
		t.Errorf("at the address: %+v, %v", found, err)
	}
	if err := r.DeleteArticles(ctx, r.by, []string{added[0].Article.UID}); err != nil {
		t.Fatal(err)
	}
	live, err := r.LiveArticles(ctx, []int64{r.articles[0].ID, added[0].Article.ID})
	if err != nil || len(live) != 1 || live[0].ID != r.articles[0].ID {
		t.Errorf("live: %+v, %v", live, err)
	}
	r.sound(t)
}
