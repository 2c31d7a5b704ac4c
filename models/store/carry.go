package store

import (
	"slices"

	"glossator/models"
)

// What stands on repaired sentences goes to those that replace them by overlap,
// in every layer:
//
// An annotation of part of a sentence goes to the new sentence that holds the
// most of that part, and is clipped to it. An annotation of a whole sentence
// goes to the new one that shares the most text with the old one; of two equal
// ones the first. Where one annotator then has the same label twice on a whole
// sentence, the first one stays with its details and its note, to which the
// note of the second is added; only when the first has no details it gets
// those of the second.
//
// The mark that a sentence was read and holds nothing is true of a new sentence
// only when its annotator has said so of all its text and has no label on it.
//
// A decision of a review goes the way of an annotation of the whole sentence.

// overlap returns how many code points two places share.
func overlap(a, b [2]int) int { return max(0, min(a[1], b[1])-max(a[0], b[0])) }

// nearest returns the place that shares the most with at, of two equal ones
// the first.
func nearest(places [][2]int, at [2]int) [2]int {
	return slices.MaxFunc(places, func(a, b [2]int) int {
		return overlap(a, at) - overlap(b, at)
	})
}

// carry brings what stands on old sentences to the new ones at places.
func (r *repair) carry(old []models.Sentence, places [][2]int) error {
	ids := make([]int64, len(old))
	for i, s := range old {
		ids[i] = s.ID
	}
	uids, err := collect(r.tx, one[string], `SELECT n.uid FROM annotations n JOIN sentences s ON s.id = n.sentence_id
		WHERE n.sentence_id IN ? AND n.deleted_at IS NULL ORDER BY s.start_off, n.id`, ids)
	if err != nil {
		return err
	}
	labelled := map[layerPlace]bool{}
	if err := r.carryAnnotations(uids, places, labelled); err != nil {
		return err
	}
	if err := r.carryReadings(old, ids, places, labelled); err != nil {
		return err
	}
	return r.carryDecisions(ids, places)
}

// carryDecisions moves the decisions of a review to the new sentences that
// share the most with the old ones. What they judged has changed, so that they
// are stale there.
func (r *repair) carryDecisions(ids []int64, places [][2]int) error {
	uids, err := collect(r.tx, one[string],
		"SELECT d.uid FROM decisions d WHERE d.sentence_id IN ? AND d.deleted_at IS NULL ORDER BY d.id", ids)
	if err != nil {
		return err
	}
	for _, uid := range uids {
		err := update(r.change, models.EntityDecision, uid, func(s *decisionSnapshot) error {
			to := nearest(places, [2]int{s.Start, s.End})
			s.Start, s.End = to[0], to[1]
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// layerPlace is a place as one annotator's layer sees it.
type layerPlace struct {
	annotator string
	at        [2]int
}

// carried is an annotation on its way to a new sentence.
type carried struct {
	uid    string
	before string
	state  annotationSnapshot
	gone   bool // another one of the same label takes it in
}

// carryAnnotations moves annotations, given in reading order, and notes which
// layers have a label where.
func (r *repair) carryAnnotations(uids []string, places [][2]int, labelled map[layerPlace]bool) error {
	states, err := loadAnnotations(r.tx, uids)
	if err != nil {
		return err
	}
	list := make([]*carried, 0, len(uids))
	for _, uid := range uids {
		before, err := encode(states[uid])
		if err != nil {
			return err
		}
		next := &carried{uid: uid, before: before, state: moved(states[uid], places)}
		if kept := twin(list, next.state); kept != nil {
			kept.takeIn(next)
		}
		list = append(list, next)
		labelled[layerPlace{next.state.Annotator, [2]int{next.state.Start, next.state.End}}] = true
	}
	// Those that are taken in go first: a sentence has a label once.
	for _, a := range list {
		if a.gone {
			if err := r.bury(models.EntityAnnotation, a.uid); err != nil {
				return err
			}
		}
	}
	for _, a := range list {
		if err := r.land(a); err != nil {
			return err
		}
	}
	return nil
}

// land saves an annotation on its new sentence.
func (r *repair) land(a *carried) error {
	if a.gone {
		return nil
	}
	after, err := encode(a.state)
	if err != nil {
		return err
	}
	return r.save(models.EntityAnnotation, a.uid, a.before, after)
}

// moved returns an annotation as it stands on the best of the places.
func moved(state annotationSnapshot, places [][2]int) annotationSnapshot {
	at := [2]int{state.Start, state.End}
	if state.PartStart != nil && state.PartEnd != nil {
		at = [2]int{*state.PartStart, *state.PartEnd}
	}
	to := nearest(places, at)
	state.Start, state.End = to[0], to[1]
	shared := overlap(to, at)
	switch {
	case state.PartStart == nil || shared == at[1]-at[0]:
		return state
	case shared == 0: // nothing but white space at the cut
		state.PartStart, state.PartEnd, state.Quote = nil, nil, ""
		return state
	}
	from, end := max(at[0], to[0]), min(at[1], to[1])
	if quote := []rune(state.Quote); len(quote) == at[1]-at[0] {
		state.Quote = string(quote[from-at[0] : end-at[0]])
	}
	state.PartStart, state.PartEnd = &from, &end
	return state
}

// twin returns the annotation of a whole sentence that says the same as state,
// nil when there is none.
func twin(list []*carried, state annotationSnapshot) *carried {
	for _, a := range list {
		s := a.state
		if !a.gone && s.PartStart == nil && state.PartStart == nil &&
			s.Annotator == state.Annotator && s.Label == state.Label && s.Start == state.Start {
			return a
		}
	}
	return nil
}

// takeIn keeps what another annotation of the same label says.
func (a *carried) takeIn(other *carried) {
	other.gone = true
	switch note := other.state.Note; {
	case note == "" || note == a.state.Note:
	case a.state.Note == "":
		a.state.Note = note
	default:
		a.state.Note += "\n" + note
	}
	if len(a.state.Details) == 0 {
		a.state.Details = other.state.Details
	}
}

// carryReadings takes the marks off the old sentences and puts them on those
// new ones of which they are true.
func (r *repair) carryReadings(old []models.Sentence, ids []int64, places [][2]int, labelled map[layerPlace]bool) error {
	uids, err := collect(r.tx, one[string],
		"SELECT uid FROM readings WHERE sentence_id IN ? AND deleted_at IS NULL ORDER BY annotator_id, id", ids)
	if err != nil {
		return err
	}
	states, err := loadReadings(r.tx, uids)
	if err != nil {
		return err
	}
	read := map[string]int{} // sentences by annotator
	var annotators []string
	for _, uid := range uids {
		if err := r.bury(models.EntityReading, uid); err != nil {
			return err
		}
		annotator := states[uid].Annotator
		if read[annotator]++; read[annotator] == len(old) {
			annotators = append(annotators, annotator)
		}
	}
	for _, annotator := range annotators {
		for _, at := range places {
			if labelled[layerPlace{annotator, at}] {
				continue
			}
			if err := r.putReading(place{articleUID: r.article, start: at[0], end: at[1]}, annotator); err != nil {
				return err
			}
		}
	}
	return nil
}
