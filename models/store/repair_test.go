package store_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"glossator/models"
	"glossator/models/store"
)

// paragraphs makes an article of blocks, each of so many sentences.
func paragraphs(blocks ...int) models.Draft {
	var text strings.Builder
	d := models.Draft{Segmenter: "test/1"}
	d.Title, d.Format, d.Name = "Paragraphs", "text", "p.txt"
	offset := 0
	for block, count := range blocks {
		start := offset
		for i := range count {
			if i > 0 {
				text.WriteByte(' ')
				offset++
			}
			sentence := fmt.Sprintf("Сөйлем %d of %d 😀%s.", i+1, block+1, strings.Repeat(" word", i%3))
			length := len([]rune(sentence))
			d.Sentences = append(d.Sentences, models.Sentence{
				BlockSeq: block, Seq: len(d.Sentences) + 1, StartOff: offset, EndOff: offset + length, Text: sentence,
			})
			text.WriteString(sentence)
			offset += length
		}
		d.Blocks = append(d.Blocks, models.Block{Seq: block, Kind: models.BlockParagraph, StartOff: start, EndOff: offset})
		text.WriteByte('\n')
		offset++
	}
	d.Text = text.String()
	return d
}

// newPaper is a room whose one article has these blocks.
func newPaper(tb testing.TB, blocks ...int) *room {
	tb.Helper()
	r := newRoom(tb, options(), 0, 0)
	added, err := r.AddArticles(tb.Context(), r.by, []models.Draft{paragraphs(blocks...)})
	if err != nil {
		tb.Fatal(err)
	}
	r.articles = []models.Article{added[0].Article}
	return r
}

func (r *room) put(tb testing.TB, by store.Actor, s models.Sentence, label, note string, details map[string]string) models.Annotation {
	tb.Helper()
	a, err := r.PutLabel(tb.Context(), by, store.PutLabel{SentenceID: s.ID, LabelKey: label, Note: &note, Details: details})
	if err != nil {
		tb.Fatal(err)
	}
	return a
}

func TestJoinCarriesAllLayers(t *testing.T) {
	t.Parallel()
	r := newPaper(t, 3, 2)
	ctx := t.Context()
	_, berik := r.actor(t, "Berik")
	s := r.sentences(t, 0)
	first := r.put(t, r.by, s[0], "statistic", "one", nil)
	r.put(t, r.by, s[1], "statistic", "two", map[string]string{"value": "7"})
	r.put(t, r.by, s[1], "claim", "", nil)
	r.put(t, berik, s[1], "statistic", "his", nil)
	joined, err := r.JoinSentences(ctx, r.by, s[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	if joined.StartOff != s[0].StartOff || joined.EndOff != s[1].EndOff || joined.Text != s[0].Text+" "+s[1].Text || joined.Seq != 1 {
		t.Errorf("joined %+v", joined)
	}
	list, err := r.Annotations(ctx, r.articles[0].UID)
	if err != nil || len(list) != 3 {
		t.Fatalf("%d annotations, %v", len(list), err)
	}
	for _, a := range list {
		if a.SentenceID != joined.ID {
			t.Errorf("%+v stands elsewhere", a)
		}
		if a.UID == first.UID && (a.Note != "one\ntwo" || len(a.Details) != 1) {
			t.Errorf("the first of two has the note %q and %d details", a.Note, len(a.Details))
		}
	}
	article, _, err := r.Articles(ctx, models.ArticleFilter{AnnotatorID: r.by.AnnotatorID})
	if err != nil || article[0].SentenceCount != 4 {
		t.Errorf("%+v, %v", article, err)
	}
	r.sound(t)
	r.reopen(t, options())
	step, err := r.Undo(ctx, r.by)
	if err != nil || step.Entity != models.EntitySegmentation || step.Grown != -1 || step.SentenceID != s[0].ID || step.Sentence != 1 {
		t.Errorf("undone %+v, %v", step, err)
	}
	if got := r.sentences(t, 0); !slices.Equal(got, s) {
		t.Errorf("after undo %+v, want %+v", got, s)
	}
	r.sound(t)
}

func TestSplitCarriesByOverlap(t *testing.T) {
	t.Parallel()
	r := newPaper(t, 3)
	ctx := t.Context()
	s := r.sentences(t, 0)[2] // "Сөйлем 3 of 1 😀 word word."
	r.put(t, r.by, s, "claim", "note", nil)
	cut := s.StartOff + len([]rune("Сөйлем 3")) + 1 // after the space
	part, err := r.SplitSentence(ctx, r.by, s.ID, cut)
	if err != nil {
		t.Fatal(err)
	}
	now := r.sentences(t, 0)
	if part.Text != "Сөйлем 3" || len(now) != 4 || now[3].Text != "of 1 😀 word word." || now[3].Seq != 4 {
		t.Errorf("part %q of %+v", part.Text, now)
	}
	list, err := r.Annotations(ctx, r.articles[0].UID)
	if err != nil || len(list) != 1 || list[0].SentenceID != now[3].ID || list[0].Note != "note" {
		t.Errorf("%+v, %v", list, err)
	}
	r.sound(t)
}

func TestReadingsAreCarriedOnlyWhereTrue(t *testing.T) {
	t.Parallel()
	r := newPaper(t, 4)
	ctx, uid := t.Context(), r.articles[0].UID
	s := r.sentences(t, 0)
	if err := r.SetReading(ctx, r.by, []int64{s[0].ID, s[1].ID, s[2].ID}, true); err != nil {
		t.Fatal(err)
	}
	whole, err := r.JoinSentences(ctx, r.by, s[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	half, err := r.JoinSentences(ctx, r.by, s[2].ID)
	if err != nil {
		t.Fatal(err)
	}
	read, err := r.Readings(ctx, uid, r.by.AnnotatorID)
	if err != nil || !read[whole.ID] || read[half.ID] {
		t.Errorf("read %v, want %d only; %v", read, whole.ID, err)
	}
	if _, err := r.SplitSentence(ctx, r.by, whole.ID, s[1].StartOff); err != nil {
		t.Fatal(err)
	}
	read, err = r.Readings(ctx, uid, r.by.AnnotatorID)
	if err != nil || !read[s[0].ID] || !read[s[1].ID] {
		t.Errorf("read %v, want the old two; %v", read, err)
	}
	r.sound(t)
}

func TestRepairsThatAreRefused(t *testing.T) {
	t.Parallel()
	r := newRoom(t, options(), 0, 0)
	d := paragraphs(2, 1)
	const lead = "Cafe\u0301 is open."
	d.Text = lead + "\n" + d.Text
	shift := len([]rune(lead)) + 1
	for i := range d.Blocks {
		d.Blocks[i].Seq++
		d.Blocks[i].StartOff += shift
		d.Blocks[i].EndOff += shift
	}
	for i := range d.Sentences {
		d.Sentences[i].BlockSeq++
		d.Sentences[i].Seq++
		d.Sentences[i].StartOff += shift
		d.Sentences[i].EndOff += shift
	}
	d.Blocks = append([]models.Block{{Kind: models.BlockParagraph, EndOff: shift - 1}}, d.Blocks...)
	d.Sentences = append([]models.Sentence{{Seq: 1, EndOff: shift - 1, Text: lead}}, d.Sentences...)
	added, err := r.AddArticles(t.Context(), r.by, []models.Draft{d})
	if err != nil {
		t.Fatal(err)
	}
	r.articles = []models.Article{added[0].Article}
	s := r.sentences(t, 0)
	for name, call := range map[string]func() error{
		"joining the last of a paragraph": func() error { _, err := r.JoinSentences(t.Context(), r.by, s[2].ID); return err },
		"joining the only one":            func() error { _, err := r.JoinSentences(t.Context(), r.by, s[0].ID); return err },
		"cutting at the start":            func() error { _, err := r.SplitSentence(t.Context(), r.by, s[1].ID, s[1].StartOff); return err },
		"cutting at the end":              func() error { _, err := r.SplitSentence(t.Context(), r.by, s[1].ID, s[1].EndOff); return err },
		"cutting elsewhere":               func() error { _, err := r.SplitSentence(t.Context(), r.by, s[1].ID, s[2].StartOff+3); return err },
		"cutting inside a letter":         func() error { _, err := r.SplitSentence(t.Context(), r.by, s[0].ID, 4); return err },
	} {
		if err := call(); models.CodeOf(err) != models.CodeInvalid || !strings.HasSuffix(models.Explain(err), ".") {
			t.Errorf("%s: %v", name, err)
		}
	}
	_, err = r.JoinSentences(t.Context(), r.by, 999)
	wantCode(t, err, models.CodeNotFound)
	if got := r.sentences(t, 0); !slices.Equal(got, s) {
		t.Error("a refused repair changed the sentences")
	}
	r.sound(t)
}

func TestUndoOfRepairKeepsOthersLaterWork(t *testing.T) {
	t.Parallel()
	r := newPaper(t, 3)
	ctx := t.Context()
	_, berik := r.actor(t, "Berik")
	joined, err := r.JoinSentences(ctx, r.by, r.sentences(t, 0)[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	r.put(t, berik, joined, "claim", "his", nil)
	before := r.sentences(t, 0)
	_, err = r.Undo(ctx, r.by)
	wantCode(t, err, models.CodeConflict)
	if got := r.sentences(t, 0); !slices.Equal(got, before) {
		t.Error("a refused undo changed the sentences")
	}
	r.sound(t)
	if _, err := r.Undo(ctx, berik); err != nil {
		t.Fatal(err)
	}
	if _, err := r.Undo(ctx, r.by); err != nil {
		t.Fatal(err)
	}
	r.sound(t)
}

func TestOthersUndoFollowsARepair(t *testing.T) {
	t.Parallel()
	r := newPaper(t, 3)
	ctx := t.Context()
	_, berik := r.actor(t, "Berik")
	s := r.sentences(t, 0)
	a := r.put(t, berik, s[1], "claim", "his", nil)
	if _, err := r.SetNote(ctx, berik, a.UID, "better"); err != nil {
		t.Fatal(err)
	}
	joined, err := r.JoinSentences(ctx, r.by, s[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := r.Undo(ctx, berik); err != nil {
		t.Fatalf("a repair keeps another from taking her note back: %v", err)
	}
	list, err := r.Annotations(ctx, r.articles[0].UID)
	if err != nil || len(list) != 1 || list[0].Note != "his" || list[0].SentenceID != joined.ID {
		t.Errorf("%+v, %v", list, err)
	}
	if _, err := r.Undo(ctx, berik); err != nil {
		t.Fatal(err)
	}
	_, err = r.Undo(ctx, r.by) // what the repair carried is no longer there
	wantCode(t, err, models.CodeConflict)
	r.sound(t)
	for range 2 {
		if _, err := r.Redo(ctx, berik); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := r.Undo(ctx, r.by); err != nil {
		t.Fatal(err)
	}
	list, err = r.Annotations(ctx, r.articles[0].UID)
	if err != nil || len(list) != 1 || list[0].Note != "better" || list[0].SentenceID != s[1].ID {
		t.Errorf("%+v, %v", list, err)
	}
	r.sound(t)
	replay(t, r)
}

func TestRepairDoesNotHinderTheArticlesOwnHistory(t *testing.T) {
	t.Parallel()
	r := newPaper(t, 3)
	ctx, uid := t.Context(), r.articles[0].UID
	_, berik := r.actor(t, "Berik")
	if _, err := r.EditArticle(ctx, r.by, uid, func(a *models.Article) { a.Title = "Hers" }); err != nil {
		t.Fatal(err)
	}
	if _, err := r.JoinSentences(ctx, berik, r.sentences(t, 0)[0].ID); err != nil {
		t.Fatal(err)
	}
	if _, err := r.Undo(ctx, r.by); err != nil {
		t.Fatalf("the title cannot be taken back after a repair: %v", err)
	}
	content, err := r.Content(ctx, uid)
	if err != nil || content.Article.Title != "Paragraphs" || content.Article.SentenceCount != 2 {
		t.Errorf("%+v, %v", content.Article, err)
	}
	r.sound(t)
}

func TestHistoryFollowsThroughRepairs(t *testing.T) {
	t.Parallel()
	r := newPaper(t, 3)
	ctx := t.Context()
	s := r.sentences(t, 0)
	r.put(t, r.by, s[1], "claim", "", nil)
	joined, err := r.JoinSentences(ctx, r.by, s[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	events, err := r.SentenceHistory(ctx, joined.ID)
	if err != nil || len(events) != 3 || events[1].Entity != models.EntitySegmentation {
		t.Errorf("%+v, %v", events, err)
	}
	events, err = r.SentenceHistory(ctx, s[2].ID)
	if err != nil || len(events) != 0 {
		t.Errorf("the third sentence has the history %+v, %v", events, err)
	}
}
