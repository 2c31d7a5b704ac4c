// Package command is the table of everything that a user can do: menus,
// shortcuts, the context menu, the palette and the sheet of keys are made from
// it, so that they never disagree.
//
// A key is matched in one of three ways. A named key (an arrow, F1, a digit of
// the main row or the number pad) is matched by position, so that it works
// whatever the keyboard is set to write. A letter is matched by what it writes,
// and by what the same key writes on a Cyrillic keyboard. A chord with Ctrl
// (Cmd on a Mac) is matched by the toolkit, which reads chords by position.
package command
