package store

import (
	"slices"
	"strconv"
	"strings"

	"glossator/models"
)

// answersColumn reads who says what to a decision as it is.
const answersColumn = `COALESCE((SELECT GROUP_CONCAT(r.answer || '=' || w.uid, ' ') FROM responses r
  JOIN annotators w ON w.id = r.annotator_id WHERE r.decision_id = d.id AND r.decision_version >= d.version AND r.deleted_at IS NULL), '')`

// answered notes who agrees with a decision and who does not.
func answered(d *models.SentenceDecision, answers string) {
	for part := range strings.FieldsSeq(answers) {
		answer, uid, _ := strings.Cut(part, "=")
		if models.Answer(answer) == models.AnswerAgree {
			d.Agreed = append(d.Agreed, uid)
			continue
		}
		d.Disputed = append(d.Disputed, uid)
	}
}

// staleOn reports whether what a decision judged has changed since. That an
// author who agrees has made the own labels what the decision says is no such
// change: it is what the decision asked for.
func staleOn(d models.SentenceDecision, here []sight) bool {
	if d.Seen == seenBy(d.LabelKey, d.LayerUID, here) {
		return false
	}
	if len(d.Agreed) == 0 {
		return true
	}
	seen := strings.Fields(d.Seen)
	followed := map[string]int{} // labels of the decision, by who agreed
	for _, a := range here {
		switch {
		case !covers(d, a.label) || d.LayerUID != "" && a.annotator != d.LayerUID && !slices.Contains(d.Agreed, a.annotator):
		case !slices.Contains(d.Agreed, a.annotator):
			if !slices.Contains(seen, a.seen()) {
				return true
			}
		case !leaves(d, a.label):
			return true
		default:
			followed[a.annotator]++
		}
	}
	return slices.ContainsFunc(d.Agreed, func(uid string) bool { return followed[uid] < len(d.Labels) })
}

// leaves reports whether a label stands after a decision.
func leaves(d models.SentenceDecision, label string) bool {
	return slices.ContainsFunc(d.Labels, func(l models.ResultLabel) bool { return l.Label == label })
}

// seen writes down one annotation as [seenBy] does.
func (a sight) seen() string { return a.uid + "@" + strconv.FormatInt(a.version, 10) }
