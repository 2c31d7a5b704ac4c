package store

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"glossator/models"
)

// writeDetails takes the values over into details: one row per field, the
// first; rows of other fields and further rows stay. Empty text takes the row
// away.
func writeDetails(
	details []detailSnapshot, values map[string]string, label models.Label, fields map[string]models.Field,
) ([]detailSnapshot, error) {
	details = slices.Clone(details)
	for _, key := range slices.Sorted(maps.Keys(values)) {
		text := strings.TrimSpace(values[key])
		as := func(d detailSnapshot) bool { return d.Field == key && d.N == 0 && d.Text == text }
		if err := checkValue(key, text, label, fields); err != nil && !slices.ContainsFunc(details, as) {
			return nil, err
		}
		details = slices.DeleteFunc(details, func(d detailSnapshot) bool { return d.Field == key && d.N == 0 })
		if text != "" {
			details = append(details, readDetail(fields[key], 0, text))
		}
	}
	return ordered(details, fields), nil
}

// replaceDetails turns the details of a form into snapshots. A value that was
// there before may stay even when the codebook has no room for it any more.
func replaceDetails(
	before []detailSnapshot, list []models.Detail, label models.Label, fields map[string]models.Field,
) ([]detailSnapshot, error) {
	byID := make(map[int64]models.Field, len(fields))
	for _, f := range fields {
		byID[f.ID] = f
	}
	var details []detailSnapshot
	for _, d := range list {
		field := byID[d.FieldID]
		as := func(old detailSnapshot) bool {
			return old.Field == field.Key && old.N == d.N && old.Text == d.ValueText
		}
		if err := checkValue(field.Key, d.ValueText, label, fields); err != nil && !slices.ContainsFunc(before, as) {
			return nil, err
		}
		twice := slices.ContainsFunc(details, func(other detailSnapshot) bool { return other.Field == field.Key && other.N == d.N })
		if twice || d.N < 0 {
			return nil, models.Errorf(models.CodeInvalid, "The field %q is given twice; give each row of it once.", field.Key)
		}
		details = append(details, detailSnapshot{Field: field.Key, N: d.N, Text: d.ValueText, Num: d.ValueNum, ISO: d.ValueISO})
	}
	return ordered(details, fields), nil
}

// ordered sorts details as they are read back, so that equal ones have equal
// snapshots.
func ordered(details []detailSnapshot, fields map[string]models.Field) []detailSnapshot {
	slices.SortFunc(details, func(a, b detailSnapshot) int {
		return cmp.Or(cmp.Compare(fields[a.Field].Position, fields[b.Field].Position), strings.Compare(a.Field, b.Field), cmp.Compare(a.N, b.N))
	})
	if len(details) == 0 {
		return nil
	}
	return details
}

func checkValue(key, text string, label models.Label, fields map[string]models.Field) error {
	field, ok := fields[key]
	if !ok || field.ArchivedAt != nil && text != "" {
		return models.Errorf(models.CodeInvalid,
			"The label %q has no field %q; it has %s.", label.Key, key, strings.Join(liveKeys(fields), ", "))
	}
	if choices := field.Choices(); text != "" && choices != nil && !slices.Contains(choices, text) {
		return models.Errorf(models.CodeInvalid, "%q is no choice of the field %q; choose one of %s.", text, key, strings.Join(choices, ", "))
	}
	return nil
}

// liveKeys returns the keys of the fields that are not archived, sorted.
func liveKeys(fields map[string]models.Field) []string {
	keys := slices.Sorted(maps.Keys(fields))
	return slices.DeleteFunc(keys, func(key string) bool { return fields[key].ArchivedAt != nil })
}

// readDetail keeps a value as written and adds what a program can count with,
// where it can be read.
func readDetail(field models.Field, n int, text string) detailSnapshot {
	read, _ := models.ReadDetail(field, n, text)
	return detailSnapshot{Field: field.Key, N: n, Text: read.ValueText, Num: read.ValueNum, ISO: read.ValueISO}
}
