// Package restoring is the page that lists the automatic backups of a project,
// says how each differs from the project as it is now, and opens a copy of
// one. It never replaces the project.
package restoring

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/background"
	"glossator/app/ui/locale"
	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/modal"
	"glossator/app/ui/widgets/textline"
	"glossator/app/workspace"
)

// The texts of the page.
const (
	textTitle   = "Backups of this project"
	textIntro   = "Open a copy to look at an earlier state. Your project stays as it is."
	textNone    = "There is no backup yet. One is made after each hour of work and before every import."
	textReading = "Looking at the backups…"
	textOpen    = "Open a copy"
	textClose   = "Close"
	textHead    = "%s, %s"
	textHolds   = "%s, %s, %s"
	textSame    = "the same as now"
	textMore    = "%s more than now"
	textFewer   = "%s fewer than now"
	pageWidth   = 680 // units
	pageHeight  = 460
)

// reasons say why a backup was made.
//
//locale:texts
var reasons = map[workspace.BackupReason]string{
	workspace.BackupWork:   "during work",
	workspace.BackupImport: "before an import",
	workspace.BackupDelete: "before articles were deleted",
	workspace.BackupMerge:  "before a merge",
	workspace.BackupUpdate: "before an update of the program",
}

// Actions is what the page needs from the window.
type Actions struct {
	// Open makes a copy of a backup and opens it.
	Open func(workspace.Backup)
	// Closed hears that the page is gone.
	Closed func()
}

// Page is the list of backups over the window.
type Page struct {
	actions Actions
	modal   *modal.Modal
	list    *fyne.Container
	backups []workspace.Backup
	texts   []string
}

// Show opens the page over a window. The backups are looked into on reads.
func Show(ws *workspace.Workspace, reads *background.Runner, window fyne.Window, actions Actions) *Page {
	p := &Page{actions: actions, list: container.NewVBox(quiet(locale.T(textReading)))}
	intro := quiet(locale.T(textIntro))
	p.modal = modal.New(locale.T(textTitle), container.NewBorder(intro, nil, nil, nil, container.NewVScroll(p.list)),
		window.Canvas(), modal.Button{Text: locale.T(textClose)})
	p.modal.SetOnClosed(actions.Closed)
	p.modal.Resize(fyne.NewSize(pageWidth, pageHeight))
	p.modal.Show()
	reads.Do(func(ctx context.Context) (func(), error) {
		backups, err := ws.Backups(ctx)
		if err != nil {
			return p.Hide, err
		}
		now, err := ws.Holding(ctx)
		if err != nil { // a damaged project cannot be counted: its backups are all the more needed
			return func() { p.show(backups, nil) }, nil //nolint:nilerr // that it is damaged was said already
		}
		return func() { p.show(backups, &now) }, nil
	})
	return p
}

func quiet(text string) fyne.CanvasObject {
	return textline.New(text, textline.Look{Colour: theme.ColorNameQuiet, Size: theme.SizeNameSmall})
}

// show lists the backups and compares each with the project as it is now; nil:
// that is not known.
func (p *Page) show(backups []workspace.Backup, now *workspace.Holding) {
	p.backups, p.texts = backups, nil
	p.list.RemoveAll()
	if len(backups) == 0 {
		p.list.Add(quiet(locale.T(textNone)))
	}
	for i, backup := range backups {
		head := locale.T(textHead, locale.Moment(locale.ShortDay(backup.At.Local()), backup.At.Local()), locale.T(reasons[backup.Reason]))
		body := difference(backup, now)
		p.texts = append(p.texts, head+": "+body)
		open := widget.NewButton(locale.T(textOpen), func() { p.Open(i) })
		if backup.Err != nil {
			open.Disable()
		}
		words := container.NewVBox(textline.New(head, textline.Look{Style: fyne.TextStyle{Bold: true}}), quiet(body))
		p.list.Add(container.New(layout.NewCustomPaddedLayout(theme.Tight, theme.Tight, 0, theme.Gap),
			container.NewBorder(nil, nil, nil, container.NewCenter(open), words)))
	}
	p.list.Refresh()
}

// difference says what a backup holds and what the project has more or fewer.
func difference(backup workspace.Backup, now *workspace.Holding) string {
	if backup.Err != nil {
		return locale.Explain(backup.Err)
	}
	was := backup.Holding
	articles := locale.N(was.Articles, "%s article", "%s articles", locale.Number(was.Articles))
	annotations := locale.N(was.Annotations, "%s annotation", "%s annotations", locale.Number(was.Annotations))
	if now != nil {
		articles = compared(was.Articles, now.Articles, articles)
		annotations = compared(was.Annotations, now.Annotations, annotations)
	}
	return locale.T(textHolds, articles, annotations, size(backup.Bytes))
}

func compared(was, now int, text string) string {
	switch {
	case was > now:
		return text + " (" + locale.T(textMore, locale.Number(was-now)) + ")"
	case was < now:
		return text + " (" + locale.T(textFewer, locale.Number(now-was)) + ")"
	}
	return text + " (" + locale.T(textSame) + ")"
}

// sizeUnits are the units of sizes, each a thousand of the one before.
//
//locale:texts
var sizeUnits = [...]string{"%s B", "%s kB", "%s MB", "%s GB"}

// size says bytes in the largest unit that leaves a number before the point.
func size(bytes int64) string {
	const kilo = 1000
	value, unit := float64(bytes), sizeUnits[0]
	for _, larger := range sizeUnits[1:] {
		if value < kilo {
			break
		}
		value, unit = value/kilo, larger
	}
	return locale.T(unit, locale.Decimal(value, 1))
}

// Rows returns what the rows say, newest first.
func (p *Page) Rows() []string { return p.texts }

// Open opens a copy of the backup in a row, as its button does.
func (p *Page) Open(row int) {
	backup := p.backups[row]
	p.Hide()
	p.actions.Open(backup)
}

// Hide closes the page.
func (p *Page) Hide() { p.modal.Hide() }

// CopyName is the name of a copy of a backup, without folder and extension.
func CopyName(project string, at time.Time) string {
	return project + at.Local().Format(" 2006-01-02 15.04")
}
