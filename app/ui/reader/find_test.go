package reader

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"glossator/app/ui/widgets/textview"
	"glossator/models"
)

func TestFindIgnoresCaseInEveryScript(t *testing.T) {
	t.Parallel()
	text := "Ministry, MINISTRY and ministries. Министр сказал МИНИСТРУ. İstanbul ministry"
	for words, want := range map[string]int{
		"ministry": 3, "МИНИСТР": 2, "stanbul": 1, "absent": 0, "  ": 0, "": 0, "\xff": 0,
	} {
		if got := len(fold(text).find(words)); got != want {
			t.Errorf("%q is found %d times, want %d", words, got, want)
		}
	}
}

func FuzzFind(f *testing.F) {
	f.Add("The ministry said. Министр", "МИН")
	f.Add("İİ i̇", "i")
	f.Add("a\xffb", "B")
	f.Add("aaaa", "aa")
	f.Fuzz(func(t *testing.T, text, words string) {
		last := 0
		lower := strings.Map(unicode.ToLower, words)
		for _, span := range fold(text).find(words) {
			if span.Start < last || span.End < span.Start || span.End > len(text) {
				t.Fatalf("%v after %d in %q", span, last, text)
			}
			last = span.End
			if utf8.ValidString(text) && strings.Map(unicode.ToLower, text[span.Start:span.End]) != lower {
				t.Fatalf("%q was found for %q", text[span.Start:span.End], words)
			}
		}
	})
}

func FuzzDocumentKeepsOffsets(f *testing.F) {
	f.Add("Қош келдіңіз. 👩‍👧 Second.", 3, 9)
	f.Add("plain", 0, 5)
	f.Fuzz(func(t *testing.T, text string, start, end int) {
		runes := []rune(text)
		if !utf8.ValidString(text) || start < 0 || end < start || end > len(runes) {
			t.Skip()
		}
		doc := document(models.Content{
			Text:      text,
			Blocks:    []models.Block{{Kind: models.BlockQuote, StartOff: start, EndOff: end}},
			Sentences: []models.Sentence{{StartOff: 0, EndOff: start}, {StartOff: start, EndOff: end}},
		})
		want := string(runes[start:end])
		for _, span := range []textview.Span{{Start: doc.Blocks[0].Start, End: doc.Blocks[0].End}, doc.Sentences[1]} {
			if got := text[span.Start:span.End]; got != want {
				t.Fatalf("%q instead of %q", got, want)
			}
		}
		if doc.Blocks[0].Style != textview.Quote {
			t.Fatal("a quote is not set as one")
		}
	})
}

func TestBoilerplateIsSetApart(t *testing.T) {
	t.Parallel()
	doc := document(models.Content{Text: "Share", Blocks: []models.Block{{Kind: models.BlockHeading, Boilerplate: true, EndOff: 5}}})
	if doc.Blocks[0].Style != textview.Muted {
		t.Error("boilerplate is not muted")
	}
}
