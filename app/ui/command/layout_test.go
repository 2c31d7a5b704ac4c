package command_test

import (
	"testing"
	"unicode"

	"fyne.io/fyne/v2"

	"glossator/app/ui/command"
)

// What the keys of the letters write on a keyboard set to Russian or Kazakh, in
// the order of the Latin letters; the two layouts agree on them.
const (
	latinKeys    = "abcdefghijklmnopqrstuvwxyz[]"
	cyrillicKeys = "фисвуапршолдьтщзйкыегмцчняхъ"
)

// What the row of the digits writes on a keyboard set to Kazakh.
const kazakhDigits = "\"әіңғ,.үұқөһ"

func letters() *command.Table {
	var list []command.Command
	for _, letter := range latinKeys {
		list = append(list, command.Command{ID: command.ID(string(letter)), Keys: []command.Key{command.Write(letter)}})
	}
	return command.NewTable(append(list, command.Command{ID: "claim", Keys: []command.Key{command.Press(fyne.Key3)}}))
}

func TestLettersWorkOnCyrillicKeyboards(t *testing.T) {
	t.Parallel()
	known, latin := letters(), []rune(latinKeys)
	for i, typed := range []rune(cyrillicKeys) {
		for _, r := range []rune{typed, unicode.ToUpper(typed)} {
			if c := known.Written(r); c == nil || c.ID != command.ID(string(latin[i])) {
				t.Errorf("%c on the key of %c is %v", r, latin[i], c)
			}
		}
	}
}

// A digit is a key of its own. What it writes besides on a Kazakh keyboard must
// not be taken for a letter, or one press would do two things.
func TestKazakhDigitsAreNoLetters(t *testing.T) {
	t.Parallel()
	known := letters()
	for _, typed := range kazakhDigits {
		for _, r := range []rune{typed, unicode.ToUpper(typed)} {
			if c := known.Written(r); c != nil {
				t.Errorf("%c, which a digit writes, is the key %q", r, c.ID)
			}
		}
	}
	if c := known.Named(fyne.Key3); c == nil || c.ID != "claim" {
		t.Errorf("the digit 3 is %v", c)
	}
}
