package store

import (
	"slices"
	"strings"

	"glossator/models"
)

// count adds what becomes of one entity to the report.
func (m *merging) count(r *resting) error {
	switch r.entity { //nolint:exhaustive // the others are not counted
	case models.EntityAnnotation:
		return m.countAnnotation(r)
	case models.EntityArticle:
		return m.countArticle(r)
	case models.EntityDecision:
		if r.differs() {
			m.report.Decisions++
		}
	case models.EntityResponse:
		if r.differs() {
			m.report.Responses++
		}
	}
	return nil
}

// countArticle counts the articles that come back or go; new ones are counted
// when their text is added.
func (m *merging) countArticle(r *resting) error {
	switch {
	case !r.differs() || r.now == "" || buried(r.now) == buried(r.state):
		return nil
	case buried(r.now):
		m.report.Articles++
		return nil
	}
	s, err := decode[articleSnapshot](r.state)
	m.report.RemovedArticles = append(m.report.RemovedArticles, s.Title)
	return err
}

func (m *merging) countAnnotation(r *resting) error {
	if r.reason != "" {
		if err := m.unmatched(r); err != nil || r.state == "" {
			return err
		}
	}
	switch live, was := !buried(r.state), r.now != "" && !buried(r.now); {
	case live && !was:
		m.report.Added++
	case was && !live:
		m.report.Removed++
	case live && r.now != r.state:
		m.report.Changed++
	case live && r.inBundle:
		m.report.Identical++
	}
	return nil
}

// unmatched lists a live annotation that has no place here.
func (m *merging) unmatched(r *resting) error {
	if buried(r.chosen.After) {
		return nil
	}
	s, err := decode[annotationSnapshot](r.chosen.After)
	if err != nil {
		return err
	}
	row := models.Unmatched{Label: s.Label, Annotator: m.nameOf(s.Annotator), Reason: r.reason, Detail: r.detail}
	row.ArticleTitle, row.Sentence = m.wordsAt(s.Article, s.Start, s.End)
	m.report.Unmatched++
	m.report.UnmatchedRows = append(m.report.UnmatchedRows, row)
	if r.reason == models.UnmatchedLabel && !slices.Contains(m.report.UnknownLabels, s.Label) {
		m.report.UnknownLabels = append(m.report.UnknownLabels, s.Label)
		slices.Sort(m.report.UnknownLabels)
	}
	return nil
}

// nameOf returns the name of a person in the bundle.
func (m *merging) nameOf(uid string) string {
	for _, a := range m.bundle.Annotators {
		if m.told.person(a.UID) == uid {
			return a.Name
		}
	}
	return ""
}

// wordsAt returns the title of an article of the bundle and what its text says
// at a place.
func (m *merging) wordsAt(article string, start, end int) (title, words string) {
	for _, a := range m.bundle.Articles {
		if m.told.article(a.Article.UID) != article {
			continue
		}
		text := []rune(a.Text)
		if start < 0 || end > len(text) || start > end {
			return a.Article.Title, ""
		}
		return a.Article.Title, strings.TrimSpace(string(text[start:end]))
	}
	return "", ""
}

// sum names the layers and the things with two versions.
func (m *merging) sum() error {
	layers := make(map[string]*models.MergedLayer)
	for _, a := range m.bundle.Annotators {
		uid := m.told.person(a.UID)
		r := m.resting[uid]
		isNew := m.created(uid) || r != nil && r.now == ""
		layers[uid] = &models.MergedLayer{AnnotatorUID: uid, Name: a.Name, Labels: map[string]int{}, New: isNew}
	}
	var forked []*resting
	for _, r := range m.resting {
		if err := m.addToLayer(layers, r); err != nil {
			return err
		}
		if contested[r.entity] && len(r.versions()) > 1 {
			forked = append(forked, r)
		}
	}
	for _, a := range m.bundle.Annotators {
		layer := layers[m.told.person(a.UID)]
		if layer != nil && (len(layer.Labels) > 0 || layer.Finished > 0) {
			m.report.Layers = append(m.report.Layers, *layer)
		}
		delete(layers, m.told.person(a.UID))
	}
	var err error
	m.report.TwoVersions, err = m.forks(forked)
	for _, fork := range m.report.TwoVersions {
		if fork.Entity == models.EntityAnnotation {
			m.report.Conflicts++
		}
	}
	return err
}

// created reports whether this merge has made a person.
func (m *merging) created(uid string) bool {
	return slices.ContainsFunc(m.events, func(e models.Event) bool { return e.EntityUID == uid && e.Op == models.OpCreate })
}

func (m *merging) addToLayer(layers map[string]*models.MergedLayer, r *resting) error {
	if r.state == "" || r.absorbed || buried(r.chosen.After) || !r.inBundle {
		return nil
	}
	switch r.entity { //nolint:exhaustive // the others are no part of a layer's summary
	case models.EntityAnnotation:
		s, err := decode[annotationSnapshot](r.chosen.After)
		if err != nil {
			return err
		}
		if layer := layers[s.Annotator]; layer != nil {
			layer.Labels[s.Label]++
		}
	case models.EntityProgress:
		s, err := decode[progressSnapshot](r.state)
		if err != nil {
			return err
		}
		if layer := layers[s.Annotator]; layer != nil && s.FinishedAt != 0 {
			layer.Finished++
		}
	}
	return nil
}

// forks describes what has two versions, in the order of its UIDs.
func (m *merging) forks(forked []*resting) ([]models.Fork, error) {
	slices.SortFunc(forked, func(a, b *resting) int { return strings.Compare(a.uid, b.uid) })
	var list []models.Fork
	for _, r := range forked {
		fork, err := forkOf(m.tx, r.entity, r.uid, r.versions())
		if err != nil {
			return nil, err
		}
		list = append(list, fork)
	}
	return list, nil
}
