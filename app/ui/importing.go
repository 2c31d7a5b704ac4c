package ui

import (
	"context"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"

	"fyne.io/fyne/v2"

	"glossator/app/ui/intake"
	"glossator/app/ui/locale"
	"glossator/app/ui/status"
	"glossator/app/workspace"
	"glossator/models"
)

// addPaths adds files and folders to the project, while one goes on working.
func (s *Shell) addPaths(paths []string) {
	if len(paths) == 0 || s.cannotWrite() != "" {
		return
	}
	name := filepath.Base(paths[0])
	if len(paths) > 1 {
		name = locale.N(len(paths), "%s file", "%s files", locale.Number(len(paths)))
	}
	ws := s.desk.ws
	s.add(name, len(paths) == 1, func(ctx context.Context, progress func(done, total int)) ([]workspace.Imported, error) {
		return ws.Import(ctx, paths, progress)
	})
}

// adding is one way of adding articles: from files, or from a text.
type adding func(ctx context.Context, progress func(done, total int)) ([]workspace.Imported, error)

// add runs one import. After a single source its article is opened.
func (s *Shell) add(name string, single bool, run adding) {
	wanted, cancel := context.WithCancel(context.Background())
	s.strip.Show(status.Message{Text: locale.T(textAdding, name), Busy: true, Action: locale.T(textCancel), Run: cancel})
	progress := s.progressOf(name)
	s.long.Do(func(ctx context.Context) (func(), error) {
		stop := context.AfterFunc(ctx, cancel)
		defer stop()
		report, err := run(wanted, progress)
		return func() {
			cancel()
			s.imported(report, err, single)
		}, nil
	})
}

// progressOf tells the strip how far an import is. The window is told again
// only after it has shown what it was told before.
func (s *Shell) progressOf(name string) func(done, total int) {
	var waiting atomic.Bool
	return func(done, total int) {
		if total < 2 || waiting.Swap(true) {
			return
		}
		s.post(func() {
			waiting.Store(false)
			s.strip.Progress(locale.T(textAddingCount, name, locale.Number(done), locale.Number(total)),
				float32(done)/float32(total))
		})
	}
}

// articles says how many articles there are.
func articles(n int) string { return locale.N(n, "%s article", "%s articles", locale.Number(n)) }

// imported says what became of an import. A single article that is new is
// opened; the one that was there already is offered.
func (s *Shell) imported(report []workspace.Imported, err error, single bool) {
	message := outcome(report)
	switch {
	case err != nil && models.CodeOf(err) != models.CodeCancelled:
		message = status.Message{Text: locale.Explain(err), Alarm: true}
	case err != nil:
		message.Text = locale.T(textStopped) + message.Text
	}
	if s.desk == nil {
		s.strip.Show(message)
		return
	}
	if len(report) > 0 {
		s.desk.received = report
	}
	if len(report) > 1 {
		message.Action, message.Run = locale.T(textReport), func() { s.showReport(report) }
	} else if there := thereBefore(report); there != "" {
		message.Action, message.Run = locale.T(textOpenTheOne), func() { s.openArticle(there) }
	}
	s.strip.Show(message)
	first := slices.IndexFunc(report, func(item workspace.Imported) bool { return item.Err == nil && !item.Duplicate })
	if first < 0 {
		return
	}
	if _, open := s.desk.ws.Article(); single || !open {
		s.goTo(report[first].Article.UID, func() {})
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
func (s *Shell) showReport(report []workspace.Imported) {
	page := intake.New(report, s.window.Canvas(), intake.Actions{
		Open: s.openArticle, Copy: s.copied, Closed: s.uncovered,
	})
	s.cover(page.Modal())
	s.window.Canvas().Focus(page.First())
}

// copied puts a text on the clipboard.
func (s *Shell) copied(text string) { s.app.Clipboard().SetContent(text) }

// roomy is the size of a dialog with a page to read.
func (s *Shell) roomy() fyne.Size {
	const width, height = 760, 620 // units
	size := s.window.Canvas().Size()
	return fyne.NewSize(min(width, size.Width*dialogShare), min(height, size.Height*dialogShare))
}

// paste makes an article of the text in the clipboard, or of the page that it
// is the address of.
func (s *Shell) paste() {
	text := strings.TrimSpace(s.app.Clipboard().Content())
	if text == "" {
		s.strip.Show(status.Message{Text: locale.T(textNoText), Transient: true})
		return
	}
	if isOneAddress(text) {
		s.addPaths([]string{text})
		return
	}
	ws := s.desk.ws
	s.add(locale.T(textPasted), true, func(ctx context.Context, _ func(done, total int)) ([]workspace.Imported, error) {
		added, err := ws.AddText(ctx, text)
		return []workspace.Imported{added}, err
	})
}

// isOneAddress reports whether a text is an address of the web and nothing else.
func isOneAddress(text string) bool {
	return workspace.IsAddress(text) && !strings.ContainsAny(text, " \n\t")
}
