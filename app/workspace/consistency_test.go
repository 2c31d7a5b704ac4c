package workspace_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"glossator/app/workspace"
	"glossator/models"
)

// unlike tells what the check finds for an annotator.
func unlike(t *testing.T, ws *workspace.Workspace, annotatorUID string) string {
	t.Helper()
	far := 0.0
	found, err := ws.Consistency(t.Context(), annotatorUID, func(done float64) {
		if done < far {
			t.Errorf("progress goes back from %v to %v", far, done)
		}
		far = done
	})
	if err != nil || far != 1 {
		t.Fatal(far, err)
	}
	var all []string
	for _, group := range found {
		sign := "~"
		if group.Identical {
			sign = "="
		}
		all = append(all, fmt.Sprintf("%s%d/%d %s", sign, len(group.SentenceIDs), group.Ways, group.Text))
	}
	return strings.Join(all, "; ")
}

const (
	promise = "The ministry will open three shelters by the end of the year."
	altered = "The ministry will open five shelters by the end of the year."
)

func TestLikeSentencesLabelledUnlikeAreFoundAndMended(t *testing.T) {
	t.Parallel()
	ws := newProject(t)
	article(t, ws, "First", promise, "Nothing else happened on that day.")
	toggle(t, ws, 0, "commitment")
	article(t, ws, "Second", promise, altered, "Somebody spoke.")
	toggle(t, ws, 2, "claim")
	me := ws.Me().UID
	if got := unlike(t, ws, me); got != "" {
		t.Errorf("sentences that nobody has read count: %s", got)
	}
	if err := ws.MarkEmpty(t.Context(), 0, true); err != nil {
		t.Fatal(err)
	}
	toggle(t, ws, 1, "claim")
	if got, want := unlike(t, ws, me), "~3/3 "+promise; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	found, err := ws.Consistency(t.Context(), me, nil)
	if err != nil {
		t.Fatal(err)
	}
	changed, err := ws.MakeAlike(t.Context(), found[0].SentenceIDs, []string{"commitment"})
	if err != nil || changed != 2 {
		t.Errorf("%d changed, %v", changed, err)
	}
	if got := strings.Join(labels(t, ws), " "); got != "commitment commitment claim" {
		t.Errorf("the open article shows %q", got)
	}
	if got := unlike(t, ws, me); got != "" {
		t.Errorf("mended, and still %s", got)
	}
	rows, err := ws.Likes(t.Context(), me, found[0].SentenceIDs)
	if err != nil || len(rows) != 3 || rows[2].Article.Title != "Second" || rows[2].Labels[0] != "commitment" {
		t.Errorf("%+v, %v", rows, err)
	}
	undo(t, ws)
	if got := strings.Join(labels(t, ws), " "); got != " claim claim" {
		t.Errorf("one undo leaves %q", got)
	}
	if got, want := unlike(t, ws, me), "~3/3 "+promise; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

func TestConsistencyOfOthers(t *testing.T) {
	t.Parallel()
	ws := newProject(t)
	article(t, ws, "First", promise, "Somebody spoke.")
	toggle(t, ws, 0, "commitment")
	ann := ws.Me().UID
	article(t, ws, "Second", promise+" ", "Somebody else spoke.")
	if err := ws.SignIn(t.Context(), "Boris"); err != nil {
		t.Fatal(err)
	}
	toggle(t, ws, 0, "claim")
	boris := ws.Me().UID
	for who, want := range map[string]string{ann: "", boris: "", "": "=2/2 " + promise} {
		if got := unlike(t, ws, who); got != want {
			t.Errorf("%q: %s, want %s", who, got, want)
		}
	}
	if err := ws.SetCoding(t.Context(), models.CodingBlind); err != nil {
		t.Fatal(err)
	}
	if got := unlike(t, ws, ""); got != "" {
		t.Errorf("of an article that is coded blind: %s", got)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := ws.Consistency(ctx, "", nil); models.CodeOf(err) != models.CodeCancelled {
		t.Errorf("%v", err)
	}
}
