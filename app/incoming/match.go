package incoming

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"slices"
	"strings"

	"glossator/models"
)

// Match finds out what each row of a file is about in a project and what it
// would change there. Nothing is changed. A row is looked for by its
// annotation, by its sentence, by its place in a text with the same hash, by
// the exact sentence, and by the sentence without regard to white space, in
// this order, and in the article that it names.
//
// A row that is missing takes nothing away, and neither does the text of a
// sentence in the file: that one is compared only. The error is that of the
// project.
func Match(ctx context.Context, file File, project Project, o Options) (Result, error) {
	m := &matcher{ctx: ctx, file: &file, project: project, o: o, claimed: map[string]int{}}
	if err := m.indexArticles(); err != nil {
		return Result{}, err
	}
	if err := m.assign(); err != nil {
		return Result{}, err
	}
	if err := m.searchEverywhere(); err != nil {
		return Result{}, err
	}
	matches := make([][]Matched, len(file.Rows))
	for _, uid := range m.order {
		if err := m.matchArticle(uid, matches); err != nil {
			return Result{}, err
		}
	}
	m.gather(matches)
	m.settleFinished()
	m.collectDrafts()
	m.result.count()
	return m.result, nil
}

// gather puts the matches of all rows behind each other. They are large: there
// is one place for all of them, and each is let go once it is there.
func (m *matcher) gather(matches [][]Matched) {
	total := 0
	for i := range matches {
		total += max(1, len(matches[i]))
	}
	m.result.Rows = make([]Matched, 0, total)
	for i := range matches {
		if matches[i] == nil {
			m.result.Rows = append(m.result.Rows, m.homeless(&m.file.Rows[i]))
			continue
		}
		m.result.Rows = append(m.result.Rows, matches[i]...)
		matches[i] = nil
	}
}

// matcher is one run of [Match].
type matcher struct {
	ctx     context.Context //nolint:containedctx // lives as long as the call of Match
	file    *File
	project Project
	o       Options
	result  Result

	byUID, byHash, byURL map[string]string // article UID
	byTitle              map[string][]string
	drafts               map[string]*Draft // by UID, those that are not in the project
	elsewhere            map[string]string // article of an annotation

	order   []string         // articles in the order in which the rows come to them
	wanted  map[string][]int // rows by article
	claimed map[string]int   // line of the row that an annotation has already, by its identity and by its place
	covered map[Finished]*cover
}

func (m *matcher) indexArticles() error {
	articles, err := m.project.Shelf(m.ctx)
	if err != nil {
		return err
	}
	m.byUID, m.byHash, m.byURL = map[string]string{}, map[string]string{}, map[string]string{}
	m.byTitle, m.wanted, m.covered = map[string][]string{}, map[string][]int{}, map[Finished]*cover{}
	for _, a := range articles {
		m.byUID[a.UID], m.byHash[a.TextSHA256] = a.UID, a.UID
		if a.URL != "" {
			m.byURL[a.URL] = a.UID
		}
		m.byTitle[a.Title] = append(m.byTitle[a.Title], a.UID)
	}
	m.drafts = map[string]*Draft{}
	for i := range m.o.Drafts {
		d := &m.o.Drafts[i]
		if _, there := m.byUID[d.UID]; there || strings.TrimSpace(d.Article.Text) == "" {
			continue
		}
		m.drafts[d.UID] = d
		if hash := hashOf(d.Article.Text); m.byHash[hash] == "" {
			m.byHash[hash] = d.UID
		}
	}
	return nil
}

func hashOf(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

// assign puts every row to the article that it names.
func (m *matcher) assign() error {
	var uids []string
	for i := range m.file.Rows {
		if id := m.file.Rows[i].AnnotationID; id != "" {
			uids = append(uids, id)
		}
	}
	var err error
	if m.elsewhere, err = m.project.AnnotationArticles(m.ctx, uids); err != nil {
		return err
	}
	for i := range m.file.Rows {
		row := &m.file.Rows[i]
		if uid := m.articleOf(row); uid != "" && row.Fault.Format == "" {
			m.want(uid, i)
		}
	}
	return nil
}

func (m *matcher) want(uid string, row int) {
	if m.wanted[uid] == nil {
		m.order = append(m.order, uid)
	}
	m.wanted[uid] = append(m.wanted[uid], row)
}

// articleOf returns the article that a row names, or nothing.
func (m *matcher) articleOf(row *Row) string {
	titled := ""
	if list := m.byTitle[row.ArticleTitle]; row.ArticleTitle != "" && len(list) == 1 {
		titled = list[0]
	}
	hashed := ""
	if row.TextSHA256 != "" {
		hashed = m.byHash[row.TextSHA256]
	}
	named, _, _ := splitSentenceID(row.SentenceID)
	for _, uid := range []string{
		m.elsewhere[row.AnnotationID], m.byUID[row.ArticleID], m.byUID[named], hashed, m.byURL[row.ArticleURL], titled,
	} {
		if uid != "" {
			return uid
		}
	}
	return ""
}

// nameless reports whether a row says of no article that it is the one.
func (r *Row) nameless() bool {
	return r.ArticleID == "" && r.ArticleTitle == "" && r.ArticleURL == "" && r.SentenceID == "" && r.TextSHA256 == ""
}

// searchEverywhere looks for the sentences of rows that name no article: one
// that stands once in the whole project is the one that is meant. What is still
// without a place goes to the document of its own file.
func (m *matcher) searchEverywhere() error {
	lost := map[string]bool{}
	for i := range m.file.Rows {
		row := &m.file.Rows[i]
		if row.Fault.Format == "" && row.SentenceText != "" && row.nameless() && m.articleOf(row) == "" {
			lost[row.SentenceText] = true
		}
	}
	found, err := m.sentencesOf(lost)
	if err != nil {
		return err
	}
	for i := range m.file.Rows {
		row := &m.file.Rows[i]
		if row.Fault.Format != "" || m.articleOf(row) != "" {
			continue
		}
		places := found[row.SentenceText]
		switch {
		case row.nameless() && len(places) == 1:
			m.want(places[0], i)
		case len(places) == 0 && row.own != nil && row.own.document < len(m.o.Drafts):
			m.want(m.o.Drafts[row.own.document].UID, i)
		}
	}
	return nil
}

// sentencesOf returns the articles in which these texts are sentences.
func (m *matcher) sentencesOf(texts map[string]bool) (map[string][]string, error) {
	found := map[string][]string{}
	if len(texts) == 0 {
		return found, nil
	}
	for _, uid := range slices.Sorted(maps.Values(m.byUID)) {
		content, err := m.project.Content(m.ctx, uid)
		if err != nil {
			return nil, err
		}
		for i := range content.Sentences {
			if text := content.Sentences[i].Text; texts[text] {
				found[text] = append(found[text], uid)
			}
		}
	}
	return found, nil
}

// matchArticle matches the rows of one article.
func (m *matcher) matchArticle(uid string, matches [][]Matched) error {
	desk, err := m.open(uid)
	if err != nil {
		return err
	}
	for _, i := range m.wanted[uid] {
		if err := m.ctx.Err(); err != nil {
			return models.Errorf(models.CodeCancelled, "The comparison with the project was stopped.").Because(err)
		}
		matches[i] = m.matchRow(desk, &m.file.Rows[i])
	}
	return nil
}

// homeless is the match of a row without an article.
func (m *matcher) homeless(row *Row) Matched {
	match := Matched{Row: row, State: Unmatched, Reason: row.Fault}
	if match.Reason.Format != "" {
		return match
	}
	switch {
	case len(m.byTitle[row.ArticleTitle]) > 1 && row.ArticleTitle != "":
		match.Reason = models.Textf("Several articles of the project have this title, and the row does not say which.")
	case row.nameless() && row.SentenceText != "":
		match.Reason = models.Textf("The row names no article, and its sentence is not in the project just once.")
	default:
		match.Reason = models.Textf("The article is not in the project.")
	}
	return match
}

// collectDrafts lists the articles of the file that rows need; a project of
// texts brings all of them.
func (m *matcher) collectDrafts() {
	used := map[string]bool{}
	for i := range m.result.Rows {
		if at := &m.result.Rows[i]; at.Article != nil && at.State != Unmatched && at.State != Unsure {
			used[at.Article.UID] = true
		}
	}
	added := map[string]bool{}
	for i := range m.o.Drafts {
		d := &m.o.Drafts[i]
		if m.drafts[d.UID] != nil && !added[d.UID] && (used[d.UID] || m.file.Format == FormatQDPX) {
			m.result.Articles = append(m.result.Articles, d.Article)
			added[d.UID] = true
		}
	}
}
