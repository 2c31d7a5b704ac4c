package review

import "glossator/models"

// Contents counts what a bundle holds that is not deleted.
type Contents struct {
	Articles    int `json:"articles"`
	Annotations int `json:"annotations"`
	Decisions   int `json:"decisions"`
	Responses   int `json:"responses"`
	Revisions   int `json:"revisions"` // lines of history, of deleted things too
}

// ContentsOf counts what a bundle holds, in whatever order.
func ContentsOf(b models.Bundle) Contents {
	revisions := sorted(b).Revisions
	return Contents{
		Articles:    len(b.Articles),
		Annotations: len(standing(revisions, models.EntityAnnotation)),
		Decisions:   len(standing(revisions, models.EntityDecision)),
		Responses:   len(standing(revisions, models.EntityResponse)),
		Revisions:   len(revisions),
	}
}
