package models

import (
	"encoding/json"
	"slices"
)

// FieldType is the type of a detail.
type FieldType string

// The types of details.
const (
	FieldText   FieldType = "text"
	FieldNumber FieldType = "number"
	FieldDate   FieldType = "date" // a day, month, year or interval, with the wording kept
	FieldChoice FieldType = "choice"
	FieldBool   FieldType = "bool"
	FieldPerson FieldType = "person"
)

// Label is one category of the codebook, as this project uses it. It is
// archived, never deleted.
type Label struct {
	ID         int64 `gorm:"primaryKey"`
	UID        string
	ProjectID  int64
	Key        string // stable: "commitment", "statistic", "claim"
	Name       string // as shown
	Definition string
	Shortcut   string // the key that toggles it
	Color      string
	Position   int
	Version    int64
	CreatedAt  int64
	ArchivedAt *int64
	Fields     []Field `gorm:"foreignKey:LabelID"`
}

// Field is one typed detail of a label.
type Field struct {
	ID         int64 `gorm:"primaryKey"`
	UID        string
	LabelID    int64
	Key        string // stable, unique within the label
	Name       string
	Type       FieldType
	Required   bool
	Repeats    bool   // may hold several rows, see [Detail.N]
	Options    string // JSON array of the keys of a choice
	Position   int
	Version    int64
	ArchivedAt *int64
}

// TableName is the table of [Field].
func (Field) TableName() string { return "label_fields" }

// Choices returns the keys that a choice field allows, nil for other types.
func (f Field) Choices() []string {
	var keys []string
	if f.Type != FieldChoice || json.Unmarshal([]byte(f.Options), &keys) != nil {
		return nil
	}
	return keys
}

// Codebook is the codebook as data: what the labels mean and which details
// each carries. Forms, columns, help pages and checks are made from it.
type Codebook struct {
	Version   string          `json:"version"`
	General   []string        `json:"general"`              // rules for all labels
	TieBreaks []string        `json:"tie_breaks,omitempty"` // for sentences that two labels could take; the first that fits decides
	Labels    []CodebookLabel `json:"labels"`
}

// CodebookLabel is one label of a [Codebook].
type CodebookLabel struct {
	Key        string          `json:"key"`
	Name       string          `json:"name"`
	Shortcut   string          `json:"shortcut"`
	Badge      string          `json:"badge"` // one letter that stands for it without colour
	Definition string          `json:"definition"`
	Include    []string        `json:"include"`
	Exclude    []string        `json:"exclude"`
	Positive   []string        `json:"positive"`
	Negative   []string        `json:"negative"`
	Fields     []CodebookField `json:"fields"`
}

// CodebookField is one field of a [CodebookLabel]. Repeating fields of the same
// group are the columns of one small table: their values with the same
// [Detail.N] belong together, as a figure and its unit do.
type CodebookField struct {
	Key     string    `json:"key"`
	Name    string    `json:"name"`
	Type    FieldType `json:"type"`
	Repeats bool      `json:"repeats,omitempty"`
	Group   string    `json:"group,omitempty"`
	Options []string  `json:"options,omitempty"`
	Hint    string    `json:"hint,omitempty"`
}

// ParseCodebook reads a codebook in JSON. The error has [CodeInvalid] when it
// is no JSON, has no version or label, repeats a key, has a choice without
// options, or groups a field that does not repeat.
func ParseCodebook(data []byte) (Codebook, error) {
	var book Codebook
	if err := json.Unmarshal(data, &book); err != nil {
		return Codebook{}, Errorf(CodeInvalid, "The codebook is not readable as JSON.").Because(err)
	}
	if book.Version == "" || len(book.Labels) == 0 {
		return Codebook{}, Errorf(CodeInvalid, "The codebook has no version or no label.")
	}
	var keys []string
	for _, label := range book.Labels {
		if label.Key == "" || slices.Contains(keys, label.Key) {
			return Codebook{}, Errorf(CodeInvalid, "The codebook has a label without a key of its own: %q.", label.Key)
		}
		keys = append(keys, label.Key)
		if err := checkFields(label); err != nil {
			return Codebook{}, err
		}
	}
	return book, nil
}

func checkFields(label CodebookLabel) error {
	var keys []string
	for _, field := range label.Fields {
		if field.Key == "" || slices.Contains(keys, field.Key) {
			return Errorf(CodeInvalid, "The label %q has a field without a key of its own: %q.", label.Key, field.Key)
		}
		keys = append(keys, field.Key)
		if field.Type == FieldChoice && len(field.Options) == 0 {
			return Errorf(CodeInvalid, "The choice %q of the label %q has no options.", field.Key, label.Key)
		}
		if field.Group != "" && !field.Repeats {
			return Errorf(CodeInvalid, "The field %q of the label %q is in a group but does not repeat.", field.Key, label.Key)
		}
	}
	return nil
}

// Label returns the label with this key.
func (c Codebook) Label(key string) (CodebookLabel, bool) {
	for _, label := range c.Labels {
		if label.Key == key {
			return label, true
		}
	}
	return CodebookLabel{}, false
}
