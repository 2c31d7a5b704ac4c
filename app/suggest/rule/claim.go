package rule

// worth scores how much a fact-checker would want to check a sentence,
// whatever its label; figure and promise are the log-odds of a statistic and of
// a commitment.
func worth(s *Sentence, figure, promise float64) []Reason {
	const someFigure, shortest, long = -0.5, 7, 15
	h := sheet{{priorReason, usualWorth}}
	h.add(figure > someFigure, "a quantity", 1.5)
	h.add(s.capitals() >= 2, "names", 0.5)
	h.add(s.anyPast(), "the past tense", 0.6)
	h.add(s.has(s.w.cause), "a cause", 0.5)
	h.add(s.has(s.w.attributionPhrase), "somebody says it", 0.7)
	h.add(s.has(s.w.universal), "all, only, most or never", 0.5)
	h.add(s.has(s.w.firstPerson), "the first person", -0.7)
	h.add(s.has(s.w.opinion), "opinion or courtesy", -1)
	h.add(s.isQuestion(), "a question", -2)
	h.add(len(s.Tokens) < shortest, "very short", -1.4)
	h.add(len(s.Tokens) > long, "long", 0.4)
	h.add(promise > 0, "reads as a promise", -0.8)
	return h
}

// claim scores how strongly a sentence asserts something that may be true or
// false and is neither a measured quantity nor a promise.
func claim(s *Sentence, figure, promise float64) []Reason {
	const shortest = 6
	h := sheet{{priorReason, usualClaim}}
	past := s.anyPast()
	h.add(s.has(s.w.attribution), "somebody says it", 1.7)
	h.add(s.has(s.w.doubted), "a verb of accusing or denying", 0.9)
	h.add(s.has(s.w.contested), "a contested matter", 1.2)
	h.add(past, "the past tense", 0.3)
	h.add(s.has(s.w.causeClaimed), "a cause", 1)
	h.add(s.has(s.w.superlative), "first, only, most or never", 1.2)
	h.add(s.has(s.w.denial), "a denial", 0.9)
	h.add(s.has(s.w.ruleInForce), "a rule in force", 1.3)
	h.add(past && s.has(s.w.have), "a result stated", 0.4)
	h.add(s.predicts(), forecastReason, 2.2)
	h.add(figure > 0, "a statistic", -1)
	h.add(promise > 0, "reads as a promise", -1.2)
	h.add(s.has(s.w.urge), "a demand", -1.5)
	h.add(s.has(s.w.courtesy), "courtesy or a notice", -1.5)
	h.add(s.isQuestion(), "a question", -2)
	h.add(len(s.Tokens) < shortest, "very short", -1)
	return h
}

// capitals counts the capitalised words of more than one letter behind the
// first.
func (s *Sentence) capitals() int {
	n := 0
	for i, t := range s.Tokens {
		if i > 0 && t.Capital && len(t.Text) > 1 {
			n++
		}
	}
	return n
}

func (s *Sentence) anyPast() bool {
	for _, t := range s.Tokens {
		if s.w.isPast(t.Low) {
			return true
		}
	}
	return false
}

// predicts reports whether something is said to come by itself.
func (s *Sentence) predicts() bool {
	for i, t := range s.Tokens {
		if s.w.will.Has(t.Low) && s.will(i).Why == forecastReason {
			return true
		}
	}
	return false
}
