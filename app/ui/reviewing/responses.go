package reviewing

import (
	"cmp"
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	toolkit "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/background"
	"glossator/app/ui/command"
	"glossator/app/ui/locale"
	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/keyboard"
	"glossator/app/ui/widgets/surface"
	"glossator/app/ui/widgets/textline"
	"glossator/app/workspace"
	"glossator/models"
)

// ModeAnswering is the mode in which keys answer decisions about the own layer.
const ModeAnswering command.Mode = "answering"

// The texts about decisions on the own layer.
const (
	textResponses    = "Decisions about my labels"
	textWaitingCount = "%s of %s answered"
	textNoDecisions  = "Nobody has decided about your labels yet"
	textNoHow        = "Send your labels for review, and open what comes back with “Open a colleague's labels…”."
	textAgree        = "Agree"
	textDisagree     = "Disagree"
	textDiscuss      = "Discuss"
	textGo           = "Go to the sentence"
	textAgreed       = "Your labels on this sentence are now as the decision says."
	textWhyNot       = "What speaks against it? Ctrl+Enter saves"
	textAbout        = "What should be talked about? Ctrl+Enter saves"
	textMineNow      = "My labels: %s"
	textStandsNow    = "Decision: %s"
	textOutdated     = "The decision has changed since you answered."
)

// answers are the words and signs of answers.
//
//locale:texts word
var answers = map[models.Answer]sign{
	models.AnswerAgree:    {icon: toolkit.IconNameConfirm, word: "You agreed", colour: toolkit.ColorNameSuccess},
	models.AnswerDisagree: {icon: toolkit.IconNameCancel, word: "You disagreed", colour: toolkit.ColorNameError},
	models.AnswerDiscuss:  {icon: toolkit.IconNameMailReply, word: "To discuss", colour: toolkit.ColorNameWarning},
}

// ResponseActions is what the page of responses needs from the window.
type ResponseActions struct {
	SayUndo  func(text string)
	Open     func(articleUID string, sentenceID int64)
	Leave    func()
	Key      func(*fyne.KeyEvent)
	Rune     func(rune)
	Shortcut func(fyne.Shortcut)
}

// Responses is the page in front of the panes on which an annotator answers
// what reviewers decided about the own layer.
type Responses struct {
	ws      *workspace.Workspace
	run     *background.Runner
	reads   *background.Runner
	actions ResponseActions
	cancel  func()

	rows    []models.DecisionResponse
	at      int
	focused bool                          // the list had the keyboard since there is something in it
	going   bool                          // an answer was given; the next decision is to be shown
	mine    []models.DifferenceAnnotation // the own labels on the sentence of the cursor
	count   *textline.Line
	list    *responseList
	detail  *responseDetail
	empty   *fyne.Container
	split   *container.Split
	object  fyne.CanvasObject
}

// NewResponses makes the page and reads the decisions.
func NewResponses(ws *workspace.Workspace, run, reads *background.Runner, post background.Poster, actions ResponseActions) *Responses {
	r := &Responses{ws: ws, run: run, reads: reads, actions: actions}
	r.build()
	r.cancel = ws.Subscribe(func(event workspace.Event) {
		if event.Kind == workspace.ReviewChanged || event.Kind == workspace.SentencesChanged {
			post(r.read)
		}
	})
	r.read()
	return r
}

func (r *Responses) build() {
	const listShare = 0.42
	r.count = textline.New("", textline.Look{Colour: theme.ColorNameQuiet})
	r.list = newResponseList(r)
	r.detail = newResponseDetail(r)
	r.empty = container.NewVBox(layout.NewSpacer(),
		widget.NewLabelWithStyle(locale.T(textNoDecisions), fyne.TextAlignCenter, fyne.TextStyle{Bold: true}),
		widget.NewLabelWithStyle(locale.T(textNoHow), fyne.TextAlignCenter, fyne.TextStyle{}), layout.NewSpacer(), layout.NewSpacer())
	r.split = container.NewHSplit(r.list, r.detail.object)
	r.split.Offset = listShare
	r.split.Hide()
	title := textline.New(locale.T(textResponses), textline.Look{Style: fyne.TextStyle{Bold: true}, Whole: true})
	bar := container.New(layout.NewCustomPaddedLayout(theme.Gap, theme.Gap, 0, 0), container.NewBorder(nil, nil, title,
		widget.NewButton(locale.T(textBack), r.actions.Leave), container.New(layout.NewCustomPaddedLayout(0, 0, theme.Inset, 0), r.count)))
	r.object = surface.New(toolkit.ColorNameBackground, container.New(layout.NewCustomPaddedLayout(0, theme.Gap, theme.Inset, theme.Inset),
		container.NewBorder(bar, nil, nil, nil, container.NewStack(r.split, r.empty))))
}

// Object returns what the window shows.
func (r *Responses) Object() fyne.CanvasObject { return r.object }

// Mode says that keys answer.
func (r *Responses) Mode() command.Mode { return ModeAnswering }

// Close ends the subscription.
func (r *Responses) Close() { r.cancel() }

// Focus gives the keyboard to the list.
func (r *Responses) Focus() {
	if c := keyboard.Canvas(r.list); c != nil {
		c.Focus(r.list)
	}
}

// Rows returns the decisions on show.
func (r *Responses) Rows() []models.DecisionResponse { return r.rows }

// read reads the decisions anew and keeps the place.
func (r *Responses) read() {
	r.reads.Do(func(ctx context.Context) (func(), error) {
		rows, err := r.ws.Responses(ctx)
		if err != nil {
			return nil, err
		}
		return func() { r.show(rows) }, nil
	})
}

func (r *Responses) show(rows []models.DecisionResponse) {
	before := ""
	if current, ok := r.current(); ok {
		before = current.Decision.UID
	}
	r.rows = inPlace(rows, r.rows)
	r.at = max(0, min(r.at, len(rows)-1))
	done := 0
	for i, row := range r.rows {
		if row.Decision.UID == before {
			r.at = i
		}
		if answered(row) {
			done++
		}
	}
	r.goOn()
	r.count.SetText(locale.T(textWaitingCount, locale.Number(done), locale.Number(len(rows))))
	setShown(r.split, len(rows) > 0)
	setShown(r.empty, len(rows) == 0)
	r.list.Refresh()
	r.choose()
	if len(rows) > 0 && !r.focused {
		r.focused = true
		r.Focus()
	}
}

// inPlace puts rows that were read anew into the order of those before, so that
// an answer moves nothing; what is new comes last.
func inPlace(rows, before []models.DecisionResponse) []models.DecisionResponse {
	place := make(map[string]int, len(before))
	for i, row := range before {
		place[row.Decision.UID] = i - len(before)
	}
	slices.SortStableFunc(rows, func(a, b models.DecisionResponse) int {
		return cmp.Compare(place[a.Decision.UID], place[b.Decision.UID])
	})
	return rows
}

// answered reports whether the decision as it is has its answer.
func answered(row models.DecisionResponse) bool { return row.Response != nil && !row.Outdated }

// goOn moves the cursor from a decision that was just answered to the next one
// that waits; after the last one it stays.
func (r *Responses) goOn() {
	if !r.going {
		return
	}
	r.going = false
	for i := range r.rows {
		if next := (r.at + 1 + i) % len(r.rows); !answered(r.rows[next]) {
			r.at = next
			return
		}
	}
}

func (r *Responses) choose() {
	if len(r.rows) > 0 {
		r.list.Select(r.at)
		r.look()
	}
}

// current returns the decision of the cursor; false when there is none.
func (r *Responses) current() (models.DecisionResponse, bool) {
	if r.at >= len(r.rows) {
		return models.DecisionResponse{}, false
	}
	return r.rows[r.at], true
}

// Move goes to a neighbour in the list.
func (r *Responses) Move(by int) {
	if at := r.at + by; at >= 0 && at < len(r.rows) {
		r.list.Select(at)
	}
}

// look shows the decision of the cursor beside the own labels of today.
func (r *Responses) look() {
	row, ok := r.current()
	if !ok {
		return
	}
	me := r.ws.Me().UID
	r.reads.Do(func(ctx context.Context) (func(), error) {
		found, _, err := r.ws.DifferenceAt(ctx, models.DifferenceFilter{Layers: []string{me}}, row.Sentence)
		if err != nil {
			return nil, err
		}
		return func() {
			if now, still := r.current(); !still || now.Decision.UID != row.Decision.UID {
				return
			}
			r.mine = nil
			if len(found.Layers) > 0 {
				r.mine = found.Layers[0].Annotations
			}
			r.detail.show(row)
		}, nil
	})
}

// Agree makes the own labels what the decision says, in one step.
func (r *Responses) Agree() { r.respond(models.AnswerAgree, "", locale.T(textAgreed)) }

// Disagree asks what speaks against the decision.
func (r *Responses) Disagree() { r.detail.ask(models.AnswerDisagree, locale.T(textWhyNot)) }

// Discuss asks what should be talked about.
func (r *Responses) Discuss() { r.detail.ask(models.AnswerDiscuss, locale.T(textAbout)) }

// GoTo goes to the sentence in the text.
func (r *Responses) GoTo() {
	if row, ok := r.current(); ok {
		r.actions.Open(row.ArticleUID, row.Sentence.ID)
	}
}

func (r *Responses) respond(answer models.Answer, comment, said string) {
	row, ok := r.current()
	if !ok {
		return
	}
	in := models.ResponseInput{DecisionUID: row.Decision.UID, Answer: answer, Comment: comment}
	r.going = true
	r.run.Do(func(ctx context.Context) (func(), error) {
		err := r.ws.Respond(ctx, in)
		return func() {
			switch {
			case err != nil:
				r.going = false
			case said != "":
				r.actions.SayUndo(said)
			}
		}, err
	})
	r.Focus()
}
