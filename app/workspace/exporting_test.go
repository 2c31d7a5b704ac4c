package workspace_test

import (
	"os"
	"path/filepath"
	"testing"

	"glossator/app/export"
	"glossator/app/workspace"
	"glossator/models"
)

// TestEveryFormat writes a project in every format there is.
func TestEveryFormat(t *testing.T) {
	t.Parallel()
	ws := newProject(t)
	report(t, ws)
	toggle(t, ws, 0, "commitment")
	toggle(t, ws, 1, "statistic")
	article(t, ws, "Без ответа 😀", "Никто не ответил на вопрос.", "Вопрос задали дважды.")
	for _, format := range export.Formats() {
		path := filepath.Join(t.TempDir(), ws.ExportName(format, models.LayerAll))
		done, err := ws.Export(t.Context(), workspace.ExportRequest{Path: path, Format: format})
		if err != nil {
			t.Errorf("%s: %v", format.Key, err)
			continue
		}
		want := 2
		if format.Key == "qdc" { // the codebook alone
			want = len(ws.Labels())
		}
		if info, err := os.Stat(path); err != nil || info.Size() == 0 || done.Rows != want {
			t.Errorf("%s: %d rows, %v, %v; want %d rows in a file", format.Key, done.Rows, info, err, want)
		}
		if filepath.Ext(path) != filepath.Ext("x"+format.Extension) {
			t.Errorf("%s is called %s", format.Key, filepath.Base(path))
		}
	}
}

// TestTheProjectIsNotReplaced by an export of it, whatever the user agrees to.
func TestTheProjectIsNotReplaced(t *testing.T) {
	t.Parallel()
	ws := newProject(t)
	report(t, ws)
	before := bytesOf(t, ws.Path())
	_, err := ws.Export(t.Context(), workspace.ExportRequest{Path: ws.Path(), Overwrite: true, Format: export.CSV()})
	if models.CodeOf(err) != models.CodeInvalid || string(bytesOf(t, ws.Path())) != string(before) {
		t.Errorf("%v", err)
	}
}

func TestExportPreview(t *testing.T) {
	t.Parallel()
	ws := newProject(t)
	report(t, ws)
	for position := range 4 {
		toggle(t, ws, position, "claim")
	}
	rows, err := ws.ExportPreview(t.Context(), models.ExportFilter{LabelKeys: []string{"claim"}}, 3)
	if err != nil || len(rows) != 3 || rows[2].Sentence.Seq != 3 {
		t.Errorf("preview %+v, %v; want the first three", rows, err)
	}
}
