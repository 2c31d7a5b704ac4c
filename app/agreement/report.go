package agreement

import "fmt"

// Options are the choices of [Report]. The zero value is the recommended one.
type Options struct {
	// Draws is the number of bootstrap draws; 0 or less means [DefaultDraws].
	Draws int
	// Seed starts the random numbers; the default, 0, is as fixed as any other.
	Seed uint64
	// SkipIntervals leaves the bootstrap out, for a screen that follows typing.
	SkipIntervals bool
}

func (o Options) draws() int {
	if o.Draws <= 0 {
		return DefaultDraws
	}

	return o.Draws
}

// Result is one measure of one label, or of the whole label set.
type Result struct {
	// Measure is the stable name of the coefficient.
	Measure Measure `json:"measure"`
	// Label is the label that was compared (given or not), empty for the whole set.
	Label string `json:"label"`
	// Value is the coefficient, nil when undefined. Standard errors are in its unit.
	Value *float64 `json:"value"`
	// Low and High are the limits of the bootstrap interval, nil when there is none.
	Low  *float64 `json:"low"`
	High *float64 `json:"high"`
	// Status is "defined" or "undefined".
	Status string `json:"status"`
	// Reason says why the value is undefined.
	Reason Reason `json:"reason"`
	// UndefinedDraws counts the bootstrap draws that were left out.
	UndefinedDraws int `json:"undefined_draws"`
	// Note says why a value that could have an interval has none.
	Note string `json:"note,omitempty"`
	// Method names the formula and its source.
	Method string `json:"method"`
}

// Contingency is the two-by-two table of two annotators and one label, over the
// sentences both finished.
type Contingency struct {
	Label      string `json:"label"`
	Both       int    `json:"n_both"`
	BothYes    int    `json:"both_yes"`
	OnlyFirst  int    `json:"only_first"`
	OnlySecond int    `json:"only_second"`
	BothNo     int    `json:"both_no"`
}

// Comparison holds the results of one group of annotators.
type Comparison struct {
	// Names are the annotators; the first and second of Counts are in this order.
	Names []string `json:"names"`
	// Comparable is the number of units that two annotators or more finished.
	Comparable int `json:"comparable"`
	// Resampling says how the intervals were made.
	Resampling Resampling `json:"resampling"`
	// Counts has a row for each label when there are two annotators.
	Counts []Contingency `json:"counts,omitempty"`
	// Results holds the whole set first, then label by label.
	Results []Result `json:"results"`
}

// Summary is everything that can be said about a table.
type Summary struct {
	// Units is the number of units with a rating.
	Units int `json:"units"`
	// Annotators is the number of people with a rating.
	Annotators int `json:"annotators"`

	Comparison

	// Pairs compares the annotators two by two when there are more than two.
	Pairs []Comparison `json:"pairs,omitempty"`
}

// Find returns the result for a measure and a label (empty for the whole set).
func (c *Comparison) Find(measure Measure, label string) (Result, bool) {
	for _, result := range c.Results {
		if result.Measure == measure && result.Label == label {
			return result, true
		}
	}

	return Result{}, false
}

// Report computes every measure that fits the table: for the whole label set and
// for each label, with percentile bootstrap intervals, and pair by pair when
// there are three annotators or more. Nominal measures of the whole set treat
// each distinct set as one category. It never fails: what cannot be computed is
// undefined, with a reason. The same table and options always give the same
// summary; the order in which ratings were recorded touches the last digit at most.
func Report(t *Table, o Options) Summary {
	s := newStudy(t)
	summary := Summary{
		Units:      int(tallyOf(&s.views[0]).rated()),
		Annotators: len(s.annotators),
		Comparison: compare(&s, o),
	}
	if len(s.annotators) > 2 {
		for second := range s.annotators {
			for first := range second {
				pair := s.pair(first, second)
				summary.Pairs = append(summary.Pairs, compare(&pair, o))
			}
		}
	}

	return summary
}

// compare computes the results of one study.
func compare(s *study, o Options) Comparison {
	p, how := planFor(s, o)
	names := append([]string{""}, s.labels...)

	samples := make([]*sample, len(s.views))
	for i := range s.views {
		samples[i] = newSample(&s.views[i], &p, estimatorsOf(definitionsFor(i == 0, len(s.annotators))), how.Draws)
	}
	bootstrap(&p, samples, how)

	comparison := Comparison{Names: append([]string{}, s.annotators...), Resampling: how}
	for i := range s.views {
		sums := tallyOf(&s.views[i])
		if i == 0 {
			comparison.Comparable = int(sums.comparable())
		} else if len(s.annotators) == 2 {
			comparison.Counts = append(comparison.Counts, count(&s.views[i], names[i]))
		}
		estimated := 0
		for _, d := range definitionsFor(i == 0, len(s.annotators)) {
			result := d.result(&s.views[i], sums)
			result.Label = names[i]
			if d.estimate != nil {
				result.bound(samples[i], estimated, how)
				estimated++
			}
			comparison.Results = append(comparison.Results, result)
		}
	}

	return comparison
}

func estimatorsOf(definitions []definition) []estimator {
	var list []estimator
	for _, d := range definitions {
		if d.estimate != nil {
			list = append(list, d.estimate)
		}
	}

	return list
}

// result computes the value of a measure, without an interval.
func (d *definition) result(c *coding, t *tally) Result {
	result := Result{Measure: d.measure, Status: statusDefined, Method: d.formula}
	var value float64
	if d.estimate != nil {
		value, result.Reason = d.estimate(t)
	} else {
		value, result.Reason = d.analysis(c, t)
	}
	if result.Reason != defined {
		result.Status = statusUndefined

		return result
	}
	result.Value = &value

	return result
}

// bound adds the interval to a defined result, or says why there is none.
func (r *Result) bound(s *sample, number int, how Resampling) {
	if r.Value == nil || how.Draws == 0 {
		return
	}
	low, high, undefined, ok := s.interval(number)
	r.UndefinedDraws = undefined
	if !ok {
		r.Note = fmt.Sprintf("no interval: %d of %d draws were undefined", undefined, how.Draws)

		return
	}
	r.Low, r.High = &low, &high
}

// count makes the two-by-two table of a label.
func count(c *coding, label string) Contingency {
	table := Contingency{Label: label}
	for unit := range c.units() {
		if !c.comparable(unit) {
			continue
		}
		table.Both++
		switch row := c.row(unit); {
		case row[0] == yes && row[1] == yes:
			table.BothYes++
		case row[0] == yes:
			table.OnlyFirst++
		case row[1] == yes:
			table.OnlySecond++
		default:
			table.BothNo++
		}
	}

	return table
}
