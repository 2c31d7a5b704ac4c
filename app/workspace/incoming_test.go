package workspace_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"glossator/app/export"
	"glossator/app/workspace"
	"glossator/models"
)

var roundTrips = flag.Int("round.trips", 5, "random projects that are exported, imported and exported again")

// TestRoundTripIsExact: what was exported, imported into a copy of the project
// without tags and exported once more has the same bytes, what a review said of
// it and the columns of others included; importing it again changes nothing, and
// one undo takes it all back.
func TestRoundTripIsExact(t *testing.T) {
	t.Parallel()
	said := map[string]bool{}
	for seed := range uint64(*roundTrips) {
		for _, format := range []export.Format{export.CSV(), export.ExcelCSV()} {
			tagged, bare := twins(t, seed)
			path := exported(t, tagged, format)
			before := bytesOf(t, exported(t, bare, format))
			coming := take(t, bare, path)
			for _, row := range coming.Result.Rows {
				said[*row.Row.ReviewState] = true
				if row.Label == models.NoLabel && row.Wanted.Extra.Values()["Region"] != "" {
					said["a column beside no_label"] = true
				}
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
	for _, what := range []string{"unreviewed", "accepted", "changed", "rejected", "added", "deferred", "stale", "a column beside no_label"} {
		if !said[what] {
			t.Errorf("no project had anything that is %s", what)
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

// TestSeveralLabelsOfOneSentenceStayApart: in the formats that say in lines of
// text what an annotation has besides its label, each label keeps its own.
func TestSeveralLabelsOfOneSentenceStayApart(t *testing.T) {
	t.Parallel()
	notes := map[string]string{
		"commitment": "actor: not a detail\nconfidence: high", "statistic": "\tindented\n\tagain", "claim": "comment: twice\n\nlast line",
	}
	for _, format := range []export.Format{export.LabelStudio(), export.Doccano(), export.REFIProject()} {
		ws := newProject(t)
		report(t, ws)
		want := map[string]string{}
		for label, note := range notes {
			toggle(t, ws, 0, label)
			must(t, ws.SetNote(t.Context(), 0, mine(t, ws, label).UID, note))
			fields := mine(t, ws, label).Label.Fields
			must(t, ws.SetDetails(t.Context(), 0, mine(t, ws, label).UID, []models.Detail{{FieldID: fields[0].ID, ValueText: "two\nlines of " + label}}))
			want[label] = note
			if format.Key != "doccano" { // has no details
				want[label] += "|two\nlines of " + label
			}
		}
		other := newProject(t)
		take(t, other, exported(t, ws, format))
		rows, err := other.ExportPreview(t.Context(), models.ExportFilter{WithoutEmpty: true}, 10)
		if err != nil || len(rows) != len(want) {
			t.Errorf("%s: %d rows, %v", format.Key, len(rows), err)
		}
		for _, row := range rows {
			got := row.Annotation.Note
			for _, d := range row.Details {
				got += "|" + d.ValueText
			}
			if got != want[row.Label] || row.Annotation.Confidence != models.ConfidenceNone {
				t.Errorf("%s: %s became\n%q, want\n%q", format.Key, row.Label, got, want[row.Label])
			}
		}
	}
}

// mine returns my annotation of the first sentence with a label.
func mine(t *testing.T, ws *workspace.Workspace, label string) workspace.Annotation {
	t.Helper()
	sentence, _ := ws.Sentence(0)
	for _, tag := range sentence.Mine {
		if tag.Label.Key == label {
			return tag
		}
	}
	t.Fatalf("there is no %s", label)
	return workspace.Annotation{}
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
