package workspace

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"glossator/models"
)

// The keys of the built-in codebook that insights are about. A project whose
// codebook has other ones has no such insight.
const (
	commitmentKey = "commitment"
	statisticKey  = "statistic"
	claimKey      = "claim"
)

var (
	fieldDeadline = models.FieldName{Label: commitmentKey, Field: "deadline"}
	fieldStatus   = models.FieldName{Label: commitmentKey, Field: "status"}
	fieldValue    = models.FieldName{Label: statisticKey, Field: "value"}
	fieldUnit     = models.FieldName{Label: statisticKey, Field: "unit"}
	fieldUnitName = models.FieldName{Label: statisticKey, Field: "unit_name"}

	// voices are who speaks in each label.
	voices = []models.FieldName{{Label: commitmentKey, Field: "actor"}, {Label: claimKey, Field: "speaker"}}

	// settled are the states of a commitment that is no longer open.
	settled = []string{"kept", "kept_in_part", "broken", "withdrawn", "cannot_be_rated"}
)

// detailCounts gathers what insights count by details. It is given the details
// of one annotation after the other.
type detailCounts struct {
	view      insightView
	current   []models.NamedDetail // of the annotation that is under way
	voices    map[string]*voice    // by the folded name
	units     map[unitKey]*measured
	deadlines map[string]*due // by the date; empty: it cannot be read
	dated     int             // commitments with a deadline
	closed    int             // commitments that are settled and have no deadline
}

// voice is a person or body with all the ways in which the name is written.
type voice struct {
	spellings map[string]int
	counts    []int // by voices
}

// unitKey tells units apart.
type unitKey struct{ unit, name string }

type measured struct {
	names  map[string]int // the spellings of the unit's name
	values int
	amount Amount
}

// due is the open commitments of one date.
type due struct {
	count    int
	wordings map[string]bool
}

func newDetailCounts(view insightView) *detailCounts {
	return &detailCounts{view: view, voices: map[string]*voice{}, units: map[unitKey]*measured{}, deadlines: map[string]*due{}}
}

func (d *detailCounts) question() models.DetailQuestion {
	return models.DetailQuestion{
		Fields:        append([]models.FieldName{fieldDeadline, fieldStatus, fieldValue, fieldUnit, fieldUnitName}, voices...),
		AnnotatorUIDs: d.view.annotators,
	}
}

func (d *detailCounts) take(detail models.NamedDetail) {
	if len(d.current) > 0 && d.current[0].AnnotationID != detail.AnnotationID {
		d.flush()
	}
	d.current = append(d.current, detail)
}

// flush counts the annotation that is under way.
func (d *detailCounts) flush() {
	for _, detail := range d.current {
		name := models.FieldName{Label: detail.Label, Field: detail.Field}
		switch at := slices.Index(voices, name); {
		case at >= 0:
			d.countVoice(at, detail.ValueText)
		case name == fieldValue:
			d.countValue(detail)
		}
	}
	d.countDeadline()
	d.current = d.current[:0]
}

// fold makes one of the spellings of a name.
func fold(name string) string { return strings.ToLower(strings.Join(strings.Fields(name), " ")) }

func (d *detailCounts) countVoice(place int, spelling string) {
	folded := fold(spelling)
	if folded == "" {
		return
	}
	v, known := d.voices[folded]
	if !known {
		v = &voice{spellings: map[string]int{}, counts: make([]int, len(voices))}
		d.voices[folded] = v
	}
	v.spellings[spelling]++
	v.counts[place]++
}

// of returns the wording of another field in the same row of the annotation.
func (d *detailCounts) of(name models.FieldName, row int) string {
	for _, detail := range d.current {
		if detail.Label == name.Label && detail.Field == name.Field && detail.N == row {
			return detail.ValueText
		}
	}
	return ""
}

func (d *detailCounts) countValue(detail models.NamedDetail) {
	if detail.ValueNum == nil {
		return
	}
	value, name := *detail.ValueNum, d.of(fieldUnitName, detail.N)
	key := unitKey{unit: d.of(fieldUnit, detail.N), name: fold(name)}
	m, known := d.units[key]
	if !known {
		m = &measured{names: map[string]int{}, amount: Amount{Least: value, Most: value}}
		d.units[key] = m
	}
	m.names[name]++
	m.values++
	m.amount = Amount{Sum: m.amount.Sum + value, Least: min(m.amount.Least, value), Most: max(m.amount.Most, value)}
}

func (d *detailCounts) countDeadline() {
	open := !slices.Contains(settled, d.of(fieldStatus, 0))
	at := slices.IndexFunc(d.current, func(n models.NamedDetail) bool {
		return n.Label == fieldDeadline.Label && n.Field == fieldDeadline.Field
	})
	switch {
	case at >= 0:
		d.dated++
	case !open:
		d.closed++
	}
	if at < 0 || !open {
		return
	}
	detail := d.current[at]
	end := endOf(detail.ValueISO)
	if d.deadlines[end] == nil {
		d.deadlines[end] = &due{wordings: map[string]bool{}}
	}
	d.deadlines[end].count++
	d.deadlines[end].wordings[detail.ValueText] = true
}

// usual is the most frequent of spellings.
func usual(spellings map[string]int) string {
	return slices.MaxFunc(slices.Sorted(maps.Keys(spellings)), func(a, b string) int { return cmp.Compare(spellings[a], spellings[b]) })
}

func (d *detailCounts) bySpeaker() Insight {
	insight := Insight{Kind: LabelsBySpeaker}
	for _, name := range voices {
		insight.Series = append(insight.Series, Part{LabelKey: name.Label})
	}
	for _, v := range d.voices {
		bar := Count{Of: usual(v.spellings), Values: v.counts}
		for _, name := range voices {
			bar.Asks = append(bar.Asks, d.view.ask(name.Label, models.Subset{Details: []models.DetailTest{
				{Label: name.Label, Field: name.Field, Values: slices.Sorted(maps.Keys(v.spellings))},
			}}))
		}
		insight.Bars = append(insight.Bars, bar)
	}
	return insight.longest()
}

func (d *detailCounts) byUnit() Insight {
	insight := Insight{Kind: StatisticsByUnit, Series: []Part{{LabelKey: statisticKey}}}
	for key, m := range d.units {
		of, tests := key.unit, []models.DetailTest{{Label: statisticKey, Field: fieldValue.Field}}
		if key.unit != "" {
			tests = append(tests, models.DetailTest{Label: statisticKey, Field: fieldUnit.Field, Values: []string{key.unit}})
		}
		if key.name != "" {
			of = usual(m.names)
			tests = append(tests, models.DetailTest{Label: statisticKey, Field: fieldUnitName.Field, Values: slices.Sorted(maps.Keys(m.names))})
		}
		insight.Bars = append(insight.Bars, Count{
			Of: of, Values: []int{m.values}, Amount: &m.amount,
			Asks: []models.Corpus{d.view.ask(statisticKey, models.Subset{Details: tests})},
		})
	}
	return insight.longest()
}

// open counts the commitments that are not settled by their deadline; there are
// so many commitments in all.
func (d *detailCounts) open(commitments int) Insight {
	insight := Insight{Kind: OpenCommitments, Series: []Part{{Name: PartOverdue}, {Name: PartToCome}, {Name: PartUndated}}}
	calendar := newCalendar(slices.Collect(maps.Keys(d.deadlines)))
	tallies, wordings := map[string][]int{}, map[string]map[string]bool{}
	for end, due := range d.deadlines {
		of := calendar.part(end)
		if tallies[of] == nil {
			tallies[of], wordings[of] = make([]int, len(insight.Series)), map[string]bool{}
		}
		tallies[of][d.standing(end)] += due.count
		maps.Copy(wordings[of], due.wordings)
	}
	stillOpen := models.DetailTest{Label: commitmentKey, Field: fieldStatus.Field, Values: settled, Lacking: true}
	for _, of := range calendar.parts(tallies) {
		insight.Bars = append(insight.Bars, d.dueBar(of, tallies[of], models.DetailTest{
			Label: commitmentKey, Field: fieldDeadline.Field, Values: slices.Sorted(maps.Keys(wordings[of])),
		}, stillOpen))
	}
	if undated := commitments - d.dated - d.closed; undated > 0 {
		insight.Bars = append(insight.Bars, d.dueBar(NoDeadline, []int{0, 0, undated},
			models.DetailTest{Label: commitmentKey, Field: fieldDeadline.Field, Lacking: true}, stillOpen))
	}
	return insight
}

// NoDeadline stands for the date of commitments without a deadline; those whose
// deadline cannot be read as a date have an empty one.
const NoDeadline = "-"

// The places of the series of open commitments.
const (
	placeOverdue = iota
	placeToCome
	placeUndated
)

// standing is the series of a date: a period is over when its last day is.
func (d *detailCounts) standing(end string) int {
	switch {
	case end == "":
		return placeUndated
	case end < d.view.today[:min(len(end), len(d.view.today))]:
		return placeOverdue
	}
	return placeToCome
}

func (d *detailCounts) dueBar(of string, values []int, tests ...models.DetailTest) Count {
	bar := Count{Of: of, Values: values}
	if values == nil {
		bar.Values = make([]int, placeUndated+1)
	}
	for range placeUndated + 1 {
		bar.Asks = append(bar.Asks, d.view.ask(commitmentKey, models.Subset{Details: tests}))
	}
	return bar
}
