package inspector

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	toolkit "fyne.io/fyne/v2/theme"

	"glossator/app/ui/locale"
	"glossator/app/ui/moment"
	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/badge"
	"glossator/app/ui/widgets/column"
	"glossator/app/ui/widgets/excerpt"
	"glossator/app/ui/widgets/field"
	"glossator/app/workspace"
	"glossator/models"
)

const (
	noteRows   = 3
	quoteLines = 2
	titleDrop  = 2 // units that put the name in line with its badge
)

// section is one of the annotator's annotations: who tagged it and when, the
// form of its label, and the note.
type section struct {
	page  *Page
	label models.Label
	used  bool

	tagged *excerpt.Excerpt
	quote  *excerpt.Excerpt // the words of the part, when it is not the whole sentence
	fill   *field.Button    // takes all guesses over
	form   *form
	old    *outdated // the label was put on under an earlier meaning
	note   *field.Entry
	object *fyne.Container

	at         place
	annotation models.Annotation // as the user left it, saved or not
	guesses    []workspace.Guess
}

func newSection(p *Page, label models.Label, rank int) *section {
	s := &section{
		page:   p,
		label:  label,
		tagged: excerpt.New("", excerpt.Style{Size: theme.SizeNameSmall, Colour: theme.ColorNameQuiet}),
		quote:  excerpt.New("", excerpt.Style{Colour: theme.ColorNameQuiet, Lines: quoteLines}),
	}
	s.form = newForm(s)
	s.old = newOutdated(s)
	s.fill = field.NewButton("", toolkit.IconNameContentAdd, s.takeAll, p.hooks(label.Key, locale.T(textFillHint), nil))
	s.fill.Hide()
	s.note = field.NewNote(locale.T(textNoteHint), noteRows, p.hooks(label.Key, "", s.commit))
	name := excerpt.New(locale.Codebook(label.Name), excerpt.Style{Bold: true})
	rules := field.NewButton(locale.T(textCodebook), "", func() { p.codebook(label.Key) }, p.hooks(label.Key, locale.T(textCodebookHint), nil))
	title := container.NewBorder(nil, nil, badge.New(badgeOf(label), badgeColours(label, rank)), rules,
		container.New(layout.NewCustomPaddedLayout(titleDrop, 0, theme.Tight, 0), name))
	s.object = column.New(theme.Gap,
		column.New(0, title, s.tagged, s.quote), s.old.object, s.fill, s.form.object, field.NewRow(locale.T(textNote), s.note))
	if p.ws.ReadOnly() {
		s.note.Disable()
	}
	return s
}

// show shows an annotation that stands at a place.
func (s *section) show(at place, annotation workspace.Annotation) {
	fresh := annotation.UID != s.annotation.UID
	laid := s.page.keeper.overlay(annotation.Annotation)
	typed := !fresh && s.note.Value() != s.annotation.Note
	s.at, s.annotation = at, laid
	if !typed {
		s.note.SetValue(laid.Note)
	}
	s.guesses = s.page.ws.Guesses(at.position, s.label.Key)
	s.form.show(laid.Details, fresh)
	s.propose()
	s.tagged.SetText(textTagged(moment.Text(annotation.CreatedAt, time.Now()), annotation.Annotator.Name))
	s.quote.SetText(annotation.Quote)
	show(s.quote, annotation.Quote != "")
	s.old.show()
}

// clear forgets the annotation, which was committed before.
func (s *section) clear() { s.annotation = models.Annotation{} }

// commit saves what differs from what is kept.
func (s *section) commit() {
	if !s.used {
		return
	}
	s.put(edit{fields: s.form.changes()})
}

// put saves an edit, and the note if it was changed.
func (s *section) put(e edit) {
	if written := s.note.Value(); written != s.annotation.Note {
		e.note = &written
	}
	if e.blank() {
		return
	}
	e.at, e.annotation, e.base = s.at, s.annotation.UID, s.annotation.Details
	s.annotation = e.apply(s.annotation)
	s.form.show(s.annotation.Details, false)
	s.propose()
	s.page.keeper.put(e)
}

func (s *section) focusNote() { focusOn(s.note) }

func (s *section) focusDetails() {
	if input := s.form.first(); input != nil {
		focusOn(input)
		return
	}
	s.focusNote()
}
