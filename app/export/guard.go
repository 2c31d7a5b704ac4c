package export

import (
	"bytes"
	"strings"
)

// fullWidthTriggers are the full-width forms of = + - @, which some
// spreadsheets read like the plain ones.
var fullWidthTriggers = []string{"\uff1d", "\uff0b", "\uff0d", "\uff20"}

// fullWidthLead is the first byte of all [fullWidthTriggers] in UTF-8.
const fullWidthLead = 0xEF

// Guard puts one apostrophe before a text that a spreadsheet could run as a
// formula: one that starts with =, +, -, @, their full-width forms, a tab, a
// line break or NUL (OWASP, "CSV Injection"; ASVS 5.0, 1.2.10), and also one
// that starts with apostrophes followed by such a character, so that [Unguard]
// is exact. Any other text stays as it is.
func Guard(text string) string {
	if needsGuard([]byte(text)) {
		return "'" + text
	}
	return text
}

// Unguard takes the apostrophe of [Guard] off: Unguard(Guard(text)) is text,
// for every text. It is for cells of files whose export_schema is
// [SchemaGuarded], and there only for columns of free text.
func Unguard(text string) string {
	if rest, found := strings.CutPrefix(text, "'"); found && needsGuard([]byte(rest)) {
		return rest
	}
	return text
}

func needsGuard(text []byte) bool {
	return startsFormula(bytes.TrimLeft(text, "'"))
}

// startsFormula reports whether a spreadsheet could take the text for more
// than text.
func startsFormula(text []byte) bool {
	if len(text) == 0 {
		return false
	}
	switch text[0] {
	case '=', '+', '-', '@', '\t', '\r', '\n', 0:
		return true
	case fullWidthLead:
		for _, trigger := range fullWidthTriggers {
			if bytes.HasPrefix(text, []byte(trigger)) {
				return true
			}
		}
	}
	return false
}
