// Package exporting is the page that exports annotations. It asks who will open
// them rather than for a format, shows the first rows and how many there are,
// and where the file goes; everything else stands under more options.
package exporting

import (
	"context"
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	toolkit "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"glossator/app/export"
	"glossator/app/ui/background"
	"glossator/app/ui/locale"
	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/destination"
	"glossator/app/ui/widgets/modal"
	"glossator/app/ui/widgets/textline"
	"glossator/app/workspace"
	"glossator/models"
)

const (
	previewRows = 4
	aboutLines  = 3
	dialogWidth = 780 // units
)

// Actions is what the page needs from the window.
type Actions struct {
	Folder string // where the file goes unless the user says otherwise
	Choice Choice // what is remembered of the last export
	// Filter narrows the export down from the start; the user may narrow it
	// down further.
	Filter models.ExportFilter
	// Export starts the export and shows how it goes.
	Export func(Request)
	// Send makes a review package for a colleague; nil: there is no such way.
	Send func(models.ExportFilter)
	// Closed hears that the page is gone.
	Closed func()
}

// Request is an export as the user wants it.
type Request struct {
	workspace.ExportRequest

	Rows   int    // how many there will be; 0: not known
	Choice Choice // to be remembered
}

// Page is the dialog.
type Page struct {
	ws      *workspace.Workspace
	reads   *background.Runner
	actions Actions

	who       *widget.RadioGroup
	about     *textline.Lines // what the chosen one gets, and what the format cannot carry
	fold      *widget.Button
	options   *options
	files     *fyne.Container // everything that the colleague has no need of
	target    *destination.Destination
	warning   *textline.Line
	heading   *textline.Line
	preview   *table
	modal     *modal.Modal
	unfolded  bool
	proposed  string // the file name that the page itself put there
	rows      int    // on show
	count     int    // in all; 0: not counted yet
	stopCount context.CancelFunc
}

// Show opens the page over a window.
func Show(ws *workspace.Workspace, reads *background.Runner, window fyne.Window, actions Actions) *Page {
	p := &Page{ws: ws, reads: reads, actions: actions, stopCount: func() {}, unfolded: actions.Choice.More}
	if actions.Choice.Folder != "" {
		p.actions.Folder = actions.Choice.Folder
	}
	p.build(window)
	p.modal = modal.New(title(len(actions.Filter.ArticleUIDs)), p.content(), window.Canvas(),
		modal.Button{Text: locale.T(textCancel)},
		modal.Button{Text: locale.T(textExport), Primary: true, Stay: true, Press: p.confirm})
	p.modal.SetOnClosed(p.closed)
	p.target.Answer(p.confirm, p.modal.Hide)
	p.options.from.Enter, p.options.from.Escape = p.confirm, p.modal.Hide
	p.options.until.Enter, p.options.until.Escape = p.confirm, p.modal.Hide
	p.arrange()
	p.changed()
	p.modal.Show()
	window.Canvas().Focus(p.target.Name()) // Enter exports at once
	return p
}

func (p *Page) build(window fyne.Window) {
	p.options = newOptions(p.actions.Choice, p.ws.Labels(), p.changed)
	if p.actions.Filter.WithoutEmpty {
		p.options.tagged.Checked = true
		p.options.tagged.Disable()
	}
	p.who = p.newWho()
	p.about = textline.NewLines(aboutLines, textline.Look{Colour: theme.ColorNameQuiet, Size: theme.SizeNameSmall})
	p.fold = widget.NewButton("", func() {
		p.unfolded = !p.unfolded
		p.arrange()
	})
	p.fold.Importance, p.fold.Alignment = widget.LowImportance, widget.ButtonAlignLeading
	format := p.options.chosen()
	p.proposed = p.free(p.ws.ExportName(format, p.options.layer()))
	p.target = destination.New(p.actions.Folder, p.proposed, format.Extension, destination.Texts{
		Name: locale.T(textName), Folder: locale.T(textFolder), Choose: locale.T(textChoose)}, window)
	p.target.OnChanged = func(string) { p.check() }
	p.warning = textline.New("", textline.Look{Colour: theme.ColorNameQuiet, Size: theme.SizeNameSmall})
	p.heading = textline.New("", textline.Look{Style: fyne.TextStyle{Bold: true}})
	p.preview = newTable(previewRows)
}

// newWho asks who will open it. None of them is chosen while the format is one
// that nobody of them is asked for.
func (p *Page) newWho() *widget.RadioGroup {
	var names []string
	for i, r := range readers {
		if i != readerColleague || p.actions.Send != nil {
			names = append(names, locale.T(r.text))
		}
	}
	group := widget.NewRadioGroup(names, nil)
	group.Horizontal = true
	for i, r := range readers {
		if r.format == p.options.chosen().Key {
			group.Selected = names[i]
		}
	}
	group.OnChanged = func(string) { p.answered() }
	return group
}

// reader returns the place of the chosen reader, below 0 for none.
func (p *Page) reader() int {
	for i, name := range p.who.Options {
		if name == p.who.Selected {
			return i
		}
	}
	return -1
}

// answered takes over who will open it.
func (p *Page) answered() {
	if at := p.reader(); at >= 0 && readers[at].format != "" {
		p.options.chooseFormat(readers[at].format)
	}
	p.changed()
}

// title says from how many articles is exported, when it is not from all.
func title(articles int) string {
	if articles == 0 {
		return locale.T(textTitle)
	}
	return locale.N(articles, "Export annotations of %s article", "Export annotations of %s articles", locale.Number(articles))
}

func heading(text string) fyne.CanvasObject {
	return spaced(textline.New(text, textline.Look{Style: fyne.TextStyle{Bold: true}}))
}

func spaced(object fyne.CanvasObject) fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedLayout(theme.Gap, 0, 0, 0), object)
}

func (p *Page) content() fyne.CanvasObject {
	p.files = container.NewVBox(
		p.narrowed(), p.fold, p.options.object, p.target.Row(), p.warning, spaced(p.heading), p.preview.object)
	return container.NewVBox(heading(locale.T(textWho)), p.who, p.about, p.files)
}

// narrowed says that the export begins with a filter, if it does.
func (p *Page) narrowed() fyne.CanvasObject {
	line := textline.New(locale.T(textNarrow), textline.Look{Colour: theme.ColorNameQuiet, Size: theme.SizeNameSmall})
	if !p.actions.Filter.WithoutEmpty {
		line.Hide()
	}
	return line
}

// arrange shows what belongs to the answers, and gives the page the room that
// this needs.
func (p *Page) arrange() {
	p.fold.SetText(locale.T(textMore))
	p.fold.SetIcon(toolkit.MenuExpandIcon())
	p.options.object.Hidden = !p.unfolded
	if p.unfolded {
		p.fold.SetIcon(toolkit.MenuDropDownIcon())
	}
	p.files.Hidden = p.reader() == readerColleague
	p.files.Refresh()
	p.modal.Resize(fyne.NewSize(dialogWidth, 0))
}

// changed takes over what the user has changed: the name of the file, what is
// said about the format, the rows.
func (p *Page) changed() {
	p.options.suit()
	format := p.options.chosen()
	if at := p.reader(); at != readerColleague && (at < 0 || readers[at].format != format.Key) {
		p.who.Selected = ""
		for i, r := range readers[:readerColleague] {
			if r.format == format.Key {
				p.who.Selected = p.who.Options[i]
			}
		}
		p.who.Refresh()
	}
	p.rename(format)
	p.tell(format)
	p.check()
	p.refresh()
	p.arrange()
}

// rename proposes a name for the chosen format, unless the analyst has chosen a
// name herself.
func (p *Page) rename(format export.Format) {
	own := filepath.Base(p.target.Path()) != p.proposed
	extension := format.Extension
	p.proposed = p.ws.ExportName(format, p.options.layer())
	if p.asFolder() {
		p.proposed = p.proposed[:len(p.proposed)-len(extension)]
		extension = ""
	}
	p.proposed = p.free(p.proposed)
	p.target.SetExtension(extension)
	if !own {
		p.target.SetName(p.proposed)
	}
}

// free is the name, or one like it that no file of the folder has, so that
// Enter never replaces the export of this morning.
func (p *Page) free(name string) string {
	folder := p.actions.Folder
	if p.target != nil && p.target.Path() != "" {
		folder = filepath.Dir(p.target.Path())
	}
	path, err := export.FreePath(filepath.Join(folder, name))
	if err != nil {
		return name // then the page says that it is taken
	}
	return filepath.Base(path)
}

func (p *Page) asFolder() bool { return p.options.asFolder.Checked && p.options.chosen().AsFolder() }

// tell says what the file holds and what it cannot hold.
func (p *Page) tell(format export.Format) {
	said := ""
	at := p.reader()
	if at >= 0 && readers[at].about != "" {
		said = locale.T(readers[at].about)
	}
	if at == readerColleague {
		said = locale.T(textColleague)
	} else if format.Leaves != "" {
		if said != "" {
			said += " "
		}
		said += locale.T(format.Leaves)
	}
	p.about.Set(said, false)
}

func (p *Page) filter() (models.ExportFilter, error) {
	return p.options.narrow(p.actions.Filter, p.ws.Me().UID)
}

// check says beforehand what is in the way of the export.
func (p *Page) check() {
	if p.modal == nil {
		return
	}
	path, button := p.target.Path(), p.modal.Button(1)
	p.warning.SetText("")
	button.SetText(locale.T(textExport))
	enabled := path != "" && p.rows > 0
	_, missing := os.Stat(path)
	_, wrong := p.filter()
	switch {
	case p.reader() == readerColleague:
		button.SetText(locale.T(textSend))
		enabled = true
	case wrong != nil:
		p.warning.SetText(locale.Explain(wrong))
		enabled = false
	case path == "" || missing != nil:
	case p.asFolder():
		p.warning.SetText(locale.T(textTaken, filepath.Base(path)))
		enabled = false
	default:
		p.warning.SetText(locale.T(textExists, filepath.Base(path)))
		button.SetText(locale.T(textReplace))
	}
	button.Enable()
	if !enabled {
		button.Disable()
	}
}

// confirm exports, or goes on to sending.
func (p *Page) confirm() {
	if p.reader() == readerColleague {
		p.modal.Hide()
		p.actions.Send(p.actions.Filter)
		return
	}
	path := p.target.Path()
	filter, err := p.filter()
	if err != nil || path == "" || p.rows == 0 {
		return
	}
	_, missing := os.Stat(path)
	count := p.count
	p.modal.Hide()
	p.actions.Export(Request{Rows: count, Choice: p.choice(path), ExportRequest: workspace.ExportRequest{
		Path: path, Overwrite: missing == nil, Folder: p.asFolder(), Format: p.options.chosen(), Filter: filter,
		WithoutTexts: p.options.noTexts.Checked,
	}})
}

func (p *Page) choice(path string) Choice {
	o := p.options
	return Choice{
		Format: o.chosen().Key, Layer: o.layer(), Undecided: o.undecided.Checked, Finished: o.done.Checked,
		Tagged:       o.tagged.Checked && !p.actions.Filter.WithoutEmpty,
		WithoutTexts: o.noTexts.Checked, AsFolder: o.asFolder.Checked, Folder: filepath.Dir(path), More: p.unfolded,
	}
}

func (p *Page) closed() {
	p.stopCount()
	p.actions.Closed()
}
