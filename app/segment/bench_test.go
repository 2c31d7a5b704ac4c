package segment_test

import (
	"fmt"
	"strings"
	"testing"

	"glossator/app/segment"
)

// article joins the cases of a language to a text of at least n bytes, some
// sentences a paragraph.
func article(tb testing.TB, lang string, n int) string {
	tb.Helper()
	const perParagraph = 5
	var b strings.Builder
	for b.Len() < n {
		for i, sents := range readCases(tb, lang) {
			b.WriteString(strings.Join(sents, " "))
			if i%perParagraph == perParagraph-1 {
				b.WriteString("\n\n")
			} else {
				b.WriteByte(' ')
			}
		}
	}
	return b.String()
}

func BenchmarkSplit(b *testing.B) {
	const size = 1 << 20
	for _, lang := range []string{"en", "ru", "kk"} {
		b.Run("cases/"+lang, func(b *testing.B) { benchmarkText(b, article(b, lang, size), lang) })
	}
	for _, set := range developmentSets {
		b.Run("sets/"+set.name, func(b *testing.B) {
			text := readShared(b, "segmentation", set.name+".txt")
			benchmarkText(b, strings.Repeat(text+"\n\n", 1+size/len(text)), set.lang)
		})
	}
}

func benchmarkText(b *testing.B, text, lang string) {
	b.Helper()
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		segment.Split(text, lang)
	}
}

// BenchmarkHostile prints the speed on hostile text of two sizes: linear cost
// shows as the same MB/s for both.
func BenchmarkHostile(b *testing.B) {
	const size = 40_000
	for i, unit := range hostile {
		for _, n := range []int{size, 4 * size} {
			text := strings.Repeat(unit, n/len(unit))
			b.Run(fmt.Sprintf("%02d/%d", i, n), func(b *testing.B) { benchmarkText(b, text, "ru") })
		}
	}
}
