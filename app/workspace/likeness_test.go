package workspace_test

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"glossator/app/ingest"
	"glossator/app/workspace"
	"glossator/models"
)

// press is a press report of so many sentences about a town.
func press(town string, sentences int) string {
	var text strings.Builder
	text.WriteString("Shelters open in " + town + "\n\n")
	for i := range sentences {
		fmt.Fprintf(&text, "In %s the ministry counted %d beds in shelter number %d of the region. ", town, 10*i+7, i+1)
	}
	return text.String() + "\n"
}

func TestImportFindsWhatIsNearlyTheSame(t *testing.T) {
	t.Parallel()
	ws := newProject(t)
	dir := t.TempDir()
	first := press("Almaty", 30)
	write(t, filepath.Join(dir, "1.txt"), first)
	write(t, filepath.Join(dir, "2.txt"), strings.Replace(first, "107 beds", "108 beds", 1))
	write(t, filepath.Join(dir, "3.txt"), press("Semey", 30))
	write(t, filepath.Join(dir, "4.txt"), first)
	report, err := ws.Import(t.Context(), []string{dir}, nil)
	if err != nil || len(report) != 4 {
		t.Fatalf("%+v, %v", report, err)
	}
	like := report[1].Like
	if like == nil || like.Article.UID != report[0].Article.UID || like.SameAddress || like.Share < 0.8 || like.Share >= 1 {
		t.Errorf("the second is like %+v", like)
	}
	if !strings.Contains(like.Text().String(), "Shelters open in Almaty") {
		t.Errorf("said: %s", like.Text())
	}
	if report[0].Like != nil || report[2].Like != nil || report[3].Like != nil || !report[3].Duplicate {
		t.Errorf("the others are like %+v, %+v and %+v", report[0].Like, report[2].Like, report[3].Like)
	}
	ws = reopen(t, ws)
	added, err := ws.AddText(t.Context(), strings.Replace(first, "207 beds", "208 beds", 1))
	if err != nil || added.Like == nil || added.Like.Article.UID != report[0].Article.UID {
		t.Errorf("after a restart it is like %+v, %v", added.Like, err)
	}
	if err := ws.DeleteArticles(t.Context(), []string{report[0].Article.UID, report[1].Article.UID, added.Article.UID}); err != nil {
		t.Fatal(err)
	}
	again, err := ws.AddText(t.Context(), strings.Replace(first, "17 beds", "18 beds", 1))
	if err != nil || again.Like != nil {
		t.Errorf("it is like a deleted article: %+v, %v", again.Like, err)
	}
}

func TestImportFindsTheSameAddress(t *testing.T) {
	t.Parallel()
	ws := newProject(t)
	add := func(address, text string) workspace.Imported {
		t.Helper()
		doc, err := ingest.Read("a.txt", []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		doc.URL = address
		added, err := ws.Add(t.Context(), doc)
		if err != nil {
			t.Fatal(err)
		}
		return added
	}
	first := add("https://www.example.org/news/1/?utm_source=x", press("Almaty", 3))
	for address, want := range map[string]bool{
		"http://example.org/news/1#top": false, // the first was kept with its parameter
		"https://example.org/":          false,
		"https://example.org/news/2":    false,
	} {
		if got := add(address, press(address, 3)); (got.Like != nil) != want {
			t.Errorf("%s is like %+v", address, got.Like)
		}
	}
	if first.Like != nil {
		t.Errorf("the first is like %+v", first.Like)
	}
	add("https://example.org/news/3", press("Aktau", 3))
	same := add("http://www.example.org/news/3/?utm_campaign=mail", press("Taraz", 2))
	if same.Like == nil || !same.Like.SameAddress {
		t.Errorf("the same address gives %+v", same.Like)
	}
}

func TestImportIsOneStepOfUndo(t *testing.T) {
	t.Parallel()
	ws := newProject(t)
	dir := t.TempDir()
	const articles = 250 // in three transactions
	for i := range articles {
		write(t, filepath.Join(dir, fmt.Sprintf("%03d.txt", i)), press(fmt.Sprintf("Town %d", i), 1))
	}
	report, err := ws.Import(t.Context(), []string{dir}, nil)
	if err != nil || len(report) != articles || filepath.Base(report[101].Source) != "101.txt" {
		t.Fatalf("%d in the report, %v", len(report), err)
	}
	steps, err := ws.Steps(t.Context(), 0, 5)
	if err != nil || len(steps) != 2 || steps[0].Events != articles {
		t.Errorf("the history tells of %+v, %v", steps, err)
	}
	undo(t, ws)
	if _, total, err := ws.Library(t.Context(), models.ArticleFilter{}); err != nil || total != 0 {
		t.Errorf("%d articles are left, %v", total, err)
	}
	undoable := ws.NextUndo()
	if undoable != nil && undoable.Entity == models.EntityArticle {
		t.Errorf("there is more to undo: %+v", undoable)
	}
}

// TestImportStopped stops in the middle of the second hundred.
func TestImportStopped(t *testing.T) {
	t.Parallel()
	ws := newProject(t)
	dir := t.TempDir()
	for i := range 250 {
		write(t, filepath.Join(dir, fmt.Sprintf("%03d.txt", i)), press(fmt.Sprintf("Town %d", i), 1))
	}
	ctx, stop := context.WithCancel(t.Context())
	report, err := ws.Import(ctx, []string{dir}, func(done, _ int) {
		if done == 150 {
			stop()
		}
	})
	if models.CodeOf(err) != models.CodeCancelled || len(report) != 150 {
		t.Errorf("%d sources are dealt with, %v", len(report), err)
	}
	if _, total, err := ws.Library(t.Context(), models.ArticleFilter{}); err != nil || total != 150 {
		t.Errorf("%d articles stay, %v", total, err)
	}
	undo(t, ws)
	if _, total, err := ws.Library(t.Context(), models.ArticleFilter{}); err != nil || total != 0 {
		t.Errorf("one undo leaves %d articles, %v", total, err)
	}
}
