package textview

import (
	"fyne.io/fyne/v2"
)

// Options configure a View. Regular, Bold and Palette are needed; everything else may be left out.
type Options struct {
	// Palette tells how labels and layers look.
	Palette Palette
	// Regular and Bold are the two faces of the typeface, as TrueType or OpenType files.
	Regular, Bold []byte
	// TextSize is the size of body text in units. The default is DefaultTextSize.
	TextSize float32
	// Poster runs a function on the goroutine of the user interface. The default is fyne.Do. Tests give a queue.
	Poster func(func())

	// OnCursor is called after the cursor moved to a sentence.
	OnCursor func(sentence int)
	// OnOpen is called when a sentence is double-clicked or Enter is pressed on it.
	OnOpen func(sentence int)
	// OnMenu is called for a secondary click or the menu key, with a position on the canvas. The cursor is already on
	// the sentence, which is None for a click beside the text.
	OnMenu func(sentence int, absolute fyne.Position)
	// OnKey gets the keys that the view does not use. It reports whether it used the key. The toolkit sends a digit
	// or a letter both as a key and as a character: act on one of them only.
	OnKey func(*fyne.KeyEvent) bool
	// OnRune gets the typed characters that the view does not use. It reports whether it used the character.
	OnRune func(rune) bool
	// OnShortcut gets the shortcuts that the view does not use.
	OnShortcut func(fyne.Shortcut)
	// OnScrolled is called after the page moved.
	OnScrolled func(Bookmark)
	// OnFocus is called when the view gains or loses the keyboard.
	OnFocus func(focused bool)
	// OnSelected is called after the selection of text changed.
	OnSelected func(Span)
}

// The text sizes a View accepts, in units.
const (
	DefaultTextSize = 17
	MinTextSize     = 10
	MaxTextSize     = 48
)

// call runs a callback if there is one.
func call[T any](callback func(T), value T) {
	if callback != nil {
		callback(value)
	}
}
