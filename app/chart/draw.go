package chart

import (
	"fmt"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

const (
	thickness  = 0.68 // of a bar, as a share of the room between two of them
	widest     = 48   // units that a bar is thick at most
	nameShare  = 0.3  // of the width for names at the left
	figureRoom = 90   // units of an axis for one figure
	lineRoom   = 48   // the same of an upright axis
	endGap     = 4    // units between a bar and what is written at its end
	belowGap   = 13   // units between standing bars and their names, which pass below the nought of the axis
	margin     = 6    // units around everything
	crowded    = 30   // standing bars in a row, from which on nothing is written above them
)

// sheet is a chart while it is drawn.
type sheet struct {
	chart Chart
	look  Look
	room  draw.Canvas // for the bars with their axes
	plot  *plot.Plot
}

// lay draws a chart on a canvas and returns the places of its bars.
func lay(c Chart, look Look, canvas draw.Canvas) ([]Area, error) {
	if c.Format == nil {
		c.Format = plainDigits
	}
	canvas.SetColor(look.Page)
	canvas.Fill(canvas.Path())
	s := &sheet{chart: c, look: look, plot: plot.New()}
	s.room = s.head(draw.Crop(canvas, margin, -margin, margin, -margin))
	if len(c.Bars) == 0 || s.room.Size().X <= 0 || s.room.Size().Y <= 0 {
		return nil, nil
	}
	s.axes()
	if err := s.ends(); err != nil {
		return nil, err
	}
	layers, err := s.bars()
	if err != nil {
		return nil, err
	}
	s.plot.Draw(s.room)
	return s.areas(layers, float64(canvas.Max.Y)), nil
}

// place is where a bar stands on its axis: lying ones are read from above.
func (s *sheet) place(bar int) float64 {
	if s.chart.Lying {
		return float64(len(s.chart.Bars) - 1 - bar)
	}
	return float64(bar)
}

// axes gives one axis the names of the bars and the other one figures.
func (s *sheet) axes() {
	names, figures := &s.plot.X, &s.plot.Y
	room, each := s.room.Size().Y, float64(lineRoom)
	if s.chart.Lying {
		names, figures = figures, names
		room, each = s.room.Size().X, figureRoom
	}
	marks := whole{figures: int(float64(room) / each), most: s.chart.longest(), format: s.chart.Format}
	figures.Min, figures.Max, figures.Tick.Marker = 0, marks.end(), marks
	names.Min, names.Max, names.Tick.Marker = -0.5, float64(len(s.chart.Bars))-0.5, plot.ConstantTicks(s.names())
	for _, axis := range []*plot.Axis{names, figures} {
		axis.Width, axis.Padding = 0, 0
		axis.Tick.Length, axis.Tick.Width = endGap, 0
		axis.Label.TextStyle = s.look.style(s.look.Quiet)
	}
	names.Tick.Label, figures.Tick.Label = s.look.style(s.look.Text), s.look.style(s.look.Quiet)
	s.plot.X.Tick.Label.XAlign, s.plot.X.Tick.Label.YAlign = text.XCenter, text.YTop
	s.plot.Y.Tick.Label.XAlign, s.plot.Y.Tick.Label.YAlign = text.XRight, text.YCenter
	if !s.chart.Lying {
		names.Tick.Length = belowGap
	}
	s.plot.BackgroundColor = nil
	s.plot.Legend.TextStyle, s.plot.Title.TextStyle = s.look.style(s.look.Text), s.look.style(s.look.Text)
	grid := draw.LineStyle{Color: s.look.Grid, Width: 1}
	if s.chart.Lying {
		s.plot.Add(&plotter.Grid{Vertical: grid})
	} else {
		s.plot.Add(&plotter.Grid{Horizontal: grid})
	}
}

// names are the marks of the bars. Of standing ones every second or third is
// left out when they would touch.
func (s *sheet) names() []plot.Tick {
	style := s.look.style(s.look.Text)
	width, every := s.room.Size().X*nameShare, 1
	if !s.chart.Lying {
		width = s.room.Size().X
		var widestName vg.Length
		for _, bar := range s.chart.Bars {
			widestName = max(widestName, style.Width(bar.Name))
		}
		each := width / vg.Length(len(s.chart.Bars))
		every = max(1, int((widestName+2*endGap)/each)+1)
		if widestName+2*endGap <= each {
			every = 1
		}
	}
	ticks := make([]plot.Tick, len(s.chart.Bars))
	for i, bar := range s.chart.Bars {
		ticks[i] = plot.Tick{Value: s.place(i)}
		if i%every == 0 {
			ticks[i].Label = shorten(bar.Name, style, width)
		}
	}
	return ticks
}

// ends writes at the end of each bar what it comes to. The library makes room
// for it.
func (s *sheet) ends() error {
	if !s.chart.Lying && len(s.chart.Bars) > crowded {
		return nil
	}
	var at plotter.XYLabels
	for i, bar := range s.chart.Bars {
		point := plotter.XY{X: bar.Total(), Y: s.place(i)}
		if !s.chart.Lying {
			point.X, point.Y = point.Y, point.X
		}
		note := bar.Note
		if note == "" && bar.Total() == 0 && !s.chart.Lying {
			continue // an empty place of an axis of time says as much
		}
		if note == "" {
			note = s.chart.Format(bar.Total())
		}
		at.XYs, at.Labels = append(at.XYs, point), append(at.Labels, note)
	}
	if len(at.XYs) == 0 {
		return nil
	}
	labels, err := plotter.NewLabels(at)
	if err != nil {
		return fmt.Errorf("label the bars: %w", err)
	}
	style := s.look.style(s.look.Quiet)
	labels.Offset = vg.Point{X: endGap, Y: rise(style)}
	if !s.chart.Lying {
		labels.Offset = vg.Point{Y: endGap}
		style.XAlign, style.YAlign = text.XCenter, text.YBottom
	}
	for i := range labels.TextStyle {
		labels.TextStyle[i] = style
	}
	s.plot.Add(labels)
	return nil
}

// bars adds the series, each stacked on the one before. They are as thick as
// the room allows that is left by everything else.
func (s *sheet) bars() ([]*plotter.BarChart, error) {
	data := s.plot.DataCanvas(s.room).Size()
	along := data.X
	if s.chart.Lying {
		along = data.Y
	}
	width := min(along/vg.Length(len(s.chart.Bars))*thickness, widest)
	var layers []*plotter.BarChart
	for i, series := range s.chart.Series {
		values := make(plotter.Values, len(s.chart.Bars))
		for n, bar := range s.chart.Bars {
			values[int(s.place(n))] = bar.Values[i]
		}
		layer, err := plotter.NewBarChart(values, max(width, 1))
		if err != nil {
			return nil, fmt.Errorf("draw the bars of %s: %w", series.Name, err)
		}
		layer.Color, layer.Width, layer.Horizontal = series.Colour, max(width, 1), s.chart.Lying
		layer.LineStyle.Width = 0
		if i > 0 {
			layer.StackOn(layers[i-1])
		}
		layers = append(layers, layer)
		s.plot.Add(layer)
	}
	return layers, nil
}

// areas are where the bars were drawn. The library counts from below.
func (s *sheet) areas(layers []*plotter.BarChart, height float64) []Area {
	canvas := s.plot.DataCanvas(s.room)
	x, y := s.plot.Transforms(&canvas)
	var list []Area
	for n, bar := range s.chart.Bars {
		var before float64
		for i, layer := range layers {
			value := bar.Values[i]
			if value <= 0 {
				continue
			}
			half := float64(layer.Width) / 2 //nolint:mnd // to both sides
			at := s.place(n)
			area := Area{Bar: n, Series: i}
			if s.chart.Lying {
				area.Left, area.Right = float64(x(before)), float64(x(before+value))
				area.Top, area.Bottom = height-float64(y(at))-half, height-float64(y(at))+half
			} else {
				area.Left, area.Right = float64(x(at))-half, float64(x(at))+half
				area.Top, area.Bottom = height-float64(y(before+value)), height-float64(y(before))
			}
			list = append(list, area)
			before += value
		}
	}
	return list
}
