package reviewing

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	toolkit "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/locale"
	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/frame"
	"glossator/app/ui/widgets/keyboard"
	"glossator/app/ui/widgets/meter"
	"glossator/app/ui/widgets/outline"
	"glossator/app/ui/widgets/pick"
	"glossator/app/ui/widgets/surface"
	"glossator/app/ui/widgets/textline"
	"glossator/models"
)

// Widths in units.
const (
	whoseWidth    = 260
	progressWidth = 190
)

// bar stands above the text: whose labels are looked at, how much of them is
// decided, and the filter.
type bar struct {
	page     *Page
	whose    *pick.Pick
	progress *textline.Line
	done     *meter.Meter
	forks    *widget.Button
	same     *widget.Button // accepts the identical sentences of the article
	buttons  *fyne.Container
	line     *fyne.Container // the first line, with the buttons at its right
	filter   *filterRow
	object   *fyne.Container
}

func newBar(p *Page) *bar {
	b := &bar{page: p}
	b.whose = pick.New([]string{locale.T(textWhose)}, p.choose, p.actions.Focus)
	b.progress = textline.New("", textline.Look{Style: fyne.TextStyle{Bold: true}, Least: progressWidth, Whole: true})
	b.done = meter.New(theme.ColorNameTrack)
	b.forks = widget.NewButtonWithIcon("", toolkit.WarningIcon(), p.actions.Forks)
	b.forks.Hide()
	b.filter = newFilterRow(p)
	title := textline.New(locale.T(textTitle), textline.Look{Style: fyne.TextStyle{Bold: true}, Whole: true})
	left := container.New(layout.NewCustomPaddedHBoxLayout(theme.Inset), title,
		container.NewGridWrap(fyne.NewSize(whoseWidth, b.whose.MinSize().Height), outline.New(b.whose)), b.progress)
	b.same = widget.NewButton("", func() { p.actions.Focus(); p.AcceptIdentical() })
	b.same.Hide()
	b.buttons = container.NewHBox(b.forks, b.same, widget.NewButton(locale.T(textBack), p.actions.Leave))
	b.line = container.NewBorder(nil, nil, left, b.buttons,
		container.New(layout.NewCustomPaddedLayout(0, 0, theme.Inset, theme.Inset), b.done))
	content := container.New(layout.NewCustomPaddedLayout(theme.Gap, theme.Gap, theme.Inset, theme.Inset),
		container.NewVBox(b.line, b.filter.object))
	b.object = container.NewStack(surface.New(theme.ColorNamePane,
		frame.New(nil, content, []fyne.CanvasObject{widget.NewSeparator()}).Object()))
	return b
}

// offer lists whose labels can be looked at.
func (b *bar) offer(list []subject, chosen int) {
	names := []string{locale.T(textWhose)}
	if len(list) > 0 {
		names = nil
	}
	for _, s := range list {
		names = append(names, s.name)
	}
	b.whose.Selected = names[min(chosen, len(names)-1)]
	b.whose.Offer(names)
}

// show says how much is decided and how many things have two versions.
func (b *bar) show(counts models.DifferenceCounts, of subject, forks int) {
	decided, total := locale.Number(counts.Decided()), locale.Number(counts.Total)
	switch {
	case counts.Total == 0:
		b.progress.SetText(locale.T(textNoneYet))
	case of.check():
		b.progress.SetText(locale.T(textChecked, decided, total))
	default:
		b.progress.SetText(locale.T(textProgress, decided, total))
	}
	b.done.Set(float32(counts.Decided())/float32(max(1, counts.Total)), toolkit.ColorNameSuccess)
	b.forks.SetText(locale.T(textForks, locale.Number(forks)))
	setShown(b.forks, forks > 0)
	b.arrange()
}

// arrange makes room for the buttons that are there now.
func (b *bar) arrange() {
	b.buttons.Refresh()
	b.line.Refresh()
}

// identical says how many sentences of the article are identical in so many
// layers; with one layer there is nothing to compare.
func (b *bar) identical(layers, count int) {
	b.same.SetText(locale.T(textAllSame, locale.Number(count), locale.T(textAllHint)))
	if count > 0 {
		b.same.Enable()
	} else {
		b.same.Disable()
	}
	setShown(b.same, layers > 1)
	b.arrange()
}

// FocusFilter gives the keyboard to the filter.
func (p *Page) FocusFilter() {
	if c := keyboard.Canvas(p.bar.object); c != nil {
		c.Focus(p.bar.filter.states)
	}
}
