package finder_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"glossator/app/ui/widgets/finder"
)

func TestEscapeEmptiesTheFieldAndThenLeavesIt(t *testing.T) {
	test.NewTempApp(t)
	var heard []string
	note := func(what string) func() { return func() { heard = append(heard, what) } }
	f := finder.New("Words", finder.Actions{
		Changed: func(words string) { heard = append(heard, "“"+words+"”") },
		Enter:   note("enter"), Down: note("down"), Leave: note("leave"),
	})
	test.Type(f, "a")
	for _, key := range []fyne.KeyName{fyne.KeyReturn, fyne.KeyDown, fyne.KeyEscape, fyne.KeyEscape} {
		f.TypedKey(&fyne.KeyEvent{Name: key})
	}
	if want := []string{"“a”", "enter", "down", "“”", "leave"}; !slices.Equal(heard, want) {
		t.Errorf("heard %q, want %q", heard, want)
	}
}
