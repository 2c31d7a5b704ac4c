package guess

// source returns who is named as the origin of a figure: "according to X", else
// the subject of a verb of saying or counting.
func (r *reader) source() span {
	if at := r.accordingTo(); !at.empty() {
		return at
	}
	return r.speaker()
}

// accordingTo returns X of "according to X" or of what other languages set
// behind it.
func (r *reader) accordingTo() span {
	if at := r.has(r.w.according); !at.empty() {
		return r.withoutTitle(r.beforeRunOn(r.trimmed(span{at.to, r.clauseEnd(at.to)})))
	}
	if at := r.has(r.w.accordingAfter); !at.empty() {
		from := at.from
		for from > 0 && !r.w.boundary.Has(r.low(from-1)) {
			from--
		}
		return r.trimmed(span{from, at.from})
	}
	return span{}
}

// speaker returns who says something: "according to X", the subject before a
// verb of saying, or, behind a quotation, the one after it.
func (r *reader) speaker() span {
	verb := r.sayingVerb()
	if verb.empty() {
		return span{}
	}
	if before := r.subjectBefore(verb.from); !before.empty() {
		return before
	}
	return r.subjectAfter(verb.to)
}

// sayingVerb returns the first verb of saying that is neither passive nor
// opens the sentence. In "the United States", "to say" and "the claims" there is
// none.
func (r *reader) sayingVerb() span {
	for i := 1; i < len(r.t); i++ {
		if _, n := r.w.saying.Match(r.t, i); n > 0 && !r.t[i].Capital && !r.w.notVerb(r.low(i-1)) {
			return span{i, i + n}
		}
	}
	return span{}
}

// subjectBefore returns the noun phrase that ends before a verb. Between commas
// stands an apposition: of "Anna Bell, head of the centre, said" the whole is
// taken, which [reader.named] narrows down.
func (r *reader) subjectBefore(verb int) span {
	from := r.boundaryBefore(verb)
	if from == verb && from > 0 && r.low(from-1) == "," { // the comma that closes an apposition
		from = r.boundaryBefore(r.boundaryBefore(verb-1) - 1)
		if from < 0 {
			return span{}
		}
	}
	return r.trimmed(span{from, verb})
}

// boundaryBefore returns the first token behind the boundary that stands before
// token i.
func (r *reader) boundaryBefore(i int) int {
	for i > 0 && !r.w.boundary.Has(r.low(i-1)) {
		i--
	}
	return max(i, 0)
}

// subjectAfter returns the noun phrase behind a verb: as in “…,” said the minister.
func (r *reader) subjectAfter(i int) span {
	return r.trimmed(span{i, r.clauseEnd(i)})
}

// claim fills who asserts what kind of thing.
func (r *reader) claim() {
	speaker := r.source()
	r.text("speaker", r.named(speaker))
	if !speaker.empty() {
		r.keyed("speaker_type", r.w.speakerType, speaker) // a title tells more than a name
	}
	r.voice(speaker)
	r.claimType()
	if at := r.has(r.w.support); !at.empty() {
		r.choice("evidence_given", "source_named", at)
	} else {
		r.choice("evidence_given", "not_given", span{})
	}
}

// voice tells a quotation from reported speech and from the outlet's own words.
func (r *reader) voice(speaker span) {
	const fewestQuoted = 3
	open := -1
	for i := range r.t {
		switch r.low(i) {
		case "“", "«", "„":
			open = i
		case "”", "»", "\"":
			if open >= 0 && i-open > fewestQuoted {
				r.choice("voice", "direct_quote", span{open, i + 1})
				return
			}
			open = i
		}
	}
	if speaker.empty() {
		r.choice("voice", "outlet", span{})
		return
	}
	r.choice("voice", "reported", speaker)
}

// claimType reads the type from the first sign of one; else an event.
func (r *reader) claimType() {
	for _, kind := range []struct {
		key string
		at  span
	}{
		{"rule_in_force", r.has(r.w.rule)},
		{"cause", r.has(r.w.cause)},
		{"comparison", r.has(r.w.comparisonClaim)},
		{"prediction", r.has(r.w.will)},
		{"own_record", r.has(r.w.own)},
	} {
		if !kind.at.empty() {
			r.choice("claim_type", kind.key, kind.at)
			return
		}
	}
	r.choice("claim_type", "event", span{})
}
