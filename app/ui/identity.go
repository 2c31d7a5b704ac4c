package ui

import (
	"context"

	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/locale"
	"glossator/app/ui/status"
	"glossator/app/workspace"
)

// The texts about who works here.
const (
	textAnnotator  = "Annotator"
	textCorrect    = "Correct my name; my annotations stay mine"
	textOther      = "Somebody else works here now"
	textYourName   = "Your annotations carry the name “%s”."
	textChangeName = "Change…"
	textKeepName   = "Keep it"
)

// identity is under which name one works.
type identity struct {
	*bench

	projects   Projects
	introduced bool // it was said under which name one works, or need not be
}

// ask asks who works here.
func (i *identity) ask() {
	if i.desk == nil {
		return
	}
	ws := i.desk.ws
	how := widget.NewRadioGroup([]string{locale.T(textCorrect), locale.T(textOther)}, nil)
	how.SetSelected(locale.T(textCorrect))
	how.Required = true
	i.over.AskName(locale.T(textAnnotator), ws.Me().Name, how, func(name string) {
		i.change(ws, name, how.Selected == locale.T(textOther))
	})
}

func (i *identity) change(ws *workspace.Workspace, name string, other bool) {
	if name == ws.Me().Name {
		return
	}
	i.flush()
	i.work.Change(func(ctx context.Context) error {
		act := ws.Rename
		if other {
			act = ws.SignIn
		}
		if err := act(ctx, name); err != nil {
			return err
		}
		return i.projects.SetAnnotator(name)
	})
}

func (i *identity) rename(name string) {
	if i.desk != nil {
		i.change(i.desk.ws, name, false)
	}
}

// introduce says once, at the first label, under which name the annotations
// are kept.
func (i *identity) introduce() {
	if i.introduced {
		return
	}
	i.introduced = true
	i.work.Actions.Do(func(context.Context) (func(), error) {
		if i.projects.Named() {
			return nil, nil //nolint:nilnil // there is nothing to show
		}
		return i.askName, nil
	})
}

// askName waits for the next label while one is not saved: that is more
// urgent.
func (i *identity) askName() {
	if i.desk == nil {
		return
	}
	if i.desk.ws.Failure() != nil {
		i.introduced = false
		return
	}
	name := i.desk.ws.Me().Name
	i.strip.Show(status.Message{
		Text:   locale.T(textYourName, name),
		Action: locale.T(textChangeName), Run: i.ask,
		Second: locale.T(textKeepName), RunSecond: func() {
			i.work.Change(func(context.Context) error { return i.projects.SetAnnotator(name) })
		},
	})
}
