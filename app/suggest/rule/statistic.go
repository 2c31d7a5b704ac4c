package rule

import (
	"math"
	"strings"

	"glossator/app/suggest/quantity"
)

// statistic scores how strongly a sentence reports a measured quantity;
// promise is the log-odds of a commitment.
func statistic(s *Sentence, promise float64) []Reason {
	h := sheet{{priorReason, usualStatistic}}
	best, several := s.heaviestNumber()
	if best.Weight == 0 {
		h.add(true, "no quantity", -2)
		return h
	}
	h = append(h, best)
	h.add(several, "several quantities", 0.7)
	change := s.has(s.w.changeVerb)
	projection := s.has(s.w.projection)
	h.add(change, "a verb of change", 0.6)
	h.add(s.has(s.w.source), "a source or survey", 0.7)
	h.add(s.has(s.w.aggregate), "a summary figure", 0.4)
	h.add(projection, "a forecast or estimate", 1)
	const promising, mostPromise, leastPromise, share = -0.5, 2.4, 0.8, 0.5
	h.add(promise > promising && !projection, "reads as a promise", -math.Min(mostPromise, leastPromise+promise*share))
	h.add(s.has(s.w.target) && !change, "a target or limit", -0.8)
	h.add(s.existingFigure(), "an existing figure", 2)
	return h
}

// heaviestNumber returns the number that most speaks for a statistic and
// whether several do.
func (s *Sentence) heaviestNumber() (best Reason, several bool) {
	const counts = 1.0
	heavy := 0
	for _, q := range s.Numbers {
		weight := s.weigh(q)
		if weight > counts {
			heavy++
		}
		if weight > best.Weight {
			best = Reason{kindReasons[q.Kind], weight}
		}
	}
	return best, heavy > 1
}

// kindReasons are the words for the numbers that make a statistic.
//
//locale:texts
var kindReasons = map[quantity.Kind]string{
	quantity.Percent:  "a percentage",
	quantity.Points:   "percentage points",
	quantity.Ratio:    "a part of a whole",
	quantity.Fraction: "a fraction",
	quantity.Multiple: "a multiple",
	quantity.Rank:     "a place in a ranking",
	quantity.Rate:     "a rate",
	quantity.Money:    "an amount of money",
	quantity.Count:    "a count",
	quantity.Vague:    "a vague amount",
	quantity.Small:    "a small number of cases",
	quantity.Duration: "an average length",
	quantity.Physical: "a physical measure",
	quantity.Age:      "an average age",
}

// wanted is what is left of a figure's weight when it is a quota, a limit or
// the aim of a change: such figures belong to the commitment.
const wanted = 0.2

// weigh returns how much one number speaks for a statistic, in log-odds.
func (s *Sentence) weigh(q quantity.Quantity) float64 {
	weight := s.plainWeight(q)
	if s.averaged(q) {
		weight = max(weight, 3)
	}
	if s.Wanted(q) {
		weight *= wanted
	}
	return weight
}

// Reported reports whether a figure is one that a statistic would hold.
func (s *Sentence) Reported(q quantity.Quantity) bool {
	const least = 0.8
	return s.weigh(q) >= least
}

// Wanted reports whether a figure is a quota, a limit or the aim of a change
// ("raise the share to 30 percent") and not a measured one.
func (s *Sentence) Wanted(q quantity.Quantity) bool {
	if q.Target {
		return true
	}
	const boundReach, aimReach = 4, 30
	to := q.From - 1
	for to > q.From-boundReach && !s.w.to.Has(s.low(to)) {
		to--
	}
	if !s.w.to.Has(s.low(to)) {
		return false
	}
	for i := to - 1; i >= max(0, to-aimReach); i-- {
		if s.w.changeAim.Has(s.low(i)) {
			return true
		}
		if s.w.changePast.Has(s.low(i)) {
			return false
		}
	}
	return false
}

// existingFigure sees the figure that a promise starts from: "to the existing
// 120".
func (s *Sentence) existingFigure() bool {
	for _, q := range s.Numbers {
		if q.Kind == quantity.Count && s.w.existing.Has(s.low(q.From-1)) {
			return true
		}
	}
	return false
}

// averaged sees "the median age was 17", whatever kind 17 is taken for.
func (s *Sentence) averaged(q quantity.Quantity) bool {
	switch q.Kind {
	case quantity.Count, quantity.Small, quantity.Age, quantity.Duration, quantity.Physical:
		const reach = 8
		return s.w.average.Near(s.Tokens, q.From-reach, q.From)
	case quantity.Percent, quantity.Points, quantity.Ratio, quantity.Fraction, quantity.Multiple, quantity.Vague,
		quantity.Money, quantity.Rate, quantity.Date, quantity.Clock, quantity.Rank, quantity.ID, quantity.Score:
	}
	return false
}

// kindWeights weigh the kinds that weigh the same wherever they stand, in
// log-odds.
var kindWeights = map[quantity.Kind]float64{
	quantity.Percent: 3.7, quantity.Ratio: 3.7, quantity.Points: 3.7, quantity.Rate: 2.5, quantity.Physical: 0.9,
}

// weighers weigh the kinds that depend on their neighbours. Kinds in neither
// table measure nothing.
var weighers = map[quantity.Kind]func(*Sentence, quantity.Quantity) float64{
	quantity.Fraction: (*Sentence).fractionWeight, quantity.Multiple: (*Sentence).multipleWeight,
	quantity.Rank: (*Sentence).rankWeight, quantity.Money: (*Sentence).moneyWeight,
	quantity.Count: (*Sentence).countWeight, quantity.Vague: (*Sentence).vagueWeight,
	quantity.Small: (*Sentence).smallWeight, quantity.Duration: (*Sentence).durationWeight,
}

func (s *Sentence) plainWeight(q quantity.Quantity) float64 {
	if weigher, ok := weighers[q.Kind]; ok {
		return weigher(s, q)
	}
	return kindWeights[q.Kind]
}

func (s *Sentence) fractionWeight(q quantity.Quantity) float64 {
	if s.w.partOfYear.Has(s.low(q.From - 1)) {
		return 0
	}
	return 3.5
}

func (s *Sentence) rankWeight(q quantity.Quantity) float64 {
	if s.w.rankVerb.Near(s.Tokens, q.From-3, q.From) {
		return 3.4
	}
	return 0
}

func (s *Sentence) vagueWeight(q quantity.Quantity) float64 {
	if s.w.people.Has(q.Unit) {
		return 1.6
	}
	return 0.8
}

func (s *Sentence) durationWeight(q quantity.Quantity) float64 {
	if q.From >= 3 && s.measuresLength {
		return 2.6
	}
	return 0
}

func (s *Sentence) multipleWeight(q quantity.Quantity) float64 {
	word := s.low(q.From)
	if s.w.doubled.Has(word) && (!s.w.isPast(word) || s.w.the.Has(s.low(q.To))) {
		return 1.2
	}
	return 2.8
}

func (s *Sentence) moneyWeight(q quantity.Quantity) float64 {
	weight := 1.9
	if s.isBudget(q) {
		weight = 0.4
	}
	if s.w.cost.Near(s.Tokens, q.From-6, q.From) {
		weight += 1.4
	}
	if s.w.per.Has(s.low(q.To)) || q.Bound != quantity.BoundNone {
		weight += 0.5
	}
	return weight
}

func (s *Sentence) countWeight(q quantity.Quantity) float64 {
	beforeNumber := q.From > 0 && s.Tokens[q.From-1].Number
	afterNumber := q.To < len(s.Tokens) && s.Tokens[q.To].Number
	spaced := strings.ContainsAny(s.Tokens[q.From].Text, " \u00a0")
	if beforeNumber || afterNumber || (spaced && q.Unit == "") {
		return 0 // a telephone number or a list of codes
	}
	const small, large = 12, 1000
	weight := 2.1
	for _, add := range []struct {
		applies bool
		weight  float64
	}{
		{q.Value > small, 0.4},
		{q.Value >= large, 0.4},
		{s.w.people.Has(q.Unit), 0.8},
		{q.Bound != quantity.BoundNone, 0.5},
		{s.w.assisted.Near(s.Tokens, q.From-6, q.To+8), 0.5},
		{s.low(q.To) == "-", -1.5},
		{q.Unit == "", -0.8},
	} {
		if add.applies {
			weight += add.weight
		}
	}
	return weight
}

func (s *Sentence) smallWeight(q quantity.Quantity) float64 {
	switch {
	case s.fromTo(q):
		return 3
	case !s.w.people.Has(q.Unit):
		return 0
	case s.w.harmed.Near(s.Tokens, q.To, q.To+4):
		return 2.4
	}
	return 0.9
}

// fromTo sees "from 9 to 10" beside a verb of change.
func (s *Sentence) fromTo(q quantity.Quantity) bool {
	return s.low(q.From-1) == "from" && s.w.to.Has(s.low(q.To)) && s.w.changeVerb.Near(s.Tokens, q.From-4, q.From)
}

// isBudget sees money that is planned: "$30 million to …" at the head of a line
// or "will invest 30 million".
func (s *Sentence) isBudget(q quantity.Quantity) bool {
	next := s.low(q.To)
	const head, listHead = 2, 6
	listed := strings.HasPrefix(s.Text, listItem) && q.From <= listHead
	if (listed || q.From <= head) && s.w.budgetHead.Has(next) {
		return true
	}
	return s.w.budgetBefore.Near(s.Tokens, q.From-6, q.From) || s.w.budgetAfter.Has(next)
}

// listItem marks an item of a list in text that came from a web page.
const listItem = "<li>"
