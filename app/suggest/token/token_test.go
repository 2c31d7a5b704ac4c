package token_test

import (
	"slices"
	"testing"

	"glossator/app/suggest/token"
)

func TestSplit(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][]string{
		"It isn't 'so'.":             {"It", "isn't", "'", "so", "'", "."},
		"In total 700 000 came.":     {"In", "total", "700 000", "came", "."},
		"1\u00a0250\u00a0000,5 тг":   {"1\u00a0250\u00a0000,5", "тг"},
		"one-third, 18-fold, 5th":    {"one", "-", "third", ",", "18-fold", ",", "5th"},
		"In 2023 192 people":         {"In", "2023", "192", "people"},
		"06.06.2024 10:42":           {"06.06.2024", "10:42"},
		"30%-ға дейін":               {"30", "%", "-", "ға", "дейін"},
		"\xff a":                     {"\xff", "a"},
		"":                           {},
		"a 100 -year and 12 100-day": {"a", "100", "-", "year", "and", "12", "100", "-", "day"},
	} {
		got := []string{}
		for _, tok := range token.Split(text) {
			got = append(got, tok.Text)
			if text[tok.Start:tok.End] != tok.Text {
				t.Errorf("%q: %q does not stand at %d–%d", text, tok.Text, tok.Start, tok.End)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
	if low := token.Low(token.Split("Ёлка’s"), 0); low != "елка's" {
		t.Errorf("got %q", low)
	}
	if token.Low(nil, -1) != "" {
		t.Error("outside the sentence there is nothing")
	}
}
