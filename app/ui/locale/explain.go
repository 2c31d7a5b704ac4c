package locale

import (
	"errors"

	"glossator/models"
)

// Explain returns what a person should read about err in the user's language:
// the sentence of the first [models.Error] in its chain, else
// [models.Unknown]; empty for nil. Errors and terms among the values of the
// sentence are translated too.
func Explain(err error) string {
	if err == nil {
		return ""
	}
	known, ok := errors.AsType[*models.Error](err)
	switch {
	case !ok:
		return T(models.Unknown)
	case known.Format == "":
		return known.Message
	}
	values := make([]any, len(known.Values))
	for i, value := range known.Values {
		switch v := value.(type) {
		case models.Term:
			values[i] = T(string(v))
		case error:
			values[i] = Explain(v)
		default:
			values[i] = v
		}
	}
	return T(known.Format, values...)
}
