package store

import (
	"cmp"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

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
		if err := checkValue(key, text, label, fields); err != nil {
			return nil, err
		}
		details = slices.DeleteFunc(details, func(d detailSnapshot) bool { return d.Field == key && d.N == 0 })
		if text != "" {
			details = append(details, readDetail(fields[key], text))
		}
	}
	return ordered(details, fields), nil
}

// replaceDetails turns the details of a form into snapshots.
func replaceDetails(list []models.Detail, label models.Label, fields map[string]models.Field) ([]detailSnapshot, error) {
	byID := make(map[int64]models.Field, len(fields))
	for _, f := range fields {
		byID[f.ID] = f
	}
	var details []detailSnapshot
	for _, d := range list {
		field := byID[d.FieldID]
		if err := checkValue(field.Key, d.ValueText, label, fields); err != nil {
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
	if !ok {
		return models.Errorf(models.CodeInvalid,
			"The label %q has no field %q; it has %s.", label.Key, key, strings.Join(slices.Sorted(maps.Keys(fields)), ", "))
	}
	if choices := field.Choices(); text != "" && choices != nil && !slices.Contains(choices, text) {
		return models.Errorf(models.CodeInvalid, "%q is no choice of the field %q; choose one of %s.", text, key, strings.Join(choices, ", "))
	}
	return nil
}

// readDetail keeps a value as written and adds what a program can count with.
func readDetail(field models.Field, text string) detailSnapshot {
	detail := detailSnapshot{Field: field.Key, Text: text}
	switch field.Type {
	case models.FieldNumber:
		detail.Num = readNumber(text)
	case models.FieldDate:
		if iso, err := models.ParseDate(text); err == nil {
			detail.ISO = iso
		}
	case models.FieldText, models.FieldChoice, models.FieldBool, models.FieldPerson:
	}
	return detail
}

// readNumber reads a plain number; spaces may group its digits and a single
// comma may stand for the point. Anything else has no number: a guess at
// "1,234" would be wrong half of the time.
func readNumber(text string) *float64 {
	plain := strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, text)
	if grouped.MatchString(plain) {
		return nil
	}
	value, err := strconv.ParseFloat(strings.Replace(plain, ",", ".", 1), 64)
	if err != nil || value-value != 0 { // infinities and NaN
		return nil
	}
	return &value
}

// grouped matches a number whose comma may group thousands.
var grouped = regexp.MustCompile(`^[+-]?[1-9]\d{0,2},\d{3}$`)
