package workspace

import (
	"context"
	"io"
	"os"
	"slices"
	"time"

	"glossator/app/export"
	"glossator/models"
)

// Exported is what became of an export.
type Exported struct {
	Rows    int
	Notices []string // what a person should know about a file that is complete all the same
}

// Export writes the rows of a filter to a file, which appears whole or not at
// all. The file replaces another only when overwrite is set. Errors are those
// of [export.File] and of the store.
func (w *Workspace) Export(ctx context.Context, path string, overwrite bool, format export.Format,
	filter models.ExportFilter,
) (Exported, error) {
	var done Exported
	var err error
	done.Rows, err = export.File(ctx, path, overwrite, format, w.exportInput(ctx, filter, &done))
	return done, err
}

// ExportTo writes the rows of a filter to out; name stands for it in errors.
func (w *Workspace) ExportTo(ctx context.Context, out io.Writer, name string, format export.Format,
	filter models.ExportFilter,
) (Exported, error) {
	var done Exported
	var err error
	done.Rows, err = export.Stream(ctx, out, name, format, w.exportInput(ctx, filter, &done))
	return done, err
}

// ExportName proposes a file name for an export of today in a format.
func (w *Workspace) ExportName(format export.Format) string {
	return format.FileName(w.Project().Name, time.Now(), w.Me().Name)
}

// ExportPreview returns the first rows that an export would write.
func (w *Workspace) ExportPreview(ctx context.Context, filter models.ExportFilter, limit int) ([]models.ExportRow, error) {
	var rows []models.ExportRow
	for row, err := range w.store.ExportRows(ctx, filter) {
		if err != nil {
			return nil, err
		}
		if rows = append(rows, row); len(rows) == limit {
			break
		}
	}
	return rows, nil
}

// UseCodebook gives the exports the rules and examples behind the labels; the
// project keeps only the labels and their fields.
func (w *Workspace) UseCodebook(book models.Codebook) { w.codebook = book }

func (w *Workspace) exportInput(ctx context.Context, filter models.ExportFilter, done *Exported) export.Input {
	return export.Input{
		Project:  w.Project(),
		Labels:   w.exportLabels(filter),
		Rows:     w.store.ExportRows(ctx, filter),
		Articles: w.store.ExportArticles(ctx, filter),
		Codebook: w.codebook,
		Locale:   os.Getenv("LANG"),
		Made:     time.Now(),
		FullText: true,
		Notify:   func(notice string) { done.Notices = append(done.Notices, notice) },
	}
}

// exportLabels leaves out the labels that a filter leaves out: a column of them
// would say that there are none.
func (w *Workspace) exportLabels(filter models.ExportFilter) []models.Label {
	if len(filter.LabelKeys) == 0 {
		return w.labels
	}
	return slices.DeleteFunc(slices.Clone(w.labels), func(l models.Label) bool { return !slices.Contains(filter.LabelKeys, l.Key) })
}
