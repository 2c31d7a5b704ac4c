package workspace_test

import (
	"testing"
	"unicode/utf8"

	"glossator/app/workspace"
	"glossator/models"
)

func TestKeywordStandsInTheMiddle(t *testing.T) {
	t.Parallel()
	sentence := "Since January, 192 жертвы насилия received help."
	details := []models.NamedDetail{{Detail: models.Detail{ValueText: "elsewhere"}}, {Detail: models.Detail{ValueText: "192"}}}
	for _, tried := range []struct {
		words string
		want  workspace.Kwic
	}{
		{"НАСИЛ", workspace.Kwic{Left: "Since January, 192 жертвы ", Key: "насил", Right: "ия received help."}},
		{"", workspace.Kwic{Left: "Since January, ", Key: "192", Right: " жертвы насилия received help."}},
		{"nowhere", workspace.Kwic{Left: "Since January, ", Key: "192", Right: " жертвы насилия received help."}},
	} {
		got := workspace.InContext(sentence, workspace.KeywordOf(sentence, models.ParseKeywords(tried.words), details))
		if got != tried.want {
			t.Errorf("%q: %+v, want %+v", tried.words, got, tried.want)
		}
	}
	part := []models.NamedDetail{{Detail: models.Detail{ValueText: "19"}}}
	if got := workspace.KeywordOf(sentence, nil, part); got != (models.Span{}) {
		t.Errorf("19 was found inside 192: %+v", got)
	}
	if got := workspace.InContext(sentence, workspace.KeywordOf(sentence, nil, nil)); got != (workspace.Kwic{Right: sentence}) {
		t.Errorf("without a keyword: %+v", got)
	}
}

// FuzzInContext: the parts are the sentence, and the keyword begins where it
// was said to.
func FuzzInContext(f *testing.F) {
	f.Add("Ёлка 😀 стоит", 5, 6)
	f.Add("short", -3, 900)
	f.Add("", 0, 0)
	f.Fuzz(func(t *testing.T, sentence string, start, end int) {
		if !utf8.ValidString(sentence) {
			return
		}
		got := workspace.InContext(sentence, models.Span{Start: start, End: end})
		if got.Left+got.Key+got.Right != sentence {
			t.Fatalf("%q became %+v", sentence, got)
		}
		length := utf8.RuneCountInString(sentence)
		if 0 <= start && start < end && end <= length {
			if utf8.RuneCountInString(got.Left) != start || utf8.RuneCountInString(got.Key) != end-start {
				t.Fatalf("%q at %d to %d became %+v", sentence, start, end, got)
			}
		}
	})
}
