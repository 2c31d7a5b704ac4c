package workspace

import (
	"context"
	"io"
	"time"

	"glossator/app/export"
	"glossator/models"
)

// Export writes the rows of a filter to a file, which appears whole or not at
// all, and returns how many there were. The file replaces another only when
// overwrite is set. Errors are those of [export.File] and of the store.
func (w *Workspace) Export(ctx context.Context, path string, overwrite bool, format export.Format,
	filter models.ExportFilter,
) (int, error) {
	return export.File(ctx, path, overwrite, format, w.exportInput(ctx, filter))
}

// ExportTo writes the rows of a filter to out; name stands for it in errors.
func (w *Workspace) ExportTo(ctx context.Context, out io.Writer, name string, format export.Format,
	filter models.ExportFilter,
) (int, error) {
	return export.Stream(ctx, out, name, format, w.exportInput(ctx, filter))
}

// ExportName proposes a file name for an export of today.
func (w *Workspace) ExportName() string {
	return export.FileName(w.Project().Name, time.Now(), w.Me().Name)
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

func (w *Workspace) exportInput(ctx context.Context, filter models.ExportFilter) export.Input {
	return export.Input{Project: w.Project(), Labels: w.labels, Rows: w.store.ExportRows(ctx, filter)}
}
