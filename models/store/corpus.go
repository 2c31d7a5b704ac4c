package store

import (
	"cmp"
	"context"
	"math"
	"slices"

	"gorm.io/gorm"

	"glossator/models"
)

// One step through the table of all annotations looks at no more than this, so
// that it takes some milliseconds whatever is asked for.
const (
	stepAnnotations = 4000 // by the order in which they were made
	stepSearched    = 1500 // whose words are looked at
	stepArticles    = 2000 // by article, most of which are passed over by their counts
	stepTagged      = 50   // by article, those that hold such annotations
)

// Corpus makes one step through the annotations of the project, see
// [models.Corpus] and [models.CorpusPage]. Errors: [models.CodeUnsupported]
// for an order that is not known.
func (s *Store) Corpus(ctx context.Context, ask models.Corpus) (page models.CorpusPage, err error) {
	if err := ctx.Err(); err != nil { // the driver itself does not stop a question
		return page, s.explain(err)
	}
	ask.By, ask.Limit = cmp.Or(ask.By, models.CorpusDate), cmp.Or(ask.Limit, models.CorpusLimit)
	err = s.read(ctx, func(tx *gorm.DB) error {
		w, err := newWalk(tx, ask)
		if err != nil {
			return err
		}
		found, err := w.step()
		if err != nil {
			return err
		}
		page.Next, page.Done = w.next, w.done
		page.Rows, err = corpusRows(tx, found)
		return err
	})
	return page, err
}

// walk is one step while it is made.
type walk struct {
	tx       *gorm.DB
	ask      models.Corpus
	keywords models.Keywords
	groups   []layerGroup
	standing []standingTags // nil: annotations of every version are wanted
	subset   condition
	next     models.CorpusPlace
	done     bool
}

// layerGroup is what is walked in one go: the annotations of these labels and
// annotators.
type layerGroup struct{ labels, annotators []int64 }

// sighting is an annotation that may be wanted, with its place in the order.
type sighting struct {
	id, article int64
	offset      int
	text        string
}

func newWalk(tx *gorm.DB, ask models.Corpus) (*walk, error) {
	labels, err := chosen(tx, "SELECT l.id, l.key FROM labels l ORDER BY l.position, l.id", ask.LabelKeys)
	if err != nil {
		return nil, err
	}
	annotators, err := chosen(tx, "SELECT p.id, p.uid FROM annotators p ORDER BY p.name, p.id", ask.AnnotatorUIDs)
	w := &walk{tx: tx, ask: ask, keywords: models.ParseKeywords(ask.Words)}
	switch ask.By {
	case models.CorpusDate, models.CorpusArticle:
		w.groups = []layerGroup{{labels, annotators}}
	case models.CorpusLabel:
		for _, label := range labels {
			w.groups = append(w.groups, layerGroup{[]int64{label}, annotators})
		}
	case models.CorpusAnnotator:
		for _, annotator := range annotators {
			w.groups = append(w.groups, layerGroup{labels, []int64{annotator}})
		}
	default:
		err = models.Errorf(models.CodeUnsupported, "Annotations are not sorted by %q.", ask.By)
	}
	if err == nil && ask.Outdated {
		w.standing, err = standingOfLabels(tx)
	}
	if err == nil {
		w.subset, err = conditionOf(tx, ask.Subset)
	}
	if ask.Descending {
		slices.Reverse(w.groups)
	}
	return w, err
}

// chosen returns the ids of the rows with these names, of all of them when
// there are no names.
func chosen(tx *gorm.DB, query string, names []string) ([]int64, error) {
	type known struct {
		id   int64
		name string
	}
	list, err := collect(tx, func(r *row, k *known) error { return r.Scan(&k.id, &k.name) }, query)
	ids := []int64{}
	for _, k := range list {
		if len(names) == 0 || slices.Contains(names, k.name) {
			ids = append(ids, k.id)
		}
	}
	return ids, err
}

// step finds the next annotations and notes where to go on.
func (w *walk) step() ([]int64, error) {
	at := w.ask.After
	if at.Group >= len(w.groups) {
		w.done = true
		return nil, nil
	}
	stretch := w.byArticle
	if w.ask.By == models.CorpusDate {
		stretch = w.byDate
	}
	sightings, rest, err := stretch(at)
	if err != nil {
		return nil, err
	}
	found, last, err := w.wanted(sightings)
	switch {
	case err != nil:
		return nil, err
	case last >= 0: // the page is full
		c := sightings[last]
		w.next = models.CorpusPlace{Group: at.Group, Article: c.article, Offset: c.offset, Annotation: c.id}
	case rest != models.CorpusPlace{}:
		w.next = rest
		w.next.Group = at.Group
	default:
		w.next = models.CorpusPlace{Group: at.Group + 1}
		w.done = w.next.Group == len(w.groups)
	}
	return found, nil
}

// most is how many annotations are read: without words every one is wanted.
func (w *walk) most() int {
	if len(w.keywords) == 0 {
		return w.ask.Limit
	}
	return stepSearched
}

// Tables are joined in the order in which they are named (CROSS JOIN) and the
// label's index is kept out (the plus before it): they would lead to a third
// of all annotations, the ids and the sentences of a step lead to a few.
const (
	selectSightings = "SELECT n.id, s.article_id, s.start_off, "
	liveAnnotations = " n.deleted_at IS NULL AND s.retired_at IS NULL AND a.deleted_at IS NULL AND +n.label_id IN ? AND n.annotator_id IN ?" +
		" AND n.created_at >= ? AND n.created_at < ?"
	madeFrom = ` FROM annotations n CROSS JOIN sentences s ON s.id = n.sentence_id CROSS JOIN articles a ON a.id = s.article_id
WHERE n.id >= ? AND n.id <= ? AND`
	readFrom = ` FROM sentences s CROSS JOIN annotations n ON n.sentence_id = s.id CROSS JOIN articles a ON a.id = s.article_id
WHERE s.article_id IN ? AND (s.article_id, s.start_off, n.id) `
)

// column is what of a sentence the step needs; its text only for words.
func (w *walk) column() string {
	if len(w.keywords) == 0 {
		return "''"
	}
	return "s.text"
}

func scanSighting(r *row, c *sighting) error { return r.Scan(&c.id, &c.article, &c.offset, &c.text) }

// conditions are the arguments of liveAnnotations and of the limit after it.
func (w *walk) conditions(group int, before ...any) []any {
	until := cmp.Or(w.ask.Until, math.MaxInt64)
	before = append(before, w.groups[group].labels, w.groups[group].annotators, w.ask.From, until)
	for _, tags := range w.standing {
		before = append(before, tags.label, tags.versions)
	}
	return append(append(before, w.subset.args...), w.most())
}

// live are the conditions of an annotation that is wanted.
func (w *walk) live() string {
	return liveAnnotations + outdated(w.ask.Outdated, len(w.standing)) + w.subset.text
}

// byDate reads a stretch of annotations by their ids, which are given in the
// order in which they come into the project, and where the next one begins.
func (w *walk) byDate(at models.CorpusPlace) (list []sighting, rest models.CorpusPlace, err error) {
	newest, _, err := first(w.tx, one[int64], "SELECT COALESCE(MAX(id), 0) FROM annotations")
	if err != nil {
		return nil, rest, err
	}
	from, to, order := at.Annotation+1, at.Annotation+stepAnnotations, " ORDER BY n.id LIMIT ?"
	if w.ask.Descending {
		to, order = cmp.Or(at.Annotation, newest+1)-1, " ORDER BY n.id DESC LIMIT ?"
		from = to - stepAnnotations + 1
	}
	list, err = collect(w.tx, scanSighting, selectSightings+w.column()+madeFrom+w.live()+order, w.conditions(at.Group, from, to)...)
	switch {
	case len(list) == w.most():
		last := list[len(list)-1]
		rest = models.CorpusPlace{Article: last.article, Offset: last.offset, Annotation: last.id}
	case w.ask.Descending && from > 1:
		rest.Annotation = from
	case !w.ask.Descending && to < newest:
		rest.Annotation = to
	}
	return list, rest, err
}

// byArticle reads the annotations of some articles in reading order, and where
// the next ones begin.
func (w *walk) byArticle(at models.CorpusPlace) (list []sighting, rest models.CorpusPlace, err error) {
	down := w.ask.Descending && len(w.groups) == 1 && w.ask.By == models.CorpusArticle
	if down && at == (models.CorpusPlace{}) {
		at = models.CorpusPlace{Article: math.MaxInt64, Offset: math.MaxInt32, Annotation: math.MaxInt64}
	}
	articles, rest, err := w.tagged(at, down)
	if err != nil || len(articles) == 0 {
		return nil, rest, err
	}
	after, order := ">", " ORDER BY s.article_id, s.start_off, n.id LIMIT ?"
	if down {
		after, order = "<", " ORDER BY s.article_id DESC, s.start_off DESC, n.id DESC LIMIT ?"
	}
	list, err = collect(w.tx, scanSighting, selectSightings+w.column()+readFrom+after+" (?, ?, ?) AND"+w.live()+order,
		w.conditions(at.Group, articles, at.Article, at.Offset, at.Annotation)...)
	if len(list) == w.most() {
		last := list[len(list)-1]
		rest = models.CorpusPlace{Article: last.article, Offset: last.offset, Annotation: last.id}
	}
	return list, rest, err
}

// taggedArticles finds the articles that hold such annotations by the counts
// that are kept of each article, label and annotator.
const taggedArticles = `SELECT a.id FROM articles a WHERE a.id >= ? AND a.id <= ? AND a.deleted_at IS NULL AND EXISTS(
SELECT 1 FROM tallies t WHERE t.label_id IN ? AND t.annotator_id IN ? AND t.article_id = a.id AND t.annotations > 0)`

// tagged returns the next articles with such annotations, and where those
// after them begin; the zero place when there are none.
func (w *walk) tagged(at models.CorpusPlace, down bool) (ids []int64, rest models.CorpusPlace, err error) {
	last, _, err := first(w.tx, one[int64], "SELECT COALESCE(MAX(id), 0) FROM articles")
	if err != nil {
		return nil, rest, err
	}
	from, to, order := at.Article, at.Article+stepArticles, " ORDER BY a.id LIMIT ?"
	if down {
		to, order = min(at.Article, last), " ORDER BY a.id DESC LIMIT ?"
		from = to - stepArticles
	}
	group := w.groups[at.Group]
	ids, err = collect(w.tx, one[int64], taggedArticles+order, from, to, group.labels, group.annotators, stepTagged)
	if err != nil {
		return nil, rest, err
	}
	if len(ids) == stepTagged {
		from, to = ids[len(ids)-1], ids[len(ids)-1]
	}
	switch {
	case down && from > 1:
		rest = models.CorpusPlace{Article: from - 1, Offset: math.MaxInt32, Annotation: math.MaxInt64}
	case !down && to < last:
		rest = models.CorpusPlace{Article: to + 1}
	}
	return ids, rest, nil
}

// wanted returns the sightings that have the keywords, and the index of the
// last one when they fill the page, else -1.
func (w *walk) wanted(sightings []sighting) (ids []int64, last int, err error) {
	missing := make(map[int64]models.Keywords, len(sightings))
	for _, c := range sightings {
		if lacks := w.keywords.Missing(c.text); len(lacks) > 0 {
			missing[c.id] = lacks
		}
	}
	if err := foundInDetails(w.tx, missing); err != nil {
		return nil, -1, err
	}
	for i, c := range sightings {
		if len(missing[c.id]) > 0 {
			continue
		}
		if ids = append(ids, c.id); len(ids) == w.ask.Limit {
			return ids, i, nil
		}
	}
	return ids, -1, nil
}
