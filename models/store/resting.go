package store

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"gorm.io/gorm"

	"glossator/models"
)

// resting is what shall stand of an entity in this copy of the project.
type resting struct {
	*lineage

	now       string         // what stands; empty: the entity is not there
	state     string         // what shall stand; empty: there is no place for it here
	rests     []models.Event // the revisions that the state rests on, the chosen one first
	reason    models.UnmatchedReason
	detail    string // what the reason is about
	inBundle  bool
	elsewhere bool // it stands on another sentence than the revision says
}

// unplaced marks that there is no place for an entity, and why.
func (r *resting) unplaced(reason models.UnmatchedReason, detail string) {
	r.state, r.reason, r.detail = "", reason, detail
}

// differs reports whether something else shall stand than stands.
func (r *resting) differs() bool {
	return r.state != "" && (r.now == "" || !codecs[r.entity].same(r.now, r.state))
}

// resolver finds what shall stand of entities.
type resolver struct {
	tx     *gorm.DB
	gone   withdrawn
	terms  terms
	coming map[string]models.BundleArticle // articles that can be added
	unsaid []models.Event                  // revisions of the change under way, which history does not hold yet
}

func newResolver(tx *gorm.DB, gone withdrawn) (*resolver, error) {
	v := &resolver{tx: tx, gone: gone}
	var err error
	v.terms, err = readTerms(tx)
	return v, err
}

// resolve returns what shall stand of entities, and of those that another one
// of the same label and sentence has to do with.
func (v *resolver) resolve(uids []string) ([]*resting, error) {
	list, err := v.each(uids)
	if err != nil {
		return nil, err
	}
	known := make(map[string]bool, len(list))
	for _, r := range list {
		known[r.uid] = true
	}
	others, err := v.neighbours(list, known)
	if err != nil {
		return nil, err
	}
	if len(others) > 0 {
		more, err := v.each(others)
		if err != nil {
			return nil, err
		}
		list = v.reckonAgain(list, more)
	}
	return list, v.twins(list)
}

// reckonAgain joins two lists whose revisions may name each other as parents.
func (v *resolver) reckonAgain(list, more []*resting) []*resting {
	var all []models.Event
	for _, r := range slices.Concat(list, more) {
		all = append(all, r.revisions...)
	}
	found := lineages(all)
	joined := slices.Concat(list, more)
	for _, r := range joined {
		*r.lineage = *found[r.uid]
	}
	return joined
}

// each resolves entities one by one.
func (v *resolver) each(uids []string) ([]*resting, error) {
	revisions, err := revisionsOf(v.tx, uids, v.gone)
	if err != nil {
		return nil, err
	}
	for _, e := range v.unsaid {
		if slices.Contains(uids, e.EntityUID) {
			revisions = append(revisions, e)
		}
	}
	found := lineages(revisions)
	now, err := v.standing(found)
	if err != nil {
		return nil, err
	}
	list := make([]*resting, 0, len(found))
	for _, uid := range slices.Sorted(maps.Keys(found)) {
		list = append(list, &resting{lineage: found[uid], now: now[uid]})
	}
	return list, nil
}

// standing loads what stands of entities now.
func (v *resolver) standing(found map[string]*lineage) (map[string]string, error) {
	byEntity := make(map[models.Entity][]string)
	for uid, l := range found {
		byEntity[l.entity] = append(byEntity[l.entity], uid)
	}
	now := make(map[string]string, len(found))
	for entity, uids := range byEntity {
		for part := range slices.Chunk(uids, comparedAtOnce) {
			states, err := codecs[entity].load(v.tx, part)
			if err != nil {
				return nil, err
			}
			maps.Copy(now, states)
		}
	}
	return now, nil
}

// place finds the place of each state in this copy.
func (v *resolver) place(list []*resting) error {
	for _, r := range list {
		state, err := r.lineage.state()
		if err != nil {
			return err
		}
		r.state, r.rests, r.reason, r.detail = state, r.heads, "", ""
		if _, addable := v.coming[r.uid]; addable && !buried(state) {
			continue
		}
		if err := v.terms.place(v.tx, r); err != nil {
			return fmt.Errorf("place %s %s: %w", r.entity, r.uid, err)
		}
	}
	return nil
}

// spotKey names what a sentence has once: a label by an annotator.
type spotKey struct {
	article    string
	start, end int
	annotator  string
	label      string
}

// twins settles that two copies have put the same label of the same annotator
// on one sentence: the annotation with the smaller UID lives and rests on the
// revisions of both, the other one is deleted. A later change of the first is
// made knowing of both and so overtakes both.
func (v *resolver) twins(list []*resting) error {
	if err := v.place(list); err != nil {
		return err
	}
	groups := make(map[spotKey][]*resting)
	for _, r := range list {
		if r.entity != models.EntityAnnotation || r.state == "" || buried(r.state) {
			continue
		}
		s, err := decode[annotationSnapshot](r.state)
		if err != nil {
			return err
		}
		if s.PartStart == nil {
			key := spotKey{article: s.Article, start: s.Start, end: s.End, annotator: s.Annotator, label: s.Label}
			groups[key] = append(groups[key], r)
		}
	}
	for _, group := range groups {
		if len(group) < 2 { //nolint:mnd // one alone is no twin
			continue
		}
		slices.SortFunc(group, func(a, b *resting) int { return strings.Compare(a.uid, b.uid) })
		for _, other := range group[1:] {
			group[0].rests = slices.Concat(group[0].rests, other.heads)
			var err error
			if other.state, err = tombstone(other.entity, other.state, other.chosen.At); err != nil {
				return err
			}
		}
	}
	return nil
}

// neighbours returns the annotations that are here on the same sentences by the
// same annotators with the same labels, live or not, and are not in the list.
func (v *resolver) neighbours(list []*resting, known map[string]bool) ([]string, error) {
	if err := v.place(list); err != nil {
		return nil, err
	}
	wanted := make(map[spotKey]bool)
	sentences := make(map[int64]bool)
	for _, r := range list {
		if r.entity != models.EntityAnnotation || r.state == "" {
			continue
		}
		s, err := decode[annotationSnapshot](r.state)
		if err != nil {
			return nil, err
		}
		wanted[spotKey{s.Article, s.Start, s.End, s.Annotator, s.Label}] = true
		if id, ok := v.terms.sentenceID(s.Article, s.Start, s.End); ok {
			sentences[id] = true
		}
	}
	var found []string
	for part := range slices.Chunk(slices.Sorted(maps.Keys(sentences)), comparedAtOnce) {
		here, err := collect(v.tx, func(r *row, item *named[spotKey]) error {
			k := &item.value
			return r.Scan(&item.uid, &k.article, &k.start, &k.end, &k.annotator, &k.label)
		}, selectNeighbours, part)
		if err != nil {
			return nil, err
		}
		for _, item := range here {
			if !known[item.uid] && wanted[item.value] {
				found = append(found, item.uid)
			}
		}
	}
	return found, nil
}

const selectNeighbours = `SELECT n.uid, a.uid, s.start_off, s.end_off, p.uid, l.key FROM annotations n
JOIN sentences s ON s.id = n.sentence_id JOIN articles a ON a.id = s.article_id
JOIN annotators p ON p.id = n.annotator_id JOIN labels l ON l.id = n.label_id WHERE n.sentence_id IN ?`

// loose reports whether the revisions that a state rests on do not follow from
// the state itself, so that they have to be written down: also those of what
// has no place yet, for somebody may make one.
func (r *resting) loose() bool {
	if !slices.Contains(writingOrder, r.entity) {
		return false
	}
	return slices.ContainsFunc(r.rests, func(e models.Event) bool { return e.After != r.state })
}

// versions returns the different versions that the state rests on, the chosen
// one first.
func (r *resting) versions() []models.Event {
	all := lineage{entity: r.entity, heads: r.rests}
	return all.versions()
}

// writingOrder is the order in which what was resolved is written: what others
// refer to comes first.
var writingOrder = []models.Entity{
	models.EntityAnnotator, models.EntityArticle, models.EntityAnnotation, models.EntityReading, models.EntityProgress,
	models.EntityOutcome, models.EntityDecision, models.EntityResponse,
}

// arrange sorts what was resolved for writing. Deletions come before what may
// take their place.
func arrange(list []*resting) {
	slices.SortStableFunc(list, func(a, b *resting) int {
		byKind := cmp.Compare(slices.Index(writingOrder, a.entity), slices.Index(writingOrder, b.entity))
		if byKind != 0 || a.state == "" || b.state == "" {
			return byKind
		}
		return cmp.Compare(alive(a.state), alive(b.state))
	})
}

func alive(state string) int {
	if buried(state) {
		return 0
	}
	return 1
}
