package store

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"glossator/models"
)

// copyOf is one copy of a project on one machine, with the people who work on
// it.
type copyOf struct {
	*Store

	device string
	actors []Actor
	clock  *time.Time
	rand   *rand.Rand
}

var mergeBook = models.Codebook{Version: "1", Labels: []models.CodebookLabel{
	{Key: "commitment", Name: "Commitment", Fields: []models.CodebookField{{Key: "actor", Name: "Actor", Type: models.FieldText}}},
	{Key: "claim", Name: "Claim", Fields: []models.CodebookField{{Key: "speaker", Name: "Speaker", Type: models.FieldPerson}}},
}}

// mergeDraft is an article of n sentences.
func mergeDraft(article, n int) models.Draft {
	d := models.Draft{Segmenter: "test/1"}
	d.Title, d.Format = fmt.Sprintf("Article %d", article), "text"
	var text strings.Builder
	offset := 0
	for i := range n {
		sentence := fmt.Sprintf("Sentence %d of article %d.", i+1, article)
		d.Sentences = append(d.Sentences, models.Sentence{Seq: i + 1, StartOff: offset, EndOff: offset + len(sentence), Text: sentence})
		text.WriteString(sentence + " ")
		offset += len(sentence) + 1
	}
	d.Text = text.String()
	d.Blocks = []models.Block{{Kind: models.BlockParagraph, EndOff: offset}}
	return d
}

// ancestor makes the project that all copies come from.
func ancestor(t testing.TB, articles, sentences int) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), "p.glossator")
	s, err := Create(path, "Demo", Options{DeviceUID: "dv-0", Codebook: mergeBook})
	if err != nil {
		t.Fatal(err)
	}
	ctx := t.Context()
	for _, name := range []string{"Asel", "Berik", "Cholpon"} {
		a, err := s.Annotator(ctx, name)
		if err != nil {
			t.Fatal(err)
		}
		by := Actor{AnnotatorID: a.ID, AnnotatorUID: a.UID}
		if name != "Asel" {
			continue
		}
		var drafts []models.Draft
		for i := range articles {
			drafts = append(drafts, mergeDraft(i, sentences))
		}
		if _, err := s.AddArticles(ctx, by, drafts); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// openCopy opens a copy of a project file as another machine.
func openCopy(t testing.TB, data []byte, device string) *copyOf {
	t.Helper()
	path := filepath.Join(t.TempDir(), "p.glossator")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	now := time.Now()
	s, err := Open(path, Options{DeviceUID: device, Clock: func() time.Time { return now }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	c := &copyOf{Store: s, device: device, clock: &now}
	people, err := s.Annotators(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range people {
		c.actors = append(c.actors, Actor{AnnotatorID: a.ID, AnnotatorUID: a.UID})
	}
	return c
}

// again returns a copy of the present state, as it would be read by another
// machine.
func (c *copyOf) again(t testing.TB) *copyOf {
	t.Helper()
	dest := filepath.Join(t.TempDir(), "b.glossator")
	if err := c.Backup(t.Context(), dest); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(dest)
	if err != nil {
		t.Fatal(err)
	}
	return openCopy(t, data, c.device)
}

// merge takes the bundle of another copy in.
func (c *copyOf) merge(t testing.TB, other *copyOf) models.MergeReport {
	t.Helper()
	b, err := other.Bundle(t.Context(), models.BundleFilter{WithDecisions: true})
	if err != nil {
		t.Fatal(err)
	}
	*c.clock = c.clock.Add(time.Second)
	report, err := c.Merge(t.Context(), c.actors[0], b, models.MergeOptions{})
	if err != nil {
		t.Fatal(err)
	}
	return report
}

// tables are the live entities in public terms, and the choices that are open.
func (c *copyOf) tables(t testing.TB) map[string]string {
	t.Helper()
	found := make(map[string]string)
	for _, entity := range writingOrder {
		uids, err := collect(c.db, one[string], codecs[entity].uids, "", 1<<30)
		if err != nil {
			t.Fatal(err)
		}
		states, err := codecs[entity].load(c.db, uids)
		if err != nil {
			t.Fatal(err)
		}
		for uid, state := range states {
			untouched := entity == models.EntityProgress && strings.Contains(state, `"open"`) && !strings.Contains(state, "finished_at")
			var about subject
			if err := json.Unmarshal([]byte(state), &about); err != nil {
				t.Fatal(err)
			}
			_, gone := found[about.Article] // articles come before what stands on them
			gone = !gone && about.Article != ""
			if !buried(state) && !untouched && !gone {
				found[uid] = state
			}
		}
	}
	forks, err := c.Forks(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, fork := range forks {
		var values []string
		for _, v := range fork.Versions {
			values = append(values, fmt.Sprint(v.Deleted, v.Values))
		}
		slices.Sort(values)
		found["fork "+fork.EntityUID] = strings.Join(values, " | ")
	}
	return found
}

// revisions are the UIDs of all that is known.
func (c *copyOf) revisions(t testing.TB) map[string]bool {
	t.Helper()
	b, err := c.Bundle(t.Context(), models.BundleFilter{WithDecisions: true})
	if err != nil {
		t.Fatal(err)
	}
	found := make(map[string]bool)
	for _, e := range b.Revisions {
		found[e.UID] = true
	}
	return found
}

func (c *copyOf) sound(t testing.TB) {
	t.Helper()
	found, err := c.Check(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range found {
		t.Errorf("%s: %s: %s", c.device, f.Area, f.Message)
	}
}
