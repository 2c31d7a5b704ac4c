package workspace_test

import (
	"slices"
	"testing"

	"glossator/models"
)

func TestUndoSurvivesRestart(t *testing.T) {
	t.Parallel()
	ws := newProject(t)
	uid := report(t, ws).UID
	toggle(t, ws, 0, "commitment")
	toggle(t, ws, 2, "claim")

	ws = reopen(t, ws)
	step := undo(t, ws)
	if step.ArticleUID != uid || step.LabelKey != "claim" {
		t.Errorf("undid %+v, want the claim", step)
	}
	content, ok := ws.Article()
	if !ok || content.Article.UID != uid || ws.Cursor() != 2 {
		t.Errorf("undo shows article %v at sentence %d, want %s at 2", content.Article.UID, ws.Cursor(), uid)
	}
	if got, want := labels(t, ws), []string{"commitment", "", "", ""}; !slices.Equal(got, want) {
		t.Errorf("labels %q, want %q", got, want)
	}

	ws = reopen(t, ws)
	redo(t, ws)
	if got, want := labels(t, ws), []string{"commitment", "", "claim", ""}; !slices.Equal(got, want) {
		t.Errorf("after redo in another session: %q, want %q", got, want)
	}
}

func TestNewActionEmptiesRedo(t *testing.T) {
	t.Parallel()
	ws := newProject(t)
	report(t, ws)
	toggle(t, ws, 0, "commitment")
	undo(t, ws)
	if ws.NextRedo() == nil {
		t.Fatal("nothing to redo after undo")
	}
	toggle(t, ws, 1, "statistic")
	if ws.NextRedo() != nil {
		t.Error("a new action left something to redo")
	}
	if _, err := ws.Redo(t.Context()); models.CodeOf(err) != models.CodeNothing {
		t.Errorf("redo: %v, want a plain refusal", err)
	}
}

func TestUndoGoesBackToTheArticle(t *testing.T) {
	t.Parallel()
	ws := newProject(t)
	first := report(t, ws)
	toggle(t, ws, 1, "statistic")
	article(t, ws, "Another report", "Nothing much happened here today.", "It rained all day long.")
	undo(t, ws) // of the import
	undo(t, ws) // of the label
	content, _ := ws.Article()
	if content.Article.UID != first.UID || ws.Cursor() != 1 {
		t.Errorf("undo shows %q at %d, want the first article at 1", content.Article.Title, ws.Cursor())
	}
}

func TestUndoOfEverything(t *testing.T) {
	t.Parallel()
	ws := newProject(t)
	report(t, ws)
	toggle(t, ws, 0, "commitment")
	undo(t, ws)
	undo(t, ws)
	if _, _, err := ws.Library(t.Context(), models.ArticleFilter{}); err != nil {
		t.Fatal(err)
	}
	if _, open := ws.Article(); open {
		t.Error("the article whose import was undone is still open")
	}
	if ws.NextUndo() != nil {
		t.Errorf("there is still something to undo: %+v", ws.NextUndo())
	}
	redo(t, ws)
	redo(t, ws)
	if got := labels(t, ws); len(got) != 4 || got[0] != "commitment" {
		t.Errorf("after redoing everything: %q", got)
	}
}

func TestDeletedArticleComesBack(t *testing.T) {
	t.Parallel()
	ws := newProject(t)
	uid := report(t, ws).UID
	toggle(t, ws, 0, "commitment")
	if err := ws.DeleteArticles(t.Context(), []string{uid}); err != nil {
		t.Fatal(err)
	}
	if _, open := ws.Article(); open {
		t.Error("the deleted article is still open")
	}
	undo(t, ws)
	rows, total, err := ws.Library(t.Context(), models.ArticleFilter{})
	if err != nil || total != 1 || rows[0].Annotations != 1 {
		t.Errorf("library %+v, total %d, error %v; want the article with its annotation", rows, total, err)
	}
}
