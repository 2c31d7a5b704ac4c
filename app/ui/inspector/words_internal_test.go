package inspector

import (
	"testing"

	"glossator/models"
)

func TestBadges(t *testing.T) {
	t.Parallel()
	if got := badgeOf(models.Label{Key: "claim", Name: "Claim", Badge: "L"}); got != "L" {
		t.Errorf("the badge of a claim is %q", got)
	}
	if got := badgeOf(models.Label{Key: "own", Name: "Әрекет"}); got != "Ә" {
		t.Errorf("the badge of a label without one is %q", got)
	}
}

func TestBlocksKeepTogetherWhatBelongsTogether(t *testing.T) {
	t.Parallel()
	statistic := models.Label{Key: "statistic", Fields: []models.Field{
		{Key: "value", Type: models.FieldNumber, Repeats: true, Group: "rows"}, {Key: "unit", Type: models.FieldChoice, Repeats: true, Group: "rows"},
		{Key: "population", Repeats: true, Group: "rows"}, {Key: "period"}, {Key: "place"},
	}}
	commitment := models.Label{Key: "commitment", Fields: []models.Field{
		{Key: "target_value", Type: models.FieldNumber}, {Key: "target_unit"}, {Key: "baseline", Type: models.FieldNumber},
		{Key: "theme", Repeats: true}, {Key: "framework_ref", Repeats: true},
	}}
	for _, c := range []struct {
		label models.Label
		want  []int
	}{{statistic, []int{3, 1, 1}}, {commitment, []int{2, 1, 1, 1}}} {
		blocks := blocksOf(c.label)
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
