package models

import "fmt"

// Text is a sentence for people that the window can say in their language: an
// English format, which is the key of its translations, and what is put in.
type Text struct {
	Format string
	One    string // the format for exactly one of something; empty: nothing is counted
	N      int    // how many there are, where One is set
	Values []any  // a [Term], a Text or an error among them is translated too
}

// Term is an English word or clause among the values of a [Text]. It is
// translated together with it.
type Term string

// Textf makes a [Text] from a format of package fmt.
func Textf(format string, values ...any) Text { return Text{Format: format, Values: values} }

// Countf makes a [Text] whose words depend on the number n: the format one for
// exactly one, many for any other number. Both take the same values.
func Countf(n int, one, many string, values ...any) Text {
	return Text{Format: many, One: one, N: n, Values: values}
}

// String returns the sentence in English.
func (t Text) String() string {
	format := t.Format
	if t.One != "" && t.N == 1 {
		format = t.One
	}
	if len(t.Values) == 0 {
		return format
	}
	return fmt.Sprintf(format, t.Values...)
}
