package rule

import "strings"

// commitment scores how strongly a sentence binds somebody to future conduct.
func commitment(s *Sentence) []Reason {
	h := sheet{{priorReason, usualCommitment}}
	p := promiseReader{s: s, settled: s.has(s.w.promiseSettled), conditional: s.has(s.w.ifWord)}
	firm := false // something other than a bare demand
	for i, t := range s.Tokens {
		reason, binds := p.at(i)
		h.add(reason.Weight != 0, reason.Why, reason.Weight)
		firm = firm || binds
		p.said = p.said || s.w.saying.Has(t.Low)
	}
	s.commitmentPhrases(&h)
	h.add(s.isListedAction(), "an item of a list of actions", 2.2)
	h.add(s.isQuestion(), "a question", -2)
	h.add(!firm && s.has(s.w.demand), "a condition or demand", -0.6)
	return h
}

// promiseReader looks for words that bind, one token after the other.
type promiseReader struct {
	s           *Sentence
	settled     bool // the sentence says that a promise was kept or broken
	conditional bool
	said        bool // a verb of saying stands before
}

// at returns the evidence that starts at token i and whether it is more than a
// mention of an instrument.
func (p promiseReader) at(i int) (found Reason, binds bool) {
	w, word := p.s.w, p.s.low(i)
	switch {
	case w.will.Has(word), strings.HasSuffix(word, "'ll"):
		found = p.s.will(i)
		return found, found.Weight > 0
	case w.promise.Has(word):
		return Reason{"a word of promise", p.s.promiseWeight(i, p.settled)}, true
	case w.intend.Has(word) && w.intendClause.Has(p.s.low(i+1)):
		return Reason{"a verb of intention", p.s.intendWeight(word)}, true
	case w.futureVerb.Has(word):
		return Reason{"a verb in the future", p.s.futureWeight(i)}, true
	case p.said && !p.conditional && w.would.Has(word) && p.s.promisedInSpeech(i):
		return Reason{"a promise in reported speech", 2.7}, true
	}
	return p.s.instrumentAt(i), false
}

// instrumentReach is how far from its verb an instrument may stand, in tokens.
const instrumentReach = 9

// instrumentAt sees a law, plan or treaty that is adopted or imposes a duty.
func (s *Sentence) instrumentAt(i int) Reason {
	adopted, imposed := s.w.instrumentVerb.Has(s.low(i)), s.w.dutyVerb.Has(s.low(i))
	switch {
	case !adopted && !imposed, !s.w.instrument.Near(s.Tokens, i-instrumentReach, i+instrumentReach):
		return Reason{}
	case adopted:
		return Reason{"an instrument adopted", 2.6}
	}
	return Reason{"a duty imposed", 2.4}
}

// isListedAction sees an item of a list that begins with a verb of action.
func (s *Sentence) isListedAction() bool {
	const first = 3 // behind the tokens of the mark
	return strings.HasPrefix(s.Text, listItem) && s.w.commitVerb.Has(s.low(first))
}

// commitmentPhrases adds what does not depend on word order.
func (s *Sentence) commitmentPhrases(h *sheet) {
	h.add(s.has(s.w.goingTo), "going to", 0.9)
	h.add(s.has(s.w.deadline), "a deadline", 0.8)
	h.add(s.has(s.w.instrumentPhrase), "a plan or law", 0.7)
	h.add(s.has(s.w.determination), "determination", 2.4)
	h.add(s.has(s.w.ifElected), "if elected", 0.9)
	h.add(s.has(s.w.inForce), "an instrument adopted", 2.4)
	h.add(s.has(s.w.spending), "planned spending", 0.7)
}

// promiseWeight weighs a word such as "pledge" by what follows it.
func (s *Sentence) promiseWeight(i int, settled bool) float64 {
	next := s.low(i + 1)
	switch {
	case settled:
		return 0.6 // about an old promise
	case s.w.promiseClause.Has(next), s.w.promiseFirm.Has(s.low(i)):
		return 2.9
	case s.w.promiseObject.Has(next):
		return 1.6
	}
	return 1.2 // "its commitment", "a promise": a mention
}

func (s *Sentence) intendWeight(word string) float64 {
	if s.w.intendNoun.Has(word) {
		return 1.5
	}
	return 2.5
}

// promisedInSpeech sees the past of "will" behind a verb of saying: "said a
// hotline would be launched".
func (s *Sentence) promisedInSpeech(i int) bool {
	verb := i + 1
	if s.w.wouldSkip.Has(s.low(verb)) {
		verb++
	}
	if s.w.auxiliary.Has(s.low(verb)) {
		return s.w.isParticiple(s.low(verb + 1))
	}
	return s.w.commitVerb.Has(s.low(verb))
}

func (w *words) isParticiple(word string) bool { return strings.HasSuffix(word, "ed") }

// agentReach is how far before its verb the acting body may stand, in tokens.
const agentReach = 5

// will weighs "will" by its verb and by who acts.
func (s *Sentence) will(i int) Reason {
	verb, keeps := s.verbBehind(i)
	word := s.low(verb)
	agent := strings.HasSuffix(s.low(i), "'ll") || s.w.agent.Near(s.Tokens, i-agentReach, i)
	commits := s.w.commitVerb.Has(word)
	switch {
	case !agent && s.isForecast(verb, keeps):
		return Reason{forecastReason, 0.3}
	case agent && commits:
		return Reason{"a body will act", 3.4}
	case agent && s.w.not.Has(s.low(i+1)):
		return Reason{"a body will not", 2.6}
	case commits:
		return Reason{"will act", 2.5}
	case s.w.be.Has(word) && s.w.isParticiple(s.low(verb+1)):
		return Reason{"will be done", 1.9}
	case agent:
		return Reason{"a body will", 1.4}
	}
	return Reason{"will", 0.8}
}

// forecastReason is given for what is said to happen by itself.
const forecastReason = "a forecast"

// verbBehind returns the verb that "will" at token i belongs to, and whether a
// word such as "continue" stands between them.
func (s *Sentence) verbBehind(i int) (verb int, keeps bool) {
	verb = i + 1
	for verb < len(s.Tokens) && (s.w.willSkip.Has(s.low(verb)) || strings.HasSuffix(s.low(verb), "ly")) {
		keeps = keeps || s.w.keep.Has(s.low(verb))
		verb++
	}
	return verb, keeps
}

// isForecast sees "will keep growing" and "will rise": what happens by itself.
func (s *Sentence) isForecast(verb int, keeps bool) bool {
	if s.w.keep.Has(s.low(verb)) {
		keeps = true
		verb++
	}
	word := s.low(verb)
	if !s.w.forecastVerb.Has(word) {
		return false
	}
	return keeps || !s.w.commitVerb.Has(word)
}

// futureWeight weighs a verb that is in the future by its form.
func (s *Sentence) futureWeight(i int) float64 {
	if s.w.agent.Near(s.Tokens, i-agentReach-1, i+agentReach+1) {
		return 3.2
	}
	return 2.4
}
