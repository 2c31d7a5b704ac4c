package segment_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"glossator/app/segment"
)

func ExampleSplit() {
	text := "The U.S. Treasury met Dr. Omarova. She declined to comment."
	for _, s := range segment.Split(text, "en") {
		fmt.Printf("%d-%d %s\n", s.Start, s.End, text[s.Start:s.End])
	}
	// Output:
	// 0-34 The U.S. Treasury met Dr. Omarova.
	// 35-59 She declined to comment.
}

// sentences returns the texts of the spans of Split.
func sentences(text, lang string) []string {
	spans := segment.Split(text, lang)
	out := make([]string, 0, len(spans))
	for _, s := range spans {
		out = append(out, text[s.Start:s.End])
	}
	return out
}

// want fails the test when the sentences of text are not these.
func want(t *testing.T, lang, text string, sents ...string) {
	t.Helper()
	if got := sentences(text, lang); !slices.Equal(got, sents) {
		t.Errorf("%q in %q\n got %q\nwant %q", text, lang, got, sents)
	}
}

func TestEmptyAndBlank(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"", " ", "\n\n", "\t\r\n \u00a0\u200b\ufeff"} {
		want(t, "en", text)
	}
}

func TestLineBreaksEndSentences(t *testing.T) {
	t.Parallel()
	for _, brk := range []string{"\n", "\r\n", "\r", "\n\n", "\v", "\f", "\u0085", "\u2028", "\u2029", " \n "} {
		want(t, "en", "a heading"+brk+"the text, i.e."+brk+"more", "a heading", "the text, i.e.", "more")
	}
}

func TestLanguageTags(t *testing.T) {
	t.Parallel()
	text := "Der Termin ist am 3. Oktober in Bonn."
	for _, tag := range []string{"de", "DE", "de-AT", "de_CH"} {
		want(t, tag, text, text)
	}
	want(t, "en", text, "Der Termin ist am 3.", "Oktober in Bonn.")
}

func TestUnknownLanguageReadsAllTables(t *testing.T) {
	t.Parallel()
	for _, tag := range []string{"", "xx", "uk"} {
		want(t, tag, "Mr. Bekov left. He ran.", "Mr. Bekov left.", "He ran.")
		want(t, tag, "Жили на ул. Абая. Потом уехали.", "Жили на ул. Абая.", "Потом уехали.")
	}
}

func TestOtherScripts(t *testing.T) {
	t.Parallel()
	want(t, "zh", "他来了。她走了！好吗？", "他来了。", "她走了！", "好吗？")
	want(t, "ja", "「行こう。」と彼は言った。雨だった。", "「行こう。」と彼は言った。", "雨だった。")
	want(t, "hi", "वह आया। वह गया।", "वह आया।", "वह गया।")
	want(t, "el", "Πού πας; Εδώ μένω.", "Πού πας;", "Εδώ μένω.")
	want(t, "hy", "Նա եկավ: Նա գնաց:", "Նա եկավ:", "Նա գնաց:")
	want(t, "ur", "وہ آیا۔ وہ گیا۔", "وہ آیا۔", "وہ گیا۔")
}

func TestOtherLanguages(t *testing.T) {
	t.Parallel()
	want(t, "de", "Wir trafen Hrn. Weiß, d.h. den Chef, usw. Danach gingen wir.", "Wir trafen Hrn. Weiß, d.h. den Chef, usw.", "Danach gingen wir.")
	want(t, "fr", "« Où vas-tu ? » demanda Mme. Leroy. Il partit.", "« Où vas-tu ? » demanda Mme. Leroy.", "Il partit.")
	want(t, "it", "Ho visto lo studio dell'Avv. Rossi. È chiuso.", "Ho visto lo studio dell'Avv. Rossi.", "È chiuso.")
	want(t, "es", "¿Viene la Sra. Ruiz? No lo sé.", "¿Viene la Sra. Ruiz?", "No lo sé.")
}

func TestGluedSentences(t *testing.T) {
	t.Parallel()
	want(t, "en", "It was one of the wonders.Neither knew.", "It was one of the wonders.", "Neither knew.")
	want(t, "en", "As said in the consultation.11 Take note.", "As said in the consultation.11", "Take note.")
	want(t, "en", "The site example.Org and Node.JS stay whole.", "The site example.Org and Node.JS stay whole.")
}

func TestDrawnRuleStandsAlone(t *testing.T) {
	t.Parallel()
	want(t, "en", "Delete the mail. ======== It is private.", "Delete the mail.", "======== It is private.")
	want(t, "en", "Delete the mail. ========", "Delete the mail.", "========")
}

func TestPieceWithoutLettersJoinsTheSentenceBefore(t *testing.T) {
	t.Parallel()
	want(t, "en", "We are done. ! ? Go home.", "We are done. ! ?", "Go home.")
}

func TestGraphemesStayWhole(t *testing.T) {
	t.Parallel()
	want(t, "en", "He left. \u0301She stayed.", "He left. \u0301She stayed.")
	want(t, "zh", "他来了。\u0301她走了。", "他来了。\u0301她走了。")
	family := "Done! 👨\u200d👩\u200d👧 Next one."
	want(t, "en", family, "Done! 👨\u200d👩\u200d👧", "Next one.")
}

func TestInvalidUTF8(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"\xff\xfe. The\xd0.", "a\xd0. B. \xe2\x80", strings.Repeat("\xd0.", 50), "\xf0\x9f. The end."} {
		checkPromises(t, text, "ru")
	}
}
