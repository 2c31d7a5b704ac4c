package incoming_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"glossator/app/incoming"
	"glossator/models"
)

// labels are a small codebook with a field of every kind of column.
func labels() []models.Label {
	return []models.Label{
		{Key: "commitment", Name: "Commitment", Fields: []models.Field{
			{Key: "actor", Type: models.FieldText}, {Key: "deadline", Type: models.FieldDate},
			{Key: "kind", Type: models.FieldChoice, Options: `["action","outcome"]`},
		}},
		{Key: "statistic", Name: "Statistic", Fields: []models.Field{{Key: "value", Type: models.FieldNumber, Repeats: true}}},
		{Key: "claim", Name: "Claim"},
	}
}

// put writes a file and returns its path.
func put(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func read(t *testing.T, name, text string) incoming.File {
	t.Helper()
	file, err := incoming.Read(t.Context(), put(t, name, text), labels())
	if err != nil {
		t.Fatal(err)
	}
	return file
}

func TestColumnsInAnyOrderCaseAndName(t *testing.T) {
	t.Parallel()
	file := read(t, "a.csv", "\ufeffComment;Statistic Value;STATISTIC_VALUE_NUMBER;Coder;Text;Tag;My column;Sentence ID\r\n"+
		"\"two\r\nlines; \"\"quoted\"\"\";1 920,5;1920,5;Asel;A sentence.;statistic;mine;st-x-1-2\r\n")
	if len(file.Rows) != 1 || strings.Join(file.Extra, "|") != "My column" {
		t.Fatalf("%+v", file)
	}
	row := file.Rows[0]
	if *row.Comment != "two\r\nlines; \"quoted\"" || row.Annotator != "Asel" || row.SentenceText != "A sentence." ||
		row.Label != "statistic" || row.SentenceID != "st-x-1-2" || *row.Extra[0] != "mine" || row.Line != 2 {
		t.Errorf("%+v", row)
	}
	if len(row.Details) != 1 || *row.Details[0].Text != "1 920,5" || *row.Details[0].Number != "1920,5" {
		t.Errorf("details %+v", row.Details)
	}
	if row.Quote != nil || row.Confidence != nil {
		t.Error("columns that are not there were read")
	}
}

// TestGuardIsTakenOffWhereItWasPutOn: a file that was not guarded keeps its
// apostrophes.
func TestGuardIsTakenOffWhereItWasPutOn(t *testing.T) {
	t.Parallel()
	const lines = "sentence_text,label,comment,note 2,export_schema\n'=1+1,claim,''=x,'+y,"
	guarded := read(t, "a.csv", lines+"annotations/1+guard\n").Rows[0]
	if guarded.SentenceText != "=1+1" || *guarded.Comment != "'=x" || *guarded.Extra[0] != "+y" {
		t.Errorf("%q %q %q", guarded.SentenceText, *guarded.Comment, *guarded.Extra[0])
	}
	plain := read(t, "a.csv", lines+"annotations/1\n").Rows[0]
	if plain.SentenceText != "'=1+1" || *plain.Comment != "''=x" || *plain.Extra[0] != "'+y" {
		t.Errorf("%q %q %q", plain.SentenceText, *plain.Comment, *plain.Extra[0])
	}
}

func TestDamageOfSpreadsheetsIsNamed(t *testing.T) {
	t.Parallel()
	file := read(t, "a.csv", "sentence_text,label,annotation_id,created_at,commitment_deadline,commitment_deadline_iso,comment\n"+
		"One.,commitment,4.892E+092,01.06.2025 10:00,by May,May 25,#NAME?\n"+
		"Two.,commitment,1E5,2025-06-01T10:00:00Z,by May,2025-05,fine\n")
	var said []string
	for _, notice := range file.Notices {
		said = append(said, notice.String())
	}
	all := strings.Join(said, "\n")
	for _, want := range []string{`2 cells of "annotation_id"`, `"4.892E+092"`, `"created_at" is no longer a time`, "line 2", `"commitment_deadline_iso"`, `"comment" has the error`} {
		if !strings.Contains(all, want) {
			t.Errorf("%q is not in\n%s", want, all)
		}
	}
	row := file.Rows[0]
	if row.AnnotationID != "" || row.CreatedAt != 0 || row.Comment != nil || row.Details[0].ISO != nil {
		t.Errorf("harmed cells were taken: %+v", row)
	}
	if file.Rows[1].CreatedAt == 0 || *file.Rows[1].Details[0].ISO != "2025-05" {
		t.Errorf("sound cells were left out: %+v", file.Rows[1])
	}
}

func TestBadTablesAreRefusedInASentence(t *testing.T) {
	t.Parallel()
	const header = "sentence_text,label\n"
	for name, want := range map[string]struct {
		text string
		code models.Code
		says string
	}{
		"empty":            {"", models.CodeEmpty, "is empty"},
		"header only":      {header, models.CodeEmpty, "holds no annotation"},
		"wrong delimiter":  {"sentence_text|label\nOne.|claim\n", models.CodeInvalid, "commas, semicolons or tabs"},
		"missing columns":  {"title,author\nA,B\n", models.CodeInvalid, "at least label and sentence_text"},
		"no label":         {"sentence_text,comment\nOne.,x\n", models.CodeInvalid, "at least label and sentence_text"},
		"wide table":       {"sentence_text,has_claim\nOne.,1\n", models.CodeInvalid, "one row for each annotation"},
		"not closed":       {header + "\"One.,claim\nTwo.,claim\n", models.CodeTruncated, "line 2"},
		"not UTF-8":        {header + "\xcf\xf0\xe8\xe2\xe5\xf2,claim\n", models.CodeEncoding, "CSV UTF-8"},
		"one endless cell": {header + strings.Repeat("x", 5<<20) + ",claim\n", models.CodeTooLarge, "quotation mark"},
	} {
		path := put(t, "a.csv", want.text)
		_, err := incoming.Read(t.Context(), path, labels())
		said := models.Explain(err)
		if models.CodeOf(err) != want.code || !strings.HasSuffix(said, ".") || !strings.Contains(said, want.says) || !strings.Contains(said, "a.csv") {
			t.Errorf("%s: %v, want code %q and %q", name, err, want.code, want.says)
		}
	}
}

// TestAGigabyteIsRefused does not read the file: it is one hole.
func TestAGigabyteIsRefused(t *testing.T) {
	t.Parallel()
	path := put(t, "big.csv", "sentence_text,label\n")
	if err := os.Truncate(path, 1<<30); err != nil {
		t.Skipf("no file of a gigabyte here: %v", err)
	}
	_, err := incoming.Read(t.Context(), path, labels())
	if models.CodeOf(err) != models.CodeTooLarge || !strings.Contains(models.Explain(err), "split it") {
		t.Errorf("%v", err)
	}
}

func TestUTF16AndDeclaredSeparator(t *testing.T) {
	t.Parallel()
	utf16 := []byte{0xFF, 0xFE}
	for _, r := range "text\tlabel\nҚала.\tclaim\n" {
		utf16 = append(utf16, byte(r), byte(r>>8))
	}
	for name, text := range map[string]string{"UTF-16": string(utf16), "sep": "sep=;\r\ntext;label\r\nҚала.;claim\r\n"} {
		if row := read(t, "a.csv", text).Rows[0]; row.SentenceText != "Қала." || row.Label != "claim" {
			t.Errorf("%s: %+v", name, row)
		}
	}
}

// FuzzCSV has no file make the reader panic.
func FuzzCSV(f *testing.F) {
	f.Add("sentence_text,label\nOne.,claim\n")
	f.Add("\ufeffsep=;\n\"a\"\"b\";label\r\n\"\r\n;")
	f.Add("text\tlabel\tcomment\n\"\x00\t\"x\"\t#NAME?\n1E5")
	f.Fuzz(func(t *testing.T, text string) {
		file, err := incoming.Read(t.Context(), put(t, "a.csv", text), labels())
		if err != nil && !strings.HasSuffix(models.Explain(err), ".") {
			t.Errorf("no sentence: %v", err)
		}
		for _, row := range file.Rows {
			if row.Line < 2 {
				t.Errorf("row in line %d", row.Line)
			}
		}
	})
}
