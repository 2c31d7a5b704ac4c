package store

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"gorm.io/gorm"

	"glossator/models"
)

// selectForked lists the entities that rest on several revisions.
const selectForked = "SELECT h.entity_uid FROM heads h GROUP BY h.entity_uid HAVING COUNT(*) > 1 ORDER BY h.entity_uid"

// selectHeads reads the revisions that an entity rests on, which may be those
// of another entity.
const (
	selectOwnHeads      = "SELECT " + eventColumns + " FROM heads k JOIN history h ON h.uid = k.revision_uid WHERE k.entity_uid = ?"
	selectReceivedHeads = "SELECT " + receivedColumns + " FROM heads k JOIN received r ON r.uid = k.revision_uid WHERE k.entity_uid = ?"
)

// Forks returns the things with two versions between which nobody has chosen
// yet, in the order of their UIDs.
func (s *Store) Forks(ctx context.Context) (list []models.Fork, err error) {
	err = s.read(ctx, func(tx *gorm.DB) error {
		uids, err := collect(tx, one[string], selectForked)
		if err != nil {
			return err
		}
		for _, uid := range uids {
			versions, err := versionsOf(tx, uid)
			if err != nil {
				return err
			}
			if len(versions) < 2 { //nolint:mnd // one alone is no choice
				continue
			}
			fork, err := forkOf(tx, entityOf(uid), uid, versions)
			if err != nil {
				return err
			}
			list = append(list, fork)
		}
		return nil
	})
	return list, err
}

// entityOf tells the kind of a contested entity by its UID.
func entityOf(uid string) models.Entity {
	for entity, prefix := range map[models.Entity]models.Prefix{
		models.EntityAnnotation: models.PrefixAnnotation, models.EntityProgress: models.PrefixProgress,
		models.EntityArticle: models.PrefixArticle, models.EntityAnnotator: models.PrefixAnnotator,
		models.EntityDecision: models.PrefixDecision, models.EntityResponse: models.PrefixResponse,
	} {
		if prefix.Has(uid) {
			return entity
		}
	}
	return ""
}

// versionsOf returns the versions of an entity, the one that stands first; none
// when two of it are no matter for a person.
func versionsOf(tx *gorm.DB, uid string) ([]models.Event, error) {
	entity := entityOf(uid)
	if !contested[entity] {
		return nil, nil
	}
	heads, err := collect(tx, scanEvent, selectOwnHeads, uid)
	if err != nil {
		return nil, err
	}
	received, err := collect(tx, scanReceived, selectReceivedHeads, uid)
	if err != nil {
		return nil, err
	}
	for _, r := range received {
		heads = append(heads, r.event)
	}
	slices.SortFunc(heads, later)
	now, err := codecs[entity].loadOne(tx, uid)
	if err != nil || now == "" {
		return nil, err
	}
	standing := material(entity, now)
	slices.SortStableFunc(heads, func(a, b models.Event) int {
		return behind(a, uid, standing) - behind(b, uid, standing)
	})
	return (&lineage{entity: entity, heads: heads}).versions(), nil
}

// behind puts the version that stands before the others.
func behind(e models.Event, uid, standing string) int {
	if e.EntityUID == uid && material(e.Entity, e.After) == standing {
		return 0
	}
	return 1
}

// forkOf describes a thing with two versions.
func forkOf(tx *gorm.DB, entity models.Entity, uid string, versions []models.Event) (models.Fork, error) {
	fork := models.Fork{Entity: entity, EntityUID: uid}
	var about struct {
		subject

		Label string `json:"label"`
		Start int    `json:"start"`
		End   int    `json:"end"`
	}
	if err := json.Unmarshal([]byte(versions[0].After), &about); err != nil {
		return fork, fmt.Errorf("read snapshot: %w", err)
	}
	fork.ArticleUID, fork.LabelKey, fork.AnnotatorUID = about.Article, about.Label, ownerOf(entity, uid, about.subject)
	if entity == models.EntityArticle {
		fork.ArticleUID = uid
	}
	if err := placeFork(tx, &fork, about.Start, about.End); err != nil {
		return fork, err
	}
	for _, e := range versions {
		v := models.ForkVersion{RevisionUID: e.UID, At: e.At, ActorUID: e.ActorUID, DeviceUID: e.DeviceUID, Deleted: buried(e.After)}
		name, _, err := first(tx, one[string], "SELECT name FROM annotators WHERE uid = ?", e.ActorUID)
		if err != nil {
			return fork, err
		}
		v.Actor = name
		fork.Versions = append(fork.Versions, v)
	}
	return fork, tellDifferences(fork.Versions, versions)
}

// ownerOf returns who alone may choose between versions, empty when everybody
// may.
func ownerOf(entity models.Entity, uid string, about subject) string {
	switch entity { //nolint:exhaustive // the others are nobody's own
	case models.EntityAnnotation, models.EntityProgress, models.EntityResponse:
		return about.Annotator
	case models.EntityDecision:
		return about.Reviewer
	case models.EntityAnnotator:
		return uid
	}
	return ""
}

// placeFork fills in where a fork is and whose it is.
func placeFork(tx *gorm.DB, fork *models.Fork, start, end int) error {
	var err error
	if fork.Annotator, _, err = first(tx, one[string], "SELECT name FROM annotators WHERE uid = ?", fork.AnnotatorUID); err != nil {
		return err
	}
	if fork.ArticleUID == "" {
		return nil
	}
	if fork.ArticleTitle, _, err = first(tx, one[string], "SELECT title FROM articles WHERE uid = ?", fork.ArticleUID); err != nil {
		return err
	}
	at, _, err := first(tx, scanSentence, "SELECT "+sentenceColumns+` FROM articles a JOIN sentences s ON s.article_id = a.id
		WHERE a.uid = ? AND s.start_off <= ? AND s.end_off >= ? AND s.retired_at IS NULL LIMIT 1`, fork.ArticleUID, start, end)
	if end > 0 {
		fork.SentenceID, fork.Sentence = at.ID, at.Text
	}
	return err
}

// tellDifferences fills in the values in which versions differ.
func tellDifferences(list []models.ForkVersion, versions []models.Event) error {
	flat := make([]map[string]string, len(versions))
	keys := make(map[string]bool)
	for i, e := range versions {
		values, err := chosenValues(e.After)
		if err != nil {
			return err
		}
		flat[i] = flatten(values)
		for key := range flat[i] {
			keys[key] = true
		}
	}
	for _, key := range slices.Sorted(maps.Keys(keys)) {
		same := true
		for _, values := range flat {
			same = same && values[key] == flat[0][key]
		}
		if same {
			continue
		}
		for i := range list {
			list[i].Values = append(list[i].Values, models.ForkValue{Key: key, Value: flat[i][key]})
		}
	}
	return nil
}

// flatten makes texts of the values of a snapshot; details stand under
// "detail:" and the key of their field.
func flatten(values map[string]any) map[string]string {
	flat := make(map[string]string, len(values))
	for key, value := range values {
		list, ok := value.([]any)
		if key != "details" || !ok {
			flat[key] = fmt.Sprint(value)
			continue
		}
		for _, item := range list {
			if detail, ok := item.(map[string]any); ok {
				at := "detail:" + fmt.Sprint(detail["field"])
				flat[at] = strings.TrimPrefix(flat[at]+"; "+fmt.Sprint(detail["text"]), "; ")
			}
		}
	}
	return flat
}

// SettleFork chooses one of the versions of a [models.Fork], as a step. Of a
// layer, a decision or a response only who owns it chooses. The error has
// [models.CodeNotFound] when there are no two versions any more or the revision
// is none of them, and [models.CodeConflict] when it is somebody else's.
func (s *Store) SettleFork(ctx context.Context, by Actor, entityUID, revisionUID string) error {
	return s.write(ctx, by, models.KindDo, func(c *change) error {
		versions, err := versionsOf(c.tx, entityUID)
		if err != nil {
			return err
		}
		at := slices.IndexFunc(versions, func(e models.Event) bool { return e.UID == revisionUID })
		if at < 0 || len(versions) < 2 { //nolint:mnd // one alone is no choice
			return models.Errorf(models.CodeNotFound, "There are no two versions of this any more; look at the newest state.")
		}
		return c.chooseVersion(entityUID, versions[at])
	})
}

// chooseVersion makes a version the state of an entity, knowing of the others.
func (c *change) chooseVersion(uid string, chosen models.Event) error {
	entity := entityOf(uid)
	var about subject
	if err := json.Unmarshal([]byte(chosen.After), &about); err != nil {
		return fmt.Errorf("read snapshot: %w", err)
	}
	if owner := ownerOf(entity, uid, about); owner != "" && owner != c.by.AnnotatorUID {
		return models.Errorf(models.CodeConflict, "This is somebody else's; only its owner chooses between two versions of it.")
	}
	now, err := codecs[entity].loadOne(c.tx, uid)
	if err != nil {
		return err
	}
	chosenOne := lineages([]models.Event{chosen})[chosen.EntityUID]
	r := &resting{lineage: chosenOne, state: chosen.After}
	t, err := readTerms(c.tx)
	if err != nil {
		return err
	}
	r.entity = entity
	if err := t.place(c.tx, r); err != nil {
		return err
	}
	if r.state == "" {
		return models.Errorf(models.CodeNotFound,
			"There is no place for this version in the project; its article or sentence is another one here.")
	}
	return c.save(entity, uid, now, r.state)
}
