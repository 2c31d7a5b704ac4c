package workspace_test

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"glossator/app/export"
	"glossator/app/workspace"
	"glossator/models"
	"glossator/models/store"
)

// The size of the benchmark: small by default, the budget's own with
// -export.annotations=1000000.
var benchAnnotations = flag.Int("export.annotations", 24_000, "annotations that are written as CSV, here and by the sqlite3 shell")

// perSentence is how many annotations a sentence of the benchmark has: three
// labels of four annotators.
const perSentence = 12

// benchBook has one detail for each label.
var benchBook = models.Codebook{Version: "1", Labels: []models.CodebookLabel{
	{Key: "commitment", Name: "Commitment", Fields: []models.CodebookField{{Key: "actor", Name: "Actor", Type: models.FieldText}}},
	{Key: "statistic", Name: "Statistic", Fields: []models.CodebookField{{Key: "value", Name: "Value", Type: models.FieldNumber}}},
	{Key: "claim", Name: "Claim", Fields: []models.CodebookField{{Key: "speaker", Name: "Speaker", Type: models.FieldPerson}}},
}}

// BenchmarkCSVBesideSQLite writes the same annotations as CSV once by the
// program and once by the sqlite3 shell, and prints how many times as long the
// program took, and the most memory that it had.
func BenchmarkCSVBesideSQLite(b *testing.B) {
	shell, err := exec.LookPath("sqlite3")
	if err != nil {
		b.Skip("there is no sqlite3 on the PATH")
	}
	path := crowded(b, shell)
	st, err := store.Open(path, options(b))
	if err != nil {
		b.Fatal(err)
	}
	ws := work(b, st, "Ann")
	var ours, theirs time.Duration
	var bytes, shellBytes int64
	for b.Loop() {
		forgetPeak(b)
		out := filepath.Join(b.TempDir(), "ours.csv")
		start := time.Now()
		done, err := ws.Export(b.Context(), workspace.ExportRequest{Path: out, Format: export.CSV()})
		ours += time.Since(start)
		if err != nil || done.Rows < *benchAnnotations {
			b.Fatal(done, err)
		}
		bytes = size(b, out)
		out = filepath.Join(b.TempDir(), "theirs.csv")
		start = time.Now()
		runShell(b, shell, path, ".headers on\n.mode csv\n.output "+out+"\n"+sameTable)
		theirs += time.Since(start)
		shellBytes = size(b, out)
	}
	const mebibyte = 1 << 20
	b.ReportMetric(ours.Seconds()/float64(b.N), "s/export")
	b.ReportMetric(theirs.Seconds()/float64(b.N), "s/sqlite3")
	b.ReportMetric(ours.Seconds()/theirs.Seconds(), "times-sqlite3")
	b.ReportMetric(float64(peak(b))/mebibyte, "peak-MiB")
	b.ReportMetric(float64(bytes)/mebibyte, "MiB")
	b.ReportMetric(float64(shellBytes)/mebibyte, "sqlite3-MiB")
}

// sameTable asks for the columns of annotations/1 in the same order.
const sameTable = `SELECT a.title AS article_title, a.source, substr(a.published_on, 1, 10), s.seq, s.text, l.key, n.quote,
  CASE l.key WHEN 'commitment' THEN d.value_text END, CASE l.key WHEN 'statistic' THEN d.value_text END,
  CASE l.key WHEN 'statistic' THEN d.value_num END, CASE l.key WHEN 'claim' THEN d.value_text END,
  n.confidence, n.note, p.name, CASE WHEN g.finished_at IS NULL THEN 'open' ELSE 'done' END, 'unreviewed', '', '', n.origin,
  strftime('%Y-%m-%dT%H:%M:%SZ', n.created_at / 1000, 'unixepoch'), strftime('%Y-%m-%dT%H:%M:%SZ', n.updated_at / 1000, 'unixepoch'), '',
  a.language, a.url, COALESCE(n.start_off, s.start_off), COALESCE(n.end_off, s.end_off), a.uid,
  'st-' || substr(a.uid, 4) || '-' || s.start_off || '-' || s.end_off, n.uid, p.uid, 'sha256:' || a.text_sha256,
  n.codebook_version, (SELECT uid FROM projects), 'annotations/1'
FROM articles a JOIN sentences s ON s.article_id = a.id JOIN annotations n ON n.sentence_id = s.id
JOIN labels l ON l.id = n.label_id JOIN annotators p ON p.id = n.annotator_id
LEFT JOIN annotation_details d ON d.annotation_id = n.id LEFT JOIN progress g ON g.article_id = a.id AND g.annotator_id = p.id
WHERE a.deleted_at IS NULL AND s.retired_at IS NULL AND n.deleted_at IS NULL
ORDER BY a.id, s.start_off, l.position, p.uid, n.uid;
`

// crowded makes a project with the annotations, which it has the shell insert:
// a million steps of undo would take an hour.
func crowded(b *testing.B, shell string) string {
	b.Helper()
	path := filepath.Join(b.TempDir(), "Crowded.glossator")
	o := options(b)
	o.Codebook = benchBook
	st, err := store.Create(path, "Crowded", o)
	if err != nil {
		b.Fatal(err)
	}
	by := store.Actor{}
	for _, name := range []string{"Dan", "Cem", "Ben", "Ann"} {
		one, err := st.Annotator(b.Context(), name)
		if err != nil {
			b.Fatal(err)
		}
		by = store.Actor{AnnotatorID: one.ID, AnnotatorUID: one.UID}
	}
	const sentences, batch = 50, 100
	articles := (*benchAnnotations + perSentence*sentences - 1) / (perSentence * sentences)
	for from := 0; from < articles; from += batch {
		var drafts []models.Draft
		for n := from; n < min(from+batch, articles); n++ {
			drafts = append(drafts, pressDraft(n, sentences))
		}
		if _, err := st.AddArticles(b.Context(), by, drafts); err != nil {
			b.Fatal(err)
		}
	}
	if err := st.Close(); err != nil {
		b.Fatal(err)
	}
	const counting = "SELECT sql || ';' FROM sqlite_master WHERE name = 'annotations_counted';"
	trigger, err := exec.CommandContext(b.Context(), shell, path, counting).Output()
	if err != nil {
		b.Fatal(err)
	}
	runShell(b, shell, path, "BEGIN; DROP TRIGGER annotations_counted;\n"+insertCrowd+string(trigger)+"COMMIT; ANALYZE;\n")
	return path
}

const insertCrowd = `INSERT INTO annotations(uid, sentence_id, annotator_id, label_id, note, origin, codebook_version, version, device_uid, created_at, updated_at)
SELECT printf('an-0190f5b2-0000-7000-8000-%012d', (s.id * 4 + p.id) * 3 + l.id), s.id, p.id, l.id,
  CASE s.id % 3 WHEN 0 THEN 'He said "never", twice' ELSE '' END, 'manual', '1', 1, 'dv-test', 1748772000000 + s.id * 1000, 1748772000000 + s.id * 1000
FROM sentences s, annotators p, labels l;
INSERT INTO annotation_details(annotation_id, field_id, n, value_text, value_num)
SELECT n.id, f.id, 0, CASE f.type WHEN 'number' THEN '1 920,5' ELSE 'The ministry' END, CASE f.type WHEN 'number' THEN 1920.5 END
FROM annotations n JOIN label_fields f ON f.label_id = n.label_id;
`

// pressDraft is an article of sentences of 120 characters or so.
func pressDraft(n, sentences int) models.Draft {
	d := models.Draft{Segmenter: "test/1", Document: models.Document{
		Title: fmt.Sprintf("The report, number %d", n), URL: fmt.Sprintf("https://a.kz/%d", n), Source: "El.kz", Language: "en",
		PublishedOn: "2024-06-06T10:42", Precision: models.PrecisionMinute, Format: "text", Name: "a.txt",
	}}
	var text strings.Builder
	for i := range sentences {
		sentence := fmt.Sprintf("In %d of report %d, the ministry said that 192 victims had been helped, and that ten shelters will open soon.", i, n)
		d.Sentences = append(d.Sentences, models.Sentence{Seq: i + 1, StartOff: text.Len(), EndOff: text.Len() + len(sentence), Text: sentence})
		text.WriteString(sentence + " ")
	}
	d.Text = text.String()
	d.Blocks = []models.Block{{Kind: models.BlockParagraph, EndOff: len(d.Text)}}
	return d
}

// runShell has the sqlite3 shell do something.
func runShell(b *testing.B, shell, path, script string) {
	b.Helper()
	cmd := exec.CommandContext(b.Context(), shell, "-bail", path)
	cmd.Stdin = strings.NewReader(script)
	if out, err := cmd.CombinedOutput(); err != nil {
		b.Fatalf("sqlite3: %v\n%s", err, out)
	}
}

func size(b *testing.B, path string) int64 {
	b.Helper()
	info, err := os.Stat(path)
	if err != nil {
		b.Fatal(err)
	}
	return info.Size()
}

// forgetPeak has Linux count the peak of the memory anew, see proc(5).
func forgetPeak(b *testing.B) {
	b.Helper()
	if err := os.WriteFile("/proc/self/clear_refs", []byte("5"), 0o200); err != nil {
		b.Logf("the peak is that of the whole run: %v", err)
	}
}

// peak is the most memory that this process had, in bytes.
func peak(b *testing.B) int64 {
	b.Helper()
	data, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	var kibibytes int64
	for line := range strings.Lines(string(data)) {
		if _, err := fmt.Sscanf(line, "VmHWM: %d kB", &kibibytes); err == nil {
			break
		}
	}
	return kibibytes << 10
}
