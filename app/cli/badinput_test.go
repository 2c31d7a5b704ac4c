package cli_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"glossator/assets"
	"glossator/models"
	"glossator/models/store"
)

// TestBadArticles gives the import every file that is no article. Each gets one
// sentence that names it, and the good one beside it still comes in.
func TestBadArticles(t *testing.T) {
	dir := home(t)
	project := filepath.Join(dir, "p.glossator")
	good := write(t, filepath.Join(dir, "good.txt"), []byte(reportText))
	huge := filepath.Join(dir, "huge.txt")
	write(t, huge, []byte("Word. "))
	if err := os.Truncate(huge, 200<<20); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ name, path, says string }{
		{"missing", filepath.Join(dir, "missing.txt"), "missing.txt"},
		{"empty", write(t, filepath.Join(dir, "empty.txt"), nil), "empty"},
		{"blank", write(t, filepath.Join(dir, "blank.txt"), []byte(" \n\n ")), "blank.txt"},
		{"binary", write(t, filepath.Join(dir, "binary.txt"), []byte("\x7fELF\x02\x01\x01\x00\x00\x00\x00")), "binary.txt"},
		{"200 MB", huge, "huge.txt"},
		{"no encoding", write(t, filepath.Join(dir, "odd.txt"), []byte("\x81\x8D\xFE\xF7 \x90\x9D\xAC\xA6 \xFF\xD7x\xF7")), "odd.txt"},
		{"broken UTF-8", write(t, filepath.Join(dir, "broken.txt"), []byte("caf\xC3")), "broken.txt"},
	} {
		got := glossator(t, "", "import", "--project", project, tt.path, good)
		sentence, _, _ := strings.Cut(got.out, "\n")
		if got.status != 1 || !strings.Contains(sentence, tt.says) || !strings.HasSuffix(sentence, ".") {
			t.Errorf("%s: status %d, %q; want one sentence with %q", tt.name, got.status, got.out, tt.says)
		}
	}
	if out := must(t, "", "stats", "--project", project); !strings.Contains(out, "articles       1") {
		t.Errorf("the good article is not there: %s", out)
	}
}

func TestFolderWithoutRights(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("root may read every folder")
	}
	dir := home(t)
	locked := filepath.Join(dir, "locked")
	if err := os.Mkdir(locked, 0); err != nil {
		t.Fatal(err)
	}
	got := glossator(t, "", "import", "--project", filepath.Join(dir, "p.glossator"), locked)
	if got.status != 1 || !strings.Contains(got.out, "locked") {
		t.Errorf("%+v", got)
	}
}

// TestBadProjects opens every file that is no project of ours and holds its
// bytes against those before.
func TestBadProjects(t *testing.T) {
	dir := home(t)
	for _, tt := range []struct{ name, path, says string }{
		{"a folder", dir, "folder"},
		{"text", write(t, filepath.Join(dir, "text.glossator"), []byte("Not a project.")), "not"},
		{"empty", write(t, filepath.Join(dir, "empty.glossator"), nil), "empty"},
		{"missing", filepath.Join(dir, "none.glossator"), "none.glossator"},
	} {
		before, _ := os.ReadFile(tt.path)
		for _, command := range []string{"stats", "check", "export"} {
			got := glossator(t, "", command, "--project", tt.path)
			if got.status != 1 || !strings.Contains(got.words, tt.says) || strings.Count(got.words, "\n") != 1 {
				t.Errorf("%s of %s: status %d, words %q", command, tt.name, got.status, got.words)
			}
		}
		if after, _ := os.ReadFile(tt.path); !bytes.Equal(before, after) {
			t.Errorf("%s: its bytes changed", tt.name)
		}
	}
}

func TestReadOnlyProject(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("root may write every file")
	}
	dir := home(t)
	project := filepath.Join(dir, "p.glossator")
	must(t, reportText, "import", "--project", project, "-")
	if err := os.Chmod(project, 0o400); err != nil {
		t.Fatal(err)
	}
	got := glossator(t, reportText+"More.", "import", "--project", project, "-")
	if got.status != 1 || !strings.Contains(got.words, "read-only") {
		t.Errorf("%+v", got)
	}
	must(t, "", "stats", "--project", project)
}

// TestBesideAWindow works on a project that a window has open: commands go in
// between its actions, and a second window is refused with a sentence.
func TestBesideAWindow(t *testing.T) {
	dir := home(t)
	project := filepath.Join(dir, "p.glossator")
	added := lines[imported](t, must(t, reportText, "import", "--json", "--project", project, "-"))
	codebook, err := models.ParseCodebook(assets.CodebookJSON())
	if err != nil {
		t.Fatal(err)
	}
	window, err := store.Open(project, store.Options{Codebook: codebook})
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := window.Close(); err != nil {
			t.Error(err)
		}
	}()
	if _, err := store.Open(project, store.Options{Codebook: codebook}); models.CodeOf(err) != models.CodeInUse {
		t.Errorf("a second window: %v, want a refusal", err)
	}
	must(t, `{"article":"`+added[0].Article+`","sentence":1,"label":"claim"}`+"\n", "tag", "--project", project, "--annotator", "Ann", "-")
	if changed, err := window.Changed(t.Context()); err != nil || !changed {
		t.Errorf("the window does not notice: %v, %v", changed, err)
	}
}
