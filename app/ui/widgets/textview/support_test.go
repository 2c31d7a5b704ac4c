package textview_test

import (
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"glossator/app/ui/widgets/textview"
	"glossator/assets/fonts"
)

func rgb(hex uint32) color.NRGBA {
	return color.NRGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: 0xff}
}

// palette is a colour-blind-safe sample: blue, yellow and coral stay apart for protanopes, deuteranopes and tritanopes
// (CIELAB distance 15 or more after the simulation of Machado et al. 2009).
var palette = textview.Palette{
	Labels: []textview.Entry{
		{Badge: "C", FillLight: rgb(0xc2dbff), FillDark: rgb(0x173f73), BarLight: rgb(0x1f5fbf), BarDark: rgb(0x7fb2ff)},
		{Badge: "S", FillLight: rgb(0xffec94), FillDark: rgb(0x52450a), BarLight: rgb(0x866700), BarDark: rgb(0xe8c63a)},
		{Badge: "L", FillLight: rgb(0xf5bfae), FillDark: rgb(0x6b2a33), BarLight: rgb(0x93291a), BarDark: rgb(0xff9d8a)},
	},
	Layers: []textview.Layer{
		{Badge: "A", Light: rgb(0x006d5b), Dark: rgb(0x4fd1b0)},
		{Badge: "B", Light: rgb(0x9a2b6e), Dark: rgb(0xf58fc6)},
		{Badge: "D", Light: rgb(0x5b3fb0), Dark: rgb(0xb9a3ff)},
		{Badge: "E", Light: rgb(0x00639c), Dark: rgb(0x6cc6f0)},
		{Badge: "F", Light: rgb(0x4d6600), Dark: rgb(0xb4cf4e)},
		{Badge: "G", Light: rgb(0x444a52), Dark: rgb(0xb9bfc7)},
	},
}

// pageTheme is a theme with our fonts, near-black text and a fixed variant.
type pageTheme struct{ dark bool }

func (p pageTheme) Color(name fyne.ThemeColorName, _ fyne.ThemeVariant) color.Color {
	colours := map[fyne.ThemeColorName][2]uint32{
		theme.ColorNameBackground: {0xfdfdfb, 0x16181c},
		theme.ColorNameForeground: {0x1b1c1f, 0xe9eaed},
		theme.ColorNamePrimary:    {0x1a1a6e, 0xffffff},
	}
	variant := theme.VariantLight
	index := 0
	if p.dark {
		variant, index = theme.VariantDark, 1
	}
	if pair, ok := colours[name]; ok {
		return rgb(pair[index])
	}
	return theme.DefaultTheme().Color(name, variant)
}

func (p pageTheme) Font(style fyne.TextStyle) fyne.Resource {
	if style.Bold {
		return fyne.NewStaticResource("bold.ttf", fonts.SansBold())
	}
	return fyne.NewStaticResource("regular.ttf", fonts.Sans())
}

func (p pageTheme) Icon(name fyne.ThemeIconName) fyne.Resource {
	return theme.DefaultTheme().Icon(name)
}
func (p pageTheme) Size(name fyne.ThemeSizeName) float32 { return theme.DefaultTheme().Size(name) }

// queue stands for the event loop: what is posted runs when the test drains it.
type queue struct {
	mu    sync.Mutex
	tasks []func()
	news  chan struct{}
}

func newQueue() *queue { return &queue{news: make(chan struct{}, 1)} }

func (q *queue) post(task func()) {
	q.mu.Lock()
	q.tasks = append(q.tasks, task)
	q.mu.Unlock()
	select {
	case q.news <- struct{}{}:
	default:
	}
}

// drain runs what has been posted until done reports true, waiting for more.
func (q *queue) drain(done func() bool) {
	for !done() {
		<-q.news
		q.mu.Lock()
		tasks := q.tasks
		q.tasks = nil
		q.mu.Unlock()
		for _, task := range tasks {
			task()
		}
	}
}

// writer builds a document: each call of block adds a paragraph of sentences.
type writer struct {
	text strings.Builder
	doc  textview.Document
}

func (w *writer) block(style textview.BlockStyle, sentences ...string) *writer {
	if w.text.Len() > 0 {
		w.text.WriteString("\n\n")
	}
	start := w.text.Len()
	for i, sentence := range sentences {
		if i > 0 {
			w.text.WriteByte(' ')
		}
		from := w.text.Len()
		w.text.WriteString(sentence)
		w.doc.Sentences = append(w.doc.Sentences, textview.Span{Start: from, End: w.text.Len()})
	}
	w.doc.Blocks = append(w.doc.Blocks, textview.Block{Start: start, End: w.text.Len(), Style: style})
	return w
}

func (w *writer) document() textview.Document {
	w.doc.Text = w.text.String()
	return w.doc
}

// stage is a view in a window of the headless driver.
type stage struct {
	view   *textview.View
	window fyne.Window
	queue  *queue
}

func show(tb testing.TB, options textview.Options, width, height float32) *stage {
	tb.Helper()
	app := test.NewTempApp(tb)
	app.Settings().SetTheme(pageTheme{})
	s := &stage{queue: newQueue()}
	options.Regular, options.Bold = fonts.Sans(), fonts.SansBold()
	options.Poster = s.queue.post
	if options.Palette.Labels == nil {
		options.Palette = palette
	}
	view, err := textview.New(options)
	if err != nil {
		tb.Fatal(err)
	}
	s.view = view
	s.window = test.NewTempWindow(tb, view)
	s.window.SetPadded(false)
	s.window.Resize(fyne.NewSize(width, height))
	return s
}

// picture writes what the window shows into the folder named by TEXTVIEW_PICTURES.
func (s *stage) picture(tb testing.TB, name string) {
	tb.Helper()
	image := s.window.Canvas().Capture()
	file, err := os.Create(filepath.Join(os.Getenv("TEXTVIEW_PICTURES"), name+".png"))
	if err != nil {
		tb.Fatal(err)
	}
	if err := png.Encode(file, image); err != nil {
		tb.Fatal(err)
	}
	if err := file.Close(); err != nil {
		tb.Fatal(err)
	}
}
