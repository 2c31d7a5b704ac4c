package models

import "strings"

// ParsePublished reads a date of publication as people write it, see
// [ParseDate]: a day, a month or a year, or nothing when it is not known. The
// error has [CodeInvalid] for anything else.
func ParsePublished(written string) (iso string, precision Precision, err error) {
	written = strings.TrimSpace(written)
	if written == "" {
		return "", PrecisionNone, nil
	}
	if iso, err = ParseDate(written); err != nil {
		return "", PrecisionNone, err
	}
	switch len(iso) {
	case len("2006"):
		return iso, PrecisionYear, nil
	case len("2006-01"):
		return iso, PrecisionMonth, nil
	case len("2006-01-02"):
		return iso, PrecisionDay, nil
	}
	return "", PrecisionNone, Errorf(CodeInvalid, "A publication date is one day, month or year, not a stretch of time.")
}
