package textview_test

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"glossator/app/ui/widgets/textview"
)

// article makes a document of about 200 bytes a sentence with many distinct words, every third of them Cyrillic.
func article(sentences int) textview.Document {
	random := rand.New(rand.NewPCG(1, 2))
	vocabulary := make([]string, 13_000)
	alphabets := [][]rune{[]rune("abcdefghijklmnoprstuvwy"), []rune("aeioutnrsl"), []rune("абвгдежзиклмнопрстуәғқңөұүі")}
	for i := range vocabulary {
		alphabet := alphabets[i%len(alphabets)]
		word := make([]rune, 2+random.IntN(9))
		for k := range word {
			word[k] = alphabet[random.IntN(len(alphabet))]
		}
		vocabulary[i] = string(word)
	}
	var text strings.Builder
	doc := textview.Document{}
	for i := 0; i < sentences; {
		start := text.Len()
		for range min(4, sentences-i) {
			from := text.Len()
			for text.Len()-from < 195 {
				rank := int(float64(len(vocabulary)) * random.Float64() * random.Float64())
				text.WriteString(vocabulary[rank])
				text.WriteByte(' ')
			}
			text.WriteString("end.")
			doc.Sentences = append(doc.Sentences, textview.Span{Start: from, End: text.Len()})
			text.WriteByte(' ')
			i++
		}
		doc.Blocks = append(doc.Blocks, textview.Block{Start: start, End: text.Len() - 1})
		text.WriteString("\n\n")
	}
	doc.Text = text.String()
	return doc
}

var sizes = []int{50, 500, 5_000, 50_000}

// BenchmarkView prints handler time and line drawing together, without the toolkit's painter.
func BenchmarkView(b *testing.B) {
	for _, size := range sizes {
		doc := article(size)
		b.Run(fmt.Sprintf("open/%d", size), func(b *testing.B) { benchmarkOpen(b, doc) })
		for _, step := range steps {
			b.Run(fmt.Sprintf("%s/%d", step.name, size), func(b *testing.B) {
				s := opened(b, doc)
				for i := 0; b.Loop(); i++ {
					step.run(s, i)
					s.view.PaintLines()
				}
				b.ReportMetric(float64(s.view.LiveObjects()), "objects")
			})
		}
	}
}

var steps = []struct {
	name string
	run  func(s *benchStage, i int)
}{
	{"toggle", func(s *benchStage, _ int) {
		s.marks[s.view.Cursor()] ^= 1
		s.view.RefreshSentence(s.view.Cursor())
	}},
	{"move", func(s *benchStage, _ int) { s.view.SetCursor((s.view.Cursor() + 1) % len(s.marks)) }},
	{"wheel", func(s *benchStage, i int) {
		s.view.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, bounce(i, 40, -60))})
	}},
	{"page", func(s *benchStage, i int) { s.view.ScrollPages(bounce(i, 10, 1)) }},
	{"jump", func(s *benchStage, i int) { s.view.SetCursor((i * 7919) % len(s.marks)) }},
	{"resize", func(s *benchStage, i int) { s.view.Resize(fyne.NewSize(600+float32(i%2)*60, 700)) }},
	{"font", func(s *benchStage, i int) { s.view.SetTextSize(15 + float32(i%2)) }},
}

// bounce goes forwards for some steps and then back, so that a bench never stops at an end.
func bounce(i, steps int, by float32) float32 {
	if i/steps%2 == 1 {
		return -by
	}
	return by
}

type benchStage struct {
	*stage

	marks []uint32
}

func opened(b *testing.B, doc textview.Document) *benchStage {
	b.Helper()
	s := &benchStage{stage: show(b, textview.Options{TextSize: 15}, 900, 700), marks: make([]uint32, len(doc.Sentences))}
	for i := range s.marks {
		s.marks[i] = uint32(i % 4)
	}
	s.view.SetMarks(func(i int) textview.Mark { return textview.Mark{Labels: s.marks[i]} })
	s.view.SetDocument(doc)
	s.queue.drain(s.view.Measured)
	return s
}

func benchmarkOpen(b *testing.B, doc textview.Document) {
	b.Helper()
	s := show(b, textview.Options{TextSize: 15}, 900, 700)
	for b.Loop() {
		s.view.SetDocument(doc)
		s.view.PaintLines()
	}
}

// BenchmarkSurvey prints the time until everything is measured, and the memory kept.
func BenchmarkSurvey(b *testing.B) {
	for _, size := range sizes {
		doc := article(size)
		b.Run(strconv.Itoa(size), func(b *testing.B) {
			s := show(b, textview.Options{TextSize: 15}, 900, 700)
			var before, after runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&before)
			for b.Loop() {
				s.view.SetDocument(doc)
				s.queue.drain(s.view.Measured)
			}
			runtime.GC()
			runtime.ReadMemStats(&after)
			b.ReportMetric((float64(after.HeapAlloc)-float64(before.HeapAlloc))/(1<<20), "MB")
			runtime.KeepAlive(s)
		})
	}
}
