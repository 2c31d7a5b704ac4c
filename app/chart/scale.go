package chart

import (
	"math"
	"strconv"

	"gonum.org/v1/plot"
)

// steps are the leading digits of the distance between two figures of an axis.
var steps = [...]float64{1, 2, 5, 10}

// whole marks an axis that counts things: figures are whole numbers, about so
// many of them, from nought to the first one that is not below most.
type whole struct {
	figures int
	most    float64
	format  func(float64) string
}

// step is the distance between two figures.
func (w whole) step() float64 {
	rough := w.most / float64(max(w.figures, 1))
	if rough <= 1 {
		return 1
	}
	power := math.Pow10(int(math.Floor(math.Log10(rough))))
	for _, digit := range steps {
		if digit*power >= rough {
			return digit * power
		}
	}
	return math.Ceil(rough)
}

// end is the last figure.
func (w whole) end() float64 { return max(1, math.Ceil(w.most/w.step())) * w.step() }

// Ticks is called by the library.
func (w whole) Ticks(_, _ float64) []plot.Tick {
	var list []plot.Tick
	for value := 0.0; value <= w.end(); value += w.step() {
		list = append(list, plot.Tick{Value: value, Label: w.format(value)})
	}
	return list
}

// plainDigits is how numbers are written unless a chart says otherwise.
func plainDigits(value float64) string { return strconv.FormatFloat(value, 'f', -1, 64) }
