package suggest_test

import (
	"math"
	"strings"
	"testing"

	"glossator/app/suggest"
	"glossator/models"
)

// sane fails when a probability is none.
func sane(t *testing.T, score suggest.Score) {
	t.Helper()
	for label, p := range score.Probabilities {
		if math.IsNaN(p) || p < 0 || p > 1 {
			t.Errorf("%s has the probability %v", label, p)
		}
	}
}

func TestOneLabelOnlyIsNotEnough(t *testing.T) {
	t.Parallel()
	var examples []suggest.Example
	for _, e := range project(40, 1) {
		if len(e.Labels) > 0 {
			examples = append(examples, suggest.Example{Text: e.Text, Labels: []string{"threat"}})
		}
	}
	model := suggest.Train([]string{"threat"}, examples, nil)
	score := model.Score("The quay board showed visitors the coal yard.", "en")
	if len(score.Probabilities) != 0 {
		t.Errorf("scores from tags of one kind: %v", score.Probabilities)
	}
	if note := model.Standing("threat").Note().String(); !strings.HasPrefix(note, "Not enough to say yet") {
		t.Errorf("the note is %q", note)
	}
	if _, ok := model.Standing("threat").Percent(0.9); ok {
		t.Error("a percentage without knowledge")
	}
}

func TestNoTagsInALanguageWithoutRules(t *testing.T) {
	t.Parallel()
	model := suggest.Train(suggest.Labels(), nil, nil)
	article := suggest.Article{Language: "sv", Sentences: []models.Sentence{{Text: "Regeringen kommer att öppna tre skolor före 2026."}}}
	if got := suggest.Suggestions(article, model, nil); len(got) != 0 {
		t.Errorf("suggestions out of nothing: %+v", got)
	}
	if note := model.Standing(suggest.Commitment).Note().String(); !strings.HasPrefix(note, "Not enough to say yet") {
		t.Errorf("the note is %q", note)
	}
}

func TestContradictoryTags(t *testing.T) {
	t.Parallel()
	const text = "The ferry service hereby orders the sale of two cranes."
	var examples []suggest.Example
	for range 20 {
		examples = append(examples,
			suggest.Example{Text: text, Labels: []string{suggest.Commitment}, Read: true},
			suggest.Example{Text: text, Read: true},
			suggest.Example{Text: text, Labels: []string{suggest.Commitment}, Rejected: []string{suggest.Commitment}})
	}
	score := suggest.Train(suggest.Labels(), examples, nil).Score(text, "en")
	sane(t, score)
	const leastSure, mostSure = 0.2, 0.8
	if p := score.Probabilities[suggest.Commitment]; p < leastSure || p > mostSure {
		t.Errorf("as many for as against give %.2f", p)
	}
}

func TestStrangeSentences(t *testing.T) {
	t.Parallel()
	model := suggest.Train(suggest.Labels(), project(60, 1), nil)
	long := strings.Repeat("The ministry will open 3 shelters by 31 June 2023 , ", 1000)
	for _, text := range []string{
		"", " ", "?", "\xff\xfe", "1.2,3.4;5'6", "1.234.567,89 and 1,234,567.89", "On 31.02.2024 and 00.00.0000 nothing.",
		"99999999999999999999999999999999999999 people", "١٢٣ people", "−5 % of −0", "№ № №", long,
	} {
		for _, language := range []string{"en", "", "ru", "kk", "xx"} {
			if text == long && language != "en" {
				continue
			}
			sane(t, model.Score(text, language))
			for _, label := range append(suggest.Labels(), "no such label") {
				for _, d := range suggest.Guess(label, text, language, "2024-06-06") {
					if d.Start < 0 || d.End > len([]rune(text)) || d.Start > d.End {
						t.Fatalf("%.40q: %s stands at %d–%d", text, d.Field, d.Start, d.End)
					}
				}
			}
		}
	}
}

func TestCodebookWithOtherLabels(t *testing.T) {
	t.Parallel()
	examples := project(100, 1)
	for i := range examples {
		if len(examples[i].Labels) > 0 && examples[i].Labels[0] == suggest.Commitment {
			examples[i].Labels = []string{"order"}
		}
	}
	model := suggest.Train([]string{"order"}, examples, nil)
	score := model.Score("The tide office hereby orders the sale of two cranes near the river mouth.", "en")
	const sure = 0.7
	if score.Probabilities["order"] < sure || len(score.Probabilities) != 1 {
		t.Errorf("got %v", score.Probabilities)
	}
}

func TestReadTable(t *testing.T) {
	t.Parallel()
	rows, err := suggest.ReadTable(strings.NewReader("\ufefftext,label,article\n\"One, two.\",commitment|claim,a1\nThree.,,a2\nFour.,no_label\n"))
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != 3 || len(rows[0].Labels) != 2 || rows[0].Article != "a1" || len(rows[1].Labels) != 0 || len(rows[2].Labels) != 0 || !rows[2].Read {
		t.Errorf("got %+v", rows)
	}
	for _, bad := range []string{"words,label\nx,y\n", "text,label\n\"open\n"} {
		if _, err := suggest.ReadTable(strings.NewReader(bad)); models.CodeOf(err) != models.CodeInvalid {
			t.Errorf("%q: %v", bad, err)
		}
	}
	if rows, err := suggest.ReadTable(strings.NewReader("")); err != nil || len(rows) != 0 {
		t.Errorf("an empty table gave %v, %v", rows, err)
	}
}

func FuzzScore(f *testing.F) {
	model := suggest.Train(suggest.Labels(), project(60, 1), nil)
	for _, seed := range []string{"The ministry will open 3 shelters by 2030.", "1.2.3", "said “”", "из них 74", "«", "по данным", "according to"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		sane(t, model.Score(text, ""))
		article := suggest.Article{PublishedOn: "2024-06-06", Sentences: []models.Sentence{{Text: text}}}
		for _, s := range suggest.Suggestions(article, model, map[string]suggest.Cuts{
			suggest.Claim: {}, suggest.Statistic: {}, suggest.Commitment: {},
		}) {
			for _, d := range s.Details {
				if d.Start < 0 || d.Start > d.End || d.End > len([]rune(text)) {
					t.Fatalf("%q: %s at %d–%d", text, d.Field, d.Start, d.End)
				}
			}
		}
	})
}
