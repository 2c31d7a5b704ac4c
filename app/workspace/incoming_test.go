package workspace_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"glossator/app/export"
	"glossator/app/workspace"
	"glossator/models"
)

var roundTrips = flag.Int("round.trips", 5, "random projects that are exported, imported and exported again")

// TestRoundTripIsExact: what was exported, imported into a copy of the project
// without tags and exported once more has the same bytes; importing it again
// changes nothing, and one undo takes it all back.
func TestRoundTripIsExact(t *testing.T) {
	t.Parallel()
	for seed := range uint64(*roundTrips) {
		for _, format := range []export.Format{export.CSV(), export.ExcelCSV()} {
			tagged, bare := twins(t, seed)
			path := exported(t, tagged, format)
			before := bytesOf(t, exported(t, bare, format))
			coming := take(t, bare, path)
			for _, row := range coming.Result.Rows {
				if row.State == workspace.ComingUnmatched || row.State == workspace.ComingUnsure || len(row.Remarks) > 0 {
					t.Errorf("seed %d: line %d is %s: %s %v", seed, row.Row.Line, row.State, row.Reason, row.Remarks)
				}
			}
			if first, second := bytesOf(t, path), bytesOf(t, exported(t, bare, format)); !bytes.Equal(first, second) {
				t.Fatalf("seed %d, %s: %s", seed, format.Key, difference(string(first), string(second)))
			}
			again, err := bare.ReadComing(t.Context(), path, workspace.ComingOptions{})
			if err != nil || again.Result.Same != len(again.Result.Rows) {
				t.Errorf("seed %d: a second import would change %d and add %d (%v)", seed, again.Result.Changed, again.Result.New, err)
			}
			sound(t, bare)
			if coming.Result.New > 0 {
				undo(t, bare)
				sound(t, bare)
			}
			if after := bytesOf(t, exported(t, bare, format)); !bytes.Equal(before, after) {
				t.Errorf("seed %d: undo left %s", seed, difference(string(before), string(after)))
			}
		}
	}
}

// difference shows the first line in which two texts differ.
func difference(a, b string) string {
	one, other := strings.Split(a, "\n"), strings.Split(b, "\n")
	for i := range min(len(one), len(other)) {
		if one[i] != other[i] {
			return fmt.Sprintf("line %d\n%q\n%q", i+1, one[i], other[i])
		}
	}
	return fmt.Sprintf("%d and %d lines", len(one), len(other))
}

// TestTablesBringRepeatingDetails: the zip holds what one table cannot.
func TestTablesBringRepeatingDetails(t *testing.T) {
	t.Parallel()
	ws := newProject(t)
	report(t, ws)
	toggle(t, ws, 1, "statistic")
	sentence, _ := ws.Sentence(1)
	tag := sentence.Mine[0]
	field := tag.Label.Fields[0]
	for _, f := range tag.Label.Fields {
		if f.Repeats {
			field = f
		}
	}
	details := []models.Detail{{FieldID: field.ID, ValueText: "first"}, {FieldID: field.ID, N: 1, ValueText: "second"}}
	if err := ws.SetDetails(t.Context(), 1, tag.UID, details); err != nil {
		t.Fatal(err)
	}
	path := exported(t, ws, export.Tables())
	undo(t, ws)
	coming := take(t, ws, path)
	sentence, _ = ws.Sentence(1)
	if coming.Result.Changed != 1 || len(sentence.Mine[0].Details) != 2 || sentence.Mine[0].Details[1].ValueText != "second" {
		t.Errorf("%d changed, details %+v", coming.Result.Changed, sentence.Mine[0].Details)
	}
}

// TestOtherFormatsComeBack: labels survive the formats of other programs.
func TestOtherFormatsComeBack(t *testing.T) {
	t.Parallel()
	for _, format := range []export.Format{export.LabelStudio(), export.Doccano(), export.REFIProject()} {
		ws := newProject(t)
		report(t, ws)
		toggle(t, ws, 0, "commitment")
		toggle(t, ws, 1, "statistic")
		toggle(t, ws, 1, "claim")
		path := exported(t, ws, format)
		coming, err := ws.ReadComing(t.Context(), path, workspace.ComingOptions{})
		if err != nil || coming.Result.Same < 3 || coming.Result.Changed+coming.Result.New+coming.Result.Unsure > 0 {
			t.Errorf("%s: %+v, %v", format.Key, counts(coming), err)
		}
		other := newProject(t) // which has not even the article
		coming = take(t, other, path)
		if coming.Result.New != 3 || len(coming.Result.Articles) != 1 {
			t.Errorf("%s in an empty project: %+v, %d articles", format.Key, counts(coming), len(coming.Result.Articles))
			continue
		}
		rows, err := other.ExportPreview(t.Context(), models.ExportFilter{WithoutEmpty: true}, 10)
		if err != nil || len(rows) != 3 || rows[0].Label != "commitment" || !strings.HasPrefix(rows[0].Sentence.Text, "The ministry") {
			t.Errorf("%s: %d rows, %v", format.Key, len(rows), err)
		}
	}
}

func counts(c workspace.Coming) [5]int {
	return [5]int{c.Result.Same, c.Result.Changed, c.Result.New, c.Result.Unsure, c.Result.Unmatched}
}

// TestWhatIsNotTakenIsListed covers the reasons, and that nothing is deleted.
func TestWhatIsNotTakenIsListed(t *testing.T) {
	t.Parallel()
	ws := newProject(t)
	uid := report(t, ws).UID
	toggle(t, ws, 0, "commitment")
	toggle(t, ws, 2, "claim")
	path := filepath.Join(t.TempDir(), "back.csv")
	write := func(lines ...string) {
		t.Helper()
		text := "article_id,sentence_text,label,comment,annotator,mine\n" + strings.ReplaceAll(strings.Join(lines, "\n"), "ID", uid)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write(
		`ID,The ministry will open three shelters by the end of the year.,Commitment,checked,,x`, // changed
		`ID,"Since January,  192 victims received help.",statistic,,,`,                           // white space
		`ID,The opposition accused the government of hiding the report.,no_label,,,`,             // would delete
		`ID,The meeting was held on Monday.,claim,new one,Бота,`,                                 // new person
		`ID,The meeting was held on Monday.,claim,once more,Бота,`,                               // twice
		`ID,The meeting was held on Tuesday.,claim,,,`,                                           // other text
		`ID,The meeting was held on Monday.,praise,,,`,                                           // no such label
		`ar-none,The meeting was held on Monday.,claim,,,`,
		`ID,The meeting was held on Monday.,claim,,,,,,`, // ragged
	)
	coming := take(t, ws, path)
	if got := counts(coming); got != [5]int{0, 1, 1, 1, 6} {
		t.Errorf("counts %v: %+v", got, coming.Result.Rows)
	}
	if got := strings.Join(labels(t, ws), " "); got != "commitment  claim " {
		t.Errorf("my labels are now %q", got)
	}
	rejected, err := workspace.RejectedName(path)
	if err != nil {
		t.Fatal(err)
	}
	n, err := coming.SaveRejected(rejected, models.Text.String)
	text := string(bytesOf(t, rejected))
	if err != nil || n != 7 || !strings.HasPrefix(text, "reason,line,article_id,") || !strings.Contains(text, `"The codebook of the project has no label ""praise"".",8,`) {
		t.Errorf("%d rows, %v:\n%s", n, err, text)
	}
	loose, err := ws.ReadComing(t.Context(), path, workspace.ComingOptions{Loose: true})
	if err != nil || loose.Result.Unsure != 0 || loose.Result.New != 1 {
		t.Errorf("loose: %v, %v", counts(loose), err)
	}
	csv := string(bytesOf(t, exported(t, ws, export.CSV())))
	if !strings.Contains(csv, ",mine\n") || !strings.Contains(csv, ",x\n") {
		t.Errorf("the column of the analyst is gone:\n%s", csv)
	}
}

// TestAFormerLabelIsReplaced: a label that was corrected in a spreadsheet is
// another annotation, and one undo brings the old one back.
func TestAFormerLabelIsReplaced(t *testing.T) {
	t.Parallel()
	ws := newProject(t)
	report(t, ws)
	toggle(t, ws, 0, "claim")
	path := exported(t, ws, export.CSV())
	changed := strings.Replace(string(bytesOf(t, path)), ",claim,", ",commitment,", 1)
	if err := os.WriteFile(path, []byte(changed), 0o600); err != nil {
		t.Fatal(err)
	}
	coming := take(t, ws, path)
	if coming.Result.Changed != 1 || labels(t, ws)[0] != "commitment" {
		t.Errorf("%v, %q", counts(coming), labels(t, ws))
	}
	if again, err := ws.ReadComing(t.Context(), path, workspace.ComingOptions{}); err != nil || again.Result.Same != 1 {
		t.Errorf("a second import: %v, %v", counts(again), err)
	}
	if undo(t, ws); labels(t, ws)[0] != "claim" {
		t.Errorf("undo left %q", labels(t, ws))
	}
}

// TestAnIdentityThatStandsTwice: somebody copied a row to tag another sentence.
func TestAnIdentityThatStandsTwice(t *testing.T) {
	t.Parallel()
	ws := newProject(t)
	uid := report(t, ws).UID
	path := filepath.Join(t.TempDir(), "back.csv")
	const id = "an-0190f5b2-0000-7000-8000-000000000001"
	text := "article_id,sentence_text,label,annotation_id\n" +
		uid + ",The meeting was held on Monday.,claim," + id + "\n" +
		uid + ",\"Since January, 192 victims received help.\",claim," + id + "\n"
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	coming := take(t, ws, path)
	if got := strings.Join(labels(t, ws), " "); coming.Result.New != 2 || got != " claim  claim" {
		t.Errorf("%v, %q", counts(coming), got)
	}
	sound(t, ws)
}

// TestOthersAreOnlyAddedTo: nobody's annotation is changed by somebody else's
// file.
func TestOthersAreOnlyAddedTo(t *testing.T) {
	t.Parallel()
	ws := newProject(t)
	report(t, ws)
	if err := ws.SignIn(t.Context(), "Ben"); err != nil {
		t.Fatal(err)
	}
	toggle(t, ws, 0, "claim")
	path := exported(t, ws, export.CSV())
	if err := ws.SignIn(t.Context(), "Ann"); err != nil {
		t.Fatal(err)
	}
	changed := strings.Replace(string(bytesOf(t, path)), ",,,Ben,", ",,not so,Ben,", 1)
	if err := os.WriteFile(path, []byte(strings.Replace(changed, ",claim,", ",commitment,", 1)), 0o600); err != nil {
		t.Fatal(err)
	}
	coming := take(t, ws, path)
	if coming.Result.Unmatched != 1 || !strings.Contains(coming.Result.Rows[0].Reason.String(), "Ben") {
		t.Errorf("%v: %+v", counts(coming), coming.Result.Rows)
	}
}

// TestLibreOfficeKeepsLabelsDetailsAndComments opens the export in a
// spreadsheet and saves it as CSV again. A workbook, whose cells have types,
// brings everything into a project without tags; a CSV, of which a spreadsheet
// reshapes what looks like numbers and dates, changes nothing in the project
// that it came from.
func TestLibreOfficeKeepsLabelsDetailsAndComments(t *testing.T) {
	if testing.Short() {
		t.Skip("starting LibreOffice takes seconds")
	}
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("there is no soffice on the PATH")
	}
	tagged, bare := twins(t, 3)
	for _, format := range []export.Format{export.Workbook(), export.ExcelCSV(), export.CSV()} {
		path := exported(t, tagged, format)
		home, out := t.TempDir(), t.TempDir()
		args := []string{"--headless", "-env:UserInstallation=file://" + home, "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false", "--outdir", out}
		if format.Key != "xlsx" { // UTF-8; which separator depends on the locale
			args = append(args, "--infilter=Text - txt - csv (StarCalc):44/59,34,76,1")
		}
		if said, err := exec.CommandContext(t.Context(), office, append(args, path)...).CombinedOutput(); err != nil {
			t.Fatalf("soffice: %v\n%s", err, said)
		}
		target := tagged
		if format.Key == "xlsx" {
			target = bare
		}
		back, err := target.ReadComing(t.Context(), filepath.Join(out, "export.csv"), workspace.ComingOptions{})
		if err != nil {
			t.Errorf("%s: %v", format.Key, err)
			continue
		}
		want, err := target.ReadComing(t.Context(), exported(t, tagged, export.CSV()), workspace.ComingOptions{})
		if err != nil {
			t.Fatal(err)
		}
		for i, row := range back.Result.Rows {
			compareComing(t, format.Key, row, want.Result.Rows[i])
		}
		for _, notice := range back.File.Notices {
			t.Logf("%s: %s", format.Key, notice)
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
