package store

import (
	"slices"

	"glossator/models"
)

// labelsOf returns what one layer says about a sentence, in the order of the
// codebook.
func (at reviewed) labelsOf(annotator string) []models.ResultLabel {
	var labels []models.ResultLabel
	for _, m := range at.marks {
		if m.annotator == annotator {
			labels = append(labels, models.ResultLabel{Label: m.label, Details: m.details})
		}
	}
	return labels
}

// compareLabels says how two layers stand to each other.
func compareLabels(a, b []models.ResultLabel) models.Comparison {
	result := models.Same
	if len(a) != len(b) {
		return models.LabelsDiffer
	}
	for i := range a {
		if a[i].Label != b[i].Label {
			return models.LabelsDiffer
		}
		if !slices.Equal(a[i].Details, b[i].Details) {
			result = models.DetailsDiffer
		}
	}
	return result
}

// finishers returns those of the layers (none: all) that have finished an
// article.
func (p *review) finishers(article int64, layers []string) (uids []string) {
	for _, a := range p.people {
		chosen := len(layers) == 0 && a.Role != models.RoleGold || slices.Contains(layers, a.UID)
		if chosen && p.finished[completion{article, a.ID}] {
			uids = append(uids, a.UID)
		}
	}
	return uids
}

// compare says how layers (none: all) stand to each other on a sentence. Only
// those that have finished the article are compared.
func (p *review) compare(at reviewed, layers []string) models.Comparison {
	finished := p.finishers(at.article, layers)
	if len(finished) < 2 { //nolint:mnd // one alone is not compared
		return models.NotComparable
	}
	result := models.Same
	one := at.labelsOf(finished[0])
	for _, other := range finished[1:] {
		switch compareLabels(one, at.labelsOf(other)) {
		case models.LabelsDiffer:
			return models.LabelsDiffer
		case models.DetailsDiffer:
			result = models.DetailsDiffer
		case models.Same, models.NotComparable:
		}
	}
	return result
}

// agreed returns what all of the layers (none: all) say that have finished, and
// whether there are two and they say the same.
func (p *review) agreed(at reviewed, layers []string) ([]models.ResultLabel, bool) {
	finished := p.finishers(at.article, layers)
	if len(layers) > len(finished) || p.compare(at, layers) != models.Same {
		return nil, false
	}
	return at.labelsOf(finished[0]), true
}

// state says how far the review of a sentence is: what the newest decision about
// each label on it says, of a reviewer or (empty) of anybody.
func (p *review) state(at reviewed, layers []string, reviewer string) (models.ReviewState, []models.SentenceDecision) {
	here := at.sights()
	var decisions []models.SentenceDecision
	for _, d := range p.decisions[at.id] {
		if reviewer == "" || d.Reviewer.UID == reviewer {
			d.Stale = staleOn(d, here)
			decisions = append(decisions, d)
		}
	}
	if len(decisions) == 0 {
		return models.ReviewOpen, nil
	}
	return stateOf(decisions, at.keys(layers)), decisions
}

// keys returns the labels that one of the layers (none: all) has put on the
// sentence.
func (at reviewed) keys(layers []string) (keys []string) {
	for _, m := range at.marks {
		if (len(layers) == 0 || slices.Contains(layers, m.annotator)) && !slices.Contains(keys, m.label) {
			keys = append(keys, m.label)
		}
	}
	return keys
}

// stateOf sums decisions about labels up, the newest last.
func stateOf(decisions []models.SentenceDecision, labels []string) models.ReviewState {
	for _, d := range decisions { // a label that was decided about may be gone
		if d.LabelKey != "" && !slices.Contains(labels, d.LabelKey) {
			labels = append(labels, d.LabelKey)
		}
	}
	counting := make([]*models.SentenceDecision, 0, len(labels))
	for _, label := range labels {
		counting = append(counting, newestAbout(decisions, label))
	}
	if len(labels) == 0 {
		counting = append(counting, &decisions[len(decisions)-1])
	}
	newest, deferred, open := counting[0], false, false
	for _, d := range counting {
		switch {
		case d == nil:
			open = true
		case d.Stale:
			return models.ReviewStale
		case d.Verdict == models.VerdictDeferred:
			deferred = true
		}
		if d != nil && (newest == nil || d.Version > newest.Version) {
			newest = d
		}
	}
	switch {
	case open:
		return models.ReviewOpen
	case deferred:
		return models.ReviewDeferred
	}
	return models.ReviewState(newest.Verdict)
}
