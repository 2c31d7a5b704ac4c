package store

import (
	"slices"

	"glossator/models"
)

// applying brings annotations into the state that a file wants, those that were
// not there many at a time.
type applying struct {
	*change

	fields map[string]map[string]models.Field // by the label's key, once they were asked for
}

// appliedAtOnce is how many annotations are looked up at once.
const appliedAtOnce = 100

// several applies some annotations.
func (c *applying) several(list []Applied) error {
	uids, readings := make([]string, len(list)), make([]string, len(list))
	for i := range list {
		a := &list[i]
		uids[i] = a.UID
		readings[i] = readingUID(place{articleUID: a.ArticleUID, start: a.Start, end: a.End}, a.AnnotatorUID)
	}
	known, err := codecs[models.EntityAnnotation].load(c.tx, uids)
	if err != nil {
		return err
	}
	var coming []newcomer
	for i := range list {
		a := &list[i]
		if known[a.UID] != "" || a.Replaces != "" {
			if err := c.one(a, known[a.UID]); err != nil {
				return err
			}
			continue
		}
		state, err := c.state(a)
		if err != nil {
			return err
		}
		after, err := encode(state)
		if err != nil {
			return err
		}
		coming = append(coming, c.newcomer(models.EntityAnnotation, a.UID, after, orNow(a.UpdatedAt, c.at)))
	}
	if err := c.enter(models.EntityAnnotation, coming); err != nil {
		return err
	}
	return c.buryAll(models.EntityReading, readings)
}

// buryAll deletes those of some entities that are there.
func (c *applying) buryAll(entity models.Entity, uids []string) error {
	slices.Sort(uids)
	uids = slices.Compact(uids)
	known, err := codecs[entity].load(c.tx, uids)
	if err != nil {
		return err
	}
	for _, uid := range uids {
		if known[uid] == "" {
			continue
		}
		if err := c.bury(entity, uid); err != nil {
			return err
		}
	}
	return nil
}

// one applies an annotation that is there, or that takes another one's place.
func (c *applying) one(a *Applied, before string) error {
	if a.Replaces != "" {
		if err := c.bury(models.EntityAnnotation, a.Replaces); err != nil {
			return err
		}
	}
	uid, before, err := slot(a, before)
	if err != nil {
		return err
	}
	state, err := c.state(a)
	if err != nil {
		return err
	}
	at := orNow(a.UpdatedAt, c.at)
	if before != "" && !buried(before) {
		old, err := decode[annotationSnapshot](before)
		if err != nil {
			return err
		}
		state.Origin, state.Codebook, state.CreatedAt, at = old.Origin, old.Codebook, old.CreatedAt, c.at
	}
	after, err := encode(state)
	if err != nil || after == before {
		return err
	}
	return c.saveAsOf(models.EntityAnnotation, uid, before, after, at)
}

// slot returns the UID under which an annotation is kept, and its snapshot
// there, empty when it is new. A deleted annotation of the same UID comes back
// if it is of the same label and layer, which never change; otherwise the
// annotation gets a UID of its own.
func slot(a *Applied, found string) (uid, before string, err error) {
	if found == "" {
		return a.UID, "", nil
	}
	state, err := decode[annotationSnapshot](found)
	if err != nil {
		return "", "", err
	}
	if state.Article == a.ArticleUID && state.Annotator == a.AnnotatorUID && state.Label == a.LabelKey {
		return a.UID, found, nil
	}
	if !buried(found) {
		return "", "", models.Errorf(models.CodeConflict,
			"Another annotation with the identity %s was made meanwhile; import the file once more.", a.UID)
	}
	return newUID(models.PrefixAnnotation), "", nil
}

// state is the snapshot of an annotation as if it were new.
func (c *applying) state(a *Applied) (annotationSnapshot, error) {
	state := a.snapshot()
	if state.Codebook == "" {
		state.Codebook = c.codebook
	}
	state.CreatedAt = orNow(state.CreatedAt, c.at)
	if len(state.Details) == 0 {
		return state, nil
	}
	fields, err := c.fieldsOf(a.LabelKey)
	if err != nil {
		return state, err
	}
	for _, d := range state.Details {
		if _, known := fields[d.Field]; !known {
			return state, models.Errorf(models.CodeNotFound, "The codebook of this project has no field %q for this label.", d.Field)
		}
	}
	state.Details = ordered(state.Details, fields)
	return state, nil
}

// fieldsOf returns the fields of a label by their keys.
func (c *applying) fieldsOf(labelKey string) (map[string]models.Field, error) {
	if fields, known := c.fields[labelKey]; known {
		return fields, nil
	}
	label, err := labelByKey(c.tx, labelKey)
	if err != nil {
		return nil, err
	}
	fields, err := fieldsOf(c.tx, label.ID)
	c.fields[labelKey] = fields
	return fields, err
}

// orNow is a time in milliseconds, or now where it is 0.
func orNow(at, now int64) int64 {
	if at == 0 {
		return now
	}
	return at
}
