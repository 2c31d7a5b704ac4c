package workspace

import (
	"bytes"
	"context"
	"encoding/csv"
	"io"
	"iter"
	"os"
	"slices"
	"time"

	"glossator/app/agreement"
	"glossator/app/export"
	"glossator/models"
)

// Exported is what became of an export.
type Exported struct {
	Rows    int
	Notices []models.Text // what a person should know about a file that is complete all the same
}

// ExportRequest says what is exported, how, and where to.
type ExportRequest struct {
	Path         string
	Overwrite    bool // replace the file when it is there
	Folder       bool // a folder of files, of a format that is else an archive
	Format       export.Format
	Filter       models.ExportFilter
	WithoutTexts bool           // leave the articles' texts out of their table
	Locale       string         // for [export.Separator]; empty: that of the system
	Progress     func(rows int) // hears now and then how many rows are written; may be nil
}

// Export writes the rows of a filter to a file or folder, which appears whole
// or not at all. Errors are those of [export.File], [export.Folder] and of the
// store, and models.CodeInvalid where the project itself would be replaced.
func (w *Workspace) Export(ctx context.Context, request ExportRequest) (Exported, error) {
	var done Exported
	if sameFile(request.Path, w.Path()) {
		return done, models.Errorf(models.CodeInvalid, "%q is the project itself; give the export another name.", request.Path)
	}
	in, err := w.exportInput(ctx, request, &done)
	switch {
	case err != nil:
	case request.Folder:
		done.Rows, err = export.Folder(ctx, request.Path, request.Format, in)
	default:
		done.Rows, err = export.File(ctx, request.Path, request.Overwrite, request.Format, in)
	}
	return done, err
}

func sameFile(a, b string) bool {
	one, err := os.Stat(a)
	if err != nil {
		return false
	}
	other, err := os.Stat(b)
	return err == nil && os.SameFile(one, other)
}

// ExportTo writes the same to out; the path stands for it in errors.
func (w *Workspace) ExportTo(ctx context.Context, out io.Writer, request ExportRequest) (Exported, error) {
	var done Exported
	in, err := w.exportInput(ctx, request, &done)
	if err == nil {
		done.Rows, err = export.Stream(ctx, out, request.Path, request.Format, in)
	}
	return done, err
}

// ExportName proposes a file name for an export of today: with the name of the
// person at work for her own layer, else "gold" or "all".
func (w *Workspace) ExportName(format export.Format, layer models.Layer) string {
	who := string(layer)
	if layer == models.LayerMine {
		who = w.Me().Name
	}
	return format.FileName(w.Project().Name, time.Now(), who)
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

// ExportCount counts the rows that an export would write.
func (w *Workspace) ExportCount(ctx context.Context, filter models.ExportFilter) (int, error) {
	count := 0
	for _, err := range w.store.ExportRows(ctx, filter) {
		if err != nil {
			return 0, err
		}
		count++
	}
	return count, nil
}

func (w *Workspace) exportInput(ctx context.Context, request ExportRequest, done *Exported) (export.Input, error) {
	filter := request.Filter
	in := export.Input{
		Project:  w.Project(),
		Labels:   w.exportLabels(filter),
		Rows:     watched(w.store.ExportRows(ctx, filter), request.Progress),
		Articles: w.store.ExportArticles(ctx, filter),
		Codebook: w.Codebook(),
		Locale:   request.Locale,
		Made:     time.Now(),
		FullText: !request.WithoutTexts,
		Layer:    filter.Layer,
		Notify:   func(notice models.Text) { done.Notices = append(done.Notices, notice) },
	}
	if in.Locale == "" {
		in.Locale = os.Getenv("LANG")
	}
	var err error
	if in.Extra, err = w.store.ExtraColumns(ctx); err != nil {
		return in, err
	}
	facets, err := w.store.Facets(ctx)
	if err != nil {
		return in, err
	}
	in.Topics = len(facets.Topics) > 0
	if request.Format.Several() {
		in.Agreement, err = w.agreementTable(ctx, filter)
	}
	return in, err
}

// watched tells progress of every so many rows.
func watched(rows iter.Seq2[models.ExportRow, error], progress func(rows int)) iter.Seq2[models.ExportRow, error] {
	const every = 500
	if progress == nil {
		return rows
	}
	return func(yield func(models.ExportRow, error) bool) {
		n := 0
		for row, err := range rows {
			if n++; n%every == 0 {
				progress(n)
			}
			if !yield(row, err) {
				return
			}
		}
	}
}

// agreementTable is how far the annotators agree on what is exported, nil when
// fewer than two have finished a sentence in common.
func (w *Workspace) agreementTable(ctx context.Context, filter models.ExportFilter) ([][]string, error) {
	result, err := w.Agreement(ctx, AgreementFilter{AgreementFilter: models.AgreementFilter{ArticleUIDs: filter.ArticleUIDs}})
	if err != nil || len(result.People) < 2 || result.Independent == 0 {
		return nil, err
	}
	var out bytes.Buffer
	if err := agreement.WriteCSV(&out, result.Summary); err != nil {
		return nil, err
	}
	return csv.NewReader(&out).ReadAll()
}

// exportLabels leaves out the labels that a filter leaves out: a column of them
// would say that there are none.
func (w *Workspace) exportLabels(filter models.ExportFilter) []models.Label {
	labels := w.rules.Load().exported()
	if len(filter.LabelKeys) == 0 {
		return labels
	}
	return slices.DeleteFunc(labels, func(l models.Label) bool { return !slices.Contains(filter.LabelKeys, l.Key) })
}
