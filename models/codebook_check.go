package models

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// The limits of a codebook. They keep a form usable and a file that is no
// codebook from filling the project.
const (
	MaxLabels       = 30
	MaxFields       = 60   // of a label
	MaxOptions      = 200  // of a choice
	MaxCodebookText = 4000 // code points of a definition, a rule or an example
	MaxCodebookName = 80   // code points of a name, a key or an option
)

// keyShape is what keys look like: they are names of columns in exports.
var keyShape = regexp.MustCompile(`^[a-z][a-z0-9_]*$`)

// colourShape is a colour as it is kept.
var colourShape = regexp.MustCompile(`^#[0-9a-fA-F]{6}$`)

// ParseCodebook reads a codebook in JSON. The error has [CodeInvalid] when it
// is no JSON, and is that of [Codebook.Check] otherwise.
func ParseCodebook(data []byte) (Codebook, error) {
	var book Codebook
	if err := json.Unmarshal(data, &book); err != nil {
		return Codebook{}, Errorf(CodeInvalid, "The codebook is not readable as JSON.").Because(err)
	}
	if err := book.Check(); err != nil {
		return Codebook{}, err
	}
	return book, nil
}

// Check says in a sentence what keeps the codebook from being used: no version
// or label, a key that is missing, repeated or no plain word, two labels with
// one shortcut, a choice without options, a group with a field that does not
// repeat, or something beyond the limits. The error has [CodeInvalid].
func (c Codebook) Check() error {
	if c.Version == "" || len(c.Labels) == 0 {
		return Errorf(CodeInvalid, "The codebook has no version or no label.")
	}
	if len(c.Labels) > MaxLabels {
		return Errorf(CodeInvalid, "The codebook has %d labels; at most %d can be used.", len(c.Labels), MaxLabels)
	}
	if err := checkTexts(Textf("rules for all labels"), c.General, c.TieBreaks); err != nil {
		return err
	}
	keys, shortcuts := map[string]bool{}, map[string]string{}
	for _, label := range c.Labels {
		if label.Key == "" || keys[label.Key] {
			return Errorf(CodeInvalid, "The codebook has a label without a key of its own: %q.", label.Key)
		}
		keys[label.Key] = true
		if err := label.check(); err != nil {
			return err
		}
		if other := shortcuts[label.Shortcut]; label.Shortcut != "" && other != "" {
			return Errorf(CodeInvalid,
				"The labels %q and %q have the same shortcut %q; give one of them another.", other, label.Name, label.Shortcut)
		}
		shortcuts[label.Shortcut] = label.Name
	}
	return nil
}

func (l CodebookLabel) check() error {
	switch {
	case l.Key == NoLabel || !plainKey(l.Key):
		return Errorf(CodeInvalid, "The key %q of a label is not usable; keys are small letters a to z, digits and _.", l.Key)
	case strings.TrimSpace(l.Name) == "" || utf8.RuneCountInString(l.Name) > MaxCodebookName:
		return Errorf(CodeInvalid, "The label %q needs a name of 1 to %d characters.", l.Key, MaxCodebookName)
	case utf8.RuneCountInString(l.Shortcut) > 1 || utf8.RuneCountInString(l.Badge) > 1:
		return Errorf(CodeInvalid, "The shortcut and the badge of the label %q are one character each.", l.Name)
	case l.Color != "" && !colourShape.MatchString(l.Color):
		return Errorf(CodeInvalid, "The colour %q of the label %q is not written as #rrggbb.", l.Color, l.Name)
	case len(l.Fields) > MaxFields:
		return Errorf(CodeInvalid, "The label %q has %d fields; at most %d can be used.", l.Name, len(l.Fields), MaxFields)
	}
	if err := checkTexts(Textf("label “%s”", l.Name), []string{l.Definition}, l.Include, l.Exclude, l.Positive, l.Negative); err != nil {
		return err
	}
	return checkFields(l)
}

// checkTexts looks at the length of texts of one part of a codebook.
func checkTexts(part Text, lists ...[]string) error {
	for _, text := range slices.Concat(lists...) {
		if utf8.RuneCountInString(text) > MaxCodebookText {
			return Errorf(CodeInvalid, "A text of the %s is longer than %d characters; shorten it.", part, MaxCodebookText)
		}
	}
	return nil
}

func checkFields(label CodebookLabel) error {
	var keys []string
	for _, field := range label.Fields {
		if field.Key == "" || slices.Contains(keys, field.Key) {
			return Errorf(CodeInvalid, "The label %q has a field without a key of its own: %q.", label.Key, field.Key)
		}
		keys = append(keys, field.Key)
		if err := field.check(label); err != nil {
			return err
		}
	}
	return nil
}

func (f CodebookField) check(label CodebookLabel) error {
	switch {
	case !plainKey(f.Key):
		return Errorf(CodeInvalid, "The key %q of a field is not usable; keys are small letters a to z, digits and _.", f.Key)
	case !slices.Contains(FieldTypes(), f.Type):
		return Errorf(CodeInvalid, "The field %q of the label %q is of the unknown type %q.", f.Key, label.Key, f.Type)
	case utf8.RuneCountInString(f.Name) > MaxCodebookName || utf8.RuneCountInString(f.Hint) > MaxCodebookText:
		return Errorf(CodeInvalid, "The name or hint of the field %q is too long; shorten it.", f.Key)
	case f.Type == FieldChoice && len(f.Options) == 0:
		return Errorf(CodeInvalid, "The choice %q of the label %q has no options.", f.Key, label.Key)
	case len(f.Options) > MaxOptions:
		return Errorf(CodeInvalid, "The choice %q has %d options; at most %d can be used.", f.Key, len(f.Options), MaxOptions)
	case f.Group != "" && !f.Repeats:
		return Errorf(CodeInvalid, "The field %q of the label %q is in a group but does not repeat.", f.Key, label.Key)
	}
	seen := map[string]bool{}
	for _, option := range f.Options {
		if option != strings.TrimSpace(option) || option == "" || seen[option] || utf8.RuneCountInString(option) > MaxCodebookName {
			return Errorf(CodeInvalid, "The options of the choice %q are not all short words of their own: %q.", f.Key, option)
		}
		seen[option] = true
	}
	return nil
}

func plainKey(key string) bool { return len(key) <= MaxCodebookName && keyShape.MatchString(key) }

// FieldTypes returns all types of details, the plainest first.
func FieldTypes() []FieldType {
	return []FieldType{FieldText, FieldNumber, FieldDate, FieldChoice, FieldBool, FieldPerson}
}
