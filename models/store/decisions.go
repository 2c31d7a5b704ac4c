package store

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"gorm.io/gorm"

	"glossator/models"
)

// PutDecision decides about a sentence or a label on it, in place of the
// reviewer's earlier decision about the same. The error has
// [models.CodeNotFound] when the sentence, label or layer is not there and
// [models.CodeInvalid] when the verdict does not fit what is decided.
func (s *Store) PutDecision(ctx context.Context, by Actor, in models.DecisionInput) (decision models.SentenceDecision, err error) {
	err = s.write(ctx, by, models.KindDo, func(c *change) error {
		uid, err := c.decide(in)
		if err != nil {
			return err
		}
		decision, err = decisionByUID(c.tx, uid)
		return err
	})
	return decision, err
}

// PutDecisions decides about several things as one step; all or none. The
// errors are those of [Store.PutDecision].
func (s *Store) PutDecisions(ctx context.Context, by Actor, list []models.DecisionInput) error {
	return s.write(ctx, by, models.KindDo, func(c *change) error {
		for _, in := range list {
			if _, err := c.decide(in); err != nil {
				return err
			}
		}
		return nil
	})
}

// ClearDecision takes a decision of the acting reviewer back: what it was about
// is open again. The error has [models.CodeNotFound] when it is not there and
// [models.CodeConflict] when it is somebody else's.
func (s *Store) ClearDecision(ctx context.Context, by Actor, decisionUID string) error {
	return s.write(ctx, by, models.KindDo, func(c *change) error {
		found, err := decisionByUID(c.tx, decisionUID)
		if err != nil {
			return err
		}
		if found.Reviewer.UID != by.AnnotatorUID {
			return models.Errorf(models.CodeConflict, "This decision is somebody else's; only who made it takes it back.")
		}
		return c.bury(models.EntityDecision, decisionUID)
	})
}

// Decisions returns the decisions about an article of all reviewers, in the
// order of sentences, the newest of a sentence last.
func (s *Store) Decisions(ctx context.Context, articleUID string) (list []models.SentenceDecision, err error) {
	err = s.read(ctx, func(tx *gorm.DB) error {
		article, err := liveArticle(tx, articleUID)
		if err != nil {
			return err
		}
		p, err := readReview(tx, []models.Article{article})
		if err != nil {
			return err
		}
		list, err = collect(tx, scanDecision, exportDecisions, []int64{article.ID})
		for i := range list {
			list[i].Stale = p.stale(list[i])
		}
		return err
	})
	return list, err
}

func decisionByUID(tx *gorm.DB, uid string) (models.SentenceDecision, error) {
	found, ok, err := first(tx, scanDecision,
		"SELECT "+decisionColumns+" FROM "+decisionTables+" WHERE d.uid = ? AND d.deleted_at IS NULL", uid)
	if err == nil && !ok {
		err = models.Errorf(models.CodeNotFound, "This decision is no longer in the project; look at the newest state.")
	}
	return found, err
}

// decide writes one decision and returns its UID.
func (c *change) decide(in models.DecisionInput) (string, error) {
	at, err := placeOf(c.tx, in.SentenceID)
	if err != nil {
		return "", err
	}
	here, err := judgedOn(c.tx, in.SentenceID)
	if err != nil {
		return "", err
	}
	if err := c.checkDecision(&in, here); err != nil {
		return "", err
	}
	uid, err := c.decisionUID(at, in)
	if err != nil {
		return "", err
	}
	state := decisionSnapshot{
		Article: at.articleUID, Start: at.start, End: at.end, Label: in.LabelKey, Layer: in.LayerUID, Reviewer: c.by.AnnotatorUID,
		Verdict: in.Verdict, Result: in.Labels, Reason: in.Reason, Comment: strings.TrimSpace(in.Comment),
		Seen: seenBy(in.LabelKey, in.LayerUID, sightsOf(here)), CreatedAt: c.at,
	}
	return uid, put(c, models.EntityDecision, uid, state, func(s *decisionSnapshot, old decisionSnapshot) { s.CreatedAt = old.CreatedAt })
}

// decisionUID names the decision of a reviewer about a sentence and label. Two
// copies of a project agree on it; one that a repair has moved keeps its name.
func (c *change) decisionUID(at place, in models.DecisionInput) (string, error) {
	moved, ok, err := first(c.tx, one[string], `SELECT d.uid FROM decisions d LEFT JOIN labels l ON l.id = d.label_id
		WHERE d.sentence_id = ? AND d.reviewer_id = ? AND COALESCE(l.key, '') = ? AND d.deleted_at IS NULL ORDER BY d.uid LIMIT 1`,
		in.SentenceID, c.by.AnnotatorID, in.LabelKey)
	if err != nil || ok {
		return moved, err
	}
	return derivedUID(models.PrefixDecision, c.by.AnnotatorUID, at.articleUID, strconv.Itoa(at.start), strconv.Itoa(at.end), in.LabelKey), nil
}

// judged is a live annotation as a reviewer sees it.
type judged struct {
	sight

	details []models.ResultDetail
}

const selectJudged = `SELECT n.uid, n.version, p.uid, l.key FROM annotations n JOIN annotators p ON p.id = n.annotator_id
JOIN labels l ON l.id = n.label_id WHERE n.sentence_id = ? AND n.deleted_at IS NULL ORDER BY l.position, n.annotator_id, n.id`

// judgedOn reads what stands on a sentence in all layers.
func judgedOn(tx *gorm.DB, sentenceID int64) ([]judged, error) {
	list, err := collect(tx, func(r *row, j *judged) error {
		return r.Scan(&j.uid, &j.version, &j.annotator, &j.label)
	}, selectJudged, sentenceID)
	if err != nil || len(list) == 0 {
		return nil, err
	}
	uids := make([]string, len(list))
	for i, j := range list {
		uids[i] = j.uid
	}
	details, err := collect(tx, func(r *row, d *named[models.ResultDetail]) error {
		return r.Scan(&d.uid, &d.value.Field, &d.value.N, &d.value.Text)
	}, `SELECT n.uid, f.key, d.n, d.value_text FROM annotations n JOIN annotation_details d ON d.annotation_id = n.id
		JOIN label_fields f ON f.id = d.field_id WHERE n.uid IN ?`, uids)
	for _, d := range details {
		at := slices.Index(uids, d.uid)
		list[at].details = append(list[at].details, d.value)
	}
	for i := range list {
		list[i].details = sortedDetails(list[i].details)
	}
	return list, err
}

func sightsOf(here []judged) []sight {
	sights := make([]sight, len(here))
	for i, j := range here {
		sights[i] = j.sight
	}
	return sights
}

// checkDecision holds a decision against the sentence and the codebook, and
// fills in the labels that an acceptance takes over.
func (c *change) checkDecision(in *models.DecisionInput, here []judged) error {
	if in.LayerUID != "" {
		if _, err := annotatorByUID(c.tx, in.LayerUID); err != nil {
			return err
		}
	}
	if in.LabelKey != "" {
		if _, err := labelByKey(c.tx, in.LabelKey); err != nil {
			return err
		}
	}
	if in.Reason != models.ReasonNone && !slices.Contains(models.Reasons(), in.Reason) {
		return models.Errorf(models.CodeInvalid, "%q is none of the reasons for a decision.", in.Reason)
	}
	switch in.Verdict {
	case models.VerdictAccepted:
		if in.LayerUID != "" {
			in.Labels = accepted(*in, here)
		}
	case models.VerdictDeferred:
		in.Labels = nil
	case models.VerdictAdded:
		if len(in.Labels) == 0 {
			return models.Errorf(models.CodeInvalid, "Nothing is added; choose a label first.")
		}
	case models.VerdictChanged, models.VerdictRejected:
	default:
		return models.Errorf(models.CodeInvalid, "%q is no verdict; accept, change, reject, add or defer.", in.Verdict)
	}
	return c.checkLabels(in)
}

// accepted is what the judged layer has.
func accepted(in models.DecisionInput, here []judged) []models.ResultLabel {
	var labels []models.ResultLabel
	for _, j := range here {
		if j.annotator == in.LayerUID && (in.LabelKey == "" || in.LabelKey == j.label) {
			labels = append(labels, models.ResultLabel{Label: j.label, Details: j.details})
		}
	}
	return labels
}

// checkLabels holds the labels of a decision against the codebook and puts
// them and their details into order.
func (c *change) checkLabels(in *models.DecisionInput) error {
	labels := slices.Clone(in.Labels)
	for i, result := range labels {
		label, err := labelByKey(c.tx, result.Label)
		if err != nil {
			return err
		}
		fields, err := fieldsOf(c.tx, label.ID)
		if err != nil {
			return err
		}
		for _, d := range result.Details {
			if err := checkValue(d.Field, d.Text, label, fields); err != nil && in.Verdict != models.VerdictAccepted {
				return err
			}
		}
		labels[i].Details = sortedDetails(slices.Clone(result.Details))
	}
	slices.SortStableFunc(labels, func(a, b models.ResultLabel) int { return strings.Compare(a.Label, b.Label) })
	if labels == nil {
		labels = []models.ResultLabel{}
	}
	in.Labels = labels
	return nil
}

// AcceptIdentical accepts, as one step, the sentences of an article on which all
// the layers say the same, that have a label and about which nobody has decided
// yet, and returns how many there are. Without layers they are all that have
// finished the article; there must be two.
func (s *Store) AcceptIdentical(ctx context.Context, by Actor, articleUID string, layers ...string) (count int, err error) {
	err = s.write(ctx, by, models.KindDo, func(c *change) error {
		article, err := liveArticle(c.tx, articleUID)
		if err != nil {
			return err
		}
		p, err := readReview(c.tx, []models.Article{article})
		if err != nil {
			return err
		}
		for _, at := range p.sentences {
			labels, same := p.agreed(at, layers)
			if !same || len(labels) == 0 || len(p.decisions[at.id]) > 0 {
				continue
			}
			if _, err := c.decide(models.DecisionInput{SentenceID: at.id, Verdict: models.VerdictAccepted, Labels: labels}); err != nil {
				return err
			}
			count++
		}
		return nil
	})
	return count, err
}
