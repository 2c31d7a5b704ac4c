package insights_test

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"

	"glossator/app/ui/stage"
	"glossator/app/ui/theme"
)

// TestPictures writes pictures of the page to the folder GLOSSATOR_PICTURES, to
// be looked at.
func TestPictures(t *testing.T) {
	stage.NeedsPictures(t)
	for _, articles := range []int{0, 40} {
		b := newBench(t, articles)
		for _, mode := range []theme.Mode{theme.Light, theme.Dark} {
			for _, size := range []fyne.Size{fyne.NewSize(1280, 800), fyne.NewSize(1920, 1080)} {
				fyne.CurrentApp().Settings().SetTheme(theme.New(mode))
				b.window.Resize(size)
				b.window.Content().Refresh()
				b.settle()
				stage.Picture(t, fmt.Sprintf("insights-%d-%s-%.0f", articles, mode, size.Width), b.window.Canvas().Capture)
			}
		}
	}
}
