package incoming

import (
	"path/filepath"
	"strings"
	"unicode/utf8"

	"glossator/models"
)

// collection makes articles of files that hold sentences one by one, for those
// whose article is not in the project. Sentences that name an article are put
// together, the others go into articles of [perArticle] sentences that bear the
// name of the file.
type collection struct {
	name     string
	articles []collected
	known    map[string]origin // of a sentence, by what tells it apart
	open     map[string]int    // the article that takes further sentences, by its name
}

type collected struct {
	title     string
	sentences []string
	points    int
}

// origin is where a row stands in the documents of its own file.
type origin struct {
	document   int // index into [File.Documents]
	start, end int // code points
}

const (
	perArticle = 500
	// collectionSegmenter names how the sentences were made: the file had them.
	collectionSegmenter = "file/1"
)

func newCollection(r *reading) *collection {
	name := filepath.Base(r.path)
	return &collection{
		name: strings.TrimSuffix(name, filepath.Ext(name)), known: map[string]origin{}, open: map[string]int{},
	}
}

func (c *collection) key(row *Row) string {
	return strings.Join([]string{row.ArticleID, row.ArticleTitle, row.SentenceID, row.SentenceText}, "\x00")
}

// add takes the sentence of a row in, unless it is known.
func (c *collection) add(row *Row) {
	text := row.SentenceText
	if _, known := c.known[c.key(row)]; known || strings.TrimSpace(text) == "" || strings.ContainsRune(text, 0) {
		return
	}
	group := row.ArticleID + "\x00" + row.ArticleTitle
	at, found := c.open[group]
	named := group != "\x00"
	if !found || !named && len(c.articles[at].sentences) >= perArticle {
		at = len(c.articles)
		c.articles = append(c.articles, collected{title: row.ArticleTitle})
		c.open[group] = at
	}
	article := &c.articles[at]
	length := utf8.RuneCountInString(text)
	c.known[c.key(row)] = origin{at, article.points, article.points + length}
	article.sentences = append(article.sentences, text)
	article.points += length + 1 // and the line feed
}

// fill tells the rows where their sentences stand.
func (c *collection) fill(rows []Row) {
	for i := range rows {
		if at, known := c.known[c.key(&rows[i])]; known {
			rows[i].own = &at
		}
	}
}

// drafts makes the articles: a paragraph for each sentence.
func (c *collection) drafts() []models.Draft {
	drafts := make([]models.Draft, 0, len(c.articles))
	for _, article := range c.articles {
		d := models.Draft{Segmenter: collectionSegmenter, Document: models.Document{
			Title: article.title, Text: strings.Join(article.sentences, "\n"), Format: "text", Name: c.name,
		}}
		if d.Title == "" {
			d.Title = c.name
		}
		at := 0
		for i, text := range article.sentences {
			end := at + utf8.RuneCountInString(text)
			d.Blocks = append(d.Blocks, models.Block{Seq: i, Kind: models.BlockParagraph, StartOff: at, EndOff: end})
			d.Sentences = append(d.Sentences, models.Sentence{BlockSeq: i, Seq: i + 1, StartOff: at, EndOff: end, Text: text})
			at = end + 1
		}
		drafts = append(drafts, d)
	}
	return drafts
}
