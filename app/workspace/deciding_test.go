package workspace_test

import (
	"fmt"
	"slices"
	"testing"

	"glossator/app/workspace"
	"glossator/models"
)

// shelf adds an article of n sentences and tags every third as a commitment;
// the rest is marked as holding nothing. From open on it leaves them undecided.
func shelf(t *testing.T, ws *workspace.Workspace, n, open int) {
	t.Helper()
	var sentences []string
	for i := range n {
		text := fmt.Sprintf("The visitors looked at hall number %d of the museum on the hill.", i+100)
		if i%3 == 0 {
			text = fmt.Sprintf("The ministry will open shelter number %d in the northern district.", i+100)
		}
		sentences = append(sentences, text)
	}
	article(t, ws, fmt.Sprintf("Shelf of %d", n), sentences...)
	for i := range open {
		if i%3 == 0 {
			toggle(t, ws, i, "commitment")
			continue
		}
		if err := ws.MarkEmpty(t.Context(), i, true); err != nil {
			t.Fatal(err)
		}
	}
}

func next(t *testing.T, ws *workspace.Workspace) []workspace.Pick {
	t.Helper()
	picks, err := ws.Next(t.Context(), 1)
	if err != nil {
		t.Fatal(err)
	}
	return picks
}

func TestNextToDecide(t *testing.T) {
	t.Parallel()
	ws := newProject(t)
	shelf(t, ws, 40, 20)
	picks := next(t, ws)
	random := 0
	for _, p := range picks {
		if p.Random {
			random++
		} else if p.Label.Key == "" {
			t.Errorf("it is not said what is uncertain about %+v", p)
		}
		if p.Sentence <= 20 || p.ArticleTitle == "" {
			t.Errorf("picked is %+v", p)
		}
	}
	if len(picks) != 10 || random != 5 {
		t.Fatalf("%d picks, %d at random", len(picks), random)
	}
	if err := ws.GoToPlace(t.Context(), picks[0].Place); err != nil || ws.Cursor() != picks[0].Sentence-1 {
		t.Fatalf("the cursor is on %d, %v", ws.Cursor(), err)
	}
	toggle(t, ws, ws.Cursor(), "claim")
	picks, err := ws.Recheck(t.Context(), picks)
	if err != nil || !picks[0].Decided || picks[1].Decided {
		t.Errorf("decided are %+v, %v", picks[:2], err)
	}
	ws.SetSuggesting(false)
	if got := next(t, ws); len(got) > 0 {
		t.Errorf("with suggestions off there is %+v", got)
	}
	ws.SetSuggesting(true)
	if err := ws.SetCoding(t.Context(), models.CodingBlind); err != nil {
		t.Fatal(err)
	}
	if got := next(t, ws); len(got) > 0 {
		t.Errorf("coding blind there is %+v", got)
	}
}

func TestSecondLook(t *testing.T) {
	t.Parallel()
	ws := newProject(t)
	shelf(t, ws, 90, 90)
	for _, wrong := range []int{4, 33} { // a visitor tagged, a promise not
		if wrong == 4 {
			if err := ws.MarkEmpty(t.Context(), wrong, false); err != nil {
				t.Fatal(err)
			}
		}
		toggle(t, ws, wrong, "commitment")
	}
	if err := ws.MarkEmpty(t.Context(), 33, true); err != nil {
		t.Fatal(err)
	}
	disputes, err := ws.SecondLook(t.Context(), ws.Me().ID, 5)
	if err != nil {
		t.Fatal(err)
	}
	found := map[int]bool{}
	for _, d := range disputes {
		found[d.Sentence-1] = d.Tagged
	}
	if tagged, ok := found[4]; !ok || !tagged {
		t.Errorf("the wrong tag is not disputed: %+v", disputes)
	}
	if tagged, ok := found[33]; !ok || tagged {
		t.Errorf("the missing tag is not disputed: %+v", disputes)
	}
	if got, err := newProject(t).SecondLook(t.Context(), 1, 5); err != nil || len(got) > 0 {
		t.Errorf("out of nothing there is %+v, %v", got, err)
	}
}

func TestLikelyRepeats(t *testing.T) {
	t.Parallel()
	ws := newProject(t)
	first := article(t, ws, "Promise", "The ministry will open three new shelters by the end of the year.", "The hall was full.")
	toggle(t, ws, 0, "commitment")
	article(t, ws, "Again", "The hall was empty.", "The ministry will open three new shelters by the end of 2031.")
	refresh(t, ws)
	repeat, ok := ws.Repeat(1)
	if !ok || repeat.ArticleUID != first.UID || repeat.Sentence != 1 || repeat.Label.Key != "commitment" {
		t.Fatalf("it repeats %+v, %v", repeat, ok)
	}
	if _, ok := ws.Repeat(0); ok {
		t.Error("a sentence without a promise repeats one")
	}
	linked := slices.ContainsFunc(ws.Guesses(1, "commitment"), func(g workspace.Guess) bool { return g.ValueText == repeat.PublicID() })
	if !linked {
		t.Errorf("no link is offered to %s", repeat.PublicID())
	}
	if err := ws.GoToPlace(t.Context(), repeat.Place); err != nil {
		t.Fatal(err)
	}
	if content, _ := ws.Article(); content.Article.UID != first.UID {
		t.Error("the earlier article does not open")
	}
}
