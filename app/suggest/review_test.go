package suggest_test

import (
	"strings"
	"testing"

	"glossator/app/suggest"
)

func TestSecondLookFindsWrongTags(t *testing.T) {
	t.Parallel()
	examples := project(400, 1)
	wrong := map[int]bool{}
	for i := 7; i < len(examples); i += 40 {
		wrong[i] = true
		if len(examples[i].Labels) > 0 {
			examples[i].Labels = nil
		} else {
			examples[i].Labels = []string{suggest.Commitment}
		}
	}
	disputes := suggest.SecondLook(suggest.Train(suggest.Labels(), examples, nil), len(wrong))
	right := 0
	for _, d := range disputes {
		if wrong[d.Example] {
			right++
		}
	}
	t.Logf("%d of %d wrong decisions among the first %d", right, len(wrong), len(disputes))
	if 2*right < len(wrong) {
		t.Errorf("only %d of %d wrong decisions were found", right, len(wrong))
	}
	if len(suggest.SecondLook(suggest.Train(suggest.Labels(), examples[:10], nil), 5)) != 0 {
		t.Error("ten decisions are too few to dispute any")
	}
}

func TestRepeats(t *testing.T) {
	t.Parallel()
	earlier := []suggest.Example{
		{Text: "The ministry will open three new shelters by the end of the year.", Language: "en"},
		{Text: "Participants exchanged views on a wide range of topics.", Language: "en"},
	}
	found := suggest.Repeats("The ministry will open three new shelters by the end of 2025.", "en", earlier, nil)
	if len(found) != 1 || found[0].Of != 0 {
		t.Errorf("got %+v", found)
	}
}

func TestNextIsHalfDoubtfulHalfRandom(t *testing.T) {
	t.Parallel()
	model := suggest.Train(suggest.Labels(), project(200, 1), nil)
	var waiting []suggest.Undecided
	for i, e := range project(100, 2) {
		waiting = append(waiting, suggest.Undecided{Text: e.Text, Language: "en", Opened: i%2 == 0})
	}
	picks := suggest.Next(model, waiting, 1)
	random, seen := 0, map[int]bool{}
	for _, p := range picks {
		if p.Random {
			random++
			if !waiting[p.Sentence].Opened {
				t.Error("a random pick is of an article that nobody opened")
			}
		}
		if seen[p.Sentence] {
			t.Errorf("sentence %d was picked twice", p.Sentence)
		}
		seen[p.Sentence] = true
	}
	if len(picks) != 10 || random != 5 {
		t.Errorf("%d picks, %d at random", len(picks), random)
	}
	again := suggest.Next(model, waiting, 1)
	for i := range picks {
		if picks[i] != again[i] {
			t.Error("the same call gave other picks")
		}
	}
	if got := suggest.Next(model, nil, 1); len(got) != 0 {
		t.Errorf("picks out of nothing: %v", got)
	}
}

func TestRecord(t *testing.T) {
	t.Parallel()
	var outcomes []suggest.Outcome
	for i := range 60 {
		outcomes = append(outcomes, suggest.Outcome{Probability: 0.9, Strength: suggest.Strong, Kept: i >= 10 && i%10 < 8})
	}
	r := suggest.RecordOf(outcomes, suggest.Strong)
	if r.Shown != 50 || r.Kept != 40 || r.Text().String() != "Of the last 50 you kept 40 (67–89 %)." {
		t.Errorf("got %+v, %q", r, r.Text())
	}
	if short := suggest.RecordOf(outcomes[:20], suggest.Strong); !strings.HasPrefix(short.Text().String(), "Not enough") {
		t.Errorf("twenty outcomes say %q", short.Text().String())
	}
}

func TestCutsFollowTheRecord(t *testing.T) {
	t.Parallel()
	var outcomes []suggest.Outcome
	for i := range 100 { // kept above .6, refused below
		p := float64(i) / 100
		outcomes = append(outcomes, suggest.Outcome{Probability: p, Kept: p > 0.6})
	}
	cuts := suggest.CutsFrom(outcomes)
	if cuts.Strong < 0.45 || cuts.Strong > 0.6 || cuts.Possible >= cuts.Strong {
		t.Errorf("got %+v", cuts)
	}
	if suggest.CutsFrom(outcomes[:10]) != suggest.FixedCuts() {
		t.Error("ten outcomes moved the cuts")
	}
}
