package store

import (
	"context"
	"iter"

	"gorm.io/gorm"

	"glossator/models"
)

// exportPage is how many sentences one page of an export covers. One long
// query would block changes for seconds; pages of this size cost the export
// nothing and let a change through between two of them.
const exportPage = 2000

// ExportRows returns the lines of an export in the order of articles as they
// were added, sentences, labels and annotators, and after them, per sentence,
// the no_label lines of the annotators who have finished the article and left
// it without a label. Changes may be made while the loop runs: each page of
// articles is read at once. The loop ends with the first error, which has
// [models.CodeInvalid] when the own layer is asked for and nobody is named.
// The gold layer is made by gold.go.
func (s *Store) ExportRows(ctx context.Context, f models.ExportFilter) iter.Seq2[models.ExportRow, error] {
	switch {
	case f.Layer == models.LayerGold:
		return s.goldRows(ctx, f)
	case f.Layer == models.LayerMine && len(f.AnnotatorUIDs) != 1:
		return func(yield func(models.ExportRow, error) bool) {
			yield(models.ExportRow{}, models.Errorf(models.CodeInvalid, "To export one layer, say whose it is."))
		}
	}
	return func(yield func(models.ExportRow, error) bool) {
		ahead, stop := s.readAhead(ctx, f)
		defer stop()
		for {
			page, err := ahead()
			if err != nil {
				yield(models.ExportRow{}, err)
				return
			}
			if page == nil {
				return
			}
			for row := range page.rows(f) {
				if !yield(row, nil) {
					return
				}
			}
		}
	}
}

// readAhead returns what gives the pages of an export one after the other,
// while the next one is being read, and what ends the reading.
func (s *Store) readAhead(ctx context.Context, f models.ExportFilter) (next func() (*page, error), stop func()) {
	type answer struct {
		page *page
		err  error
	}
	ctx, cancel := context.WithCancel(ctx)
	pages := make(chan answer)
	done := make(chan struct{})
	go func() {
		defer close(done)
		defer close(pages)
		var last int64
		for {
			page, err := s.exportPage(ctx, f, last)
			select {
			case pages <- answer{page, err}:
			case <-ctx.Done():
				return
			}
			if page == nil || err != nil {
				return
			}
			last = page.articles[len(page.articles)-1].ID
		}
	}()
	next = func() (*page, error) {
		select {
		case a := <-pages:
			return a.page, a.err
		case <-ctx.Done():
			return nil, s.explain(ctx.Err())
		}
	}
	return next, func() {
		cancel()
		<-done
	}
}

// ExportArticles returns the articles that an export is about, those without a
// line of their own included, in the order of [Store.ExportRows], with text,
// blocks and sentences. The loop ends with the first error.
func (s *Store) ExportArticles(ctx context.Context, f models.ExportFilter) iter.Seq2[models.Content, error] {
	return func(yield func(models.Content, error) bool) {
		var last int64
		for {
			list, err := s.exportRun(ctx, f, last)
			if err != nil {
				yield(models.Content{}, err)
				return
			}
			for _, article := range list {
				content, err := s.Content(ctx, article.UID)
				if models.CodeOf(err) == models.CodeNotFound {
					continue // deleted since the list was read
				}
				if !yield(content, err) || err != nil {
					return
				}
			}
			if len(list) == 0 {
				return
			}
			last = list[len(list)-1].ID
		}
	}
}

func (s *Store) exportRun(ctx context.Context, f models.ExportFilter, after int64) (list []models.Article, err error) {
	if err := ctx.Err(); err != nil {
		return nil, s.explain(err)
	}
	err = s.read(ctx, func(tx *gorm.DB) error {
		list, err = exportArticles(tx, f, after)
		return err
	})
	return list, err
}

// page is a run of articles with everything that an export says about them.
type page struct {
	articles    []models.Article
	people      map[int64]models.Annotator
	annotations []models.ExportRow // in the order of the export; article and annotator are still to come
	details     map[int64][]models.NamedDetail
	decisions   map[int64][]models.SentenceDecision // per sentence, the newest last
	sights      map[int64][]sight                   // per sentence with a decision, what stands there
	finished    map[int64][]models.Annotator        // per article
	sentences   map[int64][]models.Sentence         // per article, only where somebody has finished
	kept        map[empty]models.Extra              // of sentences without a label
	standing    []standingTags                      // only where annotations of an earlier meaning are asked for
}

// exportPage reads the page after an article, nil after the last one.
func (s *Store) exportPage(ctx context.Context, f models.ExportFilter, after int64) (*page, error) {
	if err := ctx.Err(); err != nil { // the driver itself does not stop a question
		return nil, s.explain(err)
	}
	var p *page
	err := s.read(ctx, func(tx *gorm.DB) error {
		articles, err := exportArticles(tx, f, after)
		if err != nil || len(articles) == 0 {
			return err
		}
		p = &page{articles: articles}
		if f.Outdated {
			if p.standing, err = standingOfLabels(tx); err != nil {
				return err
			}
		}
		return p.read(tx)
	})
	return p, err
}

// exportArticles returns the next articles, together not much more than a page
// of sentences.
func exportArticles(tx *gorm.DB, f models.ExportFilter, after int64) ([]models.Article, error) {
	const most = 100
	where, args := "a.id > ? AND a.deleted_at IS NULL", []any{after}
	if len(f.ArticleUIDs) > 0 {
		where, args = where+" AND a.uid IN ?", append(args, f.ArticleUIDs)
	}
	list, err := collect(tx, scanArticle,
		"SELECT "+articleColumns+" FROM articles a WHERE "+where+" ORDER BY a.id LIMIT ?", append(args, most)...)
	if err != nil {
		return nil, err
	}
	sentences := 0
	for i, a := range list {
		if sentences += a.SentenceCount; sentences > exportPage && i > 0 {
			return list[:i], nil
		}
	}
	return list, nil
}

func (p *page) read(tx *gorm.DB) (err error) {
	ids := make([]int64, len(p.articles))
	for i, a := range p.articles {
		ids[i] = a.ID
	}
	if err := p.readPeople(tx); err != nil {
		return err
	}
	codes, err := readCodes(tx)
	if err != nil {
		return err
	}
	if err := p.readFinished(tx, ids); err != nil {
		return err
	}
	if err := p.readAnnotations(tx, ids, codes); err != nil {
		return err
	}
	if err := p.readDetails(tx, ids, codes); err != nil {
		return err
	}
	if err := p.readKept(tx, ids); err != nil {
		return err
	}
	p.decisions, err = decisionsOn(tx, ids)
	p.sightDecided()
	return err
}

// sightDecided notes what stands on the sentences about which something was
// decided.
func (p *page) sightDecided() {
	p.sights = make(map[int64][]sight, len(p.decisions))
	for _, row := range p.annotations {
		if a := row.Annotation; len(p.decisions[a.SentenceID]) > 0 {
			found := sight{uid: a.UID, version: a.Version, annotator: p.people[a.AnnotatorID].UID, label: row.Label}
			p.sights[a.SentenceID] = append(p.sights[a.SentenceID], found)
		}
	}
}
