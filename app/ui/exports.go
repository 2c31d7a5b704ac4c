package ui

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"glossator/app/ui/exporting"
	"glossator/app/ui/status"
)

func (s *Shell) askExport() {
	s.flush()
	s.overlay = exporting.Show(s.desk.ws, s.reads, s.window, exporting.Actions{
		Folder: s.projects.Folder(),
		Export: s.export,
		Closed: s.uncovered,
	})
}

// export writes the file while one goes on working.
func (s *Shell) export(request exporting.Request) {
	ws := s.desk.ws
	name := filepath.Base(request.Path)
	wanted, cancel := context.WithCancel(context.Background())
	s.strip.Show(status.Message{Text: fmt.Sprintf(textExporting, name), Busy: true, Action: textCancel, Run: cancel})
	s.long.Do(func(ctx context.Context) (func(), error) {
		stop := context.AfterFunc(ctx, cancel)
		defer stop()
		written, err := ws.Export(wanted, request.Path, request.Overwrite, request.Format, request.Filter)
		cancel()
		if err != nil {
			return nil, err
		}
		return func() {
			text := fmt.Sprintf(textExported, plural(written.Rows, "row", "rows"), request.Path)
			s.strip.Show(status.Message{Text: strings.Join(append([]string{text}, written.Notices...), " ")})
		}, nil
	})
}
