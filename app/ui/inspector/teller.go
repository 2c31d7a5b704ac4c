package inspector

import (
	"cmp"
	"encoding/json"
	"slices"
	"strings"
	"time"

	"glossator/app/ui/locale"
	"glossator/app/ui/moment"
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
	DeletedAt int64    `json:"deleted_at"`
	Kept      bool     `json:"kept"` // of the answer to a suggestion
	Annotator string   `json:"annotator"`
	Start     int      `json:"start"` // of the sentence, in code points
	End       int      `json:"end"`
	Sentences [][2]int `json:"sentences"` // of a paragraph that was repaired
}

// line tells one event: when, who, what, and how it came about.
func (t teller) line(event models.Event) string {
	who := t.names[event.ActorUID]
	if who == "" {
		who = locale.T(textColleague)
	}
	return textEvent(moment.Text(event.At, t.now), who, t.deed(event), event.Kind)
}

func (t teller) deed(event models.Event) string {
	before, after := parse(event.Before), parse(event.After)
	there := event.After != "" && after.DeletedAt == 0
	was := event.Before != "" && before.DeletedAt == 0
	if event.Entity == models.EntityOutcome {
		return textAnswer(t.label(cmp.Or(after.Label, before.Label)).Name, there, after.Kept)
	}
	if text := aside(event.Entity, there, before, after); text != "" {
		return text
	}
	label := t.label(cmp.Or(after.Label, before.Label))
	switch {
	case there && !was:
		return textDeedOn(label.Name)
	case was && !there:
		return textDeedOff(label.Name)
	}
	changes := t.changes(label, before, after)
	if len(changes) == 0 && (before.Start != after.Start || before.End != after.End) {
		return textDeedCarried(label.Name)
	}
	return textDeedChanged(label.Name, changes)
}

// aside tells an event that is not about a label, "" when it is.
func aside(entity models.Entity, there bool, before, after snapshot) string {
	switch {
	case entity == models.EntityDecision:
		return locale.T(textDeedDecision)
	case entity == models.EntitySegmentation && len(after.Sentences) < len(before.Sentences):
		return locale.T(textDeedJoined)
	case entity == models.EntitySegmentation:
		return locale.T(textDeedSplit)
	case entity == models.EntityReading && there:
		return locale.T(textDeedEmpty)
	case entity == models.EntityReading:
		return locale.T(textDeedNotEmpty)
	}
	return ""
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
