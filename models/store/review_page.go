package store

import (
	"slices"

	"gorm.io/gorm"

	"glossator/models"
)

// review is what a review needs of a run of articles, without their texts: what
// stands on each sentence in all layers, who has finished, what was decided.
type review struct {
	articles  []models.Article
	people    []models.Annotator // in the order of their ids
	sentences []reviewed         // those with a label or a decision, in reading order
	finished  map[completion]bool
	decisions map[int64][]models.SentenceDecision // by sentence, the newest last
}

// reviewed is a sentence with what stands on it.
type reviewed struct {
	id, article int64
	offset      int
	marks       []reviewMark
}

// reviewMark is a live annotation in as few words as comparing needs.
type reviewMark struct {
	sight

	sentence, article int64
	offset            int
	annotation        int64
	annotatorID       int64
	low               bool // of low confidence
	note              bool
	details           []models.ResultDetail
}

// completion says that an annotator has finished an article.
type completion struct{ article, annotator int64 }

const (
	selectReviewMarks = `SELECT s.id, s.article_id, s.start_off, n.id, n.uid, n.version, n.annotator_id, l.key,
  n.confidence = 'low', n.note <> ''
FROM sentences s CROSS JOIN annotations n ON n.sentence_id = s.id JOIN labels l ON l.id = n.label_id
WHERE s.article_id IN ? AND s.retired_at IS NULL AND n.deleted_at IS NULL
ORDER BY s.article_id, s.start_off, l.position, n.annotator_id, n.id`
	selectReviewDetails = `SELECT n.id, f.key, d.n, d.value_text FROM sentences s CROSS JOIN annotations n ON n.sentence_id = s.id
JOIN annotation_details d ON d.annotation_id = n.id JOIN label_fields f ON f.id = d.field_id
WHERE s.article_id IN ? AND s.retired_at IS NULL AND n.deleted_at IS NULL`
	selectCompletions = "SELECT g.article_id, g.annotator_id FROM progress g WHERE g.article_id IN ? AND g.finished_at IS NOT NULL"
	selectBare        = "SELECT s.id, s.article_id, s.start_off FROM sentences s WHERE s.id IN ?"
)

// readReview reads what a review needs of articles, which come in the order of
// the queue.
func readReview(tx *gorm.DB, articles []models.Article) (*review, error) {
	p := &review{articles: articles, finished: map[completion]bool{}}
	ids := make([]int64, len(articles))
	for i, a := range articles {
		ids[i] = a.ID
	}
	var err error
	if p.people, err = collect(tx, scanAnnotator, "SELECT "+annotatorColumns+" FROM annotators p ORDER BY p.id"); err != nil {
		return nil, err
	}
	if p.decisions, err = decisionsOn(tx, ids); err != nil {
		return nil, err
	}
	done, err := collect(tx, func(r *row, c *completion) error { return r.Scan(&c.article, &c.annotator) }, selectCompletions, ids)
	for _, c := range done {
		p.finished[c] = true
	}
	if err != nil {
		return nil, err
	}
	if err := p.readMarks(tx, ids); err != nil {
		return nil, err
	}
	return p, p.addDecided(tx)
}

func (p *review) readMarks(tx *gorm.DB, ids []int64) error {
	marks, err := collect(tx, func(r *row, m *reviewMark) error {
		return r.Scan(&m.sentence, &m.article, &m.offset, &m.annotation, &m.uid, &m.version, &m.annotatorID, &m.label, &m.low, &m.note)
	}, selectReviewMarks, ids)
	if err != nil {
		return err
	}
	type owned struct {
		annotation int64
		models.ResultDetail
	}
	details, err := collect(tx, func(r *row, d *owned) error {
		return r.Scan(&d.annotation, &d.Field, &d.N, &d.Text)
	}, selectReviewDetails, ids)
	if err != nil {
		return err
	}
	byAnnotation := make(map[int64][]models.ResultDetail, len(details))
	for _, d := range details {
		byAnnotation[d.annotation] = append(byAnnotation[d.annotation], d.ResultDetail)
	}
	uids := make(map[int64]string, len(p.people))
	for _, a := range p.people {
		uids[a.ID] = a.UID
	}
	for _, m := range marks {
		m.annotator, m.details = uids[m.annotatorID], sortedDetails(byAnnotation[m.annotation])
		last := len(p.sentences) - 1
		if last < 0 || p.sentences[last].id != m.sentence {
			p.sentences = append(p.sentences, reviewed{id: m.sentence, article: m.article, offset: m.offset})
			last++
		}
		p.sentences[last].marks = append(p.sentences[last].marks, m)
	}
	return nil
}

// addDecided adds the sentences that were decided about and hold no label, and
// puts all into the order of the articles.
func (p *review) addDecided(tx *gorm.DB) error {
	known := make(map[int64]bool, len(p.sentences))
	for _, at := range p.sentences {
		known[at.id] = true
	}
	var bare []int64
	for id := range p.decisions {
		if !known[id] {
			bare = append(bare, id)
		}
	}
	slices.Sort(bare)
	for part := range slices.Chunk(bare, comparedAtOnce) {
		list, err := collect(tx, func(r *row, at *reviewed) error { return r.Scan(&at.id, &at.article, &at.offset) }, selectBare, part)
		if err != nil {
			return err
		}
		p.sentences = append(p.sentences, list...)
	}
	order := make(map[int64]int, len(p.articles))
	for i, a := range p.articles {
		order[a.ID] = i
	}
	slices.SortFunc(p.sentences, func(a, b reviewed) int {
		if byArticle := order[a.article] - order[b.article]; byArticle != 0 {
			return byArticle
		}
		return a.offset - b.offset
	})
	return nil
}

// sights are what a decision about the sentence would have seen.
func (at reviewed) sights() []sight {
	list := make([]sight, len(at.marks))
	for i, m := range at.marks {
		list[i] = m.sight
	}
	return list
}

// stale reports whether what a decision judged has changed since.
func (p *review) stale(d models.SentenceDecision) bool {
	at := slices.IndexFunc(p.sentences, func(at reviewed) bool { return at.id == d.SentenceID })
	return at < 0 || staleOn(d, p.sentences[at].sights())
}
