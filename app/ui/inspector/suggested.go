package inspector

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	toolkit "fyne.io/fyne/v2/theme"

	"glossator/app/suggest"
	"glossator/app/ui/locale"
	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/column"
	"glossator/app/ui/widgets/dashes"
	"glossator/app/ui/widgets/excerpt"
	"glossator/app/ui/widgets/field"
	"glossator/app/workspace"
	"glossator/models"
)

const (
	reasonLines  = 5
	guessedLines = 6
	keyAccept    = "A"
	keyReject    = "R"
)

// suggested shows what is suggested for the sentence, with the reasons, to be
// accepted or rejected.
type suggested struct {
	page   *Page
	title  *excerpt.Excerpt
	cards  map[string]*card // by label key, made when first needed
	object *fyne.Container
}

// card is one suggestion.
type card struct {
	page     *Page
	label    models.Label
	position int
	shown    workspace.Suggestion
	strength *excerpt.Excerpt
	reasons  *excerpt.Excerpt
	details  *excerpt.Excerpt
	record   *excerpt.Excerpt
	accept   *field.Button
	reject   *field.Button
	object   *fyne.Container
}

func newSuggested(p *Page) *suggested {
	s := &suggested{page: p, cards: map[string]*card{}, object: column.New(theme.Inset)}
	s.title = excerpt.New(locale.T(textSuggested), excerpt.Style{Size: theme.SizeNameSmall, Colour: theme.ColorNameQuiet, Bold: true})
	s.object.Hide()
	return s
}

// show lists the suggestions for the sentence at position, the strongest first:
// that is the one which the keys are for.
func (s *suggested) show(position int) {
	list := s.page.ws.Suggested(position)
	show(s.object, len(list) > 0)
	if len(list) == 0 {
		return
	}
	s.object.Objects = append(s.object.Objects[:0], fyne.CanvasObject(s.title))
	for i, suggestion := range list {
		c := s.cards[suggestion.Label.Key]
		if c == nil {
			c = s.page.newCard(suggestion.Label)
			s.cards[suggestion.Label.Key] = c
		}
		c.show(position, suggestion, i == 0)
		s.object.Objects = append(s.object.Objects, c.object)
	}
}

func (p *Page) newCard(label models.Label) *card {
	small := func(colour fyne.ThemeColorName, lines int) *excerpt.Excerpt {
		return excerpt.New("", excerpt.Style{Size: theme.SizeNameSmall, Colour: colour, Lines: lines})
	}
	c := &card{
		page: p, label: label,
		strength: small(theme.ColorNameQuiet, 1), reasons: small(toolkit.ColorNameForeground, reasonLines),
		details: small(toolkit.ColorNameForeground, guessedLines), record: small(theme.ColorNameQuiet, 2),
	}
	hooks := p.hooks(label.Key, "", nil)
	c.accept = field.NewButton(locale.T(textAccept), toolkit.IconNameConfirm, func() { p.answer(p.ws.Accept, c) }, hooks)
	c.reject = field.NewButton(locale.T(textReject), toolkit.IconNameCancel, func() { p.answer(p.ws.Reject, c) }, hooks)
	place := slices.IndexFunc(p.ws.Labels(), func(l models.Label) bool { return l.ID == label.ID })
	chip := dashes.New(badgeOf(label)+"?", locale.Codebook(label.Name), theme.Dyed(label.Color, place).Solid)
	title := container.NewBorder(nil, nil, chip, nil,
		container.New(layout.NewCustomPaddedLayout(titleDrop, 0, theme.Tight, 0), c.strength))
	buttons := container.New(layout.NewCustomPaddedHBoxLayout(theme.Wide), c.accept, c.reject)
	c.object = column.New(theme.Tight, title, c.reasons, c.details, c.record, buttons)
	return c
}

func (c *card) show(position int, s workspace.Suggestion, strongest bool) {
	c.position, c.shown = position, s
	c.strength.SetText(textStrength(s.Strength, s.Sure))
	setText(c.reasons, textReasons(s.Reasons))
	details := make([]models.Detail, len(s.Guesses))
	for i, guess := range s.Guesses {
		details[i] = guess.Detail
	}
	setText(c.details, summary(s.Label, details))
	c.record.SetText(textRecord(s.Strength, c.page.recordOf(s)))
	accept, reject := locale.T(textAccept), locale.T(textReject)
	if strongest {
		accept, reject = textKey(accept, keyAccept), textKey(reject, keyReject)
	}
	c.accept.Set(accept, c.accept.Icon())
	c.reject.Set(reject, c.reject.Icon())
	show(c.accept, !c.page.ws.ReadOnly())
	show(c.reject, !c.page.ws.ReadOnly())
}

// setText shows a text, or nothing where it is empty.
func setText(e *excerpt.Excerpt, text string) {
	e.SetText(text)
	show(e, text != "")
}

// recordOf returns how suggestions like this one fared.
func (p *Page) recordOf(s workspace.Suggestion) suggest.Record {
	for _, learner := range p.ws.Learners() {
		switch {
		case learner.Label.ID != s.Label.ID:
		case s.Strength == suggest.Strong:
			return learner.Strong
		default:
			return learner.Possible
		}
	}
	return suggest.Record{}
}

// answer accepts or rejects the suggestion on a card.
func (p *Page) answer(answer func(ctx context.Context, position int, labelKey string) error, c *card) {
	p.Flush()
	position := c.position
	p.run.Do(func(ctx context.Context) (func(), error) {
		return nil, answer(ctx, position, c.label.Key)
	})
	p.done()
}
