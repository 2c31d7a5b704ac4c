package chart

import "image/color"

// Chart is what is to be drawn: bars of one or more series, which are stacked.
type Chart struct {
	Title  string // above the bars; empty: none
	Lying  bool   // the bars lie below one another, with room for long names; else they stand, as for time
	Series []Series
	Bars   []Bar
	// Format writes a number of the axis and at the end of a bar. Nil: plain
	// digits.
	Format func(float64) string
}

// Series is what one part of every bar stands for.
type Series struct {
	Name   string
	Colour color.Color
}

// Bar is one bar with a value for each series, none of them below zero.
type Bar struct {
	Name   string
	Values []float64
	Note   string // at its end, instead of the sum of its values
}

// Total is the length of a bar.
func (b Bar) Total() float64 {
	var sum float64
	for _, value := range b.Values {
		sum += value
	}
	return sum
}

// longest returns the length of the longest bar.
func (c Chart) longest() float64 {
	var most float64
	for _, bar := range c.Bars {
		most = max(most, bar.Total())
	}
	return most
}

// Area is where one part of a bar is in a picture, in units from its upper left
// corner.
type Area struct {
	Bar, Series              int // their places in the chart
	Left, Top, Right, Bottom float64
}
