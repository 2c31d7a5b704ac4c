package reviewing

import (
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	toolkit "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/locale"
	"glossator/app/ui/moment"
	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/chip"
	"glossator/app/ui/widgets/column"
	"glossator/app/ui/widgets/excerpt"
	"glossator/models"
)

// decision shows what shall stand, with the buttons that decide.
type decision struct {
	page   *Page
	labels []models.Label
	chips  []*chip.Chip
	row    *fyne.Container
	origin *excerpt.Excerpt // who decided what and when, or where the proposal is from
	detail *excerpt.Excerpt // the details of a decision
	why    *excerpt.Excerpt
	words  *excerpt.Excerpt // the comment
	author *excerpt.Excerpt // what authors say to it
	undone *widget.Button   // takes the decision back
	object *fyne.Container
}

func newDecision(p *Page) *decision {
	small := excerpt.Style{Size: theme.SizeNameSmall, Colour: theme.ColorNameQuiet, Lines: proseLines}
	d := &decision{
		page: p, row: container.New(chip.NewGrid(theme.Gap)),
		origin: excerpt.New("", small), detail: excerpt.New("", small), why: excerpt.New("", small),
		words:  excerpt.New("", excerpt.Style{Lines: proseLines}),
		author: excerpt.New("", excerpt.Style{Colour: toolkit.ColorNameWarning, Lines: proseLines}),
	}
	title := excerpt.New(locale.T(textDecision), excerpt.Style{Size: theme.SizeNameSmall, Colour: theme.ColorNameQuiet, Bold: true})
	d.object = column.New(theme.Gap, widget.NewSeparator(), title, d.row, d.origin, d.detail, d.why, d.words, d.author, d.buttons())
	return d
}

// buttons are the verdicts; each has its key on it. The last one is there only
// while there is something to take back.
func (d *decision) buttons() fyne.CanvasObject {
	p := d.page
	grid := container.New(chip.NewGrid(theme.Tight))
	for _, b := range []struct {
		text, key string
		press     func()
	}{
		{locale.T(textAccept), "A", p.Accept}, {locale.T(textReject), "R", p.Reject}, {locale.T(textNoLabel), "0", p.NoLabel},
		{locale.T(textDefer), "S", p.Defer}, {locale.T(textEdit), "E", p.Edit}, {locale.T(textComment), "C", p.Comment},
	} {
		button := widget.NewButton(b.text+"  "+b.key, func() {
			p.actions.Focus()
			b.press()
		})
		if b.key == "A" {
			button.Importance = widget.HighImportance
		}
		grid.Add(button)
	}
	d.undone = widget.NewButton(locale.T(textTakeBack)+"  T", func() { p.actions.Focus(); p.TakeBack() })
	grid.Add(d.undone)
	return grid
}

// offer makes a button for each label of the codebook.
func (d *decision) offer(labels []models.Label) {
	same := slices.EqualFunc(d.labels, labels, func(a, b models.Label) bool { return a.Key == b.Key && a.Name == b.Name })
	if same && len(d.chips) > 0 {
		return
	}
	p := d.page
	d.labels, d.chips, d.row.Objects = labels, nil, nil
	for place, label := range labels {
		ink := theme.Label(place)
		c := chip.New(chip.Face{Badge: p.actions.Badge(label), Text: locale.Codebook(label.Name), Key: label.Shortcut},
			func() chip.Colours {
				dark := theme.IsDark()
				return chip.Colours{Fill: ink.Fill(dark), Solid: ink.Solid(dark), OnSolid: ink.OnSolid(dark)}
			},
			chip.Actions{Toggle: func() { p.Toggle(label.Key); p.actions.Focus() }, Done: p.actions.Focus})
		d.chips = append(d.chips, c)
		d.row.Add(c)
	}
}

func (d *decision) show() {
	p := d.page
	d.offer(p.ws.Labels())
	stands := p.result()
	for i, label := range d.labels {
		d.chips[i].SetOn(slices.ContainsFunc(stands, func(l models.ResultLabel) bool { return l.Label == label.Key }))
	}
	made, decided := standing(p.current)
	setText(d.origin, d.told(made, decided))
	setText(d.detail, d.details(stands, decided))
	setText(d.why, "")
	setText(d.words, "")
	setText(d.author, replies(made))
	_, own := p.ownDecision()
	setShown(d.undone, own)
	if !decided {
		return
	}
	if known, ok := reasons[models.Reason(made.Reason)]; ok {
		setText(d.why, locale.T(textBecause, locale.T(known)))
	}
	if made.Comment != "" {
		setText(d.words, "“"+made.Comment+"”")
	}
}

// told says who decided, or where the proposal is from.
func (d *decision) told(made models.SentenceDecision, decided bool) string {
	if decided {
		text := locale.T(textBy, locale.T(verdictOf(made).word), made.Reviewer.Name, moment.Text(made.UpdatedAt, time.Now()))
		if len(made.Labels) == 0 && made.Verdict == models.VerdictRejected {
			text += joinParts + locale.T(textStands)
		}
		return text
	}
	if from := d.page.layer().Annotator.Name; from != "" {
		return locale.T(textFrom, from)
	}
	return locale.T(textFromNobody)
}

// replies tells what authors say to a decision.
func replies(made models.SentenceDecision) string {
	var all []string
	for _, reply := range made.Replies {
		text := locale.T(textAgrees, reply.Annotator)
		switch reply.Answer {
		case models.AnswerAgree:
		case models.AnswerDisagree:
			text = locale.T(textAgainst, reply.Annotator)
		case models.AnswerDiscuss:
			text = locale.T(textTalk, reply.Annotator)
		}
		if reply.Comment != "" {
			text += " “" + reply.Comment + "”"
		}
		if reply.Outdated {
			text = locale.T(textBefore, text)
		}
		all = append(all, text)
	}
	return strings.Join(all, "\n")
}

// details lists the details that a decision has of its own.
func (d *decision) details(stands []models.ResultLabel, decided bool) string {
	if !decided {
		return ""
	}
	var parts []string
	for _, stood := range stands {
		label := d.page.label(stood.Label)
		for _, fd := range label.Fields {
			for _, value := range stood.Details {
				if value.Field == fd.Key && value.Text != "" {
					parts = append(parts, locale.T(textDetail, locale.Codebook(fd.Name), locale.Value(fd, value.Text)))
				}
			}
		}
	}
	return strings.Join(parts, joinParts)
}

func setText(e *excerpt.Excerpt, text string) {
	e.SetText(text)
	setShown(e, text != "")
}
