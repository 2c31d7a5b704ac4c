package period

// shape reads one way to write a part of the calendar at token i; n is how many
// tokens it takes, 0 when it is not there.
type shape func(r reader, i int) (found stretch, n int)

// shapes stand in order: the first that fits is taken.
func shapes() []shape {
	return []shape{
		reader.isoDay, reader.dottedDay, reader.slashedDay, reader.edge, reader.yearFirst, reader.dayMonth,
		reader.monthDay, reader.firstMonths,
		reader.quarter, reader.monthYear, reader.seasonYear, reader.seasonAlone, reader.relative, reader.weekday,
		reader.decade, reader.yearSpan, reader.namedYear,
	}
}

// wide are the shapes that are read behind a preposition only, where a bare
// year or "the year" is meant.
func wide() []shape { return []shape{reader.bareYear, reader.bareUnit, reader.bareSeason} }

func (r reader) stretch(i int) (stretch, int) { return r.firstOf(shapes(), i) }

func (r reader) stretchWide(i int) (stretch, int) {
	k := r.skip(i, r.w.filler)
	found, n := r.firstOf(shapes(), k)
	if n == 0 {
		found, n = r.firstOf(wide(), k)
	}
	if n == 0 {
		return stretch{}, 0
	}
	return found, k + n - i
}

// stretchOrNumber also takes the bare day of "from 10 to 12 June" and the bare
// year of "2018 to 2022".
func (r reader) stretchOrNumber(i int) (stretch, int) {
	if found, n := r.stretchWide(i); n > 0 {
		return found, n
	}
	if day, ok := r.integer(i); ok && day >= 1 && day <= 31 {
		return stretch{yearless: true, day: day, precision: Day}, 1
	}
	return stretch{}, 0
}

func (r reader) firstOf(list []shape, i int) (stretch, int) {
	if i >= len(r.t) {
		return stretch{}, 0
	}
	for _, read := range list {
		if found, n := read(r, i); n > 0 {
			return found, n
		}
	}
	return stretch{}, 0
}
