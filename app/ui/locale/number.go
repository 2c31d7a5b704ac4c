package locale

import (
	"golang.org/x/text/message"
	"golang.org/x/text/number"
)

// Number writes a whole number with the digits in groups, as the language does.
func Number[N ~int | ~int64](n N) string { return Decimal(float64(n), 0) }

// Decimal writes a number with at most so many digits after the decimal mark
// of the language.
func Decimal(value float64, digits int) string {
	return message.NewPrinter(current().tag).Sprint(number.Decimal(value, number.MaxFractionDigits(digits)))
}

// Fixed writes a number with exactly so many digits after the decimal mark of
// the language, so that numbers below one another can be compared.
func Fixed(value float64, digits int) string {
	return message.NewPrinter(current().tag).Sprint(number.Decimal(value, number.Scale(digits)))
}

// Percent writes a share, 1 for all, as a percentage with at most so many
// digits after the decimal mark.
func Percent(share float64, digits int) string {
	return message.NewPrinter(current().tag).Sprint(number.Percent(share, number.MaxFractionDigits(digits)))
}
