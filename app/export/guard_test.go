package export_test

import (
	"strings"
	"testing"

	"glossator/app/export"
	"glossator/models"
)

func TestGuard(t *testing.T) {
	t.Parallel()
	cases := map[string]string{
		"": "", "plain": "plain", "don't": "don't", "'quoted'": "'quoted'", "'": "'", "''": "''", " =1": " =1",
		"=1+1": "'=1+1", "+7 727": "'+7 727", "-5%": "'-5%", "@SUM(A1)": "'@SUM(A1)", "\t=1": "'\t=1", "\r": "'\r", "\n=1": "'\n=1",
		"\x00": "'\x00", "＝1": "'＝1", "－5": "'－5", "＠x": "'＠x", "ｆ": "ｆ",
		"'=1": "''=1", "''-": "'''-",
	}
	for text, want := range cases {
		if got := export.Guard(text); got != want {
			t.Errorf("Guard(%q) = %q, want %q", text, got, want)
		}
	}
	for _, text := range []string{"'quoted'", "'", "=1", "a'=1", "''x"} {
		if got := export.Unguard(text); got != text {
			t.Errorf("Unguard(%q) = %q, but no guard was there", text, got)
		}
	}
}

func FuzzGuard(f *testing.F) {
	for _, text := range awkward() {
		f.Add(text)
		f.Add("'" + text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		guarded := export.Guard(text)
		if got := export.Unguard(guarded); got != text {
			t.Errorf("%q was guarded as %q and came back as %q", text, guarded, got)
		}
		if strings.ContainsAny(guarded[:min(1, len(guarded))], "=+-@\t\r\n\x00") {
			t.Errorf("%q was guarded as %q, which still runs", text, guarded)
		}
	})
}

func TestExcelCSV(t *testing.T) {
	t.Parallel()
	row := statistic()
	row.Sentence.Text, row.Annotation.Note = "=1+1; \"2\"", "'-5"
	row.Details = []models.NamedDetail{detail("statistic", "value", 0, "-5,5", new(-5.5), "")}
	in := input(row)
	in.Locale = "ru_RU.UTF-8"
	in.Notify = func(notice models.Text) { t.Errorf("a guarded file runs nothing: %s", notice) }
	got := string(stream(t, export.ExcelCSV(), in))
	for _, want := range []string{
		"\ufeffarticle_title;article_source;", ";\"'=1+1; \"\"2\"\"\";", ";''-5;", ";'-5,5;-5,5;", ";annotations/1+guard\r\n",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("there is no %q in %q", want, got)
		}
	}
	in.Locale = "en-GB"
	if got := string(stream(t, export.ExcelCSV(), in)); !strings.Contains(got, ",\"'-5,5\",-5.5,") {
		t.Errorf("the English file is %q", got)
	}
}

func TestSeparator(t *testing.T) {
	t.Parallel()
	for locale, want := range map[string]byte{
		"": ',', "C": ',', "POSIX": ',', "C.UTF-8": ',', "en-US": ',', "en_GB.UTF-8": ',', "zh-Hans-CN": ',', "de-CH": ',', "es-MX": ',',
		"en-ZA": ';', "kk-KZ": ';', "kk_KZ": ';', "ru": ';', "de-DE": ';', "es-ES": ';', "fr": ';', "uk-UA": ';',
	} {
		if got := export.Separator(locale); got != want {
			t.Errorf("%q has %q, want %q", locale, got, want)
		}
	}
}

func TestExactCSVTellsOfFormulas(t *testing.T) {
	t.Parallel()
	var notices []string
	in := corpus()
	in.Notify = func(notice models.Text) { notices = append(notices, notice.String()) }
	got := string(stream(t, export.CSV(), in))
	if !strings.Contains(got, "\"=1+1 is what") || !strings.Contains(got, ",=cmd(),") {
		t.Error("the exact file was changed")
	}
	if len(notices) != 1 || !strings.HasPrefix(notices[0], "2 cells start with =") {
		t.Errorf("the notices are %q", notices)
	}
}
