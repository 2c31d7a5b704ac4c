package models

import "encoding/json"

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
	Shortcut   string  // the key that toggles it
	Badge      string  // one letter that stands for it without colour; empty: the first of the name
	Color      string  // "#rrggbb", or empty: by its place
	Wording    Wording `gorm:"serializer:json"`
	Position   int
	Version    int64
	CreatedAt  int64
	ArchivedAt *int64
	Fields     []Field `gorm:"foreignKey:LabelID"`
}

// Wording says what a label takes in and leaves out, in sentences.
type Wording struct {
	Include  []string `json:"include,omitempty"`
	Exclude  []string `json:"exclude,omitempty"`
	Positive []string `json:"positive,omitempty"` // examples
	Negative []string `json:"negative,omitempty"` // sentences that look like it and are not
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
	Group      string `gorm:"column:row_group"` // see [CodebookField.Group]
	Hint       string // what it is for, in a sentence
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
	// Revisions are the versions before and the present one, oldest first. None:
	// nothing has changed its meaning yet.
	Revisions []Revision `json:"revisions,omitempty"`
}

// CodebookLabel is one label of a [Codebook].
type CodebookLabel struct {
	Key        string          `json:"key"`
	Name       string          `json:"name"`
	Shortcut   string          `json:"shortcut"`
	Badge      string          `json:"badge"`           // one letter that stands for it without colour
	Color      string          `json:"color,omitempty"` // "#rrggbb", or empty: by its place
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

// Label returns the label with this key.
func (c Codebook) Label(key string) (CodebookLabel, bool) {
	for _, label := range c.Labels {
		if label.Key == key {
			return label, true
		}
	}
	return CodebookLabel{}, false
}

// Field returns the field with this key.
func (l CodebookLabel) Field(key string) (CodebookField, bool) {
	for _, field := range l.Fields {
		if field.Key == key {
			return field, true
		}
	}
	return CodebookField{}, false
}

// LabelOf returns what a project keeps of a label as a part of its codebook.
func LabelOf(label Label) CodebookLabel {
	out := CodebookLabel{
		Key: label.Key, Name: label.Name, Shortcut: label.Shortcut, Badge: label.Badge, Color: label.Color,
		Definition: label.Definition, Include: label.Wording.Include, Exclude: label.Wording.Exclude,
		Positive: label.Wording.Positive, Negative: label.Wording.Negative,
	}
	for _, f := range label.Fields {
		out.Fields = append(out.Fields, CodebookField{
			Key: f.Key, Name: f.Name, Type: f.Type, Repeats: f.Repeats, Group: f.Group, Options: f.Choices(), Hint: f.Hint,
		})
	}
	return out
}
