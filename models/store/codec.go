package store

import (
	"encoding/json"
	"fmt"

	"gorm.io/gorm"

	"glossator/models"
)

// codec turns an entity into its snapshot for history and back. Snapshots are
// JSON in public terms (UIDs, keys and offsets, never integer ids), so that
// another copy of the project can read them. A snapshot with deleted_at is a
// tombstone.
type codec struct {
	// load returns the snapshots of the entities that are there, by UID.
	load func(tx *gorm.DB, uids []string) (map[string]string, error)
	// save makes the entity equal to the snapshot.
	save func(tx *gorm.DB, uid, snapshot string, mark stamp) error
	// saveNew is save for entities that were not there; nil: one after the other.
	saveNew func(tx *gorm.DB, list []newcomer) error
	// bury returns the snapshot of the same entity after its deletion.
	bury func(snapshot string, at int64) (string, error)
	// uids lists all entities after a UID, in order, at most limit. Empty: the
	// check of the texts looks for those without a history.
	uids string
	// same reports whether two snapshots are of one state.
	same func(a, b string) bool
}

// stamp is what a row keeps about its last change.
type stamp struct {
	version int64
	device  string
	at      int64
	fresh   bool // the row was not there before
}

// codecs are the entities that have a history. They are the only writers of
// their tables.
var codecs = map[models.Entity]codec{
	models.EntityAnnotation: newCodec("annotations", loadAnnotations, saveAnnotation,
		func(s *annotationSnapshot, at int64) { s.DeletedAt = at }).adding(saveNewAnnotations),
	models.EntityReading: newCodec("readings", loadReadings, saveReading,
		func(s *readingSnapshot, at int64) { s.DeletedAt = at }).adding(saveNewReadings),
	models.EntityProgress: newCodec("progress", loadProgress, saveProgress,
		func(s *progressSnapshot, _ int64) { s.FinishedAt, s.Coding = 0, models.CodingOpen }),
	models.EntityArticle: newCodec("articles", loadArticles, saveArticle,
		func(s *articleSnapshot, at int64) { s.DeletedAt = at }).comparing(sameArticle),
	models.EntityAnnotator: newCodec("annotators", loadAnnotators, saveAnnotator,
		func(s *annotatorSnapshot, at int64) { s.DeletedAt = at }),
	models.EntityOutcome: newCodec("outcomes", loadOutcomes, saveOutcome,
		func(s *outcomeSnapshot, at int64) { s.DeletedAt = at }),
	models.EntityDecision: newCodec("decisions", loadDecisions, saveDecision,
		func(s *decisionSnapshot, at int64) { s.DeletedAt = at }),
	models.EntityResponse: newCodec("responses", loadResponses, saveResponse,
		func(s *responseSnapshot, at int64) { s.DeletedAt = at }),
	models.EntityLabel: newCodec("labels", loadLabels, saveLabel,
		func(s *labelSnapshot, at int64) { s.DeletedAt = at }).unlisted(), // those that a project begins with have no history
	models.EntityCodebook: newCodec("codebooks", loadCodebooks, saveCodebook,
		func(*codebookSnapshot, int64) {}).unlisted(), // a project is never without its codebook
	models.EntitySegmentation: newCodec("sentences", loadCuttings, saveCutting,
		func(*cuttingSnapshot, int64) {}).unlisted().comparing(sameCutting), // a block is never without its cutting
	models.EntityBlock: newCodec("blocks", loadBlocks, saveBlock,
		func(*blockSnapshot, int64) {}).unlisted(), // blocks come with the article's text
}

// newCodec makes a codec of functions that know the snapshot's type.
func newCodec[T any](table string, load func(*gorm.DB, []string) (map[string]T, error),
	save func(*gorm.DB, string, T, stamp) error, bury func(*T, int64),
) codec {
	return codec{
		load: func(tx *gorm.DB, uids []string) (map[string]string, error) {
			found, err := load(tx, uids)
			if err != nil {
				return nil, fmt.Errorf("load %s: %w", table, err)
			}
			return encodeAll(found)
		},
		save: func(tx *gorm.DB, uid, snapshot string, mark stamp) error {
			state, err := decode[T](snapshot)
			if err != nil {
				return err
			}
			return save(tx, uid, state, mark)
		},
		bury: func(snapshot string, at int64) (string, error) {
			state, err := decode[T](snapshot)
			if err != nil {
				return "", err
			}
			bury(&state, at)
			return encode(state)
		},
		uids: "SELECT uid FROM " + table + " WHERE uid > ? ORDER BY uid LIMIT ?",
		same: func(a, b string) bool { return a == b },
	}
}

// unlisted returns the codec of entities that may be without a history.
func (c codec) unlisted() codec {
	c.uids = ""
	return c
}

// adding returns the codec with a way to save many new entities at once.
func (c codec) adding(save func(tx *gorm.DB, list []newcomer) error) codec {
	c.saveNew = save
	return c
}

// comparing returns the codec with another comparison of snapshots.
func (c codec) comparing(same func(a, b string) bool) codec {
	c.same = same
	return c
}

// loadOne returns the snapshot of one entity, empty when it is not there.
func (c codec) loadOne(tx *gorm.DB, uid string) (string, error) {
	found, err := c.load(tx, []string{uid})
	return found[uid], err
}

func encodeAll[T any](found map[string]T) (map[string]string, error) {
	texts := make(map[string]string, len(found))
	for uid, state := range found {
		text, err := encode(state)
		if err != nil {
			return nil, err
		}
		texts[uid] = text
	}
	return texts, nil
}

func encode[T any](state T) (string, error) {
	text, err := json.Marshal(state)
	if err != nil {
		return "", fmt.Errorf("write snapshot: %w", err)
	}
	return string(text), nil
}

func decode[T any](snapshot string) (T, error) {
	var state T
	if err := json.Unmarshal([]byte(snapshot), &state); err != nil {
		return state, fmt.Errorf("read snapshot: %w", err)
	}
	return state, nil
}

// buried reports whether a snapshot is a tombstone.
func buried(snapshot string) bool {
	var mark struct {
		DeletedAt int64 `json:"deleted_at"`
	}
	return json.Unmarshal([]byte(snapshot), &mark) == nil && mark.DeletedAt != 0
}

// operation names what leads from one snapshot to the other.
func operation(before, after string) models.Op {
	switch {
	case before == "":
		return models.OpCreate
	case buried(after) && !buried(before):
		return models.OpDelete
	case buried(before) && !buried(after):
		return models.OpRestore
	}
	return models.OpUpdate
}

// moment turns an optional time into a snapshot's, where 0 is none.
func moment(at *int64) int64 {
	if at == nil {
		return 0
	}
	return *at
}

// optional is the inverse of [moment].
func optional(at int64) *int64 {
	if at == 0 {
		return nil
	}
	return &at
}
