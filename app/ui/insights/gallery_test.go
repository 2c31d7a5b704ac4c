package insights_test

import (
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"glossator/app/ui/theme"
)

// TestPictures writes pictures of the page to the folder GLOSSATOR_PICTURES, to
// be looked at.
func TestPictures(t *testing.T) {
	folder := os.Getenv("GLOSSATOR_PICTURES")
	if folder == "" {
		t.Skip("set GLOSSATOR_PICTURES to a folder to get pictures of the page")
	}
	for _, articles := range []int{0, 40} {
		b := newBench(t, articles)
		for _, mode := range []theme.Mode{theme.Light, theme.Dark} {
			for _, size := range []fyne.Size{fyne.NewSize(1280, 800), fyne.NewSize(1920, 1080)} {
				fyne.CurrentApp().Settings().SetTheme(theme.New(mode))
				b.window.Resize(size)
				b.window.Content().Refresh()
				b.settle()
				file, err := os.Create(filepath.Join(folder, fmt.Sprintf("insights-%d-%s-%.0f.png", articles, mode, size.Width)))
				if err != nil {
					t.Fatal(err)
				}
				if err := png.Encode(file, b.window.Canvas().Capture()); err != nil {
					t.Fatal(err)
				}
				if err := file.Close(); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
}
