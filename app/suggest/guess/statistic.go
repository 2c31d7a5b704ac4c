package guess

import (
	"strconv"

	"glossator/app/suggest/period"
	"glossator/app/suggest/quantity"
)

// statistic fills the rows of figures and what they have in common.
func (r *reader) statistic() {
	var rows []quantity.Quantity
	for _, q := range r.s.Numbers {
		if r.s.Reported(q) {
			rows = append(rows, q)
		}
	}
	n := 0
	for _, q := range rows {
		n = r.row(n, q)
	}
	if at, ok := r.reportedPeriod(); ok {
		r.date("period", at)
	}
	r.text("place", r.place())
	source := r.source()
	r.text("source", r.named(source))
	if source.empty() {
		source = r.all()
	}
	r.keyed("source_type", r.w.sourceType, source)
	if len(rows) > 0 {
		key, at := r.measure(rows[0])
		r.choice("measure", key, at)
	}
	r.direction()
	r.comparison()
	if at := r.has(r.w.projection); !at.empty() {
		r.choice("forecast", "true", at)
	}
}

// units are the codebook's units of the kinds of numbers.
var units = map[quantity.Kind]string{
	quantity.Percent: "percent", quantity.Points: "percentage_points", quantity.Money: "currency",
	quantity.Count: "count", quantity.Small: "count", quantity.Vague: "count", quantity.Rank: "index",
}

// otherUnits name the units that the codebook has no key for.
var otherUnits = map[quantity.Kind]string{
	quantity.Fraction: "share of one", quantity.Ratio: "share of one", quantity.Multiple: "times",
}

// row adds the row of a figure, two for "27 of the 107", and returns the number
// of the next.
func (r *reader) row(n int, q quantity.Quantity) int {
	if q.Kind == quantity.Ratio && q.Part >= 1 && q.Whole > 0 && q.To-1 > q.From && r.t[q.From].Number {
		whole := r.t[q.To-1]
		r.figure(n, q.Part, quantity.Span{Start: r.t[q.From].Start, End: r.t[q.From].End}, q)
		r.detailOf(n, "part_of", strconv.Itoa(n+2), q.Written)
		r.figure(n+1, q.Whole, quantity.Span{Start: whole.Start, End: whole.End}, q)
		return n + 2
	}
	r.figure(n, q.Value, q.Figure, q)
	if q.Range {
		r.number("value_to", n, q.ValueTo, q.Figure)
	}
	if q.OfThem && n > 0 {
		r.detailOf(n, "part_of", "1", q.Written)
	}
	return n + 1
}

// figure adds value, unit, population and bound of one row.
func (r *reader) figure(n int, value float64, at quantity.Span, q quantity.Quantity) {
	if q.Kind != quantity.Vague {
		r.number("value", n, value, at)
	}
	unit, name := units[q.Kind], ""
	switch {
	case q.PerText != "":
		unit, name = "rate", q.PerText
	case q.Kind == quantity.Money:
		name = q.Unit
	case q.Kind == quantity.Ratio && q.Part >= 1 && r.t[q.From].Number:
		unit = "count"
	case unit == "":
		unit, name = "other", otherUnits[q.Kind]
	}
	r.detailOf(n, "unit", unit, q.Written)
	if name != "" {
		r.detailOf(n, "unit_name", name, q.Written)
	}
	if !q.Counted.Empty() {
		r.detailOf(n, "population", r.s.Text[q.Counted.Start:q.Counted.End], q.Counted)
	}
	bound := q.Bound
	if bound == quantity.BoundNone {
		bound = quantity.BoundExact
	}
	r.detailOf(n, "bound", string(bound), q.Written)
}

// detailOf adds a detail of a row.
func (r *reader) detailOf(row int, field, text string, at quantity.Span) {
	d := Detail{Field: field, Row: row, Text: text, Start: at.Start, End: at.End}
	if field == "part_of" {
		if n, err := strconv.ParseFloat(text, 64); err == nil {
			d.Number = &n
		}
	}
	r.out = append(r.out, d)
}

// reportedPeriod returns the time that the figures cover: the interval that
// reaches furthest, of those that lie behind.
func (r *reader) reportedPeriod() (period.Interval, bool) {
	best, found := period.Interval{}, false
	for _, i := range r.periods {
		switch i.Relation {
		case period.Past, period.Span:
			return i, true
		case period.At, period.Start, period.Deadline:
			if !found || i.To.After(best.To) {
				best, found = i, true
			}
		}
	}
	return best, found
}

// measure says what the first figure states.
func (r *reader) measure(q quantity.Quantity) (string, span) {
	at := span{q.From, q.To}
	change := r.has(r.w.change)
	switch {
	case q.Kind == quantity.Rank:
		return "rank", at
	case q.PerText != "":
		return "rate", at
	case !r.has(r.w.average).empty():
		return "average", r.has(r.w.average)
	case q.Kind == quantity.Money:
		return "amount", at
	case !change.empty():
		return "change", change
	case q.Kind == quantity.Multiple, q.Kind == quantity.Percent && !r.has(r.w.than).empty():
		return "comparison", at
	case q.Kind == quantity.Percent, q.Kind == quantity.Ratio, q.Kind == quantity.Fraction:
		return "share", at
	}
	return "count", at
}

func (r *reader) direction() {
	if r.has(r.w.change).empty() {
		return
	}
	for _, way := range []struct {
		key string
		at  span
	}{{"up", r.has(r.w.up)}, {"down", r.has(r.w.down)}, {"same", r.has(r.w.same)}} {
		if !way.at.empty() {
			r.choice("direction", way.key, way.at)
			return
		}
	}
}

func (r *reader) comparison() {
	than := r.has(r.w.than)
	if at := r.has(r.w.earlier); !at.empty() {
		r.choice("comparison", "earlier_period", at)
		r.text("comparison_with", at)
		return
	}
	if than.empty() || than.to >= len(r.t) || r.t[than.to].Number {
		return
	}
	for _, q := range r.s.Numbers {
		if q.From >= than.to && q.From <= than.to+1 {
			return // "more than 40"
		}
	}
	r.choice("comparison", "other_group", than)
	r.text("comparison_with", r.trimmed(span{than.to, r.clauseEnd(than.to)}))
}

// clauseEnd returns the next boundary at or behind token i.
func (r *reader) clauseEnd(i int) int {
	for ; i < len(r.t); i++ {
		if r.w.boundary.Has(r.low(i)) || r.low(i) == "." {
			return i
		}
	}
	return i
}

// place returns the first capitalised name behind "in".
func (r *reader) place() span {
	for i := range r.t {
		if !r.w.placeBefore.Has(r.low(i)) {
			continue
		}
		from := i + 1
		for r.w.insideName.Has(r.low(from)) {
			from++
		}
		to := from
		for k := from; k < len(r.t); k++ {
			if r.t[k].Capital && !r.w.month.Has(r.low(k)) {
				to = k + 1
				continue
			}
			if !r.w.insideName.Has(r.low(k)) {
				break
			}
		}
		if to > from {
			return span{from, to}
		}
	}
	return span{}
}
