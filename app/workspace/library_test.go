package workspace_test

import (
	"testing"

	"glossator/app/workspace"
	"glossator/models"
)

func TestSearchOpensTheSentence(t *testing.T) {
	t.Parallel()
	ws := newProject(t)
	report(t, ws)
	article(t, ws, "Other", "Nothing of that kind stands here.")
	page, err := ws.Search(t.Context(), models.Search{Words: "victim help"})
	if err != nil || len(page.Hits) != 1 {
		t.Fatalf("%+v, %v", page, err)
	}
	hit := page.Hits[0]
	if err := ws.GoTo(t.Context(), models.Step{ArticleUID: hit.Article.UID, SentenceID: hit.Sentence.ID}); err != nil {
		t.Fatal(err)
	}
	if current, ok := ws.Current(); !ok || current.Text != hit.Sentence.Text || ws.Cursor() != 1 {
		t.Errorf("the cursor is on %d, %q", ws.Cursor(), current.Text)
	}
}

func TestTopicsOfManyAreOneStep(t *testing.T) {
	t.Parallel()
	ws := newProject(t)
	first, second := report(t, ws), article(t, ws, "Other", "Nothing of that kind stands here.")
	changed := 0
	defer ws.Subscribe(func(e workspace.Event) {
		if e.Kind == workspace.LibraryChanged {
			changed++
		}
	})()
	err := ws.EditArticles(t.Context(), []string{first.UID, second.UID}, func(a *models.Article) { a.Topics = "shelters" })
	if err != nil {
		t.Fatal(err)
	}
	about := models.ArticleFilter{Topic: "shelters", Sort: models.SortTitle}
	if rows, total, err := ws.Library(t.Context(), about); err != nil || total != 2 || rows[0].Topics != "shelters" || changed == 0 {
		t.Errorf("%v, %v", rows, err)
	}
	undo(t, ws)
	if _, total, err := ws.Library(t.Context(), about); err != nil || total != 0 {
		t.Errorf("%d are left, %v", total, err)
	}
	facets, err := ws.Facets(t.Context())
	if err != nil || len(facets.Topics) != 0 {
		t.Errorf("%v, %v", facets, err)
	}
	at, err := ws.ArticleIndex(t.Context(), models.ArticleFilter{}, first.UID)
	if err != nil || at != 1 {
		t.Errorf("it stands at %d, %v", at, err)
	}
}
