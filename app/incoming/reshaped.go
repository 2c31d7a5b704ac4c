package incoming

import (
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"glossator/models"
)

// reshaped reports whether a spreadsheet that was only opened and saved could
// have made after of before: it writes 0001 as 1, 1e5 as 100000, 12,345 as
// 12345, true as TRUE, a date in the manner of the country, and a control
// character as U+FFFD. What the project has then stays.
func reshaped(before, after string) bool {
	if before == after || before == "" || after == "" {
		return false
	}
	if after == strings.Map(holdable, before) || cutToCell(before, after) {
		return true
	}
	if strings.EqualFold(before, after) && (strings.EqualFold(after, "true") || strings.EqualFold(after, "false")) {
		return true
	}
	if a, ok := looksNumber(before); ok {
		b, also := looksNumber(after)
		return also && a == b
	}
	from, err := models.ParseDate(before)
	to, wrong := models.ParseDate(after)
	return err == nil && wrong == nil && from == to && strings.ContainsAny(before+after, "/.-")
}

// cutToCell reports whether after is what export.Workbook leaves of a text that
// no cell can hold.
func cutToCell(before, after string) bool {
	const longest = 32_767 // UTF-16 units
	start, cut := strings.CutSuffix(after, "…")
	units := 0
	for _, r := range after {
		units += utf16.RuneLen(r)
	}
	return cut && units >= longest-1 && strings.HasPrefix(strings.Map(holdable, before), start)
}

// holdable replaces what XML, and so a workbook, has no place for.
func holdable(r rune) rune {
	if r < ' ' && r != '\t' && r != '\n' && r != '\r' {
		return utf8.RuneError
	}
	return r
}

// looksNumber reads what a spreadsheet takes for a number.
func looksNumber(text string) (float64, bool) {
	if value, err := strconv.ParseFloat(strings.TrimSpace(text), 64); err == nil {
		return value, true
	}
	value, err := models.ParseNumber(text)
	return value, err == nil
}
