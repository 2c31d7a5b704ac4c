package store

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"gorm.io/gorm"

	"glossator/models"
)

// Bundle gathers what travels to another copy of the project: the articles and
// layers of the filter, with all revisions of them, the sender's own and those
// received from others. It changes nothing. The error has [models.CodeNotFound]
// when a layer or an article of the filter is not there.
func (s *Store) Bundle(ctx context.Context, f models.BundleFilter) (b models.Bundle, err error) {
	err = s.read(ctx, func(tx *gorm.DB) error {
		p := &packing{tx: tx, filter: f, people: map[string]bool{}, touched: map[string]bool{}}
		for _, uid := range f.Layers {
			p.people[uid] = true
		}
		if err := p.check(); err != nil {
			return err
		}
		b, err = p.bundle(s.project)
		return err
	})
	if err != nil {
		return b, err
	}
	if b.Labels, err = s.Labels(ctx); err != nil {
		return b, err
	}
	for i := range b.Articles {
		if err := s.fill(ctx, &b.Articles[i]); err != nil {
			return b, err
		}
	}
	return b, nil
}

// fill reads the text and the sentences of an article that travels.
func (s *Store) fill(ctx context.Context, a *models.BundleArticle) error {
	content, err := s.Content(ctx, a.Article.UID)
	a.Text, a.Blocks, a.Sentences = content.Text, content.Blocks, content.Sentences
	return err
}

// packing is a bundle in the making.
type packing struct {
	tx     *gorm.DB
	filter models.BundleFilter
	people map[string]bool // who must be named

	touched map[string]bool // UIDs of the articles on which something travels
}

// check refuses a filter that names what is not there.
func (p *packing) check() error {
	for _, uid := range p.filter.Layers {
		if _, err := annotatorByUID(p.tx, uid); err != nil {
			return err
		}
	}
	for _, uid := range p.filter.Articles {
		if _, err := liveArticle(p.tx, uid); err != nil {
			return err
		}
	}
	return nil
}

func (p *packing) bundle(project models.Project) (models.Bundle, error) {
	b := models.Bundle{ProjectUID: project.UID, ProjectName: project.Name}
	var err error
	if b.CodebookVersion, _, err = first(p.tx, one[string], "SELECT codebook_version FROM projects"); err != nil {
		return b, err
	}
	if b.Revisions, err = p.revisions(); err != nil {
		return b, err
	}
	if b.Articles, err = p.articles(); err != nil {
		return b, err
	}
	if b.Exposures, err = p.exposures(); err != nil {
		return b, err
	}
	b.Annotators, err = p.annotators()
	return b, err
}

const (
	pageOfOwn      = "SELECT " + eventColumns + " FROM history h WHERE h.seq > ? AND " + ownRevisions + " ORDER BY h.seq LIMIT ?"
	pageOfReceived = "SELECT " + receivedColumns + " FROM received r WHERE r.seq > ? ORDER BY r.seq LIMIT ?"
)

// revisions reads all revisions and keeps those that travel.
func (p *packing) revisions() ([]models.Event, error) {
	var list []models.Event
	for last := int64(0); ; {
		page, err := collect(p.tx, scanEvent, pageOfOwn, last, exportPage)
		if err != nil {
			return nil, err
		}
		if len(page) == 0 {
			break
		}
		list = append(list, page...)
		last = page[len(page)-1].Seq
	}
	gone, err := withdrawnMerges(p.tx)
	if err != nil {
		return nil, err
	}
	for last := int64(0); ; {
		page, err := collect(p.tx, scanReceived, pageOfReceived, last, exportPage)
		if err != nil {
			return nil, err
		}
		if len(page) == 0 {
			break
		}
		for _, r := range page {
			if !gone[r.merge] {
				list = append(list, r.event)
			}
		}
		last = page[len(page)-1].event.Seq
	}
	slices.SortFunc(list, later)
	return p.choose(list)
}

// choose keeps those revisions that the filter is about.
func (p *packing) choose(list []models.Event) ([]models.Event, error) {
	var chosen, people []models.Event
	for _, e := range list {
		e.Seq = 0
		if e.Entity == models.EntityAnnotator {
			people = append(people, e)
			continue
		}
		travels, err := p.travels(e)
		if err != nil {
			return nil, err
		}
		if travels {
			chosen = append(chosen, e)
		}
	}
	if p.filter.Touched {
		chosen = slices.DeleteFunc(chosen, p.untouched)
	}
	for _, e := range people {
		if len(p.filter.Layers) == 0 || p.people[e.EntityUID] {
			chosen = append(chosen, e)
		}
	}
	slices.SortFunc(chosen, later)
	return chosen, nil
}

// subject is what a snapshot names.
type subject struct {
	Article   string `json:"article"`
	Annotator string `json:"annotator"`
	Layer     string `json:"layer"`
	Reviewer  string `json:"reviewer"`
}

// travels reports whether a revision is one of the filter, and notes the
// people that it names.
func (p *packing) travels(e models.Event) (bool, error) {
	var about subject
	if err := json.Unmarshal([]byte(e.After), &about); err != nil {
		return false, fmt.Errorf("read snapshot: %w", err)
	}
	if e.Entity == models.EntityArticle {
		about.Article = e.EntityUID
	}
	if len(p.filter.Articles) > 0 && !slices.Contains(p.filter.Articles, about.Article) {
		return false, nil
	}
	switch e.Entity {
	case models.EntityArticle, models.EntitySegmentation, models.EntityBlock:
		return true, nil
	case models.EntityAnnotation, models.EntityReading, models.EntityProgress, models.EntityOutcome:
		if !p.layer(about.Annotator) {
			return false, nil
		}
	case models.EntityDecision, models.EntityResponse:
		if !p.filter.WithDecisions {
			return false, nil
		}
	case models.EntityAnnotator, models.EntityLabel, models.EntityCodebook:
		return false, nil
	}
	for _, uid := range []string{about.Annotator, about.Layer, about.Reviewer} {
		if uid != "" {
			p.people[uid] = true
		}
	}
	p.touched[about.Article] = true
	return true, nil
}

// untouched reports whether a revision tells nothing but of an article on which
// nothing else travels.
func (p *packing) untouched(e models.Event) bool {
	var about subject
	switch e.Entity {
	case models.EntityArticle:
		about.Article = e.EntityUID
	case models.EntitySegmentation, models.EntityBlock:
		if json.Unmarshal([]byte(e.After), &about) != nil {
			return false
		}
	default:
		return false
	}
	return !p.touched[about.Article]
}

// layer reports whether an annotator's layer travels.
func (p *packing) layer(uid string) bool {
	return len(p.filter.Layers) == 0 || slices.Contains(p.filter.Layers, uid)
}

// articles returns the live articles of the filter, without their texts.
func (p *packing) articles() ([]models.BundleArticle, error) {
	list, err := collect(p.tx, scanArticle, "SELECT "+articleColumns+" FROM articles a WHERE a.deleted_at IS NULL ORDER BY a.id")
	var chosen []models.BundleArticle
	for _, a := range list {
		asked := len(p.filter.Articles) == 0 || slices.Contains(p.filter.Articles, a.UID)
		if asked && (!p.filter.Touched || p.touched[a.UID]) {
			chosen = append(chosen, models.BundleArticle{Article: a})
		}
	}
	return chosen, err
}

// annotators returns the people that the bundle names.
func (p *packing) annotators() ([]models.Annotator, error) {
	list, err := collect(p.tx, scanAnnotator, "SELECT "+annotatorColumns+" FROM annotators p ORDER BY p.uid")
	all := len(p.filter.Layers) == 0
	return slices.DeleteFunc(list, func(a models.Annotator) bool {
		return !p.people[a.UID] && (!all || a.ArchivedAt != nil)
	}), err
}

const selectBundleExposures = `SELECT a.uid, s.start_off, s.end_off, p.uid, y.uid, x.seen_at FROM exposures x
JOIN sentences s ON s.id = x.sentence_id JOIN articles a ON a.id = s.article_id
JOIN annotators p ON p.id = x.annotator_id JOIN annotators y ON y.id = x.layer_id
ORDER BY a.uid, s.start_off, s.end_off, p.uid, y.uid`

// exposures returns who had seen whose layer, of the people and articles that
// travel.
func (p *packing) exposures() ([]models.BundleExposure, error) {
	list, err := collect(p.tx, func(r *row, x *models.BundleExposure) error {
		return r.Scan(&x.ArticleUID, &x.Start, &x.End, &x.AnnotatorUID, &x.LayerUID, &x.SeenAt)
	}, selectBundleExposures)
	list = slices.DeleteFunc(list, func(x models.BundleExposure) bool {
		return !p.layer(x.AnnotatorUID) || len(p.filter.Articles) > 0 && !slices.Contains(p.filter.Articles, x.ArticleUID) ||
			p.filter.Touched && !p.touched[x.ArticleUID]
	})
	for _, x := range list {
		p.people[x.LayerUID] = true
	}
	return list, err
}
