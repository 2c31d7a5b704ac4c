package inspector_test

import (
	"errors"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	toolkit "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/background"
	"glossator/app/ui/inspector"
	"glossator/app/ui/stage"
	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/chip"
	"glossator/app/ui/widgets/excerpt"
	"glossator/app/ui/widgets/field"
	"glossator/app/workspace"
	"glossator/models"
	"glossator/models/store"
)

const body = `The ministry will open three shelters in the northern regions by the end of 2030, the deputy minister told reporters on Monday. Since January, 192 victims received help, 74 of them foreign citizens. The opposition accused the government of hiding the report. Participants exchanged views.`

// rig is a page in a window over a real project.
type rig struct {
	t      testing.TB
	ws     *workspace.Workspace
	run    *background.Runner
	page   *inspector.Page
	window fyne.Window

	queue  stage.Queue
	failed []error
}

func newRig(t testing.TB, mode theme.Mode) *rig {
	t.Helper()
	return rigOver(t, mode, stage.Project(t))
}

// rigOver opens the window over a project.
func rigOver(t testing.TB, mode theme.Mode, st *store.Store) *rig {
	t.Helper()
	ws := stage.Workspace(t, st, "Aigerim Saparova")
	app := test.NewTempApp(t)
	app.Settings().SetTheme(theme.New(mode))
	r := &rig{t: t, ws: ws, window: app.NewWindow("inspector")}
	r.run = r.queue.Runner(t, func(err error) { r.failed = append(r.failed, err) })
	r.page = inspector.New(ws, r.run, r.queue.Post)
	r.window.SetPadded(false)
	r.window.SetContent(r.page.Object())
	r.window.Resize(fyne.NewSize(theme.InspectorWidth, 800))
	t.Cleanup(func() {
		r.page.Close()
		r.run.Wait()
	})
	return r
}

func (r *rig) settle() { r.queue.Settle() }

// open adds an article and opens it.
func (r *rig) open(name, text string) models.Article {
	r.t.Helper()
	added, err := r.ws.Add(r.t.Context(), document(name, text))
	r.must(err)
	r.must(r.ws.OpenArticle(r.t.Context(), added.Article.UID))
	r.settle()
	return added.Article
}

func document(name, text string) models.Document {
	return models.Document{
		Title: name, Name: name, Text: text, Language: "en", Format: "text", MediaType: "text/plain", Encoding: "utf-8", Original: []byte(text),
		Blocks: []models.Block{{Kind: models.BlockParagraph, EndOff: len([]rune(text))}},
	}
}

func (r *rig) must(err error) {
	r.t.Helper()
	if err != nil {
		r.t.Fatal(err)
	}
}

func (r *rig) move(position int) {
	r.ws.MoveTo(position)
	r.settle()
}

func (r *rig) tag(position int, label string) {
	r.t.Helper()
	_, err := r.ws.ToggleLabel(r.t.Context(), position, label)
	r.must(err)
	r.settle()
}

// details returns the annotator's details of a label as "field/row=text".
func (r *rig) details(position int, label string) map[string]models.Detail {
	r.t.Helper()
	sentence, _ := r.ws.Sentence(position)
	for _, annotation := range sentence.Mine {
		if annotation.Label.Key != label {
			continue
		}
		out := map[string]models.Detail{}
		for _, d := range annotation.Details {
			for _, fd := range annotation.Label.Fields {
				if fd.ID == d.FieldID {
					out[fd.Key+"/"+string(rune('0'+d.N))] = d
				}
			}
		}
		return out
	}
	r.t.Fatalf("sentence %d has no %s", position, label)
	return nil
}

func (r *rig) note(position int, label string) string {
	sentence, _ := r.ws.Sentence(position)
	for _, annotation := range sentence.Mine {
		if annotation.Label.Key == label {
			return annotation.Note
		}
	}
	return ""
}

// visible walks over what is on the screen.
func visible(object fyne.CanvasObject, see func(fyne.CanvasObject)) {
	if !object.Visible() {
		return
	}
	see(object)
	switch o := object.(type) {
	case *fyne.Container:
		for _, child := range o.Objects {
			visible(child, see)
		}
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(o).Objects() {
			visible(child, see)
		}
	}
}

// texts returns all text on the screen.
func (r *rig) texts() string {
	var all []string
	visible(r.page.Object(), func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *excerpt.Excerpt:
			all = append(all, o.Text())
		case *canvas.Text:
			all = append(all, o.Text)
		case *widget.RichText:
			all = append(all, o.String())
		}
	})
	return strings.Join(all, "\n")
}

func (r *rig) sees(want ...string) {
	r.t.Helper()
	texts := r.texts()
	for _, w := range want {
		if !strings.Contains(texts, w) {
			r.t.Errorf("the page does not show %q; it shows:\n%s", w, texts)
		}
	}
}

func (r *rig) misses(unwanted ...string) {
	r.t.Helper()
	texts := r.texts()
	for _, u := range unwanted {
		if strings.Contains(texts, u) {
			r.t.Errorf("the page shows %q", u)
		}
	}
}

func (r *rig) chip(name string) *chip.Chip {
	r.t.Helper()
	var found *chip.Chip
	visible(r.page.Object(), func(o fyne.CanvasObject) {
		if c, ok := o.(*chip.Chip); ok && c.Face().Text == name {
			found = c
		}
	})
	if found == nil {
		r.t.Fatalf("there is no chip %q", name)
	}
	return found
}

// rows returns the visible rows with a caption, from top to bottom.
func (r *rig) rows(caption string) []*field.Row {
	var found []*field.Row
	visible(r.page.Object(), func(o fyne.CanvasObject) {
		if row, ok := o.(*field.Row); ok && row.Caption() == caption {
			found = append(found, row)
		}
	})
	return found
}

func (r *rig) row(caption string, n int) *field.Row {
	r.t.Helper()
	rows := r.rows(caption)
	if n >= len(rows) {
		r.t.Fatalf("there are %d rows %q", len(rows), caption)
	}
	return rows[n]
}

// fill types into a field as a person does: focus, select all, type.
func (r *rig) fill(caption string, n int, text string) {
	r.t.Helper()
	entry, ok := r.row(caption, n).Input().(*field.Entry)
	if !ok {
		r.t.Fatalf("%q is not typed", caption)
	}
	r.window.Canvas().Focus(entry)
	entry.TypedShortcut(&fyne.ShortcutSelectAll{})
	entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	test.Type(entry, text)
}

func (r *rig) leave() {
	r.window.Canvas().Unfocus()
	r.settle()
}

func (r *rig) press(text string) {
	r.t.Helper()
	var found *field.Button
	visible(r.page.Object(), func(o fyne.CanvasObject) {
		if b, ok := o.(*field.Button); ok && found == nil && strings.HasPrefix(b.Text(), text) {
			found = b
		}
	})
	if found == nil {
		r.t.Fatalf("there is no button %q", text)
	}
	test.Tap(found)
	r.settle()
}

func (r *rig) fine() {
	r.t.Helper()
	if err := errors.Join(r.failed...); err != nil {
		r.t.Errorf("an action failed: %v", err)
	}
}

// picture writes the window to the folder in GLOSSATOR_PICTURES, for a person
// to look at; without it nothing is written.
func (r *rig) picture(name string) {
	r.t.Helper()
	r.window.Resize(r.window.Canvas().Size().AddWidthHeight(0, 1))
	r.window.Resize(r.window.Canvas().Size().SubtractWidthHeight(0, 1))
	stage.Picture(r.t, name, r.window.Canvas().Capture)
}

func detail(fieldID int64, text, iso string) models.Detail {
	return models.Detail{FieldID: fieldID, ValueText: text, ValueISO: iso}
}

// removers returns the buttons that remove rows.
func (r *rig) removers() []*field.Button {
	var found []*field.Button
	visible(r.page.Object(), func(o fyne.CanvasObject) {
		if b, ok := o.(*field.Button); ok && b.Icon() == toolkit.IconNameContentClear {
			found = append(found, b)
		}
	})
	return found
}
