// Package exporting is the page that exports annotations: which of them, in
// which format, to which file, with a preview of the first rows.
package exporting

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"glossator/app/export"
	"glossator/app/ui/background"
	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/destination"
	"glossator/app/ui/widgets/modal"
	"glossator/app/ui/widgets/textline"
	"glossator/app/workspace"
	"glossator/models"
)

// The texts of the page.
const (
	textTitle     = "Export annotations"
	textTitleOne  = "Export annotations of 1 article"
	textTitleMany = "Export annotations of %d articles"
	textExport    = "Export"
	textReplace   = "Replace"
	textCancel    = "Cancel"
	textFormat    = "Format"
	textName      = "File name"
	textFolder    = "Folder"
	textChoose    = "Choose…"
	textMine      = "Only mine"
	textDone      = "Only finished articles"
	textTagged    = "Leave out sentences without a label"
	textWhich     = "Which"
	textPreview   = "First rows"
	textNarrow    = "Only annotations that the table shows are exported."
	textNoRows    = "Nothing to export yet: label a sentence, or mark an article as finished."
	textExists    = "%s exists already; exporting replaces it."
	previewRows   = 4
	dialogWidth   = 680 // units
)

// Actions is what the page needs from the window.
type Actions struct {
	Folder string // where the file goes unless the user says otherwise
	// Filter narrows the export down from the start; the user may narrow it
	// down further.
	Filter models.ExportFilter
	// Export starts the export and shows how it goes.
	Export func(Request)
	// Closed hears that the page is gone.
	Closed func()
}

// Request is an export as the user wants it.
type Request struct {
	Path      string
	Overwrite bool
	Format    export.Format
	Filter    models.ExportFilter
}

// Page is the dialog.
type Page struct {
	ws      *workspace.Workspace
	reads   *background.Runner
	actions Actions

	format  *widget.Select
	mine    *widget.Check
	done    *widget.Check
	tagged  *widget.Check
	target  *destination.Destination
	warning *textline.Line
	preview *table
	leaves  *widget.Label // what the format cannot carry
	// proposed is the file name that the page itself put there
	proposed string
	modal    *modal.Modal
	rows     int
}

// Show opens the page over a window.
func Show(ws *workspace.Workspace, reads *background.Runner, window fyne.Window, actions Actions) *Page {
	p := &Page{ws: ws, reads: reads, actions: actions}
	p.build(window)
	p.modal = modal.New(title(len(actions.Filter.ArticleUIDs)), p.content(), window.Canvas(),
		modal.Button{Text: textCancel}, modal.Button{Text: textExport, Primary: true, Stay: true, Press: p.export})
	p.modal.SetOnClosed(actions.Closed)
	p.modal.Resize(fyne.NewSize(dialogWidth, 0))
	p.target.Answer(p.export, p.modal.Hide)
	p.refresh()
	p.check(p.target.Path())
	p.modal.Show()
	window.Canvas().Focus(p.target.Name()) // Enter exports at once
	return p
}

func (p *Page) build(window fyne.Window) {
	var names []string
	for _, format := range export.Formats() {
		names = append(names, format.Name)
	}
	p.format = widget.NewSelect(names, nil)
	p.format.SetSelectedIndex(0)
	changed := func(bool) { p.refresh() }
	p.mine = widget.NewCheck(textMine, changed)
	p.done = widget.NewCheck(textDone, changed)
	p.tagged = widget.NewCheck(textTagged, changed)
	if p.actions.Filter.WithoutEmpty {
		p.tagged.Checked = true
		p.tagged.Disable()
	}
	p.target = destination.New(p.actions.Folder, p.ws.ExportName(p.chosen()), p.chosen().Extension,
		destination.Texts{Name: textName, Folder: textFolder, Choose: textChoose}, window)
	p.target.OnChanged = p.check
	p.proposed = p.ws.ExportName(p.chosen())
	p.leaves = widget.NewLabel("")
	p.leaves.Wrapping = fyne.TextWrapWord
	p.leaves.Hide()
	p.format.OnChanged = func(string) { p.rename() }
	p.warning = textline.New("", textline.Look{Colour: theme.ColorNameQuiet, Size: theme.SizeNameSmall})
	p.preview = newTable(previewRows)
}

// rename proposes a name for the chosen format, unless the analyst has chosen a
// name herself, and says what the format cannot carry.
func (p *Page) rename() {
	format := p.chosen()
	mine := filepath.Base(p.target.Path()) != p.proposed
	p.target.SetExtension(format.Extension)
	p.proposed = p.ws.ExportName(format)
	if !mine {
		p.target.SetName(p.proposed)
	}
	p.leaves.SetText(format.Leaves)
	p.leaves.Hidden = format.Leaves == ""
	p.leaves.Refresh()
}

// title says from how many articles is exported, when it is not from all.
func title(articles int) string {
	switch articles {
	case 0:
		return textTitle
	case 1:
		return textTitleOne
	}
	return fmt.Sprintf(textTitleMany, articles)
}

func (p *Page) content() fyne.CanvasObject {
	heading := func(text string) fyne.CanvasObject {
		return container.New(layout.NewCustomPaddedLayout(theme.Gap, 0, 0, 0),
			textline.New(text, textline.Look{Style: fyne.TextStyle{Bold: true}}))
	}
	return container.NewVBox(
		heading(textFormat), p.format, p.leaves,
		heading(textWhich), container.NewHBox(p.mine, p.done, p.tagged),
		p.narrowed(), p.target.Object(), p.warning,
		heading(textPreview), p.preview.object,
	)
}

// narrowed says that the export begins with a filter, if it does.
func (p *Page) narrowed() fyne.CanvasObject {
	line := textline.New(textNarrow, textline.Look{Colour: theme.ColorNameQuiet, Size: theme.SizeNameSmall})
	if !p.actions.Filter.WithoutEmpty {
		line.Hide()
	}
	return line
}

func (p *Page) chosen() export.Format { return export.Formats()[max(0, p.format.SelectedIndex())] }

func (p *Page) filter() models.ExportFilter {
	filter := p.actions.Filter
	filter.WithoutOpen = filter.WithoutOpen || p.done.Checked
	filter.WithoutEmpty = filter.WithoutEmpty || p.tagged.Checked
	if p.mine.Checked {
		filter.AnnotatorUIDs = []string{p.ws.Me().UID}
	}
	return filter
}

// refresh reads the first rows anew.
func (p *Page) refresh() {
	filter := p.filter()
	p.reads.Do(func(ctx context.Context) (func(), error) {
		rows, err := p.ws.ExportPreview(ctx, filter, previewRows)
		return func() { p.show(rows) }, err
	})
}

func (p *Page) show(rows []models.ExportRow) {
	p.rows = len(rows)
	p.preview.show(rows)
	if len(rows) == 0 {
		p.preview.say(textNoRows)
		p.modal.Button(1).Disable()
		return
	}
	p.modal.Button(1).Enable()
}

// Preview returns the rows on show.
func (p *Page) Preview() []string { return p.preview.texts() }

// Target returns the fields for the file.
func (p *Page) Target() *destination.Destination { return p.target }

// Hide closes the page.
func (p *Page) Hide() { p.modal.Hide() }

// Confirm exports, as the button does.
func (p *Page) Confirm() { p.export() }

// check says beforehand that a file is in the way.
func (p *Page) check(path string) {
	p.warning.SetText("")
	p.modal.Button(1).SetText(textExport)
	if _, err := os.Stat(path); err == nil && path != "" {
		p.warning.SetText(fmt.Sprintf(textExists, filepath.Base(path)))
		p.modal.Button(1).SetText(textReplace)
	}
}

func (p *Page) export() {
	path := p.target.Path()
	if path == "" || p.rows == 0 {
		return
	}
	_, err := os.Stat(path)
	p.modal.Hide()
	p.actions.Export(Request{Path: path, Overwrite: err == nil, Format: p.chosen(), Filter: p.filter()})
}
