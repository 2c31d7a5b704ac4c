package store

import (
	"cmp"
	"slices"
	"strings"

	"gorm.io/gorm"

	"glossator/models"
)

// decisionColumns are in the order of scanDecision, of the tables that
// decisionTables joins.
const (
	decisionColumns = `d.id, d.uid, d.sentence_id, d.label_id, d.layer_id, d.reviewer_id, d.verdict, d.result, d.reason, d.comment,
  d.seen, d.version, d.device_uid, d.created_at, d.updated_at, d.deleted_at, COALESCE(l.key, ''), COALESCE(y.uid, ''), ` +
		answersColumn + ", " + annotatorColumns
	decisionTables = `decisions d JOIN annotators p ON p.id = d.reviewer_id
LEFT JOIN annotators y ON y.id = d.layer_id LEFT JOIN labels l ON l.id = d.label_id`
)

func scanDecision(r *row, d *models.SentenceDecision) error {
	a, answers := &d.Reviewer, ""
	err := r.Scan(&d.ID, &d.UID, &d.SentenceID, &d.LabelID, &d.LayerID, &d.ReviewerID, &d.Verdict, &d.Result, &d.Reason, &d.Comment,
		&d.Seen, &d.Version, &d.DeviceUID, &d.CreatedAt, &d.UpdatedAt, &d.DeletedAt, &d.LabelKey, &d.LayerUID,
		&answers, &a.ID, &a.UID, &a.ProjectID, &a.Name, &a.Role, &a.Color, &a.Version, &a.CreatedAt, &a.ArchivedAt)
	if err != nil {
		return err
	}
	answered(d, answers)
	d.Labels, err = models.ParseResult(d.Result)
	return err
}

// exportDecisions reads the decisions about articles, of a sentence the newest
// last.
const exportDecisions = "SELECT " + decisionColumns + " FROM sentences s CROSS JOIN " + decisionTables + `
WHERE s.article_id IN ? AND s.retired_at IS NULL AND d.sentence_id = s.id AND d.deleted_at IS NULL
ORDER BY s.article_id, s.start_off, d.version, d.uid`

// decisionsOn returns the decisions about articles by sentence, of each the
// newest last.
func decisionsOn(tx *gorm.DB, articles []int64) (map[int64][]models.SentenceDecision, error) {
	list, err := collect(tx, scanDecision, exportDecisions, articles)
	found := make(map[int64][]models.SentenceDecision)
	for _, d := range list {
		found[d.SentenceID] = append(found[d.SentenceID], d)
	}
	return found, err
}

// sight is what a decision remembers of an annotation that was judged.
type sight struct {
	uid       string
	version   int64
	annotator string // UID
	label     string // key
}

// seenBy writes down which annotations a decision about a label (empty: all)
// and a layer (empty: all) is about, in the order of their UIDs.
func seenBy(label, layer string, sights []sight) string {
	var list []string
	for _, a := range sights {
		if (label == "" || a.label == label) && (layer == "" || a.annotator == layer) {
			list = append(list, a.seen())
		}
	}
	slices.Sort(list)
	return strings.Join(list, " ")
}

// covers reports whether a decision says anything about a label.
func covers(d models.SentenceDecision, label string) bool {
	return d.LabelKey == "" || d.LabelKey == label
}

// newestAbout returns the newest decision of a sentence about a label, nil when
// there is none. The list has the newest last.
func newestAbout(list []models.SentenceDecision, label string) *models.SentenceDecision {
	for i := range slices.Backward(list) {
		if covers(list[i], label) {
			return &list[i]
		}
	}
	return nil
}

// verdictOn says what a decision means for an annotation with this label and
// these details, or, with [models.NoLabel], for a sentence without one.
func verdictOn(d models.SentenceDecision, label string, details []models.NamedDetail) models.Verdict {
	if d.LabelKey != "" || d.Verdict == models.VerdictDeferred {
		return d.Verdict
	}
	at := slices.IndexFunc(d.Labels, func(r models.ResultLabel) bool { return r.Label == label })
	switch {
	case label == models.NoLabel && len(d.Labels) == 0:
		return models.VerdictAccepted
	case at < 0:
		return models.VerdictRejected
	case slices.Equal(d.Labels[at].Details, resultDetails(details)):
		return models.VerdictAccepted
	}
	return models.VerdictChanged
}

// resultDetails writes details as decisions keep them.
func resultDetails(details []models.NamedDetail) []models.ResultDetail {
	var list []models.ResultDetail
	for _, d := range details {
		list = append(list, models.ResultDetail{Field: d.Field, N: d.N, Text: d.ValueText})
	}
	return sortedDetails(list)
}

// sortedDetails puts details into one order, so that equal ones are equal
// lists.
func sortedDetails(list []models.ResultDetail) []models.ResultDetail {
	slices.SortFunc(list, func(a, b models.ResultDetail) int {
		return cmp.Or(strings.Compare(a.Field, b.Field), cmp.Compare(a.N, b.N))
	})
	return list
}
