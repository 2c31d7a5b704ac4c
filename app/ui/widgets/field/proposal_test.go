package field_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"glossator/app/ui/widgets/field"
)

func TestEnterTakesAProposedValue(t *testing.T) {
	test.NewTempApp(t)
	taken, kept := 0, 0
	entry := field.NewEntry("2030", field.Hooks{Taken: func() { taken++ }, Commit: func() { kept++ }})
	enter := func() { entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn}) }
	enter()
	entry.SetGhost("by May")
	if entry.PlaceHolder != "by May" || entry.Value() != "" {
		t.Errorf("the entry shows %q and holds %q", entry.PlaceHolder, entry.Value())
	}
	enter()
	entry.SetValue("2031")
	enter()
	if taken != 1 || kept != 3 {
		t.Errorf("taken %d times, saved %d times", taken, kept)
	}
	entry.SetGhost("")
	if entry.PlaceHolder != "2030" {
		t.Errorf("the hint is %q", entry.PlaceHolder)
	}
}

func TestAnEntryMakesRoomForALongProposal(t *testing.T) {
	window := test.NewTempWindow(t, nil)
	grown := 0
	entry := field.NewEntry("", field.Hooks{Grown: func() { grown++ }})
	window.SetContent(entry)
	window.Resize(fyne.NewSize(200, 300))
	low := entry.MinSize().Height
	entry.SetGhost("make all town halls and clinics of the country accessible")
	if high := entry.MinSize().Height; high <= low || grown != 1 {
		t.Errorf("the entry is %v high with a long proposal and %v without; told %d times", high, low, grown)
	}
	entry.SetGhost("")
	if entry.MinSize().Height != low {
		t.Error("the room stays after the proposal is gone")
	}
}

func TestRowOffersAProposedValue(t *testing.T) {
	test.NewTempApp(t)
	choice := field.NewChoice("Not set", []field.Option{{Value: "count", Words: "Count"}}, field.Hooks{})
	row := field.NewRow("Unit", choice)
	test.NewTempWindow(t, row)
	row.MouseIn(nil)
	if row.Offer() != nil {
		t.Error("something is offered")
	}
	taken := 0
	var over []bool
	choice.SetGhost("Count")
	row.SetProposal(field.Proposal{Text: "Use", Take: func() { taken++ }, Hovered: func(on bool) { over = append(over, on) }})
	if choice.Value() != "" || choice.PlaceHolder != "Count" {
		t.Errorf("the choice shows %q and holds %q", choice.PlaceHolder, choice.Value())
	}
	test.Tap(row.Offer())
	row.MouseIn(nil)
	row.MouseOut()
	row.Offer().MouseIn(nil)
	row.Offer().MouseOut()
	if taken != 1 || len(over) != 4 || !over[0] || over[3] {
		t.Errorf("taken %d times, pointed at %v", taken, over)
	}
	if _, ok := fyne.CanvasObject(row.Offer()).(fyne.Focusable); ok {
		t.Error("Tab stops at the word")
	}
	row.SetProposal(field.Proposal{})
	if row.Offer() != nil {
		t.Error("the offer stays")
	}
}
