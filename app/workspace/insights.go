package workspace

import (
	"context"
	"slices"
	"time"

	"glossator/models"
)

// InsightKind says what an insight counts.
type InsightKind string

// The insights in their order.
const (
	LabelsOverTime    InsightKind = "labels_over_time"
	LabelsBySource    InsightKind = "labels_by_source"
	LabelsBySpeaker   InsightKind = "labels_by_speaker"
	StatisticsByUnit  InsightKind = "statistics_by_unit"
	OpenCommitments   InsightKind = "open_commitments"
	AnnotatorProgress InsightKind = "annotator_progress"
)

// Insight is counts to be shown as bars.
type Insight struct {
	Kind   InsightKind
	Series []Part
	Bars   []Count
	Left   int // bars that are left out: there are more than can be looked at
}

// Part is what one series of an insight counts: a label, or what its name says.
type Part struct {
	LabelKey string
	Name     PartName // where it is no label
}

// PartName names a series that is no label.
type PartName string

// The series that are no labels.
const (
	PartOverdue   PartName = "overdue"
	PartToCome    PartName = "to_come"
	PartUndated   PartName = "undated"
	PartFinished  PartName = "finished"
	PartBegun     PartName = "begun"
	PartUntouched PartName = "untouched"
)

// Count is one bar.
type Count struct {
	Of     string          // a date in ISO 8601, a source, a name, a unit; empty: there is none
	Values []int           // by series
	Asks   []models.Corpus // the annotations behind them
	Amount *Amount         // of the figures of a unit
	Seen   *Seen           // by an annotator
}

// Total is the sum of a bar.
func (c Count) Total() int {
	sum := 0
	for _, value := range c.Values {
		sum += value
	}
	return sum
}

// Amount sums the figures of one unit up.
type Amount struct{ Sum, Least, Most float64 }

// Seen is how many sentences of how many an annotator has dealt with.
type Seen struct{ Sentences, Of int }

// mostBars is how many bars an insight has at most where they are ordered by
// their length.
const mostBars = 15

// Insights counts the annotations of an annotator, or of everybody when there is
// no UID, in several ways. The insights come in the order of their kinds; one
// that has nothing to count has no bars. progress hears from 0 to 1 how far it
// is and may be nil. The error has models.CodeCancelled when ctx ended, or is
// that of the store.
func (w *Workspace) Insights(ctx context.Context, annotatorUID string, progress func(done float64)) ([]Insight, error) {
	view := insightView{workspace: w, today: time.Now().Format(time.DateOnly)}
	if annotatorUID != "" {
		view.annotators = []string{annotatorUID}
	}
	days, err := w.store.CountByDay(ctx, view.annotators)
	if err != nil {
		return nil, err
	}
	sources, err := w.store.CountBySource(ctx, view.annotators)
	if err != nil {
		return nil, err
	}
	work, err := view.work(ctx)
	if err != nil {
		return nil, err
	}
	details := newDetailCounts(view)
	if err := w.store.DetailsOf(ctx, details.question(), details.take, progress); err != nil {
		return nil, err
	}
	details.flush()
	return []Insight{
		view.overTime(days), view.bySource(sources), details.bySpeaker(), details.byUnit(),
		details.open(totalOf(days, commitmentKey)), work,
	}, nil
}

// insightView is whose annotations are counted, and when.
type insightView struct {
	workspace  *Workspace
	annotators []string
	today      string // ISO 8601
}

// ask is the question for the annotations of a part of a bar.
func (v insightView) ask(labelKey string, subset models.Subset) models.Corpus {
	return models.Corpus{By: models.CorpusDate, Descending: true, LabelKeys: []string{labelKey}, AnnotatorUIDs: v.annotators, Subset: subset}
}

// parts are series of the labels of the codebook.
func (v insightView) parts() []Part {
	var parts []Part
	for _, label := range v.workspace.Labels() {
		parts = append(parts, Part{LabelKey: label.Key})
	}
	return parts
}

// tally gathers counts of labels under what they are of. Labels that are no
// longer in the codebook do not count.
func (v insightView) tally(list []models.LabelCount, name func(string) string) map[string][]int {
	labels := v.workspace.Labels()
	tallies := map[string][]int{}
	for _, c := range list {
		at := slices.IndexFunc(labels, func(l models.Label) bool { return l.Key == c.LabelKey })
		if at < 0 {
			continue
		}
		of := name(c.Of)
		if tallies[of] == nil {
			tallies[of] = make([]int, len(labels))
		}
		tallies[of][at] += c.Count
	}
	return tallies
}

func (v insightView) overTime(days []models.LabelCount) Insight {
	dates := make([]string, 0, len(days))
	for _, c := range days {
		dates = append(dates, c.Of)
	}
	calendar := newCalendar(dates)
	tallies := v.tally(days, calendar.part)
	insight := Insight{Kind: LabelsOverTime, Series: v.parts()}
	for _, of := range calendar.parts(tallies) {
		insight.Bars = append(insight.Bars, v.bar(of, tallies[of], insight.Series, models.Subset{Published: calendar.rangeOf(of)}))
	}
	return insight
}

// bar is a bar of counts of labels, all of which stand for the same subset.
func (v insightView) bar(of string, values []int, series []Part, subset models.Subset) Count {
	bar := Count{Of: of, Values: values}
	if values == nil {
		bar.Values = make([]int, len(series))
	}
	for _, part := range series {
		bar.Asks = append(bar.Asks, v.ask(part.LabelKey, subset))
	}
	return bar
}

func (v insightView) bySource(sources []models.LabelCount) Insight {
	insight := Insight{Kind: LabelsBySource, Series: v.parts()}
	for of, values := range v.tally(sources, func(source string) string { return source }) {
		insight.Bars = append(insight.Bars, v.bar(of, values, insight.Series, models.Subset{Source: &of}))
	}
	return insight.longest()
}

// longest orders the bars by their length and leaves the shortest out.
func (i Insight) longest() Insight {
	slices.SortFunc(i.Bars, longerFirst)
	if i.Left = max(0, len(i.Bars)-mostBars); i.Left > 0 {
		i.Bars = i.Bars[:mostBars]
	}
	return i
}

func (v insightView) work(ctx context.Context) (Insight, error) {
	insight := Insight{Kind: AnnotatorProgress, Series: []Part{{Name: PartFinished}, {Name: PartBegun}, {Name: PartUntouched}}}
	counts, err := v.workspace.store.CountWork(ctx, v.annotators)
	if err != nil {
		return insight, err
	}
	for _, c := range counts {
		if c.Articles == 0 {
			break
		}
		bar := Count{
			Of: v.workspace.NameOf(c.AnnotatorUID), Values: []int{c.Finished, c.Begun, max(0, c.Articles-c.Finished-c.Begun)},
			Seen: &Seen{Sentences: c.Sentences, Of: c.AllSentences},
		}
		for range insight.Series {
			bar.Asks = append(bar.Asks, models.Corpus{By: models.CorpusArticle, AnnotatorUIDs: []string{c.AnnotatorUID}})
		}
		insight.Bars = append(insight.Bars, bar)
	}
	return insight, nil
}

func totalOf(list []models.LabelCount, labelKey string) int {
	sum := 0
	for _, c := range list {
		if c.LabelKey == labelKey {
			sum += c.Count
		}
	}
	return sum
}
