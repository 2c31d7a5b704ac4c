package locale_test

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"fyne.io/fyne/v2/lang"

	"glossator/app/ui/locale"
	"glossator/models"
)

// use speaks a language until the end of the test; these tests cannot run side
// by side.
func use(t *testing.T, code string) {
	t.Helper()
	if err := locale.Use(code); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := locale.Use("en"); err != nil {
			t.Error(err)
		}
	})
}

func TestLanguageIsThePreferredOneThenThatOfTheSystem(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ preferred, system, want string }{
		{"kk", "ru-RU", "kk"}, {"", "ru-RU", "ru"}, {"", "kk-KZ", "kk"}, {"", "en-GB", "en"},
		{"", "fr-FR", "en"}, {"", "sr-Cyrl-RS", "en"}, {"", "", "en"}, {"klingon!", "ru", "ru"}, {"fr", "kk-Cyrl-KZ", "kk"},
	} {
		if got := locale.Choose(c.preferred, c.system); got != c.want {
			t.Errorf("preferred %q on a system in %q: %q, want %q", c.preferred, c.system, got, c.want)
		}
	}
}

func TestTextsAreCountedAsTheLanguageDoes(t *testing.T) {
	say := func(n int) string { return locale.N(n, "%s article", "%s articles", locale.Number(n)) }
	wanted := map[string]map[int]string{
		"en": {1: "1 article", 2: "2 articles", 21: "21 articles", 1234: "1,234 articles"},
		"ru": {1: "1 статья", 2: "2 статьи", 5: "5 статей", 11: "11 статей", 21: "21 статья", 102: "102 статьи", 111: "111 статей"},
		"kk": {1: "1 мақала", 5: "5 мақала"},
	}
	for code, forms := range wanted {
		use(t, code)
		for n, want := range forms {
			if got := say(n); got != want {
				t.Errorf("%s: %d is %q, want %q", code, n, got, want)
			}
		}
	}
	use(t, "ru")
	if got, want := locale.Number(1234567), "1\u00a0234\u00a0567"; got != want {
		t.Errorf("a large number is %q, want %q", got, want)
	}
	if got, want := locale.Decimal(12.5, 1), "12,5"; got != want {
		t.Errorf("a fraction is %q, want %q", got, want)
	}
}

func TestUnknownTextsStayAsTheyAre(t *testing.T) {
	use(t, "ru")
	if got := locale.T("A title of an article: %d", 7); got != "A title of an article: 7" {
		t.Errorf("got %q", got)
	}
	if got := locale.N(1, "%d zebu", "%d zebus", 1); got != "1 zebu" {
		t.Errorf("got %q", got)
	}
	if got := locale.Codebook("Open"); got != "Open" {
		t.Errorf("the name of a label was taken for a word of the window: %q", got)
	}
	if got := locale.Codebook("Claim"); got != "Утверждение" {
		t.Errorf("a label of the built-in codebook is called %q", got)
	}
}

func TestErrorsAreSaidInTheUsersLanguage(t *testing.T) {
	use(t, "ru")
	inner := models.Errorf(models.CodeInvalid, "The name of the project is lost.")
	err := fmt.Errorf("wrapped: %w", models.Errorf(models.CodeInvalid, "The article %q cannot be added: %s.", "A", inner))
	if got, want := locale.Explain(err), `Статью "A" нельзя добавить: Имя проекта утрачено..`; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	caused := models.Errorf(models.CodeInvalid, "The project is closed; open it again.").Because(errors.New("cause"))
	if got := locale.Explain(caused); got != "Проект закрыт; откройте его снова." {
		t.Errorf("got %q", got)
	}
	if got := locale.Explain(errors.New("panic")); got == models.Unknown || got == "panic" {
		t.Errorf("an unknown error is %q", got)
	}
	if locale.Explain(nil) != "" {
		t.Error("no error has a sentence")
	}
}

func TestDaysAreWrittenAsTheLanguageDoes(t *testing.T) {
	at := time.Date(2026, 5, 3, 9, 7, 0, 0, time.UTC)
	for code, want := range map[string][5]string{
		"en": {"3 May 2026", "3 May 2026", "3 May 09:07", "May 2026", "2026"},
		"ru": {"3 мая 2026 г.", "3 мая 2026", "3 мая, 09:07", "май 2026 г.", "2026"},
		"kk": {"2026 ж. 3 мамыр", "2026 ж. 3 мам.", "3 мам., 09:07", "2026 ж. мамыр", "2026"},
	} {
		use(t, code)
		got := [5]string{locale.Day(at), locale.ShortDay(at), locale.Moment(locale.DayOfYear(at), at), locale.Month(at), locale.Year(at)}
		if got != want {
			t.Errorf("%s: %q, want %q", code, got, want)
		}
	}
}

// A date of publication is written whole and read back as it was, in every
// language of the window and whichever of them it was written in.
func TestDatesOfPublicationAreReadBack(t *testing.T) {
	for code, want := range map[string]string{
		"en": "6 June 2024 10:42 +05:00", "ru": "6 июня 2024 г., 10:42 +05:00", "kk": "2024 ж. 6 маусым, 10:42 +05:00",
	} {
		use(t, code)
		if got := locale.Published("2024-06-06T10:42+05:00"); got != want {
			t.Errorf("%s: %q, want %q", code, got, want)
		}
		for iso, precision := range map[string]models.Precision{
			"": models.PrecisionNone, "2024": models.PrecisionYear, "2024-05": models.PrecisionMonth, "2024-06-06": models.PrecisionDay,
			"2024-06-06T10:42": models.PrecisionMinute, "2024-06-06T10:42:05Z": models.PrecisionSecond,
			"2024-06-06T10:42-03:30": models.PrecisionMinute,
		} {
			got, found, err := locale.ReadPublished(locale.Published(iso))
			if got != iso || found != precision || err != nil {
				t.Errorf("%s: %q is written as %q and read as %q, %q, %v", code, iso, locale.Published(iso), got, found, err)
			}
		}
	}
	for written, want := range map[string]string{
		"6.6.2024 10:42": "2024-06-06T10:42", "June 6, 2024": "2024-06-06", "6 авг. 2024 года": "2024-08-06", "6 June": "", "31 June 2024": "",
		"6 June 2024 or so": "",
	} {
		if got, _, err := locale.ReadPublished(written); got != want || (err == nil) != (want != "") {
			t.Errorf("%q: %q, %v; want %q", written, got, err, want)
		}
	}
}

func TestToolkitSpeaksTheSameLanguage(t *testing.T) {
	for _, c := range []struct{ code, cancel, parent string }{
		{"kk", "Бас тарту", "жоғары"}, {"ru", "Отмена", "вверх"}, {"en", "Cancel", "Folder above"},
	} {
		use(t, c.code)
		if got := lang.L("Cancel"); got != c.cancel {
			t.Errorf("%s: %q", c.code, got)
		}
		if got := lang.X("file.parent", "Parent"); got != c.parent {
			t.Errorf("%s: %q", c.code, got)
		}
	}
}
