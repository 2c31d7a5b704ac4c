package chart_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"glossator/app/chart"
	"glossator/assets/fonts"
)

var (
	blue, amber = color.NRGBA{0x0b, 0x4f, 0x8f, 0xff}, color.NRGBA{0x7a, 0x4a, 0x00, 0xff}
	page        = color.NRGBA{0xff, 0xff, 0xff, 0xff}
)

func look(tb testing.TB) chart.Look {
	tb.Helper()
	face, err := chart.NewFace(fonts.Sans())
	if err != nil {
		tb.Fatal(err)
	}
	return chart.Look{
		Text: color.NRGBA{0x20, 0x22, 0x26, 0xff}, Quiet: color.NRGBA{0x5a, 0x60, 0x68, 0xff},
		Grid: color.NRGBA{0xdd, 0xdf, 0xe3, 0xff}, Page: page, Size: 13, Face: face,
	}
}

var size = chart.Size{Width: 640, Height: 360}

func sources() chart.Chart {
	return chart.Chart{
		Title: "Дереккөздер бойынша", Lying: true,
		Series: []chart.Series{{Name: "Міндеттеме", Colour: blue}, {Name: "Статистика", Colour: amber}},
		Bars: []chart.Bar{
			{Name: "Қала жаңалықтары", Values: []float64{120, 300}},
			{Name: "Министерство труда и социальной защиты населения", Values: []float64{40, 0}, Note: "forty"},
			{Name: "Observer", Values: []float64{0, 1}},
			{Name: "", Values: []float64{0, 0}},
		},
	}
}

func months(count int) chart.Chart {
	c := chart.Chart{Series: []chart.Series{{Name: "Claim", Colour: blue}, {Name: "Statistic", Colour: amber}}}
	for i := range count {
		c.Bars = append(c.Bars, chart.Bar{Name: fmt.Sprintf("2026-%02d", i+1), Values: []float64{float64(i % 7), float64(i * i % 11)}})
	}
	return c
}

// Every part of a bar that is not empty has a place, and in the picture its
// colour is there.
func TestAreasAreWhereTheBarsAre(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]chart.Chart{"lying": sources(), "standing": months(12), "many": months(60), "one": months(1)} {
		for _, scale := range []float64{1, 1.1, 1.5, 2} {
			picture, areas, err := c.Draw(look(t), size, scale)
			if err != nil {
				t.Fatal(err)
			}
			if got, want := picture.Bounds().Size(), image.Pt(int(size.Width*scale+0.5), int(size.Height*scale+0.5)); got != want {
				t.Errorf("%s at %v: %v pixels, want %v", name, scale, got, want)
			}
			parts := 0
			for _, bar := range c.Bars {
				for _, value := range bar.Values {
					if value > 0 {
						parts++
					}
				}
			}
			if len(areas) != parts {
				t.Errorf("%s: %d areas of %d parts", name, len(areas), parts)
			}
			for _, a := range areas {
				x, y := int((a.Left+a.Right)/2*scale), int((a.Top+a.Bottom)/2*scale)
				if a.Right-a.Left < 2/scale || a.Bottom-a.Top < 2/scale {
					continue // thinner than a pixel or two
				}
				want := color.RGBAModel.Convert(c.Series[a.Series].Colour)
				if got := picture.At(x, y); got != want {
					t.Errorf("%s at %v: bar %d, series %d is %v at %d, %d, want %v", name, scale, a.Bar, a.Series, got, x, y, want)
				}
			}
		}
	}
}

func TestLongerBarsAreLonger(t *testing.T) {
	t.Parallel()
	_, areas, err := sources().Draw(look(t), size, 1)
	if err != nil {
		t.Fatal(err)
	}
	unit := (areas[0].Right - areas[0].Left) / 120
	for i, want := range []float64{120, 300, 40, 1} {
		if got := (areas[i].Right - areas[i].Left) / unit; got < want-0.01 || got > want+0.01 {
			t.Errorf("area %d is %v long, want %v", i, got, want)
		}
	}
	if areas[0].Right != areas[1].Left || areas[0].Top >= areas[2].Top {
		t.Error("the bars do not stand as they should")
	}
}

// What cannot be drawn is an empty picture, no failure.
func TestNothingToDraw(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]chart.Chart{"no bars": {Title: "T"}, "no series": {Bars: []chart.Bar{{Name: "a"}}}, "small": sources()} {
		at := size
		if name == "small" {
			at = chart.Size{Width: 4, Height: 3}
		}
		if _, areas, err := c.Draw(look(t), at, 1); err != nil || len(areas) != 0 {
			t.Errorf("%s: %v, %v", name, areas, err)
		}
	}
	if _, err := chart.NewFace([]byte("no font")); err == nil {
		t.Error("two words are a typeface")
	}
}

func TestFiles(t *testing.T) {
	t.Parallel()
	var picture, drawing bytes.Buffer
	if err := sources().PNG(&picture, look(t), size, 2); err != nil {
		t.Fatal(err)
	}
	if decoded, err := png.Decode(&picture); err != nil || decoded.Bounds().Dx() != 1280 {
		t.Errorf("%v, %v", decoded.Bounds(), err)
	}
	if err := sources().SVG(&drawing, look(t), size); err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{"Қала жаңалықтары", "Дереккөздер бойынша", "forty", "Noto Sans"} {
		if !strings.Contains(drawing.String(), text) {
			t.Errorf("the drawing has no %q", text)
		}
	}
	for decoder := xml.NewDecoder(&drawing); ; {
		if _, err := decoder.Token(); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
	}
}

// TestPictures writes the charts where -outputdir says, to be looked at.
func TestPictures(t *testing.T) {
	folder := os.Getenv("GLOSSATOR_PICTURES")
	if folder == "" {
		t.Skip("GLOSSATOR_PICTURES names no folder")
	}
	for name, c := range map[string]chart.Chart{"lying": sources(), "standing": months(12), "many": months(60)} {
		var file bytes.Buffer
		if err := c.PNG(&file, look(t), size, 2); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(folder, "chart-"+name+".png"), file.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

func BenchmarkDraw(b *testing.B) {
	l := look(b)
	for b.Loop() {
		if _, _, err := months(36).Draw(l, size, 1); err != nil {
			b.Fatal(err)
		}
	}
}
