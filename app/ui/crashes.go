package ui

import (
	"errors"
	"log/slog"

	"glossator/app/ui/background"
	"glossator/app/ui/locale"
)

// crashes keeps what the program itself did wrong.
type crashes struct {
	report func(stack string) (path string) // writes a crash report; nil: nobody does
}

// note writes down that the program itself failed and adds to the sentence
// about it where.
func (c *crashes) note(text string, err error) string {
	slog.Error("an action failed", "cause", err)
	panicked, ok := errors.AsType[*background.PanicError](err)
	if !ok || c.report == nil {
		return text
	}
	if path := c.report(panicked.Stack); path != "" {
		return locale.T("%s A report without any of your texts is in %s.", text, path)
	}
	return text
}
