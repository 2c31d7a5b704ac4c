package textview

import (
	"time"

	"fyne.io/fyne/v2"
)

const (
	// autoScrollTick is how often the page moves while the mouse rests beyond its edge.
	autoScrollTick = 30 * time.Millisecond
	// autoScrollShare is the part of the distance to the mouse that one step covers; autoScrollMax bounds it.
	autoScrollShare, autoScrollMax = 0.35, 60
)

// autoScroll goes on selecting while a drag rests above or below the view, when the toolkit sends no events.
type autoScroll struct {
	position fyne.Position
	done     chan struct{}
}

func (a *autoScroll) stop() { close(a.done) }

// autoScroll makes one step at once and lets a clock make more.
func (v *View) autoScroll(position fyne.Position) {
	beyond := v.beyond(position)
	switch {
	case beyond == 0 && v.drag.auto != nil:
		v.drag.auto.stop()
		v.drag.auto = nil
	case beyond != 0 && v.drag.auto != nil:
		v.drag.auto.position = position
	case beyond != 0:
		a := &autoScroll{position: position, done: make(chan struct{})}
		v.drag.auto = a
		v.autoScrollStep(a)
		go v.autoScrollClock(a)
	}
}

// beyond returns how far a point is above (negative) or below the view.
func (v *View) beyond(position fyne.Position) float32 {
	switch {
	case position.Y < 0:
		return position.Y
	case position.Y > v.sheet.height:
		return position.Y - v.sheet.height
	}
	return 0
}

func (v *View) autoScrollStep(a *autoScroll) {
	if v.drag.auto != a {
		return
	}
	step := v.beyond(a.position) * autoScrollShare
	v.scrollBy(min(max(step, -autoScrollMax), autoScrollMax))
	v.selectTo(a.position)
}

func (v *View) autoScrollClock(a *autoScroll) {
	ticker := time.NewTicker(autoScrollTick)
	defer ticker.Stop()
	for {
		select {
		case <-a.done:
			return
		case <-ticker.C:
			v.options.Poster(func() { v.autoScrollStep(a) })
		}
	}
}
