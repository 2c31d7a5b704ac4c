package agreement

import (
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
)

// The scopes of a row in [WriteCSV].
const (
	scopeAll  = "all"
	scopePair = "pair"
)

// cellOf is a column of a row: the label of a comparison; the whole set has
// the empty label.
type cellOf func(c *Comparison, label string) string

// tableColumns are the columns of [WriteCSV] that come of a comparison.
var tableColumns = []struct {
	name string
	cell cellOf
}{
	{"label", func(_ *Comparison, label string) string { return label }},
	{"annotators", func(c *Comparison, _ string) string { return strings.Join(c.Names, " | ") }},
	{"n_both", func(c *Comparison, _ string) string { return strconv.Itoa(c.Comparable) }},
	{"both_yes", counted(func(t Contingency) int { return t.BothYes })},
	{"only_first", counted(func(t Contingency) int { return t.OnlyFirst })},
	{"only_second", counted(func(t Contingency) int { return t.OnlySecond })},
	{"both_no", counted(func(t Contingency) int { return t.BothNo })},
	{"percent", value(always(PercentAgreement))},
	{"positive", value(always(PositiveAgreement))},
	{"kappa", value(kappaOf)},
	{"kappa_low", low(kappaOf)},
	{"kappa_high", high(kappaOf)},
	{"alpha", value(alphaOf)},
	{"alpha_low", low(alphaOf)},
	{"alpha_high", high(alphaOf)},
	{"ac1", value(always(GwetAC1))},
	{"ac1_low", low(always(GwetAC1))},
	{"ac1_high", high(always(GwetAC1))},
	{"status", func(c *Comparison, label string) string { return statusOf(c, label).Status }},
	{"reason", func(c *Comparison, label string) string { return statusOf(c, label).Reason.Explain() }},
	{"method", methodOf},
}

// measureOf is the measure of a column for a comparison and a label.
type measureOf func(c *Comparison, label string) Measure

func always(m Measure) measureOf { return func(*Comparison, string) Measure { return m } }

func kappaOf(c *Comparison, _ string) Measure { return Kappa(len(c.Names)) }

func alphaOf(_ *Comparison, label string) Measure { return Alpha(label) }

// methodOf names the formulas whose columns mean different things in different
// rows, and how the intervals were made.
func methodOf(c *Comparison, label string) string {
	var parts []string
	for _, m := range []Measure{kappaOf(c, label), alphaOf(c, label)} {
		if result, found := c.Find(m, label); found {
			parts = append(parts, string(m)+": "+result.Method)
		}
	}

	return strings.Join(append(parts, "intervals: "+c.Resampling.String()), "; ")
}

// WriteCSV writes a summary as a table in CSV (RFC 4180, UTF-8, LF): a row for
// the whole label set and one for each label, over everybody and then over each
// pair. A value that is undefined is an empty cell, and reason says why. Which
// kappa and alpha a row has is that of [Kappa] and [Alpha]; method names them.
// Errors are those of w.
func WriteCSV(w io.Writer, s Summary) error {
	table := csv.NewWriter(w)
	header := []string{"scope"}
	for _, column := range tableColumns {
		header = append(header, column.name)
	}
	if err := table.Write(header); err != nil {
		return fmt.Errorf("write the table: %w", err)
	}
	all := scopeAll
	if len(s.Names) == 2 { //nolint:mnd // everybody is a pair
		all = scopePair
	}
	if err := writeRows(table, all, &s.Comparison); err != nil {
		return err
	}
	for i := range s.Pairs {
		if err := writeRows(table, scopePair, &s.Pairs[i]); err != nil {
			return err
		}
	}
	table.Flush()

	return table.Error()
}

func writeRows(table *csv.Writer, scope string, c *Comparison) error {
	var labels []string
	for _, result := range c.Results {
		if !slices.Contains(labels, result.Label) {
			labels = append(labels, result.Label)
		}
	}
	for _, label := range labels {
		row := []string{scope}
		for _, column := range tableColumns {
			row = append(row, column.cell(c, label))
		}
		if err := table.Write(row); err != nil {
			return fmt.Errorf("write the table: %w", err)
		}
	}

	return nil
}

// statusOf is the first of the table's measures that is undefined, or the first
// at all.
func statusOf(c *Comparison, label string) Result {
	var first Result
	for i, measure := range []Measure{PercentAgreement, PositiveAgreement, kappaOf(c, label), alphaOf(c, label), GwetAC1} {
		result, found := c.Find(measure, label)
		if found && result.Status == statusUndefined {
			return result
		}
		if i == 0 {
			first = result
		}
	}

	return first
}

func counted(number func(Contingency) int) cellOf {
	return func(c *Comparison, label string) string {
		at := slices.IndexFunc(c.Counts, func(t Contingency) bool { return t.Label == label })
		if at < 0 {
			return ""
		}

		return strconv.Itoa(number(c.Counts[at]))
	}
}

func value(of measureOf) cellOf { return written(of, func(r Result) *float64 { return r.Value }) }
func low(of measureOf) cellOf   { return written(of, func(r Result) *float64 { return r.Low }) }
func high(of measureOf) cellOf  { return written(of, func(r Result) *float64 { return r.High }) }

// written writes a number as short as it can be read back.
func written(of measureOf, number func(Result) *float64) cellOf {
	return func(c *Comparison, label string) string {
		result, found := c.Find(of(c, label), label)
		if n := number(result); found && n != nil {
			return strconv.FormatFloat(*n, 'f', -1, 64)
		}

		return ""
	}
}

// String says in one line how intervals were made, or why there are none.
func (r Resampling) String() string {
	if r.Draws == 0 {
		return r.Note
	}
	how := fmt.Sprintf("percentile bootstrap by %s, %d draws, seed %d, level %g", r.Unit, r.Draws, r.Seed, r.Level)
	if r.Note != "" {
		how += "; " + r.Note
	}

	return how
}
