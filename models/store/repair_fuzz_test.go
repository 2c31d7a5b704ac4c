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
