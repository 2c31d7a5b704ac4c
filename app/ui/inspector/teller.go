package inspector

import (
	"cmp"
	"encoding/json"
	"slices"
	"strings"
	"time"

	"glossator/models"
)

// teller puts history into words.
type teller struct {
	labels []models.Label
	names  map[string]string // annotators by UID
	now    time.Time
}

// snapshot is what the history keeps of an annotation, as far as it is told.
type snapshot struct {
	Label   string `json:"label"`
	Note    string `json:"note"`
	Details []struct {
		Field string `json:"field"`
		N     int    `json:"n"`
		Text  string `json:"text"`
	} `json:"details"`
	DeletedAt int64 `json:"deleted_at"`
}

// line tells one event: when, who, what, and how it came about.
func (t teller) line(event models.Event) string {
	who := t.names[event.ActorUID]
	if who == "" {
		who = textColleague
	}
	return textEvent(when(event.At, t.now), who, t.deed(event), textKinds[event.Kind])
}

func (t teller) deed(event models.Event) string {
	before, after := parse(event.Before), parse(event.After)
	there := event.After != "" && after.DeletedAt == 0
	was := event.Before != "" && before.DeletedAt == 0
	switch event.Entity {
	case models.EntityReading:
		if there {
			return textDeedEmpty
		}
		return textDeedNotEmpty
	case models.EntityDecision:
		return textDeedDecision
	case models.EntityAnnotation, models.EntityProgress, models.EntityArticle, models.EntityAnnotator:
	}
	label := t.label(cmp.Or(after.Label, before.Label))
	switch {
	case there && !was:
		return textDeedOn(label.Name)
	case was && !there:
		return textDeedOff(label.Name)
	default:
		return textDeedChanged(label.Name, t.changes(label, before, after))
	}
}

// changes lists the parts of an annotation that differ.
func (t teller) changes(label models.Label, before, after snapshot) []string {
	var parts []string
	values := func(s snapshot, key string) string {
		var rows []string
		for _, d := range s.Details {
			if d.Field == key {
				rows = append(rows, d.Text)
			}
		}
		return strings.Join(rows, ", ")
	}
	for _, fd := range label.Fields {
		old, now := values(before, fd.Key), values(after, fd.Key)
		if old != now {
			parts = append(parts, textChange(fd, old, now))
		}
	}
	if before.Note != after.Note {
		parts = append(parts, textNoteChange(after.Note))
	}
	return parts
}

// label returns the label of a key; one that is gone is named by its key.
func (t teller) label(key string) models.Label {
	at := slices.IndexFunc(t.labels, func(l models.Label) bool { return l.Key == key })
	if at < 0 {
		return models.Label{Key: key, Name: key}
	}
	return t.labels[at]
}

// parse reads a snapshot; one that cannot be read tells nothing.
func parse(text string) snapshot {
	var s snapshot
	if text == "" || json.Unmarshal([]byte(text), &s) != nil {
		return snapshot{}
	}
	return s
}
