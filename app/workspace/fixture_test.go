package workspace_test

import (
	"path/filepath"
	"strings"
	"testing"

	"glossator/app/ingest"
	"glossator/app/workspace"
	"glossator/assets"
	"glossator/models"
	"glossator/models/store"
)

// options are those of one installation.
func options(tb testing.TB) store.Options {
	tb.Helper()
	codebook, err := models.ParseCodebook(assets.CodebookJSON())
	if err != nil {
		tb.Fatal(err)
	}
	return store.Options{DeviceUID: "dv-test", Codebook: codebook, BackupDir: tb.TempDir()}
}

// newProject makes a project file with a workspace on it.
func newProject(tb testing.TB) *workspace.Workspace {
	tb.Helper()
	path := filepath.Join(tb.TempDir(), "Test project.glossator")
	st, err := store.Create(path, "Test project", options(tb))
	if err != nil {
		tb.Fatal(err)
	}
	return work(tb, st, "Ann")
}

// reopen closes a workspace and opens its file anew, as a restart does.
func reopen(tb testing.TB, ws *workspace.Workspace) *workspace.Workspace {
	tb.Helper()
	path := ws.Path()
	if err := ws.Close(); err != nil {
		tb.Fatal(err)
	}
	st, err := store.Open(path, options(tb))
	if err != nil {
		tb.Fatal(err)
	}
	return work(tb, st, "Ann")
}

func work(tb testing.TB, st *store.Store, name string) *workspace.Workspace {
	tb.Helper()
	ws, err := workspace.New(tb.Context(), st, name)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { _ = ws.Close() })
	return ws
}

// article adds an article of these sentences, one paragraph, and opens it.
func article(tb testing.TB, ws *workspace.Workspace, title string, sentences ...string) models.Article {
	tb.Helper()
	doc, err := ingest.Read(title+".txt", []byte(title+"\n\n"+strings.Join(sentences, " ")+"\n"))
	if err != nil {
		tb.Fatal(err)
	}
	added, err := ws.Add(tb.Context(), doc)
	if err != nil {
		tb.Fatal(err)
	}
	if err := ws.OpenArticle(tb.Context(), added.Article.UID); err != nil {
		tb.Fatal(err)
	}
	return added.Article
}

// report is a small press report of four sentences.
func report(tb testing.TB, ws *workspace.Workspace) models.Article {
	tb.Helper()
	return article(tb, ws, "Ministry opens shelters",
		"The ministry will open three shelters by the end of the year.",
		"Since January, 192 victims received help.",
		"The opposition accused the government of hiding the report.",
		"The meeting was held on Monday.")
}

// labels returns the labels of every sentence of the current article, joined
// by "+".
func labels(tb testing.TB, ws *workspace.Workspace) []string {
	tb.Helper()
	content, ok := ws.Article()
	if !ok {
		return nil
	}
	out := make([]string, len(content.Sentences))
	for i := range out {
		sentence, ok := ws.Sentence(i)
		if !ok {
			tb.Fatalf("no sentence %d", i)
		}
		var keys []string
		for _, annotation := range sentence.Mine {
			keys = append(keys, annotation.Label.Key)
		}
		out[i] = strings.Join(keys, "+")
	}
	return out
}

func toggle(tb testing.TB, ws *workspace.Workspace, position int, key string) {
	tb.Helper()
	if _, err := ws.ToggleLabel(tb.Context(), position, key); err != nil {
		tb.Fatal(err)
	}
}

func undo(tb testing.TB, ws *workspace.Workspace) models.Step {
	tb.Helper()
	step, err := ws.Undo(tb.Context())
	if err != nil {
		tb.Fatal(err)
	}
	return step
}

func redo(tb testing.TB, ws *workspace.Workspace) models.Step {
	tb.Helper()
	step, err := ws.Redo(tb.Context())
	if err != nil {
		tb.Fatal(err)
	}
	return step
}
