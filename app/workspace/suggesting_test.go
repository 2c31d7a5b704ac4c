package workspace_test

import (
	"context"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"glossator/app/suggest"
	"glossator/app/workspace"
	"glossator/models"
)

func refresh(t *testing.T, ws *workspace.Workspace) {
	t.Helper()
	if err := ws.RefreshSuggestions(t.Context()); err != nil {
		t.Fatal(err)
	}
}

// suggested returns what is suggested for every sentence of the current
// article, such as "commitment:strong", joined by "+".
func suggested(ws *workspace.Workspace) []string {
	content, _ := ws.Article()
	out := make([]string, len(content.Sentences))
	for position := range out {
		var words []string
		for _, s := range ws.Suggested(position) {
			words = append(words, s.Label.Key+":"+string(s.Strength))
		}
		out[position] = strings.Join(words, "+")
	}
	return out
}

// said returns everything that is said about the current article.
func said(ws *workspace.Workspace) (all [][]workspace.Suggestion, learners []workspace.Learner) {
	content, _ := ws.Article()
	for position := range content.Sentences {
		all = append(all, ws.Suggested(position))
	}
	return all, ws.Learners()
}

func TestRulesSuggestFromTheFirstArticle(t *testing.T) {
	t.Parallel()
	ws := newProject(t)
	report(t, ws)
	if got := suggested(ws); strings.Join(got, "") != "" {
		t.Errorf("before anything was computed there is %q", got)
	}
	refresh(t, ws)
	if got, want := suggested(ws), []string{"commitment:strong", "statistic:possible", "", ""}; !slices.Equal(got, want) {
		t.Errorf("suggested %q, want %q", got, want)
	}
	if first := ws.Suggested(0)[0]; first.Sure.Format != "" || len(first.Reasons) == 0 || len(first.Guesses) == 0 {
		t.Errorf("a percentage without a label, no reasons or no guesses: %+v", first)
	}
	for _, learner := range ws.Learners() {
		if learner.Standing.Basis == suggest.BasisLearned || !strings.HasPrefix(learner.Strong.Text().String(), "Not enough to say yet") {
			t.Errorf("%s is said to have learnt: %+v", learner.Label.Key, learner)
		}
	}
	if got := labels(t, ws); strings.Join(got, "") != "" {
		t.Errorf("a suggestion has tagged: %q", got)
	}
}

func TestAcceptIsOneStepWithItsOrigin(t *testing.T) {
	t.Parallel()
	ws := newProject(t)
	report(t, ws)
	refresh(t, ws)
	guesses := ws.Suggested(0)[0].Guesses
	if err := ws.Accept(t.Context(), 0, "commitment"); err != nil {
		t.Fatal(err)
	}
	sentence, _ := ws.Sentence(0)
	if len(sentence.Mine) != 1 || sentence.Mine[0].Origin != models.OriginSuggested || len(sentence.Mine[0].Details) != len(guesses) {
		t.Fatalf("the sentence has %+v", sentence.Mine)
	}
	text := []rune(sentence.Text)
	found := 0
	for _, guess := range guesses {
		if guess.End > 0 && strings.Contains(string(text[guess.Start:guess.End]), guess.ValueText) {
			found++
		}
	}
	if found == 0 {
		t.Errorf("no guess points at its words: %+v", guesses)
	}
	if got := ws.Suggested(0); len(got) > 0 {
		t.Errorf("a label that is on is suggested: %+v", got)
	}
	if err := ws.Accept(t.Context(), 0, "commitment"); models.CodeOf(err) != models.CodeNotFound {
		t.Errorf("accepted twice: %v", err)
	}
	undo(t, ws)
	if got := labels(t, ws); got[0] != "" {
		t.Errorf("after one undo there is %q", got[0])
	}
	redo(t, ws)
	refresh(t, ws)
	rows, err := ws.ExportPreview(t.Context(), models.ExportFilter{}, 10)
	if err != nil || len(rows) != 1 || rows[0].Annotation.Origin != models.OriginSuggested {
		t.Errorf("exported are %+v, %v", rows, err)
	}
}

func TestRejectedStaysAway(t *testing.T) {
	t.Parallel()
	ws := newProject(t)
	uid := report(t, ws).UID
	refresh(t, ws)
	if err := ws.Reject(t.Context(), 1, "statistic"); err != nil {
		t.Fatal(err)
	}
	if got := ws.Suggested(1); len(got) > 0 {
		t.Errorf("suggested again: %+v", got)
	}
	ws = reopen(t, ws)
	if err := ws.OpenArticle(t.Context(), uid); err != nil {
		t.Fatal(err)
	}
	refresh(t, ws)
	if got := ws.Suggested(1); len(got) > 0 {
		t.Errorf("suggested again after a restart: %+v", got)
	}
	for _, learner := range ws.Learners() {
		if learner.Label.Key == "statistic" && (learner.Standing.Negative != 1 || learner.Possible.Shown != 1 || learner.Possible.Kept != 0) {
			t.Errorf("the refusal was not learnt from: %+v, %+v", learner.Standing, learner.Possible)
		}
	}
	if err := ws.Reject(t.Context(), 3, "statistic"); models.CodeOf(err) != models.CodeNotFound {
		t.Errorf("refused what nobody suggested: %v", err)
	}
	undo(t, ws)
	refresh(t, ws)
	if got := ws.Suggested(1); len(got) != 1 {
		t.Errorf("after undo there is %+v", got)
	}
}

func TestDecidedSentencesGetNoSuggestion(t *testing.T) {
	t.Parallel()
	ws := newProject(t)
	report(t, ws)
	refresh(t, ws)
	toggle(t, ws, 0, "commitment")
	if err := ws.MarkEmpty(t.Context(), 1, true); err != nil {
		t.Fatal(err)
	}
	if got := suggested(ws); strings.Join(got, "") != "" {
		t.Errorf("suggested %q", got)
	}
	toggle(t, ws, 0, "commitment")
	if got := suggested(ws); got[0] != "commitment:strong" {
		t.Errorf("the label is off again, suggested %q", got)
	}
	if err := ws.SetFinished(t.Context(), true); err != nil {
		t.Fatal(err)
	}
	if got := suggested(ws); strings.Join(got, "") != "" {
		t.Errorf("suggested in a finished article: %q", got)
	}
}

// The model is a pure function of the decisions: undo brings back the scores
// of before to the last digit, in the running record too.
func TestUndoRestoresTheScores(t *testing.T) {
	t.Parallel()
	ws := newProject(t)
	article(t, ws, "Earlier", numbered(12)...)
	for position := range 12 {
		if position%2 == 0 {
			toggle(t, ws, position, "commitment")
		} else if err := ws.MarkEmpty(t.Context(), position, true); err != nil {
			t.Fatal(err)
		}
	}
	report(t, ws)
	refresh(t, ws)
	before, learners := said(ws)
	for name, act := range map[string]func(context.Context) error{
		"accept": func(ctx context.Context) error { return ws.Accept(ctx, 0, "commitment") },
		"reject": func(ctx context.Context) error { return ws.Reject(ctx, 1, "statistic") },
		"tag": func(ctx context.Context) error {
			_, err := ws.ToggleLabel(ctx, 2, "claim")
			return err
		},
		"read": func(ctx context.Context) error { return ws.MarkEmpty(ctx, 3, true) },
	} {
		if err := act(t.Context()); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		refresh(t, ws)
		if during, now := said(ws); reflect.DeepEqual(before, during) && reflect.DeepEqual(learners, now) {
			t.Errorf("%s changed nothing", name)
		}
		undo(t, ws)
		refresh(t, ws)
		if after, now := said(ws); !reflect.DeepEqual(before, after) || !reflect.DeepEqual(learners, now) {
			t.Errorf("%s and undo left other suggestions:\n%+v\n%+v", name, before, after)
		}
	}
	if findings, err := ws.Check(t.Context()); err != nil || len(findings) > 0 {
		t.Errorf("the check found %v, %v", findings, err)
	}
}

func numbered(count int) []string {
	sentences := make([]string, count)
	for i := range sentences {
		sentences[i] = fmt.Sprintf("The office will open shelter %d next year.", i)
		if i%2 == 1 {
			sentences[i] = fmt.Sprintf("The meeting of group %d was calm.", i)
		}
	}
	return sentences
}

func TestSuggestionsCanBeSwitchedOff(t *testing.T) {
	t.Parallel()
	ws := newProject(t)
	report(t, ws)
	var heard []workspace.EventKind
	defer ws.Subscribe(func(e workspace.Event) { heard = append(heard, e.Kind) })()
	refresh(t, ws)
	ws.SetSuggesting(false)
	refresh(t, ws)
	if got := suggested(ws); strings.Join(got, "") != "" || ws.Learners() != nil || ws.Guesses(0, "commitment") != nil || ws.Suggesting() {
		t.Errorf("off, and there is %q", got)
	}
	ws.SetSuggesting(true)
	refresh(t, ws)
	if got := suggested(ws); got[0] == "" || len(ws.Guesses(0, "commitment")) == 0 {
		t.Errorf("on again, and there is %q", got)
	}
	const turns = 4 // computed, off, on, computed
	if len(heard) != turns || slices.ContainsFunc(heard, func(k workspace.EventKind) bool { return k != workspace.SuggestionsChanged }) {
		t.Errorf("heard %v", heard)
	}
}

func TestSuggestionsBelongToOneArticleAndAnnotator(t *testing.T) {
	t.Parallel()
	ws := newProject(t)
	report(t, ws)
	refresh(t, ws)
	if err := ws.SignIn(t.Context(), "Dana"); err != nil {
		t.Fatal(err)
	}
	if got := suggested(ws); strings.Join(got, "") != "" {
		t.Errorf("a colleague is shown %q", got)
	}
	refresh(t, ws)
	article(t, ws, "Second", "The office will open a shelter next year.")
	if got := suggested(ws); strings.Join(got, "") != "" {
		t.Errorf("another article is shown %q", got)
	}
	ended, end := context.WithCancel(t.Context())
	end()
	_ = ws.RefreshSuggestions(ended)
	if got := suggested(ws); strings.Join(got, "") != "" {
		t.Errorf("cancelled, and there is %q", got)
	}
}

func TestMoveToSuggested(t *testing.T) {
	t.Parallel()
	ws := newProject(t)
	report(t, ws)
	if ws.MoveToSuggested() {
		t.Error("moved without a suggestion")
	}
	refresh(t, ws)
	for _, want := range []int{1, 0, 1} {
		if !ws.MoveToSuggested() || ws.Cursor() != want {
			t.Errorf("the cursor is on %d, want %d", ws.Cursor(), want)
		}
	}
}
