package status

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// pressable makes something that answers a tap and looks as before.
type pressable struct {
	widget.BaseWidget

	content fyne.CanvasObject
	press   func()
}

func newPressable(content fyne.CanvasObject, press func()) *pressable {
	p := &pressable{content: content, press: press}
	p.ExtendBaseWidget(p)
	return p
}

// Tapped is called by the toolkit.
func (p *pressable) Tapped(*fyne.PointEvent) {
	if p.press != nil {
		p.press()
	}
}

// CreateRenderer is called by the toolkit.
func (p *pressable) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(p.content) }
