package ui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/command"
	"glossator/app/ui/locale"
	"glossator/app/ui/status"
)

// toggle puts a label on the sentence under the cursor, or takes it off. The
// position is that of the moment of the key.
func (s *Shell) toggle(key string) {
	if s.checking() {
		s.desk.review.Toggle(key)
		return
	}
	if reason := s.cannotTag(); reason != "" {
		return
	}
	ws, at := s.desk.ws, s.desk.ws.Cursor()
	s.do(func(ctx context.Context) error {
		_, err := ws.ToggleLabel(ctx, at, key)
		return err
	})
	s.introduce()
}

// clearLabels takes the labels off a sentence. On one without labels the key
// says that there is nothing: no label was put, and none is meant to be.
func (s *Shell) clearLabels() {
	ws, at := s.desk.ws, s.desk.ws.Cursor()
	s.do(func(ctx context.Context) error {
		sentence, _ := ws.Sentence(at)
		switch {
		case len(sentence.Mine) > 0:
			return ws.ClearLabels(ctx, at)
		case sentence.Empty:
			return nil
		}
		return ws.MarkEmpty(ctx, at, true)
	})
}

func (s *Shell) markEmpty() {
	ws, at := s.desk.ws, s.desk.ws.Cursor()
	s.do(func(ctx context.Context) error {
		sentence, _ := ws.Sentence(at)
		return ws.MarkEmpty(ctx, at, !sentence.Empty)
	})
}

func (s *Shell) finish() {
	s.flush()
	ws := s.desk.ws
	s.do(func(ctx context.Context) error { return ws.SetFinished(ctx, !ws.Finished()) })
}

func (s *Shell) finished() bool { return s.desk != nil && s.desk.ws.Finished() }

func (s *Shell) undo() {
	s.flush()
	ws := s.desk.ws
	s.do(func(ctx context.Context) error {
		_, err := ws.Undo(ctx)
		return err
	})
}

func (s *Shell) redo() {
	s.flush()
	ws := s.desk.ws
	s.do(func(ctx context.Context) error {
		_, err := ws.Redo(ctx)
		return err
	})
}

func (s *Shell) nextUnseen() {
	if !s.desk.ws.MoveToUnseen() {
		s.strip.Show(status.Message{Text: locale.T(textAllSeen), Transient: true})
	}
}

func (s *Shell) lastSentence() {
	if content, ok := s.desk.ws.Article(); ok {
		s.desk.ws.MoveTo(len(content.Sentences) - 1)
	}
}

// openArticle opens an article where the reader left it in this session.
func (s *Shell) openArticle(uid string) { s.goTo(uid, s.strip.Succeeded) }

// goTo opens an article and then calls arrived.
func (s *Shell) goTo(uid string, arrived func()) {
	s.flush()
	ws := s.desk.ws
	if content, ok := ws.Article(); ok {
		s.places[content.Article.UID] = ws.Cursor()
	}
	at := s.places[uid]
	s.run.Do(func(ctx context.Context) (func(), error) {
		if err := ws.OpenArticleAt(ctx, uid, at); err != nil {
			return nil, err
		}
		return func() {
			arrived()
			s.leaveTable()
			s.desk.reader.Focus()
		}, nil
	})
}

func (s *Shell) neighbour(delta int) {
	s.desk.library.Neighbour(delta, func(uid string) {
		switch {
		case uid != "":
			s.openArticle(uid)
		case delta > 0:
			s.strip.Show(status.Message{Text: locale.T(textNoNext), Transient: true})
		default:
			s.strip.Show(status.Message{Text: locale.T(textNoPrevious), Transient: true})
		}
	})
}

// contextMenu is the menu of the secondary mouse button on a sentence.
func (s *Shell) contextMenu(at fyne.Position) {
	widget.ShowPopUpMenuAtPosition(command.ContextMenu(s.table, s.perform), s.window.Canvas(), at)
}

func (s *Shell) details() {
	s.showInspector()
	s.desk.inspector.FocusDetails()
}

func (s *Shell) note() {
	s.showInspector()
	s.desk.inspector.FocusNote()
}

// find looks for words in what is in front.
func (s *Shell) find() {
	if s.tableShown() {
		s.desk.table.FocusFilter()
		return
	}
	s.desk.reader.Find()
}

func (s *Shell) searchLibrary() {
	_, right := s.desk.panes.Shown()
	s.arrange(true, right)
	s.desk.library.FocusSearch()
}

func (s *Shell) explainFailure() {
	if s.desk == nil {
		return
	}
	if err := s.desk.ws.Failure(); err != nil {
		s.fail(err)
	}
}
