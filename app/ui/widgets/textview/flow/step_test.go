package flow_test

import (
	"slices"
	"testing"

	"glossator/app/ui/widgets/textview/flow"
)

func TestCharactersThereAndBack(t *testing.T) {
	t.Parallel()
	text := "ab е\u0301\n👩‍👩‍👧қ 🇰🇿"
	var there, back []int
	for offset := 0; offset < len(text); offset = flow.NextCharacter(text, offset) {
		there = append(there, offset)
	}
	for offset := len(text); offset > 0; {
		offset = flow.PreviousCharacter(text, offset)
		back = append(back, offset)
	}
	slices.Reverse(back)
	if !slices.Equal(there, back) {
		t.Errorf("there %v, back %v", there, back)
	}
	if len(there) != 9 {
		t.Errorf("%d characters: %v", len(there), there)
	}
	if flow.NextCharacter(text, len(text)) != len(text) || flow.PreviousCharacter(text, 0) != 0 {
		t.Error("the ends do not stop")
	}
}

func TestLinesThereAndBack(t *testing.T) {
	t.Parallel()
	layout := flowed(article(5), 200)
	all := places(layout)
	place := all[0]
	for i := 1; i < len(all); i++ {
		below, ok := layout.Below(place)
		if above, back := layout.Above(below); !ok || !back || below != all[i] || above != place {
			t.Fatalf("line %d: below %+v, above that %+v", i, below, above)
		}
		place = below
	}
	if _, ok := layout.Below(place); ok {
		t.Error("there is a line below the last")
	}
	if _, ok := layout.Above(all[0]); ok {
		t.Error("there is a line above the first")
	}
}
