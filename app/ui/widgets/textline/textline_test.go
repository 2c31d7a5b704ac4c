package textline_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"glossator/app/ui/widgets/textline"
)

// shown returns what the lines of a widget show.
func shown(object fyne.CanvasObject) []string {
	var all []string
	widget, ok := object.(fyne.Widget)
	if !ok {
		return nil
	}
	for _, child := range test.WidgetRenderer(widget).Objects() {
		if text, ok := child.(*canvas.Text); ok {
			all = append(all, text.Text)
			continue
		}
		all = append(all, shown(child)...)
	}
	return all
}

const headline = "Ministry presents plan for barrier-free public services in all regions"

func TestLineIsCutWhereItIsTooLong(t *testing.T) {
	test.NewApp()
	line := textline.New(headline, textline.Look{})
	line.Resize(fyne.NewSize(2000, 20))
	if got := shown(line)[0]; got != headline {
		t.Errorf("the line shows %q where there is room", got)
	}
	line.Resize(fyne.NewSize(120, 20))
	got := shown(line)[0]
	if !strings.HasSuffix(got, "…") || !strings.HasPrefix(headline, strings.TrimSuffix(got, "…")) || len(got) < 8 {
		t.Errorf("the line shows %q", got)
	}
	if line.Text() != headline {
		t.Errorf("the line forgot its text: %q", line.Text())
	}
	line.SetText("short")
	if got := shown(line)[0]; got != "short" {
		t.Errorf("the line shows %q", got)
	}
}

func TestLineAsksForRoom(t *testing.T) {
	test.NewApp()
	if got := textline.New(headline, textline.Look{}).MinSize().Width; got != 0 {
		t.Errorf("a line that may be cut asks for %v", got)
	}
	if got := textline.New("7", textline.Look{Whole: true, Least: 40}).MinSize().Width; got != 40 {
		t.Errorf("a short line asks for %v, want its least width", got)
	}
}

func TestLinesBreakBetweenWords(t *testing.T) {
	test.NewApp()
	lines := textline.NewLines(2, textline.Look{})
	height := lines.MinSize().Height
	lines.Resize(fyne.NewSize(220, height))
	lines.Set(headline, false)
	got := shown(lines)
	if len(got) != 2 || !strings.HasPrefix(headline, got[0]+" ") || !strings.HasSuffix(got[1], "…") {
		t.Errorf("the lines show %q", got)
	}
	lines.Set("One", true)
	if got = shown(lines); got[0] != "One" || got[1] != "" {
		t.Errorf("the lines show %q", got)
	}
	if lines.MinSize().Height != height {
		t.Error("the height follows the text")
	}
}

// TestLinesSayHowFarTheyAreFilled: what stands below a short text can come close
// to it, while the widget keeps the height of all its lines.
func TestLinesSayHowFarTheyAreFilled(t *testing.T) {
	test.NewApp()
	lines := textline.NewLines(2, textline.Look{})
	lines.Set("Court statistics", false)
	lines.Resize(fyne.NewSize(200, 40))
	one := lines.Filled()
	lines.Set(headline, false)
	if two := lines.Filled(); two != 2*one || lines.MinSize().Height != two {
		t.Errorf("one line is %v, two are %v of %v", one, two, lines.MinSize().Height)
	}
}
