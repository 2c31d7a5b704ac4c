package ingest_test

import (
	"os"
	"strings"
	"testing"

	"glossator/app/ingest"
)

func TestLanguage(t *testing.T) {
	t.Parallel()
	cases := map[string]string{
		"The ministry will open three shelters by the end of the year.": "en",
		"Министерство откроет три приюта до конца года, сообщает пресс-служба, и они не платные.":                                                                                                                                                                               "ru",
		"Министрлік жыл соңына дейін үш паналау орнын ашады, деп хабарлайды баспасөз қызметі.":                                                                                                                                                                                  "kk",
		"Міністерство відкриє три притулки до кінця року, і вони не будуть платними.":                                                                                                                                                                                           "uk",
		"Міністэрства адкрые тры прытулкі да канца года, і яны не будуць платнымі, сказаў мэр.":                                                                                                                                                                                 "be",
		"Министрлик жыл аягына чейин үч баш калкалоочу жай ачат, алар акысыз болот деди мэр. Бул тууралуу шаардык кеңеш билдирди.":                                                                                                                                              "ky",
		"Вазорат то охири сол се паноҳгоҳ мекушояд, ва онҳо ройгон хоҳанд буд, гуфт ҳокими шаҳр.":                                                                                                                                                                               "tg",
		"Le ministère va ouvrir trois refuges avant la fin de cette année, a dit la ministre.":                                                                                                                                                                                  "fr",
		"Das Ministerium möchte bis Jahresende drei Häuser für Frauen eröffnen. Laut der Ministerin erhielten voriges Jahr 192 Familien Hilfe, und das sei nur der Anfang. Der Stadtrat stimmt im Herbst über den Haushalt ab, und die Opposition hat angekündigt zuzustimmen.": "de",
		"Вазирлик йил охиригача учта бошпана очади, улар бепул бўлади, деди шаҳар ҳокими кеча.":                                                                                                                                                                                 "uz",
	}
	for text, want := range cases {
		if got := ingest.Language(text); got != want {
			t.Errorf("%q: language %q, want %q", text, got, want)
		}
	}
	for _, text := range []string{"", "1914", "Kyzyl", "…"} {
		if got := ingest.Language(text); got != "" {
			t.Errorf("%q: language %q of a text that is too short to tell", text, got)
		}
	}
}

// The development texts of the segmenter, each cut into passages of some
// sentences.
func TestLanguageOfTreebanks(t *testing.T) {
	t.Parallel()
	const size = 400
	for _, c := range []struct{ file, want string }{
		{"d-en-news", "en"}, {"d-en-ewt", "en"}, {"d-ru-gsd", "ru"}, {"d-ru-taiga", "ru"}, {"d-kk-ktb", "kk"},
	} {
		data, err := os.ReadFile(shared(t, "segmentation", c.file+".txt"))
		if err != nil {
			t.Fatal(err)
		}
		letters := []rune(string(data))
		right, all := 0, 0
		answers := map[string]int{}
		for from := 0; from+size <= len(letters); from += size {
			got := ingest.Language(string(letters[from : from+size]))
			answers[got]++
			if all++; got == c.want {
				right++
			}
		}
		t.Logf("%s: %d of %d passages of %d letters, %v", c.file, right, all, size, answers)
		if right*100 < all*90 {
			t.Errorf("%s: %d of %d", c.file, right, all)
		}
	}
}

// What a page declares is believed, unless its letters say otherwise.
func TestDeclaredLanguage(t *testing.T) {
	t.Parallel()
	page := func(declared, text string) string {
		return "<html lang=\"" + declared + "\"><body><article><p>" + strings.Repeat(text+" ", 5) + "</p></article></body></html>"
	}
	const (
		english = "The ministry will open three shelters by the end of the year, and the mayor said that they would be free."
		russian = "Министерство откроет три приюта до конца года, сообщает пресс-служба, и они не платные."
		kazakh  = "Министрлік жыл соңына дейін үш паналау орнын ашады, деп хабарлайды баспасөз қызметі."
	)
	for _, c := range []struct{ declared, text, want string }{
		{"en-US", english, "en"},
		{"ru_RU", russian, "ru"},
		{"en", russian, "ru"},
		{"ru", english, "en"},
		{"ru", kazakh, "kk"},
		{"kk-KZ", kazakh, "kk"},
		{"nonsense!", english, "en"},
		{"", kazakh, "kk"},
	} {
		doc, err := ingest.Read("a.html", []byte(page(c.declared, c.text)))
		if err != nil || doc.Language != c.want {
			t.Errorf("declared %q: language %q, want %q, %v", c.declared, doc.Language, c.want, err)
		}
	}
}
