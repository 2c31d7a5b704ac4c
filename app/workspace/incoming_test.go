package workspace_test

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"glossator/app/export"
	"glossator/app/workspace"
	"glossator/models"
	"glossator/models/store"
)

var roundTrips = flag.Int("round.trips", 5, "random projects that are exported, imported and exported again")

// awkward are sentences in which offsets, quoting and guarding go wrong.
var awkward = []string{
	"The ministry will open three shelters by May 2025.", "=1+1 is what she wrote.", "-5 degrees, \"quoted\"; and more,",
	"👩‍👩‍👧 Some 192 victims, cafe\u0301 owners.", "Үкімет 2030 жылға дейін 500 үй салады.", "שלום, עולם 😀 \"quoted\".",
	"On two\nlines it stands.", "'=not a formula, @home", "NA", "null", "0001", "1e5", "A bell \a rang.", "Отчёт скрыли\tот всех.",
}

// randomDraft makes an article of some awkward sentences.
func randomDraft(rng *rand.Rand, n int) models.Draft {
	d := models.Draft{Segmenter: "test/1", Document: models.Document{
		Title: fmt.Sprintf("Article %d, \"=%d\"", n, n), URL: fmt.Sprintf("https://a.kz/%d", n), Source: "El.kz", Language: "en",
		PublishedOn: "2024-06", Precision: models.PrecisionMonth, Format: "text", Name: "a.txt",
	}}
	points := 0
	for i := range 1 + rng.IntN(8) {
		text := awkward[rng.IntN(len(awkward))]
		length := utf8.RuneCountInString(text)
		d.Sentences = append(d.Sentences, models.Sentence{Seq: i + 1, StartOff: points, EndOff: points + length, Text: text})
		d.Text += text + " "
		points += length + 1
	}
	d.Text += fmt.Sprint(n) // two articles never have the same text
	d.Blocks = []models.Block{{Kind: models.BlockParagraph, EndOff: utf8.RuneCountInString(d.Text)}}
	return d
}

// randomTags is what three people do to the articles.
func randomTags(rng *rand.Rand, st *store.Store, articles []models.Content, labels []models.Label) store.Application {
	uid := func(prefix models.Prefix, n int) string {
		return fmt.Sprintf("%s0190f5b2-0000-7000-8000-%012d", prefix, n)
	}
	a := store.Application{Columns: []string{"Region", "my note"}}
	me, _ := st.Annotator(context.Background(), "Ann")
	people := []models.Annotator{{UID: me.UID, Name: "Ann"}, {UID: uid("at-", 2), Name: "Бота"}, {UID: uid("at-", 1), Name: "=Cem"}}
	a.People = people[1:]
	n := 0
	for _, content := range articles {
		for _, person := range people {
			if rng.IntN(3) == 0 {
				a.Finished = append(a.Finished, store.Finish{ArticleUID: content.Article.UID, AnnotatorUID: person.UID})
			}
			for _, s := range content.Sentences {
				for _, label := range labels {
					if rng.IntN(3) > 0 {
						continue
					}
					n++
					a.Annotations = append(a.Annotations, randomTag(rng, uid("an-", n), content, s, person.UID, label))
				}
			}
		}
	}
	rng.Shuffle(len(a.Annotations), func(i, j int) { a.Annotations[i], a.Annotations[j] = a.Annotations[j], a.Annotations[i] })
	return a
}

func randomTag(rng *rand.Rand, uid string, content models.Content, s models.Sentence, person string, label models.Label) store.Applied {
	tag := store.Applied{
		UID: uid, ArticleUID: content.Article.UID, Start: s.StartOff, End: s.EndOff, AnnotatorUID: person, LabelKey: label.Key,
		Origin: models.OriginManual, CodebookVersion: fmt.Sprint("0.", rng.IntN(9)), CreatedAt: 1.7e12 + rng.Int64N(1e11), UpdatedAt: 1.8e12,
	}
	if rng.IntN(2) == 0 {
		tag.Note = awkward[rng.IntN(len(awkward))] + strings.Repeat(" ", rng.IntN(2))
	}
	if rng.IntN(3) == 0 {
		tag.Confidence = models.ConfidenceLow
	}
	if rng.IntN(3) == 0 {
		tag.Extra = models.NewExtra(map[string]string{"Region": "=Алматы", "my note": "two\nlines"})
	}
	if length := s.EndOff - s.StartOff; rng.IntN(3) == 0 && length > 1 {
		from := rng.IntN(length - 1)
		to := from + 1 + rng.IntN(length-from-1)
		tag.PartStart, tag.PartEnd = new(s.StartOff+from), new(s.StartOff+to)
		tag.Quote = string([]rune(s.Text)[from:to])
	}
	for _, field := range label.Fields {
		if rng.IntN(2) == 0 {
			tag.Details = append(tag.Details, models.NamedDetail{Label: label.Key, Field: field.Key, Detail: randomDetail(rng, field)})
		}
	}
	return tag
}

// randomDetail has words and, now and then, a value that does not follow from
// them, as one that a person has corrected.
func randomDetail(rng *rand.Rand, field models.Field) models.Detail {
	words := awkward[rng.IntN(len(awkward))]
	switch field.Type {
	case models.FieldNumber:
		words = []string{"1 920,5", "-74", "some 30%", "12,345"}[rng.IntN(4)]
	case models.FieldDate:
		words = []string{"by May 2025", "2030", "soon"}[rng.IntN(3)]
	case models.FieldChoice:
		words = field.Choices()[0]
	case models.FieldBool:
		words = "true"
	case models.FieldText, models.FieldPerson:
	}
	d, _ := models.ReadDetail(field, 0, words)
	d.ValueText = words
	if field.Type == models.FieldNumber && rng.IntN(3) == 0 {
		d.ValueNum = new(float64(rng.IntN(1000)) / 8)
	}
	if field.Type == models.FieldDate && rng.IntN(3) == 0 {
		d.ValueISO = "2025-05"
	}
	return d
}

// twins makes a project with random tags, and a copy of it from before them.
func twins(t *testing.T, seed uint64) (tagged, bare *workspace.Workspace) {
	t.Helper()
	rng := rand.New(rand.NewPCG(seed, 7))
	path := filepath.Join(t.TempDir(), "Test project.glossator")
	st, err := store.Create(path, "Test project", options(t))
	if err != nil {
		t.Fatal(err)
	}
	ann, err := st.Annotator(t.Context(), "Ann")
	if err != nil {
		t.Fatal(err)
	}
	by := store.Actor{AnnotatorID: ann.ID, AnnotatorUID: ann.UID}
	var drafts []models.Draft
	for n := range 1 + rng.IntN(4) {
		drafts = append(drafts, randomDraft(rng, n))
	}
	added, err := st.AddArticles(t.Context(), by, drafts)
	if err != nil {
		t.Fatal(err)
	}
	twin := filepath.Join(t.TempDir(), "Copy.glossator")
	if err := st.Backup(t.Context(), twin); err != nil {
		t.Fatal(err)
	}
	var articles []models.Content
	for _, one := range added {
		content, err := st.Content(t.Context(), one.Article.UID)
		if err != nil {
			t.Fatal(err)
		}
		articles = append(articles, content)
	}
	labels, err := st.Labels(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := st.Apply(t.Context(), by, randomTags(rng, st, articles, labels)); err != nil {
		t.Fatal(err)
	}
	other, err := store.Open(twin, options(t))
	if err != nil {
		t.Fatal(err)
	}
	return work(t, st, "Ann"), work(t, other, "Ann")
}

func exported(t *testing.T, ws *workspace.Workspace, format export.Format) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "export"+format.Extension)
	if _, err := ws.Export(t.Context(), workspace.ExportRequest{Path: path, Format: format}); err != nil {
		t.Fatal(err)
	}
	return path
}

func bytesOf(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// take imports a file and returns what became of it.
func take(t *testing.T, ws *workspace.Workspace, path string) workspace.Coming {
	t.Helper()
	coming, err := ws.ReadComing(t.Context(), path, workspace.ComingOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if coming, err = ws.Take(t.Context(), coming, workspace.ComingOptions{}); err != nil {
		t.Fatal(err)
	}
	return coming
}

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
