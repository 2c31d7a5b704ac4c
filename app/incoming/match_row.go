package incoming

import (
	"strings"
	"unicode/utf8"

	"glossator/models"
)

// matchRow says what a row is to its article: one match for each sentence that
// it is about.
func (m *matcher) matchRow(d *desk, row *Row) []Matched {
	at, way, reason := d.find(row)
	if len(at) == 0 {
		return []Matched{{Row: row, State: Unmatched, Article: &d.content.Article, Reason: reason}}
	}
	matches := make([]Matched, 0, len(at))
	for _, place := range at {
		match := Matched{Row: row, Way: way, Article: &d.content.Article, Sentence: &d.content.Sentences[place.sentence]}
		if reason := m.complete(d, &match, place); reason.Format != "" {
			match.State, match.Reason = Unmatched, reason
		} else if way == ByLooseText && !m.o.Loose {
			match.State = Unsure
			match.Reason = models.Textf(
				"The sentence of the project differs from that of the file in white space or in how its characters are composed.")
		}
		if match.State != Unmatched && match.State != Unsure {
			m.claim(&match)
		}
		matches = append(matches, match)
	}
	return matches
}

// complete finds out whose, which and what; it returns why the row is of no
// use, or nothing.
func (m *matcher) complete(d *desk, match *Matched, place landing) (reason models.Text) {
	row := match.Row
	m.remarkText(match)
	match.Person = m.personOf(row)
	if match.Person.gold || row.Gold {
		return models.Textf("The row is one of the gold layer, which follows from the decisions of a review and is not imported.")
	}
	if row.Label == models.NoLabel {
		match.Label = models.NoLabel
		return m.completeEmpty(d, match)
	}
	label, known := labelOf(m.o.Labels, row.Label)
	if !known {
		return models.Textf("The codebook of the project has no label %q.", row.Label)
	}
	match.Label = label.Key
	match.Existing = d.rows[row.AnnotationID]
	if reason := m.placePart(d, match, place); reason.Format != "" {
		return reason
	}
	if match.Existing == nil {
		match.Existing = d.places[spotKey(match.Sentence.StartOff, match.Person.UID, label.Key, match.PartStart, match.PartEnd)]
	} else if reason := m.keepOwner(d, match); reason.Format != "" {
		return reason
	}
	match.Wanted = m.wantedBy(match, label)
	m.compare(match)
	return m.refuse(match)
}

// remarkText says that the text of the file is another one; it is never taken
// over.
func (m *matcher) remarkText(match *Matched) {
	text := match.Row.SentenceText
	if text != "" && loosely(text) != loosely(match.Sentence.Text) {
		match.Remarks = append(match.Remarks, models.Textf("The text of the sentence is not that of the project, which stays."))
	}
}

// keepOwner leaves an annotation that is named by its identity with whoever
// has it. A change of its label must not meet the same label.
func (m *matcher) keepOwner(d *desk, match *Matched) (reason models.Text) {
	owner := match.Existing.Annotator
	if owner.UID != match.Person.UID {
		if match.Row.Annotator != "" && match.Row.Annotator != owner.Name {
			match.Remarks = append(match.Remarks, models.Textf("The annotation stays in the layer of %s.", owner.Name))
		}
		match.Person = Person{UID: owner.UID, Name: owner.Name}
	}
	if match.Existing.Label == match.Label {
		return reason
	}
	twin := d.places[spotKey(match.Sentence.StartOff, owner.UID, match.Label, match.PartStart, match.PartEnd)]
	if twin != nil {
		return models.Textf("The sentence has the label %s already, in an annotation of its own.", match.Label)
	}
	return reason
}

// placePart finds the words inside the sentence that the annotation is about.
func (m *matcher) placePart(d *desk, match *Matched, place landing) (reason models.Text) {
	row, s := match.Row, match.Sentence
	switch {
	case row.Quote == nil && match.Existing != nil:
		a := &match.Existing.Annotation
		match.PartStart, match.PartEnd, match.Quote = a.StartOff, a.EndOff, a.Quote
		return reason
	case row.Quote == nil:
		match.PartStart, match.PartEnd = place.start, place.end
		if place.start != nil {
			match.Quote = string(d.runes[*place.start:*place.end])
		}
		return reason
	case *row.Quote == "":
		return reason
	}
	quote := *row.Quote
	length := utf8.RuneCountInString(quote)
	if row.Start != nil && *row.Start >= s.StartOff && *row.Start+length <= s.EndOff {
		part := string(d.runes[*row.Start : *row.Start+length])
		if part == quote || reshaped(part, quote) {
			match.PartStart, match.PartEnd, match.Quote = row.Start, new(*row.Start+length), part
			return reason
		}
	}
	before, _, found := strings.Cut(s.Text, quote)
	if !found {
		return models.Textf("The quote is not in the sentence.")
	}
	from := s.StartOff + utf8.RuneCountInString(before)
	match.PartStart, match.PartEnd, match.Quote = &from, new(from+length), quote
	return reason
}

// refuse says why a change is not made, or nothing.
func (m *matcher) refuse(match *Matched) (reason models.Text) {
	match.State = New
	if match.Existing != nil {
		if reason := m.own(match); reason.Format != "" {
			return reason
		}
	}
	return m.twice(match)
}

// own says whether anything changes, and refuses to change what is another's.
func (m *matcher) own(match *Matched) (reason models.Text) {
	if match.State = Same; len(match.Changes) > 0 {
		match.State = Changed
	}
	owner := match.Existing.Annotator
	if match.State == Changed && owner.UID != m.o.Me.UID && !m.o.EveryLayer {
		return models.Textf("The annotation is that of %s, who alone changes it.", owner.Name)
	}
	return reason
}

// twice refuses a second row about the same annotation.
func (m *matcher) twice(match *Matched) (reason models.Text) {
	if line, taken := m.claimed[m.claimKey(match)]; taken {
		return models.Textf("Line %d is about the same annotation already.", line)
	}
	return reason
}

func (m *matcher) claim(match *Matched) {
	m.cover(match)
	if match.Label != models.NoLabel {
		m.claimed[m.claimKey(match)] = match.Row.Line
		m.claimed[match.Wanted.UID] = match.Row.Line
	}
}

func (m *matcher) claimKey(match *Matched) string {
	if match.Existing != nil {
		return match.Existing.Annotation.UID
	}
	return match.Article.UID + " " + spotKey(match.Sentence.StartOff, match.Person.UID, match.Label, match.PartStart, match.PartEnd)
}
