package store_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"path/filepath"
	"testing"

	"glossator/models"
	"glossator/models/store"
)

// desk is what one annotator has done, in the plainest form: every mark by its
// sentence and label, and all earlier states as a stack.
type desk struct {
	by     store.Actor
	states []map[string]string // the one at position is now
	now    int
}

func (d *desk) state() map[string]string { return d.states[d.now] }

// move does a change on the desk; one that changes nothing is no step.
func (d *desk) move(change func(map[string]string)) {
	next := maps.Clone(d.state())
	change(next)
	if maps.Equal(next, d.state()) {
		return
	}
	d.states = append(d.states[:d.now+1], next)
	d.now++
}

// The moves of the model, each beside the call that it stands for.
type move struct {
	name  string
	model func(m map[string]string, sentence int)
	call  func(r *room, by store.Actor, s models.Sentence) error
}

var labelKeys = []string{"commitment", "statistic", "claim"}

func tagKey(sentence int, label string) string { return fmt.Sprintf("tag %d %s", sentence, label) }

func toggle(label string) move {
	return move{"toggle " + label, func(m map[string]string, sentence int) {
		key := tagKey(sentence, label)
		if _, on := m[key]; on {
			delete(m, key)
			return
		}
		m[key] = "[]"
		delete(m, fmt.Sprint("read ", sentence)) // a label says otherwise
	}, func(r *room, by store.Actor, s models.Sentence) error {
		_, _, err := r.ToggleLabel(r.context(), by, s.ID, label)
		return err
	}}
}

func put(value, note string) move {
	return move{"put " + value, func(m map[string]string, sentence int) {
		if _, on := m[tagKey(sentence, "statistic")]; !on {
			delete(m, fmt.Sprint("read ", sentence))
		}
		m[tagKey(sentence, "statistic")] = note + `["` + value + `"]`
	}, func(r *room, by store.Actor, s models.Sentence) error {
		_, err := r.PutLabel(r.context(), by, store.PutLabel{SentenceID: s.ID, LabelKey: "statistic", Note: &note, Details: map[string]string{"value": value}})
		return err
	}}
}

func reading(on bool) move {
	return move{fmt.Sprint("reading ", on), func(m map[string]string, sentence int) {
		delete(m, fmt.Sprint("read ", sentence))
		if on {
			m[fmt.Sprint("read ", sentence)] = ""
		}
	}, func(r *room, by store.Actor, s models.Sentence) error {
		return r.SetReading(r.context(), by, []int64{s.ID}, on)
	}}
}

func finished(on bool) move {
	return move{fmt.Sprint("finished ", on), func(m map[string]string, _ int) {
		delete(m, "finished")
		if on {
			m["finished"] = ""
		}
	}, func(r *room, by store.Actor, _ models.Sentence) error {
		return r.SetFinished(r.context(), by, r.articles[0].UID, on)
	}}
}

var clearAll = move{"clear", func(m map[string]string, sentence int) {
	for _, label := range labelKeys {
		delete(m, tagKey(sentence, label))
	}
}, func(r *room, by store.Actor, s models.Sentence) error {
	_, err := r.ClearLabels(r.context(), by, s.ID)
	return err
}}

var moves = []move{
	toggle("commitment"), toggle("statistic"), toggle("claim"), put("7", "n"), put("12,5", ""), clearAll,
	reading(true), reading(false), finished(true), finished(false),
}

// observed reads back what an annotator has done, in the model's form.
func observed(tb testing.TB, r *room, by store.Actor) map[string]string {
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
	index := map[int64]int{}
	for i, s := range r.sentences(tb, 0) {
		index[s.ID] = i
	}
	found := map[string]string{}
	list, err := r.Annotations(ctx, uid)
	if err != nil {
		tb.Fatal(err)
	}
	for _, a := range list {
		values := []string{}
		for _, d := range a.Details {
			values = append(values, d.ValueText)
		}
		text, err := json.Marshal(values)
		if err != nil {
			tb.Fatal(err)
		}
		if a.AnnotatorID == by.AnnotatorID {
			found[tagKey(index[a.SentenceID], keys[a.LabelID])] = a.Note + string(text)
		}
	}
	read, err := r.Readings(ctx, uid, by.AnnotatorID)
	if err != nil {
		tb.Fatal(err)
	}
	for id := range read {
		found[fmt.Sprint("read ", index[id])] = ""
	}
	progress, err := r.Progress(ctx, uid, by.AnnotatorID)
	if err != nil {
		tb.Fatal(err)
	}
	if progress.FinishedAt != nil {
		found["finished"] = ""
	}
	return found
}

// play runs a program of moves, two bytes each, on the store and on the model
// and compares them after every one.
func play(t *testing.T, program []byte) {
	t.Helper()
	r := newRoom(t, options(), 1, 3)
	_, berik := r.actor(t, "Berik")
	desks := []*desk{{by: r.by, states: []map[string]string{{}}}, {by: berik, states: []map[string]string{{}}}}
	sentences := r.sentences(t, 0)
	for i := 0; i+1 < len(program); i += 2 {
		at, what := program[i], int(program[i+1])%(len(moves)+4)
		d, sentence := desks[at&1], int(at>>1)%len(sentences)
		switch {
		case what < len(moves):
			m := moves[what]
			if err := m.call(r, d.by, sentences[sentence]); err != nil {
				t.Fatalf("%s: %v", m.name, err)
			}
			d.move(func(state map[string]string) { m.model(state, sentence) })
		case what < len(moves)+2:
			undo(t, r, d, d == desks[0])
		case what == len(moves)+2:
			redo(t, r, d)
		default:
			r.reopen(t, options())
		}
		for who, d := range desks {
			if got := observed(t, r, d.by); !maps.Equal(got, d.state()) {
				t.Fatalf("after step %d annotator %d has %v, want %v", i/2, who, got, d.state())
			}
		}
	}
	r.sound(t)
}

// undo takes a step back on both sides. The first annotator has also added the
// article, below all her steps; that step is not part of the model.
func undo(t *testing.T, r *room, d *desk, owner bool) {
	t.Helper()
	if d.now == 0 && owner {
		return
	}
	_, err := r.Undo(r.context(), d.by)
	if d.now == 0 {
		wantCode(t, err, models.CodeNothing)
		return
	}
	if err != nil {
		t.Fatal(err)
	}
	d.now--
}

func redo(t *testing.T, r *room, d *desk) {
	t.Helper()
	_, err := r.Redo(r.context(), d.by)
	if d.now == len(d.states)-1 {
		wantCode(t, err, models.CodeNothing)
		return
	}
	if err != nil {
		t.Fatal(err)
	}
	d.now++
}

// FuzzUndo holds that the store and the plain model agree after every move of
// any program of changes, undo, redo and restarts by two annotators, and that
// history replays to the tables at its end.
func FuzzUndo(f *testing.F) {
	for seed := range 12 {
		program := make([]byte, 80)
		for i := range program {
			program[i] = byte((i*i*7 + i*31 + seed*97 + i*seed*13) >> 1)
		}
		f.Add(program)
	}
	f.Add([]byte{0, 0, 0, 10, 0, 12, 0, 10, 0, 2, 0, 12, 0, 10, 0, 10})
	f.Fuzz(func(t *testing.T, program []byte) {
		t.Parallel()
		const longest = 160
		play(t, program[:min(len(program), longest)])
	})
}

func TestUndoRefusesOthersLaterWork(t *testing.T) {
	t.Parallel()
	r := newRoom(t, options(), 1, 3)
	ctx := t.Context()
	_, berik := r.actor(t, "Berik")
	uid := r.articles[0].UID
	if _, err := r.EditArticle(ctx, r.by, uid, func(a *models.Article) { a.Title = "Hers" }); err != nil {
		t.Fatal(err)
	}
	if _, err := r.EditArticle(ctx, berik, uid, func(a *models.Article) { a.Title = "His" }); err != nil {
		t.Fatal(err)
	}
	_, err := r.Undo(ctx, r.by)
	wantCode(t, err, models.CodeConflict)
	if _, err := r.Undo(ctx, berik); err != nil {
		t.Fatal(err)
	}
	step, err := r.Undo(ctx, r.by)
	if err != nil || step.Entity != models.EntityArticle || step.ArticleUID != uid {
		t.Errorf("%+v, %v", step, err)
	}
	rows, _, err := r.Articles(ctx, models.ArticleFilter{})
	if err != nil || rows[0].Title != "Статья 0" {
		t.Errorf("%+v, %v", rows, err)
	}
	r.sound(t)
}

func TestUndoOfImportKeepsTaggedArticles(t *testing.T) {
	t.Parallel()
	r := newRoom(t, options(), 2, 3)
	ctx := t.Context()
	_, berik := r.actor(t, "Berik")
	if _, _, err := r.ToggleLabel(ctx, berik, r.sentences(t, 1)[0].ID, "claim"); err != nil {
		t.Fatal(err)
	}
	_, err := r.Undo(ctx, r.by)
	wantCode(t, err, models.CodeConflict)
	if _, err := r.Undo(ctx, berik); err != nil {
		t.Fatal(err)
	}
	if _, err := r.Undo(ctx, r.by); err != nil {
		t.Fatal(err)
	}
	if _, total, err := r.Articles(ctx, models.ArticleFilter{}); err != nil || total != 0 {
		t.Errorf("%d articles, %v", total, err)
	}
	if _, err := r.Redo(ctx, r.by); err != nil {
		t.Fatal(err)
	}
	if _, total, err := r.Articles(ctx, models.ArticleFilter{}); err != nil || total != 2 {
		t.Errorf("%d articles, %v", total, err)
	}
	r.sound(t)
}

func TestUndoBelongsToTheDevice(t *testing.T) {
	t.Parallel()
	r := newRoom(t, options(), 1, 3)
	ctx := t.Context()
	if _, _, err := r.ToggleLabel(ctx, r.by, r.sentences(t, 0)[0].ID, "claim"); err != nil {
		t.Fatal(err)
	}
	other := options()
	other.DeviceUID = "dv-two"
	r.reopen(t, other)
	_, err := r.Undo(ctx, r.by)
	wantCode(t, err, models.CodeNothing)
}

func TestHistoryTellsEverything(t *testing.T) {
	t.Parallel()
	r := newRoom(t, options(), 1, 3)
	ctx := t.Context()
	s := r.sentences(t, 0)
	a, _, err := r.ToggleLabel(ctx, r.by, s[0].ID, "claim")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := r.SetNote(ctx, r.by, a.UID, "why"); err != nil {
		t.Fatal(err)
	}
	if err := r.SetReading(ctx, r.by, []int64{s[1].ID, s[2].ID}, true); err != nil {
		t.Fatal(err)
	}
	if _, err := r.Undo(ctx, r.by); err != nil {
		t.Fatal(err)
	}
	var kinds []models.EventKind
	var before int64
	for {
		steps, err := r.Steps(ctx, before, 2)
		if err != nil {
			t.Fatal(err)
		}
		if len(steps) == 0 {
			break
		}
		for _, step := range steps {
			kinds = append(kinds, step.Kind)
			before = step.Seq
		}
	}
	want := []models.EventKind{models.KindUndo, models.KindDo, models.KindDo, models.KindDo, models.KindImport, models.KindDo}
	if fmt.Sprint(kinds) != fmt.Sprint(want) {
		t.Errorf("steps %v, want %v", kinds, want)
	}
	events, err := r.SentenceHistory(ctx, s[0].ID)
	if err != nil || len(events) != 2 || events[0].Op != models.OpCreate || events[1].Op != models.OpUpdate || events[0].After != events[1].Before {
		t.Errorf("%+v, %v", events, err)
	}
}

func TestBackupIsAWholeProject(t *testing.T) {
	t.Parallel()
	r := newRoom(t, options(), 2, 10)
	ctx := t.Context()
	if _, _, err := r.ToggleLabel(ctx, r.by, r.sentences(t, 0)[0].ID, "claim"); err != nil {
		t.Fatal(err)
	}
	dest := filepath.Join(t.TempDir(), "copy #1?.glossator")
	if err := r.Backup(ctx, dest); err != nil {
		t.Fatal(err)
	}
	wantCode(t, r.Backup(ctx, dest), models.CodeExists)
	wantCode(t, r.Backup(ctx, filepath.Join(t.TempDir(), "none", "copy")), models.CodeNotFound)
	s, err := store.Open(dest, options())
	if err != nil {
		t.Fatal(err)
	}
	saved := &room{Store: s, articles: r.articles}
	saved.sound(t)
	mine, err := r.Stats(ctx)
	if err != nil {
		t.Fatal(err)
	}
	theirs, err := s.Stats(ctx)
	mine.Bytes, theirs.Bytes = 0, 0
	if err != nil || fmt.Sprint(mine) != fmt.Sprint(theirs) {
		t.Errorf("%+v, want %+v, %v", theirs, mine, err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}
