package models_test

import (
	"slices"
	"strings"
	"testing"

	"glossator/models"
)

func TestKeywordsFindBeginningsOfWords(t *testing.T) {
	t.Parallel()
	for _, tried := range []struct {
		words, text string
		want        []models.Span
	}{
		{"art", "The art of a party. Arts!", []models.Span{{Start: 4, End: 7}, {Start: 20, End: 23}}},
		{"ЁЛКА", "Новая елка и ёлки", []models.Span{{Start: 6, End: 10}}},
		{"12 centres", "12 centres, 112 Centres", []models.Span{{Start: 0, End: 2}, {Start: 3, End: 10}, {Start: 16, End: 23}}},
		{"op open", "opened", []models.Span{{Start: 0, End: 4}}},
		{"%", "30% of it", []models.Span{{Start: 2, End: 3}}},
		{"😀б", "а 😀б", []models.Span{{Start: 2, End: 4}}},
		{"", "anything", nil},
	} {
		if got := models.ParseKeywords(tried.words).Find(tried.text); !slices.Equal(got, tried.want) {
			t.Errorf("%q in %q: %v, want %v", tried.words, tried.text, got, tried.want)
		}
	}
}

func TestKeywordsMayStandInSeveralTexts(t *testing.T) {
	t.Parallel()
	words := models.ParseKeywords("shelter minister")
	rest := words.Missing("Three shelters opened.")
	if !slices.Equal(rest, models.Keywords{"minister"}) || rest.Missing("the Minister of Justice") != nil {
		t.Errorf("after the first text %v is missing", rest)
	}
	if models.NewPhrase("  ") != nil || len(models.NewPhrase(" 1 234 people ").Find("some 1 234 people")) != 1 {
		t.Error("a phrase is not found as a whole")
	}
}

func FuzzKeywordsFind(f *testing.F) {
	f.Add("art ёлка", "The art of the елка, артель")
	f.Add("a b ab", "ab a b")
	f.Add("İ ß", "İstanbul Straße")
	f.Fuzz(func(t *testing.T, typed, text string) {
		words := models.ParseKeywords(typed)
		found := words.Find(text)
		runes, end := []rune(text), 0
		for _, span := range found {
			if span.Start < end || span.End <= span.Start || span.End > len(runes) {
				t.Fatalf("the places %v of %q in %q", found, typed, text)
			}
			end = span.End
			if part := string(runes[span.Start:span.End]); !slices.ContainsFunc(words, func(word string) bool {
				return slices.Equal(models.ParseKeywords(part), models.ParseKeywords(word)) || strings.ContainsFunc(word, isSpace)
			}) {
				t.Fatalf("%q was found for %q", part, typed)
			}
		}
		if missing := words.Missing(text); len(words) > 0 && (len(missing) == len(words)) != (len(found) == 0) {
			t.Fatalf("%q in %q: missing %v, found %v", typed, text, missing, found)
		}
	})
}

func isSpace(r rune) bool { return r == ' ' }
