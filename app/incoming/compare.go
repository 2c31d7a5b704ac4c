package incoming

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"glossator/models"
)

// wantedBy is the annotation that a row wants.
func (m *matcher) wantedBy(match *Matched, label models.Label) Wanted {
	row := match.Row
	w := Wanted{Origin: models.OriginImported, CodebookVersion: row.CodebookVersion, CreatedAt: row.CreatedAt, UpdatedAt: row.UpdatedAt}
	switch origin := models.Origin(row.Origin); origin {
	case models.OriginManual, models.OriginSuggested, models.OriginImported:
		w.Origin = origin
	}
	w.UID = row.AnnotationID
	if !isUID(models.PrefixAnnotation, w.UID) || m.elsewhere[w.UID] != "" || m.claimed[w.UID] != 0 {
		w.UID = m.o.derived(models.PrefixAnnotation, match.Article.UID,
			spotKey(match.Sentence.StartOff, match.Person.UID, label.Key, match.PartStart, match.PartEnd))
	}
	if known := match.Existing; known != nil {
		a := &known.Annotation
		w = Wanted{UID: a.UID, Note: a.Note, Confidence: a.Confidence, Details: slices.Clone(known.Details), Extra: a.Extra,
			Origin: a.Origin, CodebookVersion: a.CodebookVersion, CreatedAt: a.CreatedAt}
		if known.Label != label.Key {
			w.Replaces, w.Details = a.UID, nil
			w.UID = m.o.derived(models.PrefixAnnotation, a.UID, label.Key)
		}
	}
	if row.Comment != nil && !reshaped(w.Note, *row.Comment) {
		w.Note = *row.Comment
	}
	m.wantConfidence(match, &w)
	m.wantDetails(match, &w, label)
	w.Extra = m.kept(match, &w)
	return w
}

func (m *matcher) wantConfidence(match *Matched, w *Wanted) {
	said := match.Row.Confidence
	switch {
	case said == nil:
	case *said == "" || isConfidence(*said):
		w.Confidence = models.Confidence(*said)
	default:
		match.Remarks = append(match.Remarks, models.Textf("The confidence %q is none of low, medium and high and was left out.", *said))
	}
}

// wantDetails takes over the values of the details, each by itself.
func (m *matcher) wantDetails(match *Matched, w *Wanted, label models.Label) {
	for _, d := range match.Row.Details {
		if d.Label != "" && !sameName(d.Label, label.Key) {
			if d.Text != nil && *d.Text != "" {
				match.Remarks = append(match.Remarks, models.Textf("%s is a detail of %s and was left out.", d.Field, d.Label))
			}
			continue
		}
		_, field, known := fieldOf([]models.Label{label}, label.Key, d.Field)
		if !known {
			match.Remarks = append(match.Remarks, models.Textf("The label %s has no detail %q; it was left out.", label.Key, d.Field))
			continue
		}
		if remark := w.take(d, label.Key, field); remark.Format != "" {
			match.Remarks = append(match.Remarks, remark)
		}
	}
	slices.SortStableFunc(w.Details, func(a, b models.NamedDetail) int {
		return cmp.Or(cmp.Compare(fieldAt(label, a.Field), fieldAt(label, b.Field)), cmp.Compare(a.N, b.N))
	})
}

func fieldAt(label models.Label, key string) int {
	return slices.IndexFunc(label.Fields, func(f models.Field) bool { return f.Key == key })
}

// take takes one value over and returns why not, or nothing.
func (w *Wanted) take(d Detail, label string, field models.Field) (remark models.Text) {
	at := slices.IndexFunc(w.Details, func(known models.NamedDetail) bool { return known.Field == field.Key && known.N == d.N })
	if d.Text == nil {
		return remark
	}
	if *d.Text == "" {
		if at >= 0 {
			w.Details = slices.Delete(w.Details, at, at+1)
		}
		return remark
	}
	if at >= 0 && reshaped(w.Details[at].ValueText, *d.Text) {
		return remark
	}
	if choices := field.Choices(); choices != nil && !slices.Contains(choices, *d.Text) {
		return models.Textf("%q is no choice of %s and was left out; the choices are %s.", *d.Text, field.Key, strings.Join(choices, ", "))
	}
	var before *models.Detail
	if at >= 0 {
		before = &w.Details[at].Detail
	}
	detail := typed(d, field, before)
	if at >= 0 {
		w.Details[at].Detail = detail
		return remark
	}
	w.Details = append(w.Details, models.NamedDetail{Label: label, Field: field.Key, Detail: detail})
	return remark
}

// typed makes a detail of what a file says. Beside the words it may have their
// value as a number or date, which counts, unless the words were changed and
// the value was not: then it is read from the words anew.
func typed(d Detail, field models.Field, before *models.Detail) models.Detail {
	words := *d.Text
	if field.Type == models.FieldBool {
		words = strings.ToLower(words) // spreadsheets write TRUE
	}
	detail, _ := models.ReadDetail(field, d.N, words) // words that cannot be read have no value
	detail.ValueText = words
	if before != nil && before.ValueText == words {
		detail.ValueNum, detail.ValueISO = before.ValueNum, before.ValueISO
	}
	reworded := before != nil && before.ValueText != words
	if value, said := numberOf(d.Number); said && field.Type == models.FieldNumber && (!reworded || !sameNumber(value, before.ValueNum)) {
		detail.ValueNum = value
	}
	if d.ISO != nil && field.Type == models.FieldDate && (!reworded || *d.ISO != before.ValueISO) {
		detail.ValueISO = *d.ISO
	}
	return detail
}

// numberOf reads the cell beside the words of a number; said is false when
// there is none or it is no number.
func numberOf(cell *string) (value *float64, said bool) {
	if cell == nil {
		return nil, false
	}
	if *cell == "" {
		return nil, true
	}
	number, err := strconv.ParseFloat(strings.Replace(*cell, ",", ".", 1), 64)
	if err != nil || number-number != 0 { // infinities and NaN
		return nil, false
	}
	return &number, true
}

func sameNumber(a, b *float64) bool {
	return a == b || a != nil && b != nil && *a == *b
}

// compare lists what a row changes.
func (m *matcher) compare(match *Matched) {
	known := match.Existing
	if known == nil {
		return
	}
	note := func(what, before, after string) {
		if before != after {
			match.Changes = append(match.Changes, Change{what, before, after})
		}
	}
	a, w := &known.Annotation, &match.Wanted
	note("label", known.Label, match.Label)
	note("quote", a.Quote, match.Quote)
	if a.Quote == match.Quote && (!samePlace(a.StartOff, match.PartStart) || !samePlace(a.EndOff, match.PartEnd)) {
		note("place", placeText(a.StartOff), placeText(match.PartStart))
	}
	note("confidence", string(a.Confidence), string(w.Confidence))
	note("comment", a.Note, w.Note)
	for _, key := range detailKeys(known.Details, w.Details) {
		note(key, detailText(known.Details, key), detailText(w.Details, key))
	}
	if known.Decision == nil {
		will := wantedRow(match, w)
		note("review", reviewText(known.Review()), reviewText(will.Review()))
	}
	before, after := a.Extra.Values(), w.Extra.Values()
	for _, name := range slices.Sorted(maps.Keys(union(before, after))) {
		note(name, before[name], after[name])
	}
}

func samePlace(a, b *int) bool { return a == b || a != nil && b != nil && *a == *b }

func placeText(at *int) string {
	if at == nil {
		return ""
	}
	return strconv.Itoa(*at)
}

func detailKeys(lists ...[]models.NamedDetail) []string {
	var keys []string
	for _, list := range lists {
		for _, d := range list {
			if !slices.Contains(keys, d.Field) {
				keys = append(keys, d.Field)
			}
		}
	}
	return keys
}

// detailText writes all values of a detail, typed ones with their value, so
// that equal texts are equal details.
func detailText(list []models.NamedDetail, key string) string {
	var values []string
	for _, d := range list {
		if d.Field != key {
			continue
		}
		text := d.ValueText
		if d.ValueNum != nil {
			text += " (" + models.FormatNumber(*d.ValueNum) + ")"
		}
		if d.ValueISO != "" {
			text += " (" + d.ValueISO + ")"
		}
		values = append(values, fmt.Sprintf("%s%s", strings.Repeat("+", min(d.N, 1)), text))
	}
	return strings.Join(values, "; ")
}

func union(sets ...map[string]string) map[string]string {
	all := map[string]string{}
	for _, set := range sets {
		maps.Copy(all, set)
	}
	return all
}
