package command

import (
	"runtime"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"glossator/app/ui/locale"
)

// Key is one way to press a command: a named key, a written character, or a
// chord of a named key with modifiers.
type Key struct {
	Name     fyne.KeyName
	Rune     rune // upper case: together with Shift, else in either case; Name is empty then
	Modifier fyne.KeyModifier
	Unlisted bool // works, but no sheet or menu names it
}

// Quiet returns the key as one that no sheet names: another way to say the
// same on some keyboards.
func (k Key) Quiet() Key {
	k.Unlisted = true
	return k
}

// Press is a key without modifiers, by position.
func Press(name fyne.KeyName) Key { return Key{Name: name} }

// Write is a character on Latin and Cyrillic keyboards. One in lower case means
// both cases, unless an earlier command has the upper case.
func Write(r rune) Key { return Key{Rune: r} }

// Ctrl is a chord with Ctrl, Cmd on a Mac.
func Ctrl(name fyne.KeyName) Key {
	return Key{Name: name, Modifier: fyne.KeyModifierShortcutDefault}
}

// CtrlShift is a chord with Ctrl and Shift, Cmd and Shift on a Mac.
func CtrlShift(name fyne.KeyName) Key {
	return Key{Name: name, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift}
}

// standard are the chords that the toolkit reports as shortcuts of their own.
var standard = map[fyne.KeyName]fyne.KeyboardShortcut{
	fyne.KeyZ: &fyne.ShortcutUndo{},
	fyne.KeyY: &fyne.ShortcutRedo{},
	fyne.KeyV: &fyne.ShortcutPaste{},
	fyne.KeyC: &fyne.ShortcutCopy{},
}

// Shortcut returns the key as the toolkit reports and shows it. For a key
// without modifiers it is of use in a menu, which shows it and never fires it.
func (k Key) Shortcut() fyne.KeyboardShortcut {
	if known, ok := standard[k.Name]; ok && k.Modifier == fyne.KeyModifierShortcutDefault {
		return known
	}
	name := k.Name
	if k.Rune != 0 {
		name = fyne.KeyName(string(unicode.ToUpper(k.Rune)))
	}
	return &desktop.CustomShortcut{KeyName: name, Modifier: k.Modifier}
}

// keyTexts are the keys that are named by words, or otherwise than the toolkit
// names them.
//
//locale:texts
var keyTexts = map[fyne.KeyName]string{
	fyne.KeyReturn:    "Enter",
	fyne.KeyEnter:     "Enter",
	fyne.KeyEscape:    "Esc",
	fyne.KeySpace:     "Space",
	fyne.KeyTab:       "Tab",
	fyne.KeyUp:        "Up",
	fyne.KeyDown:      "Down",
	fyne.KeyLeft:      "Left",
	fyne.KeyRight:     "Right",
	fyne.KeyHome:      "Home",
	fyne.KeyEnd:       "End",
	fyne.KeyPageDown:  "Page Down",
	fyne.KeyPageUp:    "Page Up",
	fyne.KeyDelete:    "Delete",
	fyne.KeyBackspace: "Backspace",
}

// modifierTexts are the modifiers in the order in which they are read.
var modifierTexts = []struct {
	modifier fyne.KeyModifier
	text     string
}{
	{fyne.KeyModifierControl, "Ctrl"},
	{fyne.KeyModifierSuper, "Cmd"},
	{fyne.KeyModifierAlt, "Alt"},
	{fyne.KeyModifierShift, textShift},
}

const textShift = "Shift"

// String returns the key as it is printed for people: "Ctrl+Shift+Z".
func (k Key) String() string {
	var parts []string
	for _, known := range modifierTexts {
		if k.Modifier&known.modifier != 0 {
			parts = append(parts, known.text)
		}
	}
	text := string(k.Name)
	if unicode.IsUpper(k.Rune) {
		parts = append(parts, textShift)
	}
	if k.Rune != 0 {
		text = string(unicode.ToUpper(k.Rune))
	}
	if known, ok := keyTexts[k.Name]; ok && k.Rune == 0 {
		text = locale.T(known)
	}
	separator := "+"
	if runtime.GOOS == "darwin" {
		separator = " "
	}
	return strings.Join(append(parts, text), separator)
}

// cyrillic is what the keys of a Latin keyboard write when the keyboard is set
// to Russian or Kazakh, and the last also to Ukrainian. The Ukrainian і is left
// out: on a Kazakh keyboard it is the digit 3, which is a key of its own.
var cyrillic = map[rune]string{
	'q': "й", 'w': "ц", 'e': "у", 'r': "к", 't': "е", 'y': "н", 'u': "г", 'i': "ш", 'o': "щ", 'p': "з",
	'a': "ф", 's': "ы", 'd': "в", 'f': "а", 'g': "п", 'h': "р", 'j': "о", 'k': "л", 'l': "д",
	'z': "я", 'x': "ч", 'c': "с", 'v': "м", 'b': "и", 'n': "т", 'm': "ь", '[': "х", ']': "ъї",
}

// spellings returns all characters that one key of the table may write.
func spellings(r rune) []rune {
	if unicode.IsUpper(r) {
		all := []rune{r}
		for _, other := range cyrillic[unicode.ToLower(r)] {
			all = append(all, unicode.ToUpper(other))
		}
		return all
	}
	all := []rune{r, unicode.ToUpper(r)}
	for _, other := range cyrillic[r] {
		all = append(all, other, unicode.ToUpper(other))
	}
	return all
}
