package inspector

import (
	"strings"

	"glossator/models"
)

// badgeOf returns the letter that stands for a label without its colour.
func badgeOf(label models.Label) string {
	if label.Badge != "" {
		return label.Badge
	}
	for _, letter := range label.Name {
		return string(letter)
	}
	return ""
}

// unitKey is the key, or its end, of a field that names the unit of the number
// before it.
const unitKey = "unit"

// measures reports whether a field is the unit of a number. The two share a
// line of the form.
func measures(unit, number models.Field) bool {
	named := unit.Key == unitKey || strings.HasSuffix(unit.Key, "_"+unitKey)
	return named && number.Type == models.FieldNumber && number.Repeats == unit.Repeats
}

// blocksOf parts the fields of a label into those that stand alone, numbers with
// their unit, and groups of repeating ones that make the rows of a small table.
func blocksOf(label models.Label) [][]models.Field {
	var blocks [][]models.Field
	group := ""
	for _, f := range label.Fields {
		own := f.Group
		last := len(blocks) - 1
		together := own != "" && own == group && f.Repeats
		if last >= 0 && !f.Repeats {
			together = measures(f, blocks[last][0])
		}
		if together {
			blocks[last] = append(blocks[last], f)
			continue
		}
		group = own
		blocks = append(blocks, []models.Field{f})
	}
	return blocks
}
