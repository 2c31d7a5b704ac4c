package store

import (
	"reflect"
	"testing"

	"glossator/models"
)

// What is saved many at once is saved as whole as one by one. A new part of a
// snapshot has to be added here.
func TestNewcomersAreSavedWhole(t *testing.T) {
	t.Parallel()
	c := openCopy(t, ancestor(t, 1, 1), "dv-a")
	start, end, value := 2, 5, 7.5
	annotation := annotationSnapshot{
		Article: c.articleUID(t), End: len("Sentence 1 of article 0."), Annotator: c.actors[0].AnnotatorUID, Label: "commitment",
		PartStart: &start, PartEnd: &end, Quote: "nte", Note: "note", Confidence: models.ConfidenceHigh, Origin: models.OriginImported,
		Codebook: "1", Extra: models.NewExtra(map[string]string{"a": "b"}), CreatedAt: 3, DeletedAt: 4,
		Details: []detailSnapshot{{Field: "actor", N: 1, Text: "x", Num: &value, ISO: "2030"}},
	}
	reading := readingSnapshot{
		Article: annotation.Article, End: annotation.End, Annotator: annotation.Annotator, Extra: annotation.Extra, CreatedAt: 3, DeletedAt: 4,
	}
	wholly(t, c, models.EntityAnnotation, annotation)
	wholly(t, c, models.EntityReading, reading)
}

// wholly holds that a snapshot is the same after it was saved; every part of it
// but the first offset must be given.
func wholly[T any](t *testing.T, c *copyOf, entity models.Entity, snapshot T) {
	t.Helper()
	values := reflect.ValueOf(snapshot)
	for i := range values.NumField() {
		if name := values.Type().Field(i).Name; values.Field(i).IsZero() && name != "Start" {
			t.Errorf("%s: %s is not looked at", entity, name)
		}
	}
	want, err := encode(snapshot)
	if err != nil {
		t.Fatal(err)
	}
	mark := stamp{version: 5, device: "dv-b", at: 6, fresh: true}
	if err := codecs[entity].saveNew(c.db, []newcomer{{uid: "x-1", snapshot: want, mark: mark}}); err != nil {
		t.Fatal(err)
	}
	if got, err := codecs[entity].loadOne(c.db, "x-1"); err != nil || got != want {
		t.Errorf("%s became\n%s\n%s %v", entity, want, got, err)
	}
}
