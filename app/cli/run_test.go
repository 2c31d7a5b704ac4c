package cli_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"glossator/app/cli"
)

// outcome is what a script sees of a command.
type outcome struct {
	status int
	out    string
	words  string
}

// glossator runs a command as a script does, with the data folder of this
// test.
func glossator(t *testing.T, stdin string, args ...string) outcome {
	t.Helper()
	var out, words bytes.Buffer
	status := cli.Run(args, cli.Streams{In: strings.NewReader(stdin), Out: &out, Err: &words}, nil)
	return outcome{status: status, out: out.String(), words: words.String()}
}

// must is glossator for a command that has to succeed.
func must(t *testing.T, stdin string, args ...string) string {
	t.Helper()
	got := glossator(t, stdin, args...)
	if got.status != 0 {
		t.Fatalf("glossator %s: status %d, %s", strings.Join(args, " "), got.status, got.words)
	}
	return got.out
}

// home gives the test a data folder of its own and returns a work folder.
func home(t *testing.T) string {
	t.Helper()
	t.Setenv("XDG_DATA_HOME", t.TempDir())
	return t.TempDir()
}

const reportText = `Ministry opens shelters

The ministry will open three shelters by the end of the year. Since January, 192 victims received help.

The opposition accused the government of hiding the report.
`

func write(t *testing.T, path string, data []byte) string {
	t.Helper()
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestUsage(t *testing.T) {
	dir := home(t)
	for _, tt := range []struct {
		name string
		args []string
		says string
	}{
		{"unknown flag", []string{"segment", "--colour"}, "unknown flag"},
		{"unknown command", []string{"frobnicate"}, "no command and no file"},
		{"too many arguments", []string{"extract", "a", "b"}, "accepts 1 arg"},
		{"import without a source", []string{"import", "--project", dir + "/p.glossator"}, "at least 1"},
		{"no project", []string{"stats"}, "which project"},
		{"no annotator", []string{"tag", "--project", dir + "/p.glossator", "-"}, "whose tags"},
		{"unknown format", []string{"export", "--project", dir + "/p.glossator", "--format", "pdf"}, "not known"},
		{"two projects", []string{dir + "/one.glossator", dir + "/two.glossator"}, "one window opens one project"},
		{"no table", []string{"agreement"}, "which table"},
	} {
		got := glossator(t, "", tt.args...)
		if got.status != 2 || !strings.Contains(got.words, tt.says) || got.out != "" {
			t.Errorf("%s: status %d, out %q, words %q; want 2 and %q", tt.name, got.status, got.out, got.words, tt.says)
		}
	}
	if _, err := os.Stat(filepath.Join(dir, "p.glossator")); err == nil {
		t.Error("wrong usage made a project")
	}
}

func TestHelpAndVersion(t *testing.T) {
	home(t)
	for _, args := range [][]string{{"--help"}, {"tag", "--help"}, {"version"}} {
		if got := glossator(t, "", args...); got.status != 0 || got.out == "" {
			t.Errorf("%v: status %d, out %q, words %q", args, got.status, got.out, got.words)
		}
	}
}
