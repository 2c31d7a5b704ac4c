package export

import (
	"slices"
	"strings"
	"unicode/utf8"

	"glossator/models"
)

// reportArticle is what the report shows of an article.
type reportArticle struct {
	ID, Title, Language, Address string
	Meta                         []string
	Counts                       []reportCount
	Sentences                    int
	Strip                        []stripMark
	Blocks                       []reportBlock
}

type reportCount struct {
	reportStyle

	Count int
}

// reportBlock is a paragraph, and below it what is said about it.
type reportBlock struct {
	Tag    string
	Bullet string
	Apart  bool
	Spans  []reportSpan
	Notes  []reportNote
}

// reportSpan is a sentence, or what stands between two.
type reportSpan struct {
	Class  string // of its first label; empty: none
	Pieces []reportPiece
	Badges []reportNote
}

type reportPiece struct {
	Text   string
	Quoted bool
}

// reportNote is an annotation.
type reportNote struct {
	Number                                int
	Class, Badge, Label                   string
	Annotator, Confidence, Quote, Comment string
	Details                               []reportDetail
	Review                                string
}

// reportDetail is a detail with its name in the codebook.
type reportDetail struct{ Name, Value string }

func (r *report) article(c *chapter) reportArticle {
	points := utf8.RuneCountInString(c.Text)
	address := ""
	if source := webSource(&c.Article); !strings.HasPrefix(source, "urn:") {
		address = source
	}
	shown := reportArticle{
		ID: c.Article.UID, Title: c.Article.Title, Language: c.Article.Language, Address: address,
		Meta: articleMeta(c), Sentences: len(c.Sentences), Strip: strip(c, points, r.styles),
	}
	var counts tally
	for i := range c.rows {
		counts.add(c.rows[i].Label)
	}
	for _, style := range r.styles {
		shown.Counts = append(shown.Counts, reportCount{style, counts.of(style.key)})
	}
	writer := &blockWriter{styles: r.styles, labels: r.in.Labels, index: textIndex{text: c.Text}, sentences: c.Sentences, rows: c.rows}
	for _, block := range blocksOf(c, points) {
		if writer.skip(block, c.Article.Title) {
			continue
		}
		shown.Blocks = append(shown.Blocks, writer.block(block))
	}
	return shown
}

// articleMeta is where and when the article was published, and who has
// finished it.
func articleMeta(c *chapter) []string {
	var meta, finished []string
	for _, text := range []string{c.Article.Source, day(c.Article.PublishedOn), c.Article.Author} {
		if text != "" {
			meta = append(meta, text)
		}
	}
	for i := range c.rows {
		if name := annotatorName(&c.rows[i]); c.rows[i].Done && !slices.Contains(finished, name) {
			finished = append(finished, name)
		}
	}
	if finished != nil {
		meta = append(meta, "finished by "+strings.Join(finished, ", "))
	}
	return meta
}

// blocksOf returns the blocks of an article; one without any is one block.
func blocksOf(c *chapter, points int) []models.Block {
	if len(c.Blocks) > 0 {
		return c.Blocks
	}
	return []models.Block{{Kind: models.BlockParagraph, EndOff: points}}
}

// blockTags are the elements of the kinds of blocks that are no plain
// paragraph.
var blockTags = map[models.BlockKind]string{
	models.BlockHeading: "h3", models.BlockTitle: "h3", models.BlockQuote: "blockquote",
}

// blockWriter goes through an article from block to block.
type blockWriter struct {
	styles    reportStyles
	labels    []models.Label
	index     textIndex
	sentences []models.Sentence  // those that are still to come
	rows      []models.ExportRow // the same
	number    int                // of the last note
}

// skip goes past a block that only says once more what the heading of the
// article says, if no label is on it, and reports whether it did.
func (b *blockWriter) skip(block models.Block, title string) bool {
	if b.number > 0 || b.index.slice(block.StartOff, block.EndOff) != title {
		return false
	}
	sentences, rows := 0, 0
	for sentences < len(b.sentences) && b.sentences[sentences].EndOff <= block.EndOff {
		sentences++
	}
	for rows < len(b.rows) && b.rows[rows].Sentence.EndOff <= block.EndOff {
		if b.rows[rows].Label != models.NoLabel {
			return false
		}
		rows++
	}
	b.sentences, b.rows = b.sentences[sentences:], b.rows[rows:]
	return true
}

func (b *blockWriter) block(block models.Block) reportBlock {
	shown := reportBlock{Tag: blockTags[block.Kind], Apart: block.Apart()}
	if block.Kind == models.BlockListItem {
		shown.Bullet = "•"
	}
	at := block.StartOff
	for len(b.sentences) > 0 && b.sentences[0].EndOff <= block.EndOff {
		s := &b.sentences[0]
		b.sentences = b.sentences[1:]
		span := b.sentence(s)
		shown.Spans = append(shown.Spans, b.plain(at, s.StartOff), span)
		shown.Notes = append(shown.Notes, span.Badges...)
		at = s.EndOff
	}
	shown.Spans = append(shown.Spans, b.plain(at, block.EndOff))
	return shown
}

func (b *blockWriter) plain(from, to int) reportSpan {
	return reportSpan{Pieces: []reportPiece{{Text: b.index.slice(from, to)}}}
}

func (b *blockWriter) sentence(s *models.Sentence) reportSpan {
	span := b.plain(s.StartOff, s.EndOff)
	var quotes []*models.ExportRow
	for len(b.rows) > 0 && b.rows[0].Sentence.StartOff <= s.StartOff {
		row := &b.rows[0]
		b.rows = b.rows[1:]
		if row.Label == models.NoLabel {
			continue
		}
		note := b.note(row)
		span.Badges = append(span.Badges, note)
		span.Class = first(span.Class, note.Class)
		if row.Annotation.StartOff != nil && row.Annotation.EndOff != nil {
			quotes = append(quotes, row)
		}
	}
	if quotes != nil {
		span.Pieces = pieces(span.Pieces[0].Text, s.StartOff, quotes)
	}
	return span
}

func (b *blockWriter) note(row *models.ExportRow) reportNote {
	b.number++
	style := b.styles.of(row.Label)
	return reportNote{
		Number: b.number, Class: style.Class, Badge: style.Badge, Label: style.Name,
		Annotator: annotatorName(row), Confidence: string(row.Annotation.Confidence), Quote: row.Annotation.Quote,
		Comment: row.Annotation.Note, Details: b.details(row.Details), Review: reviewLine(row),
	}
}

// details are shown by the names of their fields, or by their keys where the
// codebook has none.
func (b *blockWriter) details(list []models.NamedDetail) []reportDetail {
	var shown []reportDetail
	for i := range list {
		detail := reportDetail{Name: list[i].Field, Value: detailValue(&list[i].Detail)}
		for _, label := range b.labels {
			for _, field := range label.Fields {
				if label.Key == list[i].Label && field.Key == list[i].Field && field.Name != "" {
					detail.Name = field.Name
				}
			}
		}
		shown = append(shown, detail)
	}
	return shown
}

// reviewLine says what was decided, or nothing.
func reviewLine(row *models.ExportRow) string {
	review := row.Review()
	if review.State == models.ReviewOpen {
		return ""
	}
	line := string(review.State)
	if review.Reviewer != "" {
		line += " by " + review.Reviewer
	}
	if review.Comment != "" {
		line += ": " + review.Comment
	}
	return line
}

// pieces parts a sentence into what is quoted by one annotation or more, and
// what is not.
func pieces(sentence string, start int, quotes []*models.ExportRow) []reportPiece {
	runes := []rune(sentence)
	quoted := func(i int) bool {
		return slices.ContainsFunc(quotes, func(row *models.ExportRow) bool {
			return *row.Annotation.StartOff <= start+i && start+i < *row.Annotation.EndOff
		})
	}
	var parts []reportPiece
	for from := 0; from < len(runes); {
		to := from + 1
		for to < len(runes) && quoted(to) == quoted(from) {
			to++
		}
		parts = append(parts, reportPiece{string(runes[from:to]), quoted(from)})
		from = to
	}
	return parts
}
