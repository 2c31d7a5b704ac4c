package agreement

// Places of the sums in a tally that are single numbers.
const (
	ratedAt      = iota // units with a rating
	comparableAt        // units with two ratings or more
	agreementAt         // over comparable units, the share of agreeing pairs of ratings
	nominalAt           // observed disagreement, nominal; see observe
	jaccardAt           // the same with Jaccard distance
	masiAt              // the same with MASI distance
	yesMatchedAt        // ordered pairs of ratings that are both yes
	yesMetAt            // ordered pairs of ratings whose first is yes
	noMatchedAt         // ordered pairs of ratings that are both no
	noMetAt             // ordered pairs of ratings whose first is no

	scalars
)

// Blocks of a tally that hold one number for each category, after the scalars.
const (
	sharesBlock   = iota // over rated units, the share of ratings in the category
	pairableBlock        // ratings in the category, in comparable units
	firstBlock           // the first annotator's ratings, in units both rated
	secondBlock          // the second annotator's ratings, in units both rated

	blocks
)

// tally holds sums over units from which the coefficients are computed. Sums of
// parts add up to the sums of the whole: that is what the bootstrap rests on.
type tally struct {
	*scheme

	sums []float64
}

func newTally(s *scheme) *tally {
	return &tally{scheme: s, sums: make([]float64, scalars+blocks*s.categories)}
}

// tallyOf adds up all units of a coding.
func tallyOf(c *coding) *tally {
	t := newTally(c.scheme)
	for unit := range c.units() {
		t.add(c, unit)
	}

	return t
}

func (t *tally) rated() float64      { return t.sums[ratedAt] }
func (t *tally) comparable() float64 { return t.sums[comparableAt] }

// observed is the mean share of agreeing pairs, the agreement Ao of Fleiss (1971).
func (t *tally) observed() float64 { return t.sums[agreementAt] / t.sums[comparableAt] }

func (t *tally) block(number int) []float64 {
	start := scalars + number*t.categories

	return t.sums[start : start+t.categories]
}

// add adds one unit.
func (t *tally) add(c *coding, unit int) {
	row := c.row(unit)
	ratings := float64(c.ratings(unit))
	if ratings == 0 {
		return
	}
	t.sums[ratedAt]++
	shares := t.block(sharesBlock)
	for _, category := range row {
		if category != missing {
			shares[category] += 1 / ratings
		}
	}
	if ratings == 1 {
		return
	}

	t.sums[comparableAt]++
	if len(row) == 2 {
		t.block(firstBlock)[row[0]]++
		t.block(secondBlock)[row[1]]++
	}
	pairable := t.block(pairableBlock)
	matching := 0.0
	for i, category := range row {
		if category == missing {
			continue
		}
		pairable[category]++
		same := t.observe(row, i, ratings-1)
		matching += same
		if t.sets == nil {
			t.meet(category, same, ratings-1)
		}
	}
	t.sums[agreementAt] += matching / (ratings * (ratings - 1))
}

// observe compares one rating with the others of its unit, counts the equal
// ones and adds its part of the observed disagreement: the distances to the
// others, divided by their number (Krippendorff 2011, the coincidence matrix).
func (t *tally) observe(row []int32, place int, others float64) (same float64) {
	category := row[place]
	for i, other := range row {
		if i == place || other == missing {
			continue
		}
		if other == category {
			same++

			continue
		}
		t.sums[nominalAt] += 1 / others
		if t.sets != nil {
			a, b := t.sets[category], t.sets[other]
			t.sums[jaccardAt] += (1 - jaccardSimilarity(a, b)) / others
			t.sums[masiAt] += (1 - masiSimilarity(a, b)) / others
		}
	}

	return same
}

// meet counts the pairs that specific agreement is made of.
func (t *tally) meet(category int32, same, others float64) {
	if category == yes {
		t.sums[yesMatchedAt] += same
		t.sums[yesMetAt] += others

		return
	}
	t.sums[noMatchedAt] += same
	t.sums[noMetAt] += others
}

// term is one sum of a tally that is not zero.
type term struct {
	place int
	value float64
}

// terms lists the sums that are not zero. With many categories nearly all sums
// of one article are zero, and a draw need not touch them.
func (t *tally) terms() []term {
	var list []term
	for place, value := range t.sums {
		if value != 0 {
			list = append(list, term{place: place, value: value})
		}
	}

	return list
}
