package codebook

import (
	"encoding/json"
	"reflect"
	"slices"

	"glossator/app/codebook"
	"glossator/models"
)

// draft is the codebook as it is edited, and the one that the project has.
type draft struct {
	kept models.Codebook
	book models.Codebook
}

func newDraft(kept models.Codebook, unsaved *models.Codebook) *draft {
	d := &draft{kept: kept, book: copied(kept)}
	if unsaved != nil {
		d.book = copied(*unsaved)
	}
	return d
}

// copied returns a codebook that shares nothing with the other.
func copied(book models.Codebook) models.Codebook {
	var out models.Codebook
	data, err := json.Marshal(book)
	if err != nil || json.Unmarshal(data, &out) != nil {
		return book // of plain texts: this does not happen
	}
	return out
}

// dirty reports whether there is anything to save.
func (d *draft) dirty() bool { return !reflect.DeepEqual(copied(d.kept), copied(d.book)) }

// addLabel adds a label behind the others and returns its place.
func (d *draft) addLabel(name string) int {
	d.book.Labels = append(d.book.Labels, models.CodebookLabel{Name: name})
	d.book = codebook.Complete(d.book)
	return len(d.book.Labels) - 1
}

// addBack adds a label that was archived.
func (d *draft) addBack(label models.CodebookLabel) int {
	d.book.Labels = append(d.book.Labels, label)
	return len(d.book.Labels) - 1
}

func (d *draft) addField(label int, name string) int {
	l := &d.book.Labels[label]
	taken := func(key string) bool {
		_, now := l.Field(key)
		before, _ := d.kept.Label(l.Key)
		_, then := before.Field(key)
		return now || then
	}
	l.Fields = append(l.Fields, models.CodebookField{
		Key: codebook.FreeKey(name, "field", taken), Name: name, Type: models.FieldText,
	})
	return len(l.Fields) - 1
}

// fresh reports whether the project does not have a field yet, so that its type
// can still be chosen.
func (d *draft) fresh(label, field string) bool {
	kept, _ := d.kept.Label(label)
	_, there := kept.Field(field)
	return !there
}

// move moves the item at a place by delta places, as far as there are any, and
// returns where it is then.
func move[T any](list []T, at, delta int) int {
	to := max(0, min(at+delta, len(list)-1))
	item := list[at]
	copy(list, slices.Insert(slices.Delete(slices.Clone(list), at, at+1), to, item))
	return to
}
