package incoming

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"glossator/app/export"
	"glossator/models"
)

// binding says what to do with the cells of one column of a file.
type binding struct {
	name   string // as the file has it
	column column
	detail *detailColumn
	extra  bool // a column that is none of ours
}

// words reports whether the export guards the cells of the column.
func (b *binding) words() bool {
	if b.extra || b.detail != nil {
		return b.extra || b.detail.part == partText
	}
	return b.column.kind != kindMoment && b.column.kind != kindCount
}

// bind finds out what the columns of a header are. A name that stands twice
// counts the first time.
func bind(header []string, labels []models.Label) []binding {
	bound := make([]binding, len(header))
	taken := map[string]bool{}
	for i, name := range header {
		b := binding{name: name}
		if known, ok := columnOf(name); ok && !taken[known.name] {
			taken[known.name] = true
			b.column = known
		} else if detail, ok := detailColumnOf(name, labels); ok {
			b.detail = &detail
		} else {
			b.extra = strings.TrimSpace(name) != ""
		}
		bound[i] = b
	}
	return bound
}

// lines are those of a table, its header first. The error of record is io.EOF
// after the last.
type lines interface {
	record() (cells []string, line int, err error)
}

// table reads rows from the lines of a table.
type table struct {
	*reading

	in       lines
	bound    []binding
	schemaAt int // of the cell with the name of the schema; below 0: none
	file     File
	damage   damage
}

func readCSV(r *reading) (File, error) {
	in, err := r.open()
	if err != nil {
		return File{}, err
	}
	defer func() { _ = in.Close() }() // it was only read
	return r.readTable(in, FormatCSV)
}

func (r *reading) readTable(in io.Reader, format Format) (File, error) {
	known := func(cells []string) int {
		found := 0
		for _, b := range bind(cells, r.labels) {
			if !b.extra && b.name != "" {
				found++
			}
		}
		return found
	}
	lines, err := openCSV(in, r.path, known)
	if err != nil {
		return File{}, err
	}
	return r.readLines(lines, format)
}

// readLines reads a table of annotations.
func (r *reading) readLines(in lines, format Format) (File, error) {
	t := &table{reading: r, in: in, file: File{Format: format}}
	if err := t.readHeader(); err != nil {
		return File{}, err
	}
	for {
		cells, line, err := in.record()
		if errors.Is(err, io.EOF) {
			t.file.Notices = append(t.file.Notices, t.damage.notices()...)
			return t.file, nil
		}
		if err == nil {
			err = checkText(cells, line, r.path)
		}
		if err == nil {
			err = r.full(len(t.file.Rows))
		}
		if err != nil {
			return File{}, err
		}
		t.file.Rows = append(t.file.Rows, t.row(cells, line))
	}
}

func (t *table) readHeader() error {
	header, line, err := t.in.record()
	if errors.Is(err, io.EOF) {
		return models.Errorf(models.CodeEmpty, "The file %q is empty.", t.path)
	}
	if err != nil {
		return err
	}
	if err := checkText(header, line, t.path); err != nil {
		return err
	}
	t.bound, t.file.header, t.schemaAt = bind(header, t.labels), header, -1
	for i := range t.bound {
		b := &t.bound[i]
		if b.extra {
			t.file.Extra = append(t.file.Extra, strings.TrimSpace(b.name))
		}
		if b.column.name == "export_schema" {
			t.schemaAt = i
		}
	}
	return t.checkHeader()
}

// places are sets of columns each of which says where a row belongs.
var places = [][]string{{"annotation_id"}, {"sentence_id"}, {"sentence_text"}, {"text_sha256", "start", "end"}}

// checkHeader refuses a table that says nothing about annotations.
func (t *table) checkHeader() error {
	has := func(name string) bool {
		return slices.ContainsFunc(t.bound, func(b binding) bool { return b.column.name == name })
	}
	if slices.ContainsFunc(t.file.Extra, func(name string) bool { return strings.HasPrefix(plainName(name), "has_") }) && !has("label") {
		return models.Errorf(models.CodeInvalid,
			"%q has one row for each sentence and holds no single annotations; import the table with one row for each annotation.", t.path)
	}
	placed := slices.ContainsFunc(places, func(names []string) bool {
		return !slices.ContainsFunc(names, func(name string) bool { return !has(name) })
	})
	if has("label") && placed {
		return nil
	}
	if len(t.file.header) == 1 {
		return models.Errorf(models.CodeInvalid,
			"The cells of %q are not parted by commas, semicolons or tabs; save it once more with one of these. Its first line reads %s.",
			t.path, shown(t.file.header))
	}
	return models.Errorf(models.CodeInvalid,
		"The first line of %q must name the columns, at least label and sentence_text or sentence_id; it reads %s.",
		t.path, shown(t.file.header))
}

// shown is the start of a header, for an error.
func shown(header []string) string {
	const most, longest = 6, 40
	var names []string
	for _, name := range header[:min(most, len(header))] {
		runes := []rune(name)
		names = append(names, fmt.Sprintf("%q", string(runes[:min(longest, len(runes))])))
	}
	if len(header) > most {
		names = append(names, "…")
	}
	return strings.Join(names, ", ")
}

// row makes a row of the cells of a line.
func (t *table) row(cells []string, line int) Row {
	row := Row{Line: line, record: cells}
	schema := ""
	if t.schemaAt >= 0 && t.schemaAt < len(cells) {
		schema = cells[t.schemaAt]
	}
	if t.file.Schema == "" {
		t.file.Schema = schema
	}
	guarded := schema == export.SchemaGuarded
	for i := range t.bound {
		b := &t.bound[i]
		if i >= len(cells) {
			break
		}
		cell := cells[i]
		if guarded && b.words() {
			cell = export.Unguard(cell)
		}
		sound := t.damage.check(b, cell, line)
		switch {
		case b.extra && sound:
			row.Extra = append(row.Extra, &cell)
		case b.extra:
			row.Extra = append(row.Extra, nil)
		case sound:
			b.put(&row, cell)
		}
	}
	row.check(len(cells) > len(t.bound))
	return row
}

func (b *binding) put(row *Row, cell string) {
	switch {
	case b.detail != nil:
		b.detail.put(row, cell)
	case b.column.take != nil:
		b.column.take(row, cell)
	}
}

// check says of a row that it is of no use by itself.
func (r *Row) check(ragged bool) {
	switch {
	case ragged:
		r.Fault = models.Textf("The line has more cells than the header; a quotation mark or a separator may be missing in it.")
	case slices.ContainsFunc(r.record, func(cell string) bool { return strings.ContainsRune(cell, 0) }):
		r.Fault = models.Textf("A cell holds a NUL character, which is no text.")
	case r.Label == "":
		r.Fault = models.Textf("The row has no label.")
	}
}
