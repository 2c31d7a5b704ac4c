package memory_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"glossator/app/ui/memory"
	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/panes"
	"glossator/app/ui/widgets/textview"
)

func TestFirstSessionHasTheUsualLooks(t *testing.T) {
	m := memory.New(test.NewApp().Preferences())
	if m.TextSize() != textview.DefaultTextSize || m.Measure() != textview.DefaultMeasure || m.Typeface() != theme.Serif || !m.Suggesting() {
		t.Errorf("text of %v units in %q over %d characters, suggestions %v", m.TextSize(), m.Typeface(), m.Measure(), m.Suggesting())
	}
	if want := fyne.NewSize(theme.WindowWidth, theme.WindowHeight); m.WindowSize() != want {
		t.Errorf("the window has %v, want %v", m.WindowSize(), want)
	}
}

func TestAnotherSessionFindsWhatWasChosen(t *testing.T) {
	preferences := test.NewApp().Preferences()
	m := memory.New(preferences)
	size, widths := fyne.NewSize(1000, 700), panes.Widths{Left: 300, Right: 280}
	m.SetWindowSize(size)
	m.SetWidths(widths)
	m.SetMode(theme.StarkDark)
	m.SetTypeface(theme.Sans)
	m.SetSuggesting(false)
	m.SetStill(true)
	m.SetPlace("pr-1", "ar-1", 7)
	m.SetPlace("pr-2", "ar-2", 3)
	next := memory.New(preferences)
	if next.WindowSize() != size || next.Widths() != widths {
		t.Errorf("window %v, panes %v", next.WindowSize(), next.Widths())
	}
	if next.Mode() != theme.StarkDark || next.Typeface() != theme.Sans || next.Suggesting() || !next.Still() {
		t.Errorf("theme %q, typeface %q, suggestions %v, still %v", next.Mode(), next.Typeface(), next.Suggesting(), next.Still())
	}
	if article, cursor := next.Place("pr-1"); article != "ar-1" || cursor != 7 {
		t.Errorf("the first project is at %q, %d", article, cursor)
	}
}

func TestTinyWindowIsNotRemembered(t *testing.T) {
	m := memory.New(test.NewApp().Preferences())
	before := m.WindowSize()
	m.SetWindowSize(fyne.NewSize(10, 10))
	if m.WindowSize() != before {
		t.Errorf("the window has %v", m.WindowSize())
	}
}
