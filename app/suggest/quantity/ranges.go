package quantity

// rangeAt reads a figure with two ends as one quantity: "between 10 and 20
// percent", "10-15 people", "2 to 3 million". A score, a pair of years and a
// change ("rose from 9 to 10") are none.
func (r reader) rangeAt(i int) (Quantity, bool) {
	low, ok := r.value(i)
	if !ok {
		return Quantity{}, false
	}
	joint, dashed := r.joint(i)
	bare, ok := r.value(joint + 1)
	if joint == 0 || !ok || r.isChange(i, joint) {
		return Quantity{}, false
	}
	money, signed := r.w.currency.Value(r.low(i - 1))
	high, ok := r.upperEnd(joint+1, dashed, signed)
	if !ok || high.Value <= low {
		return Quantity{}, false
	}
	if low < bare && high.Value > bare { // "2-3 million"
		low *= high.Value / bare
	}
	high.ValueTo, high.Value, high.Range, high.From = high.Value, low, true, i
	if signed {
		high.Kind, high.Unit = Money, money
	}
	return high, true
}

// joint returns the token that joins the number at i with an upper end, 0 when
// none does, and whether it is a dash.
func (r reader) joint(i int) (at int, dashed bool) {
	_, percent := r.w.percent.Match(r.t, i+1)
	at = i + 1 + percent
	word := r.low(at)
	opened := r.w.rangeFrom.Has(r.low(i - 1))
	switch {
	case isDash(word):
		return at, true
	case r.w.rangeTo.Has(word), opened && r.w.and.Has(word):
		return at, false
	}
	return 0, false
}

// upperEnd reads the upper end of a range at token i.
func (r reader) upperEnd(i int, dashed, signed bool) (Quantity, bool) {
	high, ok := r.at(i)
	if !ok {
		return high, false
	}
	if unit := r.noun(high.To); high.Kind == Score && dashed && (signed || r.w.people.Has(unit)) {
		high.Kind, high.Unit = Count, unit // the dash alone made it a score
	}
	return high, signed || r.rangeKind(high, dashed)
}

// isChange reports whether the two figures are the ends of a change.
func (r reader) isChange(i, joint int) bool {
	return r.w.rangeTo.Has(r.low(joint)) && r.w.rangeFrom.Has(r.low(i-1)) && !r.w.singular
}

// rangeKind reports whether the upper end is of a kind that makes a range; a
// dash between bare numbers needs a unit or a counted noun.
func (r reader) rangeKind(high Quantity, dashed bool) bool {
	switch high.Kind {
	case Percent, Points, Money:
		return true
	case Count, Small:
		return !dashed || r.w.people.Has(high.Unit)
	case Score, Ratio, Fraction, Multiple, Vague, Rate, Duration, Date, Clock, Age, Rank, ID, Physical:
		return false
	}
	return false
}
