package ui

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"glossator/app/ui/intake"
	"glossator/app/ui/locale"
	"glossator/app/ui/status"
	"glossator/app/workspace"
	"glossator/models"
)

// The texts about what comes in.
const (
	textReadingOf  = "Reading %s"
	textAdded      = "“%s” was added."
	textReport     = "Report"
	textOpenTheOne = "Open the one you have"
)

// arrivals are the articles that come into the project.
type arrivals struct {
	*bench

	app   fyne.App
	route *route
}

func (a *arrivals) askFolder() {
	a.over.AskFolder(func(path string) { a.addPaths([]string{path}) })
}

// addPaths adds files and folders to the project, while one goes on working.
func (a *arrivals) addPaths(paths []string) {
	if len(paths) == 0 || a.cannotWrite() != "" {
		return
	}
	if len(paths) == 1 {
		a.addOne(paths[0])
		return
	}
	a.addAll(locale.N(len(paths), "%s file", "%s files", locale.Number(len(paths))), paths)
}

// addAll adds files and folders with everything in them.
func (a *arrivals) addAll(name string, paths []string) {
	ws := a.desk.ws
	a.add(name, len(paths) == 1, func(ctx context.Context, progress func(done, total int)) ([]workspace.Imported, error) {
		return ws.Import(ctx, paths, progress)
	})
}

// adding is one way of adding articles: from files, or from a text.
type adding func(ctx context.Context, progress func(done, total int)) ([]workspace.Imported, error)

// add runs one import. After a single source its article is opened.
func (a *arrivals) add(name string, single bool, run adding) {
	progress := a.telling(func(done, total string) string { return locale.T(textAddingCount, name, done, total) })
	a.busily(a.work.Long, locale.T(textAdding, name), func(wanted context.Context) (func(), error) {
		report, err := run(wanted, progress)
		return func() {
			a.imported(report, err, single)
		}, nil
	})
}

// imported says what became of an import. A single article that is new is
// opened; the one that was there already is offered.
func (a *arrivals) imported(report []workspace.Imported, err error, single bool) {
	message := outcome(report)
	switch {
	case err != nil && models.CodeOf(err) != models.CodeCancelled:
		message = status.Message{Text: locale.Explain(err), Alarm: true}
	case err != nil:
		message.Text = locale.T(textStopped) + message.Text
	}
	if a.desk == nil {
		a.strip.Show(message)
		return
	}
	if len(report) > 0 {
		a.desk.received = report
	}
	if len(report) > 1 {
		message.Action, message.Run = locale.T(textReport), func() { a.showReport(report) }
	} else if there := thereBefore(report); there != "" {
		message.Action, message.Run = locale.T(textOpenTheOne), func() { a.route.openArticle(there) }
	}
	a.strip.Show(message)
	first := slices.IndexFunc(report, func(item workspace.Imported) bool { return item.Err == nil && !item.Duplicate })
	if first < 0 {
		return
	}
	if _, open := a.desk.ws.Article(); single || !open {
		a.route.goTo(report[first].Article.UID, func() {})
	}
}

// outcome says in one sentence what became of an import, of a single source
// with everything that there is to know.
func outcome(report []workspace.Imported) status.Message {
	message := status.Message{Text: intake.Summary(report), Transient: true}
	for _, item := range report {
		message.Alarm = message.Alarm || item.Err != nil
		message.Transient = message.Transient && item.Err == nil && item.Like == nil && len(item.Notices) == 0
	}
	if len(report) != 1 {
		return message
	}
	if remark := intake.Remark(report[0]); remark != "" {
		message.Text = remark
		if report[0].Err == nil && !report[0].Duplicate {
			message.Text = locale.T(textAdded, report[0].Article.Title) + " " + remark
		}
	}
	return message
}

// thereBefore returns the article that a single import found in the project.
func thereBefore(report []workspace.Imported) string {
	switch {
	case len(report) != 1 || report[0].Err != nil:
		return ""
	case report[0].Duplicate:
		return report[0].Article.UID
	case report[0].Like != nil:
		return report[0].Like.Article.UID
	}
	return ""
}

// showReport says what became of each source of an import.
func (a *arrivals) showReport(report []workspace.Imported) {
	page := intake.New(report, a.over.Canvas(), intake.Actions{
		Open: a.route.openArticle, Copy: a.copied, Closed: a.over.Gone,
	})
	a.over.Show(page.Modal())
	a.over.Focus(page.First())
}

// copied puts a text on the clipboard.
func (a *arrivals) copied(text string) { a.app.Clipboard().SetContent(text) }

// paste makes an article of the text in the clipboard, or of the page that it
// is the address of.
func (a *arrivals) paste() {
	text := strings.TrimSpace(a.app.Clipboard().Content())
	if text == "" {
		a.strip.Show(status.Message{Text: locale.T(textNoText), Transient: true})
		return
	}
	if isOneAddress(text) {
		a.addPaths([]string{text})
		return
	}
	ws := a.desk.ws
	a.add(locale.T(textPasted), true, func(ctx context.Context, _ func(done, total int)) ([]workspace.Imported, error) {
		added, err := ws.AddText(ctx, text)
		return []workspace.Imported{added}, err
	})
}

// isOneAddress reports whether a text is an address of the web and nothing else.
func isOneAddress(text string) bool {
	return workspace.IsAddress(text) && !strings.ContainsAny(text, " \n\t")
}
