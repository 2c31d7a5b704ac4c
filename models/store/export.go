package store

import (
	"context"
	"iter"
	"slices"

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
// articles is read at once. The loop ends with the first error.
func (s *Store) ExportRows(ctx context.Context, f models.ExportFilter) iter.Seq2[models.ExportRow, error] {
	return func(yield func(models.ExportRow, error) bool) {
		var last int64
		for {
			page, err := s.exportPage(ctx, f, last)
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
			last = page.articles[len(page.articles)-1].ID
		}
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
	decisions   map[int64]judgement
	finished    map[int64][]models.Annotator // per article
	sentences   map[int64][]models.Sentence  // per article, only where somebody has finished
}

// judgement is the newest decision about an annotation.
type judgement struct {
	models.Decision
	reviewer string
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

const exportAnnotations = "SELECT " + annotationColumns + ", " + sentenceColumns + `, l.key
FROM sentences s JOIN annotations n ON n.sentence_id = s.id JOIN labels l ON l.id = n.label_id
WHERE s.article_id IN ? AND s.retired_at IS NULL AND n.deleted_at IS NULL
ORDER BY s.article_id, s.start_off, l.position, n.annotator_id, n.id`

const exportDetails = "SELECT l.key, f.key, " + detailColumns + ` FROM sentences s JOIN annotations n ON n.sentence_id = s.id
JOIN annotation_details d ON d.annotation_id = n.id JOIN label_fields f ON f.id = d.field_id JOIN labels l ON l.id = f.label_id
WHERE s.article_id IN ? AND n.deleted_at IS NULL ORDER BY f.position, f.id, d.n`

const exportDecisions = `SELECT d.annotation_id, d.uid, d.id, d.sentence_id, d.label_id, d.layer_id, d.reviewer_id, d.verdict, d.result,
  d.reason, d.comment, d.source_version, d.version, d.device_uid, d.created_at, d.updated_at, p.name
FROM sentences s JOIN decisions d ON d.sentence_id = s.id JOIN annotators p ON p.id = d.reviewer_id
WHERE s.article_id IN ? AND d.deleted_at IS NULL AND d.annotation_id IS NOT NULL ORDER BY d.version`

const exportFinished = "SELECT g.article_id, " + annotatorColumns + ` FROM progress g JOIN annotators p ON p.id = g.annotator_id
WHERE g.article_id IN ? AND g.finished_at IS NOT NULL ORDER BY g.article_id, p.id`

func (p *page) read(tx *gorm.DB) (err error) {
	ids := make([]int64, len(p.articles))
	for i, a := range p.articles {
		ids[i] = a.ID
	}
	if err := p.readPeople(tx); err != nil {
		return err
	}
	if p.annotations, err = collect(tx, scanExport, exportAnnotations, ids); err != nil {
		return err
	}
	if err := p.readDetails(tx, ids); err != nil {
		return err
	}
	if err := p.readDecisions(tx, ids); err != nil {
		return err
	}
	return p.readFinished(tx, ids)
}

func scanExport(r *row, e *models.ExportRow) error {
	s := &e.Sentence
	fields := append(annotationFields(&e.Annotation),
		&s.ID, &s.ArticleID, &s.BlockSeq, &s.Seq, &s.StartOff, &s.EndOff, &s.Text, &s.RetiredAt, &e.Label)
	return r.Scan(fields...)
}

// readPeople reads the few annotators once, not with every line.
func (p *page) readPeople(tx *gorm.DB) error {
	list, err := collect(tx, scanAnnotator, "SELECT "+annotatorColumns+" FROM annotators p")
	p.people = make(map[int64]models.Annotator, len(list))
	for _, a := range list {
		p.people[a.ID] = a
	}
	return err
}

func (p *page) readDetails(tx *gorm.DB, ids []int64) error {
	list, err := collect(tx, func(r *row, d *models.NamedDetail) error {
		return r.Scan(append([]any{&d.Label, &d.Field}, detailFields(&d.Detail)...)...)
	}, exportDetails, ids)
	p.details = make(map[int64][]models.NamedDetail, len(list))
	for _, d := range list {
		p.details[d.AnnotationID] = append(p.details[d.AnnotationID], d)
	}
	return err
}

func (p *page) readDecisions(tx *gorm.DB, ids []int64) error {
	list, err := collect(tx, func(r *row, j *judgement) error {
		d := &j.Decision
		return r.Scan(&d.AnnotationID, &d.UID, &d.ID, &d.SentenceID, &d.LabelID, &d.LayerID, &d.ReviewerID, &d.Verdict, &d.Result,
			&d.Reason, &d.Comment, &d.SourceVersion, &d.Version, &d.DeviceUID, &d.CreatedAt, &d.UpdatedAt, &j.reviewer)
	}, exportDecisions, ids)
	p.decisions = make(map[int64]judgement, len(list))
	for _, j := range list {
		p.decisions[*j.AnnotationID] = j
	}
	return err
}

func (p *page) readFinished(tx *gorm.DB, ids []int64) error {
	type completion struct {
		article int64
		models.Annotator
	}
	list, err := collect(tx, func(r *row, c *completion) error {
		a := &c.Annotator
		return r.Scan(&c.article, &a.ID, &a.UID, &a.ProjectID, &a.Name, &a.Role, &a.Color, &a.Version, &a.CreatedAt, &a.ArchivedAt)
	}, exportFinished, ids)
	if err != nil || len(list) == 0 {
		return err
	}
	p.finished = map[int64][]models.Annotator{}
	var done []int64
	for _, c := range list {
		p.finished[c.article] = append(p.finished[c.article], c.Annotator)
		done = append(done, c.article)
	}
	sentences, err := collect(tx, scanSentence, "SELECT "+sentenceColumns+` FROM sentences s
		WHERE s.article_id IN ? AND s.retired_at IS NULL ORDER BY s.article_id, s.start_off`, slices.Compact(done))
	p.sentences = make(map[int64][]models.Sentence, len(p.finished))
	for _, s := range sentences {
		p.sentences[s.ArticleID] = append(p.sentences[s.ArticleID], s)
	}
	return err
}
