package status_test

import (
	"testing"

	"fyne.io/fyne/v2/test"

	"glossator/app/ui/status"
	"glossator/app/ui/theme"
)

func newStrip(t *testing.T) (strip *status.Strip, resized *int) {
	t.Helper()
	a := test.NewApp()
	a.Settings().SetTheme(theme.New(theme.Light))
	resized = new(int)
	return status.NewStrip(func() { *resized++ }), resized
}

func TestStripKeepsAFailureAndDropsARefusal(t *testing.T) {
	strip, resized := newStrip(t)
	strip.Show(status.Message{Text: "Not allowed.", Transient: true})
	strip.Succeeded()
	if strip.Text() != "" || *resized != 2 {
		t.Errorf("the strip says %q after %d changes of its height", strip.Text(), *resized)
	}
	strip.Show(status.Message{Text: "The disk is full.", Alarm: true})
	strip.Succeeded()
	if strip.Text() != "The disk is full." {
		t.Errorf("the strip says %q", strip.Text())
	}
	strip.Dismiss()
	strip.Dismiss()
	if strip.Text() != "" || *resized != 4 {
		t.Errorf("the strip says %q after %d changes of its height", strip.Text(), *resized)
	}
}

func TestStripOffersOneAction(t *testing.T) {
	strip, _ := newStrip(t)
	ran := 0
	strip.Show(status.Message{Text: "Deleted.", Action: "Undo", Run: func() { ran++ }})
	strip.Act()
	if ran != 1 || strip.Text() != "" {
		t.Errorf("ran %d times, the strip says %q", ran, strip.Text())
	}
	strip.Show(status.Message{Text: "Adding", Busy: true, Action: "Cancel", Run: func() { ran++ }})
	strip.Progress("Adding: 5 of 10", 0.5)
	if strip.Text() != "Adding: 5 of 10" {
		t.Errorf("the strip says %q", strip.Text())
	}
	strip.Act()
	if ran != 2 || strip.Text() == "" {
		t.Error("a message about work under way went before the work did")
	}
	strip.Show(status.Message{Text: "Done."})
	strip.Progress("Adding: 6 of 10", 0.6)
	if strip.Text() != "Done." {
		t.Errorf("late progress replaced the outcome: %q", strip.Text())
	}
}
