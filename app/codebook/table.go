package codebook

import (
	"slices"
	"strings"

	"glossator/models"
)

// Row is one line of a codebook as a table: a label or, where Field is set, one
// of its fields.
type Row struct {
	Label *models.CodebookLabel
	Field *models.CodebookField
}

// Rows returns a line for each label, followed by one for each of its fields.
func Rows(labels []models.CodebookLabel) []Row {
	var rows []Row
	for l := range labels {
		rows = append(rows, Row{Label: &labels[l]})
		for f := range labels[l].Fields {
			rows = append(rows, Row{&labels[l], &labels[l].Fields[f]})
		}
	}
	return rows
}

// Column is one column of the table. A cell that holds a list has one item on
// each line.
type Column struct {
	Name  string
	About string // what it holds, in a few words
	ofLabel,
	ofField *cell
}

// cell reads and writes the value of one column. One of the two targets is nil.
type cell struct {
	get func(l *models.CodebookLabel, f *models.CodebookField) string
	set func(l *models.CodebookLabel, f *models.CodebookField, value string)
}

// Value returns the cell of a line, empty where the column is not about it.
func (c Column) Value(r Row) string {
	of := c.ofLabel
	if r.Field != nil {
		of = c.ofField
	}
	if of == nil {
		return ""
	}
	return of.get(r.Label, r.Field)
}

// The columns that lines are told apart by.
const (
	columnLabel = "label"
	columnField = "field"
)

// yes is the value of a column for what is so.
const yes = "yes"

// Columns returns the columns of the table in their order.
func Columns() []Column {
	return []Column{
		{columnLabel, "key of the label", labelText(func(l *models.CodebookLabel) *string { return &l.Key }),
			&cell{get: func(l *models.CodebookLabel, _ *models.CodebookField) string { return l.Key },
				set: func(*models.CodebookLabel, *models.CodebookField, string) {}}},
		{columnField, "key of the detail; empty on the row of the label itself", nil,
			fieldText(func(f *models.CodebookField) *string { return &f.Key })},
		{"name", "name as shown", labelText(func(l *models.CodebookLabel) *string { return &l.Name }),
			fieldText(func(f *models.CodebookField) *string { return &f.Name })},
		{"definition", "what the label means, or what the detail is for",
			labelText(func(l *models.CodebookLabel) *string { return &l.Definition }),
			fieldText(func(f *models.CodebookField) *string { return &f.Hint })},
		{"type", "type of the detail", nil, &cell{
			get: func(_ *models.CodebookLabel, f *models.CodebookField) string { return string(f.Type) },
			set: func(_ *models.CodebookLabel, f *models.CodebookField, value string) { f.Type = models.FieldType(value) }}},
		{"repeats", "yes: an annotation may have several", nil, &cell{
			get: func(_ *models.CodebookLabel, f *models.CodebookField) string { return truth(f.Repeats) },
			set: func(_ *models.CodebookLabel, f *models.CodebookField, value string) { f.Repeats = value == yes }}},
		{"row", "details that repeat together have the same word here", nil,
			fieldText(func(f *models.CodebookField) *string { return &f.Group })},
		{"options", "keys to choose from", nil, &cell{
			get: func(_ *models.CodebookLabel, f *models.CodebookField) string { return join(f.Options) },
			set: func(_ *models.CodebookLabel, f *models.CodebookField, value string) { f.Options = lines(value) }}},
		{"include", "what belongs to the label", labelList(func(l *models.CodebookLabel) *[]string { return &l.Include }), nil},
		{"exclude", "what does not", labelList(func(l *models.CodebookLabel) *[]string { return &l.Exclude }), nil},
		{"positive", "examples", labelList(func(l *models.CodebookLabel) *[]string { return &l.Positive }), nil},
		{"negative", "counter-examples", labelList(func(l *models.CodebookLabel) *[]string { return &l.Negative }), nil},
		{"shortcut", "key on the keyboard", labelText(func(l *models.CodebookLabel) *string { return &l.Shortcut }), nil},
		{"badge", "letter that stands for the label", labelText(func(l *models.CodebookLabel) *string { return &l.Badge }), nil},
		{"color", "colour as #rrggbb", labelText(func(l *models.CodebookLabel) *string { return &l.Color }), nil},
	}
}

func truth(is bool) string {
	if is {
		return yes
	}
	return "no"
}

func labelText(of func(*models.CodebookLabel) *string) *cell {
	return &cell{
		get: func(l *models.CodebookLabel, _ *models.CodebookField) string { return *of(l) },
		set: func(l *models.CodebookLabel, _ *models.CodebookField, value string) { *of(l) = value },
	}
}

func fieldText(of func(*models.CodebookField) *string) *cell {
	return &cell{
		get: func(_ *models.CodebookLabel, f *models.CodebookField) string { return *of(f) },
		set: func(_ *models.CodebookLabel, f *models.CodebookField, value string) { *of(f) = value },
	}
}

func labelList(of func(*models.CodebookLabel) *[]string) *cell {
	return &cell{
		get: func(l *models.CodebookLabel, _ *models.CodebookField) string { return join(*of(l)) },
		set: func(l *models.CodebookLabel, _ *models.CodebookField, value string) { *of(l) = lines(value) },
	}
}

func join(items []string) string { return strings.Join(items, "\n") }

// lines returns the lines of a cell that are not empty.
func lines(cell string) []string {
	var items []string
	for line := range strings.Lines(cell) {
		if line = strings.TrimSpace(line); line != "" {
			items = append(items, line)
		}
	}
	return slices.Clip(items)
}
