package flow_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"glossator/app/ui/widgets/textview/flow"
)

func FuzzLayout(f *testing.F) {
	f.Add("The quick brown fox. It jumps! Қазақ тілі — бұл 学校は楽しい。", uint16(120), uint8(7))
	f.Add("https://example.org/a/very/long/address/without/spaces?x=1", uint16(31), uint8(3))
	f.Add("שלום עולם 👍🏽👩‍👩‍👧 e\u0301\u0301 \u00a0« oui »", uint16(5), uint8(1))
	f.Add("\r\n\n \t\u2028a\u00ad", uint16(0), uint8(0))
	f.Fuzz(func(t *testing.T, text string, width uint16, cut uint8) {
		if !utf8.ValidString(text) || len(text) > 4000 {
			t.Skip()
		}
		doc := flow.Document{Text: text, Sentences: slice(text, int(cut)+1)}
		layout := flowed(doc, float32(width))
		checkWords(t, layout, doc)
		for _, place := range places(layout) {
			checkWidth(t, layout, place, float32(width))
			checkHits(t, layout, doc, place)
		}
	})
}

// slice cuts a text into sentences of about size characters, without white space at their ends.
func slice(text string, size int) []flow.Span {
	var spans []flow.Span
	start, count := 0, 0
	add := func(end int) {
		part := text[start:end]
		left := start + len(part) - len(strings.TrimLeftFunc(part, unicode.IsSpace))
		right := start + len(strings.TrimRightFunc(part, unicode.IsSpace))
		if right > left {
			spans = append(spans, flow.Span{Start: left, End: right})
		}
		start, count = end, 0
	}
	for i := range text {
		if count++; count > size {
			add(i)
		}
	}
	add(len(text))
	return spans
}

// checkWords makes sure that every visible character is on exactly one line and in its own sentence.
func checkWords(t *testing.T, layout *flow.Layout, doc flow.Document) {
	t.Helper()
	next := 0
	for _, place := range places(layout) {
		for _, run := range layout.Runs(place, nil) {
			if run.Start < next || strings.TrimFunc(doc.Text[next:run.Start], unicode.IsSpace) != "" {
				t.Fatalf("between %d and %d text is lost or doubled", next, run.Start)
			}
			next = run.End
		}
		for _, fragment := range layout.Fragments(place, nil) {
			if fragment.Sentence == flow.None {
				continue
			}
			if s := doc.Sentences[fragment.Sentence]; fragment.Start < s.Start || fragment.End > s.End {
				t.Fatalf("fragment %+v is outside of its sentence %+v", fragment, s)
			}
		}
	}
	if strings.TrimFunc(doc.Text[next:], unicode.IsSpace) != "" {
		t.Fatalf("text after %d is lost", next)
	}
}

// checkWidth makes sure that only a line of one character is wider than the column.
func checkWidth(t *testing.T, layout *flow.Layout, place flow.Place, width float32) {
	t.Helper()
	const rounding = 0.01
	runs := layout.Runs(place, nil)
	last := runs[len(runs)-1]
	if right := last.X + last.Width; right > max(width, 1)+rounding && len(runs) > 1 {
		t.Fatalf("line %q is %v wide, the column %v", layout.Text(place), right, width)
	}
}

// checkHits makes sure that hit testing undoes XOf at every place between characters.
func checkHits(t *testing.T, layout *flow.Layout, doc flow.Document, place flow.Place) {
	t.Helper()
	before := float32(-1)
	for _, run := range layout.Runs(place, nil) {
		word := doc.Text[run.Start:run.End]
		for _, caret := range (grid{}).Carets(word, false) {
			offset := run.Start + caret.Offset
			x := layout.XOf(place, offset)
			if x < before {
				t.Fatalf("offset %d is left of the one before", offset)
			}
			if before = x; caret.Offset == len(word) {
				continue
			}
			if got := layout.OffsetAt(place, x); got != offset {
				t.Fatalf("offset %d is at %v, where offset %d is found", offset, x, got)
			}
		}
	}
}
