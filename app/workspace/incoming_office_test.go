package workspace_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"glossator/app/export"
	"glossator/app/workspace"
)

// TestWorkbookComesBack: what the workbook brings into a copy of the project
// without tags is what the CSV brings, but for control characters.
func TestWorkbookComesBack(t *testing.T) {
	t.Parallel()
	for seed := range uint64(*roundTrips) {
		tagged, bare := twins(t, seed)
		take(t, bare, exported(t, tagged, export.Workbook()))
		want, got := bytesOf(t, exported(t, tagged, export.CSV())), bytesOf(t, exported(t, bare, export.CSV()))
		plain := strings.NewReplacer("\a", "\ufffd").Replace
		if plain(string(want)) != plain(string(got)) {
			t.Errorf("seed %d: %s", seed, difference(plain(string(want)), plain(string(got))))
		}
		sound(t, bare)
	}
}

// TestLibreOfficeKeepsLabelsDetailsAndComments opens the export in a
// spreadsheet and saves it as CSV again, the workbook also as a workbook. A
// workbook, whose cells have types, brings everything into a project without
// tags; a CSV, of which a spreadsheet reshapes what looks like numbers and
// dates, changes nothing in the project that it came from.
func TestLibreOfficeKeepsLabelsDetailsAndComments(t *testing.T) {
	if testing.Short() {
		t.Skip("starting LibreOffice takes seconds")
	}
	office, err := exec.LookPath("soffice")
	if err != nil {
		if slices.Contains(strings.Fields(os.Getenv("READERS")), "soffice") {
			t.Fatal("nobody has checked this: there is no soffice on the PATH")
		}
		t.Skip("there is no soffice on the PATH")
	}
	const csvFilter = "Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false" // UTF-8, commas
	tagged, bare := twins(t, 3)
	for _, trip := range []struct {
		format export.Format
		back   string // the extension with which LibreOffice saves
		target *workspace.Workspace
	}{
		{export.Workbook(), "csv", bare}, {export.Workbook(), "xlsx", bare}, {export.ExcelCSV(), "csv", tagged}, {export.CSV(), "csv", tagged},
	} {
		args := []string{"--headless", "-env:UserInstallation=file://" + t.TempDir(), "--convert-to", trip.back}
		if trip.back == "csv" {
			args[3] = "csv:" + csvFilter
		}
		if trip.format.Key != "xlsx" { // UTF-8; which separator depends on the locale
			args = append(args, "--infilter=Text - txt - csv (StarCalc):44/59,34,76,1")
		}
		out := t.TempDir()
		args = append(args, "--outdir", out, exported(t, tagged, trip.format))
		if said, err := exec.CommandContext(t.Context(), office, args...).CombinedOutput(); err != nil {
			t.Fatalf("soffice: %v\n%s", err, said)
		}
		name := trip.format.Key + " as " + trip.back
		back, err := trip.target.ReadComing(t.Context(), filepath.Join(out, "export."+trip.back), workspace.ComingOptions{})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		want, err := trip.target.ReadComing(t.Context(), exported(t, tagged, export.CSV()), workspace.ComingOptions{})
		must(t, err)
		for i, row := range back.Result.Rows {
			compareComing(t, name, row, want.Result.Rows[i])
		}
		for _, notice := range back.File.Notices {
			t.Logf("%s: %s", name, notice)
		}
	}
}

// compareComing compares what the analyst sees: label, comment, quote, details.
// A workbook has no place for control characters, and says so.
func compareComing(t *testing.T, format string, got, want workspace.ComingRow) {
	t.Helper()
	if strings.ContainsRune(want.Sentence.Text+want.Wanted.Note+fmt.Sprint(want.Wanted.Details), '\a') {
		return
	}
	if got.State != want.State || got.Label != want.Label || got.Wanted.Note != want.Wanted.Note || got.Quote != want.Quote {
		t.Errorf("%s: line %d: %s %s %q %q (%s %v), want %s %s %q %q", format, got.Row.Line, got.State, got.Label, got.Wanted.Note, got.Quote,
			got.Reason, got.Changes, want.State, want.Label, want.Wanted.Note, want.Quote)
	}
	if len(got.Wanted.Details) != len(want.Wanted.Details) {
		t.Errorf("%s: line %d: details %+v, want %+v", format, got.Row.Line, got.Wanted.Details, want.Wanted.Details)
		return
	}
	for i, d := range got.Wanted.Details {
		if w := want.Wanted.Details[i]; d.Field != w.Field || d.ValueText != w.ValueText {
			t.Errorf("%s: line %d: detail %+v, want %+v", format, got.Row.Line, d, w)
		}
	}
}
