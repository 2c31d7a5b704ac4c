package export

import (
	"strconv"

	"glossator/models"
)

// detailColumns returns the columns of the codebook's details, in codebook
// order, named <label>_<field>. A number has a second column with a decimal
// point (<label>_<field>_number), a date one in ISO 8601 (<label>_<field>_iso).
// Of a repeating detail only the first row has a place in a table with one row
// for each annotation; [detailTable] has them all.
func detailColumns(labels []models.Label) []rowColumn {
	var columns []rowColumn
	for _, label := range labels {
		for _, field := range label.Fields {
			columns = append(columns, fieldColumns(label.Key, field)...)
		}
	}
	return columns
}

func fieldColumns(label string, field models.Field) []rowColumn {
	name := label + "_" + field.Key
	about := "detail of a " + label + ": " + field.Key
	written := detailColumn(name, label, field.Key, appendWritten)
	written.kind, written.about = kindText, about+", as written"
	switch field.Type {
	case models.FieldNumber:
		number := detailColumn(name+"_number", label, field.Key, appendNumber)
		number.kind, number.about = kindNumber, about
		return []rowColumn{written, number}
	case models.FieldDate:
		iso := detailColumn(name+"_iso", label, field.Key, appendISO)
		iso.kind, iso.about = kindDate, about+", as an ISO 8601 date or interval"
		return []rowColumn{written, iso}
	case models.FieldText, models.FieldChoice, models.FieldBool, models.FieldPerson:
		return []rowColumn{written}
	}
	return []rowColumn{written}
}

// detailColumn writes a part of one detail; it is empty on rows of other labels.
func detailColumn(name, label, field string, appendPart func([]byte, *models.Detail) []byte) rowColumn {
	return rowColumn{name: name, value: func(dst []byte, row *models.ExportRow) []byte {
		for i := range row.Details {
			detail := &row.Details[i]
			if detail.N == 0 && detail.Field == field && detail.Label == label {
				return appendPart(dst, &detail.Detail)
			}
		}
		return dst
	}}
}

func appendWritten(dst []byte, detail *models.Detail) []byte {
	return append(dst, detail.ValueText...)
}

func appendISO(dst []byte, detail *models.Detail) []byte {
	return append(dst, detail.ValueISO...)
}

// appendNumber writes no exponent: a spreadsheet would change it, and the
// shortest form that reads back as the same number is exact.
func appendNumber(dst []byte, detail *models.Detail) []byte {
	if detail.ValueNum == nil {
		return dst
	}
	return strconv.AppendFloat(dst, *detail.ValueNum, 'f', -1, doubleBits)
}

// detailRow is one value of a repeating detail.
type detailRow struct {
	row    *models.ExportRow
	detail *models.NamedDetail
}

const detailTableName = "details"

// detailTable has one row for each value of the details that may repeat, the
// first ones included. Values of one label with the same number belong
// together, as a figure and its unit do.
func detailTable() table[detailRow] {
	return table[detailRow]{
		name:  detailTableName,
		about: "One row for each value of the details that an annotation may have several of.",
		columns: []column[detailRow]{
			text(columnAnnotation, "identity of the annotation", func(d *detailRow) string { return d.row.Annotation.UID }),
			text(columnLabel, "key of its label", func(d *detailRow) string { return d.detail.Label }),
			text("field", "key of the detail", func(d *detailRow) string { return d.detail.Field }),
			integer("n", "number of the value, from 1; values with the same number belong together",
				func(d *detailRow) int { return d.detail.N + 1 }),
			text("value", "the value as written", func(d *detailRow) string { return d.detail.ValueText }),
			{name: "value_number", kind: kindNumber, about: "the value of a number",
				value: func(dst []byte, d *detailRow) []byte { return appendNumber(dst, &d.detail.Detail) }},
			date("value_iso", "the value of a date, as an ISO 8601 date or interval",
				func(d *detailRow) string { return d.detail.ValueISO }),
		},
		primary: []string{columnAnnotation, columnLabel, "field", "n"},
	}
}

// repeats reports whether any detail of the codebook may have several values.
func repeats(labels []models.Label) bool {
	for _, label := range labels {
		for _, field := range label.Fields {
			if field.Repeats {
				return true
			}
		}
	}
	return false
}

// eachRepeated calls write for the values of a row's repeating details.
func eachRepeated(row *models.ExportRow, labels []models.Label, write func(*detailRow) error) error {
	current := detailRow{row: row}
	for i := range row.Details {
		current.detail = &row.Details[i]
		if !fieldRepeats(labels, current.detail) {
			continue
		}
		if err := write(&current); err != nil {
			return err
		}
	}
	return nil
}

func fieldRepeats(labels []models.Label, detail *models.NamedDetail) bool {
	for l := range labels {
		if labels[l].Key != detail.Label {
			continue
		}
		for f := range labels[l].Fields {
			if labels[l].Fields[f].Key == detail.Field {
				return labels[l].Fields[f].Repeats
			}
		}
	}
	return false
}
