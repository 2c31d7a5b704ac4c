package models

import (
	"slices"
	"strconv"
	"strings"
)

// ReadDetail makes the detail of a field, row n from 0, from what somebody
// wrote. The wording is kept in any case, trimmed of outer white space; the
// typed value is set when the wording could be read. The error then says in a
// sentence what could not be read, with [CodeInvalid]; the detail is usable
// all the same.
func ReadDetail(field Field, n int, written string) (Detail, error) {
	detail := Detail{FieldID: field.ID, N: n, ValueText: strings.TrimSpace(written)}
	if detail.ValueText == "" {
		return detail, nil
	}
	var err error
	switch field.Type {
	case FieldNumber:
		var number float64
		if number, err = ParseNumber(detail.ValueText); err == nil {
			detail.ValueNum = &number
		}
	case FieldDate:
		detail.ValueISO, err = ParseDate(detail.ValueText)
	case FieldChoice:
		if options := field.Choices(); !slices.Contains(options, detail.ValueText) {
			err = Errorf(CodeInvalid, "%q is none of the choices: %s.", detail.ValueText, strings.Join(options, ", "))
		}
	case FieldBool:
		if _, known := truth[detail.ValueText]; !known {
			err = Errorf(CodeInvalid, "%q is neither true nor false.", detail.ValueText)
		}
	case FieldText, FieldPerson:
	}
	return detail, err
}

// truth are the wordings of a yes-or-no detail.
var truth = map[string]bool{"true": true, "false": false}

// groupDigits is the length of a group of digits: 1,234,567.
const groupDigits = 3

// groupMarks are what may stand between groups of digits, once [plainMarks]
// has folded the kinds of spaces and apostrophes.
const groupMarks = " ',."

// plainMarks folds what people write for the same mark: the spaces and
// apostrophes between groups of digits and the minus sign.
var plainMarks = strings.NewReplacer(
	"\u00a0", " ", "\u2009", " ", "\u202f", " ",
	"\u2019", "'",
	"\u2212", "-",
)

// ParseNumber reads a number in digits as people write it in different
// countries: an optional sign, digits in one run or in groups of three, an
// optional decimal part, an optional per cent sign, which does not change the
// value. Groups are parted by one kind of mark: a space of any width, an
// apostrophe, a comma or a point.
//
// Where comma and point both stand, the later one is the decimal mark. One
// that stands several times parts groups. A single comma parts groups when
// exactly three digits follow and the number begins with one to three digits
// and not with zero ("1,234" is 1234, "0,234" and "12,5" are decimal); a
// single point is always decimal ("1.234" is 1.234). Words and currency signs
// are not read. The error has [CodeInvalid].
func ParseNumber(written string) (float64, error) {
	body := plainMarks.Replace(strings.TrimSpace(written))
	body = strings.TrimSpace(strings.TrimSuffix(body, "%"))
	sign := ""
	if strings.HasPrefix(body, "-") || strings.HasPrefix(body, "+") {
		sign, body = body[:1], body[1:]
	}
	whole, fraction, decimal := cutFraction(body)
	digits, ok := ungroup(whole)
	if !ok && (whole != "" || !decimal) {
		return 0, errNumber(written)
	}
	if decimal && !isDigits(fraction) {
		return 0, errNumber(written)
	}
	number, err := strconv.ParseFloat(sign+digits+"."+fraction+"0", 64)
	if err != nil {
		return 0, errNumber(written).Because(err)
	}
	return number, nil
}

func errNumber(written string) *Error {
	return Errorf(CodeInvalid, "%q is not read as a number. Write digits: 1,234.5 or 1 234,5 or 30%%.", written)
}

// cutFraction parts a number at its decimal mark, if it has one.
func cutFraction(body string) (whole, fraction string, decimal bool) {
	point, comma := strings.LastIndexByte(body, '.'), strings.LastIndexByte(body, ',')
	at := max(point, comma)
	if at < 0 {
		return body, "", false
	}
	both := point >= 0 && comma >= 0
	if !both && strings.Count(body, body[at:at+1]) > 1 {
		return body, "", false
	}
	if _, grouped := ungroup(body); grouped && body[at] == ',' && body[0] != '0' {
		return body, "", false
	}
	return body[:at], body[at+1:], true
}

// ungroup takes the marks between groups of digits out.
func ungroup(whole string) (digits string, ok bool) {
	at := strings.IndexAny(whole, groupMarks)
	if at < 0 {
		return whole, isDigits(whole)
	}
	groups := strings.Split(whole, whole[at:at+1])
	for i, group := range groups {
		first := i == 0
		if !isDigits(group) || len(group) > groupDigits || (!first && len(group) != groupDigits) {
			return "", false
		}
	}
	return strings.Join(groups, ""), true
}

func isDigits(text string) bool {
	for _, r := range text {
		if r < '0' || r > '9' {
			return false
		}
	}
	return text != ""
}

// FormatNumber writes a number in digits with a decimal point, as short as it
// can be read back.
func FormatNumber(number float64) string {
	return strconv.FormatFloat(number, 'f', -1, 64)
}
