package incoming_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"glossator/app/incoming"
	"glossator/models"
)

func TestLabelStudioTasks(t *testing.T) {
	t.Parallel()
	file := read(t, "a.json", `[
{"id":1,"data":{"text":"Some 192 were helped.","article_id":"ar-1","article_title":"News","sentence_no":3,"sentence_id":"st-1-0-20"},
 "annotations":[
  {"result":[{"id":"an-1","type":"choices","value":{"choices":["statistic"]},"meta":{"text":["annotator: Asel","statistic: value: Some 192 (192)","look: twice","here"]}}],"ground_truth":false,"created_at":"2025-06-01T10:00:00Z"},
  {"result":[],"was_cancelled":false},
  {"result":[{"type":"choices","value":{"choices":["claim","statistic"]}}],"was_cancelled":true}]},
{"id":2,"data":{"text":"👩 wrote it."},"annotations":[{"completed_by":{"email":"b@c.kz","first_name":"Ben"},
  "result":[{"type":"labels","value":{"start":3,"end":8,"labels":["claim"]}}]}]}]`)
	if len(file.Rows) != 3 || len(file.Documents) != 2 {
		t.Fatalf("%d rows, %d documents", len(file.Rows), len(file.Documents))
	}
	first, second, third := file.Rows[0], file.Rows[1], file.Rows[2]
	if first.Annotator != "Asel" || first.AnnotationID != "an-1" || *first.Comment != "look: twice\nhere" || first.CreatedAt == 0 ||
		*first.Details[0].Text != "Some 192" || *first.Details[0].Number != "192" || first.SentenceNo != 3 || !first.Done {
		t.Errorf("%+v %+v", first, first.Details)
	}
	if second.Label != models.NoLabel || second.Comment != nil {
		t.Errorf("%+v", second)
	}
	if third.Annotator != "Ben" || *third.Quote != "wrote" || third.Label != "claim" {
		t.Errorf("%+v", third)
	}
}

func TestDoccanoLines(t *testing.T) {
	t.Parallel()
	file := read(t, "a.jsonl", `{"text":"One.","label":["claim"],"Comments":["why"],"annotator":"Asel","annotator_id":"at-1","status":"open"}`+"\n"+
		`{"id":7,"data":"Two.","label":"claim#statistic"}`+"\n"+`{"text":"Three.","label":[]}`+"\n")
	var got []string
	for _, row := range file.Rows {
		got = append(got, row.SentenceText+row.Label)
	}
	if strings.Join(got, " ") != "One.claim Two.claim Two.statistic Three.no_label" {
		t.Errorf("rows %q", got)
	}
	if *file.Rows[0].Comment != "why" || file.Rows[0].Done || !file.Rows[1].Done {
		t.Errorf("%+v", file.Rows[:2])
	}
	if len(file.Documents) != 1 || len(file.Documents[0].Sentences) != 3 || file.Documents[0].Text != "One.\nTwo.\nThree." {
		t.Errorf("documents %+v", file.Documents)
	}
}

// zipped makes an archive of parts.
func zipped(t *testing.T, name string, parts map[string]string) string {
	t.Helper()
	var out bytes.Buffer
	archive := zip.NewWriter(&out)
	for part, text := range parts {
		w, err := archive.Create(part)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := archive.Close(); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, out.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

const qde = `<?xml version="1.0" encoding="UTF-8"?>
<Project xmlns="urn:QDA-XML:project:1.0" name="p"><Users><User guid="{0A}" name="Asel"/></Users>
<CodeBook><Codes><Code guid="c0" name="Figures" isCodable="false"><Code guid="c1" name="statistic" isCodable="true"/></Code></Codes></CodeBook>
<Sources><TextSource guid="s1" name="News" plainTextPath="internal://s1.txt">
<PlainTextSelection guid="p1" startPosition="7" endPosition="11"><Coding guid="k1" creatingUser="0a"><CodeRef targetGUID="c1"/><NoteRef targetGUID="n1"/></Coding></PlainTextSelection>
</TextSource></Sources>
<Notes><Note guid="n1"><PlainTextContent>value: 192
confidence: high
Look twice.</PlainTextContent></Note></Notes></Project>`

// TestREFIProject reads offsets of a text with carriage returns and a byte
// order mark, which are taken out.
func TestREFIProject(t *testing.T) {
	t.Parallel()
	path := zipped(t, "a.qdpx", map[string]string{"project.qde": qde, "sources/s1.txt": "\ufeffOne.\r\nTwo 😀 three."})
	file, err := incoming.Read(t.Context(), path, labels())
	if err != nil {
		t.Fatal(err)
	}
	text := file.Documents[0].Text
	row := file.Rows[0]
	if text != "One.\nTwo 😀 three." || *row.Start != 5 || *row.End != 9 || row.Label != "statistic" || row.Annotator != "Asel" {
		t.Errorf("%q, %d-%d, %+v", text, *row.Start, *row.End, row)
	}
	if *row.Comment != "Look twice." || *row.Confidence != "high" || *row.Details[0].Text != "192" {
		t.Errorf("%+v", row)
	}
	if len(file.Documents[0].Blocks) != 2 {
		t.Errorf("blocks %+v", file.Documents[0].Blocks)
	}
}

func TestBadFilesAreRefusedInASentence(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]struct {
		path string
		code models.Code
	}{
		"cut JSON":        {put(t, "a.json", `[{"data":{"text":"One."},"annotations":[`), models.CodeTruncated},
		"other JSON":      {put(t, "a.json", `{"a":1}`), models.CodeInvalid},
		"cut lines":       {put(t, "a.jsonl", `{"text":"One.","label":["cl`), models.CodeTruncated},
		"wrong label":     {put(t, "a.jsonl", `{"text":"One.","label":{"a":1}}`), models.CodeInvalid},
		"no archive":      {put(t, "a.qdpx", "PK"), models.CodeDamaged},
		"other archive":   {zipped(t, "a.qdpx", map[string]string{"x": "y"}), models.CodeInvalid},
		"no XML":          {zipped(t, "a.qdpx", map[string]string{"project.qde": "<Project"}), models.CodeInvalid},
		"no text":         {zipped(t, "a.qdpx", map[string]string{"project.qde": qde}), models.CodeDamaged},
		"no tables":       {zipped(t, "a.zip", map[string]string{"x.csv": "y"}), models.CodeInvalid},
		"no workbook":     {put(t, "a.xlsx", "PK"), models.CodeDamaged},
		"empty workbook":  {workbook(t), models.CodeEmpty},
		"other workbook":  {workbook(t, []string{"title", "url"}, []string{"A", "b"}), models.CodeInvalid},
		"other kind":      {put(t, "a.docx", "x"), models.CodeUnsupported},
		"not there":       {filepath.Join(t.TempDir(), "a.csv"), models.CodeNotFound},
		"gigabytes of 0s": {bomb(t), models.CodeTooLarge},
	} {
		_, err := incoming.Read(t.Context(), want.path, labels())
		if models.CodeOf(err) != want.code || !strings.HasSuffix(models.Explain(err), ".") {
			t.Errorf("%s: %v, want code %q", name, err, want.code)
		}
	}
}

// workbook has these lines on its only sheet.
func workbook(t *testing.T, lines ...[]string) string {
	t.Helper()
	book := excelize.NewFile()
	for i, line := range lines {
		if err := book.SetSheetRow("Sheet1", fmt.Sprint("A", i+1), &line); err != nil {
			t.Fatal(err)
		}
	}
	path := filepath.Join(t.TempDir(), "a.xlsx")
	if err := book.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestAnyWorkbook takes the first sheet where none is called annotations, skips
// lines that are empty, and knows where its rows stand.
func TestAnyWorkbook(t *testing.T) {
	t.Parallel()
	path := workbook(t, nil, []string{"Sentence", "Code", "Comment", "Region"}, nil, []string{"One.", "claim"}, []string{"Two.", "statistic", "x", "south"})
	file, err := incoming.Read(t.Context(), path, labels())
	if err != nil || len(file.Rows) != 2 || file.Format != incoming.FormatWorkbook {
		t.Fatalf("%+v, %v", file, err)
	}
	one, two := file.Rows[0], file.Rows[1]
	if one.Line != 4 || one.SentenceText != "One." || *one.Comment != "" || two.Label != "statistic" || *two.Extra[0] != "south" {
		t.Errorf("%+v\n%+v", one, two)
	}
}

// bomb is a small archive that unpacks to more than is allowed.
func bomb(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "bomb.zip")
	out, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = out.Close() }()
	archive := zip.NewWriter(out)
	// Its directory says what it unpacks to; the gigabytes need not be there.
	if _, err := archive.CreateRaw(&zip.FileHeader{Name: "annotations.csv", UncompressedSize64: incoming.MaxBytes + 1}); err != nil {
		t.Fatal(err)
	}
	if err := archive.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestLoneSurrogatesAreNamed(t *testing.T) {
	t.Parallel()
	file := read(t, "a.jsonl", `{"text":"half \ud83d here \\ud83d","label":["claim"]}`+"\n"+`{"text":"whole \ud83d\ude00","label":["claim"]}`+"\n")
	if len(file.Notices) != 1 || !strings.Contains(file.Notices[0].String(), "1 time") {
		t.Errorf("notices %q", file.Notices)
	}
	if file.Rows[0].SentenceText != "half \ufffd here \\ud83d" || file.Rows[1].SentenceText != "whole 😀" {
		t.Errorf("%q %q", file.Rows[0].SentenceText, file.Rows[1].SentenceText)
	}
}

func TestLook(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]struct {
		path string
		like incoming.Likeness
	}{
		"export":      {put(t, "a.csv", "sentence_text,label,export_schema\nOne.,claim,annotations/1\n"), incoming.Alike},
		"other table": {put(t, "a.csv", "text,label\nOne.,claim\n"), incoming.Maybe},
		"articles":    {put(t, "a.csv", "title,url\nOne,https://a.kz\n"), incoming.Unlike},
		"qdpx":        {put(t, "a.qdpx", "x"), incoming.Alike},
		"doccano":     {put(t, "a.jsonl", `{"text":"One.","label":["claim"]}`), incoming.Maybe},
		"article":     {put(t, "a.txt", "One."), incoming.Unlike},
	} {
		if got := incoming.Look(want.path, labels()); got != want.like {
			t.Errorf("%s: %d, want %d", name, got, want.like)
		}
	}
}
