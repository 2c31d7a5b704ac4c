package ingest_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"glossator/app/ingest"
	"glossator/models"
)

// FuzzRead holds for all bytes: a document is whole or there is a sentence.
func FuzzRead(f *testing.F) {
	for _, seed := range []string{
		"", "A", "\uFEFF\uFEFFA", "Title\n\nBy Ana Lind\n06.06.2024 10:42 1914\n\nThe text.\n\nShare",
		"Cafe\u0301\r\n\r\nשלום עולם\r👩‍👩‍👧\u2028end", "\xFF\xFEA\x00\n\x00", "- a\n- b\n\n> q\n«q»\n1. x",
		"Фото: \u0301\n2024 ж. 6 маусым\nTelegram-арнамызға жазылыңыз", "a\x00b", "\xC3\x28",
		strings.Repeat("the town opened a shelter and\n", 4), "e" + strings.Repeat("\u0301", 40) + "\nb",
		"<html lang=kk><title>T &#1; T</title><h1>T</h1><p>a&nbsp;\u0301<p>By Ana Lind<h2>b</h2>", "\xF0\xD2\xC9\xD7\xC5\xD4",
		"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n<p>Text</p>\n--b--",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		doc, err := ingest.Read("fuzz.txt", data)
		if err != nil {
			if code := models.CodeOf(err); code == models.CodeInternal {
				t.Fatalf("an error without a sentence: %v", err)
			}
			return
		}
		checkDocument(t, doc)
		if extraction := ingest.Extract(doc); len(extraction.Paragraphs) != len(doc.Blocks) {
			t.Errorf("%d paragraphs of %d blocks", len(extraction.Paragraphs), len(doc.Blocks))
		}
		again, err := ingest.Read("fuzz.txt", []byte(doc.Text))
		if err == nil && doc.Format == "text" && again.Format == "text" && again.Text != strings.TrimPrefix(doc.Text, "\uFEFF") {
			t.Errorf("a clean text was changed: %q to %q", doc.Text, again.Text)
		}
	})
}

// checkDocument checks what every reader of a document relies on.
func checkDocument(t *testing.T, doc models.Document) {
	t.Helper()
	if !utf8.ValidString(doc.Text) || !norm.NFC.IsNormalString(doc.Text) || strings.ContainsAny(doc.Text, "\r\x00") {
		t.Errorf("the text is not clean: %q", doc.Text)
	}
	if doc.Title == "" {
		t.Error("no title")
	}
	text := []rune(doc.Text)
	from := 0
	for i, block := range doc.Blocks {
		if block.Seq != i || block.StartOff < from || block.EndOff <= block.StartOff || block.EndOff > len(text) {
			t.Fatalf("block %d is %d-%d after %d, in a text of %d", i, block.StartOff, block.EndOff, from, len(text))
		}
		body := string(text[block.StartOff:block.EndOff])
		if body != strings.TrimSpace(body) {
			t.Errorf("block %d has white space at its ends: %q", i, body)
		}
		if left := strings.TrimSpace(string(text[from:block.StartOff])); strings.Trim(left, "\u200B\u2060\uFEFF \u00A0\t\n") != "" {
			t.Errorf("%q before block %d is in no block", left, i)
		}
		from = block.EndOff
	}
}
