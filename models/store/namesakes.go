package store

import (
	"slices"
	"strings"

	"gorm.io/gorm"

	"glossator/models"
)

// clashes returns the people of a bundle of whom it is not known who they are
// here, while somebody of the same name works here. Only those count who have
// done something: a person who has merely added articles is nobody to be taken
// for another.
func (t translation) clashes(tx *gorm.DB, b models.Bundle, by Actor) ([]models.NameClash, error) {
	here, err := collect(tx, scanAnnotator, "SELECT "+annotatorColumns+" FROM annotators p ORDER BY p.id")
	if err != nil {
		return nil, err
	}
	var list []models.NameClash
	for _, their := range b.Annotators {
		if _, answered := t.same[their.UID]; answered {
			continue
		}
		namesake := func(a models.Annotator) bool {
			return a.UID != their.UID && a.ArchivedAt == nil && strings.EqualFold(a.Name, their.Name)
		}
		if !slices.ContainsFunc(here, namesake) || !works(b, their.UID) {
			continue
		}
		busy, err := busyHere(tx)
		if err != nil {
			return nil, err
		}
		if busy[their.UID] {
			continue
		}
		at := slices.IndexFunc(here, func(a models.Annotator) bool { return namesake(a) && (busy[a.UID] || a.UID == by.AnnotatorUID) })
		if at >= 0 {
			list = append(list, models.NameClash{Name: their.Name, Theirs: their.UID, Ours: here[at].UID})
		}
	}
	return list, nil
}

// works reports whether a bundle holds anything of a person but the person.
func works(b models.Bundle, uid string) bool {
	return slices.ContainsFunc(b.Revisions, func(e models.Event) bool {
		return e.Entity != models.EntityAnnotator && strings.Contains(e.After, uid)
	})
}

// selectBusy lists the people who have a layer, decided or answered.
const selectBusy = `SELECT p.uid FROM annotators p WHERE EXISTS (SELECT 1 FROM annotations n WHERE n.annotator_id = p.id)
OR EXISTS (SELECT 1 FROM readings g WHERE g.annotator_id = p.id) OR EXISTS (SELECT 1 FROM progress g WHERE g.annotator_id = p.id)
OR EXISTS (SELECT 1 FROM decisions d WHERE d.reviewer_id = p.id) OR EXISTS (SELECT 1 FROM responses r WHERE r.annotator_id = p.id)`

func busyHere(tx *gorm.DB) (map[string]bool, error) {
	uids, err := collect(tx, one[string], selectBusy)
	busy := make(map[string]bool, len(uids))
	for _, uid := range uids {
		busy[uid] = true
	}
	return busy, err
}
