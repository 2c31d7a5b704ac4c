package inspector

import (
	"strings"

	"glossator/models"
)

// guide is what the program's codebook says beyond what a project keeps of it:
// badges, hints and which fields stand together. A label or field that the
// project has of its own is simply not in it.
type guide struct{ book models.Codebook }

// newGuide reads the codebook of the program; a test keeps it readable.
func newGuide(codebook []byte) guide {
	book, err := models.ParseCodebook(codebook)
	if err != nil {
		return guide{}
	}
	return guide{book: book}
}

// badge returns the letter that stands for a label.
func (g guide) badge(label models.Label) string {
	if known, ok := g.book.Label(label.Key); ok && known.Badge != "" {
		return known.Badge
	}
	for _, letter := range label.Name {
		return string(letter)
	}
	return ""
}

// field returns what the codebook says about a field.
func (g guide) field(label models.Label, f models.Field) models.CodebookField {
	known, _ := g.book.Label(label.Key)
	for _, candidate := range known.Fields {
		if candidate.Key == f.Key {
			return candidate
		}
	}
	return models.CodebookField{}
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

// blocks parts the fields of a label into those that stand alone, numbers with
// their unit, and groups of repeating ones that make the rows of a small table.
func (g guide) blocks(label models.Label) [][]models.Field {
	var blocks [][]models.Field
	group := ""
	for _, f := range label.Fields {
		own := g.field(label, f).Group
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
