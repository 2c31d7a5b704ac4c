package ui

import (
	"context"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"glossator/app/export"
	"glossator/app/ui/exporting"
	"glossator/app/ui/locale"
	"glossator/app/ui/memory"
	"glossator/app/workspace"
	"glossator/models"
)

// exports are the files that the project is written to.
type exports struct {
	*bench

	app      fyne.App
	projects Projects
	memory   memory.Memory
}

func (e *exports) ask() {
	e.flush()
	e.askOf(models.ExportFilter{})
}

// askOf asks how to export what a filter leaves.
func (e *exports) askOf(filter models.ExportFilter) {
	e.show(filter, exporting.ParseChoice(e.memory.Export()), func(request exporting.Request) {
		e.memory.SetExport(request.Choice.String())
		e.write(request)
	})
}

// askGold asks how to export what was agreed and decided on. The next export of
// everything is not asked about in the same way.
func (e *exports) askGold() {
	e.flush()
	choice := exporting.ParseChoice(e.memory.Export())
	choice.Format, choice.Layer, choice.More = export.CSV().Key, models.LayerGold, true
	e.show(models.ExportFilter{}, choice, e.write)
}

func (e *exports) show(filter models.ExportFilter, choice exporting.Choice, write func(exporting.Request)) {
	e.over.Put(exporting.Show(e.desk.ws, e.work.Reads, e.over.Window(), exporting.Actions{
		Folder: e.projects.Folder(),
		Choice: choice,
		Filter: filter,
		Export: write,
		Send:   func(models.ExportFilter) { e.askSend(workspace.PackageReview) },
		Closed: e.over.Gone,
	}))
}

// write writes the file while one goes on working.
func (e *exports) write(request exporting.Request) {
	ws := e.desk.ws
	name := filepath.Base(request.Path)
	told := e.telling(func(done, total string) string { return locale.T(textExportingCount, name, done, total) })
	request.Progress = func(rows int) { told(rows, request.Rows) }
	e.busily(e.work.Long, locale.T(textExporting, name), func(wanted context.Context) (func(), error) {
		written, err := ws.Export(wanted, request.ExportRequest)
		if err != nil {
			return nil, err
		}
		return func() {
			text := locale.T(textExported, locale.N(written.Rows, "%s row", "%s rows", locale.Number(written.Rows)), request.Path)
			sentences := []string{text}
			for _, notice := range written.Notices {
				sentences = append(sentences, locale.Say(notice))
			}
			e.offerFolder(strings.Join(sentences, " "), request.Path)
		}, nil
	})
}
