package ui

import (
	"fmt"
	"image"
	"image/draw"
	"testing"

	"fyne.io/fyne/v2"

	"glossator/app/ui/stage"
	"glossator/app/ui/theme"
	"glossator/models"
)

// TestReviewPictures draws the pages of review for a look. It runs only with a
// folder for the pictures in GLOSSATOR_PICTURES.
func TestReviewPictures(t *testing.T) {
	stage.NeedsPictures(t)
	for _, mode := range []theme.Mode{theme.Light, theme.Dark} {
		for _, size := range []fyne.Size{fyne.NewSize(1280, 800), fyne.NewSize(1920, 1080)} {
			r := newRig(t)
			r.shell.choices.setMode(mode)
			r.shell.window.Resize(size)
			r.reviewScenes(func(name string) {
				r.settle()
				r.sound(name)
				picture := r.shell.window.Canvas().Capture()
				title := fmt.Sprintf("review-%s-%s-%.0f", name, mode, size.Width)
				stage.Picture(t, title, func() image.Image { return picture })
				if size.Width < 1920 {
					grey := image.NewGray(picture.Bounds())
					draw.Draw(grey, grey.Bounds(), picture, image.Point{}, draw.Src)
					stage.Picture(t, title+"-grey", func() image.Image { return grey })
				}
			})
		}
	}
}

// labelled is what two people say about the sample article, by position.
var labelled = map[int][2]string{
	0: {"commitment", "commitment"}, 1: {"statistic", "statistic"}, 2: {"", "claim"}, 3: {"claim", "statistic"},
	5: {"commitment", ""}, 6: {"statistic", "statistic"}, 8: {"commitment", "commitment"}, 10: {"claim", "claim"}, 12: {"statistic", "claim"},
}

func (r *rig) labelSample(who int) {
	r.t.Helper()
	for position, labels := range labelled {
		if labels[who] == "" {
			continue
		}
		_, err := r.ws().ToggleLabel(r.t.Context(), position, labels[who])
		r.must(err)
		r.fill(position, labels[who], who)
	}
	r.must(r.ws().SetFinished(r.t.Context(), true))
}

// fill writes a detail, which the two people read differently.
func (r *rig) fill(position int, key string, who int) {
	r.t.Helper()
	words := map[string][2]string{
		"statistic": {"192 victims", "192"}, "commitment": {"The Ministry of Social Affairs", "the ministry"},
	}[key]
	sentence, _ := r.ws().Sentence(position)
	for _, annotation := range sentence.Mine {
		if annotation.Label.Key == key && words[who] != "" {
			detail := models.Detail{FieldID: annotation.Label.Fields[0].ID, ValueText: words[who]}
			r.must(r.ws().SetDetails(r.t.Context(), position, annotation.UID, []models.Detail{detail}))
		}
	}
}

func (r *rig) reviewScenes(shoot func(name string)) {
	s := r.shell
	r.do("review.check")
	shoot("0-nobody")
	r.do("review.check")
	r.do("review.agreement")
	shoot("0-agreement")
	r.press(fyne.KeyEscape)
	r.do("review.responses")
	shoot("0-responses")
	r.press(fyne.KeyEscape)
	content, _ := r.ws().Article()
	sample := content.Article.UID
	me := r.ws().Me().Name
	r.twoLayers(3, 9)
	r.must(r.ws().OpenArticle(r.t.Context(), sample))
	r.labelSample(0)
	r.ws().CloseArticle()
	r.must(r.ws().SignIn(r.t.Context(), colleague))
	r.must(r.ws().SetCodings(r.t.Context(), []string{sample}, models.CodingBlind))
	r.must(r.ws().OpenArticle(r.t.Context(), sample))
	r.labelSample(1)
	r.must(r.ws().SignIn(r.t.Context(), me))
	r.must(r.ws().OpenArticle(r.t.Context(), sample))
	r.settle()
	s.strip.Dismiss()
	r.do("review.check")
	shoot("1-open")
	r.write("a")
	r.write("c")
	r.write("The sentence names a number, but nothing is promised in it.")
	r.chord(ctrlEnter())
	r.press(fyne.Key1)
	shoot("2-decided")
	r.write("n")
	r.write("r")
	shoot("3-reason")
	r.press(fyne.Key2)
	r.write("e")
	shoot("4-details")
	r.press(fyne.KeyEscape)
	r.do("review.check")
	s.strip.Dismiss()
	r.do("review.agreement")
	r.press(fyne.KeyDown)
	r.press(fyne.KeyRight)
	r.press(fyne.KeyReturn)
	shoot("5-agreement")
	r.press(fyne.KeyEscape)
	r.press(fyne.KeyEscape)
	r.mergeScenes(shoot)
}

func (r *rig) mergeScenes(shoot func(name string)) {
	r.addThree()
	page := r.lookInto(r.secondCopy(0, 1))
	shoot("6-merge")
	page.CodeBlind()
	page.Confirm()
	r.settle()
	shoot("7-blind")
	r.shell.strip.Dismiss()
	r.do("review.send")
	shoot("8-send")
	r.press(fyne.KeyEscape)
	r.must(r.ws().SignIn(r.t.Context(), colleague))
	r.settle()
	r.do("review.responses")
	shoot("9-responses")
	r.press(fyne.KeyEscape)
	r.do("help.keys")
	shoot("10-keys")
}
