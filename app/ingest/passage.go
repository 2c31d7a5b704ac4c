package ingest

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"glossator/models"
)

// passage is a block before its offsets are counted in code points.
type passage struct {
	text        string // without white space at its ends
	start       int    // bytes into the document's text
	width       int    // code points from the start of its line, when it is one line
	indent      int    // columns of white space before it
	gap         bool   // an empty line, or nothing, stands before it
	kind        models.BlockKind
	boilerplate bool
	folded      string // see fold
}

// fold returns the folded text of a short passage, made once: several rules ask
// for it.
func (p *passage) fold() string {
	if p.folded == "" {
		p.folded = fold(p.text)
	}
	return p.folded
}

func (p *passage) end() int { return p.start + len(p.text) }

// within reports whether the passage is limit code points long at most. It does
// not count those of a long one.
func (p *passage) within(limit int) bool {
	return len(p.text) <= limit*utf8.UTFMax && utf8.RuneCountInString(p.text) <= limit
}

// passages cuts text at its line breaks, except at those that are wraps, see
// [wrapWidth].
func passages(text string) []passage {
	lines := splitLines(text)
	width := wrapWidth(lines)
	var all []passage
	for i, line := range lines {
		if i > 0 && wraps(lines[i-1], line, width) {
			last := &all[len(all)-1]
			last.text = text[last.start:line.end()]
			continue
		}
		all = append(all, line)
	}
	return all
}

// splitLines returns the lines that hold something.
func splitLines(text string) []passage {
	var lines []passage
	gap := true
	for start := 0; start < len(text); {
		line := text[start:]
		next := len(text)
		if i := strings.IndexByte(line, '\n'); i >= 0 {
			line, next = line[:i], start+i+1
		}
		body := strings.TrimLeftFunc(line, isBlank)
		if body != "" {
			indent := len(line) - len(body)
			body = strings.TrimRightFunc(body, isBlank)
			lines = append(lines, passage{
				text:   body,
				start:  start + indent,
				indent: columns(line[:indent]),
				width:  utf8.RuneCountInString(line[:indent+len(body)]),
				gap:    gap,
				kind:   models.BlockParagraph,
			})
		}
		gap = body == ""
		start = next
	}
	return lines
}

// isBlank is white space, and the characters without width that web pages
// leave at the ends of lines.
func isBlank(r rune) bool {
	const zeroWidthSpace, wordJoiner, byteOrderMark = '\u200B', '\u2060', '\uFEFF'
	return unicode.IsSpace(r) || r == zeroWidthSpace || r == wordJoiner || r == byteOrderMark
}

// columns is how wide white space is at the start of a line.
func columns(blank string) int {
	const tab = 4
	width := 0
	for _, r := range blank {
		if width++; r == '\t' {
			width += tab - 1
		}
	}
	return width
}
