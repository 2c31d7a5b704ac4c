package export

import (
	"context"
	"iter"
	"slices"
	"strings"

	"glossator/models"
)

// chapter is an article with its rows, in reading order.
type chapter struct {
	models.Content

	rows []models.ExportRow
}

// eachChapter reads articles and rows side by side and calls write for every
// article. It holds one article at a time and returns the number of rows. The
// error has [models.CodeConflict] when a row belongs to none of the articles,
// which happens when one was added or deleted meanwhile, and
// [models.CodeInternal] without [Input.Articles].
func (in Input) eachChapter(ctx context.Context, write func(*chapter) error) (int, error) {
	next, stop := iter.Pull2(in.Rows)
	defer stop()
	reader := &rowReader{next: next}
	reader.advance()
	var current chapter
	err := in.eachArticle(ctx, func(content *models.Content) error {
		current.Content = *content
		current.rows = current.rows[:0]
		for reader.of(content.Article.UID) {
			if err := ctx.Err(); err != nil {
				return stopped(reader.done, err)
			}
			current.rows = append(current.rows, reader.row)
			reader.advance()
		}
		if reader.err != nil {
			return stopped(reader.done, reader.err)
		}
		return write(&current)
	})
	if err == nil && reader.left {
		err = errChanged()
	}
	if err == nil && reader.err != nil {
		err = stopped(reader.done, reader.err)
	}
	return reader.done, err
}

// rowReader looks one row ahead.
type rowReader struct {
	next func() (models.ExportRow, error, bool)
	row  models.ExportRow
	left bool // row is one that nobody has taken
	err  error
	done int
}

// advance takes the row that is there and looks at the next.
func (r *rowReader) advance() {
	if r.left {
		r.done++
	}
	row, err, ok := r.next()
	r.row, r.err, r.left = row, err, ok && err == nil
}

func (r *rowReader) of(articleUID string) bool {
	return r.left && r.row.Article.UID == articleUID
}

// opinion is what one annotator says about one sentence: her annotations of
// it, or one row with [models.NoLabel].
type opinion struct {
	rows []models.ExportRow // at least one
}

func (o opinion) first() *models.ExportRow { return &o.rows[0] }

// labelled returns the rows that hold an annotation.
func (o opinion) labelled() iter.Seq[*models.ExportRow] {
	return func(yield func(*models.ExportRow) bool) {
		for i := range o.rows {
			if o.rows[i].Label != models.NoLabel && !yield(&o.rows[i]) {
				return
			}
		}
	}
}

// labels returns the keys of the labels, each once, in the order of the rows;
// never nil.
func (o opinion) labels() []string {
	keys := []string{}
	for row := range o.labelled() {
		if !slices.Contains(keys, row.Label) {
			keys = append(keys, row.Label)
		}
	}
	return keys
}

// opinions parts the rows of one sentence by annotator, in the stable order of
// their identities. It sorts rows.
func opinions(rows []models.ExportRow) iter.Seq[opinion] {
	slices.SortStableFunc(rows, func(a, b models.ExportRow) int {
		return strings.Compare(a.Annotator.UID, b.Annotator.UID)
	})
	return func(yield func(opinion) bool) {
		for run := range runs(rows, func(a, b *models.ExportRow) bool { return a.Annotator.UID == b.Annotator.UID }) {
			if !yield(opinion{run}) {
				return
			}
		}
	}
}

// runs parts rows into stretches of neighbours that belong together.
func runs(rows []models.ExportRow, together func(a, b *models.ExportRow) bool) iter.Seq[[]models.ExportRow] {
	return func(yield func([]models.ExportRow) bool) {
		for len(rows) > 0 {
			end := 1
			for end < len(rows) && together(&rows[0], &rows[end]) {
				end++
			}
			if !yield(rows[:end:end]) {
				return
			}
			rows = rows[end:]
		}
	}
}

// sameSentence reports whether two rows are about the same sentence.
func sameSentence(a, b *models.ExportRow) bool {
	return a.Article.UID == b.Article.UID && a.Sentence.StartOff == b.Sentence.StartOff && a.Sentence.EndOff == b.Sentence.EndOff
}

// eachOpinion calls write for what every annotator says about every sentence,
// holding one sentence at a time. It returns the number of opinions.
func (in Input) eachOpinion(ctx context.Context, write func(opinion) error) (int, error) {
	var sentence []models.ExportRow
	written := 0
	flush := func() error {
		for o := range opinions(sentence) {
			if err := write(o); err != nil {
				return err
			}
			written++
		}
		sentence = sentence[:0]
		return nil
	}
	_, err := in.each(ctx, func(row *models.ExportRow) error {
		if len(sentence) > 0 && !sameSentence(&sentence[0], row) {
			if err := flush(); err != nil {
				return err
			}
		}
		sentence = append(sentence, *row)
		return nil
	})
	if err != nil {
		return written, err
	}
	return written, flush()
}

// eachSentence calls write for every sentence of the article with its rows,
// which may be none. The error has [models.CodeConflict] when a row is about a
// sentence that the article does not have.
func (c *chapter) eachSentence(write func(*models.Sentence, []models.ExportRow) error) error {
	rest := c.rows
	for i := range c.Sentences {
		sentence := &c.Sentences[i]
		end := 0
		for end < len(rest) && rest[end].Sentence.StartOff == sentence.StartOff {
			end++
		}
		if err := write(sentence, rest[:end:end]); err != nil {
			return err
		}
		rest = rest[end:]
	}
	if len(rest) > 0 {
		return errChanged()
	}
	return nil
}

func errChanged() error {
	return models.Errorf(models.CodeConflict,
		"The articles of the project were changed during the export; export once more.")
}
