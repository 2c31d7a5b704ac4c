package workspace_test

import (
	"slices"
	"testing"

	"glossator/models"
)

func TestToggleLabel(t *testing.T) {
	t.Parallel()
	ws := newProject(t)
	report(t, ws)

	toggle(t, ws, 0, "commitment")
	toggle(t, ws, 1, "claim")
	toggle(t, ws, 1, "statistic")
	want := []string{"commitment", "statistic+claim", "", ""}
	if got := labels(t, ws); !slices.Equal(got, want) {
		t.Fatalf("labels %q, want %q in the order of the codebook", got, want)
	}

	toggle(t, ws, 1, "claim")
	want[1] = "statistic"
	if got := labels(t, ws); !slices.Equal(got, want) {
		t.Errorf("after taking one off: %q, want %q", got, want)
	}
	again := reopen(t, ws)
	content, _ := ws.Article()
	if err := again.OpenArticle(t.Context(), content.Article.UID); err != nil {
		t.Fatal(err)
	}
	if got := labels(t, again); !slices.Equal(got, want) {
		t.Errorf("after a restart: %q, want %q", got, want)
	}
}

func TestLabelRefusals(t *testing.T) {
	t.Parallel()
	ws := newProject(t)
	report(t, ws)
	for _, tt := range []struct {
		name     string
		position int
		label    string
		code     models.Code
	}{
		{"unknown label", 0, "opinion", models.CodeNotFound},
		{"beyond the end", 4, "claim", models.CodeNotFound},
		{"before the start", -1, "claim", models.CodeNotFound},
	} {
		_, err := ws.ToggleLabel(t.Context(), tt.position, tt.label)
		if models.CodeOf(err) != tt.code {
			t.Errorf("%s: %v, want code %q", tt.name, err, tt.code)
		}
	}
	if ws.Failure() != nil {
		t.Errorf("a refused action counts as unsaved work: %v", ws.Failure())
	}
}

func TestNothingHere(t *testing.T) {
	t.Parallel()
	ws := newProject(t)
	report(t, ws)
	if err := ws.MarkEmpty(t.Context(), 3, true); err != nil {
		t.Fatal(err)
	}
	if s, _ := ws.Sentence(3); !s.Empty {
		t.Error("the sentence is not marked")
	}
	if got := ws.Counts().Seen; got != 1 {
		t.Errorf("%d sentences seen, want 1", got)
	}

	toggle(t, ws, 3, "claim")
	if s, _ := ws.Sentence(3); s.Empty {
		t.Error("a sentence with a label is still marked as holding nothing")
	}
	content, _ := ws.Article()
	if err := ws.OpenArticle(t.Context(), content.Article.UID); err != nil {
		t.Fatal(err)
	}
	if s, _ := ws.Sentence(3); s.Empty {
		t.Error("the file still says that a sentence with a label holds nothing")
	}
	if err := ws.MarkEmpty(t.Context(), 3, true); models.CodeOf(err) != models.CodeInvalid {
		t.Errorf("marking a labelled sentence: %v, want a refusal", err)
	}
	undo(t, ws)
	if s, _ := ws.Sentence(3); !s.Empty || len(s.Mine) != 0 {
		t.Error("undo of the label did not bring the mark back")
	}
}

func TestNoteAndClear(t *testing.T) {
	t.Parallel()
	ws := newProject(t)
	report(t, ws)
	toggle(t, ws, 1, "statistic")
	toggle(t, ws, 1, "claim")
	sentence, _ := ws.Sentence(1)
	if err := ws.SetNote(t.Context(), 1, sentence.Mine[0].UID, "ask for the source"); err != nil {
		t.Fatal(err)
	}
	if s, _ := ws.Sentence(1); s.Mine[0].Note != "ask for the source" {
		t.Errorf("the note is %q", s.Mine[0].Note)
	}
	if err := ws.ClearLabels(t.Context(), 1); err != nil {
		t.Fatal(err)
	}
	if got := labels(t, ws); got[1] != "" {
		t.Errorf("cleared sentence has %q", got[1])
	}
	undo(t, ws)
	s, _ := ws.Sentence(1)
	if got := labels(t, ws); got[1] != "statistic+claim" || s.Mine[0].Note != "ask for the source" {
		t.Errorf("one undo brought back %q with the note %q", got[1], s.Mine[0].Note)
	}
}

func TestFinished(t *testing.T) {
	t.Parallel()
	ws := newProject(t)
	report(t, ws)
	toggle(t, ws, 0, "commitment")
	if err := ws.SetFinished(t.Context(), true); err != nil {
		t.Fatal(err)
	}
	if got := ws.Counts(); !ws.Finished() || got.Seen != got.Sentences {
		t.Errorf("finished %v, counts %+v: a finished article has no unseen sentence", ws.Finished(), got)
	}
	undo(t, ws)
	if ws.Finished() {
		t.Error("undo left the article finished")
	}
}
