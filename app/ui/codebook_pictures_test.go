package ui

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"

	"glossator/app/ui/stage"
	"glossator/app/ui/theme"
)

// TestPicturesOfDecisions draws suggestions, the editor of the codebook and the
// queue for a look. It runs only with a folder in GLOSSATOR_PICTURES.
func TestPicturesOfDecisions(t *testing.T) {
	stage.NeedsPictures(t)
	for _, mode := range []theme.Mode{theme.Light, theme.Dark} {
		r := newRig(t)
		r.shell.choices.setMode(mode)
		r.shell.window.Resize(fyne.NewSize(1280, 800))
		r.decisionScenes(func(name string) {
			r.settle()
			r.sound(name)
			stage.Picture(t, fmt.Sprintf("%s-%s", name, mode), r.shell.window.Canvas().Capture)
		})
	}
}

func (r *rig) decisionScenes(shoot func(name string)) {
	s := r.shell
	r.press(fyne.KeyHome)
	r.write("g")
	shoot("h1-suggested")
	r.write("a")
	shoot("h2-guessed")
	r.do("codebook.edit")
	shoot("h3-codebook")
	r.editor().Choose(1)
	r.editor().ShowDetails()
	shoot("h4-details")
	book := r.editor().Draft()
	book.Labels[2].Definition += " Opinions are none."
	book.Labels[1].Name = "Figure"
	r.editor().TakeOver(book, "codebook.json")
	c := r.editor().Confirm()
	c.Mean("claim")
	shoot("h5-confirm")
	c.Accept()
	r.settle()
	s.strip.Dismiss()
	r.do("queue.show")
	shoot("h6-queue")
	s.scene.leaveFront()
	r.do("codebook.edit")
	r.editor().Choose(-1)
	shoot("h7-rules")
	s.scene.leaveFront()
	for range 12 {
		r.write("g")
		r.write("a")
	}
	r.change("commitment")
	s.strip.Dismiss()
	r.press(fyne.KeyHome)
	r.write("g")
	shoot("h8-outdated")
	r.addLike()
	shoot("h9-like")
}

// addLike opens an article that repeats a promise of an earlier one.
func (r *rig) addLike() {
	r.t.Helper()
	for _, title := range []string{"An earlier report", "A later report"} {
		r.shell.arrivals.addPaths([]string{r.article(title, "The ministry will open three new shelters by the end of the year.", "The hall was full.")})
		r.settle()
		if title[3] == 'e' {
			r.press(fyne.KeyHome)
			r.do("label.commitment")
		}
	}
	r.press(fyne.KeyHome)
	r.settle()
}
