package ui

import (
	"context"
	"log/slog"
	"sync/atomic"

	"glossator/app/ui/background"
	"glossator/app/ui/locale"
	"glossator/app/ui/overlay"
	"glossator/app/ui/status"
	"glossator/app/ui/workers"
	"glossator/app/workspace"
	"glossator/assets"
	"glossator/models"
)

// bench is what every part of the window works with. All parts share one, so
// that each sees the pages of the project that is open now.
type bench struct {
	desk  *desk            // the pages of the open project; nil: none is open
	work  *workers.Workers // what is done beside the window
	strip *status.Strip    // what is said to the user
	over  *overlay.Overlay // what lies over the window
}

// codebook is that of the open project, else the one that comes with the program.
func (b *bench) codebook() models.Codebook {
	if b.desk != nil {
		return b.desk.ws.Codebook()
	}
	book, err := models.ParseCodebook(assets.CodebookJSON())
	if err != nil {
		slog.Error("the codebook of the program cannot be read", "cause", err)
	}
	return book
}

// saving shows that a change takes long, or that it is on disk now.
func (b *bench) saving(on bool) {
	if b.desk != nil {
		b.desk.line.Saving(on)
	}
}

// bare gives the keyboard back to the text.
func (b *bench) bare() {
	if b.desk != nil {
		b.desk.reader.Focus()
	}
}

// shows reports whether a project is still the one on the window. What worked
// on it for a while asks before it touches the pages.
func (b *bench) shows(ws *workspace.Workspace) bool { return b.desk != nil && b.desk.ws == ws }

// flush saves what is typed into the inspector.
func (b *bench) flush() {
	if b.desk != nil {
		b.desk.inspector.Flush()
	}
}

// tableShown reports whether the table of all annotations is in front.
func (b *bench) tableShown() bool { return b.desk != nil && b.desk.table.Object().Visible() }

// checking reports whether keys decide about the labels of others.
func (b *bench) checking() bool { return b.desk != nil && b.desk.review.Active() }

// labels are those of the open project.
func (b *bench) labels() []models.Label {
	if b.desk == nil {
		return nil
	}
	return b.desk.ws.Labels()
}

// atHand returns the articles that a command is about: those that are chosen,
// else the open one.
func (b *bench) atHand() []string {
	if b.desk == nil {
		return nil
	}
	if chosen := b.desk.library.Selection(); len(chosen) > 0 {
		return chosen
	}
	if content, ok := b.desk.ws.Article(); ok {
		return []string{content.Article.UID}
	}
	return nil
}

// busily does long work that the strip tells of, with a button that cuts it
// short.
func (b *bench) busily(worker *background.Runner, text string, work background.Work) {
	wanted, cancel := context.WithCancel(context.Background())
	b.strip.Show(status.Message{Text: text, Busy: true, Action: locale.T(textCancel), Run: cancel})
	worker.Do(func(ctx context.Context) (func(), error) {
		defer cancel()
		stop := context.AfterFunc(ctx, cancel)
		defer stop()
		return work(wanted)
	})
}

// telling tells the strip how far something of many parts is, in the words of
// say. The window is told again only after it has shown what it was told before.
func (b *bench) telling(say func(done, total string) string) func(done, total int) {
	var waiting atomic.Bool
	return func(done, total int) {
		if total < 2 || waiting.Swap(true) {
			return
		}
		b.work.Post(func() {
			waiting.Store(false)
			b.strip.Progress(say(locale.Number(done), locale.Number(total)), min(1, float32(done)/float32(total)))
		})
	}
}
