package assets_test

import (
	"bytes"
	"image/png"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"glossator/assets"
	"glossator/models"
)

var (
	lowerSnakeCase = regexp.MustCompile(`^[a-z][a-z0-9]*(_[a-z0-9]+)*$`)
	optionKey      = regexp.MustCompile(`^[a-z0-9]+(_[a-z0-9]+)*$`)
)

// parse returns the embedded codebook.
func parse(t *testing.T) models.Codebook {
	t.Helper()
	book, err := models.ParseCodebook(assets.CodebookJSON())
	if err != nil {
		t.Fatalf("ParseCodebook: %v", err)
	}
	return book
}

func TestCodebookHasTheThreeLabels(t *testing.T) {
	t.Parallel()
	want := []struct{ key, shortcut, badge string }{
		{"commitment", "1", "C"},
		{"statistic", "2", "S"},
		{"claim", "3", "L"},
	}
	book := parse(t)
	if book.Version != "1.0" {
		t.Errorf("version = %q, want 1.0", book.Version)
	}
	if len(book.General) == 0 || len(book.TieBreaks) == 0 {
		t.Errorf("%d general rules and %d tie-breaks, want some of both", len(book.General), len(book.TieBreaks))
	}
	if len(book.Labels) != len(want) {
		t.Fatalf("%d labels, want %d", len(book.Labels), len(want))
	}
	for i, label := range book.Labels {
		if label.Key != want[i].key || label.Shortcut != want[i].shortcut || label.Badge != want[i].badge {
			t.Errorf("label %d = %q %q %q, want %v", i, label.Key, label.Shortcut, label.Badge, want[i])
		}
	}
}

func TestCodebookExplainsEveryLabel(t *testing.T) {
	t.Parallel()
	const leastRules, leastFields = 3, 8
	for _, label := range parse(t).Labels {
		if label.Name == "" || label.Definition == "" {
			t.Errorf("%s has no name or no definition", label.Key)
		}
		lists := map[string][]string{
			"include": label.Include, "exclude": label.Exclude,
			"positive": label.Positive, "negative": label.Negative,
		}
		for name, list := range lists {
			if len(list) < leastRules {
				t.Errorf("%s has %d entries in %s, want at least %d", label.Key, len(list), name, leastRules)
			}
		}
		if len(label.Fields) < leastFields {
			t.Errorf("%s has %d fields, want at least %d", label.Key, len(label.Fields), leastFields)
		}
		for _, example := range label.Positive {
			if slices.Contains(label.Negative, example) {
				t.Errorf("%s has the example %q on both sides", label.Key, example)
			}
		}
	}
}

func TestFieldsMakeSafeForms(t *testing.T) {
	t.Parallel()
	types := []models.FieldType{
		models.FieldText, models.FieldNumber, models.FieldDate,
		models.FieldChoice, models.FieldBool, models.FieldPerson,
	}
	for _, label := range parse(t).Labels {
		names := map[string]bool{}
		for _, field := range label.Fields {
			where := label.Key + "." + field.Key
			if field.Name == "" || field.Hint == "" {
				t.Errorf("%s has no name or no hint", where)
			}
			if names[field.Name] {
				t.Errorf("%s: the name %q stands twice in one form", where, field.Name)
			}
			names[field.Name] = true
			if !slices.Contains(types, field.Type) {
				t.Errorf("%s has the unknown type %q", where, field.Type)
			}
			if field.Type != models.FieldChoice && len(field.Options) > 0 {
				t.Errorf("%s is no choice and has options", where)
			}
		}
	}
}

func TestGroupsStandTogether(t *testing.T) {
	t.Parallel()
	for _, label := range parse(t).Labels {
		closed := map[string]bool{}
		last := ""
		for _, field := range label.Fields {
			if field.Group == last {
				continue
			}
			if closed[field.Group] {
				t.Errorf("%s.%s stands apart from its group %q", label.Key, field.Key, field.Group)
			}
			if last != "" {
				closed[last] = true
			}
			last = field.Group
		}
	}
}

// The columns of an export are LABEL_FIELD, with a further _number or _iso for
// numbers and dates.
func TestFieldKeysMakeSafeColumns(t *testing.T) {
	t.Parallel()
	columns := map[string]bool{}
	add := func(column string) {
		if columns[column] {
			t.Errorf("the column %s would stand twice", column)
		}
		columns[column] = true
	}
	for _, label := range parse(t).Labels {
		for _, field := range label.Fields {
			column := label.Key + "_" + field.Key
			if !lowerSnakeCase.MatchString(column) {
				t.Errorf("the column %s is not in lower_snake_case", column)
			}
			add(column)
			switch field.Type {
			case models.FieldNumber:
				add(column + "_number")
			case models.FieldDate:
				add(column + "_iso")
			case models.FieldText, models.FieldChoice, models.FieldBool, models.FieldPerson:
			}
		}
	}
}

func TestOptionsMakeSafeCells(t *testing.T) {
	t.Parallel()
	missing := []string{"na", "nan", "nil", "none", "null"} // statistics programs read these words as an empty cell
	for _, label := range parse(t).Labels {
		for _, field := range label.Fields {
			seen := map[string]bool{}
			for _, option := range field.Options {
				if !optionKey.MatchString(option) || slices.Contains(missing, option) || seen[option] {
					t.Errorf("%s.%s has the unsafe or repeated option %q", label.Key, field.Key, option)
				}
				seen[option] = true
			}
		}
	}
}

func TestSampleArticleIsCleanText(t *testing.T) {
	t.Parallel()
	name, data := assets.SampleArticle()
	if name != "welcome.txt" {
		t.Errorf("name = %q, want welcome.txt", name)
	}
	if !utf8.Valid(data) || !norm.NFC.IsNormal(data) {
		t.Error("the text is not UTF-8 in normalisation form C")
	}
	if bytes.ContainsAny(data, "\r\t\ufeff\u00a0") {
		t.Error("the text holds a carriage return, tab, byte order mark or hard space")
	}
	if !bytes.HasSuffix(data, []byte("\n")) {
		t.Error("the last line has no end")
	}
	for paragraph := range strings.SplitSeq(strings.TrimSuffix(string(data), "\n"), "\n\n") {
		if paragraph == "" || strings.Contains(paragraph, "\n") || paragraph != strings.TrimSpace(paragraph) {
			t.Errorf("the paragraph %q is not one clean line", paragraph)
		}
	}
}

func TestSampleArticleHasTheLengthToPractise(t *testing.T) {
	t.Parallel()
	const least, most, headLines = 18, 25, 2
	_, data := assets.SampleArticle()
	paragraphs := strings.Split(strings.TrimSpace(string(data)), "\n\n")
	if len(paragraphs) <= headLines {
		t.Fatalf("%d paragraphs, want a title, a byline and a body", len(paragraphs))
	}
	body := strings.Join(paragraphs[headLines:], "\n")
	sentences := regexp.MustCompile(`[.?!](\s|$)`).FindAllString(body, -1)
	if len(sentences) < least || len(sentences)+headLines > most {
		t.Errorf("%d sentences and %d head lines, want %d to %d", len(sentences), headLines, least, most)
	}
}

func TestSampleArticleShowsTheFonts(t *testing.T) {
	t.Parallel()
	_, data := assets.SampleArticle()
	for _, letter := range "ҚңүіыР“”«»" {
		if !bytes.ContainsRune(data, letter) {
			t.Errorf("the text has no %c", letter)
		}
	}
}

func TestIconIsASquarePicture(t *testing.T) {
	t.Parallel()
	const side = 512
	config, err := png.DecodeConfig(bytes.NewReader(assets.Icon()))
	if err != nil {
		t.Fatalf("the icon is no PNG: %v", err)
	}
	if config.Width != side || config.Height != side {
		t.Errorf("icon of %d by %d pixels, want %d", config.Width, config.Height, side)
	}
}

// The pages say the same in all languages, as far as their outline tells.
func TestStartPagesHaveOneOutline(t *testing.T) {
	t.Parallel()
	outline := regexp.MustCompile(`(?m)^(#+|\d+\.|\*) `)
	want := outline.FindAllString(string(assets.StartPage("en")), -1)
	for _, code := range []string{"en", "ru", "kk", "unknown"} {
		page := assets.StartPage(code)
		if !bytes.HasPrefix(page, []byte("# ")) {
			t.Errorf("%s: the help page does not begin with a title", code)
		}
		if got := outline.FindAllString(string(page), -1); !slices.Equal(got, want) {
			t.Errorf("%s: the outline is %q, want %q", code, got, want)
		}
	}
}

func TestCallersCannotChangeTheFiles(t *testing.T) {
	t.Parallel()
	clear(assets.CodebookJSON())
	if _, err := models.ParseCodebook(assets.CodebookJSON()); err != nil {
		t.Errorf("the codebook changed: %v", err)
	}
}
