package store

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"gorm.io/gorm"

	"glossator/models"
)

// translation brings a bundle into the terms of this project: its articles by
// the hash of their text, its people by their UIDs or by what somebody has
// answered.
type translation struct {
	project  string            // UID of this project
	same     map[string]string // people of the bundle who are somebody here
	articles map[string]string // UIDs of the bundle to those here
}

func (t translation) article(uid string) string {
	if here, ok := t.articles[uid]; ok {
		return here
	}
	return uid
}

func (t translation) person(uid string) string {
	if here, ok := t.same[uid]; ok {
		return here
	}
	return uid
}

// matchArticles finds the articles of a bundle here, or the UIDs that they will
// have: those that follow from this project and the text.
func (t translation) matchArticles(tx *gorm.DB, b models.Bundle) error {
	if b.ProjectUID == t.project {
		return nil
	}
	hashes := make(map[string]string) // by UID in the bundle
	for _, e := range b.Revisions {
		if e.Entity != models.EntityArticle {
			continue
		}
		s, err := decode[articleSnapshot](e.After)
		if err != nil {
			return err
		}
		hashes[e.EntityUID] = s.TextSHA256
	}
	for _, a := range b.Articles {
		hashes[a.Article.UID] = digest([]byte(a.Text))
	}
	for uid, hash := range hashes {
		here, ok, err := first(tx, one[string],
			"SELECT a.uid FROM articles a WHERE a.text_sha256 = ? ORDER BY a.deleted_at IS NOT NULL, a.id LIMIT 1", hash)
		if err != nil {
			return err
		}
		if !ok {
			here = derivedUID(models.PrefixArticle, t.project, hash)
		}
		t.articles[uid] = here
	}
	return nil
}

// teller brings the snapshots of one kind of entity into the terms of this
// project and returns the UID that follows from them, empty when it stays.
type teller func(t translation, snapshot string) (told, uid string, err error)

// telling makes a teller of a function that knows the snapshot's type. What it
// writes is in this program's own form, whoever wrote it before.
func telling[T any](tell func(t translation, s *T) string) teller {
	return func(t translation, snapshot string) (string, string, error) {
		state, err := decode[T](snapshot)
		if err != nil {
			return "", "", err
		}
		uid := tell(t, &state)
		told, err := encode(state)
		return told, uid, err
	}
}

// tellers are the entities that travel.
var tellers = map[models.Entity]teller{
	models.EntityAnnotation: telling(func(t translation, s *annotationSnapshot) string {
		s.Article, s.Annotator = t.article(s.Article), t.person(s.Annotator)
		return ""
	}),
	models.EntityReading: telling(func(t translation, s *readingSnapshot) string {
		s.Article, s.Annotator = t.article(s.Article), t.person(s.Annotator)
		return readingUID(place{articleUID: s.Article, start: s.Start, end: s.End}, s.Annotator)
	}),
	models.EntityProgress: telling(func(t translation, s *progressSnapshot) string {
		s.Article, s.Annotator = t.article(s.Article), t.person(s.Annotator)
		return derivedUID(models.PrefixProgress, s.Annotator, s.Article)
	}),
	models.EntityOutcome: telling(func(t translation, s *outcomeSnapshot) string {
		s.Article, s.Annotator = t.article(s.Article), t.person(s.Annotator)
		return derivedUID(models.PrefixOutcome, s.Annotator, s.Article, strconv.Itoa(s.Start), strconv.Itoa(s.End), s.Label)
	}),
	models.EntityDecision: telling(func(t translation, s *decisionSnapshot) string {
		s.Article, s.Reviewer = t.article(s.Article), t.person(s.Reviewer)
		if s.Layer != "" {
			s.Layer = t.person(s.Layer)
		}
		return ""
	}),
	models.EntityResponse: telling(func(t translation, s *responseSnapshot) string {
		s.Article, s.Annotator = t.article(s.Article), t.person(s.Annotator)
		return ""
	}),
	models.EntityArticle:   telling(func(translation, *articleSnapshot) string { return "" }),
	models.EntityAnnotator: telling(func(translation, *annotatorSnapshot) string { return "" }),
	models.EntitySegmentation: telling(func(t translation, s *cuttingSnapshot) string {
		s.Article = t.article(s.Article)
		return cuttingUID(s.Article, s.Block)
	}),
	models.EntityBlock: telling(func(t translation, s *blockSnapshot) string {
		s.Article = t.article(s.Article)
		return partUID(models.PrefixBlock, s.Article, s.Block)
	}),
}

// revisions translates the revisions of a bundle. Those about entities that
// each copy has of its own, such as labels, stay behind. The error has
// [models.CodeInvalid] for a revision that no project writes.
func (t translation) revisions(list []models.Event) ([]models.Event, error) {
	told := make([]models.Event, 0, len(list))
	for _, e := range list {
		tell, ok := tellers[e.Entity]
		if !ok {
			continue
		}
		if err := checkRevision(e); err != nil {
			return nil, err
		}
		next, err := t.revision(e, tell)
		if err != nil {
			return nil, models.Errorf(models.CodeInvalid,
				"The package holds a change that cannot be read; ask for it to be sent again. Nothing was merged.").Because(err)
		}
		told = append(told, next)
	}
	return told, nil
}

func (t translation) revision(e models.Event, tell teller) (models.Event, error) {
	var err error
	var uid string
	if e.Before != "" {
		if e.Before, _, err = tell(t, e.Before); err != nil {
			return e, err
		}
	}
	if e.After, uid, err = tell(t, e.After); err != nil {
		return e, err
	}
	switch {
	case uid != "":
		e.EntityUID = uid
	case e.Entity == models.EntityArticle:
		e.EntityUID = t.article(e.EntityUID)
	}
	e.ActorUID, e.Seq = t.person(e.ActorUID), 0
	return e, nil
}

// highestVersion bounds versions, so that the clock cannot be pushed to its
// end.
const highestVersion = 1 << 62

// travellingKinds are the kinds of steps that revisions come from.
var travellingKinds = []models.EventKind{models.KindDo, models.KindUndo, models.KindRedo, models.KindImport}

func checkRevision(e models.Event) error {
	var wrong string
	switch {
	case !models.PrefixEvent.Has(e.UID) || e.EntityUID == "":
		wrong = "has no name"
	case e.Version <= 0 || e.Version >= highestVersion:
		wrong = "has no date that can be"
	case !slices.Contains(travellingKinds, e.Kind):
		wrong = fmt.Sprintf("is of a kind that does not travel (%q)", e.Kind)
	case e.After == "":
		wrong = "says nothing"
	default:
		return nil
	}
	return models.Errorf(models.CodeInvalid,
		"A change in the package %s; ask for it to be sent again. Nothing was merged.", wrong)
}

// samePersonKey is the key under which a project remembers who a person of a
// bundle is here: the UID here and the merge at which it was said.
func samePersonKey(uid string) string { return "same person " + uid }

// remembered adds to the answers what was answered at earlier merges that
// stand.
func remembered(tx *gorm.DB, b models.Bundle, answers map[string]string, gone withdrawn) (map[string]string, error) {
	same := make(map[string]string, len(answers))
	for _, a := range b.Annotators {
		if here, ok := answers[a.UID]; ok {
			same[a.UID] = here
			continue
		}
		value, ok, err := first(tx, one[string], "SELECT value FROM meta WHERE key = ?", samePersonKey(a.UID))
		if err != nil {
			return nil, err
		}
		here, merge, _ := strings.Cut(value, " ")
		if ok && !gone[merge] {
			same[a.UID] = here
		}
	}
	for their, here := range same {
		if _, err := annotatorByUID(tx, here); err != nil && here != their {
			return nil, err
		}
	}
	return same, nil
}
