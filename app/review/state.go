package review

import (
	"encoding/json"

	"glossator/models"
)

// state is what a snapshot of an annotation, a progress, a decision or a
// response says, as far as the summary shows it. Snapshots are JSON in public
// terms, see [models.Event].
type state struct {
	Article    string            `json:"article"`
	Start      int               `json:"start"` // of the sentence
	End        int               `json:"end"`
	Annotator  string            `json:"annotator"`
	Label      string            `json:"label"`
	Quote      string            `json:"quote"`
	Note       string            `json:"note"`
	Confidence models.Confidence `json:"confidence"`
	Details    []detail          `json:"details"`
	FinishedAt int64             `json:"finished_at"`
	Reviewer   string            `json:"reviewer"`
	Layer      string            `json:"layer"`
	Verdict    models.Verdict    `json:"verdict"`
	Result     json.RawMessage   `json:"result"` // see [models.ParseResult]
	Reason     models.Reason     `json:"reason"`
	Comment    string            `json:"comment"`
	Decision   string            `json:"decision"` // of a response
	Answer     models.Answer     `json:"answer"`
	DeletedAt  int64             `json:"deleted_at"`

	uid string
}

// place is a sentence.
type place struct {
	article    string
	start, end int
}

func (s state) place() place { return place{s.Article, s.Start, s.End} }

type detail struct {
	Field string `json:"field"`
	N     int    `json:"n"`
	Text  string `json:"text"`
}

// standing returns the newest state of every entity of a kind that is not
// deleted, in the order of the revisions. Of two newest ones the later by the
// clock counts, as it does in the tables of a project.
func standing(revisions []models.Event, entity models.Entity) []state {
	last := map[string]int{}
	for i, revision := range revisions {
		if revision.Entity == entity {
			last[revision.EntityUID] = i
		}
	}
	var states []state
	for i, revision := range revisions {
		if revision.Entity != entity || last[revision.EntityUID] != i {
			continue
		}
		s := state{uid: revision.EntityUID}
		if json.Unmarshal([]byte(revision.After), &s) == nil && s.DeletedAt == 0 {
			states = append(states, s)
		}
	}
	return states
}
