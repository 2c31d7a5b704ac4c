package ui

import (
	"context"
	"log/slog"
	"net/url"
	"path/filepath"

	"glossator/app/ui/locale"
	"glossator/app/ui/sending"
	"glossator/app/ui/status"
	"glossator/app/workspace"
)

// The texts about sending.
const (
	textPacking = "Writing %s"
	textSent    = "%s with %s and %s is ready to be sent."
	textShowIt  = "Show in folder"
)

// askSend asks how to write a package for a colleague.
func (s *Shell) askSend(kind workspace.PackageKind) {
	s.flush()
	s.overlay = sending.Show(s.desk.ws, s.window, kind, sending.Actions{
		Folder: s.projects.Folder(), Articles: s.desk.library.Selection(), Send: s.send, Closed: s.uncovered,
	})
}

// send writes the package while one goes on working.
func (s *Shell) send(request sending.Request) {
	ws := s.desk.ws
	wanted, cancel := context.WithCancel(context.Background())
	text := locale.T(textPacking, filepath.Base(request.Path))
	s.strip.Show(status.Message{Text: text, Busy: true, Action: locale.T(textCancel), Run: cancel})
	s.long.Do(func(ctx context.Context) (func(), error) {
		stop := context.AfterFunc(ctx, cancel)
		defer stop()
		sent, err := ws.Send(wanted, request.Path, request.Overwrite, request.Sending)
		cancel()
		if err != nil {
			return nil, err
		}
		return func() {
			s.strip.Show(status.Message{
				Text: locale.T(textSent, filepath.Base(sent.Path), articles(sent.Contents.Articles),
					locale.N(sent.Contents.Annotations, "%s label", "%s labels", locale.Number(sent.Contents.Annotations))),
				Action: locale.T(textShowIt), Run: func() { s.showFolder(sent.Path) },
			})
		}, nil
	})
}

// showFolder opens the folder of a file in the desktop's file manager.
func (s *Shell) showFolder(path string) {
	folder := &url.URL{Scheme: "file", Path: filepath.ToSlash(filepath.Dir(path))}
	if err := s.app.OpenURL(folder); err != nil {
		slog.Warn("the folder could not be shown", "cause", err)
	}
}
