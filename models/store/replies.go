package store

import (
	"slices"

	"gorm.io/gorm"

	"glossator/models"
)

const selectReplies = `SELECT d.uid, w.name, r.answer, r.comment, r.updated_at, r.decision_version < d.version
FROM decisions d JOIN responses r ON r.decision_id = d.id JOIN annotators w ON w.id = r.annotator_id
WHERE d.uid IN ? AND r.deleted_at IS NULL ORDER BY r.updated_at, r.uid`

// addReplies reads what authors say to decisions.
func addReplies(tx *gorm.DB, decisions []models.SentenceDecision) error {
	if len(decisions) == 0 {
		return nil
	}
	uids := make([]string, len(decisions))
	for i := range decisions {
		uids[i] = decisions[i].UID
	}
	list, err := collect(tx, func(r *row, n *named[models.Reply]) error {
		return r.Scan(&n.uid, &n.value.Annotator, &n.value.Answer, &n.value.Comment, &n.value.At, &n.value.Outdated)
	}, selectReplies, uids)
	for _, reply := range list {
		at := slices.Index(uids, reply.uid)
		decisions[at].Replies = append(decisions[at].Replies, reply.value)
	}
	return err
}
