package store

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"gorm.io/gorm"

	"glossator/models"
)

// Merge takes a bundle into the project. What is new in it is kept with all
// revisions (see resolve.go), and the tables are brought to what follows from
// all that is now known: nothing is overwritten that nobody has overtaken. A
// backup is made before ([BackupMerge]); all is one transaction and one step,
// which undo takes back. The project's own cutting into sentences and its
// codebook never change.
//
// The error has [models.CodeConflict] when people of one name are not told
// apart in o.SamePerson, whom the report then names, and [models.CodeInvalid]
// when the bundle is nothing that a project sends.
func (s *Store) Merge(ctx context.Context, by Actor, b models.Bundle, o models.MergeOptions) (report models.MergeReport, err error) {
	if report.SameNames, err = s.strangers(ctx, by, b, o); err != nil {
		return report, err
	}
	if len(report.SameNames) > 0 && !o.Dry {
		return report, models.Errorf(models.CodeConflict,
			"There is another %s in this project; say first whether the two are the same person. Nothing was merged.", report.SameNames[0].Name)
	}
	if !o.Dry {
		if _, err := s.Keep(ctx, BackupMerge, 0); err != nil {
			return report, err
		}
	}
	err = s.write(ctx, by, models.KindMerge, func(c *change) error {
		m, err := s.newMerging(c, b, o)
		if err != nil {
			return err
		}
		m.report.SameNames = report.SameNames
		if err := m.run(); err != nil {
			return err
		}
		report = m.report
		if o.Dry {
			return errUnchanged
		}
		return nil
	})
	if o.Dry || err != nil {
		report.Group = ""
	}
	return report, err
}

// strangers returns the people of a bundle about whom somebody has to be asked.
func (s *Store) strangers(ctx context.Context, by Actor, b models.Bundle, o models.MergeOptions) (list []models.NameClash, err error) {
	err = s.read(ctx, func(tx *gorm.DB) error {
		gone, err := withdrawnMerges(tx)
		if err != nil {
			return err
		}
		t := translation{}
		if t.same, err = remembered(tx, b, o.SamePerson, gone); err != nil {
			return err
		}
		list, err = t.clashes(tx, b, by)
		return err
	})
	return list, err
}

// merging is a merge while its transaction is open.
type merging struct {
	*change

	bundle    models.Bundle
	told      translation
	gone      withdrawn
	revisions []models.Event // those of the bundle, in the terms of this project
	brought   int            // those that were not known here
	blind     bool           // see [models.MergeOptions.Blind]
	report    models.MergeReport

	progress    func(done, total int)
	done, total int // entities that were gone through, and all
}

func (s *Store) newMerging(c *change, b models.Bundle, o models.MergeOptions) (*merging, error) {
	gone, err := withdrawnMerges(c.tx)
	if err != nil {
		return nil, err
	}
	m := &merging{change: c, bundle: b, gone: gone, blind: o.Blind && !o.Dry, progress: o.Progress}
	m.told = translation{project: s.project.UID, articles: map[string]string{}}
	c.resting = map[string]*resting{}
	if m.told.same, err = remembered(c.tx, b, o.SamePerson, gone); err != nil {
		return nil, err
	}
	if err := m.told.matchArticles(c.tx, b); err != nil {
		return nil, err
	}
	if m.revisions, err = m.told.revisions(b.Revisions); err != nil {
		return nil, err
	}
	if b.Stated {
		m.revisions, err = goneOn(c.tx, m.revisions, gone)
	}
	return m, err
}

func (m *merging) run() error {
	if err := m.receive(); err != nil {
		return err
	}
	m.total = entities(m.revisions)
	for i, part := range [][]models.Entity{
		{models.EntityAnnotator, models.EntityArticle}, // what the others stand on
		{
			models.EntityAnnotation, models.EntityReading, models.EntityProgress,
			models.EntityOutcome, models.EntityDecision, models.EntityResponse,
		},
	} {
		if err := m.settle(part); err != nil {
			return err
		}
		if err := m.ensurePeople(); err != nil {
			return err
		}
		if err := m.ensureArticles(); err != nil {
			return err
		}
		if i > 0 {
			continue
		}
		if err := m.codeBlind(); err != nil { // before the labels come
			return err
		}
	}
	if err := m.expose(); err != nil {
		return err
	}
	return m.conclude()
}

// receive writes down what was not known.
func (m *merging) receive() error {
	fresh, again, err := unknownOf(m.tx, m.revisions, m.gone)
	if err != nil {
		return err
	}
	m.brought, m.report.Revisions = len(fresh)+len(again), len(fresh)+len(again)
	for _, e := range fresh {
		m.clock.last = max(m.clock.last, e.Version)
	}
	if m.brought == 0 {
		return nil
	}
	m.dirty = true
	if err := m.tx.Exec("INSERT INTO merges(group_uid, at) VALUES(?, ?)", m.group, m.at).Error; err != nil {
		return fmt.Errorf("note the merge: %w", err)
	}
	for their, here := range m.told.same {
		if err := putMeta(m.tx, samePersonKey(their), here+" "+m.group); err != nil {
			return err
		}
	}
	return keepReceived(m.tx, m.group, fresh, again)
}

// settle brings the entities of some kinds that the bundle names to what
// follows from all revisions.
func (m *merging) settle(kinds []models.Entity) error {
	named := make(map[string]bool)
	for _, e := range m.revisions {
		if slices.Contains(kinds, e.Entity) && !m.alias(e) {
			named[e.EntityUID] = true
		}
	}
	v, err := newResolver(m.tx, m.gone)
	if err != nil {
		return err
	}
	v.coming = m.coming()
	list, err := v.resolve(slices.Sorted(maps.Keys(named)))
	if err != nil {
		return err
	}
	arrange(list)
	coming := make(map[models.Entity][]*resting)
	for _, r := range list {
		r.inBundle = named[r.uid]
		m.resting[r.uid] = r
		if err := m.count(r); err != nil {
			return err
		}
		if r.now == "" && r.state != "" && codecs[r.entity].saveNew != nil {
			coming[r.entity] = append(coming[r.entity], r)
			continue
		}
		if err := m.write(r); err != nil {
			return err
		}
		m.advance(1)
	}
	for _, entity := range writingOrder {
		for part := range slices.Chunk(coming[entity], toldAtOnce) {
			if err := m.saveNew(entity, part); err != nil {
				return err
			}
			m.advance(len(part))
		}
	}
	return putHeads(m.tx, list)
}

// toldAtOnce is after how many new entities progress is told. It is a multiple
// of how many are written at once.
const toldAtOnce = 10 * newcomersAtOnce

// advance tells how far the merge is.
func (m *merging) advance(by int) {
	if m.done += by; m.progress != nil && m.total > 0 {
		m.progress(min(m.done, m.total), m.total)
	}
}

// entities counts what revisions are about.
func entities(revisions []models.Event) int {
	uids := make(map[string]bool, len(revisions))
	for _, e := range revisions {
		uids[e.EntityUID] = true
	}
	return len(uids)
}

// alias reports whether a revision is about a person who is somebody else here.
func (m *merging) alias(e models.Event) bool {
	return e.Entity == models.EntityAnnotator && m.told.person(e.EntityUID) != e.EntityUID
}

// coming returns the articles that the bundle can add, by their UIDs here.
func (m *merging) coming() map[string]models.BundleArticle {
	articles := make(map[string]models.BundleArticle, len(m.bundle.Articles))
	for _, a := range m.bundle.Articles {
		articles[m.told.article(a.Article.UID)] = a
	}
	return articles
}

// write brings one entity to what shall stand.
func (m *merging) write(r *resting) error {
	if !r.differs() {
		return nil
	}
	if r.now == "" && r.entity == models.EntityArticle {
		return m.addContent(r.uid, r.state)
	}
	return m.save(r.entity, r.uid, r.now, r.state)
}

// conclude makes sure that a merge that brought something has a line of
// history, by which it can be undone.
func (m *merging) conclude() error {
	if err := m.sum(); err != nil {
		return err
	}
	if len(m.events) == 0 && m.brought > 0 {
		for _, uid := range slices.Sorted(maps.Keys(m.resting)) {
			if r := m.resting[uid]; r.now != "" {
				if err := m.save(r.entity, uid, r.now, r.now); err != nil {
					return err
				}
				break
			}
		}
	}
	if len(m.events) > 0 {
		m.report.Group = m.group
	}
	return nil
}
