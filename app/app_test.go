package app_test

import (
	"os"
	"path/filepath"
	"testing"

	"glossator/app"
	"glossator/app/workspace"
	"glossator/models"
)

func start(t testing.TB, home string) *app.App {
	t.Helper()
	program, err := app.New(home)
	if err != nil {
		t.Fatal(err)
	}
	return program
}

func shut(t testing.TB, ws *workspace.Workspace) {
	t.Helper()
	if err := ws.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestFirstStartShowsTheSample(t *testing.T) {
	t.Parallel()
	home := filepath.Join(t.TempDir(), "data", "glossator")
	ws, created, err := start(t, home).Default(t.Context())
	if err != nil || !created {
		t.Fatalf("created %v, error %v", created, err)
	}
	content, open := ws.Article()
	if !open || len(content.Sentences) < 10 {
		t.Fatalf("open %v with %d sentences, want the sample article", open, len(content.Sentences))
	}
	if _, err := ws.ToggleLabel(t.Context(), 0, "commitment"); err != nil {
		t.Fatal(err)
	}
	shut(t, ws)

	ws, created, err = start(t, home).Default(t.Context())
	if err != nil || created {
		t.Fatalf("second start: created %v, error %v", created, err)
	}
	defer shut(t, ws)
	rows, _, err := ws.Library(t.Context(), models.ArticleFilter{})
	if err != nil || len(rows) != 1 || rows[0].Annotations != 1 {
		t.Errorf("second start shows %+v, %v; want the sample with one annotation", rows, err)
	}
}

func TestLastProjectOpensAgain(t *testing.T) {
	t.Parallel()
	home := t.TempDir()
	path := filepath.Join(t.TempDir(), "Field work.glossator")
	ws, err := start(t, home).Create(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	shut(t, ws)
	ws, created, err := start(t, home).Default(t.Context())
	if err != nil || created || ws.Project().Name != "Field work" {
		t.Fatalf("opened %v, created %v, error %v", ws, created, err)
	}
	shut(t, ws)

	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	ws, created, err = start(t, home).Default(t.Context())
	if err != nil || !created {
		t.Fatalf("after the last project is gone: created %v, error %v; want the default project", created, err)
	}
	shut(t, ws)
}

func TestSettingsSurviveDamage(t *testing.T) {
	t.Parallel()
	home := t.TempDir()
	first := start(t, home)
	if err := first.SetAnnotator("  Анна   Ә "); err != nil {
		t.Fatal(err)
	}
	if got := start(t, home).Annotator(); got != "Анна Ә" {
		t.Errorf("the annotator is %q", got)
	}
	if err := os.WriteFile(filepath.Join(home, "settings.json"), []byte("{cut sho"), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := start(t, home).Annotator(); got == "" {
		t.Error("damaged settings leave no annotator")
	}
	if err := first.SetAnnotator(" "); models.CodeOf(err) != models.CodeInvalid {
		t.Errorf("an empty name: %v", err)
	}
}

// BenchmarkDefault is the part of a start that does not depend on the window:
// from nothing to the last project with its article.
func BenchmarkDefault(b *testing.B) {
	home := b.TempDir()
	ws, _, err := start(b, home).Default(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	content, _ := ws.Article()
	shut(b, ws)
	for b.Loop() {
		ws, _, err := start(b, home).Default(b.Context())
		if err != nil {
			b.Fatal(err)
		}
		if err := ws.OpenArticle(b.Context(), content.Article.UID); err != nil {
			b.Fatal(err)
		}
		shut(b, ws)
	}
}
