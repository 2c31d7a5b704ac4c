package store

import (
	"slices"
	"strings"

	"gorm.io/gorm"

	"glossator/models"
)

// goneOn has states that were written down, see [models.Bundle], go on from
// what is known here of the same things. What said the same at some time is left
// out: an older table takes nothing back. One that is older than what stands
// stays a version beside it, between which a person chooses. The revisions are
// the same on every machine that knows the same.
func goneOn(tx *gorm.DB, stated []models.Event, gone withdrawn) ([]models.Event, error) {
	var uids []string
	for _, e := range stated {
		uids = append(uids, e.EntityUID)
	}
	slices.Sort(uids)
	known, err := revisionsOf(tx, slices.Compact(uids), gone)
	if err != nil {
		return nil, err
	}
	found := lineages(known)
	list := make([]models.Event, 0, len(stated))
	for _, e := range stated {
		here := found[e.EntityUID]
		switch {
		case here == nil || here.absorbed:
			list = append(list, e)
		case here.said(e):
		case e.At < here.chosen.At:
			list = append(list, e)
		default:
			list = append(list, here.next(e))
		}
	}
	return list, nil
}

// said reports whether a revision left the same state before.
func (l *lineage) said(e models.Event) bool {
	state := material(e.Entity, e.After)
	return slices.ContainsFunc(l.revisions, func(known models.Event) bool { return material(known.Entity, known.After) == state })
}

// next makes a stated revision one that was made knowing of the heads.
func (l *lineage) next(e models.Event) models.Event {
	var parents []string
	for _, head := range l.heads {
		parents = append(parents, head.UID)
		e.Version = max(e.Version, head.Version+1)
	}
	slices.Sort(parents)
	e.Op, e.Before, e.Parents = models.OpUpdate, l.chosen.After, strings.Join(parents, " ")
	e.UID = derivedUID(models.PrefixEvent, e.UID, e.Parents)
	return e
}
