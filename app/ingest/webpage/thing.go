package webpage

import (
	"strings"

	"golang.org/x/net/html"
)

// thing is an object of the vocabulary of schema.org, as a page's linked data
// describe it.
type thing map[string]any

// holders are the properties in which the thing that a page is about hides.
var holders = []string{"@graph", "mainEntity", "mainEntityOfPage"}

// maxThings is how many things of one page are looked at.
const maxThings = 1_000

func appendThings(all []thing, value any) []thing {
	if len(all) >= maxThings {
		return all
	}
	switch value := value.(type) {
	case []any:
		for _, one := range value {
			all = appendThings(all, one)
		}
	case map[string]any:
		all = append(all, value)
		for _, holder := range holders {
			all = appendThings(all, value[holder])
		}
	}
	return all
}

// text returns a property that is a string, on one line.
func (t thing) text(property string) string {
	value, ok := t[property].(string)
	if !ok || len(value) > maxField {
		return ""
	}
	return line(html.UnescapeString(value))
}

// types returns the types of a thing; most have one.
func (t thing) types() []string {
	switch value := t["@type"].(type) {
	case string:
		return []string{value}
	case []any:
		var types []string
		for _, one := range value {
			if name, ok := one.(string); ok {
				types = append(types, name)
			}
		}
		return types
	}
	return nil
}

// isArticle reports whether a thing is of a type that has an author and a
// headline.
func (t thing) isArticle() bool {
	for _, name := range t.types() {
		for _, kind := range []string{"Article", "BlogPosting", "Report", "Recipe"} {
			if strings.Contains(name, kind) {
				return true
			}
		}
	}
	return false
}

// people returns the names of the people that a property stands for.
// Organisations are no authors.
func people(value any) []string {
	switch value := value.(type) {
	case string:
		if name := line(html.UnescapeString(value)); name != "" && len(name) <= maxField && !strings.Contains(name, "://") {
			return []string{name}
		}
	case []any:
		var names []string
		for _, one := range value {
			names = append(names, people(one)...)
		}
		return names
	case map[string]any:
		for _, name := range thing(value).types() {
			if strings.Contains(name, "Organization") {
				return nil
			}
		}
		return people(value["name"])
	}
	return nil
}
