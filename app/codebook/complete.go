package codebook

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"glossator/models"
)

// Complete gives labels and fields without a key or name, and labels without a
// badge, what follows from the rest; a label without a shortcut gets the first
// digit that is free. It changes nothing that is there.
func Complete(book models.Codebook) models.Codebook {
	book.Labels = slices.Clone(book.Labels)
	for i := range book.Labels {
		label := &book.Labels[i]
		if label.Key == "" {
			label.Key = FreeKey(label.Name, "label", func(key string) bool { _, taken := book.Label(key); return taken || key == models.NoLabel })
		}
		if strings.TrimSpace(label.Name) == "" {
			label.Name = label.Key
		}
		if label.Badge == "" {
			first, _ := utf8.DecodeRuneInString(label.Name)
			label.Badge = string(unicode.ToUpper(first))
		}
		if label.Shortcut == "" {
			label.Shortcut = freeDigit(book)
		}
		label.Fields = slices.Clone(label.Fields)
		for n := range label.Fields {
			field := &label.Fields[n]
			if field.Key == "" {
				field.Key = FreeKey(field.Name, "field", func(key string) bool { _, taken := label.Field(key); return taken })
			}
			if strings.TrimSpace(field.Name) == "" {
				field.Name = field.Key
			}
		}
	}
	return book
}

// freeDigit returns the first digit from 1 that no label has for its shortcut,
// empty when all are taken.
func freeDigit(book models.Codebook) string {
	for _, digit := range "123456789" {
		taken := func(l models.CodebookLabel) bool { return l.Shortcut == string(digit) }
		if !slices.ContainsFunc(book.Labels, taken) {
			return string(digit)
		}
	}
	return ""
}

// FreeKey makes a key of a name: its letters a to z and digits in lower case,
// with _ between words; fallback and a number where nothing is left of it.
func FreeKey(name, fallback string, taken func(key string) bool) string {
	base := keyOf(name)
	if base != "" && !taken(base) {
		return base
	}
	if base == "" {
		base = fallback
	}
	for n := 2; ; n++ {
		if candidate := fmt.Sprintf("%s_%d", base, n); !taken(candidate) {
			return candidate
		}
	}
}

func keyOf(name string) string {
	const longest = 40
	var key strings.Builder
	gap := false
	for _, r := range norm.NFKD.String(strings.ToLower(name)) {
		switch {
		case unicode.Is(unicode.Mn, r): // what is left of an accented letter
		case inKey(r, key.Len() == 0) && key.Len() < longest:
			if gap && key.Len() > 0 {
				key.WriteByte('_')
			}
			key.WriteRune(r)
			gap = false
		default:
			gap = true
		}
	}
	return key.String()
}

// inKey reports whether a key may have a character, and begin with it.
func inKey(r rune, first bool) bool { return r >= 'a' && r <= 'z' || r >= '0' && r <= '9' && !first }
