package ui

import (
	"testing"

	"fyne.io/fyne/v2"
)

var keyOne = &fyne.KeyEvent{Name: fyne.Key1}

// BenchmarkLabelKey presses a label key in the whole window: from the key to
// the annotation on disk and all pages up to date, and with the window painted
// by the software painter.
func BenchmarkLabelKey(b *testing.B) {
	r := newRig(b)
	b.Run("up to date", func(b *testing.B) {
		for b.Loop() {
			r.press("1")
		}
	})
	b.Run("and painted", func(b *testing.B) {
		for b.Loop() {
			r.press("1")
			r.shell.window.Canvas().Capture()
		}
	})
	b.Run("paint only", func(b *testing.B) {
		for b.Loop() {
			r.shell.window.Canvas().Capture()
		}
	})
	b.Run("cursor", func(b *testing.B) {
		down := true
		for b.Loop() {
			if down = !down; down {
				r.press("Down")
			} else {
				r.press("Up")
			}
		}
	})
	b.Run("key handler alone", func(b *testing.B) {
		for b.Loop() {
			r.shell.keys.Key(keyOne)
			b.StopTimer()
			r.settle()
			b.StartTimer()
		}
	})
}
