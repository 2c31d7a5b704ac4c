package inspector

import (
	"testing"
	"time"

	"glossator/assets"
	"glossator/models"
)

func TestWhen(t *testing.T) {
	t.Parallel()
	zone := time.FixedZone("Almaty", 5*60*60)
	now := time.Date(2026, 3, 5, 9, 30, 0, 0, zone)
	for _, c := range []struct {
		at   time.Time
		want string
	}{
		{time.Date(2026, 3, 5, 0, 4, 0, 0, zone), "00:04"},
		{time.Date(2026, 3, 4, 19, 30, 0, 0, time.UTC), "00:30"},
		{time.Date(2026, 3, 4, 23, 59, 0, 0, zone), "4 Mar 23:59"},
		{time.Date(2025, 3, 5, 9, 30, 0, 0, zone), "5 Mar 2025"},
	} {
		if got := when(c.at.UnixMilli(), now); got != c.want {
			t.Errorf("%v is told as %q; want %q", c.at, got, c.want)
		}
	}
}

func TestGuideKnowsTheCodebook(t *testing.T) {
	t.Parallel()
	g := newGuide(assets.CodebookJSON())
	claim := models.Label{Key: "claim", Name: "Claim"}
	if got := g.badge(claim); got != "L" {
		t.Errorf("the badge of a claim is %q", got)
	}
	if got := g.badge(models.Label{Key: "own", Name: "Әрекет"}); got != "Ә" {
		t.Errorf("the badge of a label of the project's own is %q", got)
	}
	if g.field(claim, models.Field{Key: "speaker"}).Hint == "" {
		t.Error("the codebook has no hint for the speaker of a claim")
	}
}

func TestBlocksKeepTogetherWhatBelongsTogether(t *testing.T) {
	t.Parallel()
	statistic := models.Label{Key: "statistic", Fields: []models.Field{
		{Key: "value", Type: models.FieldNumber, Repeats: true}, {Key: "unit", Type: models.FieldChoice, Repeats: true},
		{Key: "population", Repeats: true}, {Key: "period"}, {Key: "place"},
	}}
	commitment := models.Label{Key: "commitment", Fields: []models.Field{
		{Key: "target_value", Type: models.FieldNumber}, {Key: "target_unit"}, {Key: "baseline", Type: models.FieldNumber},
		{Key: "theme", Repeats: true}, {Key: "framework_ref", Repeats: true},
	}}
	for _, c := range []struct {
		label models.Label
		want  []int
	}{{statistic, []int{3, 1, 1}}, {commitment, []int{2, 1, 1, 1}}} {
		blocks := newGuide(assets.CodebookJSON()).blocks(c.label)
		var got []int
		for _, block := range blocks {
			got = append(got, len(block))
		}
		if len(got) != len(c.want) {
			t.Fatalf("%s has blocks of %v fields; want %v", c.label.Key, got, c.want)
		}
		for i := range got {
			if got[i] != c.want[i] {
				t.Errorf("%s has blocks of %v fields; want %v", c.label.Key, got, c.want)
			}
		}
	}
}
