package textview

import (
	"fyne.io/fyne/v2"

	"glossator/app/ui/widgets/textview/flow"
)

const minWidth, minHeight = 160, 80 // units

// renderer adapts the page to the toolkit.
type renderer struct{ view *View }

// CreateRenderer is called by the toolkit.
func (v *View) CreateRenderer() fyne.WidgetRenderer {
	v.ExtendBaseWidget(v)
	v.recolour()
	v.rebuild()
	return renderer{v}
}

// Layout flows the text into a new size; the first visible line stays where it is.
func (r renderer) Layout(size fyne.Size) {
	v := r.view
	if size.Width == v.sheet.width && size.Height == v.sheet.height {
		return
	}
	v.sheet.width, v.sheet.height = size.Width, size.Height
	v.reflow()
}

// MinSize leaves the size to the window: the view scrolls.
func (r renderer) MinSize() fyne.Size { return fyne.NewSize(minWidth, minHeight) }

// Objects returns what is visible.
func (r renderer) Objects() []fyne.CanvasObject { return r.view.page.objects }

// Refresh takes the colours of the current theme and the scale of the screen. Lines are drawn anew only when one of
// these changed, because toolkits refresh widgets more often than needed.
func (r renderer) Refresh() {
	r.view.recolour()
	r.view.rebuild()
}

// Destroy stops the background work.
func (r renderer) Destroy() { r.view.surveyor.stop() }

// recolour reads the colours of the theme.
func (v *View) recolour() {
	old := v.inks
	v.inks = resolve(v.options.Palette, v.Theme(), fyne.CurrentApp().Settings().ThemeVariant())
	if old.text != v.inks.text || old.muted != v.inks.muted {
		v.page.invalidate()
	}
}

// fit computes the columns for the current size and tells the layout.
func (v *View) fit() {
	const topEm, bottomEm = 1.4, 3
	v.sheet = layOut(v.sheet.width, v.sheet.height, v.textSize, floor(float32(v.measure)*v.charWidth*v.textSize))
	v.layout.SetGeometry(flow.Geometry{
		TextSize: v.textSize, Width: v.sheet.column,
		Top: round(topEm * v.textSize), Bottom: round(bottomEm * v.textSize),
	})
}

// reflow fits the text to a changed size and keeps the first visible line in its place.
func (v *View) reflow() {
	offset, y, found := v.page.firstLine()
	atStart := v.top == flow.Anchor{}
	v.page.drop()
	v.fit()
	if found && !atStart {
		if place, ok := v.layout.PlaceAt(offset); ok {
			v.top = v.layout.Shift(v.layout.Top(place), -y)
		}
	}
	v.rebuild()
}

// rebuild lays out the visible lines and their decoration.
func (v *View) rebuild() {
	if v.sheet.width <= 0 || v.sheet.height <= 0 {
		return
	}
	v.grid = gridOf(v)
	v.top = v.layout.Clamp(v.top, v.sheet.height)
	v.page.arrange()
	v.decorate()
	v.surveyor.start(v)
	later := v.later
	v.later = nil
	for _, scroll := range later {
		scroll()
	}
}
