package export_test

import (
	"encoding/json"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"glossator/app/export"
)

// Programs that we did not write read what we wrote. Where one is not
// installed its test is skipped, unless READERS, a list of names, says that it
// must be there, as it does in .ci/run.

// lacking ends a test whose reader is not there.
func lacking(t *testing.T, reader, why string) {
	t.Helper()
	if slices.Contains(strings.Fields(os.Getenv("READERS")), reader) {
		t.Fatalf("nobody has checked this: %s", why)
	}
	t.Skip(why)
}

// program returns the path of a program.
func program(t *testing.T, name string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		lacking(t, name, "there is no "+name+" on the PATH")
	}
	return path
}

// python returns an interpreter that has a module.
func python(t *testing.T, module string) string {
	t.Helper()
	for _, name := range []string{"python3", "/usr/bin/python3"} {
		if exec.CommandContext(t.Context(), name, "-c", "import "+module).Run() == nil {
			return name
		}
	}
	lacking(t, module, "there is no python3 with the module "+module)
	return ""
}

// run runs a program that must succeed, and returns what it printed.
func run(t *testing.T, name string, args ...string) string {
	t.Helper()
	out, err := exec.CommandContext(t.Context(), name, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", name, err, out)
	}
	return string(out)
}

// refuses runs a program that must find a fault: one that never does is no
// check.
func refuses(t *testing.T, fault, name string, args ...string) {
	t.Helper()
	if out, err := exec.CommandContext(t.Context(), name, args...).CombinedOutput(); err == nil {
		t.Errorf("%s does not notice %s:\n%s", filepath.Base(name), fault, out)
	}
}

// spoiled writes a copy of a file with one text in it replaced by another.
func spoiled(t *testing.T, path, from, to string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil || !strings.Contains(string(data), from) {
		t.Fatalf("there is no %q in %s: %v", from, path, err)
	}
	bad := filepath.Join(t.TempDir(), filepath.Base(path))
	if err := os.WriteFile(bad, []byte(strings.Replace(string(data), from, to, 1)), 0o600); err != nil {
		t.Fatal(err)
	}
	return bad
}

// save writes an export of the corpus to a file and returns its path.
func save(t *testing.T, format export.Format, in export.Input) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "export"+format.Extension)
	if _, err := export.File(t.Context(), path, false, format, in); err != nil {
		t.Fatal(err)
	}
	return path
}

// unpack writes the files of an archive into a folder.
func unpack(t *testing.T, format export.Format) string {
	t.Helper()
	folder := filepath.Join(t.TempDir(), "export")
	if _, err := export.Folder(t.Context(), folder, format, corpus()); err != nil {
		t.Fatal(err)
	}
	return folder
}

// schemas returns a folder of the official schemas.
func schemas(t *testing.T, name string) string {
	t.Helper()
	folder, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		candidate := filepath.Join(folder, "shared", "data", "schemas", name)
		if _, err := os.Stat(candidate); err == nil {
			return candidate
		}
		if folder == filepath.Dir(folder) {
			lacking(t, "schemas", "the folder shared/data with the official schemas is not here")
		}
		folder = filepath.Dir(folder)
	}
}

// tablesOfCells are all CSV files with exact cells, by name, with awkward texts
// in the columns of texts.
func tablesOfCells(t *testing.T) map[string]string {
	t.Helper()
	rows := rowsWith(awkward())
	files := map[string]string{
		"csv": save(t, export.CSV(), input(rows...)), "csv-wide": save(t, export.WideCSV(), input(rows...)), "corpus": save(t, export.CSV(), corpus()),
	}
	folder := unpack(t, export.Tables())
	names, err := filepath.Glob(filepath.Join(folder, "*.csv"))
	if err != nil || len(names) < 5 {
		t.Fatalf("%q, %v", names, err)
	}
	for _, name := range names {
		files[filepath.Base(name)] = name
	}
	return files
}

// TestEveryCellIsReadAsItWasWritten by Python's csv module and by the sqlite3
// shell, in every table of every CSV with exact cells.
func TestEveryCellIsReadAsItWasWritten(t *testing.T) {
	t.Parallel()
	for name, path := range tablesOfCells(t) {
		want := parse(t, content(t, path))
		t.Run("python/"+name, func(t *testing.T) {
			t.Parallel()
			const script = `import csv, json, sys
print(json.dumps(list(csv.reader(open(sys.argv[1], encoding="utf-8", newline=""), strict=True))))`
			var got [][]string
			decode(t, run(t, python(t, "csv"), "-c", script, path), &got)
			if !slices.EqualFunc(got, want, slices.Equal) {
				t.Errorf("got  %q\nwant %q", got, want)
			}
		})
		t.Run("sqlite3/"+name, func(t *testing.T) {
			t.Parallel()
			var got []map[string]string
			decode(t, run(t, program(t, "sqlite3"), ":memory:", ".import --csv '"+path+"' t", ".mode json", "SELECT * FROM t"), &got) //nolint:unqueryvet // all cells are meant
			if len(got) != len(want)-1 {
				t.Fatalf("%d rows, want %d", len(got), len(want)-1)
			}
			for i, row := range want[1:] {
				cells := map[string]string{}
				for at, cell := range row {
					cells[want[0][at]] = cell
				}
				if !maps.Equal(got[i], cells) {
					t.Errorf("row %d:\ngot  %q\nwant %q", i, got[i], cells)
				}
			}
		})
	}
}

func decode(t *testing.T, text string, into any) {
	t.Helper()
	if err := json.Unmarshal([]byte(text), into); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
}
