package export

import (
	"context"
	"fmt"
	"iter"
	"time"

	"glossator/models"
)

// Input is what is exported.
type Input struct {
	Project models.Project
	Labels  []models.Label // the codebook as the project uses it, with fields, in codebook order

	// Rows are read once and written in their order. The first error ends the
	// export. What a row points to must not change before the export is over:
	// some formats hold the rows of an article together.
	Rows iter.Seq2[models.ExportRow, error]

	// Articles are the articles that the export is about, with text, blocks and
	// sentences, in the order in which Rows come to them; those without a row
	// included. They are read once, beside the rows. Formats whose
	// [Format.Texts] is false do without and take nil.
	Articles iter.Seq2[models.Content, error]

	Codebook models.Codebook // rules and examples; the zero value: only what Labels say
	Locale   string          // of the reader's computer, see [Separator]; empty: English
	Made     time.Time       // when the export is made, named in files that say so; zero: not named
	FullText bool            // the articles' table also holds their text

	Layer  models.Layer // of the rows; that of gold has columns of its own
	Topics bool         // any article has a topic
	Extra  []string     // names of columns of imported files, see [models.Annotation.Extra]
	// Agreement is the table of how far the annotators agree, its header first,
	// for formats of several tables; empty: there is nothing to compare.
	Agreement [][]string

	// Notify is told, in one sentence each time, what a person should know about
	// a file that is complete all the same; nil: nobody is told.
	Notify func(notice models.Text)
}

func (in Input) notify(notice models.Text) {
	if in.Notify != nil {
		in.Notify(notice)
	}
}

// each calls write for every row and returns how many it wrote. All rows pass
// through one place in memory: a row is large, and a pointer to a new one each
// time would be an allocation each time.
func (in Input) each(ctx context.Context, write func(*models.ExportRow) error) (int, error) {
	return eachOf(ctx, in.Rows, write)
}

// eachArticle calls write for every article. The error has
// [models.CodeInternal] without [Input.Articles].
func (in Input) eachArticle(ctx context.Context, write func(*models.Content) error) error {
	if in.Articles == nil {
		return errNoTexts()
	}
	_, err := eachOf(ctx, in.Articles, write)
	return err
}

// labelled is the input without the rows of sentences without a label, for
// formats that have no place for them.
func (in Input) labelled() Input {
	rows := in.Rows
	in.Rows = func(yield func(models.ExportRow, error) bool) {
		for row, err := range rows {
			if (err != nil || row.Label != models.NoLabel) && !yield(row, err) {
				return
			}
		}
	}
	return in
}

func eachOf[T any](ctx context.Context, items iter.Seq2[T, error], write func(*T) error) (int, error) {
	done := 0
	current := new(T)
	for item, err := range items {
		if err == nil {
			err = ctx.Err()
		}
		if err != nil {
			return done, stopped(done, err)
		}
		*current = item
		if err := write(current); err != nil {
			return done, err
		}
		done++
	}
	if err := ctx.Err(); err != nil {
		return done, stopped(done, err)
	}
	return done, nil
}

func stopped(done int, err error) error {
	return fmt.Errorf("export after %d rows: %w", done, err)
}

func errNoTexts() error {
	return models.Errorf(models.CodeInternal,
		"This format needs the texts of the articles, which the program did not give to it; choose another format.")
}
