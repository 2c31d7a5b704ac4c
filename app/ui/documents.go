package ui

import (
	"context"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"glossator/app/ui/command"
	"glossator/app/ui/document"
	"glossator/app/ui/locale"
	"glossator/app/ui/recutting"
	"glossator/app/ui/status"
	"glossator/app/workspace"
	"glossator/models"
)

// What can be done about the document behind an article: look at it before it
// is added, correct it, cut it into sentences anew.

// The texts about documents.
const (
	textSameCut    = "The present rules cut “%s” as it is cut already."
	textOtherRules = "The language is another one now; its rules would cut this article otherwise."
	textRecut      = "Segment again…"
	reasonNoReport = "nothing was imported since the project was opened"
)

// documents are what stands behind articles.
type documents struct {
	*bench

	app      fyne.App
	arrivals *arrivals
}

func (d *documents) documentCommands() []command.Command {
	return []command.Command{
		{ID: "article.look", Title: locale.T("Look before adding…"), Menu: menuFile, Group: 1, MenuOnly: true,
			Help: locale.T("Read a file and correct title, date and paragraphs before it becomes an article."),
			Run:  d.askPreview, Off: d.cannotWrite},
		{ID: "article.look.paste", Title: locale.T("Look at pasted text before adding"), Menu: menuEdit, Group: 1, InFields: true,
			Help: locale.T("Read the text or address in the clipboard and correct it before it becomes an article."),
			Keys: []command.Key{command.CtrlShift(fyne.KeyV)}, Run: d.previewPasted, Off: d.cannotWrite},
		{ID: "article.segment", Title: locale.T("Segment again…"), Menu: menuFile, Group: 1, MenuOnly: true,
			Help: locale.T("Cut the open article into sentences by the present rules; labels go along."),
			Run:  d.askRecut, Off: d.cannotTag},
		{ID: "import.report", Title: locale.T("Report of the last import…"), Menu: menuFile, Group: 1, MenuOnly: true,
			Help: locale.T("Say again what became of each file that was added last."),
			Run:  func() { d.arrivals.showReport(d.desk.received) }, Off: d.noReport},
	}
}

func (d *documents) noReport() string {
	switch {
	case d.desk == nil:
		return locale.T(reasonNoProject)
	case len(d.desk.received) == 0:
		return locale.T(reasonNoReport)
	}
	return ""
}

// edit shows what is said about an article and what its blocks are.
func (d *documents) edit(uid string) {
	d.flush()
	ws := d.desk.ws
	d.work.Actions.Do(func(ctx context.Context) (func(), error) {
		subject, err := ws.Subject(ctx, uid)
		return func() {
			d.show(subject, func(revision workspace.Revision) { d.revise(subject.Content.Article, revision) })
		}, err
	})
}

func (d *documents) show(subject workspace.Subject, save func(workspace.Revision)) {
	page := document.New(subject, d.over.Canvas(), document.Actions{Save: save, Closed: d.over.Gone})
	d.over.Put(page)
	page.Modal().Show()
	d.over.Focus(page.First())
}

// revise saves what was corrected. Another language has other rules, which are
// offered and not imposed.
func (d *documents) revise(before models.Article, revision workspace.Revision) {
	ws := d.desk.ws
	d.work.Track(func(ctx context.Context) (func(), error) {
		if err := ws.ReviseArticle(ctx, before.UID, revision); err != nil {
			return nil, err
		}
		plan, err := ws.PlanRecut(ctx, before.UID)
		if err != nil || plan.Article.Language == before.Language || len(plan.Blocks) == 0 {
			return nil, err
		}
		return func() {
			d.strip.Show(status.Message{Text: locale.T(textOtherRules), Action: locale.T(textRecut), Run: func() { d.showRecut(plan) }})
		}, nil
	})
}

func (d *documents) askPreview() { d.over.AskFile("", nil, d.preview) }

// previewPasted looks at the text in the clipboard, or at the page that it is the
// address of.
func (d *documents) previewPasted() {
	text := strings.TrimSpace(d.app.Clipboard().Content())
	switch {
	case text == "":
		d.strip.Show(status.Message{Text: locale.T(textNoText), Transient: true})
	case isOneAddress(text):
		d.preview(text)
	default:
		ws := d.desk.ws
		d.previewOf(locale.T(textPasted), func(context.Context) (workspace.Subject, error) { return ws.LookText(text) })
	}
}

// preview reads a file or an address, so that somebody can look at it before it is
// added. Of several articles those that are wanted are chosen.
func (d *documents) preview(source string) {
	ws, name := d.desk.ws, filepath.Base(source)
	d.arrivals.await(name, func(ctx context.Context) (func(), error) {
		taken, err := workspace.TakeIn(ctx, source)
		switch {
		case err != nil:
			return nil, err
		case taken.IsTable():
			return d.arrivals.settle(taken)
		case taken.Several():
			return func() { d.arrivals.choose(taken) }, nil
		}
		subject, err := ws.Look(ctx, taken)
		return func() { d.showSubject(name, subject) }, err
	})
}

func (d *documents) previewOf(name string, read func(context.Context) (workspace.Subject, error)) {
	d.arrivals.await(name, func(ctx context.Context) (func(), error) {
		subject, err := read(ctx)
		return func() { d.showSubject(name, subject) }, err
	})
}

// showSubject shows what is not in the project yet.
func (d *documents) showSubject(name string, subject workspace.Subject) {
	ws := d.desk.ws
	d.show(subject, func(revision workspace.Revision) {
		d.arrivals.add(name, true, func(ctx context.Context, _ func(done, total int)) ([]workspace.Imported, error) {
			added, err := ws.AddSubject(ctx, subject, revision)
			return []workspace.Imported{added}, err
		})
	})
}

// askRecut says what the present rules would change about the open article.
func (d *documents) askRecut() {
	content, open := d.desk.ws.Article()
	if !open {
		return
	}
	d.flush()
	ws := d.desk.ws
	d.work.Actions.Do(func(ctx context.Context) (func(), error) {
		plan, err := ws.PlanRecut(ctx, content.Article.UID)
		return func() {
			if len(plan.Blocks) == 0 {
				d.strip.Show(status.Message{Text: locale.T(textSameCut, plan.Article.Title), Transient: true})
				return
			}
			d.showRecut(plan)
		}, err
	})
}

func (d *documents) showRecut(plan workspace.Recut) {
	ws := d.desk.ws
	page := recutting.New(plan, d.over.Canvas(), recutting.Actions{Closed: d.over.Gone, Cut: func() {
		d.work.Change(func(ctx context.Context) error {
			_, err := ws.SegmentAgain(ctx, plan.Article.UID)
			return err
		})
	}})
	d.over.Show(page.Modal())
	page.Focus()
}
