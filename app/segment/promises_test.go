package segment_test

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"glossator/app/segment"
)

// languageTags are the languages the promises are checked in.
var languageTags = []string{"en", "ru", "kk", "de", ""}

// isBlank reports whether r is white space to Split.
func isBlank(r rune) bool {
	return unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff'
}

// checkPromises fails the test when Split breaks a promise on text.
func checkPromises(t *testing.T, text, lang string) {
	t.Helper()
	spans := segment.Split(text, lang)
	if again := segment.Split(text, lang); !slices.Equal(spans, again) {
		t.Fatalf("two answers for %q", text)
	}
	boundary := make([]bool, len(text)+1)
	for i := range text {
		boundary[i] = true
	}
	boundary[len(text)] = true
	last := 0
	for _, s := range spans {
		if s.Start < last || s.End <= s.Start || s.End > len(text) {
			t.Fatalf("span %v behind %d in %q", s, last, text)
		}
		if !boundary[s.Start] || !boundary[s.End] {
			t.Fatalf("span %v cuts a character of %q", s, text)
		}
		if gap := strings.IndexFunc(text[last:s.Start], isVisible); gap >= 0 {
			t.Fatalf("byte %d of %q is in no sentence", last+gap, text)
		}
		piece := text[s.Start:s.End]
		if strings.TrimFunc(piece, isBlank) != piece {
			t.Fatalf("white space around %q", piece)
		}
		if strings.ContainsAny(piece, "\n\r\u2028\u2029") {
			t.Fatalf("line break in %q", piece)
		}
		last = s.End
	}
	if gap := strings.IndexFunc(text[last:], isVisible); gap >= 0 {
		t.Fatalf("byte %d of %q is in no sentence", last+gap, text)
	}
	checkLineLocal(t, text, lang, spans)
}

func isVisible(r rune) bool { return !isBlank(r) }

// checkLineLocal fails the test when a line cut alone gives other spans than
// the same line in its text, or a sentence within a line starts inside a
// grapheme.
func checkLineLocal(t *testing.T, text, lang string, spans []segment.Span) {
	t.Helper()
	var alone []segment.Span
	base := 0
	for row := range strings.SplitSeq(text, "\n") {
		for i, s := range segment.Split(row, lang) {
			r, _ := utf8.DecodeRuneInString(row[s.Start:])
			if i > 0 && unicode.IsMark(r) && !strings.ContainsAny(row, "\r\v\f\u0085\u2028\u2029") {
				t.Fatalf("span %v of %q cuts a grapheme", s, row)
			}
			alone = append(alone, segment.Span{Start: s.Start + base, End: s.End + base})
		}
		base += len(row) + 1
	}
	if !slices.Equal(alone, spans) {
		t.Fatalf("lines alone give %v, together %v in %q", alone, spans, text)
	}
}

// hostile repeats units that have cost segmenters dearly.
var hostile = []string{
	"e.g. x ", "- . ", "(a . ", "。", "「。", ". \" ", "a.\" (b ", "? x ", "1. ", "a: ", "• ", "А. ", ".", ". ", " ",
	"[1]. ", "x.Y", "\r", "5 г. ", "и т. д. ", "Photo: ", "«x. y ", "====. ", "x.1 ", "I. ", "\u0301. ", "=", "\xd0.", "\u2028",
}

func TestPromisesOnHostileText(t *testing.T) {
	t.Parallel()
	const copies = 300
	for _, unit := range hostile {
		checkPromises(t, strings.Repeat(unit, copies), "ru")
		checkPromises(t, "Mr. X"+strings.Repeat(unit, copies)+"the end. Yes", "en")
	}
}

func FuzzSplit(f *testing.F) {
	for _, s := range []string{
		"Hello. World", "1. A 2. B", "“Hi!” he said. [12] X", "• a • b", "И т. д. Нужно", "a…b. C", ". . . .", "!?", "\n\n",
		"U.S. The", "(A. B) C. D", "5-б. 6-б. Ол", "Cap Photo: X", "x. === y", "he. \u0301She", "Done! 👨\u200d👩 N", "\xd0. The\xff.",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, lang := range languageTags {
			checkPromises(t, text, lang)
		}
	})
}
