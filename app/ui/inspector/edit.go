package inspector

import (
	"cmp"
	"maps"
	"slices"

	"glossator/models"
)

// place is where a sentence stands.
type place struct {
	article  string // UID
	position int
}

// edit is what was typed for one annotation and is not known to be saved.
type edit struct {
	at         place
	annotation string                    // UID
	base       []models.Detail           // its details when the typing began
	note       *string                   // nil: as it is
	fields     map[int64][]models.Detail // by field ID: all rows of the field
}

func (e edit) blank() bool { return e.note == nil && len(e.fields) == 0 }

// with returns the edit with a later one on top.
func (e edit) with(later edit) edit {
	e.at = later.at
	if later.note != nil {
		e.note = later.note
	}
	e.fields = maps.Clone(e.fields)
	if e.fields == nil {
		e.fields = map[int64][]models.Detail{}
	}
	maps.Copy(e.fields, later.fields)
	return e
}

// over returns the details with the edit laid over them.
func (e edit) over(details []models.Detail) []models.Detail {
	merged := slices.DeleteFunc(slices.Clone(details), func(d models.Detail) bool {
		_, replaced := e.fields[d.FieldID]
		return replaced
	})
	for _, rows := range e.fields {
		merged = append(merged, rows...)
	}
	sortDetails(merged)
	return merged
}

// apply returns the annotation as it will be once the edit is saved.
func (e edit) apply(annotation models.Annotation) models.Annotation {
	if e.note != nil {
		annotation.Note = *e.note
	}
	if len(e.fields) > 0 {
		annotation.Details = e.over(annotation.Details)
	}
	return annotation
}

func sortDetails(details []models.Detail) {
	slices.SortFunc(details, func(a, b models.Detail) int {
		return cmp.Or(cmp.Compare(a.FieldID, b.FieldID), cmp.Compare(a.N, b.N))
	})
}

// sameDetails compares what is written and how it was read, in any order.
func sameDetails(a, b []models.Detail) bool {
	a, b = slices.Clone(a), slices.Clone(b)
	sortDetails(a)
	sortDetails(b)
	return slices.EqualFunc(a, b, sameDetail)
}

func sameDetail(a, b models.Detail) bool {
	number := (a.ValueNum == nil) == (b.ValueNum == nil) && (a.ValueNum == nil || *a.ValueNum == *b.ValueNum)
	return number && a.FieldID == b.FieldID && a.N == b.N && a.ValueText == b.ValueText && a.ValueISO == b.ValueISO
}
