package workspace_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"glossator/app/workspace"
	"glossator/models"
)

// describe tells an insight in one line.
func describe(i workspace.Insight) string {
	var all []string
	for _, bar := range i.Bars {
		line := fmt.Sprintf("%s %v", bar.Of, bar.Values)
		if bar.Amount != nil {
			line += fmt.Sprintf(" %v from %v to %v", bar.Amount.Sum, bar.Amount.Least, bar.Amount.Most)
		}
		if bar.Seen != nil {
			line += fmt.Sprintf(" %d of %d", bar.Seen.Sentences, bar.Seen.Of)
		}
		all = append(all, line)
	}
	return strings.Join(all, "; ")
}

func insights(t *testing.T, ws *workspace.Workspace, annotatorUID string) map[workspace.InsightKind]workspace.Insight {
	t.Helper()
	list, err := ws.Insights(t.Context(), annotatorUID, nil)
	if err != nil {
		t.Fatal(err)
	}
	byKind := map[workspace.InsightKind]workspace.Insight{}
	for _, i := range list {
		byKind[i.Kind] = i
		for _, bar := range i.Bars {
			if len(bar.Values) != len(i.Series) || len(bar.Asks) != len(i.Series) {
				t.Errorf("%s: %+v of %d series", i.Kind, bar, len(i.Series))
			}
		}
	}
	return byKind
}

// tag puts a label with details on a sentence of an article.
func tag(t *testing.T, ws *workspace.Workspace, uid string, sentence int, label string, details map[string]string) {
	t.Helper()
	if _, err := ws.Tag(t.Context(), workspace.Tag{Article: uid, Sentence: sentence, Label: label, Details: details}); err != nil {
		t.Fatal(err)
	}
}

// newsroom is a project of three articles with all that insights count.
func newsroom(t *testing.T) *workspace.Workspace {
	t.Helper()
	ws := newProject(t)
	for i, about := range []struct{ date, source string }{{"2026-03-14", "Қала"}, {"2026-05", "Observer"}, {"", "Қала"}} {
		a := article(t, ws, fmt.Sprint("Report ", i), fmt.Sprintf("The ministry will open shelter %d.", i),
			fmt.Sprintf("The number rose to %d people.", i), fmt.Sprintf("The minister accused party %d.", i), "Nothing here.")
		if err := ws.EditArticle(t.Context(), a.UID, func(e *models.Article) { e.PublishedOn, e.Source = about.date, about.source }); err != nil {
			t.Fatal(err)
		}
		tag(t, ws, a.UID, 1, "commitment", []map[string]string{
			{"actor": "Ministry of Labour", "deadline": "2001-02"},
			{"actor": "ministry of  labour", "deadline": "2999-02/2999-04", "status": "under_way"},
			{"status": "adopted"},
		}[i])
		tag(t, ws, a.UID, 2, "statistic", map[string]string{"value": fmt.Sprint(10 * (i + 1)), "unit": "count", "unit_name": []string{"people", "People", "beds"}[i]})
		tag(t, ws, a.UID, 3, "claim", map[string]string{"speaker": []string{"Ministry of Labour", "Ministry of Labour", "A party"}[i]})
	}
	return ws
}

func TestInsightsTellWhatIsInTheProject(t *testing.T) {
	t.Parallel()
	ws := newsroom(t)
	if err := ws.SetFinished(t.Context(), true); err != nil { // the third
		t.Fatal(err)
	}
	all := insights(t, ws, "")
	for kind, want := range map[workspace.InsightKind]string{
		workspace.LabelsOverTime:    "2026-03 [1 1 1]; 2026-04 [0 0 0]; 2026-05 [1 1 1];  [1 1 1]",
		workspace.LabelsBySource:    "Қала [2 2 2]; Observer [1 1 1]",
		workspace.LabelsBySpeaker:   "Ministry of Labour [2 2]; A party [0 1]",
		workspace.StatisticsByUnit:  "People [2] 30 from 10 to 20; beds [1] 30 from 30 to 30",
		workspace.OpenCommitments:   "2001 [1 0 0]; 2999 [0 1 0]; - [0 0 1]",
		workspace.AnnotatorProgress: "Ann [1 2 0] 10 of 12",
	} {
		if got := describe(all[kind]); got != want {
			t.Errorf("%s: %s, want %s", kind, got, want)
		}
	}
	if err := ws.SignIn(t.Context(), "Boris"); err != nil {
		t.Fatal(err)
	}
	for kind, i := range insights(t, ws, ws.Me().UID) {
		if kind != workspace.AnnotatorProgress && len(i.Bars) > 0 {
			t.Errorf("%s of somebody without annotations: %s", kind, describe(i))
		}
	}
}

// What a bar opens is as many annotations as it counts.
func TestBarsOpenWhatTheyCount(t *testing.T) {
	t.Parallel()
	ws := newsroom(t)
	tag(t, ws, article(t, ws, "Settled", promise).UID, 1, "commitment", map[string]string{"status": "kept", "deadline": "2001-02"})
	for kind, i := range insights(t, ws, "") {
		for _, bar := range i.Bars {
			for series, ask := range bar.Asks {
				page, err := ws.Corpus(t.Context(), ask)
				if err != nil {
					t.Fatal(err)
				}
				want := bar.Values[series]
				switch kind {
				case workspace.AnnotatorProgress: // it counts articles, and opens all that she did
					want = 10
				case workspace.OpenCommitments:
					want = bar.Total()
				case workspace.LabelsOverTime, workspace.LabelsBySource, workspace.LabelsBySpeaker, workspace.StatisticsByUnit:
				}
				if len(page.Rows) != want || !page.Done {
					t.Errorf("%s, %q, series %d opens %d annotations, want %d", kind, bar.Of, series, len(page.Rows), want)
				}
			}
		}
	}
}

func TestInsightsOfNothing(t *testing.T) {
	t.Parallel()
	ws := newProject(t)
	for kind, i := range insights(t, ws, "") {
		if len(i.Bars) > 0 {
			t.Errorf("%s: %s", kind, describe(i))
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := ws.Insights(ctx, "", nil); models.CodeOf(err) != models.CodeCancelled {
		t.Errorf("%v", err)
	}
}

func TestInsightsAsTables(t *testing.T) {
	t.Parallel()
	ws := newsroom(t)
	all := insights(t, ws, "")
	for kind, want := range map[workspace.InsightKind]string{
		workspace.LabelsOverTime:    "of,commitment,statistic,claim,total\n2026-03,1,1,1,3\n",
		workspace.StatisticsByUnit:  "of,statistic,total,sum,least,most\nPeople,2,2,30,10,20\n",
		workspace.AnnotatorProgress: "of,finished,begun,untouched,total,sentences_seen,sentences\nAnn,0,3,0,3,9,12\n",
	} {
		path := filepath.Join(t.TempDir(), "insight.csv")
		if err := ws.WriteFile(t.Context(), path, false, all[kind].WriteCSV); err != nil {
			t.Fatal(err)
		}
		if got, err := os.ReadFile(path); err != nil || !strings.HasPrefix(string(got), "\ufeff"+want) {
			t.Errorf("%s: %q, %v", kind, got, err)
		}
		if err := ws.WriteFile(t.Context(), path, false, all[kind].WriteCSV); models.CodeOf(err) != models.CodeExists {
			t.Errorf("a file is replaced: %v", err)
		}
	}
	risky := workspace.Insight{Series: []workspace.Part{{LabelKey: "claim"}}, Bars: []workspace.Count{{Of: "=1+1", Values: []int{1}}}}
	var out strings.Builder
	if err := risky.WriteCSV(&out); err != nil || !strings.Contains(out.String(), "\n'=1+1,1,1\n") {
		t.Errorf("%q, %v", out.String(), err)
	}
}
