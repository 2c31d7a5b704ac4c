package workspace_test

import (
	"testing"

	"glossator/app/workspace"
)

func TestCursorStaysInside(t *testing.T) {
	t.Parallel()
	ws := newProject(t)
	ws.Move(1) // no article: nothing happens
	report(t, ws)
	for _, tt := range []struct{ to, want int }{{2, 2}, {99, 3}, {-5, 0}, {3, 3}} {
		ws.MoveTo(tt.to)
		if got := ws.Cursor(); got != tt.want {
			t.Errorf("moving to %d puts the cursor at %d, want %d", tt.to, got, tt.want)
		}
	}
	ws.Move(-1)
	if ws.Cursor() != 2 {
		t.Errorf("one back from 3 is %d", ws.Cursor())
	}
}

func TestMoveToUnseen(t *testing.T) {
	t.Parallel()
	ws := newProject(t)
	report(t, ws)
	toggle(t, ws, 1, "statistic")
	if err := ws.MarkEmpty(t.Context(), 3, true); err != nil {
		t.Fatal(err)
	}
	for _, want := range []int{2, 0, 2} {
		if !ws.MoveToUnseen() || ws.Cursor() != want {
			t.Fatalf("next unseen is %d, want %d", ws.Cursor(), want)
		}
	}
	if err := ws.SetFinished(t.Context(), true); err != nil {
		t.Fatal(err)
	}
	if ws.MoveToUnseen() {
		t.Error("a finished article has an unseen sentence")
	}
}

func TestEvents(t *testing.T) {
	t.Parallel()
	ws := newProject(t)
	report(t, ws)
	var heard []workspace.Event
	cancel := ws.Subscribe(func(e workspace.Event) { heard = append(heard, e) })
	ws.MoveTo(2)
	ws.MoveTo(2)
	toggle(t, ws, 1, "statistic")
	cancel()
	toggle(t, ws, 1, "statistic")

	count := map[workspace.EventKind]int{}
	for _, e := range heard {
		count[e.Kind]++
		if e.Kind == workspace.SentencesChanged && (len(e.Sentences) != 1 || e.Sentences[0] != 1) {
			t.Errorf("changed sentences %v, want only 1", e.Sentences)
		}
	}
	if count[workspace.CursorMoved] != 1 || count[workspace.SentencesChanged] != 1 || count[workspace.UndoChanged] != 1 {
		t.Errorf("heard %v: want one move, one change of sentences and one of undo, and nothing after cancelling", count)
	}
}
