package locale_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"glossator/assets"
	"glossator/models"
)

const root = "../../.."

// categories are the plural categories of whole numbers, by Unicode CLDR.
var categories = map[string][]string{"ru": {"few", "many", "one"}, "kk": {"one", "other"}}

// entry is what a catalogue has for a text: one translation, or forms.
type entry struct {
	text  string
	forms map[string]string
}

func (e *entry) UnmarshalJSON(data []byte) error {
	if json.Unmarshal(data, &e.text) == nil {
		return nil
	}
	return json.Unmarshal(data, &e.forms)
}

func (e entry) all() []string {
	if e.forms == nil {
		return []string{e.text}
	}
	return slices.Sorted(maps.Values(e.forms))
}

func load(t *testing.T, file []byte) map[string]entry {
	t.Helper()
	var entries map[string]entry
	if err := json.Unmarshal(file, &entries); err != nil {
		t.Fatal(err)
	}
	return entries
}

func TestCataloguesAreComplete(t *testing.T) {
	t.Parallel()
	found := collect(t, root)
	for code, wanted := range categories {
		t.Run(code, func(t *testing.T) {
			t.Parallel()
			entries := load(t, assets.Catalogue(code))
			for _, text := range slices.Sorted(maps.Keys(found)) {
				if !speaks(text) {
					continue
				}
				known, ok := entries[text]
				if !ok {
					t.Errorf("missing: %q, used at %s", text, found[text].at)
					continue
				}
				checkForms(t, text, *found[text], known, wanted)
				for _, translation := range known.all() {
					checkPair(t, text, translation)
				}
			}
			for text := range entries {
				if found[text] == nil {
					t.Errorf("unused: %q", text)
				}
			}
		})
	}
}

// speaks reports whether a text has words; a format such as "%s, %s" needs no
// translation.
func speaks(text string) bool {
	return regexp.MustCompile(`\pL`).MatchString(verbs.ReplaceAllString(text, ""))
}

func checkForms(t *testing.T, text string, use uses, known entry, wanted []string) {
	t.Helper()
	has := slices.Sorted(maps.Keys(known.forms))
	switch {
	case use.plain && use.counted:
		t.Errorf("%q is counted at one place and not at another; say it differently (%s)", text, use.at)
	case use.counted && !slices.Equal(has, wanted):
		t.Errorf("%q has the forms %v, want %v", text, has, wanted)
	case use.plain && known.forms != nil:
		t.Errorf("%q has forms and is never counted", text)
	case use.table && known.forms != nil && !slices.Equal(has, wanted):
		t.Errorf("%q has the forms %v, want %v", text, has, wanted)
	}
	if one := verbsOf(use.one); use.counted && len(one) > 0 && !slices.Equal(verbsOf(text), one) {
		t.Errorf("%q and %q take different values", use.one, text)
	}
}

// verbs are those of package fmt, and the names in braces that a text fills in.
var verbs = regexp.MustCompile(`%(?:\[(\d+)\])?[-+# 0]*\d*(?:\.\d+)?([a-zA-Z%])|\{[a-z]+\}`)

// verbsOf returns the verbs with the number of the value that each takes.
func verbsOf(text string) []string {
	var list []string
	place := 0
	for _, match := range verbs.FindAllStringSubmatch(text, -1) {
		switch {
		case match[2] == "":
			list = append(list, match[0])
			continue
		case match[2] == "%":
			continue
		case match[1] != "":
			place, _ = strconv.Atoi(match[1])
		default:
			place++
		}
		list = append(list, fmt.Sprint(place, match[2]))
	}
	slices.Sort(list)
	return list
}

// checkPair holds a translation against its text.
func checkPair(t *testing.T, text, translation string) {
	t.Helper()
	if strings.TrimSpace(translation) == "" {
		t.Errorf("%q is translated by nothing", text)
	}
	if !slices.Equal(verbsOf(text), verbsOf(translation)) {
		t.Errorf("%q takes the values %v, %q takes %v", text, verbsOf(text), translation, verbsOf(translation))
	}
	for _, end := range []string{"…", " ", "\n"} {
		if strings.HasSuffix(text, end) != strings.HasSuffix(translation, end) || strings.HasPrefix(text, end) != strings.HasPrefix(translation, end) {
			t.Errorf("%q and %q do not begin or end alike", text, translation)
		}
	}
	if sentence := strings.HasSuffix(text, "."); sentence != strings.HasSuffix(translation, ".") && !strings.HasSuffix(translation, ".)") {
		t.Errorf("only one of %q and %q ends with a full stop", text, translation)
	}
}

func TestCodebookIsTranslatedWhole(t *testing.T) {
	t.Parallel()
	texts := codebookTexts(t)
	for code := range categories {
		var entries map[string]string
		if err := json.Unmarshal(assets.CodebookTexts(code), &entries); err != nil {
			t.Fatal(err)
		}
		for text := range texts {
			if entries[text] == "" {
				t.Errorf("%s: missing: %q", code, text)
			}
		}
		for text := range entries {
			if !texts[text] {
				t.Errorf("%s: unused: %q", code, text)
			}
		}
	}
}

// codebookTexts are the names, hints, choices and rules of the built-in
// codebook. Its examples are sentences of English articles and stay so.
func codebookTexts(t *testing.T) map[string]bool {
	t.Helper()
	book, err := models.ParseCodebook(assets.CodebookJSON())
	if err != nil {
		t.Fatal(err)
	}
	list := slices.Concat(book.General, book.TieBreaks)
	for _, label := range book.Labels {
		list = slices.Concat(list, []string{label.Name, label.Definition}, label.Include, label.Exclude)
		for _, field := range label.Fields {
			list = append(list, field.Name, field.Hint)
			for _, option := range field.Options {
				if words := strings.ReplaceAll(option, "_", " "); speaks(words) {
					list = append(list, words)
				}
			}
		}
	}
	texts := map[string]bool{}
	for _, text := range list {
		texts[text] = true
	}
	return texts
}

// TestCataloguesAreInOrder keeps the files sorted, without a text that stands
// there twice, so that two people can work on them.
func TestCataloguesAreInOrder(t *testing.T) {
	t.Parallel()
	for code := range categories {
		for _, name := range []string{code + ".json", "codebook." + code + ".json"} {
			file, err := os.ReadFile(root + "/assets/locale/" + name)
			if err != nil {
				t.Fatal(err)
			}
			var entries map[string]any
			if err := json.Unmarshal(file, &entries); err != nil {
				t.Fatal(err)
			}
			var ordered bytes.Buffer
			encoder := json.NewEncoder(&ordered)
			encoder.SetEscapeHTML(false)
			encoder.SetIndent("", "  ")
			if err := encoder.Encode(entries); err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(file, ordered.Bytes()) {
				t.Errorf("%s is not sorted, or holds a text twice", name)
			}
		}
	}
}
