package store

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"glossator/models"
)

// What stands in the project follows from the set of all revisions that are
// known, whatever the order in which they came. Two copies that know the same
// revisions therefore hold the same, and merging is a union: commutative,
// associative and idempotent.
//
// A revision is overtaken when a later one was made knowing of it: the later
// one names it as a parent, or, without parents, begins where it ended. What a
// later one names as parents is free again when its step is undone. Those that
// nobody has overtaken are the heads of their entity; several of them are
// several versions, as in a multi-value register (Shapiro et al. 2011, "A
// comprehensive study of convergent and commutative replicated data types").

// later orders revisions: by version, device and UID.
func later(a, b models.Event) int {
	return cmp.Or(cmp.Compare(a.Version, b.Version), strings.Compare(a.DeviceUID, b.DeviceUID), strings.Compare(a.UID, b.UID))
}

// lineage is all that is known about one entity.
type lineage struct {
	entity    models.Entity
	uid       string
	revisions []models.Event // in the order of later
	heads     []models.Event // those that nobody has overtaken, the chosen one first
	chosen    models.Event   // the one whose state stands
	absorbed  bool           // no heads: another entity was changed in its place, see twins
}

// lineages sorts revisions by entity and finds the heads.
func lineages(revisions []models.Event) map[string]*lineage {
	found := make(map[string]*lineage)
	for _, e := range revisions {
		at := found[e.EntityUID]
		if at == nil {
			at = &lineage{entity: e.Entity, uid: e.EntityUID}
			found[e.EntityUID] = at
		}
		at.revisions = append(at.revisions, e)
	}
	named := make(map[string]bool)
	for _, at := range found {
		slices.SortFunc(at.revisions, later)
		at.nameParents(named)
	}
	for _, at := range found {
		at.findHeads(named)
	}
	return found
}

// nameParents notes what the revisions name as parents whose step stands.
func (l *lineage) nameParents(named map[string]bool) {
	undone := make(map[string]bool)
	for _, e := range l.revisions {
		if e.Undoes != "" {
			undone[e.Undoes] = e.Kind == models.KindUndo
		}
	}
	for _, e := range l.revisions {
		if undone[e.GroupUID] {
			continue
		}
		for parent := range strings.FieldsSeq(e.Parents) {
			named[parent] = true
		}
	}
}

// findHeads goes from the newest revision to the oldest and leaves out those
// that a later one has overtaken.
func (l *lineage) findHeads(named map[string]bool) {
	begun := make(map[string]bool) // the states that later revisions began with
	same := codecs[l.entity].same
	for _, e := range slices.Backward(l.revisions) {
		overtaken := named[e.UID] || begun[e.After]
		if !overtaken && l.entity == models.EntityArticle { // whose number of sentences does not count
			for before := range maps.Keys(begun) {
				overtaken = overtaken || same(before, e.After)
			}
		}
		if !overtaken {
			l.heads = append(l.heads, e)
		}
		if e.Parents == "" && e.Before != "" {
			begun[e.Before] = true
		}
	}
	l.choose()
}

// choose finds the head that stands: an edit rather than a deletion, and of
// several the latest.
func (l *lineage) choose() {
	if len(l.heads) == 0 {
		l.absorbed = true
		l.chosen = l.revisions[len(l.revisions)-1]
		return
	}
	best := 0
	for i, head := range l.heads {
		if buried(l.heads[best].After) && !buried(head.After) {
			best = i
		}
	}
	l.chosen = l.heads[best]
	l.heads = slices.Concat(l.heads[best:best+1], l.heads[:best], l.heads[best+1:])
}

// state is what stands, in the terms of the revisions. An absorbed entity is
// deleted.
func (l *lineage) state() (string, error) {
	if !l.absorbed || buried(l.chosen.After) {
		return l.chosen.After, nil
	}
	return tombstone(l.entity, l.chosen.After, l.chosen.At)
}

// tombstone is a state after its deletion, dated by its own revision so that
// every copy makes the same.
func tombstone(entity models.Entity, state string, at int64) (string, error) {
	return codecs[entity].bury(state, max(at, 1))
}

// versions returns those heads that differ in more than dates: more than one
// of them are two versions, between which a person has to choose.
func (l *lineage) versions() []models.Event {
	var list []models.Event
	known := make(map[string]bool)
	for _, head := range l.heads {
		if key := material(head.Entity, head.After); !known[key] {
			known[key] = true
			list = append(list, head)
		}
	}
	return list
}
