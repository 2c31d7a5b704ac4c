package ingest_test

import (
	"testing"

	"glossator/models"
)

// A line under the title, and what it must tell.
func TestBylines(t *testing.T) {
	t.Parallel()
	cases := []struct {
		line      string
		published string
		author    string
		source    string
	}{
		{"06.06.2024", "2024-06-06", "", ""},
		{"06.06.2024 10:42 1914", "2024-06-06T10:42", "", ""},
		{"10:42, 06.06.2024", "2024-06-06T10:42", "", ""},
		{"2024-06-06", "2024-06-06", "", ""},
		{"2024-06-06T10:42:05+05:00", "2024-06-06T10:42:05+05:00", "", ""},
		{"2024-06-06T10:42:05.123Z", "2024-06-06T10:42:05Z", "", ""},
		{"June 6, 2024 10:42 a.m. EDT", "2024-06-06T10:42-04:00", "", ""},
		{"06.06.2024 10:42 (UTC+5)", "2024-06-06T10:42+05:00", "", ""},
		{"06.06.2024, 10:42 МСК", "2024-06-06T10:42+03:00", "", ""},
		{"06.06.2024 10:42 -1914", "2024-06-06T10:42", "", ""},
		{"06.06.2024 10:42 - 19", "2024-06-06T10:42", "", ""},
		{"6 June 2024", "2024-06-06", "", ""},
		{"Thursday, June 6th, 2024 at 10:42 p.m.", "2024-06-06T22:42", "", ""},
		{"June 6, 2024 12:05 AM", "2024-06-06T00:05", "", ""},
		{"Published: 6 Jun 2024", "2024-06-06", "", ""},
		{"6 июня 2024 года, 10:42", "2024-06-06T10:42", "", ""},
		{"Опубликовано 6 июня 2024 г.", "2024-06-06", "", ""},
		{"2024 ж. 6 маусым", "2024-06-06", "", ""},
		{"2024 жылғы 6 маусымда 10:42", "2024-06-06T10:42", "", ""},
		{"6 маусым 2024", "2024-06-06", "", ""},
		{"Июнь 2024", "2024-06", "", ""},
		{"13/06/2024", "2024-06-13", "", ""},
		{"06/13/2024", "2024-06-13", "", ""},
		{"Astana, Reuters, 6 June 2024", "2024-06-06", "", ""},
		{"By Ana Lind", "", "Ana Lind", ""},
		{"By Ana Lind and Ben Ode | 6 June 2024", "2024-06-06", "Ana Lind and Ben Ode", ""},
		{"6 June 2024 | By Ana Maria Sol Lind", "2024-06-06", "Ana Maria Sol Lind", ""},
		{"Published 6 June 2024 by Ana Lind", "2024-06-06", "Ana Lind", ""},
		{"06.06.2024 Автор: Анна Линд", "2024-06-06", "Анна Линд", ""},
		{"06.06.2024 Photo by Ana Lind", "2024-06-06", "", ""},
		{"Foto: dpa", "", "", ""},
		{"Crédit photo : AFP", "", "", ""},
		{"Photo: Ana Lind / By Reuters", "", "", ""},
		{"Written by: Ana de la Cruz, Reuters", "", "Ana de la Cruz", ""},
		{"Автор: Анна Линд Фото: Пресс-служба", "", "Анна Линд", ""},
		{"Авторы: Анна Линд и Бен Оде", "", "Анна Линд и Бен Оде", ""},
		{"Мәтін: Айгүл Серікқызы", "", "Айгүл Серікқызы", ""},
		{"Source: The Town Crier, 6 June 2024", "2024-06-06", "", "The Town Crier"},
		{"Источник: El.kz", "", "", "El.kz"},
		{"Дереккөз: https://www.el.kz/a", "", "", "el.kz"},
		{"https://el.kz/en/news/1", "", "", "el.kz"},
		{"Photo: Ana Lind 06.06.2024", "2024-06-06", "", ""},
		{"Photo by Ana Lind / Reuters", "", "", ""},
		{"Сурет: СІМ 06.06.2024", "2024-06-06", "", ""},
		{"Credit: Reuters", "", "", ""},
		{"Image: Reuters", "", "", ""},
		{"1 914 просмотров", "", "", ""},
		{"Views: 1914", "", "", ""},
	}
	for _, c := range cases {
		t.Run(c.line, func(t *testing.T) {
			t.Parallel()
			doc := paste(t, "A shelter for the town\n"+c.line+"\n\nThe town opened a shelter.")
			if doc.Blocks[1].Kind != models.BlockByline || doc.Byline != c.line {
				t.Errorf("kind %q, byline %q", doc.Blocks[1].Kind, doc.Byline)
			}
			if doc.PublishedOn != c.published || doc.Author != c.author || doc.Source != c.source {
				t.Errorf("published %q, author %q, source %q", doc.PublishedOn, doc.Author, doc.Source)
			}
		})
	}
}

// Lines that must not be taken for one about the article.
func TestNoBylines(t *testing.T) {
	t.Parallel()
	for _, line := range []string{
		"By Friday",
		"By the end of the year ten shelters will stand.",
		"Text: the law in its new form obliges every court.",
		"The law was signed on 6 June 2024.",
		"Meeting of the council on 6 June 2024 in Astana with guests",
		"Since June 2024",
		"Photography is an art.",
		"Photo:",
	} {
		doc := paste(t, "A shelter for the town\n"+line+"\n\nThe town opened a shelter.")
		if doc.Byline != "" || doc.PublishedOn != "" || doc.Author != "" {
			t.Errorf("%q: byline %q, published %q, author %q", line, doc.Byline, doc.PublishedOn, doc.Author)
		}
	}
}

// A date that can be read both ways, that does not exist, or that is not the
// date of publication, is not taken for it.
func TestDoubtfulDates(t *testing.T) {
	t.Parallel()
	doc := paste(t, "A shelter\nPublished: 6 June 2024\nUpdated: 7 June 2024\n\nThe town opened one.")
	if doc.PublishedOn != "2024-06-06" {
		t.Errorf("the date of the change won: %q", doc.PublishedOn)
	}
	doc = paste(t, "A shelter\nPhoto: MFA 06/07/2024\n\nThe town opened one.")
	if doc.PublishedOn != "" {
		t.Errorf("06/07/2024 was read as %q", doc.PublishedOn)
	}
	doc = paste(t, "A shelter\nPhoto: MFA 30.02.2024\n\nThe town opened one.")
	if doc.PublishedOn != "" {
		t.Errorf("30 February was read as %q", doc.PublishedOn)
	}
}

func TestDatelines(t *testing.T) {
	t.Parallel()
	cases := []struct {
		paragraph string
		source    string
		published string
	}{
		{"ASTANA, June 6, 2024 (Reuters) - The town opened a shelter.", "Reuters", "2024-06-06"},
		{"ASTANA (AP) — The town opened a shelter.", "AP", ""},
		{"АСТАНА. КАЗИНФОРМ – Город открыл приют.", "КАЗИНФОРМ", ""},
		{"АСТАНА, 6 июня. /КАЗИНФОРМ/ Город открыл приют.", "КАЗИНФОРМ", ""},
		{"МОСКВА, 6 июн – РИА Новости. Город открыл приют.", "РИА Новости", ""},
		{"Город открыл приют, передает El.kz со ссылкой на МИД.", "El.kz", ""},
		{"Қалада пана ашылды, деп хабарлайды El.kz.", "El.kz", ""},
		{"The town opened a shelter, El.kz reports.", "El.kz", ""},
		{"The United Nations Office (UNO) – a guest – spoke to El.kz readers.", "", ""},
		{"The site El.kz was closed in 2019.", "", ""},
	}
	for _, c := range cases {
		doc := paste(t, "A shelter\n\n"+c.paragraph)
		if doc.Source != c.source || doc.PublishedOn != c.published {
			t.Errorf("%q: source %q, published %q", c.paragraph, doc.Source, doc.PublishedOn)
		}
	}
}

func TestBoilerplateLines(t *testing.T) {
	t.Parallel()
	for _, line := range []string{
		"Telegram Subscribe to our Telegram channel and be the first to know the news!",
		"Follow us on Facebook",
		"Подписывайтесь на наш Telegram-канал и узнавайте новости первыми!",
		"Подпишитесь на нас в Google News",
		"Читайте нас в Телеграм",
		"Telegram-арнамызға жазылыңыз",
		"Біздің Instagram парақшамызға жазылыңыз!",
		"ПОДЕЛИТЬСЯ",
		"Бөлісу:",
		"Читайте также: В городе открыли приют",
		"Сондай-ақ оқыңыз: Қалада пана ашылды",
		"Tags: shelter, town",
		"Все права защищены.",
		"Нашли ошибку? Выделите её и нажмите Ctrl+Enter",
		"Advertisement",
	} {
		doc := paste(t, "A shelter\n\nThe town opened a shelter.\n\n"+line)
		if last := doc.Blocks[len(doc.Blocks)-1]; !last.Boilerplate {
			t.Errorf("%q was not set apart", line)
		}
		if doc.Blocks[1].Boilerplate {
			t.Errorf("the body before %q was set apart", line)
		}
	}
}
