package workspace_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"glossator/app/export"
	"glossator/app/workspace"
)

// sharedTable writes the CSV of a workspace with some words in it replaced.
func sharedTable(tb testing.TB, ws *workspace.Workspace, name string, replace ...string) string {
	tb.Helper()
	path := filepath.Join(tb.TempDir(), name)
	if _, err := ws.Export(tb.Context(), workspace.ExportRequest{Path: path, Format: export.CSV()}); err != nil {
		tb.Fatal(err)
	}
	data, err := os.ReadFile(path)
	must(tb, err)
	must(tb, os.WriteFile(path, []byte(strings.NewReplacer(replace...).Replace(string(data))), 0o600))
	return path
}

// TestTableOfColleague takes a CSV for what it is: a layer of its annotator.
func TestTableOfColleague(t *testing.T) {
	t.Parallel()
	ann, ben := colleague(t, "Ann"), colleague(t, "Ben")
	finishedReport(t, ann, "commitment", "statistic", "claim")
	report(t, ben)
	toggle(t, ben, 0, "claim")
	path := sharedTable(t, ann, "ann.csv", "The opposition accused", "Somebody accused", "Ministry opens", "Other", "report-", "x-")
	parcel := lookInto(t, ben, path)
	if parcel.Kind != workspace.ParcelTable || len(parcel.People) != 1 || parcel.People[0].Name != "Ann" {
		t.Fatalf("parcel %+v", parcel)
	}
	got := merge(t, ben, parcel)
	if got.Added < 2 || got.Layers[0].Name != "Ann" {
		t.Errorf("report %+v", got)
	}
	if mine := labels(t, ben); !slices.Equal(mine, []string{"claim", "", "", ""}) {
		t.Errorf("Ben's own layer is %v", mine)
	}
	if again := merge(t, ben, lookInto(t, ben, path)); again.Added != 0 {
		t.Errorf("the same table twice: %+v", again)
	}
}

// TestTableGoesOn takes in a CSV, the same file after its author has gone on,
// and the first one once more: the newer state stands, no older one comes back,
// and nobody is asked to choose.
func TestTableGoesOn(t *testing.T) {
	t.Parallel()
	ann, ben := colleague(t, "Ann"), colleague(t, "Ben")
	finishedReport(t, ann, "commitment", "statistic", "claim")
	report(t, ben)
	first := sharedTable(t, ann, "ann.csv")
	mine, _ := ann.Sentence(0)
	must(t, ann.SetNote(t.Context(), 0, mine.Mine[0].UID, "Seen again."))
	second := sharedTable(t, ann, "ann.csv")
	third := sharedTable(t, ann, "ann.csv", "Seen again.", "Written in a spreadsheet.")
	for _, step := range []struct {
		path           string
		added, changed int
		note           string
	}{
		{first, 3, 0, ""}, {second, 0, 1, "Seen again."}, {first, 0, 0, "Seen again."}, {third, 0, 1, "Written in a spreadsheet."},
		{second, 0, 0, "Written in a spreadsheet."}, {third, 0, 0, "Written in a spreadsheet."},
	} {
		got := merge(t, ben, lookInto(t, ben, step.path))
		if got.Added != step.added || got.Changed != step.changed || got.Conflicts != 0 || (got.Group == "") != (step.added+step.changed == 0) {
			t.Errorf("%s: %+v", step.note, got)
		}
		forks, err := ben.Forks(t.Context())
		sentence, _ := ben.Sentence(0)
		if err != nil || len(forks) != 0 || len(sentence.Others) != 1 || sentence.Others[0].Note != step.note {
			t.Errorf("%q: %d things have two versions, %v; others have %+v", step.note, len(forks), err, sentence.Others)
		}
	}
}

// TestSpreadsheetDamage says what a spreadsheet has done to a table before
// anybody merges it.
func TestSpreadsheetDamage(t *testing.T) {
	t.Parallel()
	ann, ben := colleague(t, "Ann"), colleague(t, "Ben")
	a := finishedReport(t, ann, "commitment", "statistic")
	report(t, ben)
	damaged := sharedTable(t, ann, "saved by a spreadsheet.csv", a.UID, "7.3928E+05", "2026-", "26/11/")
	parcel := lookInto(t, ben, damaged)
	var said []string
	for _, notice := range parcel.Notices {
		said = append(said, notice.String())
	}
	if all := strings.Join(said, "\n"); !strings.Contains(all, "spreadsheet") {
		t.Errorf("the damage is not named: %q", all)
	}
}

// TestNumbersAndSentences holds every number of the comparison against the
// sentences that stand behind it.
func TestNumbersAndSentences(t *testing.T) {
	t.Parallel()
	_, ben := reviewed(t)
	result, err := ben.Agreement(t.Context(), workspace.AgreementFilter{SeenToo: true})
	must(t, err)
	if len(result.Summary.Counts) != 3 {
		t.Fatalf("%d labels are compared", len(result.Summary.Counts))
	}
	for _, count := range result.Summary.Counts {
		for part, want := range map[workspace.CellPart]int{
			workspace.CellAll: count.Both, workspace.CellBothYes: count.BothYes, workspace.CellOnlyFirst: count.OnlyFirst,
			workspace.CellOnlySecond: count.OnlySecond, workspace.CellBothNo: count.BothNo,
			workspace.CellDiffer: count.OnlyFirst + count.OnlySecond, workspace.CellSame: count.BothYes + count.BothNo,
		} {
			cell := workspace.AgreementCell{First: result.People[0].UID, Second: result.People[1].UID, Label: count.Label, Part: part}
			rows, err := ben.AgreementSentences(t.Context(), workspace.AgreementFilter{SeenToo: true}, cell)
			if err != nil || len(rows) != want {
				t.Errorf("%s %s: %d sentences, %v; the number is %d", count.Label, part, len(rows), err, want)
			}
		}
	}
}
