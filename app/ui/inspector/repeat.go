package inspector

import (
	"time"

	"fyne.io/fyne/v2"
	toolkit "fyne.io/fyne/v2/theme"

	"glossator/app/ui/locale"
	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/column"
	"glossator/app/ui/widgets/excerpt"
	"glossator/app/ui/widgets/field"
	"glossator/models"
)

const repeatLines = 3

// repeat says which earlier sentence the one on the page is like, and opens it.
type repeat struct {
	page   *Page
	text   *excerpt.Excerpt
	open   *field.Button
	place  models.Place
	object *fyne.Container
}

func newRepeat(p *Page) *repeat {
	r := &repeat{page: p, text: excerpt.New("", excerpt.Style{Size: theme.SizeNameSmall, Colour: theme.ColorNameQuiet, Lines: repeatLines})}
	r.open = field.NewButton("", toolkit.IconNameNavigateNext, r.follow, p.hooks("", locale.T(textRepeatHint), nil))
	r.open.SetLabel(locale.T(textRepeatHint))
	r.object = column.New(theme.Tight, r.open, r.text)
	r.object.Hide()
	return r
}

func (r *repeat) show(position int) {
	like, ok := r.page.ws.Repeat(position)
	show(r.object, ok)
	if !ok {
		return
	}
	r.place = like.Place
	r.open.Set(textRepeat(like.Label, like.PublishedOn), r.open.Icon())
	r.text.SetText("“" + like.Text + "”")
}

func (r *repeat) follow() {
	if r.page.OnPlace != nil {
		r.page.OnPlace(r.place)
	}
}

// The texts about repetitions and about the codebook of an earlier time.
//
//locale:texts
const (
	textLikeOn     = "As before: %s, %s"
	textLike       = "As before: %s"
	textRepeatHint = "Opens the earlier sentence, which says much the same."
	textComplete   = "↓ %s"
	textOutdated   = "Tagged under version %s of the codebook; the meaning of this label has changed since."
	textReaffirm   = "It still stands"
	textStandsHint = "Says that you have looked again and that the label fits as the codebook has it now."
)

// textRepeat names the earlier label and, as far as it is known, its day.
func textRepeat(label models.Label, published string) string {
	name := locale.Codebook(label.Name)
	for _, known := range []struct {
		form string
		say  func(time.Time) string
	}{{time.DateOnly, locale.Day}, {"2006-01", locale.Month}, {"2006", locale.Year}} {
		if at, err := time.Parse(known.form, published[:min(len(published), len(known.form))]); err == nil {
			return locale.T(textLikeOn, name, known.say(at))
		}
	}
	return locale.T(textLike, name)
}
