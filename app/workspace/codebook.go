package workspace

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"slices"

	"glossator/app/codebook"
	"glossator/app/export"
	"glossator/models"
)

// rules is the project's codebook as it was read last. It is replaced as a
// whole.
type rules struct {
	book    models.Codebook
	labels  []models.Label // in use, in their order
	retired []models.Label // what annotations still carry, see [store.Store.RetiredLabels]
}

// label returns a label by its ID, also an archived one; the zero label when
// there is none.
func (c *rules) label(id int64) models.Label {
	for _, list := range [][]models.Label{c.labels, c.retired} {
		if at := slices.IndexFunc(list, func(l models.Label) bool { return l.ID == id }); at >= 0 {
			return list[at]
		}
	}
	return models.Label{}
}

// exported returns the labels in use and, behind them, what annotations still
// carry: nothing that was tagged may be missing from an export.
func (c *rules) exported() []models.Label {
	labels := slices.Clone(c.labels)
	for _, old := range c.retired {
		at := slices.IndexFunc(labels, func(l models.Label) bool { return l.ID == old.ID })
		if at < 0 {
			labels = append(labels, old)
			continue
		}
		labels[at].Fields = slices.Concat(labels[at].Fields, old.Fields)
	}
	return labels
}

// Labels returns the codebook's labels in their order.
func (w *Workspace) Labels() []models.Label { return w.rules.Load().labels }

// Codebook returns the project's codebook.
func (w *Workspace) Codebook() models.Codebook { return w.rules.Load().book }

// SetCodebook makes the project's codebook equal to book, as one step of undo.
// Labels named in changed mean something else from now on: the codebook gets
// its next version, and what was tagged with them is to be looked at again, see
// [models.Corpus.Outdated]. The errors are those of [store.Store.SetCodebook].
func (w *Workspace) SetCodebook(ctx context.Context, book models.Codebook, changed []string, note string) error {
	return w.do(func(by actor) error {
		if _, err := w.store.SetCodebook(ctx, by, book, changed, note); err != nil {
			return err
		}
		if err := w.refreshCodebook(ctx); err != nil {
			return err
		}
		return w.articlesChanged(ctx)
	})
}

// CodebookDocument returns the codebook as it is written to files.
func (w *Workspace) CodebookDocument() codebook.Document {
	return codebook.Document{ProjectUID: w.store.Project().UID, Book: w.Codebook()}
}

// ExportCodebook writes the codebook to a file, which appears whole or not at
// all. The errors are those of [export.File].
func (w *Workspace) ExportCodebook(ctx context.Context, path string, overwrite bool, format codebook.Format) error {
	document := w.CodebookDocument()
	_, err := export.File(ctx, path, overwrite, export.Format{
		Write: func(_ context.Context, out io.Writer, _ export.Input) (int, error) {
			return 0, format.Write(out, document)
		},
	}, export.Input{})
	return err
}

// ReadCodebook reads a codebook from a file, in the format that its name says;
// nothing is changed. Errors: models.CodeUnreadable, and those of
// [codebook.ByName] and [codebook.Format.Read].
func (w *Workspace) ReadCodebook(path string) (models.Codebook, error) {
	format, err := codebook.ByName(path)
	if err != nil {
		return models.Codebook{}, err
	}
	file, err := os.Open(path)
	if err != nil {
		return models.Codebook{}, models.Errorf(models.CodeUnreadable,
			"The file %s cannot be read; check its name and its rights.", filepath.Base(path)).Because(err)
	}
	defer func() { _ = file.Close() }() // it was only read
	return format.Read(file, w.CodebookDocument())
}

// ArchivedLabels returns the labels that were put away and can be brought back.
func (w *Workspace) ArchivedLabels(ctx context.Context) ([]models.CodebookLabel, error) {
	archived, err := w.store.ArchivedLabels(ctx)
	labels := make([]models.CodebookLabel, len(archived))
	for i, label := range archived {
		labels[i] = models.LabelOf(label)
	}
	return labels, err
}

// Reaffirm says that one of the annotator's annotations on the sentence at
// position stands under the present version of the codebook.
func (w *Workspace) Reaffirm(ctx context.Context, position int, annotationUID string) error {
	return w.onSentence(ctx, position, func(by actor, _ Sentence) error {
		annotation, err := w.store.Reaffirm(ctx, by, annotationUID)
		if err != nil {
			return err
		}
		w.lay(annotation)
		return nil
	})
}

// refreshCodebook reads the codebook anew and tells the subscribers when it is
// another one.
func (w *Workspace) refreshCodebook(ctx context.Context) error {
	book, err := w.store.Codebook(ctx)
	if err != nil {
		return err
	}
	labels, err := w.store.Labels(ctx)
	if err != nil {
		return err
	}
	retired, err := w.store.RetiredLabels(ctx)
	if err != nil {
		return err
	}
	before := w.rules.Swap(&rules{book: book, labels: labels, retired: retired})
	if before != nil && !before.same(labels, book) {
		w.events.emit(Event{Kind: CodebookChanged})
	}
	return nil
}

// same reports whether nothing has changed that a page shows.
func (c *rules) same(labels []models.Label, book models.Codebook) bool {
	version := func(l models.Label) [2]int64 { return [2]int64{l.ID, l.Version} }
	return c.book.Version == book.Version && slices.Equal(c.book.General, book.General) && slices.Equal(c.book.TieBreaks, book.TieBreaks) &&
		slices.EqualFunc(c.labels, labels, func(a, b models.Label) bool { return version(a) == version(b) })
}
