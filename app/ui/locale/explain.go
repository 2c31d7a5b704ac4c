package locale

import (
	"errors"

	"glossator/models"
)

// Explain returns what a person should read about err in the user's language:
// the sentence of the first [models.Error] in its chain, else
// [models.Unknown]; empty for nil.
func Explain(err error) string {
	if err == nil {
		return ""
	}
	if known, ok := errors.AsType[*models.Error](err); ok {
		return Say(known.Text)
	}
	return T(models.Unknown)
}

// Say returns a sentence of the other rooms in the user's language. Errors,
// terms and texts among its values are translated too.
func Say(text models.Text) string {
	values := make([]any, len(text.Values))
	for i, value := range text.Values {
		switch v := value.(type) {
		case models.Term:
			values[i] = T(string(v))
		case models.Text:
			values[i] = Say(v)
		case error:
			values[i] = Explain(v)
		default:
			values[i] = v
		}
	}
	if text.One != "" {
		return N(text.N, text.One, text.Format, values...)
	}
	return T(text.Format, values...)
}
