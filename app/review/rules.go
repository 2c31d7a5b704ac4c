package review

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"unicode/utf8"

	"glossator/models"
)

// rules turn parts into a bundle and hold every line against what a bundle must
// be. An error is a clause for the reader of a sentence; counting is from 1.
type rules struct {
	seen map[string]bool // UIDs that were given already
}

// errLongLine is a line above [Limits.Line].
var errLongLine = errors.New("a line is too long")

// fill takes one part into the bundle. The summary is for people.
func (r *rules) fill(b *models.Bundle, part string, data []byte, longest int) error {
	switch part {
	case codebookPart:
		return fillList(data, &b.Labels, r.label)
	case annotatorsPart:
		return fillList(data, &b.Annotators, r.annotator)
	case articlesPart:
		return fillLines(data, longest, &b.Articles, r.article)
	case revisionsPart:
		return fillLines(data, longest, &b.Revisions, r.revision)
	case exposuresPart:
		return fillLines(data, longest, &b.Exposures, r.exposure)
	}
	return nil
}

// fillList reads a part that is one JSON array, item by item: one bad item ends
// the reading before a million of them fill the memory.
func fillList[T, U any](data []byte, list *[]U, take func(T) (U, error)) error {
	decoder := json.NewDecoder(bytes.NewReader(data))
	if start, err := decoder.Token(); err != nil || start != json.Delim('[') {
		return errors.New("there is no list")
	}
	for decoder.More() {
		var form T
		if err := decoder.Decode(&form); err != nil {
			return fmt.Errorf("entry %d is not readable", len(*list)+1)
		}
		item, err := take(form)
		if err != nil {
			return fmt.Errorf("entry %d %w", len(*list)+1, err)
		}
		*list = append(*list, item)
	}
	return nil
}

// fillLines reads a part of one JSON object per line.
func fillLines[T, U any](data []byte, longest int, list *[]U, take func(T) (U, error)) error {
	for line := range bytes.Lines(data) {
		if len(line) > longest {
			return errLongLine
		}
		var form T
		if err := json.Unmarshal(line, &form); err != nil {
			return fmt.Errorf("line %d is not readable", len(*list)+1)
		}
		item, err := take(form)
		if err != nil {
			return fmt.Errorf("line %d %w", len(*list)+1, err)
		}
		*list = append(*list, item)
	}
	return nil
}

// once refuses a UID of the wrong kind and one that was there before.
func (r *rules) once(prefix models.Prefix, uid string) error {
	if !prefix.Has(uid) {
		return errors.New("has no id of its kind")
	}
	if r.seen == nil {
		r.seen = map[string]bool{}
	}
	if r.seen[uid] {
		return errors.New("is there twice")
	}
	r.seen[uid] = true
	return nil
}

func (r *rules) label(form labelForm) (models.Label, error) {
	if form.Key == "" || form.Key == models.NoLabel {
		return models.Label{}, errors.New("is a label without a key")
	}
	var keys []string
	for _, field := range form.Fields {
		if field.Key == "" || slices.Contains(keys, field.Key) {
			return models.Label{}, errors.New("has a detail without a key of its own")
		}
		keys = append(keys, field.Key)
	}
	return form.label(), r.once(models.PrefixLabel, form.UID)
}

func (r *rules) annotator(form annotatorForm) (models.Annotator, error) {
	if clean, err := models.CleanName(form.Name); err != nil || clean != form.Name {
		return models.Annotator{}, errors.New("has no usable name")
	}
	if !slices.Contains(roles, form.Role) {
		return models.Annotator{}, errors.New("has an unknown role")
	}
	return form.annotator(), r.once(models.PrefixAnnotator, form.UID)
}

var roles = []models.Role{models.RoleAnnotator, models.RoleReviewer, models.RoleLead, models.RoleGold}

func (r *rules) article(form articleForm) (models.BundleArticle, error) {
	sum := sha256.Sum256([]byte(form.Text))
	if form.TextSHA256 != hex.EncodeToString(sum[:]) {
		return models.BundleArticle{}, errors.New("has a text that is not its own")
	}
	length := utf8.RuneCountInString(form.Text)
	for _, block := range form.Blocks {
		if !slices.Contains(blockKinds, block.Kind) || block.Start < 0 || block.End < block.Start || block.End > length {
			return models.BundleArticle{}, errors.New("has a paragraph outside its text")
		}
	}
	end := 0
	for _, s := range form.Sentences {
		inBlock := s.Block >= 0 && s.Block < len(form.Blocks)
		if !inBlock || s.Start < end || s.End <= s.Start || s.End > length {
			return models.BundleArticle{}, errors.New("has a sentence outside its text or over another one")
		}
		end = s.End
	}
	return form.article(), r.once(models.PrefixArticle, form.UID)
}

var blockKinds = []models.BlockKind{
	models.BlockTitle, models.BlockSubtitle, models.BlockByline, models.BlockHeading, models.BlockParagraph,
	models.BlockListItem, models.BlockQuote, models.BlockCaption, models.BlockTableRow,
}

func (r *rules) revision(form revisionForm) (models.Event, error) {
	prefix, known := entities[form.Entity]
	switch {
	case !known:
		return models.Event{}, fmt.Errorf("is about something unknown (%q)", form.Entity)
	case !slices.Contains(travelling, form.Kind):
		return models.Event{}, fmt.Errorf("is a step that does not travel (%q)", form.Kind)
	case !prefix.Has(form.EntityUID) || !models.PrefixGroup.Has(form.GroupUID) || form.DeviceUID == "" || form.Version <= 0:
		return models.Event{}, errors.New("does not say what was done, by whom and when")
	case !isObject(form.After), form.Before != "" && !isObject(form.Before):
		return models.Event{}, errors.New("has no readable state before or after")
	}
	return form.revision(), r.once(models.PrefixEvent, form.UID)
}

// entities are what a package may tell the history of, with the prefixes of
// their UIDs. The codebook of a project is its own.
var entities = map[models.Entity]models.Prefix{
	models.EntityAnnotation:   models.PrefixAnnotation,
	models.EntityReading:      models.PrefixReading,
	models.EntityProgress:     models.PrefixProgress,
	models.EntityArticle:      models.PrefixArticle,
	models.EntityAnnotator:    models.PrefixAnnotator,
	models.EntityDecision:     models.PrefixDecision,
	models.EntityResponse:     models.PrefixResponse,
	models.EntityOutcome:      models.PrefixOutcome,
	models.EntitySegmentation: models.PrefixCutting,
	models.EntityBlock:        models.PrefixBlock,
}

// travelling are the kinds of steps that a package tells of; a merge is of one
// project's file alone.
var travelling = []models.EventKind{models.KindDo, models.KindUndo, models.KindRedo, models.KindImport}

func isObject(snapshot string) bool {
	return len(snapshot) > 0 && snapshot[0] == '{' && json.Valid([]byte(snapshot))
}

func (r *rules) exposure(form exposureForm) (models.BundleExposure, error) {
	people := models.PrefixAnnotator.Has(form.Annotator) && models.PrefixAnnotator.Has(form.Layer)
	if !people || !models.PrefixArticle.Has(form.Article) || form.Start < 0 || form.End <= form.Start {
		return models.BundleExposure{}, errors.New("does not say who saw what")
	}
	return form.exposure(), nil
}

// acceptable holds the whole against the manifest.
func acceptable(m Manifest, b models.Bundle) error {
	if m.Kind != KindReview && m.Kind != KindAnswer {
		return fmt.Errorf("the kind %q is unknown", m.Kind)
	}
	if !models.PrefixProject.Has(b.ProjectUID) {
		return errors.New("the project has no id")
	}
	return nil
}
