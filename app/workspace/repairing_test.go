package workspace_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"glossator/app/workspace"
	"glossator/models"
)

// texts returns the sentences of the current article with their labels.
func texts(tb testing.TB, ws *workspace.Workspace) []string {
	tb.Helper()
	content, _ := ws.Article()
	keys := labels(tb, ws)
	out := make([]string, len(content.Sentences))
	for i, s := range content.Sentences {
		out[i] = fmt.Sprintf("%d %s [%s]", s.Seq, s.Text, keys[i])
	}
	return out
}

func TestMergeAndSplit(t *testing.T) {
	t.Parallel()
	ws := newProject(t)
	uid := report(t, ws).UID
	toggle(t, ws, 1, "statistic")
	before := texts(t, ws)
	ws.MoveTo(1)
	if err := ws.MergeWithNext(t.Context(), 1); err != nil {
		t.Fatal(err)
	}
	joined, _ := ws.Sentence(1)
	if ws.Cursor() != 1 || !joined.Has("statistic") || !strings.HasSuffix(joined.Text, "hiding the report.") {
		t.Errorf("cursor %d on %+v", ws.Cursor(), joined)
	}
	if err := ws.Split(t.Context(), 1, joined.StartOff+len("Since January,")); err != nil {
		t.Fatal(err)
	}
	if part, _ := ws.Sentence(1); part.Text != "Since January," || part.Has("statistic") {
		t.Errorf("the first part is %+v", part)
	}
	ws = reopen(t, ws)
	undo(t, ws)
	undo(t, ws)
	content, _ := ws.Article()
	if got := texts(t, ws); content.Article.UID != uid || ws.Cursor() != 1 || !slices.Equal(got, before) {
		t.Errorf("after undo the cursor is at %d of %q", ws.Cursor(), got)
	}
}

func TestRepairIsRefusedWithASentence(t *testing.T) {
	t.Parallel()
	ws := newProject(t)
	report(t, ws)
	if !ws.LastOfParagraph(3) || ws.LastOfParagraph(2) || !ws.LastOfParagraph(99) {
		t.Error("the end of the paragraph is not known")
	}
	if err := ws.MergeWithNext(t.Context(), 3); models.CodeOf(err) != models.CodeInvalid {
		t.Errorf("joining the last sentence: %v", err)
	}
	if err := ws.MergeWithNext(t.Context(), 99); models.CodeOf(err) != models.CodeNotFound {
		t.Errorf("joining no sentence: %v", err)
	}
	if err := ws.Split(t.Context(), 0, 0); models.CodeOf(err) != models.CodeInvalid {
		t.Errorf("cutting before the text: %v", err)
	}
	if ws.Failure() != nil {
		t.Errorf("a refusal counts as unsaved: %v", ws.Failure())
	}
}

func TestUndoToAndRedoTo(t *testing.T) {
	t.Parallel()
	ws := newProject(t)
	report(t, ws)
	for position := range 4 {
		toggle(t, ws, position, "claim")
	}
	steps, err := ws.Steps(t.Context(), 0, 10)
	if err != nil {
		t.Fatal(err)
	}
	if steps[0].Sentence != 4 || steps[0].ArticleTitle != "Ministry opens shelters" {
		t.Errorf("the newest step is %+v", steps[0])
	}
	step, err := ws.UndoTo(t.Context(), steps[2].GroupUID)
	if err != nil || step.GroupUID != steps[2].GroupUID || ws.Cursor() != 1 {
		t.Errorf("undone to %+v at %d, %v", step, ws.Cursor(), err)
	}
	if got, want := labels(t, ws), []string{"claim", "", "", ""}; !slices.Equal(got, want) {
		t.Errorf("labels %q, want %q", got, want)
	}
	if _, err := ws.UndoTo(t.Context(), steps[2].GroupUID); models.CodeOf(err) != models.CodeNothing {
		t.Errorf("undoing twice: %v", err)
	}
	ws = reopen(t, ws)
	if _, err := ws.RedoTo(t.Context(), steps[1].GroupUID); err != nil {
		t.Fatal(err)
	}
	if got, want := labels(t, ws), []string{"claim", "claim", "claim", ""}; !slices.Equal(got, want) {
		t.Errorf("labels %q, want %q", got, want)
	}
	if next := ws.NextRedo(); next == nil || next.GroupUID != steps[0].GroupUID {
		t.Errorf("next to redo is %+v", next)
	}
	if err := ws.SignIn(t.Context(), "Bea"); err != nil {
		t.Fatal(err)
	}
	if _, err := ws.UndoTo(t.Context(), steps[1].GroupUID); models.CodeOf(err) != models.CodeConflict {
		t.Errorf("undoing somebody else's step: %v", err)
	}
}

func TestRestoreOfAnEarlierState(t *testing.T) {
	t.Parallel()
	ws := newProject(t)
	report(t, ws)
	toggle(t, ws, 1, "statistic")
	sentence, _ := ws.Sentence(1)
	uid := sentence.Mine[0].UID
	for _, note := range []string{"first", "second"} {
		if err := ws.SetNote(t.Context(), 1, uid, note); err != nil {
			t.Fatal(err)
		}
	}
	toggle(t, ws, 1, "statistic")
	if err := ws.MergeWithNext(t.Context(), 0); err != nil {
		t.Fatal(err)
	}
	events, err := ws.SentenceHistory(t.Context(), 0)
	if err != nil || len(events) != 5 {
		t.Fatalf("%d events, %v", len(events), err)
	}
	if err := ws.Restore(t.Context(), events[1].UID); err != nil {
		t.Fatal(err)
	}
	sentence, _ = ws.Sentence(0)
	if len(sentence.Mine) != 1 || sentence.Mine[0].Note != "first" || sentence.Mine[0].UID != uid {
		t.Errorf("restored %+v", sentence.Mine)
	}
	undo(t, ws)
	if got := labels(t, ws); got[0] != "" {
		t.Errorf("after undo of the restoring: %q", got)
	}
	toggle(t, ws, 0, "statistic")
	if err := ws.Restore(t.Context(), events[1].UID); models.CodeOf(err) != models.CodeConflict {
		t.Errorf("restoring a label that is there again: %v", err)
	}
	if err := ws.Restore(t.Context(), events[4].UID); models.CodeOf(err) != models.CodeInvalid {
		t.Errorf("restoring a repair: %v", err)
	}
}

func TestGoToAStep(t *testing.T) {
	t.Parallel()
	ws := newProject(t)
	first := report(t, ws)
	toggle(t, ws, 2, "claim")
	steps, err := ws.Steps(t.Context(), 0, 1)
	if err != nil {
		t.Fatal(err)
	}
	article(t, ws, "Another report", "Nothing much happened here today.", "It rained all day long.")
	if err := ws.GoTo(t.Context(), steps[0]); err != nil {
		t.Fatal(err)
	}
	if content, _ := ws.Article(); content.Article.UID != first.UID || ws.Cursor() != 2 {
		t.Errorf("at %q, %d", content.Article.Title, ws.Cursor())
	}
	if err := ws.DeleteArticles(t.Context(), []string{first.UID}); err != nil {
		t.Fatal(err)
	}
	if err := ws.GoTo(t.Context(), steps[0]); models.CodeOf(err) != models.CodeNotFound {
		t.Errorf("going to a deleted article: %v", err)
	}
}

func TestUndoneDeletionShowsTheArticle(t *testing.T) {
	t.Parallel()
	ws := newProject(t)
	uid := report(t, ws).UID
	if err := ws.DeleteArticles(t.Context(), []string{uid}); err != nil {
		t.Fatal(err)
	}
	undo(t, ws)
	if content, open := ws.Article(); !open || content.Article.UID != uid {
		t.Errorf("the article that came back is not on show, but %q", content.Article.Title)
	}
}

// TestRandomRepairs does random repairs and labels, undo and redo, with
// restarts between: every undo brings back what was there, every redo what was
// there after, and no character of the text is ever lost.
func TestRandomRepairs(t *testing.T) {
	t.Parallel()
	for seed := range uint64(4) {
		random := rand.New(rand.NewPCG(seed, 2))
		ws := newProject(t)
		uid := report(t, ws).UID
		content, _ := ws.Article()
		first, last := content.Sentences[0].StartOff, content.Sentences[3].EndOff
		states, now := [][]string{texts(t, ws)}, 0
		for range 80 {
			sentences := len(states[now])
			position := random.IntN(sentences)
			var err error
			steps := len(states) - now // how many states there are from the present one on
			switch roll := random.IntN(10); {
			case roll < 2:
				err = ws.MergeWithNext(t.Context(), position)
			case roll < 4:
				sentence, _ := ws.Sentence(position)
				err = ws.Split(t.Context(), position, sentence.StartOff+random.IntN(len(sentence.Text)))
			case roll < 6:
				toggle(t, ws, position, order[random.IntN(len(order))])
			case roll < 8 && now > 0:
				undo(t, ws)
				now--
			case roll == 8 && now+1 < len(states):
				redo(t, ws)
				now++
			case roll == 9:
				ws = reopen(t, ws)
				err = ws.OpenArticle(t.Context(), uid)
			}
			if err != nil && models.CodeOf(err) != models.CodeInvalid {
				t.Fatal(err)
			}
			got := texts(t, ws)
			switch turned := len(states)-now != steps; {
			case slices.Equal(got, states[now]):
			case turned:
				t.Fatalf("seed %d: undo or redo brought %q, want %q", seed, got, states[now])
			default:
				states, now = append(states[:now+1], got), now+1
			}
			content, _ := ws.Article()
			if content.Sentences[0].StartOff != first || content.Sentences[len(got)-1].EndOff != last {
				t.Fatalf("seed %d: text was lost at the ends of %q", seed, got)
			}
		}
		findings, err := ws.Check(t.Context())
		if err != nil || len(findings) > 0 {
			t.Errorf("seed %d: the check found %v, %v", seed, findings, err)
		}
	}
}
