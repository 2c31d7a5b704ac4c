package workspace_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"glossator/app/codebook"
	"glossator/app/export"
	"glossator/app/workspace"
	"glossator/models"
)

// own is a codebook without any of the usual labels.
func own() models.Codebook {
	return models.Codebook{Version: "1.0", General: []string{"Read first."}, Labels: []models.CodebookLabel{
		{Key: "threat", Name: "Threat", Shortcut: "t", Badge: "T", Definition: "Says that harm will come.",
			Fields: []models.CodebookField{{Key: "who", Name: "Who", Type: models.FieldPerson}}},
	}}
}

func set(t *testing.T, ws *workspace.Workspace, book models.Codebook, changed ...string) {
	t.Helper()
	if err := ws.SetCodebook(t.Context(), book, changed, ""); err != nil {
		t.Fatal(err)
	}
}

func TestCodebookOfTheProjectIsUsedEverywhere(t *testing.T) {
	t.Parallel()
	ws := newProject(t)
	report(t, ws)
	refresh(t, ws)
	toggle(t, ws, 0, "commitment")
	heard := 0
	cancel := ws.Subscribe(func(e workspace.Event) {
		if e.Kind == workspace.CodebookChanged {
			heard++
		}
	})
	defer cancel()
	set(t, ws, own())
	if len(ws.Labels()) != 1 || ws.Labels()[0].Key != "threat" || ws.Codebook().General[0] != "Read first." || heard != 1 {
		t.Errorf("labels %+v, heard %d times", ws.Labels(), heard)
	}
	// The tag of an archived label stays in sight and in exports.
	if got := labels(t, ws); got[0] != "commitment" {
		t.Errorf("the sentences bear %q", got)
	}
	refresh(t, ws)
	for position := range 4 {
		if got := ws.Suggested(position); len(got) > 0 {
			t.Errorf("suggested is %+v", got)
		}
	}
	learners := ws.Learners()
	if len(learners) != 1 || !strings.HasPrefix(learners[0].Standing.Note().String(), "Not enough to say yet") {
		t.Errorf("the learners say %+v", learners)
	}
	toggle(t, ws, 1, "threat")
	path := filepath.Join(t.TempDir(), "rows.csv")
	if _, err := ws.Export(t.Context(), workspace.ExportRequest{Path: path, Format: export.CSV()}); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if text := string(data); !strings.Contains(text, "threat_who") || !strings.Contains(text, "commitment_actor") || strings.Contains(text, "claim_speaker") {
		t.Errorf("the columns are %.900s", text)
	}
	undo(t, ws)
	undo(t, ws)
	if len(ws.Labels()) != 3 || heard != 2 {
		t.Errorf("undo left %d labels, heard %d times", len(ws.Labels()), heard)
	}
	redo(t, ws)
	ws = reopen(t, ws)
	if len(ws.Labels()) != 1 {
		t.Errorf("a restart left %d labels", len(ws.Labels()))
	}
}

func TestChangedMeaningListsTagsToLookAt(t *testing.T) {
	t.Parallel()
	ws := newProject(t)
	report(t, ws)
	toggle(t, ws, 0, "commitment")
	toggle(t, ws, 1, "statistic")
	book := ws.Codebook()
	set(t, ws, book, "statistic")
	if ws.Codebook().Version == book.Version || ws.Project().CodebookVersion != ws.Codebook().Version {
		t.Errorf("the version is %q", ws.Codebook().Version)
	}
	outdated := func() []models.ExportRow {
		page, err := ws.Corpus(t.Context(), models.Corpus{Outdated: true})
		if err != nil {
			t.Fatal(err)
		}
		return page.Rows
	}
	if rows := outdated(); len(rows) != 1 || rows[0].Label != "statistic" {
		t.Errorf("to be looked at are %+v", rows)
	}
	sentence, _ := ws.Sentence(1)
	if ws.Codebook().Stands("statistic", sentence.Mine[0].CodebookVersion) {
		t.Error("the tag is said to stand")
	}
	if err := ws.Reaffirm(t.Context(), 1, sentence.Mine[0].UID); err != nil {
		t.Fatal(err)
	}
	if sentence, _ = ws.Sentence(1); len(outdated()) > 0 || !ws.Codebook().Stands("statistic", sentence.Mine[0].CodebookVersion) {
		t.Error("the tag is still to be looked at")
	}
}

func TestCodebookGoesOutAndComesBack(t *testing.T) {
	t.Parallel()
	ws := newProject(t)
	before := ws.Codebook()
	for _, format := range codebook.Formats() {
		path := filepath.Join(t.TempDir(), "codebook"+format.Extension)
		if err := ws.ExportCodebook(t.Context(), path, false, format); err != nil {
			t.Fatal(err)
		}
		if err := ws.ExportCodebook(t.Context(), path, false, format); models.CodeOf(err) != models.CodeExists {
			t.Errorf("%s replaced a file: %v", format.Key, err)
		}
		book, err := ws.ReadCodebook(path)
		if changes := codebook.Compare(before, book); err != nil || len(changes) > 0 {
			t.Errorf("%s comes back with %+v, %v", format.Key, changes, err)
		}
	}
}

func TestTagsByHandCountInTheRecord(t *testing.T) {
	t.Parallel()
	ws := newProject(t)
	report(t, ws)
	refresh(t, ws)
	toggle(t, ws, 0, "commitment")
	if err := ws.MarkEmpty(t.Context(), 1, true); err != nil {
		t.Fatal(err)
	}
	toggle(t, ws, 3, "claim") // nobody suggested this
	refresh(t, ws)
	var shown, kept []int
	for _, l := range ws.Learners() {
		shown, kept = append(shown, l.Strong.Shown+l.Possible.Shown), append(kept, l.Strong.Kept+l.Possible.Kept)
	}
	if !slices.Equal(shown, []int{1, 1, 0}) || !slices.Equal(kept, []int{1, 0, 0}) {
		t.Errorf("shown %v, kept %v", shown, kept)
	}
	undo(t, ws)
	undo(t, ws)
	refresh(t, ws)
	if l := ws.Learners()[1]; l.Possible.Shown != 0 || len(ws.Suggested(1)) != 1 {
		t.Errorf("after undo the record says %+v", l)
	}
}
