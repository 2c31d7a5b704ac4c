package models

import (
	"encoding/json"
	"maps"
)

// Extra is the values of columns that a file had beside ours, kept so that they
// leave again with the next export: a JSON object from the column's name to the
// text, with the names sorted, or empty. Beside them it keeps what the file told
// of a review, see [ExportRow.Tell].
type Extra string

// NewExtra makes an Extra of values; empty texts are left out.
func NewExtra(values map[string]string) Extra {
	kept := make(map[string]string, len(values))
	for name, value := range values {
		if value != "" {
			kept[name] = value
		}
	}
	if len(kept) == 0 {
		return ""
	}
	data, err := json.Marshal(kept) // sorts the names
	if err != nil {
		return "" // texts are always JSON
	}
	return Extra(data)
}

// With returns what was kept with these values of the columns in place of those
// that it has.
func (e Extra) With(values map[string]string) Extra {
	all := maps.Clone(values)
	all[toldKey] = e.all()[toldKey]
	return NewExtra(all)
}

// Values returns the values by the column's name, never nil. What was told of a
// review is none of them, see [ExportRow.Review].
func (e Extra) Values() map[string]string {
	values := e.all()
	delete(values, toldKey)
	return values
}

func (e Extra) all() map[string]string {
	values := map[string]string{}
	if e == "" || json.Unmarshal([]byte(e), &values) != nil || values == nil {
		return map[string]string{}
	}
	return values
}
