package quantity

import (
	"strconv"
	"strings"

	"glossator/models"
)

const (
	hoursADay   = 24
	minutes     = 60
	firstYear   = 1800
	lastYear    = 2100
	yearDigits  = 4
	daysInMonth = 31
	hoursOfHalf = 12
)

// numeral parts a token that begins with a digit into its number and the
// letters or signs glued to it.
func (r reader) numeral(written string) (value float64, rest string, ok bool) {
	end := 0
	for end < len(written) && strings.IndexByte("0123456789,. \u00a0\u2009\u202f", written[end]) >= 0 {
		end++
	}
	text := strings.TrimRight(written[:end], ",. ")
	if r.w.decimalComma && strings.Count(text, ",") == 1 && !strings.Contains(text, ".") {
		text = strings.Replace(text, ",", ".", 1)
	}
	value, err := models.ParseNumber(text)
	if err != nil { // mixed marks, a version number: digits that are no figure
		return 0, written, false
	}
	return value, written[len(text):], true
}

// digits reads the number at token i, which begins with a digit.
func (r reader) digits(i int) Quantity {
	word := r.low(i)
	q := Quantity{Kind: Count, From: i, To: i + 1}
	value, rest, ok := r.numeral(word)
	q.Value = value
	if !ok {
		q.Kind = ID
		if isDate(word) {
			q.Kind = Date
		}
		return q
	}
	if isDate(word) {
		q.Kind = Date
		return q
	}
	if factor, known := r.w.scale.Float(rest); known {
		q.Value, rest = q.Value*factor, ""
	}
	if rest != "" {
		return r.glued(q, rest)
	}
	if r.w.hour.Has(r.low(q.To)) && value <= hoursOfHalf {
		q.Kind = Clock
		return q
	}
	if suffixed, done := r.suffix(q); done {
		return suffixed
	}
	return r.scaled(q)
}

// glued says what a number with letters behind it is: 10:30, 5th, 1990s, 10km.
func (r reader) glued(q Quantity, rest string) Quantity {
	switch {
	case strings.HasPrefix(rest, ":"):
		q.Kind = Score
		if isClock(q.Value, rest[1:]) {
			q.Kind = Clock
		}
	case r.w.hour.Has(rest):
		q.Kind = Clock
	case strings.Contains(rest, "/"):
		q.Kind = Date
	case r.w.rankSuffix.Has(rest):
		q.Kind = Rank
	case strings.HasSuffix(rest, "fold"):
		q.Kind = Multiple
	case rest == "s":
		q.Kind = Date // the 1990s
	case r.w.measure.Has(rest):
		q.Kind, q.Unit = Physical, rest
	default:
		q.Kind = ID
	}
	return q
}

// suffix reads an ending behind a hyphen: 3-й is an ordinal, 500-ден a case
// form of 500. It reports whether that settles the kind.
func (r reader) suffix(q Quantity) (Quantity, bool) {
	if r.low(q.To) != "-" {
		return q, false
	}
	ending := r.low(q.To + 1)
	switch {
	case r.w.rankSuffix.Has(ending):
		q.Kind = Rank
		q.To += 2
		if r.w.after.Has(r.low(q.To)) {
			q.Kind = ID
		}
		return q, true
	case r.w.after.Has(ending):
		q.Kind = ID
		return q, true
	case r.w.numberSuffix.Has(ending):
		q.To += 2
		return r.scaled(q), true
	}
	return q, false
}

// scaled takes in the scale words behind a number and classifies it.
func (r reader) scaled(q Quantity) Quantity {
	scaled := false
	for {
		factor, ok := r.w.scale.Float(r.low(q.To))
		if !ok || (len(r.low(q.To)) == 1 && !r.w.currency.Has(r.low(q.From-1))) {
			break
		}
		q.Value, scaled = q.Value*factor, true
		q.To++
		if r.low(q.To) == "." && !scaleEndsSentence(r.t, q.To) {
			q.To++ // "5 тыс. человек"
		}
	}
	if ratio, ok := r.ratio(q); ok && !scaled {
		return ratio
	}
	return r.classify(q)
}

// isClock reads hours and minutes; seconds may follow.
func isClock(hour float64, rest string) bool {
	minute, _, _ := strings.Cut(rest, ":")
	n, err := strconv.Atoi(minute)
	return err == nil && len(minute) == 2 && n < minutes && hour < hoursADay
}

// isDate reads 06.06.2024 and 6.6.24.
func isDate(word string) bool {
	parts := strings.Split(word, ".")
	const dayMonthYear = 3
	if len(parts) != dayMonthYear || (len(parts[2]) != yearDigits && len(parts[2]) != 2) {
		return false
	}
	day, errDay := strconv.Atoi(parts[0])
	month, errMonth := strconv.Atoi(parts[1])
	_, errYear := strconv.Atoi(parts[2])
	return errDay == nil && errMonth == nil && errYear == nil && day <= daysInMonth && month <= 12 && len(parts[1]) <= 2
}

func parse(value string) (float64, bool) {
	number, err := strconv.ParseFloat(value, 64)
	return number, err == nil
}
