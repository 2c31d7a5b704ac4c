package ingest

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The rule for hard-wrapped files: the lines of a program that fills them one
// after the other, which Knuth and Plass (1981, "Breaking Paragraphs into
// Lines") call first-fit, end where the next word would not have fitted.
const (
	minWrapWidth = 40  // code points; narrower lines are lists or verse
	maxWrapWidth = 120 // code points; longer lines are paragraphs
	minWraps     = 2   // breaks that say the same
	fullShare    = 0.7 // of all breaks without an empty line are wraps
	goOnShare    = 0.5 // of the wraps go on in the middle of a sentence
	minIndent    = 2   // columns by which the first line of a paragraph is set in
)

// wrapWidth returns the width in code points at which the file is hard-wrapped,
// or 0 if it is not. It is when its longest line is between [minWrapWidth] and
// [maxWrapWidth], most breaks stand where the next word would not have fitted,
// and the next line mostly goes on without a capital. The last test tells a
// wrapped text from a list of headlines of one length.
func wrapWidth(lines []passage) int {
	width := 0
	for i := range lines {
		width = max(width, lines[i].width)
		if width > maxWrapWidth {
			return 0
		}
	}
	if width < minWrapWidth {
		return 0
	}
	breaks, full, goOn := 0, 0, 0
	for i := 1; i < len(lines); i++ {
		if begins(lines[i-1], lines[i]) {
			continue
		}
		breaks++
		if wraps(lines[i-1], lines[i], width) {
			full++
			if first, _ := utf8.DecodeRuneInString(lines[i].text); unicode.IsLetter(first) && !unicode.IsUpper(first) {
				goOn++
			}
		}
	}
	if full < minWraps || float64(full) < fullShare*float64(breaks) || float64(goOn) < goOnShare*float64(full) {
		return 0
	}
	return width
}

// wraps reports whether the break between two lines is a wrap at width: the
// first word of the next line would not have fitted. Width 0 means never.
func wraps(line, next passage, width int) bool {
	if width == 0 || begins(line, next) {
		return false
	}
	word, _, _ := strings.Cut(next.text, " ")
	return line.width+1+utf8.RuneCountInString(word) > width
}

// begins reports whether a line begins a paragraph: after an empty line, or set
// in from the line before. The lines of an item of a list are set in as well.
func begins(line, next passage) bool {
	return next.gap || next.indent >= line.indent+minIndent && bulletOf(line.text) == ""
}
