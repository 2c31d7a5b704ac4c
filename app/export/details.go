package export

import (
	"strconv"

	"glossator/models"
)

// detailColumns returns the columns of the codebook's details, in codebook
// order, named <label>_<field>. A number has a second column with a decimal
// point (<label>_<field>_number), a date one in ISO 8601 (<label>_<field>_iso).
// Of a repeating detail only the first row has a place in a table with one row
// for each annotation.
func detailColumns(labels []models.Label) []column {
	var columns []column
	for _, label := range labels {
		for _, field := range label.Fields {
			columns = append(columns, fieldColumns(label.Key, field)...)
		}
	}
	return columns
}

func fieldColumns(label string, field models.Field) []column {
	name := label + "_" + field.Key
	written := detailColumn(name, label, field.Key, appendWritten)
	switch field.Type {
	case models.FieldNumber:
		return []column{written, detailColumn(name+"_number", label, field.Key, appendNumber)}
	case models.FieldDate:
		return []column{written, detailColumn(name+"_iso", label, field.Key, appendISO)}
	case models.FieldText, models.FieldChoice, models.FieldBool, models.FieldPerson:
		return []column{written}
	}
	return []column{written}
}

// detailColumn writes a part of one detail; it is empty on rows of other labels.
func detailColumn(name, label, field string, appendPart func([]byte, *models.Detail) []byte) column {
	return column{name, func(dst []byte, row *models.ExportRow) []byte {
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
	const doubleBits = 64
	if detail.ValueNum == nil {
		return dst
	}
	return strconv.AppendFloat(dst, *detail.ValueNum, 'f', -1, doubleBits)
}
