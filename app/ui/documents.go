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
	textReadingOf  = "Reading %s"
	textAdded      = "“%s” was added."
	textSameCut    = "The present rules cut “%s” as it is cut already."
	textOtherRules = "The language is another one now; its rules would cut this article otherwise."
	textRecut      = "Segment again…"
	textReport     = "Report"
	textOpenTheOne = "Open the one you have"
	reasonNoReport = "nothing was imported since the project was opened"
)

func (s *Shell) documentCommands() []command.Command {
	return []command.Command{
		{ID: "article.look", Title: locale.T("Look before adding…"), Menu: menuFile, Group: 1, MenuOnly: true,
			Help: locale.T("Read a file and correct title, date and paragraphs before it becomes an article."),
			Run:  s.askPreview, Off: s.cannotWrite},
		{ID: "article.look.paste", Title: locale.T("Look at pasted text before adding"), Menu: menuEdit, Group: 1, InFields: true,
			Help: locale.T("Read the text or address in the clipboard and correct it before it becomes an article."),
			Keys: []command.Key{command.CtrlShift(fyne.KeyV)}, Run: s.previewPasted, Off: s.cannotWrite},
		{ID: "article.segment", Title: locale.T("Segment again…"), Menu: menuFile, Group: 1, MenuOnly: true,
			Help: locale.T("Cut the open article into sentences by the present rules; labels go along."),
			Run:  s.askRecut, Off: s.cannotTag},
		{ID: "import.report", Title: locale.T("Report of the last import…"), Menu: menuFile, Group: 1, MenuOnly: true,
			Help: locale.T("Say again what became of each file that was added last."),
			Run:  func() { s.showReport(s.desk.received) }, Off: s.noReport},
	}
}

func (s *Shell) noReport() string {
	switch {
	case s.desk == nil:
		return locale.T(reasonNoProject)
	case len(s.desk.received) == 0:
		return locale.T(reasonNoReport)
	}
	return ""
}

// editDocument shows what is said about an article and what its blocks are.
func (s *Shell) editDocument(uid string) {
	s.flush()
	ws := s.desk.ws
	s.run.Do(func(ctx context.Context) (func(), error) {
		subject, err := ws.Subject(ctx, uid)
		return func() {
			s.showDocument(subject, func(revision workspace.Revision) { s.revise(subject.Content.Article, revision) })
		}, err
	})
}

func (s *Shell) showDocument(subject workspace.Subject, save func(workspace.Revision)) {
	page := document.New(subject, s.window.Canvas(), document.Actions{Save: save, Closed: s.uncovered})
	s.overlay = page
	page.Modal().Show()
	s.window.Canvas().Focus(page.First())
}

// revise saves what was corrected. Another language has other rules, which are
// offered and not imposed.
func (s *Shell) revise(before models.Article, revision workspace.Revision) {
	ws := s.desk.ws
	s.pending.Add(1)
	s.armSaving()
	s.run.Do(func(ctx context.Context) (func(), error) {
		err := ws.ReviseArticle(ctx, before.UID, revision)
		if err != nil {
			return s.settled, err
		}
		plan, err := ws.PlanRecut(ctx, before.UID)
		return func() {
			s.settled()
			if err == nil && plan.Article.Language != before.Language && len(plan.Blocks) > 0 {
				s.strip.Show(status.Message{Text: locale.T(textOtherRules), Action: locale.T(textRecut), Run: func() { s.showRecut(plan) }})
			}
		}, err
	})
}

func (s *Shell) askPreview() { s.askFile("", nil, s.preview) }

// previewPasted looks at the text in the clipboard, or at the page that it is the
// address of.
func (s *Shell) previewPasted() {
	text := strings.TrimSpace(s.app.Clipboard().Content())
	switch {
	case text == "":
		s.strip.Show(status.Message{Text: locale.T(textNoText), Transient: true})
	case isOneAddress(text):
		s.preview(text)
	default:
		ws := s.desk.ws
		s.previewOf(locale.T(textPasted), func(context.Context) (workspace.Subject, error) { return ws.LookText(text) })
	}
}

// preview reads a file or an address, so that somebody can look at it before it is
// added.
func (s *Shell) preview(source string) {
	ws := s.desk.ws
	s.previewOf(filepath.Base(source), func(ctx context.Context) (workspace.Subject, error) { return ws.Look(ctx, source) })
}

func (s *Shell) previewOf(name string, read func(context.Context) (workspace.Subject, error)) {
	ws := s.desk.ws
	wanted, cancel := context.WithCancel(context.Background())
	s.strip.Show(status.Message{Text: locale.T(textReadingOf, name), Busy: true, Action: locale.T(textCancel), Run: cancel})
	s.long.Do(func(ctx context.Context) (func(), error) {
		stop := context.AfterFunc(ctx, cancel)
		defer stop()
		subject, err := read(wanted)
		if err != nil {
			return nil, err
		}
		return func() {
			cancel()
			s.strip.Dismiss()
			s.showDocument(subject, func(revision workspace.Revision) {
				s.add(name, true, func(ctx context.Context, _ func(done, total int)) ([]workspace.Imported, error) {
					added, err := ws.AddSubject(ctx, subject, revision)
					return []workspace.Imported{added}, err
				})
			})
		}, nil
	})
}

// askRecut says what the present rules would change about the open article.
func (s *Shell) askRecut() {
	content, open := s.desk.ws.Article()
	if !open {
		return
	}
	s.flush()
	ws := s.desk.ws
	s.run.Do(func(ctx context.Context) (func(), error) {
		plan, err := ws.PlanRecut(ctx, content.Article.UID)
		return func() {
			if len(plan.Blocks) == 0 {
				s.strip.Show(status.Message{Text: locale.T(textSameCut, plan.Article.Title), Transient: true})
				return
			}
			s.showRecut(plan)
		}, err
	})
}

func (s *Shell) showRecut(plan workspace.Recut) {
	ws := s.desk.ws
	page := recutting.New(plan, s.window.Canvas(), recutting.Actions{Closed: s.uncovered, Cut: func() {
		s.do(func(ctx context.Context) error {
			_, err := ws.SegmentAgain(ctx, plan.Article.UID)
			return err
		})
	}})
	s.cover(page.Modal())
	page.Focus()
}
