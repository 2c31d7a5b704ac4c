package agreement

import (
	"fyne.io/fyne/v2"

	"glossator/app/agreement"
	"glossator/app/ui/locale"
	"glossator/app/ui/widgets/column"
	"glossator/app/workspace"
	"glossator/models"
)

// decimals of a coefficient: more would say more than the intervals allow.
const decimals = 2

// number is one number of the table: what is written and what opens it.
type number struct {
	text  string
	below string // the interval, or why there is no value
	what  string // the name of the number, for the list behind it
	cell  workspace.AgreementCell
	none  bool // a title, or nothing to open
	wide  bool // with an interval below
}

// line is one row of the table.
type line struct {
	label   *models.Label // nil: the head or the whole set
	name    string
	numbers []number
}

// coefficient is a measure with its name.
type coefficient struct {
	measure agreement.Measure
	name    string
}

// coefficients are the columns of a group, as they are measured for a label, or
// for the whole set (empty).
func coefficients(g group, label string) []coefficient {
	kappa := locale.T(textFleiss)
	if g.pair() {
		kappa = locale.T(textKappa)
	}
	return []coefficient{
		{agreement.Kappa(len(g.people)), kappa}, {agreement.Alpha(label), locale.T(textAlpha)}, {agreement.GwetAC1, locale.T(textGwet)},
	}
}

// rows makes the table: the head, the whole set, and each label.
func (p *Page) rows(g group) []line {
	rows := []line{p.head(g), p.line(g, nil)}
	for _, label := range p.ws.Labels() {
		rows = append(rows, p.line(g, &label))
	}
	return rows
}

func (p *Page) head(g group) line {
	counts := []string{finished(g)}
	if g.pair() {
		counts = append(counts, locale.T(textHeadYes), locale.T(textHeadFirst, g.comparison.Names[0]),
			locale.T(textHeadFirst, g.comparison.Names[1]), locale.T(textHeadNo))
	}
	head := line{name: locale.T(textHeadLabel)}
	for _, title := range counts {
		head.numbers = append(head.numbers, number{text: title, none: true})
	}
	values := []string{locale.T(textHeadEqual), locale.T(textHeadPos)}
	for _, c := range coefficients(g, "") {
		values = append(values, c.name)
	}
	for _, title := range values {
		head.numbers = append(head.numbers, number{text: title, none: true, wide: true})
	}
	return head
}

// finished is the title of how many sentences count.
func finished(g group) string {
	if g.pair() {
		return locale.T(textHeadBoth)
	}
	return locale.T(textHeadAll)
}

// line makes the row of a label; nil: of the whole set.
func (p *Page) line(g group, label *models.Label) line {
	row := line{label: label, name: locale.T(textWhole)}
	key := ""
	if label != nil {
		row.name, key = locale.Codebook(label.Name), label.Key
	}
	cell := func(part workspace.CellPart) workspace.AgreementCell {
		c := workspace.AgreementCell{Label: key, Part: part}
		if g.pair() {
			c.First, c.Second = g.people[0].UID, g.people[1].UID
		}
		return c
	}
	row.numbers = append(row.numbers,
		number{text: locale.Number(g.comparison.Comparable), what: finished(g), cell: cell(workspace.CellAll)})
	if g.pair() {
		row.numbers = append(row.numbers, fourfold(g, key, cell)...)
	}
	differ := cell(workspace.CellDiffer)
	row.numbers = append(row.numbers, share(g.comparison, agreement.PercentAgreement, key, locale.T(textHeadEqual), differ))
	if label == nil {
		row.numbers = append(row.numbers, number{none: true})
	} else {
		row.numbers = append(row.numbers, share(g.comparison, agreement.PositiveAgreement, key, locale.T(textHeadPos), differ))
	}
	for _, c := range coefficients(g, key) {
		row.numbers = append(row.numbers, value(g.comparison, c.measure, key, c.name, differ))
	}
	return row
}

// fourfold are the counts of two people and one label; of the whole set there
// are none.
func fourfold(g group, key string, cell func(workspace.CellPart) workspace.AgreementCell) []number {
	for _, counts := range g.comparison.Counts {
		if counts.Label != key {
			continue
		}
		return []number{
			{text: locale.Number(counts.BothYes), what: locale.T(textHeadYes), cell: cell(workspace.CellBothYes)},
			{text: locale.Number(counts.OnlyFirst), what: locale.T(textHeadFirst, g.comparison.Names[0]), cell: cell(workspace.CellOnlyFirst)},
			{text: locale.Number(counts.OnlySecond), what: locale.T(textHeadFirst, g.comparison.Names[1]), cell: cell(workspace.CellOnlySecond)},
			{text: locale.Number(counts.BothNo), what: locale.T(textHeadNo), cell: cell(workspace.CellBothNo)},
		}
	}
	return []number{{none: true}, {none: true}, {none: true}, {none: true}}
}

func share(c agreement.Comparison, measure agreement.Measure, key, what string, cell workspace.AgreementCell) number {
	return written(c, measure, key, what, cell, func(v float64) string { return locale.Percent(v, 0) })
}

func value(c agreement.Comparison, measure agreement.Measure, key, what string, cell workspace.AgreementCell) number {
	return written(c, measure, key, what, cell, func(v float64) string { return locale.Fixed(v, decimals) })
}

func written(c agreement.Comparison, measure agreement.Measure, key, what string, cell workspace.AgreementCell,
	write func(float64) string,
) number {
	result, found := c.Find(measure, key)
	n := number{what: what, cell: cell}
	switch {
	case !found:
		n.none = true
	case result.Value == nil:
		n.text, n.below = "–", locale.T(reasons[result.Reason])
	default:
		n.text = write(*result.Value)
		if result.Low != nil && result.High != nil {
			n.below = locale.T(textInterval, write(*result.Low), write(*result.High))
		}
	}
	return n
}

// showDetails lists the details in which people differ where both gave the
// label. It is counted among everybody.
func (p *Page) showDetails(g group) {
	p.details.Objects = nil
	if len(g.people) == len(p.result.People) {
		equal := 0
		for _, d := range p.result.Details {
			if d.Equal == d.Both {
				equal++
				continue
			}
			p.details.Add(quiet(p.detail(d)))
		}
		p.details.Add(quiet(locale.N(equal, textEqual, textEquals, locale.Number(equal))))
	}
	p.details.Hidden = len(p.details.Objects) == 0
	if !p.details.Hidden {
		p.details.Objects = append([]fyne.CanvasObject{heading(locale.T(textDetails))}, p.details.Objects...)
	}
	column.Settle(p.details)
}

func (p *Page) detail(d workspace.DetailAgreement) string {
	name := d.Label
	for _, label := range p.ws.Labels() {
		if label.Key == d.Label {
			name = locale.Codebook(label.Name)
		}
	}
	field, equal, both := locale.Codebook(d.Field.Name), locale.Number(d.Equal), locale.Number(d.Both)
	if d.Alpha != nil {
		return locale.T(textDetailA, name, field, equal, both, locale.Fixed(*d.Alpha, decimals))
	}
	return locale.T(textDetail, name, field, equal, both)
}
