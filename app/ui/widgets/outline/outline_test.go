package outline_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	toolkit "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/outline"
)

func TestOutlineFollowsTheTheme(t *testing.T) {
	app := test.NewApp()
	app.Settings().SetTheme(theme.New(theme.Light))
	inside := widget.NewSelect([]string{"one"}, nil)
	window := test.NewWindow(outline.New(inside))
	defer window.Close()
	app.Settings().SetTheme(theme.New(theme.Dark))
	box, ok := window.Content().(*fyne.Container)
	if !ok || len(box.Objects) != 2 || box.Objects[1].Size() != inside.Size() {
		t.Fatal("the line does not lie around the object")
	}
	around, ok := box.Objects[1].(fyne.Widget)
	if !ok {
		t.Fatalf("the line is a %T", box.Objects[1])
	}
	line, ok := test.WidgetRenderer(around).Objects()[0].(*canvas.Rectangle)
	if !ok || line.StrokeColor != theme.Colour(toolkit.ColorNameInputBorder) || line.StrokeWidth == 0 {
		t.Error("the line has the colour of another theme")
	}
}
