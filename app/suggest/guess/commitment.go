package guess

import (
	"cmp"
	"time"

	"glossator/app/suggest/period"
	"glossator/app/suggest/quantity"
)

// commitment fills who binds itself to what, by when and how firmly.
func (r *reader) commitment() {
	verb := r.promiseVerb()
	adopted := r.adoption()
	switch {
	case adopted.empty():
		r.actor(verb)
	case !r.w.passive.Has(r.low(adopted.from - 1)):
		r.actor(adopted)
	}
	r.action(verb)
	deadline, dated := r.deadline(adopted)
	if dated {
		r.date("deadline", deadline)
	}
	r.target()
	r.kind(verb)
	r.instrument(adopted)
	r.actionLevel(verb, dated)
	if at := r.has(r.w.condition); !at.empty() {
		r.text("condition", r.trimmed(span{at.from, r.clauseEnd(at.from)}))
	}
	r.status(adopted)
	r.review(deadline, dated)
}

// promiseVerb returns the first word that binds: "will", "pledged", "plans".
func (r *reader) promiseVerb() span { return r.has(r.w.promiseVerb) }

// adoption returns the verb of an instrument that the sentence says was
// adopted; empty when none was.
func (r *reader) adoption() span {
	verb := r.has(r.w.adopted)
	const reach = 9
	if verb.empty() || !r.w.adoptedThing.Near(r.t, verb.from-reach, verb.to+reach) {
		return span{}
	}
	return verb
}

func (r *reader) actor(verb span) {
	if verb.empty() {
		return
	}
	actor := r.withoutPeriod(r.subjectBefore(verb.from))
	said := r.sayingVerb()
	if !said.empty() && said.to <= verb.from && r.w.will.Has(r.low(verb.from)) {
		if speaker := r.speaker(); !speaker.empty() && r.w.passive.Has(r.low(verb.to)) {
			actor = speaker // "the minister said a hotline would be launched"
		} else if !actor.empty() && actor.from <= said.from && actor.to > said.to {
			actor.from = said.to
		}
	}
	r.text("actor", r.named(actor))
	if !actor.empty() {
		r.keyed("actor_type", r.w.actorType, actor)
	}
}

// withoutPeriod cuts a date off the front of a subject: "Next year the
// government".
func (r *reader) withoutPeriod(s span) span {
	for _, i := range r.periods {
		for !s.empty() && r.t[s.from].Start >= i.Start && r.t[s.from].End <= i.End {
			s.from++
		}
	}
	return s
}

// action returns what is promised: from the verb behind "will" or "to" to the
// end, without a deadline that closes it.
func (r *reader) action(verb span) {
	if verb.empty() {
		return
	}
	from := verb.to
	if !r.w.will.Has(r.low(verb.from)) {
		if _, to := r.find(r.w.to, span{verb.to, len(r.t)}); !to.empty() {
			from = to.to
		}
	}
	at := r.trimmed(span{from, r.nextClause(from)})
	for _, i := range r.periods {
		for !at.empty() && r.t[at.to-1].Start >= i.Start && r.t[at.to-1].End <= i.End {
			at.to--
		}
	}
	r.text("action", r.trimmed(at))
}

// nextClause returns where a clause ends because another one begins: at a
// comma with "and", "so" or "which" behind it, or at "and I".
func (r *reader) nextClause(from int) int {
	const shortest = 3
	for i := from + shortest; i+1 < len(r.t); i++ {
		joined := r.low(i) == "," || r.w.joins.Has(r.low(i))
		if _, n := r.w.opensClause.Match(r.t, i+1); joined && n > 0 {
			return i
		}
	}
	return len(r.t)
}

// deadline returns by when: an interval with an end, else a date that lies
// ahead of the article. The date on which an instrument was adopted is none.
func (r *reader) deadline(adopted span) (period.Interval, bool) {
	for _, i := range r.periods {
		if i.Relation == period.Deadline {
			return i, true
		}
	}
	for _, i := range r.periods {
		ahead := r.now.Known() && !i.To.IsZero() && !r.now.Before(i)
		if i.Relation == period.Past || (ahead && i.Relation != period.Start) || (!adopted.empty() && i.Relation == period.At) {
			continue
		}
		return i, true
	}
	return period.Interval{}, false
}

// target fills the promised number and the figure that it starts from.
func (r *reader) target() {
	found := false
	for _, q := range r.s.Numbers {
		unit, ok := targetUnit(q)
		if !ok {
			continue
		}
		if r.w.existing.Has(r.low(q.From-1)) || (r.w.from.Has(r.low(q.From-1)) && !found) {
			r.number("baseline", 0, q.Value, q.Figure)
			continue
		}
		if found {
			continue
		}
		found = true
		r.number("target_value", 0, cmp.Or(q.ValueTo, q.Value), q.Figure)
		if unit != "" {
			r.detailOf(0, "target_unit", unit, q.Written)
		}
	}
}

// targetUnit returns what a number of a promise counts; false for a date and
// the like.
func targetUnit(q quantity.Quantity) (string, bool) {
	switch q.Kind {
	case quantity.Percent:
		return "percent", true
	case quantity.Points:
		return "percentage points", true
	case quantity.Count, quantity.Small, quantity.Money, quantity.Vague:
		return q.Unit, q.Kind != quantity.Vague
	case quantity.Multiple:
		return "times", true
	case quantity.Ratio, quantity.Fraction, quantity.Rate, quantity.Duration, quantity.Date, quantity.Clock,
		quantity.Age, quantity.Rank, quantity.ID, quantity.Score, quantity.Physical:
	}
	return "", false
}

func (r *reader) kind(verb span) {
	if verb.empty() {
		return
	}
	if r.w.not.Has(r.low(verb.to)) {
		r.choice("kind", "refrain", span{verb.to, verb.to + 1})
		return
	}
	if _, at := r.find(r.w.outcome, span{verb.to, len(r.t)}); !at.empty() {
		r.choice("kind", "outcome", at)
		return
	}
	r.choice("kind", "action", verb)
}

func (r *reader) instrument(adopted span) {
	key, at := r.find(r.w.instrumentType, r.all())
	if key == "" {
		key, at = "statement", adopted
	}
	r.choice("instrument", key, at)
}

// actionLevel reads the level from the verb; a date or a number makes an act
// specific.
func (r *reader) actionLevel(verb span, dated bool) {
	if verb.empty() {
		return
	}
	key, at := r.find(r.w.actionLevel, span{verb.to, len(r.t)})
	if key == "" {
		key = "general"
		if dated || len(r.s.Numbers) > 0 {
			key = "specific"
		}
	}
	r.choice("action_level", key, at)
}

// status says how far it has come; of an instrument that was adopted also when.
func (r *reader) status(adopted span) {
	if adopted.empty() {
		r.choice("status", "announced", span{})
		return
	}
	r.choice("status", "adopted", adopted)
	for _, i := range r.periods {
		if i.Relation == period.At && i.Precision == period.Day {
			r.date("status_on", i)
			return
		}
	}
}

// review proposes when to look again: at the deadline, else a year after the
// article.
func (r *reader) review(deadline period.Interval, dated bool) {
	day := deadline.To
	if !dated || day.IsZero() {
		day = r.now.YearOn()
	}
	if day.IsZero() {
		return
	}
	iso := day.Format(time.DateOnly)
	r.out = append(r.out, Detail{Field: "review_on", Text: iso, Start: deadline.Start, End: deadline.End, ISO: iso})
}
