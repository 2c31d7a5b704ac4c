package codebook

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"glossator/app/ui/locale"
	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/column"
	"glossator/app/ui/widgets/field"
)

// look is the name of a label, and what it is told apart by.
type look struct {
	page     *Page
	name     *field.Entry
	shortcut *field.Entry
	badge    *field.Entry
	colour   *field.Choice
	key      *field.Row
	object   *fyne.Container
}

func newLook(p *Page) *look {
	l := &look{page: p}
	change := p.labelHooks
	l.name = field.NewEntry("", change(func() { p.label().Name = strings.TrimSpace(l.name.Value()) }))
	l.shortcut = field.NewEntry("", change(l.setShortcut))
	l.badge = field.NewEntry("", change(func() { p.label().Badge = firstLetter(l.badge.Value()) }))
	options := make([]field.Option, 0, len(colourNames))
	for i, colour := range theme.LabelColours() {
		options = append(options, field.Option{Value: colour, Words: locale.T(colourNames[i])})
	}
	l.colour = field.NewChoice(locale.T(textByPlace), options, change(func() { p.label().Color = l.colour.Value() }))
	l.colour.SetGhost(locale.T(textByPlace))
	l.key = field.NewRow(locale.T(textShortcut), l.shortcut)
	l.object = column.New(theme.Gap,
		container.New(&shares{0.46, 0.12, 0.12, 0.3}, field.NewRow(locale.T(textName), l.name), l.key,
			field.NewRow(locale.T(textBadge), l.badge), field.NewRow(locale.T(textColour), l.colour)))
	if p.locked {
		for _, input := range []field.Input{l.name, l.shortcut, l.badge, l.colour} {
			input.Disable()
		}
	}
	return l
}

// firstLetter is what a badge or key is of a text.
func firstLetter(text string) string {
	for _, r := range strings.TrimSpace(text) {
		return string(r)
	}
	return ""
}

func (l *look) setShortcut() {
	l.page.label().Shortcut = strings.ToLower(firstLetter(l.shortcut.Value()))
	l.warn()
}

// warn says what else a key stands for.
func (l *look) warn() {
	l.key.SetMessage("", field.Plain)
	if other := l.page.taken(l.page.at); other != "" {
		l.key.SetMessage(locale.T(textTaken, other), field.Warning)
	}
	settle(l.object)
}

// taken returns what else the key of a label stands for: another label or a
// command; empty when nothing does.
func (p *Page) taken(at int) string {
	key := p.draft.book.Labels[at].Shortcut
	if key == "" {
		return ""
	}
	for i, other := range p.draft.book.Labels {
		if i != at && other.Shortcut == key {
			return locale.Codebook(other.Name)
		}
	}
	return p.actions.Taken(key)
}

func (l *look) show() {
	label := l.page.label()
	l.name.SetValue(label.Name)
	l.shortcut.SetValue(label.Shortcut)
	l.badge.SetValue(label.Badge)
	colour := strings.ToLower(label.Color)
	if colour != "" && !slices.Contains(theme.LabelColours(), colour) {
		colour = theme.LabelColours()[0] // of another program; the nearest is shown, see theme.Dyed
		for i, known := range theme.LabelColours() {
			if theme.Dyed(label.Color, 0) == theme.Label(i) {
				colour = known
			}
		}
	}
	l.colour.SetValue(colour)
	l.warn()
}

// shares puts objects side by side, each with its share of the width.
type shares []float32

func (s *shares) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, object := range objects {
		least := object.MinSize()
		size = fyne.NewSize(size.Width+least.Width, max(size.Height, least.Height))
	}
	return size
}

func (s *shares) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	room := size.Width - theme.Gap*float32(len(objects)-1)
	x := float32(0)
	for i, object := range objects {
		width := room * (*s)[i]
		object.Move(fyne.NewPos(x, 0))
		object.Resize(fyne.NewSize(width, size.Height))
		x += width + theme.Gap
	}
}
