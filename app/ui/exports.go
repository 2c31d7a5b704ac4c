package ui

import (
	"context"
	"path/filepath"
	"strings"
	"sync/atomic"

	"glossator/app/ui/exporting"
	"glossator/app/ui/locale"
	"glossator/app/ui/status"
	"glossator/app/workspace"
	"glossator/models"
)

// keyExport is where the choices of the last export are remembered.
const keyExport = "export.choice"

func (s *Shell) askExport() {
	s.flush()
	s.askExportOf(models.ExportFilter{})
}

// askExportOf asks how to export what a filter leaves.
func (s *Shell) askExportOf(filter models.ExportFilter) {
	s.overlay = exporting.Show(s.desk.ws, s.reads, s.window, exporting.Actions{
		Folder: s.projects.Folder(),
		Choice: exporting.ParseChoice(s.memory.preferences.String(keyExport)),
		Filter: filter,
		Export: s.export,
		Send:   func(models.ExportFilter) { s.askSend(workspace.PackageReview) },
		Closed: s.uncovered,
	})
}

// export writes the file while one goes on working.
func (s *Shell) export(request exporting.Request) {
	ws := s.desk.ws
	s.memory.preferences.SetString(keyExport, request.Choice.String())
	name := filepath.Base(request.Path)
	wanted, cancel := context.WithCancel(context.Background())
	s.strip.Show(status.Message{Text: locale.T(textExporting, name), Busy: true, Action: locale.T(textCancel), Run: cancel})
	request.Progress = s.exportProgress(name, request.Rows)
	s.long.Do(func(ctx context.Context) (func(), error) {
		stop := context.AfterFunc(ctx, cancel)
		defer stop()
		written, err := ws.Export(wanted, request.ExportRequest)
		cancel()
		if err != nil {
			return nil, err
		}
		return func() {
			text := locale.T(textExported, locale.N(written.Rows, "%s row", "%s rows", locale.Number(written.Rows)), request.Path)
			sentences := []string{text}
			for _, notice := range written.Notices {
				sentences = append(sentences, locale.Say(notice))
			}
			s.strip.Show(status.Message{Text: strings.Join(sentences, " "),
				Action: locale.T(textShowIt), Run: func() { s.showFolder(request.Path) }})
		}, nil
	})
}

// exportProgress tells the strip how far an export of so many rows is. The
// window is told again only after it has shown what it was told before.
func (s *Shell) exportProgress(name string, total int) func(rows int) {
	var waiting atomic.Bool
	return func(rows int) {
		if total == 0 || waiting.Swap(true) {
			return
		}
		s.post(func() {
			waiting.Store(false)
			s.strip.Progress(locale.T(textExportingCount, name, locale.Number(rows), locale.Number(total)),
				min(1, float32(rows)/float32(total)))
		})
	}
}
