package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"glossator/app/ui/command"
	"glossator/app/ui/theme"
)

// do presses a command the way its first key says, or chooses it in the menu.
func (r *rig) do(id command.ID) {
	r.t.Helper()
	c := r.shell.keys.Table().ByID(id)
	if c == nil {
		r.t.Fatalf("there is no command %q", id)
	}
	switch {
	case c.MenuOnly:
		r.choose(c)
	case c.Keys[0].Modifier != 0:
		r.chord(c.Keys[0].Shortcut())
	case c.Keys[0].Rune != 0:
		r.write(string(c.Keys[0].Rune))
	default:
		r.press(c.Keys[0].Name)
	}
}

func (r *rig) choose(c *command.Command) {
	r.t.Helper()
	for _, menu := range r.shell.window.MainMenu().Items {
		for _, item := range menu.Items {
			if strings.HasPrefix(item.Label, c.Title) {
				item.Action()
				r.settle()
				return
			}
		}
	}
	r.t.Fatalf("no menu has %q", c.Title)
}

func (r *rig) cursor(want int) {
	r.t.Helper()
	if got := r.ws().Cursor(); got != want {
		r.t.Errorf("the cursor is on %d, want %d", got, want)
	}
	if got := r.shell.desk.reader.View().Cursor(); got != want {
		r.t.Errorf("the text shows the cursor on %d, want %d", got, want)
	}
}

func (r *rig) has(position int, want string) {
	r.t.Helper()
	if got := r.labels(position); got != want {
		r.t.Errorf("sentence %d has the labels %q, want %q", position, got, want)
	}
}

func (r *rig) says(want string) {
	r.t.Helper()
	if got := r.shell.strip.Text(); !strings.Contains(got, want) {
		r.t.Errorf("the strip says %q, want %q in it", got, want)
	}
}

func (r *rig) isCovered(want bool) {
	r.t.Helper()
	if got := r.shell.over.Shown(); got != want {
		r.t.Errorf("something over the window: %v, want %v", got, want)
	}
}

// escapes expects a page over the window that Escape takes away, with the
// keyboard back in the text.
func (r *rig) escapes() {
	r.t.Helper()
	r.isCovered(true)
	r.press(fyne.KeyEscape)
	r.isCovered(false)
	r.inText()
}

func (r *rig) inText() {
	r.t.Helper()
	if r.shell.window.Canvas().Focused() != fyne.Focusable(r.shell.desk.reader.View()) {
		r.t.Errorf("the keyboard is with %T, want the text", r.shell.window.Canvas().Focused())
	}
}

func (r *rig) addThree() {
	r.t.Helper()
	for _, title := range []string{"First report", "Second report", "Third report"} {
		r.shell.arrivals.addPaths([]string{r.article(title, title+" says that 12 centres were opened.", "More will follow.")})
		r.settle()
	}
}

func (r *rig) title() string {
	content, _ := r.ws().Article()
	return content.Article.Title
}

// suggested goes to the first sentence for which a commitment is the strongest
// suggestion.
func (r *rig) suggested() int {
	r.t.Helper()
	content, _ := r.ws().Article()
	for position := range content.Sentences {
		if list := r.ws().Suggested(position); len(list) > 0 && list[0].Label.Key == "commitment" {
			r.ws().MoveTo(position)
			r.settle()
			return position
		}
	}
	r.t.Fatal("no commitment is suggested")
	return 0
}

func (r *rig) left() {
	r.t.Helper()
	if focused := r.shell.window.Canvas().Focused(); focused == nil || focused == fyne.Focusable(r.shell.desk.reader.View()) {
		r.t.Errorf("the keyboard is with %T", focused)
	}
}

func (r *rig) isMode(want theme.Mode) {
	r.t.Helper()
	if got := r.shell.app.Settings().Theme().(*theme.Theme).Mode(); got != want || r.shell.memory.Mode() != want {
		r.t.Errorf("the theme is %q, want %q", got, want)
	}
}

func (r *rig) isSize(want float32) {
	r.t.Helper()
	if got := r.shell.desk.reader.View().TextSize(); got != want || r.shell.memory.TextSize() != want {
		r.t.Errorf("the text is set in %v, want %v", got, want)
	}
}

func (r *rig) panes(left, right bool) {
	r.t.Helper()
	if l, rr := r.shell.desk.panes.Shown(); l != left || rr != right {
		r.t.Errorf("panes shown: %v %v, want %v %v", l, rr, left, right)
	}
}

func TestEveryCommandDoesWhatItSays(t *testing.T) {
	for _, c := range newRig(t).shell.keys.Table().All() {
		t.Run(string(c.ID), func(t *testing.T) {
			touch, ok := touches[c.ID]
			for _, more := range []map[command.ID]func(*rig){
				readingTouches, reviewTouches, mergingTouches, wholeTouches, codebookTouches, preferenceTouches,
			} {
				if other, known := more[c.ID]; known {
					touch, ok = other, true
				}
			}
			if !ok {
				t.Fatal("no test touches this command")
			}
			touch(newRig(t))
		})
	}
}

func TestEveryCommandIsComplete(t *testing.T) {
	for _, c := range newRig(t).shell.keys.Table().All() {
		switch {
		case c.Title == "" || c.Run == nil:
			t.Errorf("%s has no title or does nothing", c.ID)
		case !strings.HasSuffix(c.Help, "."):
			t.Errorf("%s has the help %q, which is no sentence", c.ID, c.Help)
		case len(c.Keys) == 0 && !c.MenuOnly:
			t.Errorf("%s has no key and is not meant for the menu only", c.ID)
		case len(c.Keys) > 0 && c.MenuOnly:
			t.Errorf("%s has a key and is meant for the menu only", c.ID)
		}
	}
}

func TestNoKeyMeansTwoThings(t *testing.T) {
	table := newRig(t).shell.keys.Table()
	for _, c := range table.All() {
		table.SetMode(c.Mode)
		for _, key := range c.Keys {
			var got *command.Command
			switch {
			case key.Modifier != 0:
				got = table.Chord(key.Shortcut())
			case key.Rune != 0:
				got = table.Written(key.Rune)
			default:
				got = table.Named(key.Name)
			}
			if got == nil || got.ID != c.ID {
				t.Errorf("%s is %v, want %s", key, got, c.ID)
			}
		}
	}
}

func TestCommandsAreOffWithAReason(t *testing.T) {
	r := newRig(t)
	r.do("redo")
	r.says("nothing to redo")
	r.do("label.claim")
	if got := r.shell.strip.Text(); got != "" {
		t.Errorf("the strip still says %q after an action that succeeded", got)
	}
	r.ws().CloseArticle()
	r.settle()
	r.do("label.claim")
	r.says("no article is open")
	for _, menu := range r.shell.window.MainMenu().Items {
		for _, item := range menu.Items {
			if strings.HasPrefix(item.Label, "Clear labels") && (!item.Disabled || !strings.Contains(item.Label, "no article is open")) {
				t.Errorf("the menu shows %q, disabled %v", item.Label, item.Disabled)
			}
		}
	}
}
