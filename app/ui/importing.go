package ui

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"sync/atomic"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

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
		name = plural(len(paths), "file", "files")
	}
	ws := s.desk.ws
	s.add(name, len(paths) == 1, func(ctx context.Context, progress func(done, total int)) ([]workspace.Imported, error) {
		return ws.Import(ctx, paths, progress)
	})
}

// intake is one way of adding articles: from files, or from a text.
type intake func(ctx context.Context, progress func(done, total int)) ([]workspace.Imported, error)

// add runs one import. After a single source its article is opened.
func (s *Shell) add(name string, single bool, run intake) {
	wanted, cancel := context.WithCancel(context.Background())
	s.strip.Show(status.Message{Text: fmt.Sprintf(textAdding, name), Busy: true, Action: textCancel, Run: cancel})
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
			s.strip.Progress(fmt.Sprintf(textAddingCount, name, fmt.Sprint(done), fmt.Sprint(total)),
				float32(done)/float32(total))
		})
	}
}

// tally counts what became of the sources of an import.
type tally struct {
	added, there, failed int
	first                string // the UID of the first article, added or there
	reason               string // of the first failure
}

func count(report []workspace.Imported) tally {
	var t tally
	for _, item := range report {
		switch {
		case item.Err != nil:
			t.failed++
			if t.reason == "" {
				t.reason = models.Explain(item.Err)
			}
			continue
		case item.Duplicate:
			t.there++
		default:
			t.added++
		}
		if t.first == "" {
			t.first = item.Article.UID
		}
	}
	return t
}

// String says it in one sentence.
func (t tally) String() string {
	var parts []string
	if t.added > 0 || t.there+t.failed == 0 {
		parts = append(parts, plural(t.added, "article", "articles")+" added")
	}
	if t.there > 0 {
		parts = append(parts, fmt.Sprintf("%d already there", t.there))
	}
	if t.failed > 0 {
		parts = append(parts, fmt.Sprintf("%d failed: %s", t.failed, t.reason))
	}
	text := strings.Join(parts, ", ")
	if t.failed == 0 {
		text += "."
	}
	return text
}

func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

func (s *Shell) imported(report []workspace.Imported, err error, single bool) {
	t := count(report)
	message := status.Message{Text: t.String(), Alarm: t.failed > 0, Transient: t.failed == 0}
	switch {
	case err != nil && models.CodeOf(err) != models.CodeCancelled:
		message = status.Message{Text: models.Explain(err), Alarm: true}
	case err != nil:
		message.Text = textStopped + message.Text
	}
	if len(report) > 1 && t.there+t.failed > 0 {
		message.Action, message.Run = textDetails, func() { s.showReport(report) }
	}
	s.strip.Show(message)
	if s.desk == nil || t.first == "" {
		return
	}
	if _, open := s.desk.ws.Article(); single || !open {
		s.goTo(t.first, func() {})
	}
}

// showReport lists what was not simply added.
func (s *Shell) showReport(report []workspace.Imported) {
	lines := container.NewVBox()
	for _, item := range report {
		var text string
		switch {
		case item.Err != nil:
			text = models.Explain(item.Err)
		case item.Duplicate:
			text = fmt.Sprintf(textDuplicate, filepath.Base(item.Source), item.Article.Title)
		default:
			continue
		}
		label := widget.NewLabel(text)
		label.Wrapping = fyne.TextWrapWord
		lines.Add(label)
	}
	s.coverWith(textImported, container.NewVScroll(lines), s.roomy())
}

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
		s.strip.Show(status.Message{Text: textNoText, Transient: true})
		return
	}
	if workspace.IsAddress(text) && !strings.ContainsAny(text, " \n\t") {
		s.addPaths([]string{text})
		return
	}
	ws := s.desk.ws
	s.add(textPasted, true, func(ctx context.Context, _ func(done, total int)) ([]workspace.Imported, error) {
		added, err := ws.AddText(ctx, text)
		return []workspace.Imported{added}, err
	})
}
