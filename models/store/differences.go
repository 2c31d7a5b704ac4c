package store

import (
	"cmp"
	"context"
	"slices"

	"gorm.io/gorm"

	"glossator/models"
)

// Differences returns a page of the queue of review: sentences that hold a label
// or were decided about, in the order asked for. In that of reading it looks at a
// few thousand sentences at a time, until the page is full.
func (s *Store) Differences(ctx context.Context, f models.DifferenceFilter) (page models.DifferencePage, err error) {
	if f.Order != models.OrderReading {
		return s.ranked(ctx, f)
	}
	limit := cmp.Or(f.Limit, models.DifferenceLimit)
	page.Next = f.After
	err = s.queue(ctx, f, func(tx *gorm.DB, p *review, run []queued) (bool, error) {
		for _, c := range run {
			if len(page.Rows) == limit {
				return false, nil
			}
			if len(f.States) > 0 && !slices.Contains(f.States, c.row.State) {
				continue
			}
			row, err := p.fill(tx, c, f.Layers)
			if err != nil {
				return false, err
			}
			page.Rows = append(page.Rows, row)
			page.Next = row.Place
		}
		return len(page.Rows) < limit, nil
	})
	page.Done = len(page.Rows) < limit
	return page, err
}

// DifferenceCounts sums the queue of review up, whatever the states, the place
// and the limit of the filter. What a reviewer adds to it does not count.
func (s *Store) DifferenceCounts(ctx context.Context, f models.DifferenceFilter) (models.DifferenceCounts, error) {
	counts := models.DifferenceCounts{ByState: map[models.ReviewState]int{}, Comparisons: map[models.Comparison]int{}}
	f.After, f.Backward, f.Order = models.DifferencePlace{}, false, models.OrderReading
	err := s.queue(ctx, f, func(_ *gorm.DB, _ *review, run []queued) (bool, error) {
		for _, c := range run {
			if c.row.State == models.ReviewAdded && len(c.at.keys(f.Layers)) == 0 {
				continue // it was not there to be decided about
			}
			last := len(counts.Articles) - 1
			if last < 0 || counts.Articles[last].UID != c.row.ArticleUID {
				counts.Articles = append(counts.Articles, models.DifferenceArticle{UID: c.row.ArticleUID, Title: c.row.ArticleTitle})
				last++
			}
			counts.Total++
			counts.ByState[c.row.State]++
			counts.Comparisons[c.row.Comparison]++
			counts.Articles[last].Total++
			if c.row.State == models.ReviewOpen || c.row.State == models.ReviewStale {
				counts.Articles[last].Open++
			}
		}
		return true, nil
	})
	return counts, err
}

// queued is a sentence of the queue before its texts are read.
type queued struct {
	at  reviewed
	row models.Difference
}

// queue walks through the queue in runs of articles, until take says that it
// has enough.
func (s *Store) queue(ctx context.Context, f models.DifferenceFilter, take func(*gorm.DB, *review, []queued) (bool, error)) error {
	words := models.ParseKeywords(f.Words)
	last := f.After
	for most := fewestQueued; ; most = min(2*most, exportPage) { //nolint:mnd // the next one is near in most cases
		if err := ctx.Err(); err != nil { // the driver itself does not stop a question
			return s.explain(err)
		}
		more := false
		err := s.read(ctx, func(tx *gorm.DB) error {
			articles, err := queuedArticles(tx, f, last, most)
			if err != nil || len(articles) == 0 {
				return err
			}
			p, err := readReview(tx, articles)
			if err != nil {
				return err
			}
			run, err := p.candidates(tx, f, words)
			if err != nil {
				return err
			}
			more, err = take(tx, p, run)
			last = models.DifferencePlace{Article: articles[len(articles)-1].ID + 1}
			if f.Backward {
				last.Article = articles[len(articles)-1].ID
			}
			return err
		})
		if err != nil || !more {
			return err
		}
	}
}

// The articles at and after a place, and at and before one; with UIDs, of those
// alone.
const (
	selectQueued         = "SELECT " + articleColumns + " FROM articles a WHERE a.id >= ? AND a.deleted_at IS NULL"
	selectQueuedBackward = "SELECT " + articleColumns + " FROM articles a WHERE a.id <= ? AND a.deleted_at IS NULL"
	queuedOfThese        = " AND a.uid IN ?"
	queuedForward        = " ORDER BY a.id LIMIT ?"
	queuedBackward       = " ORDER BY a.id DESC LIMIT ?"
)

// fewestQueued is how many sentences the queue looks at first.
const fewestQueued = 250

// queuedArticles returns the next articles of the queue, together not much more
// than so many sentences.
func queuedArticles(tx *gorm.DB, f models.DifferenceFilter, at models.DifferencePlace, sentencesAtOnce int) ([]models.Article, error) {
	const most = 100
	question, order, from := selectQueued, queuedForward, at.Article
	if f.Backward {
		question, order = selectQueuedBackward, queuedBackward
		switch {
		case at == models.DifferencePlace{}:
			from = 1<<63 - 1
		case at.Offset == 0: // the place of a whole article, which was seen
			from--
		}
	}
	args := []any{from}
	if len(f.ArticleUIDs) > 0 {
		question += queuedOfThese
		args = append(args, f.ArticleUIDs)
	}
	list, err := collect(tx, scanArticle, question+order, append(args, most)...)
	if err != nil {
		return nil, err
	}
	sentences := 0
	for i, a := range list {
		if sentences += a.SentenceCount; sentences > sentencesAtOnce && i > 0 {
			return list[:i], nil
		}
	}
	return list, nil
}

// candidates returns the sentences that the filter lets through, but for its
// states, in the order asked for.
func (p *review) candidates(tx *gorm.DB, f models.DifferenceFilter, words models.Keywords) ([]queued, error) {
	about := make(map[int64]models.Article, len(p.articles))
	for _, a := range p.articles {
		about[a.ID] = a
	}
	var list []queued
	for _, at := range p.inOrder(f.Backward) {
		place := models.DifferencePlace{Article: at.article, Offset: at.offset + 1}
		article := about[at.article]
		if passed(place, f) {
			continue
		}
		c := queued{at: at}
		c.row = models.Difference{ArticleUID: article.UID, ArticleTitle: article.Title, Place: place, Comparison: p.compare(at, f.Layers)}
		c.row.Sentence.ID = at.id
		c.row.State, c.row.Decisions = p.state(at, f.Layers, f.ReviewerUID)
		if p.wants(c, f) {
			list = append(list, c)
		}
	}
	if len(words) == 0 {
		return list, nil
	}
	return withWords(tx, list, words)
}

// inOrder returns the sentences as the articles come, or within each article
// the last one first.
func (p *review) inOrder(backward bool) []reviewed {
	if !backward {
		return p.sentences
	}
	list := slices.Clone(p.sentences)
	order := make(map[int64]int, len(p.articles))
	for i, a := range p.articles {
		order[a.ID] = i
	}
	slices.SortStableFunc(list, func(a, b reviewed) int {
		return cmp.Or(cmp.Compare(order[a.article], order[b.article]), cmp.Compare(b.offset, a.offset))
	})
	return list
}

// passed reports whether a place lies before that from which the queue goes
// on. The offset of a place is one above that of its sentence, so that 0 is
// before every sentence.
func passed(at models.DifferencePlace, f models.DifferenceFilter) bool {
	byPlace := cmp.Or(cmp.Compare(at.Article, f.After.Article), cmp.Compare(at.Offset, f.After.Offset))
	if f.Backward {
		return f.After != models.DifferencePlace{} && byPlace >= 0
	}
	return byPlace <= 0
}

// wants applies the filter, but for its states and words.
func (p *review) wants(c queued, f models.DifferenceFilter) bool {
	if !compared(c, f) {
		return false
	}
	mark := func(fits func(reviewMark) bool) bool {
		return slices.ContainsFunc(c.at.marks, func(m reviewMark) bool {
			return (len(f.Layers) == 0 || slices.Contains(f.Layers, m.annotator)) && fits(m)
		})
	}
	decided := func(fits func(models.SentenceDecision) bool) bool { return slices.ContainsFunc(c.row.Decisions, fits) }
	switch {
	case len(f.LabelKeys) > 0 && !mark(func(m reviewMark) bool { return slices.Contains(f.LabelKeys, m.label) }),
		len(f.AnnotatorUIDs) > 0 && !mark(func(m reviewMark) bool { return slices.Contains(f.AnnotatorUIDs, m.annotator) }),
		f.LowConfidence && !mark(func(m reviewMark) bool { return m.low }),
		f.HasComment && !mark(func(m reviewMark) bool { return m.note }) &&
			!decided(func(d models.SentenceDecision) bool { return d.Comment != "" }),
		f.Disputed && !decided(func(d models.SentenceDecision) bool { return len(d.Disputed) > 0 }),
		len(f.Reasons) > 0 && !decided(func(d models.SentenceDecision) bool { return slices.Contains(f.Reasons, models.Reason(d.Reason)) }):
		return false
	}
	return true
}

// compared reports whether the comparison of a sentence is one of those asked
// for. What somebody has decided about by itself stays in the queue whatever the
// layers say now, so that to decide about something never makes the queue
// shorter.
func compared(c queued, f models.DifferenceFilter) bool {
	switch {
	case len(f.Comparisons) > 0:
		return slices.Contains(f.Comparisons, c.row.Comparison)
	case len(f.Layers) == 1:
		concerns := func(d models.SentenceDecision) bool { return d.LayerUID == "" || d.LayerUID == f.Layers[0] }
		return len(c.at.keys(f.Layers)) > 0 || slices.ContainsFunc(c.row.Decisions, concerns)
	case c.row.Comparison == models.DetailsDiffer, c.row.Comparison == models.LabelsDiffer, c.row.State == models.ReviewStale:
		return true
	}
	return slices.ContainsFunc(c.row.Decisions, aboutDifference)
}

// aboutDifference reports whether a decision is about what layers said
// differently at its time, rather than one of [Store.AcceptIdentical] or about
// what no layer has.
func aboutDifference(d models.SentenceDecision) bool {
	identical := d.Verdict == models.VerdictAccepted && d.LayerUID == "" && len(d.Labels) > 0
	return !identical && d.Verdict != models.VerdictAdded
}

// withWords keeps the candidates whose sentences have all the words.
func withWords(tx *gorm.DB, list []queued, words models.Keywords) ([]queued, error) {
	ids := make([]int64, len(list))
	for i, c := range list {
		ids[i] = c.at.id
	}
	has := make(map[int64]bool, len(list))
	for part := range slices.Chunk(ids, comparedAtOnce) {
		sentences, err := collect(tx, scanSentence, "SELECT "+sentenceColumns+" FROM sentences s WHERE s.id IN ?", part)
		if err != nil {
			return nil, err
		}
		for _, s := range sentences {
			has[s.ID] = len(words.Missing(s.Text)) == 0
		}
	}
	return slices.DeleteFunc(list, func(c queued) bool { return !has[c.at.id] }), nil
}

// fill reads the texts of a row: its sentence and what the layers say.
func (p *review) fill(tx *gorm.DB, c queued, layers []string) (models.Difference, error) {
	row := c.row
	var err error
	row.Sentence, _, err = first(tx, scanSentence, "SELECT "+sentenceColumns+" FROM sentences s WHERE s.id = ?", c.at.id)
	if err != nil {
		return row, err
	}
	annotations, err := differenceAnnotations(tx, c.at.id)
	if err != nil {
		return row, err
	}
	for _, a := range p.people {
		layer := models.DifferenceLayer{Annotator: a, Finished: p.finished[completion{c.at.article, a.ID}]}
		for _, n := range annotations {
			if n.AnnotatorID == a.ID {
				layer.Annotations = append(layer.Annotations, n)
			}
		}
		if slices.Contains(layers, a.UID) || len(layers) == 0 && (layer.Finished || len(layer.Annotations) > 0) {
			row.Layers = append(row.Layers, layer)
		}
	}
	markDifferences(row.Layers)
	return row, addReplies(tx, row.Decisions)
}

// markDifferences notes on each annotation whether another of the layers lacks
// it or has it with other details.
func markDifferences(layers []models.DifferenceLayer) {
	for i := range layers {
		for k := range layers[i].Annotations {
			n := &layers[i].Annotations[k]
			for j, other := range layers {
				if j == i {
					continue
				}
				at := slices.IndexFunc(other.Annotations, func(o models.DifferenceAnnotation) bool { return o.Label == n.Label })
				n.Alone = n.Alone || at < 0 && other.Finished
				n.Differs = n.Differs || at >= 0 && !slices.Equal(resultDetails(n.Details), resultDetails(other.Annotations[at].Details))
			}
		}
	}
}

// differenceAnnotations reads what stands on a sentence with keys and details.
func differenceAnnotations(tx *gorm.DB, sentenceID int64) ([]models.DifferenceAnnotation, error) {
	list, err := collect(tx, func(r *row, n *models.DifferenceAnnotation) error {
		return r.Scan(append(annotationFields(&n.Annotation), &n.Label)...)
	}, "SELECT "+annotationColumns+`, l.key FROM annotations n JOIN labels l ON l.id = n.label_id
		WHERE n.sentence_id = ? AND n.deleted_at IS NULL ORDER BY l.position, n.annotator_id, n.id`, sentenceID)
	if err != nil {
		return nil, err
	}
	details, err := collect(tx, func(r *row, d *models.NamedDetail) error {
		return r.Scan(append([]any{&d.Label, &d.Field}, detailFields(&d.Detail)...)...)
	}, "SELECT l.key, f.key, "+detailColumns+` FROM annotations n JOIN annotation_details d ON d.annotation_id = n.id
		JOIN label_fields f ON f.id = d.field_id JOIN labels l ON l.id = f.label_id
		WHERE n.sentence_id = ? AND n.deleted_at IS NULL ORDER BY f.position, f.id, d.n`, sentenceID)
	for i := range list {
		for _, d := range details {
			if d.AnnotationID == list[i].ID {
				list[i].Details = append(list[i].Details, d)
				list[i].Annotation.Details = append(list[i].Annotation.Details, d.Detail)
			}
		}
	}
	return list, err
}
