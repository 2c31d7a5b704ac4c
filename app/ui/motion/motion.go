// Package motion keeps the window still for those who want it so: the user
// says it in the preferences, or the desktop says it for all programs.
package motion

import "fyne.io/fyne/v2"

// Calm returns the program with animations switched off as long as still
// reports true. Every widget of the toolkit asks the current program before
// it moves anything, so that the result belongs into [fyne.SetCurrentApp].
func Calm(a fyne.App, still func() bool) fyne.App { return program{a, still} }

type program struct {
	fyne.App

	still func() bool
}

// Settings are those of the program but for the animations.
func (p program) Settings() fyne.Settings { return settings{p.App.Settings(), p.still} }

type settings struct {
	fyne.Settings

	still func() bool
}

// ShowAnimations reports whether widgets may move.
func (s settings) ShowAnimations() bool { return !s.still() && s.Settings.ShowAnimations() }
