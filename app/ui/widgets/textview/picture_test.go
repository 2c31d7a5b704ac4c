package textview_test

import (
	"os"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"glossator/app/ui/widgets/textview"
)

// sampleDocument shows every role, three scripts and words that the typeface lacks.
func sampleDocument() textview.Document {
	w := &writer{}
	w.block(textview.Title, "Region to open twelve schools before winter")
	w.block(textview.Byline, "By our correspondent · 14 October 2025 · 6 minutes")
	w.block(textview.Body,
		"The governor said on Monday that twelve new schools would open in the region before the end of next year.",
		"Last year the region built four.",
		"“We will hire 640 teachers by September,” she told reporters in the half-finished hall of the first of them.",
		"Parents have heard that before.")
	w.block(textview.Heading, "Қаражат қайдан келеді")
	w.block(textview.Body,
		"Министрліктің мәліметінше, өткен жылы облыста білім беру саласына 84,6 млрд теңге (₸) бөлінді.",
		"Әкім биыл тағы он екі мектеп салынатынын айтты.",
		"Құрылыс жұмыстары күзге дейін аяқталуы тиіс, бірақ мердігерлердің үштен бірі әлі іріктелген жоқ.")
	w.block(textview.Quote,
		"Мы построим двенадцать школ до конца следующего года, и ни одна из них не останется без спортивного зала.",
		"Деньги на это есть.")
	w.block(textview.ListItem, "• Three schools in the north, with 1,900 places.")
	w.block(textview.ListItem, "• Nine in the south; see https://example.org/plans/2025/regional/education/very-long-address-without-any-space-in-it/annex-14.pdf for the list.")
	w.block(textview.Body,
		"A pupil drew a 🏫 and wrote 学校は楽しい next to it; another wrote שלום עולם and added a 👍🏽!",
		"Nobody knows which of the 43 sites floods in spring.",
		"The ministry did not answer our questions.")
	w.block(textview.Muted, "This article was first published by the regional service. All figures are rounded.")
	return w.document()
}

func sampleMark(sentence int) textview.Mark {
	switch sentence {
	case 2:
		return textview.Mark{Labels: 1, Note: true}
	case 3:
		return textview.Mark{Labels: 2, Others: []textview.LayerMark{{Layer: 0, Labels: 2}}}
	case 4:
		return textview.Mark{Labels: 7, Others: []textview.LayerMark{{Layer: 0, Labels: 1}, {Layer: 1, Labels: 4}}}
	case 5:
		return textview.Mark{Read: true}
	case 7:
		return textview.Mark{Labels: 2}
	case 8:
		return textview.Mark{Suggested: 1}
	case 9:
		return textview.Mark{Labels: 4}
	case 10:
		return textview.Mark{Labels: 1, Suggested: 2}
	case 11:
		return textview.Mark{Labels: 4, Note: true}
	case 12:
		return textview.Mark{Labels: 2}
	case 15:
		return textview.Mark{Read: true}
	}
	return textview.Mark{}
}

// TestPictures draws what a designer should look at, into the folder named by TEXTVIEW_PICTURES.
func TestPictures(t *testing.T) {
	if os.Getenv("TEXTVIEW_PICTURES") == "" {
		t.Skip("TEXTVIEW_PICTURES names no folder for pictures")
	}
	s := show(t, textview.Options{}, 960, 860)
	s.view.SetDocument(sampleDocument())
	s.view.SetMarks(sampleMark)
	s.window.Canvas().Focus(s.view)
	s.view.SetCursor(8)
	s.picture(t, "light")
	fyne.CurrentApp().Settings().SetTheme(pageTheme{dark: true})
	s.picture(t, "dark")
	scaled, ok := s.window.Canvas().(interface{ SetScale(scale float32) })
	if !ok {
		t.Fatal("the test canvas cannot be scaled")
	}
	fyne.CurrentApp().Settings().SetTheme(pageTheme{})
	scaled.SetScale(2)
	s.view.Refresh()
	s.picture(t, "light-2x")
	scaled.SetScale(1.25)
	s.view.Refresh()
	s.picture(t, "light-1.25x")
	scaled.SetScale(1)
	s.view.Refresh()
	s.view.SetMatches(findAll(s.view.Document().Text, "schools"), 1)
	s.view.Select(textview.Span{Start: 150, End: 400})
	test.MoveMouse(s.window.Canvas(), fyne.NewPos(400, 700))
	s.picture(t, "light-matches")
	s.view.ClearSelection()
	s.view.SetMatches(nil, -1)
	s.window.Resize(fyne.NewSize(480, 700))
	s.picture(t, "narrow")
	s.window.Resize(fyne.NewSize(1500, 900))
	s.view.SetTextSize(24)
	s.picture(t, "large")
	fyne.CurrentApp().Settings().SetTheme(pageTheme{dark: true})
	s.view.SetTextSize(17)
	scaled.SetScale(2)
	s.window.Resize(fyne.NewSize(560, 420))
	s.view.SetCursor(4)
	s.view.SetMatches(findAll(s.view.Document().Text, "теңге"), 0)
	s.view.Select(textview.Span{Start: 330, End: 420})
	s.picture(t, "detail-dark")
	fyne.CurrentApp().Settings().SetTheme(pageTheme{})
	s.picture(t, "detail-light")
}

func findAll(text, word string) []textview.Span {
	var spans []textview.Span
	for i := 0; i+len(word) <= len(text); i++ {
		if text[i:i+len(word)] == word {
			spans = append(spans, textview.Span{Start: i, End: i + len(word)})
		}
	}
	return spans
}
