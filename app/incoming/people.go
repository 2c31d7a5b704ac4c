package incoming

import (
	"slices"

	"glossator/models"
)

// personOf finds whose row it is: by identity, by name, or as somebody new.
// Rows without either are those of whoever is at work.
func (m *matcher) personOf(row *Row) Person {
	person := m.known(row)
	if !slices.Contains(m.result.People, person) {
		m.result.People = append(m.result.People, person)
	}
	return person
}

func (m *matcher) known(row *Row) Person {
	id := row.AnnotatorID
	if !isUID(models.PrefixAnnotator, id) {
		id = ""
	}
	name, err := models.CleanName(row.Annotator)
	if err != nil && id == "" {
		return personFrom(m.o.Me)
	}
	at := slices.IndexFunc(m.o.People, func(a models.Annotator) bool { return id != "" && a.UID == id })
	if at >= 0 {
		return personFrom(m.o.People[at])
	}
	if at = slices.IndexFunc(m.o.People, func(a models.Annotator) bool { return a.Name == name }); at >= 0 {
		m.noteSameName(id, name)
		if id == "" || m.o.SamePeople {
			return personFrom(m.o.People[at])
		}
	}
	if name == "" {
		name = "Annotator"
	}
	if id == "" {
		id = m.o.derived(models.PrefixAnnotator, "name", name)
	}
	return Person{UID: id, Name: name, New: true, gold: name == string(models.RoleGold)}
}

// noteSameName remembers that a name has another identity here.
func (m *matcher) noteSameName(id, name string) {
	if id != "" && !slices.Contains(m.result.SameNames, name) {
		m.result.SameNames = append(m.result.SameNames, name)
	}
}

func personFrom(a models.Annotator) Person {
	return Person{UID: a.UID, Name: a.Name, gold: a.Role == models.RoleGold}
}

// cover gathers of which sentences of an article the file has a row of an
// annotator, and whether she has finished all of them.
type cover struct {
	sentences map[int]bool // starts
	total     int
	open      bool
}

func (m *matcher) cover(match *Matched) {
	key := Finished{match.Article.UID, match.Person.UID}
	c := m.covered[key]
	if c == nil {
		c = &cover{sentences: map[int]bool{}, total: match.Article.SentenceCount}
		m.covered[key] = c
	}
	c.sentences[match.Sentence.StartOff] = true
	c.open = c.open || !match.Row.Done
}

// settleFinished marks those articles as finished of which the file has a row
// for every sentence, each of them finished; one that misses some, as an
// export of one label does, says nothing about the others.
func (m *matcher) settleFinished() {
	whole := map[Finished]bool{}
	for i := range m.result.Rows {
		match := &m.result.Rows[i]
		if match.Article == nil || match.Sentence == nil || match.State == Unmatched || match.State == Unsure {
			continue
		}
		key := Finished{match.Article.UID, match.Person.UID}
		done, known := whole[key]
		if !known {
			c := m.covered[key]
			done = c != nil && !c.open && len(c.sentences) == c.total
			whole[key] = done
			if done {
				m.result.Finished = append(m.result.Finished, key)
			}
		}
		if match.Label == models.NoLabel && match.State == New && !done {
			match.State = Unmatched
			match.Reason = models.Textf("An article becomes finished only when the file has a finished row for each of its sentences.")
		}
	}
}
