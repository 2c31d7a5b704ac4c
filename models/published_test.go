package models_test

import (
	"testing"

	"glossator/models"
)

func TestParsePublished(t *testing.T) {
	t.Parallel()
	for _, tried := range []struct {
		written, iso string
		precision    models.Precision
		code         models.Code
	}{
		{"", "", models.PrecisionNone, ""},
		{" 2024 ", "2024", models.PrecisionYear, ""},
		{"2024-06", "2024-06", models.PrecisionMonth, ""},
		{"06.06.2024", "2024-06-06", models.PrecisionDay, ""},
		{"2024-06/2024-07", "", models.PrecisionNone, models.CodeInvalid},
		{"soon", "", models.PrecisionNone, models.CodeInvalid},
		{"2024-06-06T10:42", "2024-06-06T10:42", models.PrecisionMinute, ""},
		{"2024-06-06T10:42:05Z", "2024-06-06T10:42:05Z", models.PrecisionSecond, ""},
		{"6.6.2024, 9:05 UTC+5", "2024-06-06T09:05+05:00", models.PrecisionMinute, ""},
		{"06.06.2024 10:42 -0330", "2024-06-06T10:42-03:30", models.PrecisionMinute, ""},
		{"2024-06-06 24:42", "", models.PrecisionNone, models.CodeInvalid},
		{"2024-06-06 10:42 +19", "", models.PrecisionNone, models.CodeInvalid},
		{"2024-06 10:42", "", models.PrecisionNone, models.CodeInvalid},
	} {
		iso, precision, err := models.ParsePublished(tried.written)
		if iso != tried.iso || precision != tried.precision || models.CodeOf(err) != tried.code {
			t.Errorf("%q: %q %q %v", tried.written, iso, precision, err)
		}
	}
	if models.LanguageName("kk") != "Kazakh" || models.LanguageName("xx") != "XX" || models.Languages()[0].Code != "en" {
		t.Error("languages are not called by their names")
	}
}
