package models

import "encoding/json"

// Extra is the values of columns that a file had beside ours, kept so that they
// leave again with the next export: a JSON object from the column's name to the
// text, with the names sorted, or empty.
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

// Values returns the values by the column's name, never nil.
func (e Extra) Values() map[string]string {
	values := map[string]string{}
	if e == "" || json.Unmarshal([]byte(e), &values) != nil || values == nil {
		return map[string]string{}
	}
	return values
}
