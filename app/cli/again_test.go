package cli_test

import (
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"

	"glossator/models"
	"glossator/models/store"
)

// cutBadly makes the second sentence of a project's article one with the first,
// as earlier rules may have done.
func cutBadly(t *testing.T, project, article string) {
	t.Helper()
	st, err := store.Open(project, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	content, err := st.Content(t.Context(), article)
	if err != nil {
		t.Fatal(err)
	}
	person, err := st.Annotator(t.Context(), "Ann")
	if err != nil {
		t.Fatal(err)
	}
	s := content.Sentences
	_, err = st.NewBatch().SegmentAgain(t.Context(), store.Actor{AnnotatorID: person.ID, AnnotatorUID: person.UID}, store.Recut{
		ArticleUID: article, Segmenter: "earlier/1", Blocks: map[int][][2]int{s[0].BlockSeq: {{s[0].StartOff, s[1].EndOff}}},
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := st.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestSegmentAgain(t *testing.T) {
	dir := home(t)
	project := filepath.Join(dir, "p.glossator")
	var imported struct{ Article string }
	line := must(t, "", "import", "--json", "--annotator", "Ann", "--project", project, write(t, filepath.Join(dir, "a.txt"), []byte(reportText)))
	if err := json.Unmarshal([]byte(line), &imported); err != nil {
		t.Fatal(err)
	}
	cutBadly(t, project, imported.Article)
	must(t, `{"article":"`+imported.Article+`","sentence":1,"label":"statistic"}`, "tag", "--project", project, "--annotator", "Ann", "-")

	again := []string{"segment-again", "--project", project, "--annotator", "Ann"}
	var change struct {
		Paragraph, Labels int
		Old, New          []string
	}
	planned := must(t, "", append(again, "--article", imported.Article, "--dry-run", "--json")...)
	if err := json.Unmarshal([]byte(planned), &change); err != nil {
		t.Fatal(err)
	}
	if len(change.Old) != 1 || len(change.New) != 2 || change.Labels != 1 || change.Paragraph != 2 {
		t.Errorf("%s", planned)
	}
	if got := glossator(t, "", append(again, "--all")...); got.status != 0 || !strings.Contains(got.words, "1 paragraphs of 1 articles") ||
		!strings.Contains(got.out, "  + Since January, 192 victims received help.") {
		t.Errorf("%+v", got)
	}
	if rest := must(t, "", append(again, "--all")...); rest != "" {
		t.Errorf("a second time it changes %q", rest)
	}
	if got := glossator(t, "", again...); got.status != 2 {
		t.Errorf("without an article: %+v", got)
	}
	must(t, "", "check", "--project", project)
}

func TestImportTellsWhatIsNearlyTheSame(t *testing.T) {
	dir := home(t)
	project := filepath.Join(dir, "p.glossator")
	first := reportText +
		"The committee met in the capital and spoke about beds, courts and hotlines for all who need them. "
	for i, text := range []string{first, first + "More will follow.\n"} {
		path := write(t, filepath.Join(dir, string(rune('a'+i))+".txt"), []byte(text))
		line := must(t, "", "import", "--json", "--project", project, path)
		var one struct{ Status, Reason, Like string }
		if err := json.Unmarshal([]byte(line), &one); err != nil {
			t.Fatal(err)
		}
		if one.Status != "imported" || (one.Like != "") != (i == 1) || !models.PrefixArticle.Has(one.Like) && i == 1 {
			t.Errorf("%d: %s", i, line)
		}
	}
}
