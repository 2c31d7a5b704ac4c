package cli_test

import (
	"bytes"
	"database/sql"
	"os"
	"path/filepath"
	"strings"
	"testing"

	_ "github.com/glebarez/go-sqlite" // another program's database is made with it
)

// aProject makes a project with one article and one tag and returns its file
// and its content.
func aProject(t *testing.T, dir string) (path string, content []byte) {
	t.Helper()
	path = filepath.Join(dir, "p.glossator")
	must(t, "", "import", "--project", path, write(t, filepath.Join(dir, "a.txt"), []byte(reportText)))
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return path, content
}

// Every state of a file that is no healthy project: each command says one
// sentence with the file's name in it, exits with 1 and leaves every byte as
// it is, and no other file beside it.
func TestFaultyProjectsAreRefusedUnchanged(t *testing.T) {
	dir := home(t)
	_, sample := aProject(t, dir)
	foreign := filepath.Join(dir, "notes.db")
	db, err := sql.Open("sqlite", foreign)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.ExecContext(t.Context(), "CREATE TABLE notes(id INTEGER PRIMARY KEY); PRAGMA user_version=3"); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	other, err := os.ReadFile(foreign)
	if err != nil {
		t.Fatal(err)
	}
	patched := func(at int, with ...byte) []byte {
		data := bytes.Clone(sample)
		copy(data[at:], with)
		return data
	}
	for name, state := range map[string]struct {
		content []byte
		beside  string // the end of the name of a side file
		says    string
	}{
		"empty":                {nil, "", "is empty"},
		"text":                 {[]byte("Dear colleague,"), "", "is not a project file"},
		"archive":              {[]byte("PK\x03\x04" + strings.Repeat("z", 9000)), "", "is not a project file"},
		"another program":      {other, "", "a database of another program"},
		"damaged header":       {patched(21, 1, 2, 3), "", "is damaged"},
		"damaged tables":       {patched(100, bytes.Repeat([]byte{0xff}, 3000)...), "", "is damaged"},
		"cut in the last page": {sample[:len(sample)-1], "", "is cut short"},
		"cut by half":          {sample[:len(sample)/2], "", "is cut short"},
		"stray log":            {sample, "-wal", "p.glossator-wal"},
		"stray journal":        {sample, "-journal", "p.glossator-journal"},
	} {
		t.Run(name, func(t *testing.T) {
			folder := t.TempDir()
			path := write(t, filepath.Join(folder, "p.glossator"), state.content)
			files := 1
			if state.beside != "" {
				write(t, path+state.beside, bytes.Repeat([]byte("w"), 5000))
				files++
			}
			for _, args := range [][]string{
				{"check"}, {"export"}, {"backup", filepath.Join(dir, name+".copy")}, {"tag", "--annotator", "Asel", "-"}, {"import", filepath.Join(dir, "a.txt")},
			} {
				got := glossator(t, "", append(args, "--project", path)...)
				if got.status != 1 || !strings.Contains(got.words, state.says) || !strings.Contains(got.words, "p.glossator") ||
					strings.Count(strings.TrimSpace(got.words), "\n") > 0 {
					t.Errorf("%s: status %d, %q; want one sentence with %q", args[0], got.status, got.words, state.says)
				}
			}
			if now, err := os.ReadFile(path); err != nil || !bytes.Equal(now, state.content) {
				t.Errorf("the file was changed, %v", err)
			}
			if entries, err := os.ReadDir(folder); err != nil || len(entries) != files {
				t.Errorf("something was left beside it: %v %v", entries, err)
			}
		})
	}
}

// What a newer version made is read, never written to.
func TestNewerProjectIsRead(t *testing.T) {
	dir := home(t)
	path, sample := aProject(t, dir)
	copy(sample[60:], []byte{0, 0, 0, 99})
	write(t, path, sample)
	for _, command := range [][]string{{"tag", "--annotator", "Asel", "-"}, {"import", filepath.Join(dir, "a.txt")}} {
		got := glossator(t, "", append(command, "--project", path)...)
		if got.status != 1 || !strings.Contains(got.words, "p.glossator was made by a newer version") {
			t.Errorf("%s: status %d, %q", command[0], got.status, got.words)
		}
	}
	for command, says := range map[string]string{
		"export": "no_label", "stats": "articles       1", "check": "only a newer version of the program can check the history",
	} {
		got := glossator(t, "", command, "--project", path)
		if got.status != 0 || command != "export" && !strings.Contains(got.out, says) || !strings.Contains(got.words, "what is new in it is not shown") {
			t.Errorf("%s: status %d, %q, %q", command, got.status, got.out, got.words)
		}
	}
	if now, err := os.ReadFile(path); err != nil || !bytes.Equal(now, sample) {
		t.Errorf("the file was changed, %v", err)
	}
}

func TestMissingProjectIsNotMade(t *testing.T) {
	dir := home(t)
	for _, path := range []string{filepath.Join(dir, "none.glossator"), filepath.Join(dir, "no", "none.glossator")} {
		for _, command := range []string{"stats", "check"} {
			got := glossator(t, "", command, "--project", path)
			if got.status != 1 || !strings.Contains(got.words, "does not exist") {
				t.Errorf("%s: status %d, %q", command, got.status, got.words)
			}
		}
		if _, err := os.Stat(path); !os.IsNotExist(err) {
			t.Errorf("%s was made", path)
		}
	}
	if got := glossator(t, "", "stats", "--project", dir); got.status != 1 || !strings.Contains(got.words, "is a folder") {
		t.Errorf("status %d, %q", got.status, got.words)
	}
}

// What can be read of a damaged project is saved, and what cannot is listed.
func TestRecover(t *testing.T) {
	dir := home(t)
	path, sample := aProject(t, dir)
	saved := filepath.Join(dir, "saved.glossator")
	if out := must(t, "", "recover", "--project", path, saved); !strings.Contains(out, "saved: 1 articles and 0 annotations") {
		t.Errorf("a sound project: %q", out)
	}
	must(t, "", "check", "--project", saved)
	if got := glossator(t, "", "recover", "--project", path, saved); got.status != 1 || !strings.Contains(got.words, "already there") {
		t.Errorf("over a file: status %d, %q", got.status, got.words)
	}
	cut := write(t, filepath.Join(dir, "cut.glossator"), sample[:len(sample)-5000])
	again := filepath.Join(dir, "again.glossator")
	got := glossator(t, "", "recover", "--project", cut, again)
	if got.status > 1 || !strings.Contains(got.out, "saved: ") {
		t.Fatalf("a cut project: status %d, %q, %q", got.status, got.out, got.words)
	}
	must(t, "", "check", "--project", again)
	if now, err := os.ReadFile(cut); err != nil || !bytes.Equal(now, sample[:len(sample)-5000]) {
		t.Errorf("the damaged file was changed, %v", err)
	}
	if got := glossator(t, "", "recover", "--project", filepath.Join(dir, "a.txt"), filepath.Join(dir, "b")); got.status != 1 ||
		!strings.Contains(got.words, "is not a project file") {
		t.Errorf("a text: status %d, %q", got.status, got.words)
	}
}
