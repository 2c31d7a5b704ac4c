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
