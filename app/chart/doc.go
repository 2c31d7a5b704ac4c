// Package chart draws bar charts, as pictures for the window and for files. It
// knows the plotting library and nothing of the window or the project: it is
// given names, numbers, colours and a typeface, and returns a picture together
// with the places of its bars, so that a window can answer when they are
// pressed.
//
// Lengths are units, of which a window has one per pixel at scale 1 and a
// printed page 72 per inch.
package chart
