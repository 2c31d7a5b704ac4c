package spots_test

import (
	"fmt"
	"image"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"glossator/app/ui/widgets/spots"
)

// rig is a picture of two spots in a window, and what it asks for.
type rig struct {
	picture *spots.Picture
	window  fyne.Window
	asked   []string
}

func newRig(t *testing.T) *rig {
	t.Helper()
	test.NewApp()
	r := &rig{}
	note := func(what string) func(int) {
		return func(spot int) { r.asked = append(r.asked, fmt.Sprint(what, spot)) }
	}
	r.picture = spots.New(fyne.NewSize(100, 50), spots.Actions{
		Draw: func(width, height int, scale float32) {
			r.asked = append(r.asked, fmt.Sprintf("draw%dx%d@%v", width, height, scale))
		},
		Point: note("point"), Press: note("press"), Leave: func() { r.asked = append(r.asked, "leave") },
	})
	r.window = test.NewTempWindow(t, r.picture)
	r.window.SetPadded(false)
	r.window.Resize(fyne.NewSize(100, 50))
	return r
}

// said returns what was asked for since the last call.
func (r *rig) said() string {
	said := strings.Join(r.asked, " ")
	r.asked = nil
	return said
}

func (r *rig) fill() {
	r.picture.Set(image.NewRGBA(image.Rect(0, 0, 100, 50)), []spots.Spot{
		{Position: fyne.NewPos(10, 10), Size: fyne.NewSize(20, 30)}, {Position: fyne.NewPos(60, 39), Size: fyne.NewSize(20, 1)},
	})
}

func TestPictureIsAskedForAsLargeAsItIsShown(t *testing.T) {
	r := newRig(t)
	r.window.Canvas().Capture()
	if got := r.said(); !strings.HasPrefix(got, "draw100x50@1") {
		t.Errorf("it asks %q", got)
	}
	r.fill()
	r.window.Canvas().Capture()
	if got := r.said(); got != "" {
		t.Errorf("with the picture there it asks %q", got)
	}
	r.picture.Refresh() // other colours
	r.window.Canvas().Capture()
	if got := r.said(); !strings.HasPrefix(got, "draw100x50") {
		t.Errorf("after a refresh it asks %q", got)
	}
	r.window.Resize(fyne.NewSize(200, 50))
	r.window.Canvas().Capture()
	if got := r.said(); !strings.Contains(got, "draw200x50") {
		t.Errorf("in a larger window it asks %q", got)
	}
}

func TestKeysGoFromSpotToSpot(t *testing.T) {
	r := newRig(t)
	r.window.Canvas().Focus(r.picture)
	r.picture.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if got := r.said(); strings.Contains(got, "press") {
		t.Errorf("without spots %q", got)
	}
	r.fill()
	for _, name := range []fyne.KeyName{fyne.KeyRight, fyne.KeyDown, fyne.KeySpace, fyne.KeyHome, fyne.KeyReturn, fyne.KeyEnd, fyne.KeyLeft, fyne.KeyEscape} {
		r.picture.TypedKey(&fyne.KeyEvent{Name: name})
	}
	if got := r.said(); got != "point1 point1 press1 point0 press0 point1 point0 leave" {
		t.Errorf("%q", got)
	}
}

func TestPointerFindsThinSpots(t *testing.T) {
	r := newRig(t)
	r.fill()
	at := func(x, y float32) *desktop.MouseEvent {
		return &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, y)}}
	}
	r.picture.MouseIn(at(0, 0))
	r.picture.MouseMoved(at(70, 43)) // three units below the second spot
	if r.picture.Cursor() != desktop.PointerCursor {
		t.Error("there is no hand over a spot")
	}
	r.picture.Tapped(&fyne.PointEvent{Position: fyne.NewPos(15, 20)})
	r.picture.Tapped(&fyne.PointEvent{Position: fyne.NewPos(45, 20)})
	r.picture.MouseOut()
	if got := r.said(); !strings.Contains(got, "point1") || strings.Count(got, "press") != 1 || !strings.Contains(got, "press0") {
		t.Errorf("%q", got)
	}
}
