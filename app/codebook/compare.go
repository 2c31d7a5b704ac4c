package codebook

import (
	"slices"
	"strings"

	"glossator/models"
)

// Change is one thing that another codebook would do differently.
type Change struct {
	Label   string      // key; empty: it is about all labels
	Text    models.Text // what would change, in a sentence
	Meaning bool        // it may change what the label means, so that tags are to be looked at again
}

// Compare says what would change in a project that takes over another codebook,
// in the order of that one, archived labels last.
func Compare(old, next models.Codebook) []Change {
	var changes []Change
	if !slices.Equal(old.General, next.General) {
		changes = append(changes, Change{Text: models.Textf("The rules for all labels are other ones."), Meaning: true})
	}
	if !slices.Equal(old.TieBreaks, next.TieBreaks) {
		changes = append(changes, Change{Text: models.Textf("What decides between two labels is another rule."), Meaning: true})
	}
	for _, label := range next.Labels {
		before, there := old.Label(label.Key)
		if !there {
			changes = append(changes, Change{Label: label.Key, Text: models.Textf("New label: %s.", label.Name)})
			continue
		}
		changes = append(changes, compareLabels(before, label)...)
	}
	for _, label := range old.Labels {
		if _, stays := next.Label(label.Key); !stays {
			changes = append(changes, Change{Label: label.Key, Text: models.Textf("The label %s is archived; its tags stay.", label.Name)})
		}
	}
	if moved(old, next) {
		changes = append(changes, Change{Text: models.Textf("The labels stand in another order.")})
	}
	return changes
}

// Changed returns the keys of the labels whose meaning such changes may touch:
// all of them where a rule for all labels is another one.
func Changed(changes []Change, next models.Codebook) []string {
	var keys []string
	for _, label := range next.Labels {
		touched := func(c Change) bool { return c.Meaning && (c.Label == "" || c.Label == label.Key) }
		if slices.ContainsFunc(changes, touched) {
			keys = append(keys, label.Key)
		}
	}
	return keys
}

// aspects are the parts of a label that are compared one by one.
//
//locale:texts format
var aspects = []struct {
	format  string // a sentence about a label by its name
	meaning bool
	get     func(models.CodebookLabel) string
}{
	{"%s: the definition is another one.", true, func(l models.CodebookLabel) string { return l.Definition }},
	{"%s: what it includes is another list.", true, func(l models.CodebookLabel) string { return join(l.Include) }},
	{"%s: what it leaves out is another list.", true, func(l models.CodebookLabel) string { return join(l.Exclude) }},
	{"%s: the examples are other ones.", false, func(l models.CodebookLabel) string { return join(l.Positive) }},
	{"%s: the counter-examples are other ones.", false, func(l models.CodebookLabel) string { return join(l.Negative) }},
	{"%s: the shortcut is another key.", false, func(l models.CodebookLabel) string { return l.Shortcut }},
	{"%s: the badge is another letter.", false, func(l models.CodebookLabel) string { return l.Badge }},
	{"%s: the colour is another one.", false, func(l models.CodebookLabel) string { return strings.ToLower(l.Color) }},
}

func compareLabels(before, after models.CodebookLabel) []Change {
	var changes []Change
	add := func(meaning bool, text models.Text) {
		changes = append(changes, Change{Label: after.Key, Text: text, Meaning: meaning})
	}
	if before.Name != after.Name {
		add(false, models.Textf("%s is now called %s.", before.Name, after.Name))
	}
	for _, aspect := range aspects {
		if aspect.get(before) != aspect.get(after) {
			add(aspect.meaning, models.Textf(aspect.format, after.Name))
		}
	}
	for _, field := range after.Fields {
		old, there := before.Field(field.Key)
		switch {
		case !there:
			add(false, models.Textf("%s: new field %s.", after.Name, field.Name))
		case gone(old.Options, field.Options):
			add(true, models.Textf("%s: the field %s loses choices.", after.Name, field.Name))
		case !sameField(old, field):
			add(false, models.Textf("%s: the field %s is worded or arranged otherwise.", after.Name, field.Name))
		}
	}
	for _, field := range before.Fields {
		if _, stays := after.Field(field.Key); !stays {
			add(false, models.Textf("%s: the field %s is archived; what stands in it stays.", after.Name, field.Name))
		}
	}
	if movedKeys(fieldKeys(before), fieldKeys(after)) {
		add(false, models.Textf("%s: the fields stand in another order.", after.Name))
	}
	return changes
}

func sameField(a, b models.CodebookField) bool {
	return a.Name == b.Name && a.Type == b.Type && a.Repeats == b.Repeats && a.Group == b.Group && a.Hint == b.Hint &&
		slices.Equal(a.Options, b.Options)
}

// gone reports whether an option of the old list is not in the new one.
func gone(old, next []string) bool {
	return slices.ContainsFunc(old, func(option string) bool { return !slices.Contains(next, option) })
}

func moved(old, next models.Codebook) bool { return movedKeys(labelKeys(old), labelKeys(next)) }

// movedKeys reports whether what both lists have stands in another order.
func movedKeys(old, next []string) bool {
	shared := func(list, other []string) []string {
		return slices.DeleteFunc(slices.Clone(list), func(key string) bool { return !slices.Contains(other, key) })
	}
	return !slices.Equal(shared(old, next), shared(next, old))
}

func labelKeys(book models.Codebook) []string {
	var keys []string
	for _, label := range book.Labels {
		keys = append(keys, label.Key)
	}
	return keys
}

func fieldKeys(label models.CodebookLabel) []string {
	var keys []string
	for _, field := range label.Fields {
		keys = append(keys, field.Key)
	}
	return keys
}
