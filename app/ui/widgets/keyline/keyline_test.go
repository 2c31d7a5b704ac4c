package keyline_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"glossator/app/ui/widgets/keyline"
)

func TestLineIsCutAtItsEnds(t *testing.T) {
	test.NewApp()
	left := strings.Repeat("Слева ", 40)
	right := strings.Repeat(" right", 40)
	line := keyline.New()
	line.Resize(fyne.NewSize(400, 20))
	line.Set(left, "ключ", right)
	before, key, after := line.Shown()
	if key != "ключ" {
		t.Errorf("the keyword reads %q", key)
	}
	if !strings.HasPrefix(before, "…") || !strings.HasSuffix(left, strings.TrimPrefix(before, "… ")) || len(before) < 10 {
		t.Errorf("before it stands %q", before)
	}
	if !strings.HasSuffix(after, "…") || !strings.HasPrefix(right, strings.TrimSuffix(after, " …")) || len(after) < 10 {
		t.Errorf("after it stands %q", after)
	}
	if line.Text() != left+"ключ"+right || line.Key() != "ключ" {
		t.Error("the line forgot its text")
	}
}

func TestKeywordsStandBelowOneAnother(t *testing.T) {
	test.NewApp()
	place := func(left string) float32 {
		line := keyline.New()
		line.Resize(fyne.NewSize(400, 20))
		line.Set(left, "key", " after")
		return test.WidgetRenderer(line).Objects()[1].Position().X
	}
	if short, long := place("a "), place(strings.Repeat("much text ", 20)); short != long || short <= 0 {
		t.Errorf("the keywords begin at %v and %v", short, long)
	}
	line := keyline.New()
	line.Resize(fyne.NewSize(400, 20))
	line.Set("", "", "no keyword")
	if x := test.WidgetRenderer(line).Objects()[2].Position().X; x != 0 {
		t.Errorf("a text without a keyword begins at %v", x)
	}
}

func TestLongKeywordTakesTheRoom(t *testing.T) {
	test.NewApp()
	line := keyline.New()
	line.Resize(fyne.NewSize(200, 20))
	line.Set("left ", strings.Repeat("long ", 40), " right")
	before, key, after := line.Shown()
	if before != "" || after != "" || !strings.HasSuffix(key, "…") {
		t.Errorf("the line shows %q, %q, %q", before, key, after)
	}
}
