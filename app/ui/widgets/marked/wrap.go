package marked

import "unicode"

// Line is a stretch of a text in code points that stands on one line; the
// spaces at its end are left out.
type Line struct{ Start, End int }

// Wrap breaks a text between words into at most so many lines of a width, and
// reports whether all of it fits. A word that is wider than a line is cut where
// the line ends. The widths are those that measure gives for pieces of the
// text.
func Wrap(text []rune, width float32, most int, measure func(string) float32) (lines []Line, whole bool) {
	w := wrapper{text: text, width: width, measure: measure, space: measure(" ")}
	for at := skipSpaces(text, 0); at < len(text); {
		if len(lines) == most {
			return lines, false
		}
		line, next := w.line(at)
		lines = append(lines, line)
		at = skipSpaces(text, next)
	}
	return lines, true
}

type wrapper struct {
	text    []rune
	width   float32
	space   float32
	measure func(string) float32
}

// line takes as many words as fit, at least a part of one.
func (w wrapper) line(at int) (line Line, next int) {
	line = Line{at, at}
	used := float32(0)
	for at < len(w.text) {
		end := wordEnd(w.text, at)
		wide := w.measure(string(w.text[at:end]))
		if used > 0 {
			wide += w.space
		}
		if used+wide > w.width {
			break
		}
		used += wide
		line.End = end
		at = skipSpaces(w.text, end)
	}
	if line.End == line.Start {
		line.End = w.cut(line.Start)
		at = line.End
	}
	return line, at
}

// cut returns where a word that is wider than a line ends on it.
func (w wrapper) cut(start int) int {
	end := start + 1
	for end < wordEnd(w.text, start) && w.measure(string(w.text[start:end+1])) <= w.width {
		end++
	}
	return end
}

func skipSpaces(text []rune, at int) int {
	for at < len(text) && unicode.IsSpace(text[at]) {
		at++
	}
	return at
}

func wordEnd(text []rune, at int) int {
	for at < len(text) && !unicode.IsSpace(text[at]) {
		at++
	}
	return at
}
