package store

import (
	"context"
	"slices"
	"strings"

	"gorm.io/gorm"

	"glossator/models"
)

// PutResponse answers a decision about the own layer, in place of an earlier
// answer. To agree makes the own labels on the sentence what the decision says,
// in the same step; nothing else ever changes a layer. The error has
// [models.CodeNotFound] when the decision is not there, [models.CodeConflict]
// when it is about somebody else's layer and [models.CodeInvalid] for another
// answer.
func (s *Store) PutResponse(ctx context.Context, by Actor, in models.ResponseInput) (response models.Response, err error) {
	if !slices.Contains([]models.Answer{models.AnswerAgree, models.AnswerDisagree, models.AnswerDiscuss}, in.Answer) {
		return response, models.Errorf(models.CodeInvalid, "%q is no answer; agree, disagree or discuss.", in.Answer)
	}
	err = s.write(ctx, by, models.KindDo, func(c *change) error {
		decision, err := decisionByUID(c.tx, in.DecisionUID)
		if err != nil {
			return err
		}
		if decision.LayerUID != "" && decision.LayerUID != by.AnnotatorUID && decision.Verdict != models.VerdictAccepted {
			return models.Errorf(models.CodeConflict, "This decision is about somebody else's labels; only who made them answers it.")
		}
		at, err := placeOf(c.tx, decision.SentenceID)
		if err != nil {
			return err
		}
		if in.Answer == models.AnswerAgree {
			if err := c.follow(decision); err != nil {
				return err
			}
		}
		uid, err := c.respond(at, decision, in)
		if err != nil {
			return err
		}
		response, _, err = first(c.tx, scanResponse, "SELECT "+responseColumns+" FROM responses r WHERE r.uid = ?", uid)
		return err
	})
	return response, err
}

// respond writes the answer itself and returns its UID.
func (c *change) respond(at place, decision models.SentenceDecision, in models.ResponseInput) (string, error) {
	uid := derivedUID(models.PrefixResponse, c.by.AnnotatorUID, decision.UID)
	state := responseSnapshot{Decision: decision.UID, Article: at.articleUID, Annotator: c.by.AnnotatorUID,
		Answer: in.Answer, Comment: strings.TrimSpace(in.Comment), Answered: decision.Version, CreatedAt: c.at}
	return uid, put(c, models.EntityResponse, uid, state, func(s *responseSnapshot, old responseSnapshot) { s.CreatedAt = old.CreatedAt })
}

// follow makes the labels of whoever acts on a sentence what a decision says.
func (c *change) follow(decision models.SentenceDecision) error {
	here, err := judgedOn(c.tx, decision.SentenceID)
	if err != nil {
		return err
	}
	for _, j := range here {
		wanted := slices.ContainsFunc(decision.Labels, func(l models.ResultLabel) bool { return l.Label == j.label })
		if j.annotator == c.by.AnnotatorUID && covers(decision, j.label) && !wanted {
			if err := c.bury(models.EntityAnnotation, j.uid); err != nil {
				return err
			}
		}
	}
	for _, label := range decision.Labels {
		if err := c.adopt(decision.SentenceID, label); err != nil {
			return err
		}
	}
	return nil
}

// adopt puts a label of a decision with its details on a sentence.
func (c *change) adopt(sentenceID int64, wanted models.ResultLabel) error {
	label, err := labelByKey(c.tx, wanted.Label)
	if err != nil {
		return err
	}
	fields, err := fieldsOf(c.tx, label.ID)
	if err != nil {
		return err
	}
	var details []detailSnapshot
	for _, d := range wanted.Details {
		field, ok := fields[d.Field]
		if !ok {
			continue // the codebook has gone on
		}
		details = append(details, readDetail(field, d.N, d.Text))
	}
	details = ordered(details, fields)
	at, err := c.standing(sentenceID, wanted.Label)
	if err != nil {
		return err
	}
	if at.annotation != "" {
		return update(c, models.EntityAnnotation, at.annotation, func(state *annotationSnapshot) error {
			if !sameDetails(state.Details, details) {
				state.Details = details
			}
			return nil
		})
	}
	state := c.blank(at.place, wanted.Label, models.OriginManual)
	state.Details = details
	if err := create(c, models.EntityAnnotation, newUID(models.PrefixAnnotation), state); err != nil {
		return err
	}
	return c.contradict(at)
}

// sameDetails compares what was written.
func sameDetails(a, b []detailSnapshot) bool {
	return slices.EqualFunc(a, b, func(a, b detailSnapshot) bool { return a.Field == b.Field && a.N == b.N && a.Text == b.Text })
}

// responseColumns are in the order of scanResponse.
const responseColumns = `r.id, r.uid, r.decision_id, r.annotator_id, r.answer, r.comment, r.decision_version, r.version, r.device_uid,
  r.created_at, r.updated_at, r.deleted_at`

func scanResponse(r *row, v *models.Response) error {
	return r.Scan(&v.ID, &v.UID, &v.DecisionID, &v.AnnotatorID, &v.Answer, &v.Comment, &v.DecisionVersion, &v.Version, &v.DeviceUID,
		&v.CreatedAt, &v.UpdatedAt, &v.DeletedAt)
}

// selectAboutLayer reads the decisions of others that concern a layer: those
// about it, and on what it has labelled or finished those that take over another
// layer or judge none.
const selectAboutLayer = "SELECT " + decisionColumns + " FROM " + decisionTables + `
JOIN sentences s ON s.id = d.sentence_id JOIN articles a ON a.id = s.article_id
WHERE d.reviewer_id <> ? AND d.deleted_at IS NULL AND s.retired_at IS NULL AND a.deleted_at IS NULL
AND (d.layer_id = ? OR ((d.layer_id IS NULL OR d.verdict = 'accepted') AND (
  EXISTS(SELECT 1 FROM annotations n WHERE n.sentence_id = s.id AND n.annotator_id = ? AND n.deleted_at IS NULL)
  OR EXISTS(SELECT 1 FROM progress g WHERE g.article_id = a.id AND g.annotator_id = ? AND g.finished_at IS NOT NULL))))
ORDER BY a.id, s.start_off, d.version, d.uid`

const selectLayerLabels = `SELECT n.sentence_id, l.key FROM annotations n JOIN labels l ON l.id = n.label_id
WHERE n.annotator_id = ? AND n.deleted_at IS NULL`

// Responses returns the decisions of others about an annotator's layer that
// leave something else than it says, or that were answered, with the answers,
// in the order of sentences. The error has [models.CodeNotFound] when there is
// no such annotator.
func (s *Store) Responses(ctx context.Context, layerUID string) (list []models.DecisionResponse, err error) {
	err = s.read(ctx, func(tx *gorm.DB) error {
		layer, err := annotatorByUID(tx, layerUID)
		if err != nil {
			return err
		}
		decisions, err := collect(tx, scanDecision, selectAboutLayer, layer.ID, layer.ID, layer.ID, layer.ID)
		if err != nil {
			return err
		}
		answers, err := collect(tx, scanResponse, "SELECT "+responseColumns+
			" FROM responses r WHERE r.annotator_id = ? AND r.deleted_at IS NULL", layer.ID)
		if err != nil {
			return err
		}
		labels, err := layerLabels(tx, layer.ID)
		if err != nil {
			return err
		}
		for _, d := range decisions {
			row := models.DecisionResponse{Decision: d}
			if at := slices.IndexFunc(answers, func(r models.Response) bool { return r.DecisionID == d.ID }); at >= 0 {
				row.Response, row.Outdated = &answers[at], answers[at].DecisionVersion < d.Version
			}
			if row.Response == nil && !asksLayer(d, layerUID, labels[d.SentenceID]) {
				continue
			}
			if err := placeResponse(tx, &row); err != nil {
				return err
			}
			list = append(list, row)
		}
		return nil
	})
	return list, err
}

// layerLabels returns the labels of a layer by sentence.
func layerLabels(tx *gorm.DB, annotatorID int64) (map[int64][]string, error) {
	type labelled struct {
		sentence int64
		label    string
	}
	list, err := collect(tx, func(r *row, l *labelled) error { return r.Scan(&l.sentence, &l.label) }, selectLayerLabels, annotatorID)
	labels := make(map[int64][]string)
	for _, l := range list {
		labels[l.sentence] = append(labels[l.sentence], l.label)
	}
	return labels, err
}

// asksLayer reports whether a decision leaves something else on a sentence than
// the layer that has these labels there, or has something to say about it.
func asksLayer(d models.SentenceDecision, layerUID string, labels []string) bool {
	switch {
	case d.Verdict == models.VerdictDeferred:
		return d.Comment != ""
	case d.LayerUID == layerUID:
		return d.Verdict != models.VerdictAccepted
	}
	for _, label := range labels {
		if covers(d, label) && !leaves(d, label) {
			return true
		}
	}
	return slices.ContainsFunc(d.Labels, func(l models.ResultLabel) bool { return !slices.Contains(labels, l.Label) })
}

// placeResponse fills in where a decision is, and whether it is stale.
func placeResponse(tx *gorm.DB, row *models.DecisionResponse) error {
	here, err := judgedOn(tx, row.Decision.SentenceID)
	if err != nil {
		return err
	}
	row.Decision.Stale = staleOn(row.Decision, sightsOf(here))
	row.Sentence, _, err = first(tx, scanSentence, "SELECT "+sentenceColumns+" FROM sentences s WHERE s.id = ?", row.Decision.SentenceID)
	if err != nil {
		return err
	}
	article, _, err := first(tx, scanArticle, "SELECT "+articleColumns+" FROM articles a WHERE a.id = ?", row.Sentence.ArticleID)
	row.ArticleUID, row.ArticleTitle = article.UID, article.Title
	return err
}
