package document

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	toolkit "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/locale"
	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/excerpt"
	"glossator/app/ui/widgets/modal"
	"glossator/app/ui/widgets/textline"
	"glossator/app/workspace"
	"glossator/models"
)

const (
	pageWidth   = 1120 // units
	pageHeight  = 720
	pageEdge    = 48 // units that the window shows around the page
	fieldsWidth = 400
	blockLines  = 5 // of the block under the cursor
)

// Actions is what the page needs from the window.
type Actions struct {
	// Save takes the corrections over; they have been checked. It is not called
	// when there are none, save for a document that is to be added.
	Save func(workspace.Revision)
	// Closed hears that the page is gone.
	Closed func()
}

// Page is the form over the window. Save adds a document that is not in the
// project yet.
type Page struct {
	subject workspace.Subject
	actions Actions
	modal   *modal.Modal
	fields  *fields
	outline *outline
	list    *list
	total   *textline.Line
	block   *excerpt.Excerpt
	problem *textline.Line
}

// New makes the page over a window; [Page.Modal] shows it.
func New(subject workspace.Subject, over fyne.Canvas, actions Actions) *Page {
	p := &Page{
		subject: subject, actions: actions, outline: newOutline(subject),
		total:   textline.New("", textline.Look{Colour: theme.ColorNameQuiet, Size: theme.SizeNameSmall, Align: fyne.TextAlignTrailing}),
		block:   excerpt.New("", excerpt.Style{Lines: blockLines, Steady: true, Colour: theme.ColorNameQuiet, Size: theme.SizeNameSmall}),
		problem: textline.New("", textline.Look{Colour: toolkit.ColorNameError, Size: theme.SizeNameSmall}),
	}
	title, save := titleEdit, textSave
	if !subject.Added() {
		title, save = titleLook, textAdd
	}
	p.fields = newFields(subject.Content.Article, subject.Added(), p.Save, p.Hide, p.spoken)
	p.list = newList(p.outline)
	p.list.save, p.list.leave, p.list.moved, p.list.changed, p.list.refused = p.Save, p.Hide, p.moved, p.say, p.refuse
	p.modal = modal.New(locale.T(title), p.arrangement(), over,
		modal.Button{Text: locale.T(textCancel)}, modal.Button{Text: locale.T(save), Primary: true, Stay: true, Press: p.Save})
	p.modal.SetOnClosed(actions.Closed)
	size := over.Size()
	p.modal.Resize(fyne.NewSize(min(pageWidth, size.Width-pageEdge), min(pageHeight, size.Height-pageEdge)))
	p.say()
	p.moved()
	return p
}

func (p *Page) arrangement() fyne.CanvasObject {
	head := func(text string) *textline.Line {
		return textline.New(locale.T(text), textline.Look{Style: fyne.TextStyle{Bold: true}, Whole: true})
	}
	keys := textline.New(locale.T(textKeys), textline.Look{Colour: theme.ColorNameQuiet, Size: theme.SizeNameSmall})
	about := container.NewVBox(p.fields.form)
	for _, notice := range p.subject.Notices {
		label := widget.NewLabel(locale.Say(notice))
		label.Wrapping, label.Importance = fyne.TextWrapWord, widget.WarningImportance
		about.Add(label)
	}
	left := container.NewBorder(head(headFields), nil, nil, nil, container.NewVScroll(below(theme.Gap, theme.Inset, about)))
	right := container.NewBorder(container.NewBorder(nil, nil, head(headBlocks), nil, p.total),
		container.NewVBox(below(theme.Gap, 0, p.block), keys), nil, nil, below(0, 0, p.list))
	return container.NewBorder(nil, below(0, 0, p.problem), nil, nil, container.New(halves{}, left, right))
}

// below sets something below its head.
func below(bottom, right float32, object fyne.CanvasObject) fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedLayout(theme.Gap, bottom, 0, right), object)
}

// halves gives the fields their width and the blocks the rest.
type halves struct{}

// Layout is called by the toolkit.
func (halves) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	left := min(fieldsWidth, size.Width/2)
	objects[0].Resize(fyne.NewSize(left, size.Height))
	objects[1].Move(fyne.NewPos(left+theme.Wide, 0))
	objects[1].Resize(fyne.NewSize(size.Width-left-theme.Wide, size.Height))
}

// MinSize is called by the toolkit.
func (halves) MinSize(objects []fyne.CanvasObject) fyne.Size {
	left, right := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(left.Width+theme.Wide+right.Width, max(left.Height, right.Height))
}

// Modal returns the page for the window to show.
func (p *Page) Modal() *modal.Modal { return p.modal }

// First returns the field that gets the keyboard.
func (p *Page) First() fyne.Focusable { return p.fields.lines[0] }

// Blocks returns the list of blocks, which takes keys.
func (p *Page) Blocks() fyne.Focusable { return p.list }

// Kinds returns what the blocks are as the page shows them.
func (p *Page) Kinds() []models.Block { return p.outline.blocks }

// Total returns what the page says about the body.
func (p *Page) Total() string { return p.total.Text() }

// Problem returns what is wrong, empty when nothing is.
func (p *Page) Problem() string { return p.problem.Text() }

// Fill puts values into the fields by their captions in English, as typing
// does.
func (p *Page) Fill(values map[string]string) {
	for i, property := range properties {
		if value, ok := values[property.caption]; ok {
			p.fields.lines[i].SetText(value)
		}
	}
	if value, ok := values[captionDate]; ok {
		p.fields.date.SetText(value)
	}
	if value, ok := values[captionLanguage]; ok {
		p.fields.language.SetValue(value)
		p.spoken()
	}
	if value, ok := values[captionTopics]; ok && p.fields.topics != nil {
		p.fields.topics.SetText(value)
	}
}

// Hide takes the page away; nothing is changed.
func (p *Page) Hide() { p.modal.Hide() }

// Save closes the page and saves, or says what is wrong.
func (p *Page) Save() {
	change, err := p.fields.change()
	if err != nil {
		p.problem.SetText(locale.Explain(err))
		return
	}
	revision := workspace.Revision{Article: change, Blocks: p.outline.changed()}
	if p.fields.same(change) {
		revision.Article = nil
	}
	p.modal.Hide()
	if revision.Article != nil || len(revision.Blocks) > 0 || !p.subject.Added() {
		p.actions.Save(revision)
	}
}

// spoken cuts the text in the language that was chosen.
func (p *Page) spoken() {
	if p.outline.language == p.fields.language.Value() {
		return
	}
	p.outline.speak(p.fields.language.Value())
	p.list.Refresh()
	p.say()
}

// say writes what the body is as it stands.
func (p *Page) say() {
	p.problem.SetText("")
	blocks, sentences := p.outline.total()
	p.total.SetText(locale.N(blocks, "%s paragraph", "%s paragraphs", locale.Number(blocks)) + ", " +
		locale.N(sentences, "%s sentence", "%s sentences", locale.Number(sentences)))
}

// moved shows the block under the cursor.
func (p *Page) moved() {
	if p.list.at >= 0 && p.list.at < len(p.outline.texts) {
		p.block.SetText(p.outline.texts[p.list.at])
	}
}

func (p *Page) refuse(labels int) {
	p.problem.SetText(locale.N(labels, "This paragraph stays in the text, because there is %s label on it; take it off first.",
		"This paragraph stays in the text, because there are %s labels on it; take them off first.", locale.Number(labels)))
}
