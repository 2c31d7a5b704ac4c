package tabs_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/widgets/tabs"
)

func TestTabsShowOnePage(t *testing.T) {
	test.NewApp()
	first, second := widget.NewLabel("one"), widget.NewLabel("two")
	made := tabs.New(tabs.Page{Title: "First", Object: first}, tabs.Page{Title: "Second", Object: second})
	var heard []int
	made.OnChanged = func(page int) { heard = append(heard, page) }
	window := test.NewWindow(made.Object())
	defer window.Close()
	window.Resize(fyne.NewSize(300, 200))
	if !first.Visible() || second.Visible() {
		t.Error("the first page is not in front")
	}
	test.TapCanvas(window.Canvas(), fyne.NewPos(75, 17))
	if first.Visible() || !second.Visible() || made.Current() != 1 {
		t.Error("a tap on the second name did not bring its page to the front")
	}
	made.Select(1)
	made.Select(7)
	made.Select(0)
	if len(heard) != 2 || heard[0] != 1 || heard[1] != 0 || !first.Visible() {
		t.Errorf("heard %v", heard)
	}
}
