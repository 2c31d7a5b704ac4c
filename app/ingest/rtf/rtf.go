// Package rtf reads Rich Text Format by the specification 1.9.1 of Microsoft.
package rtf

import (
	"strings"

	"glossator/app/ingest/manuscript"
	"glossator/models"
)

// Signature is how every file begins.
const Signature = `{\rtf`

// destination is where the text of a group goes.
type destination int

const (
	toBody destination = iota
	toNowhere
	toFonts  // the names of fonts, with their code pages
	toStyles // the names of paragraph styles
	toTitle
	toAuthor
)

// captured are the destinations that tell something about the document.
var captured = map[string]destination{
	"fonttbl": toFonts, "stylesheet": toStyles, "title": toTitle, "author": toAuthor, "info": toNowhere,
}

// group is the state that ends with a group.
type group struct {
	to        destination
	codePage  int
	fallback  int              // characters that follow each \u for readers without Unicode
	hidden    bool             // the text is hidden or deleted
	starred   bool             // \* stands before what comes
	paragraph models.BlockKind // what it is
	inside    bool             // a note or a text box is open, whose paragraphs are its own
	holds     holding          // what ends with this very group
}

// holding is what a group holds that has paragraphs of its own.
type holding int

const (
	holdsText holding = iota
	holdsBox
	holdsNote
)

// reader follows the tokens.
type reader struct {
	manuscript.Flow

	group
	outer    []group
	bytes    []byte // text not yet decoded
	passing  int    // characters to pass over after a \u
	high     rune   // the first half of a surrogate pair
	ansi     int    // the code page of the file
	font     int    // the font that is declared or in use
	fonts    map[int]int
	style    int // the style that is declared
	styles   map[int]models.BlockKind
	names    strings.Builder // what a captured destination holds
	title    string
	author   string
	inRow    bool
	complete bool // the file's own group is closed
}

// Read reads a document. Notes come after the text. The error is a
// [manuscript.Fault].
func Read(data []byte) (manuscript.Manuscript, error) {
	r := reader{
		group:  group{codePage: western, fallback: 1, paragraph: models.BlockParagraph},
		ansi:   western,
		fonts:  map[int]int{},
		styles: map[int]models.BlockKind{},
	}
	tokens := scanner{data: data}
	for t, ok := tokens.next(); ok && !r.complete; t, ok = tokens.next() {
		if err := r.take(t); err != nil {
			return manuscript.Manuscript{}, err
		}
	}
	if !r.complete {
		return manuscript.Manuscript{}, manuscript.Damaged(nil)
	}
	blocks, err := r.Finish()
	return manuscript.Manuscript{Title: r.title, Author: r.author, Blocks: blocks}, err
}

func (r *reader) take(t token) error {
	switch t.kind {
	case opening:
		r.flush()
		r.passing = 0
		if r.outer = append(r.outer, r.group); len(r.outer) > manuscript.MaxDepth {
			return manuscript.TooDeep()
		}
		r.holds, r.starred = holdsText, false
	case closing:
		return r.endGroup()
	case char:
		if r.passing > 0 {
			r.passing--
		} else {
			r.bytes = append(r.bytes, t.char)
		}
	case symbol:
		return r.symbol(t.char)
	case word:
		return r.word(t)
	}
	return nil
}

func (r *reader) endGroup() error {
	r.flush()
	r.passing = 0
	if len(r.outer) == 0 {
		return nil
	}
	ended := r.group
	var err error
	if ended.holds != holdsText {
		err = r.End()
	}
	if ended.holds == holdsNote {
		r.EndNote()
	}
	if ended.to != toBody && ended.to != toNowhere {
		r.capture(ended.to)
	}
	last := len(r.outer) - 1
	r.group, r.outer = r.outer[last], r.outer[:last]
	r.complete = last == 0
	return err
}

// capture keeps what a group said: each font and style has one of its own.
func (r *reader) capture(to destination) {
	name := manuscript.Line(strings.TrimRight(r.names.String(), "; "))
	r.names.Reset()
	switch to {
	case toStyles:
		if kind, ok := manuscript.StyleKind(name); ok {
			r.styles[r.style] = kind
		}
	case toTitle:
		r.title = name
	case toAuthor:
		r.author = name
	case toBody, toNowhere, toFonts:
	}
}

func (r *reader) symbol(c byte) error {
	switch {
	case c == '*':
		r.starred = true
	case c == '\r' || c == '\n':
		return r.endParagraph()
	case r.passing > 0:
		r.passing--
	case symbols[c] != "":
		r.write(symbols[c])
	}
	return nil
}

// write adds text where that of the group goes.
func (r *reader) write(text string) {
	r.flush()
	r.put(text)
}

func (r *reader) put(text string) {
	switch r.to {
	case toNowhere:
	case toBody:
		if r.hidden || text == "" {
			return
		}
		if _, open := r.Kind(); !open {
			r.Begin(r.paragraph)
		}
		r.Write(text)
	case toFonts, toStyles, toTitle, toAuthor:
		r.names.WriteString(text)
	}
}

// flush decodes the bytes that came.
func (r *reader) flush() {
	if len(r.bytes) == 0 {
		return
	}
	text := decode(r.codePage, r.bytes)
	r.bytes = r.bytes[:0]
	r.put(text)
}

// endParagraph ends the paragraph. Inside a note or a box the next one begins
// at once, as the paragraph around it is open and must not take its text.
func (r *reader) endParagraph() error {
	r.flush()
	if _, open := r.Kind(); !open || r.to != toBody {
		return nil
	}
	err := r.End()
	if r.inside {
		r.Begin(r.paragraph)
	}
	return err
}
