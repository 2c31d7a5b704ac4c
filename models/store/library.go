package store

import (
	"context"
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"sync"

	"gorm.io/gorm"

	"glossator/models"
	"glossator/models/store/catalogue"
)

// library is the list of articles as it is sorted and filtered, in memory. It
// is read when it is first asked for and follows every change from then on:
// what was written is noted down, and read anew with the next question.
type library struct {
	mu        sync.Mutex // guards the following; held while the database is read
	articles  *catalogue.Catalogue
	work      map[int64]*catalogue.Work // by annotator, only those that were asked for
	sets      map[mark]*catalogue.Set   // only those that were asked for
	question  models.ArticleFilter      // the last one, without its page
	answer    []int64
	answering bool // the answer is still the one to the question

	noting  sync.Mutex // guards the following; never held while the database is read
	touched map[string]struct{}
	forgot  bool // everything is to be read anew
}

// mark is a kind of annotation that an article may have.
type mark struct {
	label string // empty: any
	layer int64  // 0: anybody's
	note  bool   // with a note
}

// rereadAtMost is how many changed articles are read one by one; after more
// than that the whole library is.
const rereadAtMost = 2000

// note takes down what a change has written.
func (l *library) note(events []models.Event) {
	l.noting.Lock()
	defer l.noting.Unlock()
	if l.forgot {
		return
	}
	if l.touched == nil {
		l.touched = map[string]struct{}{}
	}
	for _, e := range events {
		l.touched[articleOf(e)] = struct{}{}
	}
	delete(l.touched, "")
	l.forgot = len(l.touched) > rereadAtMost
}

// articleOf returns the UID of the article that an event is about, empty when
// it is about none.
func articleOf(e models.Event) string {
	if e.Entity == models.EntityArticle {
		return e.EntityUID
	}
	var about struct {
		Article string `json:"article"`
	}
	_ = json.Unmarshal([]byte(e.After), &about) // an entity without an article touches none
	return about.Article
}

// forget has everything read anew: somebody else wrote to the file.
func (l *library) forget() {
	l.noting.Lock()
	defer l.noting.Unlock()
	l.forgot = true
}

// news returns what was noted down since the last call.
func (l *library) news() (touched []string, all bool) {
	l.noting.Lock()
	defer l.noting.Unlock()
	for uid := range l.touched {
		touched = append(touched, uid)
	}
	all = l.forgot
	l.touched, l.forgot = nil, false
	return touched, all
}

// find returns the ids of the articles that a filter lets through, in its
// order.
func (s *Store) find(ctx context.Context, f models.ArticleFilter) ([]int64, error) {
	if !catalogue.Known(f.Sort) {
		return nil, models.Errorf(models.CodeUnsupported, "The library has no order %q.", f.Sort)
	}
	l := &s.library
	l.mu.Lock()
	defer l.mu.Unlock()
	if err := s.catchUp(ctx); err != nil {
		return nil, err
	}
	f.Offset, f.Limit = 0, 0
	if l.answering && l.question == f {
		return l.answer, nil
	}
	query := catalogue.Query{Filter: f, Among: l.narrowed(f)}
	var err error
	if catalogue.NeedsWork(f) {
		if query.Work, err = s.workOf(ctx, f.AnnotatorID); err != nil {
			return nil, err
		}
	}
	if asked := (mark{f.LabelKey, f.LayerID, f.WithNote}); asked != (mark{}) {
		if query.Within, err = s.marked(ctx, asked); err != nil {
			return nil, err
		}
	}
	l.question, l.answer, l.answering = f, l.articles.Find(query), true
	return l.answer, nil
}

// narrowed returns the last answer when its question only had fewer letters to
// look for, as it has while somebody types; else nil.
func (l *library) narrowed(f models.ArticleFilter) []int64 {
	longer := f.Search
	if !l.answering || l.question.Search == "" || !strings.HasPrefix(longer, l.question.Search) {
		return nil
	}
	if f.Search = l.question.Search; f != l.question {
		return nil
	}
	return l.answer
}

// catchUp brings the library into the state of the file.
func (s *Store) catchUp(ctx context.Context) error {
	l := &s.library
	touched, all := l.news()
	switch {
	case all || l.articles == nil:
		l.articles, l.answering = nil, false
		return s.readLibrary(ctx)
	case len(touched) == 0:
		return nil
	}
	l.answering = false
	for uids := range slices.Chunk(touched, countedAtOnce) {
		err := s.read(ctx, func(tx *gorm.DB) error { return l.reread(tx, uids) })
		if err != nil {
			l.forget()
			return err
		}
	}
	return nil
}

// entriesAtOnce is how many articles are read in one go; changes get through
// between two of them.
const entriesAtOnce = 10_000

// entryColumns are in the order of scanEntry; an index covers them all.
const entryColumns = "a.id, a.published_on, a.language, a.source, a.sentence_count, a.topics, a.search_key"

func scanEntry(r *row, e *catalogue.Entry) error {
	err := r.Scan(&e.ID, &e.Published, &e.Language, &e.Source, &e.Sentences, &e.Topics, &e.Key)
	e.Key = catalogue.Fold(e.Key)
	return err
}

const selectEntries = "SELECT " + entryColumns + " FROM articles a WHERE a.deleted_at IS NULL AND a.id > ? ORDER BY a.id LIMIT ?"

func (s *Store) readLibrary(ctx context.Context) error {
	fresh := catalogue.New()
	for last := int64(0); ; {
		if err := ctx.Err(); err != nil {
			return s.explain(err)
		}
		var page []catalogue.Entry
		err := s.read(ctx, func(tx *gorm.DB) (err error) {
			page, err = collect(tx, scanEntry, selectEntries, last, entriesAtOnce)
			return err
		})
		if err != nil {
			return err
		}
		for _, e := range page {
			fresh.Put(e)
		}
		if len(page) < entriesAtOnce {
			break
		}
		last = page[len(page)-1].ID
	}
	s.library.articles = fresh
	s.library.work, s.library.sets = map[int64]*catalogue.Work{}, map[mark]*catalogue.Set{}
	return nil
}

// reread brings some articles and everything that is known about them into
// the state of the file.
func (l *library) reread(tx *gorm.DB, uids []string) error {
	ids, err := collect(tx, one[int64], "SELECT a.id FROM articles a WHERE a.uid IN ?", uids)
	if err != nil || len(ids) == 0 {
		return err
	}
	live, err := collect(tx, scanEntry, "SELECT "+entryColumns+" FROM articles a WHERE a.id IN ? AND a.deleted_at IS NULL", ids)
	if err != nil {
		return err
	}
	for _, id := range ids {
		l.articles.Remove(id)
	}
	for _, e := range live {
		l.articles.Put(e)
	}
	for annotator, work := range l.work {
		for _, id := range ids {
			work.Put(id, catalogue.Mark{})
		}
		if err := readWork(tx, work, annotator, " AND c.article_id IN ?", ids); err != nil {
			return err
		}
	}
	for asked, set := range l.sets {
		for _, id := range ids {
			set.Remove(id)
		}
		if err := readSet(tx, set, asked, " AND t.article_id IN ?", ids); err != nil {
			return err
		}
	}
	return nil
}

// workOf returns what an annotator has done on every article.
func (s *Store) workOf(ctx context.Context, annotator int64) (*catalogue.Work, error) {
	if known, ok := s.library.work[annotator]; ok {
		return known, nil
	}
	work := &catalogue.Work{}
	err := s.read(ctx, func(tx *gorm.DB) error { return readWork(tx, work, annotator, "") })
	if err != nil {
		return nil, err
	}
	s.library.work[annotator] = work
	return work, nil
}

// Long lists of numbers are read as one text: the driver takes a microsecond
// and more for every row that it hands over.
const (
	selectSeen = `SELECT COALESCE(string_agg(CAST(c.article_id AS TEXT) || ':' || CAST(c.seen AS TEXT), ','), '')
FROM coverage c WHERE c.annotator_id = ? AND c.seen > 0`
	selectFinished = `SELECT COALESCE(string_agg(CAST(c.article_id AS TEXT), ','), '')
FROM progress c WHERE c.annotator_id = ? AND c.finished_at IS NOT NULL`
	selectMarked = "SELECT COALESCE(string_agg(CAST(t.article_id AS TEXT), ','), '') FROM tallies t WHERE "
)

func readWork(tx *gorm.DB, work *catalogue.Work, annotator int64, narrow string, args ...any) error {
	args = append([]any{annotator}, args...)
	seen, _, err := first(tx, one[string], selectSeen+narrow, args...)
	if err != nil {
		return err
	}
	for item := range strings.SplitSeq(seen, ",") {
		id, count, _ := strings.Cut(item, ":")
		if key := number(id); key != 0 {
			work.Put(key, catalogue.Mark{Seen: int(number(count))})
		}
	}
	finished, _, err := first(tx, one[string], selectFinished+narrow, args...)
	for id := range strings.SplitSeq(finished, ",") {
		if key := number(id); key != 0 {
			work.Put(key, catalogue.Mark{Seen: work.At(key).Seen, Finished: true})
		}
	}
	return err
}

// number reads an id out of an aggregated list, 0 for an empty one.
func number(text string) int64 {
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		return 0
	}
	return n
}

// marked returns the articles that have annotations of a kind.
func (s *Store) marked(ctx context.Context, asked mark) (*catalogue.Set, error) {
	if known, ok := s.library.sets[asked]; ok {
		return known, nil
	}
	set := &catalogue.Set{}
	err := s.read(ctx, func(tx *gorm.DB) error { return readSet(tx, set, asked, "") })
	if err != nil {
		return nil, err
	}
	s.library.sets[asked] = set
	return set, nil
}

func readSet(tx *gorm.DB, set *catalogue.Set, asked mark, narrow string, args ...any) error {
	where, given := asked.where()
	ids, _, err := first(tx, one[string], selectMarked+where+narrow, append(given, args...)...)
	for id := range strings.SplitSeq(ids, ",") {
		if key := number(id); key != 0 {
			set.Add(key)
		}
	}
	return err
}

// where asks the tallies about a kind of annotation, along their key.
func (m mark) where() (string, []any) {
	where, args := "t.annotations > 0", []any(nil)
	if m.note {
		where = "t.notes > 0"
	}
	switch {
	case m.label != "":
		where, args = where+" AND t.label_id = (SELECT l.id FROM labels l WHERE l.key = ?)", append(args, m.label)
	case m.layer != 0:
		where += " AND t.label_id IN (SELECT l.id FROM labels l)"
	}
	if m.layer != 0 {
		where, args = where+" AND t.annotator_id = ?", append(args, m.layer)
	}
	return where, args
}
