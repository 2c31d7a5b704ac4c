package models

import (
	"errors"
	"fmt"
)

// Code says what kind of failure an [Error] is, for programs. People read its
// message.
type Code string

// The failures that callers tell apart.
const (
	CodeInvalid     Code = "invalid"      // the input breaks a rule
	CodeNotFound    Code = "not_found"    // no such file, article, sentence, ...
	CodeConflict    Code = "conflict"     // somebody else's newer version stands in the way
	CodeNothing     Code = "nothing"      // there is nothing to undo, redo or export
	CodeCancelled   Code = "cancelled"    // the user stopped it
	CodeIsFolder    Code = "is_folder"    // a folder where a file is needed
	CodeEmpty       Code = "empty"        // a file of no bytes, or without a word
	CodeBinary      Code = "binary"       // a file that is not text
	CodeEncoding    Code = "encoding"     // text in an encoding that is not read
	CodeTooLarge    Code = "too_large"    // above the stated limit
	CodeUnreadable  Code = "unreadable"   // no rights to read
	CodeNotProject  Code = "not_project"  // not an SQLite file
	CodeForeign     Code = "foreign"      // another program's SQLite file
	CodeNewer       Code = "newer"        // made by a newer version of the program
	CodeTruncated   Code = "truncated"    // cut short
	CodeDamaged     Code = "damaged"      // damaged
	CodeStray       Code = "stray"        // a side file that does not belong to the project
	CodeReadOnly    Code = "read_only"    // no rights to write
	CodeLocked      Code = "locked"       // in use by another process
	CodeInUse       Code = "in_use"       // open in another window
	CodeSilent      Code = "silent"       // open in a window that shows no sign of life
	CodeDiskFull    Code = "disk_full"    // no space left
	CodeMoved       Code = "moved"        // renamed, deleted or replaced while open
	CodeInput       Code = "input_output" // the disk or the share failed
	CodeExists      Code = "exists"       // would overwrite
	CodeUnsupported Code = "unsupported"  // a format or option that is not known
	CodeInternal    Code = "internal"     // a fault of the program itself
)

// Error is a failure with a code for programs and one plain sentence for
// people: what happened, to which file, and what to do.
type Error struct {
	Code    Code
	Message string // the sentence in English
	Text    Text   // the same for other languages
	Err     error  // the cause, for the log; may be nil
}

// Error returns the sentence for people.
func (e *Error) Error() string { return e.Message }

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// Errorf makes an [Error]. A cause is given with [Because], not with %w, so
// that its text does not reach the sentence.
func Errorf(code Code, format string, args ...any) *Error {
	return &Error{Code: code, Message: fmt.Sprintf(format, args...), Text: Textf(format, args...)}
}

// Because returns a copy of e that remembers its cause.
func (e *Error) Because(cause error) *Error {
	because := *e
	because.Err = cause
	return &because
}

// CodeOf returns the code of the first [Error] in err's chain,
// [CodeInternal] when there is none, and "" for nil.
func CodeOf(err error) Code {
	if err == nil {
		return ""
	}
	if known, ok := errors.AsType[*Error](err); ok {
		return known.Code
	}
	return CodeInternal
}

// Unknown is what a person reads about an error without a sentence of its own.
// Its cause belongs in the log.
//
//locale:texts
const Unknown = "Something went wrong inside the program; nothing was saved by this step. Please try again."

// Explain returns what a person should read about err, in English: the message
// of the first [Error] in its chain, else [Unknown].
func Explain(err error) string {
	if err == nil {
		return ""
	}
	if known, ok := errors.AsType[*Error](err); ok {
		return known.Message
	}
	return Unknown
}
