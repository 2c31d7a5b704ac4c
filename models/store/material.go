package store

import (
	"encoding/json"
	"fmt"

	"glossator/models"
)

// incidental are the parts of a snapshot that no person chose: two versions
// that differ in nothing else are one.
var incidental = []string{
	"created_at", "answered_at", "codebook", "origin", "sentence_count", "segmenter", "seen", "decision_version", "probability",
}

// dates are the parts of a snapshot of which only counts whether they are
// there.
var dates = []string{"finished_at", "deleted_at"}

// contested are the entities of which two versions are shown to a person. Of
// marks and answers to suggestions the later one is taken.
var contested = map[models.Entity]bool{
	models.EntityAnnotation: true, models.EntityProgress: true, models.EntityArticle: true, models.EntityAnnotator: true,
	models.EntityDecision: true, models.EntityResponse: true,
}

// material returns what a person chose of a snapshot, as a text to compare.
// All deletions of an entity are the same.
func material(entity models.Entity, snapshot string) string {
	if buried(snapshot) {
		return ""
	}
	if !contested[entity] {
		return "there"
	}
	values, err := chosenValues(snapshot)
	if err != nil {
		return snapshot
	}
	text, err := json.Marshal(values) // maps are written in the order of their keys
	if err != nil {
		return snapshot
	}
	return string(text)
}

// chosenValues reads a snapshot without what is incidental.
func chosenValues(snapshot string) (map[string]any, error) {
	var values map[string]any
	if err := json.Unmarshal([]byte(snapshot), &values); err != nil {
		return nil, fmt.Errorf("read snapshot: %w", err)
	}
	for _, key := range incidental {
		delete(values, key)
	}
	for _, key := range dates {
		if _, ok := values[key]; ok {
			values[key] = true
		}
	}
	return values, nil
}
