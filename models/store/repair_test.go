package store_test

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
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

// layout is the plain model of one article: its sentences, and what two people
// have put on them.
type layout struct {
	sentences []spot
	marks     map[mark]string // the note and values of a label; empty for a reading
}

type spot struct{ block, start, end int }

type mark struct {
	who   string
	at    spot
	label string // empty: read, nothing here
}

func (l *layout) clone() layout {
	return layout{sentences: slices.Clone(l.sentences), marks: maps.Clone(l.marks)}
}

func (l *layout) equal(o layout) bool {
	return slices.Equal(l.sentences, o.sentences) && maps.Equal(l.marks, o.marks)
}

// replace carries the marks of old sentences to the new ones.
func (l *layout) replace(at int, old, fresh []spot) {
	l.sentences = slices.Replace(l.sentences, at, at+len(old), fresh...)
	for _, who := range []string{"A", "B"} {
		reads := 0
		for _, from := range old {
			best := fresh[0]
			for _, f := range fresh {
				if min(f.end, from.end)-max(f.start, from.start) > min(best.end, from.end)-max(best.start, from.start) {
					best = f
				}
			}
			for _, label := range labelKeys {
				text, ok := l.marks[mark{who, from, label}]
				if !ok {
					continue
				}
				delete(l.marks, mark{who, from, label})
				if has, twice := l.marks[mark{who, best, label}]; twice {
					text = together(has, text)
				}
				l.marks[mark{who, best, label}] = text
			}
			if _, ok := l.marks[mark{who, from, ""}]; ok {
				delete(l.marks, mark{who, from, ""})
				reads++
			}
		}
		for _, f := range fresh {
			labelled := slices.ContainsFunc(labelKeys, func(key string) bool { _, on := l.marks[mark{who, f, key}]; return on })
			if reads == len(old) && !labelled {
				l.marks[mark{who, f, ""}] = ""
			}
		}
	}
}

// together is what two annotations of one label become.
func together(first, second string) string {
	note, details, _ := strings.Cut(first, "[")
	added, others, _ := strings.Cut(second, "[")
	switch {
	case added == "" || added == note:
	case note == "":
		note = added
	default:
		note += "\n" + added
	}
	if details == "]" {
		details = others
	}
	return note + "[" + details
}

// laid reads the article back in the model's form.
func laid(tb testing.TB, r *room, people map[string]store.Actor) layout {
	tb.Helper()
	ctx, uid := r.context(), r.articles[0].UID
	labels, err := r.Labels(ctx)
	if err != nil {
		tb.Fatal(err)
	}
	keys := map[int64]string{}
	for _, l := range labels {
		keys[l.ID] = l.Key
	}
	found, at := layout{marks: map[mark]string{}}, map[int64]spot{}
	for i, s := range r.sentences(tb, 0) {
		if s.Seq != i+1 {
			tb.Fatalf("sentence %d has the number %d", i+1, s.Seq)
		}
		at[s.ID] = spot{s.BlockSeq, s.StartOff, s.EndOff}
		found.sentences = append(found.sentences, at[s.ID])
	}
	list, err := r.Annotations(ctx, uid)
	if err != nil {
		tb.Fatal(err)
	}
	for who, by := range people {
		for _, a := range list {
			if a.AnnotatorID != by.AnnotatorID {
				continue
			}
			values := []string{}
			for _, d := range a.Details {
				values = append(values, d.ValueText)
			}
			text, err := json.Marshal(values)
			if err != nil {
				tb.Fatal(err)
			}
			found.marks[mark{who, at[a.SentenceID], keys[a.LabelID]}] = a.Note + string(text)
		}
		read, err := r.Readings(ctx, uid, by.AnnotatorID)
		if err != nil {
			tb.Fatal(err)
		}
		for id := range read {
			found.marks[mark{who, at[id], ""}] = ""
		}
	}
	return found
}

// workshop plays a program of repairs, labels, undo and redo on the store and
// on the model.
type workshop struct {
	t      *testing.T
	r      *room
	text   []rune
	people map[string]store.Actor
	states []layout
	now    int
}

func newWorkshop(t *testing.T) *workshop {
	t.Helper()
	r := newPaper(t, 4, 1, 3)
	_, berik := r.actor(t, "Berik")
	w := &workshop{t: t, r: r, text: []rune(paragraphs(4, 1, 3).Text), people: map[string]store.Actor{"A": r.by, "B": berik}}
	for i, s := range r.sentences(t, 0) {
		if i%2 == 0 {
			r.put(t, berik, s, labelKeys[i%3], fmt.Sprint("his ", i), nil)
			continue
		}
		if err := r.SetReading(t.Context(), berik, []int64{s.ID}, true); err != nil {
			t.Fatal(err)
		}
	}
	w.states = []layout{laid(t, r, w.people)}
	return w
}

// call makes a change on the store.
func (w *workshop) call(by store.Actor, what, where byte, s models.Sentence) error {
	var err error
	ctx := w.t.Context()
	switch what {
	case 0, 1:
		_, _, err = w.r.ToggleLabel(ctx, by, s.ID, labelOf(where))
	case 2:
		note := fmt.Sprint("n", where%4)
		_, err = w.r.PutLabel(ctx, by, store.PutLabel{
			SentenceID: s.ID, LabelKey: "statistic", Note: &note, Details: map[string]string{"value": strconv.Itoa(int(where))}})
	case 3:
		err = w.r.SetReading(ctx, by, []int64{s.ID}, true)
	case 4, 5:
		_, err = w.r.JoinSentences(ctx, by, s.ID)
	case 6, 7:
		_, err = w.r.SplitSentence(ctx, by, s.ID, cutOf(where, s))
	default:
		w.r.reopen(w.t, options())
	}
	return err
}

func labelOf(where byte) string { return labelKeys[int(where>>4)%3] }

func cutOf(where byte, s models.Sentence) int {
	return s.StartOff + int(where>>2)%(s.EndOff-s.StartOff+2) - 1
}

// act does a change or a turn on both sides.
func (w *workshop) act(what, where byte) {
	w.t.Helper()
	switch what {
	case 8, 9:
		w.turn(w.r.Undo, w.now > 0, -1)
		return
	case 10:
		w.turn(w.r.Redo, w.now+1 < len(w.states), 1)
		return
	}
	sentences := w.r.sentences(w.t, 0)
	at := int(where) % len(sentences)
	err := w.call(w.r.by, what, where, sentences[at])
	next := w.states[w.now].clone()
	if !next.change(what, where, at, sentences[at], w.text) {
		wantCode(w.t, err, models.CodeInvalid)
		return
	}
	if err != nil {
		w.t.Fatal(err)
	}
	if !next.equal(w.states[w.now]) {
		w.states = append(w.states[:w.now+1], next)
		w.now++
	}
}

// change does a change on the model; false: it is refused.
func (l *layout) change(what, where byte, at int, s models.Sentence, text []rune) bool {
	here := l.sentences[at]
	switch what {
	case 0, 1:
		key := mark{"A", here, labelOf(where)}
		if _, on := l.marks[key]; on {
			delete(l.marks, key)
		} else {
			l.marks[key] = "[]"
			delete(l.marks, mark{"A", here, ""})
		}
	case 2:
		if _, on := l.marks[mark{"A", here, "statistic"}]; !on {
			delete(l.marks, mark{"A", here, ""})
		}
		l.marks[mark{"A", here, "statistic"}] = fmt.Sprintf("n%d[\"%d\"]", where%4, where)
	case 3:
		l.marks[mark{"A", here, ""}] = ""
	case 4, 5:
		if at+1 == len(l.sentences) || l.sentences[at+1].block != here.block {
			return false
		}
		b := l.sentences[at+1]
		l.replace(at, []spot{here, b}, []spot{{here.block, here.start, b.end}})
	case 6, 7:
		cut := cutOf(where, s)
		if cut <= here.start || cut >= here.end {
			return false
		}
		left, right := strings.TrimSpace(string(text[here.start:cut])), strings.TrimSpace(string(text[cut:here.end]))
		if left == "" || right == "" {
			return false
		}
		l.replace(at, []spot{here}, []spot{
			{here.block, here.start, here.start + len([]rune(left))}, {here.block, here.end - len([]rune(right)), here.end}})
	}
	return true
}

// turn steps back or forth. Below the first state stands the import.
func (w *workshop) turn(call func(context.Context, store.Actor) (models.Step, error), can bool, by int) {
	w.t.Helper()
	if !can && by < 0 {
		return
	}
	_, err := call(w.t.Context(), w.r.by)
	if !can {
		wantCode(w.t, err, models.CodeNothing)
		return
	}
	if err != nil {
		w.t.Fatal(err)
	}
	w.now += by
}

// FuzzRepair holds that store and plain model agree after every move of any
// program of joins, cuts, labels, undo, redo and restarts, and that at its end
// history replays to the tables.
func FuzzRepair(f *testing.F) {
	for seed := range 24 {
		program := make([]byte, 120)
		for i := range program {
			program[i] = byte((i*i*11 + i*37 + seed*101 + i*seed*7) >> 1)
		}
		f.Add(program)
	}
	f.Add([]byte{4, 0, 6, 40, 4, 0, 8, 0, 8, 0, 10, 0, 10, 0})
	f.Fuzz(func(t *testing.T, program []byte) {
		t.Parallel()
		const longest = 160
		w := newWorkshop(t)
		program = program[:min(len(program), longest)]
		for i := 0; i+1 < len(program); i += 2 {
			w.act(program[i]%12, program[i+1])
			if got := laid(t, w.r, w.people); !got.equal(w.states[w.now]) {
				t.Fatalf("step %d (%d %d):\n got %v\nwant %v", i/2, program[i]%12, program[i+1], got, w.states[w.now])
			}
		}
		w.r.sound(t)
		replay(t, w.r)
	})
}

// FuzzRepairTogether holds for two people who take turns: redo brings back
// exactly what undo took away, a refused one changes nothing, and the project
// stays sound.
func FuzzRepairTogether(f *testing.F) {
	for seed := range 16 {
		program := make([]byte, 90)
		for i := range program {
			program[i] = byte((i*i*5 + i*29 + seed*89 + i*seed*11) >> 1)
		}
		f.Add(program)
	}
	f.Fuzz(func(t *testing.T, program []byte) {
		t.Parallel()
		const longest = 120
		w := newWorkshop(t)
		program = program[:min(len(program), longest)]
		for i := 0; i+1 < len(program); i += 2 {
			what, where := program[i]%12, program[i+1]
			by := []store.Actor{w.people["A"], w.people["B"]}[program[i]>>4&1]
			if what >= 8 && what <= 10 {
				w.thereAndBack(by, where&1 == 0)
				continue
			}
			sentences := w.r.sentences(t, 0)
			err := w.call(by, what, where, sentences[int(where)%len(sentences)])
			if err != nil && models.CodeOf(err) != models.CodeInvalid {
				t.Fatal(err)
			}
		}
		w.r.sound(t)
		replay(t, w.r)
	})
}

// thereAndBack takes a step back, does it again, and leaves it undone if asked.
func (w *workshop) thereAndBack(by store.Actor, leave bool) {
	t := w.t
	t.Helper()
	undo, _, err := w.r.UndoState(t.Context(), by)
	if err != nil || undo == nil || undo.Kind == models.KindImport {
		return
	}
	before := laid(t, w.r, w.people)
	if _, err := w.r.Undo(t.Context(), by); err != nil {
		wantCode(t, err, models.CodeConflict)
		if after := laid(t, w.r, w.people); !after.equal(before) {
			t.Fatalf("a refused undo (%v) changed %v to %v", err, before, after)
		}
		return
	}
	undone := laid(t, w.r, w.people)
	if _, err := w.r.Redo(t.Context(), by); err != nil {
		t.Fatal(err)
	}
	if after := laid(t, w.r, w.people); !after.equal(before) {
		t.Fatalf("redo brought %v instead of %v", after, before)
	}
	if !leave {
		return
	}
	if _, err := w.r.Undo(t.Context(), by); err != nil {
		t.Fatal(err)
	}
	if after := laid(t, w.r, w.people); !after.equal(undone) {
		t.Fatalf("a second undo brought %v instead of %v", after, undone)
	}
}

// replay fails the test unless the history, read from its start, is one chain
// for every entity and ends in what the tables hold.
func replay(tb testing.TB, r *room) {
	tb.Helper()
	if err := store.Replay(tb.Context(), r.Store); err != nil {
		tb.Error(err)
	}
}
