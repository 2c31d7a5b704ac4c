package store

import (
	"encoding/json"
	"fmt"

	"gorm.io/gorm"

	"glossator/models"
)

// firstEvent reads the line that a group begins with.
func firstEvent(tx *gorm.DB, group string) (models.Event, bool, error) {
	return first(tx, scanEvent, "SELECT "+eventColumns+" FROM history h WHERE h.group_uid = ? ORDER BY h.seq LIMIT 1", group)
}

// stepOf sums a group up by its first line, an undo or redo by that of the
// group that it is about.
func stepOf(tx *gorm.DB, group string) (models.Step, error) {
	own, ok, err := firstEvent(tx, group)
	if err != nil || !ok {
		return models.Step{}, err
	}
	about := own
	if own.Undoes != "" {
		if about, ok, err = firstEvent(tx, own.Undoes); err != nil || !ok {
			return models.Step{}, err
		}
	}
	step := models.Step{
		GroupUID: group, Undoes: own.Undoes, Kind: own.Kind, At: own.At, ActorUID: own.ActorUID,
		Op: about.Op, Entity: about.Entity,
	}
	step.Events, _, err = first(tx, one[int], "SELECT COUNT(*) FROM history WHERE group_uid = ? AND entity = ?", about.GroupUID, about.Entity)
	if err != nil {
		return models.Step{}, err
	}
	if step.Seq, _, err = first(tx, one[int64], "SELECT MAX(seq) FROM history WHERE group_uid = ?", group); err != nil {
		return models.Step{}, err
	}
	err = placeStep(tx, &step, about)
	return step, err
}

// nowhere is no offset.
const nowhere = -1

// placeStep says where a step happened and about which label.
func placeStep(tx *gorm.DB, step *models.Step, e models.Event) error {
	var offset int
	var err error
	switch e.Entity {
	case models.EntityArticle:
		step.ArticleUID, offset = e.EntityUID, nowhere
	case models.EntitySegmentation:
		offset, err = placeRepair(step, e)
	case models.EntityBlock:
		offset, err = placeBlock(tx, step, e)
	case models.EntityAnnotation, models.EntityReading, models.EntityProgress, models.EntityAnnotator, models.EntityDecision,
		models.EntityOutcome, models.EntityResponse:
		offset, err = placeMark(step, e)
	case models.EntityLabel, models.EntityCodebook: // of the whole project
	}
	if err != nil || step.ArticleUID == "" {
		return err
	}
	return nameplate(tx, step, offset)
}

// placeMark reads where an entity stands that names its sentence or article.
func placeMark(step *models.Step, e models.Event) (offset int, err error) {
	var where struct {
		Article string `json:"article"`
		Label   string `json:"label"`
		Start   int    `json:"start"`
		End     int    `json:"end"`
		Done    int64  `json:"finished_at"`
	}
	if err := json.Unmarshal([]byte(e.After), &where); err != nil {
		return nowhere, fmt.Errorf("read snapshot: %w", err)
	}
	step.ArticleUID, step.LabelKey = where.Article, where.Label
	if e.Entity == models.EntityProgress {
		step.Op = models.OpDelete
		if where.Done != 0 {
			step.Op = models.OpCreate
		}
	}
	if where.End == 0 {
		return nowhere, nil
	}
	return where.Start, nil
}

// placeRepair reads where a repair made its first sentence.
func placeRepair(step *models.Step, e models.Event) (offset int, err error) {
	before, err := decode[cuttingSnapshot](e.Before)
	if err != nil {
		return nowhere, err
	}
	after, err := decode[cuttingSnapshot](e.After)
	if err != nil {
		return nowhere, err
	}
	step.ArticleUID, step.Segmenter = after.Article, after.Segmenter
	step.Grown = len(after.Sentences) - len(before.Sentences)
	for _, place := range lacking(after.Sentences, before.Sentences) {
		return place[0], nil
	}
	return nowhere, nil
}

// placeBlock finds where a block begins that was corrected.
func placeBlock(tx *gorm.DB, step *models.Step, e models.Event) (offset int, err error) {
	state, err := decode[blockSnapshot](e.After)
	if err != nil {
		return nowhere, err
	}
	step.ArticleUID = state.Article
	offset, found, err := first(tx, one[int],
		"SELECT b.start_off FROM articles a JOIN blocks b ON b.article_id = a.id AND b.seq = ? WHERE a.uid = ?", state.Block, state.Article)
	if err != nil || !found {
		return nowhere, err
	}
	return offset, nil
}

// nameplate finds the title of a step's article and the live sentence that
// stands at an offset of it now.
func nameplate(tx *gorm.DB, step *models.Step, offset int) error {
	found, ok, err := first(tx, func(r *row, s *models.Step) error { return r.Scan(&s.ArticleTitle, &s.SentenceID, &s.Sentence) },
		`SELECT a.title, COALESCE(s.id, 0), COALESCE(s.seq, 0) FROM articles a LEFT JOIN sentences s ON s.id = (
		SELECT p.id FROM sentences p WHERE p.article_id = a.id AND p.start_off <= ? AND p.retired_at IS NULL
		ORDER BY p.start_off DESC LIMIT 1) WHERE a.uid = ?`, offset, step.ArticleUID)
	if err != nil || !ok {
		return err
	}
	step.ArticleTitle, step.SentenceID, step.Sentence = found.ArticleTitle, found.SentenceID, found.Sentence
	return nil
}
