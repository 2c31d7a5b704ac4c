package reader

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"glossator/app/ui/widgets/textview"
)

// folded is a text in lower case with the way back to its bytes, so that words
// are found in either case.
type folded struct {
	text  string
	bytes []int32 // of the original, for every byte of text and one more for its end
}

func fold(text string) folded {
	var lower strings.Builder
	lower.Grow(len(text))
	bytes := make([]int32, 0, len(text)+1)
	for at, r := range text {
		before := lower.Len()
		lower.WriteRune(unicode.ToLower(r))
		for range lower.Len() - before {
			bytes = append(bytes, int32(at)) //nolint:gosec // articles are far below 2 GB
		}
	}
	return folded{text: lower.String(), bytes: append(bytes, int32(len(text)))} //nolint:gosec // the same
}

// find returns the places of words in the text, in order, in bytes of the
// original. Case does not count; places do not overlap.
func (f folded) find(words string) []textview.Span {
	wanted := strings.Map(unicode.ToLower, words)
	if strings.TrimSpace(wanted) == "" || !utf8.ValidString(wanted) {
		return nil
	}
	var spans []textview.Span
	for from := 0; ; {
		at := strings.Index(f.text[from:], wanted)
		if at < 0 {
			return spans
		}
		start := from + at
		from = start + len(wanted)
		spans = append(spans, textview.Span{Start: int(f.bytes[start]), End: int(f.bytes[from])})
	}
}
