package theme

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// The grid, in units. Distances on screen are one of these.
const (
	Tight float32 = 4  // between things that belong to one another
	Gap   float32 = 8  // between neighbours
	Inset float32 = 16 // from the edge of a pane to what it holds
	Wide  float32 = 24 // between groups
)

// The sizes of the window, in units.
const (
	WindowWidth    float32 = 1280
	WindowHeight   float32 = 800
	LibraryWidth   float32 = 288 // of the pane at the left, until the user drags it
	InspectorWidth float32 = 336 // of the pane at the right, until the user drags it
	PaneWidth      float32 = 208 // the narrowest side pane
	ReaderWidth    float32 = 320 // the narrowest reading pane
	BarHeight      float32 = 48  // of the bar above a pane
	StatusHeight   float32 = 32  // of the line at the bottom
)

// SizeNameSmall is the size of secondary text.
const SizeNameSmall = theme.SizeNameCaptionText

// sizes are those that differ from the toolkit's own, in units.
var sizes = map[fyne.ThemeSizeName]float32{
	theme.SizeNameText:               14,
	theme.SizeNameCaptionText:        12.5,
	theme.SizeNameSubHeadingText:     17,
	theme.SizeNameHeadingText:        22,
	theme.SizeNamePadding:            4,
	theme.SizeNameInnerPadding:       8,
	theme.SizeNameSeparatorThickness: 1,
	theme.SizeNameInputBorder:        1,
	theme.SizeNameInputRadius:        6,
	theme.SizeNameSelectionRadius:    6,
	theme.SizeNameScrollBar:          12,
	theme.SizeNameScrollBarSmall:     4,
	theme.SizeNameModalBlurRadius:    0, // dimmed is enough, and much cheaper
}
