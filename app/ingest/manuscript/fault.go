package manuscript

import (
	"errors"

	"glossator/models"
)

// Fault is why a file could not be read. A reader does not know the name of
// the file, so it gives the sentence without its subject.
type Fault struct { //nolint:errname // a fault is told to people, other errors are not
	Code      models.Code
	Predicate models.Text // completes the name of the file: "is damaged; ask for it again."
	Err       error       // the cause, for the log; may be nil
}

// Faultf makes a [Fault]. The format completes the name of a file to a
// sentence.
//
//locale:format format
func Faultf(code models.Code, format string, args ...any) *Fault {
	return &Fault{Code: code, Predicate: models.Textf(format, args...)}
}

// Because returns a copy of f that remembers its cause.
func (f *Fault) Because(cause error) *Fault {
	return &Fault{Code: f.Code, Predicate: f.Predicate, Err: cause}
}

// Error returns the sentence with a stand-in for the name.
func (f *Fault) Error() string { return "the file " + f.Predicate.String() }

// Unwrap returns the cause.
func (f *Fault) Unwrap() error { return f.Err }

// Named returns the sentence about the file that subject names at the start of
// a sentence. An error that holds no Fault becomes [models.CodeDamaged].
func Named(subject string, err error) *models.Error {
	fault, ok := errors.AsType[*Fault](err)
	if !ok {
		fault = Damaged(err)
	}
	return models.Errorf(fault.Code, "%s %s", subject, fault.Predicate).Because(err)
}

// Damaged is the fault of a file that begins as it should and cannot be read
// to its end.
func Damaged(cause error) *Fault {
	return Faultf(models.CodeDamaged, "is damaged or cut short and cannot be read; ask for it again or save it anew.").Because(cause)
}

// Swollen is the fault of a file that holds more than any article.
func Swollen() *Fault {
	const megabyte = 1 << 20
	return Faultf(models.CodeTooLarge,
		"holds more than %d MB of text, the most that one article may have; split it into smaller files.", MaxText/megabyte)
}

// TooDeep is the fault of a file whose parts are nested past any use.
func TooDeep() *Fault {
	return Faultf(models.CodeDamaged,
		"nests its parts more than %d deep, which no article does; open it in the program that made it and save it anew.", MaxDepth)
}
