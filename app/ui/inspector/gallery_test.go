package inspector_test

import (
	"testing"

	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/field"
)

// TestPageInBothModes walks a full page through light and dark. With
// GLOSSATOR_PICTURES it leaves pictures to look at.
func TestPageInBothModes(t *testing.T) {
	for _, mode := range []theme.Mode{theme.Light, theme.Dark} {
		t.Run(string(mode), func(t *testing.T) {
			r := newRig(t, mode)
			r.open("a", body)
			r.picture(string(mode) + "-untagged")
			r.tag(0, "claim")
			r.fill("Who says it", 0, "the deputy minister")
			r.leave()
			r.must(r.ws.SignIn(t.Context(), "Dana Petrova"))
			r.settle()
			r.tag(0, "commitment")
			r.tag(0, "statistic")
			r.fill("Who commits", 0, "the ministry of social protection of the population")
			r.fill("What it will do", 0, "open three shelters in the northern regions")
			if choice, ok := r.row("Kind of actor", 0).Input().(*field.Choice); ok {
				choice.SetSelected("Ministry")
			}
			r.fill("By when", 0, "by the end of 2030")
			r.leave()
			r.picture(string(mode) + "-filled")
			r.fill("By when", 0, "2030-Q4")
			r.settle()
			r.picture(string(mode) + "-focused")
			r.press("More details")
			r.fill("Target", 0, "1 000,5")
			r.leave()
			r.picture(string(mode) + "-more")
			r.sees("Read as 1000.5")
			r.fine()
		})
	}
}
