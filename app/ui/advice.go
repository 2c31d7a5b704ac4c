package ui

import (
	"context"
	"time"

	"glossator/app/ui/command"
	"glossator/app/ui/locale"
	"glossator/app/ui/refit"
	"glossator/app/workspace"
)

// The texts about suggestions.
const (
	reasonSilent       = "suggestions are switched off"
	reasonNoSuggestion = "nothing is suggested for this sentence"
)

// advice is what the program suggests about the sentence under the cursor.
type advice struct {
	*bench

	sides *sides
	pause time.Duration // between a change and learning from it
}

// follow keeps the suggestions in step with a project.
func (a *advice) follow(ws *workspace.Workspace) *refit.Refitter {
	return refit.New(ws, a.work.Learning, a.pause)
}

// suggestionCommands answer the suggestion on the current sentence.
func (a *advice) suggestionCommands() []command.Command {
	return []command.Command{
		{ID: "suggestion.accept", Title: locale.T("Accept suggestion"), Menu: menuLabel, Group: 0, Context: true, Rare: true,
			Help: locale.T("Put the suggested label on the sentence, with the guessed details."),
			Keys: []command.Key{command.Write('a')}, Run: func() { a.answer(a.desk.ws.Accept, true) },
			Off: a.cannotTag, Here: a.noSuggestion},
		{ID: "suggestion.reject", Title: locale.T("Reject suggestion"), Menu: menuLabel, Group: 0, Context: true, Rare: true,
			Help: locale.T("Say that the suggested label does not fit; it is not suggested here again."),
			Keys: []command.Key{command.Write('r')}, Run: func() { a.answer(a.desk.ws.Reject, false) },
			Off: a.cannotTag, Here: a.noSuggestion},
	}
}

// answer accepts or rejects the strongest suggestion on the sentence under the
// cursor, and shows the form of an accepted one; the keyboard stays with the
// text.
func (a *advice) answer(answer func(ctx context.Context, position int, labelKey string) error, form bool) {
	a.flush()
	at := a.desk.ws.Cursor()
	label := a.desk.ws.Suggested(at)[0].Label.Key
	a.work.Change(func(ctx context.Context) error { return answer(ctx, at, label) })
	if form {
		a.sides.showInspector()
	}
}

func (a *advice) noSuggestion() string {
	if reason := a.silent(); reason != "" {
		return reason
	}
	if len(a.desk.ws.Suggested(a.desk.ws.Cursor())) == 0 {
		return locale.T(reasonNoSuggestion)
	}
	return ""
}

// silent says that nothing is suggested because the user does not want it.
func (a *advice) silent() string {
	if !a.desk.ws.Suggesting() {
		return locale.T(reasonSilent)
	}
	return ""
}
