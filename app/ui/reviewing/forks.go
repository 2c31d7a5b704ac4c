package reviewing

import (
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/locale"
	"glossator/app/ui/moment"
	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/column"
	"glossator/app/ui/widgets/excerpt"
	"glossator/app/ui/widgets/modal"
	"glossator/app/ui/widgets/surface"
	"glossator/models"
)

// The texts about things with two versions.
const (
	textForkTitle = "Two versions"
	textForkPlace = "%s of %s"
	textForkOwner = "%s chooses: it is in that layer."
	textForkStays = "in the project now"
	textForkGone  = "deleted"
	textForkKeep  = "Keep this one  %s"
	textForkSkip  = "Later"
	textForkValue = "%s: %s"
	textForkEmpty = "empty"
	textForkSame  = "The two differ in nothing that is shown."
)

const forkWidth = 720 // units

// Forks lets a person choose where one thing was changed on two machines, one
// thing after the other.
type Forks struct {
	forks  []models.Fork
	me     string
	choose func(fork models.Fork, revisionUID string)
	at     int
	body   *fyne.Container
	modal  *modal.Modal
}

// ShowForks opens the page. choose settles a fork; only the owner of a layer may
// choose in it.
func ShowForks(forks []models.Fork, over fyne.Canvas, me string, choose func(models.Fork, string), closed func()) *Forks {
	f := &Forks{forks: forks, me: me, choose: choose, body: column.New(theme.Gap)}
	keys := newForkKeys(f)
	f.modal = modal.New(locale.T(textForkTitle), keys, over,
		modal.Button{Text: locale.T(textCancel)}, modal.Button{Text: locale.T(textForkSkip), Stay: true, Press: f.next})
	f.modal.SetOnClosed(closed)
	f.modal.Resize(fyne.NewSize(forkWidth, 0))
	f.show()
	f.modal.Show()
	over.Focus(keys)
	return f
}

// Hide closes the page.
func (f *Forks) Hide() { f.modal.Hide() }

// Choose keeps the version at a place of the fork on show, from 0, and goes on.
func (f *Forks) Choose(version int) {
	fork := f.forks[f.at]
	if version >= len(fork.Versions) || !f.mine(fork) {
		return
	}
	f.choose(fork, fork.Versions[version].RevisionUID)
	f.next()
}

// mine reports whether the person at work may choose.
func (f *Forks) mine(fork models.Fork) bool {
	return fork.AnnotatorUID == "" || fork.AnnotatorUID == f.me
}

func (f *Forks) next() {
	f.at++
	if f.at >= len(f.forks) {
		f.modal.Hide()
		return
	}
	f.show()
}

func (f *Forks) show() {
	fork := f.forks[f.at]
	place := locale.T(textForkPlace, locale.Number(f.at+1), locale.Number(len(f.forks)))
	f.body.Objects = []fyne.CanvasObject{caption(strings.Join(filled(place, fork.ArticleTitle, fork.Annotator, fork.LabelKey), joinParts))}
	if fork.Sentence != "" {
		f.body.Add(excerpt.New(fork.Sentence, excerpt.Style{Lines: proseLines}))
	}
	columns := container.NewGridWithColumns(len(fork.Versions))
	for i, version := range fork.Versions {
		columns.Add(f.version(fork, version, i))
	}
	f.body.Add(columns)
	if !f.mine(fork) {
		f.body.Add(caption(locale.T(textForkOwner, fork.Annotator)))
	}
	f.body.Refresh()
	f.modal.Resize(fyne.NewSize(forkWidth, 0))
}

func (f *Forks) version(fork models.Fork, v models.ForkVersion, place int) fyne.CanvasObject {
	head := filled(v.Actor, moment.Text(v.At, time.Now()))
	if place == 0 {
		head = append(head, locale.T(textForkStays))
	}
	lines := column.New(theme.Tight, excerpt.New(strings.Join(head, joinParts), excerpt.Style{Bold: true, Lines: detailLines}))
	if v.Deleted {
		lines.Add(excerpt.New(locale.T(textForkGone), excerpt.Style{Lines: 1}))
	}
	for _, value := range v.Values {
		shown := value.Value
		if shown == "" {
			shown = locale.T(textForkEmpty)
		}
		key := strings.TrimPrefix(value.Key, "detail:")
		lines.Add(excerpt.New(locale.T(textForkValue, locale.Codebook(key), shown), excerpt.Style{Lines: proseLines}))
	}
	if !v.Deleted && len(v.Values) == 0 {
		lines.Add(caption(locale.T(textForkSame)))
	}
	keep := widget.NewButton(locale.T(textForkKeep, locale.Number(place+1)), func() { f.Choose(place) })
	if !f.mine(fork) {
		keep.Disable()
	}
	lines.Add(keep)
	return surface.New(theme.ColorNamePane, container.NewPadded(lines))
}

func filled(parts ...string) []string {
	return slices.DeleteFunc(parts, func(part string) bool { return part == "" })
}

// forkKeys shows the versions and has the keyboard: a number chooses.
type forkKeys struct {
	widget.BaseWidget

	forks *Forks
}

var _ fyne.Focusable = (*forkKeys)(nil)

func newForkKeys(f *Forks) *forkKeys {
	k := &forkKeys{forks: f}
	k.ExtendBaseWidget(k)
	return k
}

// FocusGained is called by the toolkit.
func (k *forkKeys) FocusGained() {}

// FocusLost is called by the toolkit.
func (k *forkKeys) FocusLost() {}

// TypedRune is called by the toolkit; digits come as keys.
func (k *forkKeys) TypedRune(rune) {}

// TypedKey is called by the toolkit.
func (k *forkKeys) TypedKey(event *fyne.KeyEvent) {
	switch event.Name {
	case fyne.KeyEscape:
		k.forks.Hide()
	case fyne.Key1:
		k.forks.Choose(0)
	case fyne.Key2:
		k.forks.Choose(1)
	default:
	}
}

// CreateRenderer is called by the toolkit.
func (k *forkKeys) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(k.forks.body)
}
