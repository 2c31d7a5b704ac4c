package reviewing

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	toolkit "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/locale"
	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/textline"
	"glossator/models"
)

// sign is how a state is shown: an icon, a word and a colour, so that nobody
// needs to see the colour.
type sign struct {
	icon   fyne.ThemeIconName
	word   string
	colour fyne.ThemeColorName
}

// signs are those of the states of review.
//
//locale:texts word
var signs = map[models.ReviewState]sign{
	models.ReviewOpen:     {icon: toolkit.IconNameRadioButton, word: "Undecided", colour: toolkit.ColorNamePrimary},
	models.ReviewAccepted: {icon: toolkit.IconNameConfirm, word: "Accepted", colour: toolkit.ColorNameSuccess},
	models.ReviewChanged:  {icon: toolkit.IconNameDocumentCreate, word: "Changed", colour: toolkit.ColorNameSuccess},
	models.ReviewRejected: {icon: toolkit.IconNameCancel, word: "Rejected", colour: toolkit.ColorNameError},
	models.ReviewAdded:    {icon: toolkit.IconNameContentAdd, word: "Added", colour: toolkit.ColorNameSuccess},
	models.ReviewDeferred: {icon: toolkit.IconNameHistory, word: "Later", colour: theme.ColorNameQuiet},
	models.ReviewStale:    {icon: toolkit.IconNameWarning, word: "Out of date", colour: toolkit.ColorNameWarning},
}

// noLabel is the sign of the decision that a sentence holds nothing.
var noLabel = sign{icon: toolkit.IconNameContentRemove, word: textNoLabelSign, colour: toolkit.ColorNameSuccess}

// signOf is the sign of a state of review, with the decision that made it: that
// there is no label here is a decision of its own.
func signOf(of models.ReviewState, made models.SentenceDecision) sign {
	if of == models.ReviewAccepted && made.LayerUID == "" && made.UID != "" && len(made.Labels) == 0 {
		return noLabel
	}
	return signs[of]
}

// verdictOf is the sign of a decision itself.
func verdictOf(made models.SentenceDecision) sign {
	return signOf(models.ReviewState(made.Verdict), made)
}

// comparisons say how the layers stand to each other.
//
//locale:texts
var comparisons = map[models.Comparison]string{
	models.NotComparable: "Not comparable: not everybody has finished the article",
	models.Same:          "Both say the same",
	models.DetailsDiffer: "Same labels, details differ",
	models.LabelsDiffer:  "Labels differ",
}

// reasons are the words of the short list.
//
//locale:texts
var reasons = map[models.Reason]string{
	models.ReasonSlip:         "A slip",
	models.ReasonGuidelineGap: "A gap in the guideline",
	models.ReasonAmbiguous:    "The text is ambiguous",
	models.ReasonEdgeCase:     "An edge case",
	models.ReasonOther:        "Something else",
}

// state shows a state of review.
type state struct {
	icon   *widget.Icon
	word   *textline.Line
	object fyne.CanvasObject
}

func newState() *state {
	s := &state{
		icon: widget.NewIcon(nil),
		word: textline.New("", textline.Look{Style: fyne.TextStyle{Bold: true}, Whole: true}),
	}
	s.object = container.NewHBox(container.NewCenter(s.icon), s.word)
	return s
}

func (s *state) show(known sign) {
	picture := fyne.CurrentApp().Settings().Theme().Icon(known.icon)
	s.icon.SetResource(toolkit.NewColoredResource(picture, known.colour))
	s.word.Set(locale.T(known.word), known.colour, true)
}

// Text returns the word on show.
func (s *state) Text() string { return s.word.Text() }
