package codebook

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	toolkit "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/command"
	"glossator/app/ui/locale"
	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/column"
	"glossator/app/ui/widgets/field"
	"glossator/app/ui/widgets/keyboard"
	"glossator/app/ui/widgets/modal"
	"glossator/app/ui/widgets/surface"
	"glossator/app/ui/widgets/tabs"
	"glossator/app/ui/widgets/textline"
	"glossator/models"
)

// Actions is what the page needs from the window.
type Actions struct {
	Leave  func()             // goes back to the text
	Cover  func(*modal.Modal) // shows a page over the window
	Over   fyne.Canvas        // what such a page lies over
	Save   func(book models.Codebook, changed []string, note string)
	Import func()                         // asks for a file and calls Page.TakeOver
	Export func()                         // asks for a file and writes the codebook that is kept
	Keep   func(unsaved *models.Codebook) // remembers what is not saved when the page goes; nil: nothing
	Taken  func(shortcut string) string   // the command that has this key already, or empty
}

// Archive is a label that is put away.
type Archive = models.CodebookLabel

// Page is the editor. Its methods belong on the window's goroutine.
type Page struct {
	actions  Actions
	draft    *draft
	archived []Archive
	locked   bool // nothing can be changed
	at       int  // the label that is shown; everyLabel: the rules for all

	version *textline.Line
	save    *widget.Button
	discard *widget.Button
	list    *list
	look    *look
	meaning *meaning
	details *details
	general *general
	preview *preview
	editor  *fyne.Container // of a label
	rules   *fyne.Container // for all labels
	tabs    *tabs.Tabs
	object  fyne.CanvasObject
}

// everyLabel is the place of the rules for all labels.
const everyLabel = -1

// Content is what the page edits.
type Content struct {
	Kept     models.Codebook  // as the project has it
	Unsaved  *models.Codebook // as it was left when the page was closed; nil: as it is kept
	Archived []Archive        // labels that can be brought back
	ReadOnly bool
}

// New makes the page with the first label chosen.
func New(content Content, actions Actions) *Page {
	p := &Page{actions: actions, draft: newDraft(content.Kept, content.Unsaved), archived: content.Archived, locked: content.ReadOnly}
	p.list = newList(p)
	p.look = newLook(p)
	p.meaning = newMeaning(p)
	p.details = newDetails(p)
	p.general = newGeneral(p)
	p.preview = newPreview()
	p.build()
	p.choose(0)
	return p
}

func (p *Page) build() {
	p.version = textline.New("", textline.Look{Colour: theme.ColorNameQuiet, Size: theme.SizeNameSmall})
	p.save = widget.NewButton(locale.T(textSave), p.Save)
	p.save.Importance = widget.HighImportance
	p.discard = widget.NewButton(locale.T(textDiscard), p.Discard)
	take := widget.NewButton(locale.T(textImport), p.actions.Import)
	if p.locked {
		take.Disable()
	}
	title := textline.New(locale.T(textTitle), textline.Look{Style: fyne.TextStyle{Bold: true}, Whole: true})
	buttons := container.NewHBox(take, widget.NewButton(locale.T(textExport), p.actions.Export), p.discard, p.save,
		widget.NewButton(locale.T(textBack), p.actions.Leave))
	bar := container.New(layout.NewCustomPaddedLayout(theme.Gap, theme.Gap, theme.Inset, theme.Inset),
		container.NewBorder(nil, nil, title, container.NewCenter(buttons), inset(p.version, theme.Inset)))
	p.tabs = tabs.New(
		tabs.Page{Title: locale.T(textMeaning), Object: scrolled(p.meaning.object)},
		tabs.Page{Title: locale.T(textDetails), Object: p.details.object})
	p.editor = container.NewBorder(padded(p.look.object), nil, nil, nil, p.tabs.Object())
	p.rules = container.NewStack(scrolled(p.general.object))
	middle := surface.New(toolkit.ColorNameBackground, container.NewStack(p.editor, p.rules))
	columns := container.New(&thirds{}, surface.New(theme.ColorNamePane, p.list.object), middle,
		surface.New(theme.ColorNamePane, p.preview.object))
	p.object = surface.New(toolkit.ColorNameBackground,
		container.NewBorder(container.NewVBox(bar, widget.NewSeparator()), nil, nil, nil, columns))
}

func inset(object fyne.CanvasObject, sides float32) fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedLayout(0, 0, sides, sides), object)
}

func padded(object fyne.CanvasObject) fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedLayout(theme.Gap, theme.Gap, theme.Inset, theme.Inset), object)
}

func scrolled(object fyne.CanvasObject) fyne.CanvasObject {
	return container.NewVScroll(padded(object))
}

// Object returns what the window shows.
func (p *Page) Object() fyne.CanvasObject { return p.object }

// Focus gives the keyboard to the name of the label.
func (p *Page) Focus() {
	if c := keyboard.Canvas(p.object); c != nil {
		c.Focus(p.look.name)
	}
}

// Mode has the usual keys mean what they always do.
func (*Page) Mode() command.Mode { return "" }

// Close hands over what is not saved.
func (p *Page) Close() {
	if !p.draft.dirty() {
		p.actions.Keep(nil)
		return
	}
	p.actions.Keep(&p.draft.book)
}

// Choose shows the label at a place, from 0.
func (p *Page) Choose(at int) { p.choose(at) }

// ShowDetails brings the fields of the label to the front.
func (p *Page) ShowDetails() { p.tabs.Select(1) }

// choose shows the label at a place, or the rules for all of them.
func (p *Page) choose(at int) {
	p.at = min(at, len(p.draft.book.Labels)-1)
	show(p.editor, p.at >= 0)
	show(p.rules, p.at < 0)
	p.general.show()
	if p.at >= 0 {
		p.look.show()
		p.meaning.show()
		p.details.show()
	}
	p.changed()
}

// label returns the label that is shown; nil for the rules for all of them.
func (p *Page) label() *models.CodebookLabel {
	if p.at < 0 {
		return nil
	}
	return &p.draft.book.Labels[p.at]
}

// changed brings everything in step with the draft.
func (p *Page) changed() {
	text := locale.T(textVersion, p.draft.kept.Version)
	if p.draft.dirty() {
		text = locale.T(textUnsaved, p.draft.kept.Version)
	}
	if p.locked {
		text = locale.T(textUnavailable)
	}
	p.version.SetText(text)
	enable(p.save, p.draft.dirty() && !p.locked)
	enable(p.discard, p.draft.dirty())
	p.list.show()
	p.preview.show(p.label(), p.at)
}

// Discard goes back to what the project has.
func (p *Page) Discard() {
	p.draft.book = copied(p.draft.kept)
	p.choose(max(p.at, everyLabel))
}

// TakeOver shows another codebook, read from a file of this name, to be looked
// at and saved.
func (p *Page) TakeOver(book models.Codebook, file string) {
	book.Version, book.Revisions = p.draft.kept.Version, p.draft.kept.Revisions
	p.draft.book = copied(book)
	p.choose(0)
	p.version.SetText(locale.T(textTakenOver, file))
}

// Draft returns the codebook as it is edited.
func (p *Page) Draft() models.Codebook { return p.draft.book }

// hooks are those of an input that changes the draft.
func (p *Page) hooks(change func()) field.Hooks {
	changed := func() {
		if p.locked {
			return
		}
		change()
		p.changed()
	}
	return field.Hooks{Edited: changed, Commit: changed, Done: p.Focus}
}

// labelHooks are those of an input that changes the label that is shown. While
// the rules for all are shown such an input may still lose the keyboard.
func (p *Page) labelHooks(change func()) field.Hooks {
	return p.hooks(func() {
		if p.label() != nil {
			change()
		}
	})
}

func enable(button *widget.Button, on bool) {
	if on {
		button.Enable()
		return
	}
	button.Disable()
}

func show(object fyne.CanvasObject, visible bool) {
	if visible {
		object.Show()
		return
	}
	object.Hide()
}

// settle lays a stack of inputs out anew after one has grown.
func settle(c *fyne.Container) { column.Settle(c) }

// thirds gives the list and the preview a fixed width and the editor the rest.
type thirds struct{}

const (
	listWidth    float32 = 240
	previewWidth float32 = 340
)

func (*thirds) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var height float32
	for _, object := range objects {
		height = max(height, object.MinSize().Height)
	}
	return fyne.NewSize(listWidth+previewWidth+theme.ReaderWidth, height)
}

func (*thirds) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	middle := max(0, size.Width-listWidth-previewWidth)
	x := float32(0)
	for i, width := range []float32{listWidth, middle, previewWidth} {
		objects[i].Move(fyne.NewPos(x, 0))
		objects[i].Resize(fyne.NewSize(width, size.Height))
		x += width
	}
}
