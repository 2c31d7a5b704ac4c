package locale

import (
	"fmt"
	"strings"
	"sync/atomic"

	"golang.org/x/text/language"

	"glossator/assets"
)

// spoken is the language of the window. It is read by work beside the window's
// goroutine while the user may choose another one.
var spoken atomic.Pointer[catalogue]

// Use makes a language of [Languages] the one of the window and of the
// toolkit's own dialogs. What is on show stays as it is until it is made anew.
// The error is about a catalogue that cannot be read; the language stays then.
func Use(code string) error {
	c, err := read(code, assets.Catalogue(code), assets.CodebookTexts(code))
	if err != nil {
		return err
	}
	spoken.Store(c)
	return teachToolkit()
}

// Code returns the code of the language in use.
func Code() string { return current().tag.String() }

func current() *catalogue {
	if c := spoken.Load(); c != nil {
		return c
	}
	return &catalogue{tag: language.English}
}

// T returns the text in the user's language with the values put in, as
// [fmt.Sprintf] does. A text without a translation stays English.
func T(text string, values ...any) string {
	return filled(current().text(text), values)
}

// N returns the form of the text that fits the number n, with the values put
// in: one or many in English, as many forms as the language has elsewhere.
func N(n int, one, many string, values ...any) string {
	return filled(current().counted(n, one, many), values)
}

// Mark returns the text as it is. It marks a text of a table for the
// catalogues; whoever shows it gives it to [T].
func Mark(text string) string { return text }

// filled puts the values in. A text that takes none, such as the one of an
// [N], stays as it is.
func filled(text string, values []any) string {
	if len(values) == 0 || !strings.Contains(text, "%") {
		return text
	}
	return fmt.Sprintf(text, values...)
}
