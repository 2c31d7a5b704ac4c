package export

import (
	"slices"

	"glossator/models"
)

const (
	articleTableName  = "articles"
	sentenceTableName = "sentences"
)

// articleTable has one row for each article, with its text where the input says
// so.
func articleTable(in Input) table[models.Content] {
	columns := []column[models.Content]{
		text("article_title", "title of the article", func(c *models.Content) string { return c.Article.Title }),
		text("subtitle", "its second line", func(c *models.Content) string { return c.Article.Subtitle }),
		text("byline", "credits, date and the like, as printed", func(c *models.Content) string { return c.Article.Byline }),
		text("author", "who wrote it", func(c *models.Content) string { return c.Article.Author }),
		text("article_source", "its publisher or site", func(c *models.Content) string { return c.Article.Source }),
		date("article_date", "day of publication, or the month or year where no more is known",
			func(c *models.Content) string { return day(c.Article.PublishedOn) }),
		text("language", "language of the article (BCP 47)", func(c *models.Content) string { return c.Article.Language }),
		text("article_url", "address of the article", func(c *models.Content) string { return c.Article.URL }),
		text("original_name", "file or address it was imported from", func(c *models.Content) string { return c.Article.OriginalName }),
		integer("sentences", "number of sentences", func(c *models.Content) int { return len(c.Sentences) }),
		moment("added_at", "when it was added to the project", func(c *models.Content) int64 { return c.Article.CreatedAt }),
		text(columnArticle, "identity of the article", func(c *models.Content) string { return c.Article.UID }),
		{name: "text_sha256", kind: kindText, about: "hash of the article's text, to see whether it is the same",
			value: func(dst []byte, c *models.Content) []byte { return appendDigest(dst, &c.Article) }},
	}
	columns = append(columns, topicColumn(in.Topics, func(c *models.Content) *models.Article { return &c.Article })...)
	if in.FullText {
		columns = append(columns, text("text", "the whole text; offsets count its code points",
			func(c *models.Content) string { return c.Text }))
	}
	return table[models.Content]{
		name: articleTableName, about: "One row for each article.", columns: columns, primary: []string{columnArticle},
	}
}

// sentenceRow is a sentence of an article.
type sentenceRow struct {
	content  *models.Content
	sentence *models.Sentence
}

// sentenceTable has one row for each sentence of each article, also of those
// that nobody has read.
func sentenceTable() table[sentenceRow] {
	return table[sentenceRow]{
		name:  sentenceTableName,
		about: "One row for each sentence of each article, tagged or not.",
		columns: []column[sentenceRow]{
			text("article_title", "title of the article", func(s *sentenceRow) string { return s.content.Article.Title }),
			integer("sentence_no", "number of the sentence within the article, from 1",
				func(s *sentenceRow) int { return s.sentence.Seq }),
			text("sentence_text", "the sentence, exactly as in the article", func(s *sentenceRow) string { return s.sentence.Text }),
			integer("paragraph_no", "number of its paragraph, heading or the like within the article, from 1",
				func(s *sentenceRow) int { return s.sentence.BlockSeq + 1 }),
			text("paragraph_kind", "what kind of paragraph it is", func(s *sentenceRow) string { return string(s.block().Kind) }),
			integer("start", "first code point of the sentence in the article's text, from 0",
				func(s *sentenceRow) int { return s.sentence.StartOff }),
			integer("end", "the code point after its last", func(s *sentenceRow) int { return s.sentence.EndOff }),
			text(columnArticle, "identity of the article", func(s *sentenceRow) string { return s.content.Article.UID }),
			{name: columnSentence, kind: kindText, about: "identity of the sentence",
				value: func(dst []byte, s *sentenceRow) []byte {
					return s.sentence.AppendPublicID(dst, s.content.Article.UID)
				}},
		},
		primary: []string{columnSentence},
		foreign: []foreignKey{{columnArticle, articleTableName}},
	}
}

// block returns the block that holds the sentence, or an empty one.
func (s *sentenceRow) block() models.Block {
	blocks, seq := s.content.Blocks, s.sentence.BlockSeq
	if seq < len(blocks) && blocks[seq].Seq == seq { // blocks are counted without a gap
		return blocks[seq]
	}
	at := slices.IndexFunc(blocks, func(b models.Block) bool { return b.Seq == seq })
	if at < 0 {
		return models.Block{}
	}
	return blocks[at]
}

// eachSentence calls write for the sentences of an article.
func eachSentence(content *models.Content, write func(*sentenceRow) error) error {
	row := sentenceRow{content: content}
	for i := range content.Sentences {
		row.sentence = &content.Sentences[i]
		if err := write(&row); err != nil {
			return err
		}
	}
	return nil
}
