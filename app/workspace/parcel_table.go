package workspace

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"

	"glossator/app/incoming"
	"glossator/models"
)

// tableBundle turns the rows of a table of annotations into what travels. Its
// ids are made of its content, so that the same table gives the same bundle.
type tableBundle struct {
	bundle    models.Bundle
	unmatched []models.Unmatched
	notices   []models.Text
	mine      string // UID of the person at work, whose layer no table changes
	own       int    // rows of her
	here      int    // rows that say what stands here already
}

// bundleOfTable reads a table of annotations of a colleague, each of whose
// annotators is a layer. Rows without an annotator are of a person with the
// name of the file.
func (w *Workspace) bundleOfTable(ctx context.Context, path string) (tableBundle, error) {
	labels := w.exportLabels(models.ExportFilter{})
	file, err := incoming.Read(ctx, path, labels)
	if err != nil {
		return tableBundle{}, err
	}
	people, err := w.store.Annotators(ctx)
	if err != nil {
		return tableBundle{}, err
	}
	name := strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
	result, err := incoming.Match(ctx, file, w.store, incoming.Options{
		Project: w.Project(), Me: models.Annotator{UID: derivedUID(models.PrefixAnnotator, name), Name: name},
		People: people, Labels: labels, EveryLayer: true,
	})
	if err != nil {
		return tableBundle{}, err
	}
	project := w.Project()
	t := tableBundle{mine: w.actor().AnnotatorUID, notices: file.Notices}
	t.bundle = models.Bundle{ProjectUID: project.UID, ProjectName: "", CodebookVersion: project.CodebookVersion, Labels: labels}
	for i := range result.Rows {
		if err := t.add(&result.Rows[i]); err != nil {
			return tableBundle{}, err
		}
	}
	if err := t.finish(result); err != nil {
		return tableBundle{}, err
	}
	return t, w.addTexts(ctx, &t.bundle, result)
}

// add takes in one row.
func (t *tableBundle) add(row *incoming.Matched) error {
	switch {
	case row.State == incoming.Unmatched || row.State == incoming.Unsure:
		t.unmatched = append(t.unmatched, unmatchedRow(row))
		return nil
	case row.Person.UID == t.mine:
		t.own++
		return nil
	case row.State == incoming.Same:
		t.here++
		return nil
	case row.Label == models.NoLabel:
		return nil // counts for the article as a whole, see finish
	}
	w := &row.Wanted
	state := annotationState{
		Article: row.Article.UID, Start: row.Sentence.StartOff, End: row.Sentence.EndOff, Annotator: row.Person.UID, Label: row.Label,
		PartStart: row.PartStart, PartEnd: row.PartEnd, Quote: row.Quote, Note: w.Note, Confidence: w.Confidence, Origin: w.Origin,
		Codebook: w.CodebookVersion, CreatedAt: max(w.CreatedAt, 1),
	}
	for _, d := range w.Details {
		state.Details = append(state.Details, detailState{Field: d.Field, N: d.N, Text: d.ValueText, Num: d.ValueNum, ISO: d.ValueISO})
	}
	return t.revise(models.EntityAnnotation, w.UID, row.Person.UID, max(w.UpdatedAt, w.CreatedAt, 1), state)
}

// finish takes in the people and the articles that they have finished.
func (t *tableBundle) finish(result incoming.Result) error {
	for _, person := range result.People {
		if person.UID != t.mine {
			t.bundle.Annotators = append(t.bundle.Annotators, models.Annotator{UID: person.UID, Name: person.Name, Role: models.RoleAnnotator})
		}
	}
	for _, f := range result.Finished {
		if f.AnnotatorUID == t.mine {
			continue
		}
		state := progressState{Article: f.ArticleUID, Annotator: f.AnnotatorUID, Coding: models.CodingOpen, FinishedAt: 1, CreatedAt: 1}
		uid := derivedUID(models.PrefixProgress, f.AnnotatorUID, f.ArticleUID)
		if err := t.revise(models.EntityProgress, uid, f.AnnotatorUID, 1, state); err != nil {
			return err
		}
	}
	if t.own > 0 {
		t.notices = append(t.notices, models.Countf(t.own,
			"%d row is of your own layer and was left out; import the file to take it back.",
			"%d rows are of your own layer and were left out; import the file to take them back.", t.own))
	}
	if t.here > 0 {
		t.notices = append(t.notices, models.Countf(t.here, "%d row says what is here already.", "%d rows say what is here already.", t.here))
	}
	return nil
}

// revise adds a line of history that is the same whenever the same table is
// read.
func (t *tableBundle) revise(entity models.Entity, uid, actor string, at int64, state any) error {
	const clockShift = 16 // see [models.Event]
	after, err := json.Marshal(state)
	if err != nil {
		return fmt.Errorf("write snapshot: %w", err)
	}
	t.bundle.Revisions = append(t.bundle.Revisions, models.Event{
		UID: derivedUID(models.PrefixEvent, uid, string(after)), GroupUID: derivedUID(models.PrefixGroup, actor), At: at, ActorUID: actor,
		DeviceUID: tableDevice, Kind: models.KindImport, Op: models.OpCreate, Entity: entity, EntityUID: uid, Version: at << clockShift,
		After: string(after),
	})
	return nil
}

// tableDevice is the device of what no program of ours has made.
const tableDevice = string(models.PrefixDevice) + "table"

// addTexts adds the articles that the revisions are about.
func (w *Workspace) addTexts(ctx context.Context, b *models.Bundle, result incoming.Result) error {
	known := map[string]bool{}
	for i := range result.Rows {
		article := result.Rows[i].Article
		if article == nil || known[article.UID] {
			continue
		}
		known[article.UID] = true
		content, err := w.store.Content(ctx, article.UID)
		if err != nil {
			return err
		}
		b.Articles = append(b.Articles, models.BundleArticle(content))
	}
	return nil
}

func unmatchedRow(row *incoming.Matched) models.Unmatched {
	u := models.Unmatched{
		ArticleTitle: row.Row.ArticleTitle, Sentence: row.Row.SentenceText, Label: row.Row.Label, Annotator: row.Row.Annotator,
		Reason: models.UnmatchedSentence, Detail: row.Reason.String(),
	}
	if row.Article == nil {
		u.Reason = models.UnmatchedArticle
	}
	return u
}

// derivedUID makes an id that is the same each time for the same words.
func derivedUID(prefix models.Prefix, words ...string) string {
	const idBytes = 16
	sum := sha256.Sum256([]byte(strings.Join(words, "\x00")))
	return string(prefix) + hex.EncodeToString(sum[:idBytes])
}

// The states below are snapshots of history in public terms, see
// [models.Event].
type annotationState struct {
	Article    string            `json:"article"`
	Start      int               `json:"start"`
	End        int               `json:"end"`
	Annotator  string            `json:"annotator"`
	Label      string            `json:"label"`
	PartStart  *int              `json:"part_start,omitempty"`
	PartEnd    *int              `json:"part_end,omitempty"`
	Quote      string            `json:"quote,omitempty"`
	Note       string            `json:"note,omitempty"`
	Confidence models.Confidence `json:"confidence,omitempty"`
	Origin     models.Origin     `json:"origin"`
	Codebook   string            `json:"codebook,omitempty"`
	Details    []detailState     `json:"details,omitempty"`
	CreatedAt  int64             `json:"created_at"`
}

type detailState struct {
	Field string   `json:"field"`
	N     int      `json:"n,omitempty"`
	Text  string   `json:"text"`
	Num   *float64 `json:"num,omitempty"`
	ISO   string   `json:"iso,omitempty"`
}

type progressState struct {
	Article    string        `json:"article"`
	Annotator  string        `json:"annotator"`
	Coding     models.Coding `json:"coding"`
	FinishedAt int64         `json:"finished_at,omitempty"`
	CreatedAt  int64         `json:"created_at"`
}
