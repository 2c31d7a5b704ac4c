package workspace

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path/filepath"
	"strings"

	"glossator/app/incoming"
	"glossator/models"
	"glossator/models/store"
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
	t.bundle = models.Bundle{ProjectUID: project.UID, CodebookVersion: project.CodebookVersion, Labels: labels, Stated: true}
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
		return t.addEmpty(row)
	}
	state := applied(row)
	state.CreatedAt = max(state.CreatedAt, longAgo)
	after, err := state.Snapshot()
	if err != nil {
		return fmt.Errorf("write an annotation of a table: %w", err)
	}
	t.revise(models.EntityAnnotation, state.UID, state.AnnotatorUID, max(state.UpdatedAt, state.CreatedAt), after)
	return nil
}

// addEmpty takes in what the table has beside ours in the row of a sentence
// without a label. That it is finished counts for the article as a whole, see
// finish.
func (t *tableBundle) addEmpty(row *incoming.Matched) error {
	state := kept(row)
	if state.Extra == "" {
		return nil
	}
	after, err := state.Snapshot(longAgo)
	if err != nil {
		return fmt.Errorf("write a sentence of a table: %w", err)
	}
	t.revise(models.EntityReading, state.UID(), state.AnnotatorUID, longAgo, after)
	return nil
}

// longAgo is when something happened of which a table says no time: whatever
// else is said of it is later.
const longAgo = 1

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
		after, err := store.Finish(f).Snapshot(longAgo)
		if err != nil {
			return fmt.Errorf("write a finished article of a table: %w", err)
		}
		t.revise(models.EntityProgress, derivedUID(models.PrefixProgress, f.AnnotatorUID, f.ArticleUID), f.AnnotatorUID, longAgo, after)
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
func (t *tableBundle) revise(entity models.Entity, uid, actor string, at int64, after string) {
	const clockShift = 16 // see [models.Event]
	t.bundle.Revisions = append(t.bundle.Revisions, models.Event{
		UID: derivedUID(models.PrefixEvent, uid, after), GroupUID: derivedUID(models.PrefixGroup, actor), At: at, ActorUID: actor,
		DeviceUID: tableDevice, Kind: models.KindImport, Op: models.OpCreate, Entity: entity, EntityUID: uid, Version: at << clockShift,
		After: after,
	})
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
