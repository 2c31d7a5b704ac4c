package ingest

import (
	"errors"
	"io/fs"
	"strconv"

	"glossator/models"
)

// quoted is how a file is named at the start of a sentence; what has no name,
// such as the standard input, is "The text".
func quoted(name string) string {
	if name == "" {
		return "The text"
	}
	return strconv.Quote(name)
}

func tooLarge(subject string) *models.Error {
	const megabyte = 1 << 20
	return models.Errorf(models.CodeTooLarge,
		"%s is larger than %d MB, the most that can be read; split it into smaller files.", subject, MaxSize/megabyte)
}

// unopened turns an error of opening or reading into a sentence.
func unopened(subject string, err error) *models.Error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return models.Errorf(models.CodeNotFound,
			"%s does not exist; check its name and folder.", subject).Because(err)
	case errors.Is(err, fs.ErrPermission):
		return models.Errorf(models.CodeUnreadable,
			"%s could not be opened for want of rights; ask its owner to let you read it.", subject).Because(err)
	default:
		return models.Errorf(models.CodeInput,
			"%s could not be read, because the disk or the connection failed; try again or copy it to another place.", subject).Because(err)
	}
}
