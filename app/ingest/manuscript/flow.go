package manuscript

import (
	"strings"

	"glossator/models"
)

// cellGap stands between the cells of a row in its block.
const cellGap = " | "

// paragraph is one that is still open. A text box stands inside the paragraph
// that it is anchored to, so several may be.
type paragraph struct {
	kind  models.BlockKind
	text  strings.Builder
	aside bool // a note: it goes to the end
}

// Flow puts the paragraphs of a document into blocks as they begin and end in
// its file. Paragraphs may stand inside one another; tables and notes may hold
// them. Its zero value is ready. What does not match, such as the end of a
// paragraph that never began, is passed over.
type Flow struct {
	out    Builder
	open   []*paragraph
	asides []Block // notes, in the order of their marks
	tables int     // tables that are open
	cells  [][]Block
	noting int // notes that are open
}

// Begin opens a paragraph of this kind inside those that are open.
func (f *Flow) Begin(kind models.BlockKind) {
	f.open = append(f.open, &paragraph{kind: kind, aside: f.noting > 0})
}

// Kind returns the kind of the innermost open paragraph, and whether one is
// open.
func (f *Flow) Kind() (models.BlockKind, bool) {
	if p := f.current(); p != nil {
		return p.kind, true
	}
	return "", false
}

// SetKind says what the innermost open paragraph is, for formats that tell it
// inside.
func (f *Flow) SetKind(kind models.BlockKind) {
	if p := f.current(); p != nil {
		p.kind = kind
	}
}

// current returns the innermost open paragraph, or nil.
func (f *Flow) current() *paragraph {
	if len(f.open) == 0 {
		return nil
	}
	return f.open[len(f.open)-1]
}

// Write adds text to the innermost open paragraph; outside of paragraphs there
// is nothing but the white space of the markup.
func (f *Flow) Write(text string) {
	if p := f.current(); p != nil {
		p.text.WriteString(text)
	}
}

// End closes the innermost open paragraph, and leaves it out if it is of the
// kind [Contents]. The error is [Swollen].
func (f *Flow) End() error {
	p := f.current()
	if p == nil {
		return nil
	}
	f.open = f.open[:len(f.open)-1]
	block := Block{Kind: p.kind, Text: p.text.String()}
	switch {
	case p.kind == Contents:
		return nil
	case p.aside:
		f.asides = append(f.asides, block)
	case f.tables > 0 && len(f.cells) > 0:
		last := len(f.cells) - 1
		if Line(block.Text) != "" {
			f.cells[last] = append(f.cells[last], block)
		}
	default:
		return f.out.Add(block.Kind, block.Text)
	}
	return nil
}

// BeginNote and EndNote stand around a note, whose paragraphs go to the end.
func (f *Flow) BeginNote() { f.noting++ }

// EndNote ends what BeginNote began.
func (f *Flow) EndNote() { f.noting = max(f.noting-1, 0) }

// BeginTable opens a table.
func (f *Flow) BeginTable() { f.tables++ }

// EndTable closes it, with a row that was left open. The error is [Swollen].
func (f *Flow) EndTable() error {
	err := f.EndRow()
	f.tables = max(f.tables-1, 0)
	return err
}

// BeginRow opens a row. Rows and cells are seen in the outermost table alone: a
// table inside a cell is there for its looks. The error is [Swollen].
func (f *Flow) BeginRow() error { return f.EndRow() }

// BeginCell opens a cell of the row.
func (f *Flow) BeginCell() {
	if f.tables == 1 {
		f.cells = append(f.cells, nil)
	}
}

// EndRow makes one block of a row of data, and keeps the paragraphs of a table
// that only holds the page together: one with a single cell in the row, or
// with several paragraphs in a cell. The error is [Swollen].
func (f *Flow) EndRow() error {
	if f.tables != 1 {
		return nil
	}
	cells := f.cells
	f.cells = nil
	var texts []string
	data := true
	for _, cell := range cells {
		data = data && len(cell) <= 1
		for _, block := range cell {
			texts = append(texts, Line(block.Text))
		}
	}
	if data && len(texts) > 1 {
		return f.out.Add(models.BlockTableRow, strings.Join(texts, cellGap))
	}
	for _, cell := range cells {
		for _, block := range cell {
			if err := f.out.Add(block.Kind, block.Text); err != nil {
				return err
			}
		}
	}
	return nil
}

// Finish returns all blocks, the notes at the end. What is still open, as in a
// file that was cut short, is closed. The error is [Swollen].
func (f *Flow) Finish() ([]Block, error) {
	for len(f.open) > 0 {
		if err := f.End(); err != nil {
			return nil, err
		}
	}
	f.tables = min(f.tables, 1)
	if err := f.EndRow(); err != nil {
		return nil, err
	}
	for _, note := range f.asides {
		if err := f.out.Add(note.Kind, note.Text); err != nil {
			return nil, err
		}
	}
	f.asides = nil
	return f.out.Blocks(), nil
}
