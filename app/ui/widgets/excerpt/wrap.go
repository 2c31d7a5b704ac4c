package excerpt

import (
	"strings"
	"unicode/utf8"
)

const ellipsis = "…"

// Wrap breaks the beginning of a text into at most limit lines of the given
// width, between words, and inside a word only where it is wider than a line.
// White space is folded to single spaces. The last line ends with an ellipsis
// when there is more text. The measure gives the width of a text in the unit
// of width; it is asked about single words and, where a word has to be cut,
// about parts of it.
func Wrap(text string, width float32, limit int, measure func(string) float32) []string {
	w := wrapper{width: width, measure: measure, space: measure(" ")}
	rest := text
	for len(w.lines) < limit {
		word, after := nextWord(rest)
		if word == "" {
			break
		}
		rest = after
		rest = w.add(word, rest)
	}
	w.close()
	if len(w.lines) == 0 {
		return nil
	}
	if len(w.lines) > limit || strings.TrimSpace(rest) != "" {
		w.lines = w.lines[:min(limit, len(w.lines))]
		w.lines[len(w.lines)-1] = w.cut(w.lines[len(w.lines)-1]) + ellipsis
	}
	return w.lines
}

func nextWord(text string) (word, rest string) {
	text = strings.TrimLeft(text, " \t\n\u00a0")
	if at := strings.IndexAny(text, " \t\n\u00a0"); at >= 0 {
		return text[:at], text[at:]
	}
	return text, ""
}

type wrapper struct {
	width, space float32
	measure      func(string) float32
	lines        []string
	line         strings.Builder
	used         float32
}

// add puts a word on the current or the next line. It returns what is to be
// added next: the rest of the text, preceded by what a line could not hold of
// the word.
func (w *wrapper) add(word, rest string) string {
	wide := w.measure(word)
	switch {
	case w.line.Len() > 0 && w.used+w.space+wide <= w.width:
		w.line.WriteByte(' ')
		w.line.WriteString(word)
		w.used += w.space + wide
		return rest
	case w.line.Len() > 0:
		w.close()
		return word + rest
	case wide <= w.width:
		w.line.WriteString(word)
		w.used = wide
		return rest
	default:
		head := w.fit(word, 0)
		w.line.WriteString(head)
		w.close()
		return word[len(head):] + rest
	}
}

func (w *wrapper) close() {
	if w.line.Len() > 0 {
		w.lines = append(w.lines, w.line.String())
	}
	w.line.Reset()
	w.used = 0
}

// cut shortens a line until an ellipsis has room behind it.
func (w *wrapper) cut(line string) string {
	reserve := w.measure(ellipsis)
	if w.measure(line)+reserve <= w.width {
		return line
	}
	return strings.TrimRight(w.fit(line, reserve), " ,;:")
}

// fit returns the longest beginning of a text that leaves the reserve free, by
// halving; at least one character.
func (w *wrapper) fit(text string, reserve float32) string {
	ends := make([]int, 0, len(text))
	for i, r := range text {
		ends = append(ends, i+utf8.RuneLen(r))
	}
	low, high := 0, len(ends)-1
	for low < high {
		middle := (low + high + 1) / 2
		if w.measure(text[:ends[middle]])+reserve <= w.width {
			low = middle
		} else {
			high = middle - 1
		}
	}
	return text[:ends[low]]
}
