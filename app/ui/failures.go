package ui

import (
	"errors"

	"glossator/app/ui/locale"
	"glossator/app/ui/status"
	"glossator/models"
)

// The texts about what failed.
const (
	textNotSaved = "Not saved: %s"
	textRetry    = "Retry"
	textNoBackup = "No backup could be made: %s"
)

// failures is what is said about what failed, with what the user can do.
type failures struct {
	*bench

	rescue  *rescue
	crashes *crashes
	gone    bool // it was said that the file is no longer where it was
}

// fail shows an error. One that a rule made is out of date with the next
// action that succeeds; others stay.
func (f *failures) fail(err error) {
	code, text := models.CodeOf(err), locale.Explain(err)
	if code == models.CodeInternal {
		text = f.crashes.note(text, err)
	}
	message := status.Message{Text: text, Alarm: code != models.CodeCancelled, Transient: refused(code)} // who stops something is not warned
	if code == models.CodeDamaged && f.desk != nil {
		message.Action, message.Run = locale.T(textBackups), f.rescue.askRestore
		message.Second, message.RunSecond = locale.T(textSalvage), f.rescue.askSalvage
		f.strip.Show(message)
		return
	}
	f.strip.Show(f.offer(message, err))
}

// refused reports whether nothing was lost: a rule turned the action down.
func refused(code models.Code) bool {
	switch code {
	case models.CodeInvalid, models.CodeNotFound, models.CodeConflict, models.CodeNothing, models.CodeCancelled:
		return true
	default:
		return false
	}
}

// offer adds to a message about a change that could not be saved what the user
// can do about it. What a rule refused needs no rescue.
func (f *failures) offer(message status.Message, err error) status.Message {
	if f.desk == nil || message.Transient {
		return message
	}
	failure := f.desk.ws.Failure()
	if failure == nil || !errors.Is(err, failure) {
		return message
	}
	message.Text = locale.T(textNotSaved, message.Text)
	message.Action, message.Run = locale.T(textSaveCopy), f.rescue.askCopy
	if retry := f.work.Retry(); retry != nil {
		message.Second, message.RunSecond = locale.T(textRetry), retry
	}
	return message
}

// missed tells once that the file is no longer where it was opened. The watch
// over the file notices it also when nobody works.
func (f *failures) missed(err error) {
	if models.CodeOf(err) != models.CodeMoved {
		f.gone = false
		return
	}
	if f.gone {
		return
	}
	f.gone = true
	f.strip.Show(status.Message{Text: locale.Explain(err), Alarm: true, Action: locale.T(textSaveCopy), Run: f.rescue.askCopy})
}

// explain says once more why the last change is not on disk.
func (f *failures) explain() {
	if f.desk == nil {
		return
	}
	if err := f.desk.ws.Failure(); err != nil {
		f.work.Fail(err)
	}
}

// warnUnsafe says that the last automatic backup could not be made.
func (f *failures) warnUnsafe() {
	if f.desk == nil {
		return
	}
	if err := f.desk.ws.Unsafe(); err != nil {
		f.strip.Show(status.Message{Text: locale.T(textNoBackup, locale.Explain(err)), Alarm: true})
	}
}
