package store

import (
	"slices"

	"gorm.io/gorm"

	"glossator/models"
)

// terms are what the snapshots of others are held against: the labels, people,
// articles and sentences of this copy. Its own cutting into sentences never
// changes by what others send.
type terms struct {
	labels    map[string]map[string]bool // fields by label
	people    map[string]bool
	articles  map[string]*articleTerms
	decisions map[string]bool // known to be here or about to be
}

// articleTerms are the live sentences of an article in reading order.
type articleTerms struct {
	id        int64
	sentences []models.Sentence
	ids       map[[2]int]int64
}

func readTerms(tx *gorm.DB) (terms, error) {
	t := terms{
		labels: map[string]map[string]bool{}, people: map[string]bool{}, articles: map[string]*articleTerms{}, decisions: map[string]bool{},
	}
	type field struct{ label, key string }
	fields, err := collect(tx, func(r *row, f *field) error { return r.Scan(&f.label, &f.key) },
		"SELECT l.key, COALESCE(f.key, '') FROM labels l LEFT JOIN label_fields f ON f.label_id = l.id")
	if err != nil {
		return t, err
	}
	for _, f := range fields {
		if t.labels[f.label] == nil {
			t.labels[f.label] = map[string]bool{}
		}
		t.labels[f.label][f.key] = true
	}
	people, err := collect(tx, one[string], "SELECT uid FROM annotators")
	for _, uid := range people {
		t.people[uid] = true
	}
	return t, err
}

// article returns what is known of an article, nil when it is not here.
func (t terms) article(tx *gorm.DB, uid string) (*articleTerms, error) {
	if known, ok := t.articles[uid]; ok {
		return known, nil
	}
	found, ok, err := articleByUID(tx, uid)
	if err != nil || !ok {
		return nil, err
	}
	at := &articleTerms{id: found.ID, ids: map[[2]int]int64{}}
	at.sentences, err = collect(tx, scanSentence, "SELECT "+sentenceColumns+
		" FROM sentences s WHERE s.article_id = ? AND s.retired_at IS NULL ORDER BY s.start_off", found.ID)
	for _, s := range at.sentences {
		at.ids[[2]int{s.StartOff, s.EndOff}] = s.ID
	}
	t.articles[uid] = at
	return at, err
}

func (t terms) sentenceID(article string, start, end int) (int64, bool) {
	at := t.articles[article]
	if at == nil {
		return 0, false
	}
	id, ok := at.ids[[2]int{start, end}]
	return id, ok
}

// fit returns the live sentence for a place: the very one, or the one that
// holds it, or the only one inside it.
func (a *articleTerms) fit(at [2]int) ([2]int, bool) {
	if _, ok := a.ids[at]; ok {
		return at, true
	}
	var inside [][2]int
	from, _ := slices.BinarySearchFunc(a.sentences, at[0], func(s models.Sentence, start int) int {
		if s.EndOff <= start {
			return -1
		}
		return 1
	})
	for _, s := range a.sentences[from:] {
		here := [2]int{s.StartOff, s.EndOff}
		switch {
		case here[0] >= at[1]:
			return only(inside)
		case here[0] <= at[0] && here[1] >= at[1]:
			return here, true
		case here[0] >= at[0] && here[1] <= at[1]:
			inside = append(inside, here)
		}
	}
	return only(inside)
}

func only(list [][2]int) ([2]int, bool) {
	if len(list) != 1 {
		return [2]int{}, false
	}
	return list[0], true
}

// place brings the state of an entity into the terms of this copy, or says why
// there is no place for it.
func (t terms) place(tx *gorm.DB, r *resting) error {
	switch r.entity {
	case models.EntityAnnotation:
		return placing(tx, r, t.placeAnnotation)
	case models.EntityReading:
		return placing(tx, r, t.placeReading)
	case models.EntityOutcome:
		return placing(tx, r, t.placeOutcome)
	case models.EntityProgress:
		return placing(tx, r, t.placeProgress)
	case models.EntityDecision:
		return placing(tx, r, t.placeDecision)
	case models.EntityResponse:
		return placing(tx, r, t.placeResponse)
	case models.EntityArticle:
		if at, err := t.article(tx, r.uid); err != nil || at == nil {
			r.unplaced(models.UnmatchedArticle, "")
			return err
		}
	case models.EntityAnnotator:
	case models.EntityLabel, models.EntityCodebook, models.EntitySegmentation, models.EntityBlock:
		r.state = "" // each copy has its own
	}
	return nil
}

// placing decodes a state, has fit bring it into the terms of this copy and
// encodes it again if that made a difference.
func placing[T any](tx *gorm.DB, r *resting, fit func(*gorm.DB, *resting, *T) error) error {
	state, err := decode[T](r.state)
	if err != nil {
		return err
	}
	if err := fit(tx, r, &state); err != nil || r.reason != "" && r.reason != models.UnmatchedField {
		r.state = ""
		return err
	}
	r.state, err = encode(state)
	return err
}

// sentence finds the live sentence for a place of an article.
func (t terms) sentence(tx *gorm.DB, r *resting, article string, at [2]int) ([2]int, error) {
	here, err := t.article(tx, article)
	if err != nil {
		return at, err
	}
	if here == nil {
		r.unplaced(models.UnmatchedArticle, "")
		return at, nil
	}
	to, ok := here.fit(at)
	if !ok {
		r.unplaced(models.UnmatchedSentence, "")
		return at, nil
	}
	r.elsewhere = to != at
	return to, nil
}

func (t terms) placeAnnotation(tx *gorm.DB, r *resting, s *annotationSnapshot) error {
	fields, known := t.labels[s.Label]
	if !known {
		r.unplaced(models.UnmatchedLabel, s.Label)
		return nil
	}
	if !t.people[s.Annotator] {
		r.unplaced(models.UnmatchedArticle, "")
		return nil
	}
	to, err := t.sentence(tx, r, s.Article, [2]int{s.Start, s.End})
	if err != nil || r.reason != "" {
		return err
	}
	if r.elsewhere {
		*s = moved(*s, [][2]int{to})
	}
	s.Details = slices.DeleteFunc(s.Details, func(d detailSnapshot) bool {
		if !fields[d.Field] {
			r.reason, r.detail = models.UnmatchedField, d.Field
		}
		return !fields[d.Field]
	})
	if len(s.Details) == 0 {
		s.Details = nil
	}
	return nil
}

// placeReading takes a mark over for the very sentence only: what is true of a
// part need not be true of the whole.
func (t terms) placeReading(tx *gorm.DB, r *resting, s *readingSnapshot) error {
	_, err := t.sentence(tx, r, s.Article, [2]int{s.Start, s.End})
	t.exactly(r, s.Annotator)
	return err
}

func (t terms) placeOutcome(tx *gorm.DB, r *resting, s *outcomeSnapshot) error {
	_, err := t.sentence(tx, r, s.Article, [2]int{s.Start, s.End})
	t.exactly(r, s.Annotator)
	if t.labels[s.Label] == nil {
		r.unplaced(models.UnmatchedLabel, s.Label)
	}
	return err
}

// exactly refuses what would move to another sentence, and strangers.
func (t terms) exactly(r *resting, annotator string) {
	if r.elsewhere || !t.people[annotator] {
		r.unplaced(models.UnmatchedSentence, "")
	}
}

func (t terms) placeProgress(tx *gorm.DB, r *resting, s *progressSnapshot) error {
	at, err := t.article(tx, s.Article)
	if err == nil && (at == nil || !t.people[s.Annotator]) {
		r.unplaced(models.UnmatchedArticle, "")
	}
	return err
}

func (t terms) placeDecision(tx *gorm.DB, r *resting, s *decisionSnapshot) error {
	if s.Label != "" && t.labels[s.Label] == nil {
		r.unplaced(models.UnmatchedLabel, s.Label)
		return nil
	}
	if !t.people[s.Reviewer] || s.Layer != "" && !t.people[s.Layer] {
		r.unplaced(models.UnmatchedArticle, "")
		return nil
	}
	to, err := t.sentence(tx, r, s.Article, [2]int{s.Start, s.End})
	if err == nil && r.reason == "" {
		s.Start, s.End = to[0], to[1]
		t.decisions[r.uid] = true
	}
	return err
}

func (t terms) placeResponse(tx *gorm.DB, r *resting, s *responseSnapshot) error {
	if !t.decisions[s.Decision] {
		here, _, err := first(tx, one[bool], "SELECT EXISTS (SELECT 1 FROM decisions d WHERE d.uid = ?)", s.Decision)
		if err != nil {
			return err
		}
		t.decisions[s.Decision] = here
	}
	if !t.decisions[s.Decision] || !t.people[s.Annotator] {
		r.unplaced(models.UnmatchedSentence, "")
	}
	return nil
}
