package agreement

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/locale"
	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/excerpt"
	"glossator/app/ui/widgets/keyboard"
	"glossator/app/ui/widgets/textline"
	"glossator/models"
)

const sentenceLines = 3

// behind lists the sentences behind a number.
type behind struct {
	page   *Page
	rows   []models.AgreementRow
	names  map[string]string // display names by UID
	title  *excerpt.Excerpt
	count  *excerpt.Excerpt
	list   *sentenceList
	object fyne.CanvasObject
}

func newBehind(p *Page) *behind {
	b := &behind{page: p}
	b.title = excerpt.New(locale.T(textBehind), excerpt.Style{Bold: true, Lines: sentenceLines})
	b.count = excerpt.New(locale.T(textPick), excerpt.Style{Size: theme.SizeNameSmall, Colour: theme.ColorNameQuiet, Lines: sentenceLines})
	b.list = newSentenceList(b)
	top := container.New(layout.NewCustomPaddedLayout(0, theme.Gap, theme.Inset, 0), container.NewVBox(b.title, b.count))
	b.object = container.NewBorder(top, nil, nil, nil, container.New(layout.NewCustomPaddedLayout(0, 0, theme.Gap, 0), b.list))
	return b
}

// openCell shows the sentences behind a number.
func (p *Page) openCell(row line, n number) {
	ask, title := p.filter(), locale.T(textCell, row.name, n.what)
	p.turn++
	turn := p.turn
	names := map[string]string{}
	for i, one := range p.result.People {
		names[one.UID] = p.result.Summary.Names[i]
	}
	p.reads.Do(func(ctx context.Context) (func(), error) {
		rows, err := p.ws.AgreementSentences(ctx, ask, n.cell)
		if err != nil {
			return nil, err
		}
		return func() {
			if turn == p.turn {
				p.behind.show(title, names, rows)
			}
		}, nil
	})
}

func (b *behind) show(title string, names map[string]string, rows []models.AgreementRow) {
	b.rows, b.names = rows, names
	b.title.SetText(title)
	text := locale.N(len(rows), textShown, textShownMany, locale.Number(len(rows)))
	if len(rows) > 0 {
		text += " · " + locale.T(textHint)
	}
	b.count.SetText(text)
	b.list.UnselectAll()
	b.list.Refresh()
	b.list.ScrollToTop()
	if c := keyboard.Canvas(b.list); c != nil && len(rows) > 0 {
		c.Focus(b.list)
	}
}

// Sentences returns what the list behind a number shows.
func (p *Page) Sentences() []models.AgreementRow { return p.behind.rows }

// sentenceList is the list; Enter goes to a sentence, Escape back to the
// numbers.
type sentenceList struct {
	widget.List

	behind *behind
}

func newSentenceList(b *behind) *sentenceList {
	l := &sentenceList{behind: b}
	l.Length = func() int { return len(b.rows) }
	l.CreateItem = func() fyne.CanvasObject { return newSentenceRow() }
	l.UpdateItem = func(id widget.ListItemID, object fyne.CanvasObject) {
		if row, ok := object.(*sentenceRow); ok && id < len(b.rows) {
			row.show(b.rows[id], b.votes(b.rows[id]))
		}
	}
	l.OnSelected = func(id widget.ListItemID) {
		if id < len(b.rows) {
			b.page.actions.Open(b.rows[id].ArticleUID, b.rows[id].Sentence.ID)
		}
	}
	l.ExtendBaseWidget(l)
	return l
}

// TypedKey is called by the toolkit.
func (l *sentenceList) TypedKey(event *fyne.KeyEvent) {
	switch event.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		l.List.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	case fyne.KeyEscape, fyne.KeyLeft:
		l.behind.page.Focus()
	default:
		l.List.TypedKey(event)
	}
}

// votes says in one line who gave what.
func (b *behind) votes(row models.AgreementRow) string {
	var parts []string
	for _, vote := range row.Votes {
		var labels []string
		for _, key := range vote.Labels {
			labels = append(labels, b.page.labelName(key))
		}
		if len(labels) == 0 {
			labels = append(labels, locale.T(textEmpty))
		}
		parts = append(parts, locale.T(textVote, b.names[vote.AnnotatorUID], strings.Join(labels, ", ")))
	}
	return strings.Join(parts, " · ")
}

func (p *Page) labelName(key string) string {
	for _, label := range p.ws.Labels() {
		if label.Key == key {
			return locale.Codebook(label.Name)
		}
	}
	return key
}

// sentenceRow is one sentence with who gave what.
type sentenceRow struct {
	widget.BaseWidget

	where *textline.Line
	text  *textline.Lines
	votes *textline.Lines
}

func newSentenceRow() *sentenceRow {
	small := textline.Look{Colour: theme.ColorNameQuiet, Size: theme.SizeNameSmall}
	r := &sentenceRow{where: textline.New("", small), text: textline.NewLines(2, textline.Look{}), votes: textline.NewLines(2, small)}
	r.ExtendBaseWidget(r)
	return r
}

func (r *sentenceRow) show(row models.AgreementRow, votes string) {
	r.where.SetText(row.ArticleTitle)
	r.text.Set(strings.Join(strings.Fields(row.Sentence.Text), " "), false)
	r.votes.Set(votes, false)
}

// CreateRenderer is called by the toolkit.
func (r *sentenceRow) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.New(layout.NewCustomPaddedLayout(theme.Tight, theme.Tight, theme.Gap, theme.Gap),
		container.NewVBox(r.where, r.text, r.votes)))
}
