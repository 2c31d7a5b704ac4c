package export_test

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"glossator/app/export"
	"glossator/models"
)

// checkFailure expects an error with this code and one sentence that names the
// file and has this word in it.
func checkFailure(t *testing.T, err error, code models.Code, name, word string) {
	t.Helper()
	if models.CodeOf(err) != code {
		t.Fatalf("error %v has the code %q, want %q", err, models.CodeOf(err), code)
	}
	sentence := models.Explain(err)
	if !strings.Contains(sentence, name) || !strings.Contains(sentence, word) || !strings.HasSuffix(sentence, ".") {
		t.Errorf("%q does not mention %q and %q", sentence, name, word)
	}
}

// checkFolder expects exactly these files in folder, hidden ones included.
func checkFolder(t *testing.T, folder string, want ...string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, entry := range entries {
		got = append(got, entry.Name())
	}
	if strings.Join(got, " ") != strings.Join(want, " ") {
		t.Errorf("the folder holds %q, want %q", got, want)
	}
}

func content(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestFile(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	path := filepath.Join(folder, "a.csv")
	rows, err := export.File(t.Context(), path, false, export.CSV(), input(statistic(), commitment(), nothing()))
	if err != nil || rows != 3 {
		t.Fatal(rows, err)
	}
	if content(t, path) != golden {
		t.Error("the file differs from the stream")
	}
	checkFolder(t, folder, "a.csv")
}

func TestFileOverwritesOnlyWhenTold(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	path := filepath.Join(folder, "a.csv")
	if err := os.WriteFile(path, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := export.File(t.Context(), path, false, export.CSV(), input(nothing()))
	checkFailure(t, err, models.CodeExists, "a.csv", "exists already")
	if got := content(t, path); got != "mine" {
		t.Errorf("the file was changed to %q", got)
	}
	if _, err := export.File(t.Context(), path, true, export.CSV(), input()); err != nil {
		t.Fatal(err)
	}
	if got := content(t, path); got != header+"\n" {
		t.Errorf("the file was not replaced: %q", got)
	}
	checkFolder(t, folder, "a.csv")
}

// A file that somebody makes during the export is not overwritten either.
func TestFileMadeMeanwhile(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	path := filepath.Join(folder, "a.csv")
	in := input()
	in.Rows = func(yield func(models.ExportRow, error) bool) {
		if err := os.WriteFile(path, []byte("hers"), 0o600); err != nil {
			t.Error(err)
		}
		yield(nothing(), nil)
	}
	_, err := export.File(t.Context(), path, false, export.CSV(), in)
	checkFailure(t, err, models.CodeExists, "a.csv", "exists already")
	if got := content(t, path); got != "hers" {
		t.Errorf("the file was changed to %q", got)
	}
	checkFolder(t, folder, "a.csv")
}

func TestFileRefusesTargets(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	_, err := export.File(t.Context(), folder, true, export.CSV(), input())
	checkFailure(t, err, models.CodeIsFolder, filepath.Base(folder), "folder")
	_, err = export.File(t.Context(), filepath.Join(folder, "missing", "a.csv"), false, export.CSV(), input())
	checkFailure(t, err, models.CodeNotFound, "missing", "does not exist")
	checkFolder(t, folder)
}

// A document that an office program has open is not replaced behind its back;
// a copy of it under another name is made all the same.
func TestTargetIsOpenInAnOffice(t *testing.T) {
	t.Parallel()
	for _, mark := range []string{".~lock.a.xlsx#", "~$a.xlsx"} {
		folder := t.TempDir()
		path := filepath.Join(folder, "a.xlsx")
		for _, name := range []string{path, filepath.Join(folder, mark)} {
			if err := os.WriteFile(name, []byte("hers"), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		_, err := export.File(t.Context(), path, true, export.Workbook(), corpus())
		checkFailure(t, err, models.CodeInUse, "a.xlsx", "open in another program")
		if got := content(t, path); got != "hers" {
			t.Errorf("the file was changed to %q", got)
		}
		if _, err := export.File(t.Context(), filepath.Join(folder, "b.xlsx"), false, export.Workbook(), corpus()); err != nil {
			t.Error(err)
		}
	}
}

// TestEveryFormatIsStoppedWhole: stopped at the fourth row, no format leaves
// anything behind.
func TestEveryFormatIsStoppedWhole(t *testing.T) {
	t.Parallel()
	for _, format := range export.Formats() {
		folder := t.TempDir()
		in, ctx := stopping(t)
		_, err := export.File(ctx, filepath.Join(folder, "out"), false, format, in)
		if format.Key == export.REFICodebook().Key { // reads no row
			if err != nil {
				t.Error(err)
			}
			continue
		}
		checkFailure(t, err, models.CodeCancelled, "out", "stopped")
		if format.AsFolder() {
			in, ctx := stopping(t)
			_, err := export.Folder(ctx, filepath.Join(folder, "out"), format, in)
			checkFailure(t, err, models.CodeCancelled, "out", "stopped")
		}
		checkFolder(t, folder)
	}
}

// stopping is an input whose context ends at the fourth row.
func stopping(t *testing.T) (export.Input, context.Context) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	t.Cleanup(cancel)
	in, n := corpus(), 0
	rows := in.Rows
	in.Rows = func(yield func(models.ExportRow, error) bool) {
		for row, err := range rows {
			if n++; n == 4 {
				cancel()
			}
			if !yield(row, err) {
				return
			}
		}
	}
	return in, ctx
}

// Stopped or failed in the middle, after more than one buffer has been written,
// an export leaves what was there before.
func TestFileStoppedInTheMiddle(t *testing.T) {
	t.Parallel()
	fault := models.Errorf(models.CodeDamaged, "The project is damaged.")
	cases := map[string]struct {
		end  func(cancel context.CancelFunc) error // what happens at the thousandth row
		code models.Code
		word string
	}{
		"cancelled": {func(cancel context.CancelFunc) error { cancel(); return nil }, models.CodeCancelled, "stopped"},
		"rows fail": {func(context.CancelFunc) error { return fault }, models.CodeDamaged, "damaged"},
		"unknown":   {func(context.CancelFunc) error { return io.ErrUnexpectedEOF }, models.CodeInput, "a.csv"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			folder := t.TempDir()
			path := filepath.Join(folder, "a.csv")
			if err := os.WriteFile(path, []byte("before"), 0o600); err != nil {
				t.Fatal(err)
			}
			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			const middle = 1000
			in := input()
			in.Rows = func(yield func(models.ExportRow, error) bool) {
				for i := 0; ; i++ {
					var err error
					if i == middle {
						err = c.end(cancel)
					}
					if !yield(statistic(), err) {
						return
					}
				}
			}
			rows, err := export.File(ctx, path, true, export.CSV(), in)
			if rows != 0 {
				t.Errorf("%d rows, and no file", rows)
			}
			checkFailure(t, err, c.code, "", c.word)
			if got := content(t, path); got != "before" {
				t.Errorf("the file was changed to %q", got)
			}
			checkFolder(t, folder, "a.csv")
		})
	}
}

func TestFormatPanics(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	broken := export.CSV()
	broken.Write = func(context.Context, io.Writer, export.Input) (int, error) { panic("broken") }
	func() {
		defer func() {
			if recover() == nil {
				t.Error("the panic was swallowed")
			}
		}()
		_, _ = export.File(t.Context(), filepath.Join(folder, "a.csv"), false, broken, input())
	}()
	checkFolder(t, folder)
}

func TestStreamFails(t *testing.T) {
	t.Parallel()
	_, err := export.Stream(t.Context(), failing{}, "the standard output", export.CSV(), input(nothing()))
	checkFailure(t, err, models.CodeInput, "the standard output", "could not be written")
}

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, errors.New("broken pipe") }

// The device that is always full is the one full disk that every Linux has.
func TestFullDisk(t *testing.T) {
	t.Parallel()
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Skip("this system has no /dev/full")
	}
	defer func() {
		if err := full.Close(); err != nil {
			t.Error(err)
		}
	}()
	_, err = export.Stream(t.Context(), full, "a.csv", export.CSV(), input(nothing()))
	checkFailure(t, err, models.CodeDiskFull, "a.csv", "disk is full")
}

func TestByKey(t *testing.T) {
	t.Parallel()
	format, err := export.ByKey("csv")
	if err != nil || format.Extension != ".csv" {
		t.Errorf("%+v, %v", format, err)
	}
	_, err = export.ByKey("doc")
	checkFailure(t, err, models.CodeUnsupported, `"doc"`, "csv")
}

func TestFileName(t *testing.T) {
	t.Parallel()
	day := time.Date(2026, time.November, 3, 23, 59, 0, 0, time.FixedZone("", 5*60*60))
	cases := []struct{ project, who, want string }{
		{"Monitoring", "gold", "monitoring_annotations_2026-11-03_gold.csv"},
		{"  Women's rights: 2026/27 ", "Ana-Lind", "womens-rights-2026-27_annotations_2026-11-03_ana-lind.csv"},
		{"Құқық қорғау", "Әлия Өмірбекқызы", "quqyq-qorgau_annotations_2026-11-03_aliya-omirbekqyzy.csv"},
		{"Щит и ёлка", "Юрий Объедков", "shchit-i-elka_annotations_2026-11-03_yuriy-obedkov.csv"},
		{"Ærø Straße Łódź", "Zoë", "aero-strasse-lodz_annotations_2026-11-03_zoe.csv"},
		{"女性", "", "project_annotations_2026-11-03_all.csv"},
	}
	for _, c := range cases {
		if got := export.CSV().FileName(c.project, day, c.who); got != c.want {
			t.Errorf("got %s, want %s", got, c.want)
		}
	}
	if got := export.CSV().FileName(strings.Repeat("long name ", 100), day, strings.Repeat("щ", 500)); len(got) > 200 {
		t.Errorf("%d bytes: %s", len(got), got)
	}
}

func TestFreePath(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	path := filepath.Join(folder, "a.csv")
	for _, want := range []string{"a.csv", "a-2.csv", "a-3.csv"} {
		free, err := export.FreePath(path)
		if err != nil || filepath.Base(free) != want {
			t.Fatal(free, err)
		}
		if err := os.WriteFile(free, nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
}
