package refit_test

import (
	"sync/atomic"
	"testing"

	"glossator/app/ui/refit"
	"glossator/app/ui/stage"
	"glossator/app/workspace"
)

func TestSuggestionsFollowTheArticleUntilTheEnd(t *testing.T) {
	t.Parallel()
	ws := stage.Workspace(t, stage.Project(t), "Aigerim Example")
	ws.SetSuggesting(true)
	added, err := ws.AddText(t.Context(), "Report\n\nThe ministry will open 40 schools by 2030. It counted 12 visits last year.")
	if err != nil {
		t.Fatal(err)
	}
	var computed atomic.Int32
	defer ws.Subscribe(func(event workspace.Event) {
		if event.Kind == workspace.SuggestionsChanged {
			computed.Add(1)
		}
	})()
	queue := &stage.Queue{}
	run := queue.Runner(t)
	refits := refit.New(ws, run, 0)
	if err := ws.OpenArticle(t.Context(), added.Article.UID); err != nil {
		t.Fatal(err)
	}
	run.Wait()
	if !ws.MoveToSuggested() && len(ws.Suggested(ws.Cursor())) == 0 {
		t.Error("nothing is suggested in the article")
	}
	refits.Close()
	before := computed.Load()
	if _, err := ws.ToggleLabel(t.Context(), 1, "statistic"); err != nil {
		t.Fatal(err)
	}
	run.Wait()
	if computed.Load() != before {
		t.Error("suggestions are computed after the end")
	}
}
