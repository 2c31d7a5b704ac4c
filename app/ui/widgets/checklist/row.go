package checklist

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	toolkit "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/textline"
)

// asideWidth is the least width of what stands at the right, in units.
const asideWidth = 84

// row shows one item.
type row struct {
	widget.BaseWidget

	sign  *sign
	icon  *widget.Icon
	title *textline.Line
	aside *textline.Line
	mark  *textline.Line
	note  *textline.Line
	body  fyne.CanvasObject
}

func newRow(notes bool, turn func(*row)) *row {
	small := textline.Look{Colour: theme.ColorNameQuiet, Size: theme.SizeNameSmall}
	trailing, whole := small, small
	trailing.Align, trailing.Whole, trailing.Least = fyne.TextAlignTrailing, true, asideWidth
	whole.Whole = true
	r := &row{
		icon: widget.NewIcon(nil), title: textline.New("", textline.Look{}),
		aside: textline.New("", trailing), mark: textline.New("", whole), note: textline.New("", small),
	}
	r.sign = newSign(func() { turn(r) })
	words := container.New(layout.NewCustomPaddedVBoxLayout(0), container.NewBorder(nil, nil, nil, r.aside, r.title))
	if notes {
		words.Add(container.New(layout.NewCustomPaddedLayout(0, 0, 0, theme.Gap),
			container.New(beside{}, r.mark, r.note)))
	}
	r.body = container.New(layout.NewCustomPaddedLayout(theme.Tight, theme.Tight, 0, theme.Gap),
		container.NewBorder(nil, nil, container.NewHBox(r.sign, r.icon), nil, words))
	r.ExtendBaseWidget(r)
	return r
}

// beside sets a mark and a note on one line; an empty mark takes no room.
type beside struct{}

// Layout is called by the toolkit.
func (beside) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := min(objects[0].MinSize().Width, size.Width)
	objects[0].Resize(fyne.NewSize(width, size.Height))
	if width > 0 {
		width += theme.Gap
	}
	objects[1].Move(fyne.NewPos(width, 0))
	objects[1].Resize(fyne.NewSize(max(0, size.Width-width), size.Height))
}

// MinSize is called by the toolkit.
func (beside) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, max(objects[0].MinSize().Height, objects[1].MinSize().Height))
}

// tones are the colours of marks.
var tones = map[widget.Importance]fyne.ThemeColorName{
	widget.DangerImportance: toolkit.ColorNameError, widget.WarningImportance: toolkit.ColorNameWarning,
	widget.HighImportance: toolkit.ColorNamePrimary,
}

func (r *row) show(item Item, checked bool) {
	colour := toolkit.ColorNameForeground
	if item.Quiet {
		colour = theme.ColorNameQuiet
	}
	r.sign.show(checked, item.Locked)
	r.sign.Hidden = item.Bare
	r.icon.SetResource(item.Icon)
	r.icon.Hidden = item.Icon == nil
	r.title.Set(item.Title, colour, false)
	r.aside.SetText(item.Aside)
	tone, known := tones[item.Tone]
	if !known {
		tone = theme.ColorNameQuiet
	}
	r.mark.Set(item.Mark, tone, false)
	r.note.SetText(item.Note)
	r.body.Refresh() // a mark has another width
}

// CreateRenderer is called by the toolkit.
func (r *row) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.body) }

// sign is the check mark. It leaves the keyboard to the list.
type sign struct {
	widget.Icon

	turn func()
}

var _ fyne.Tappable = (*sign)(nil)

func newSign(turn func()) *sign {
	s := &sign{turn: turn}
	s.ExtendBaseWidget(s)
	s.SetResource(toolkit.CheckButtonIcon())
	return s
}

func (s *sign) show(checked, locked bool) {
	resource := toolkit.CheckButtonIcon()
	if checked {
		resource = toolkit.NewPrimaryThemedResource(toolkit.CheckButtonCheckedIcon())
	}
	if locked {
		resource = toolkit.NewDisabledResource(toolkit.CheckButtonIcon())
	}
	if s.Resource == nil || s.Resource.Name() != resource.Name() {
		s.SetResource(resource)
	}
}

// Tapped is called by the toolkit.
func (s *sign) Tapped(*fyne.PointEvent) { s.turn() }
