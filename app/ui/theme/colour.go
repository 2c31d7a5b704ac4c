package theme

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// The names of colours that the toolkit has no name for.
const (
	ColorNamePane    fyne.ThemeColorName = "glossatorPane"    // behind the panes beside the page
	ColorNameQuiet   fyne.ThemeColorName = "glossatorQuiet"   // secondary text
	ColorNameCurrent fyne.ThemeColorName = "glossatorCurrent" // behind the row that is open
	ColorNameTrack   fyne.ThemeColorName = "glossatorTrack"   // the empty part of a progress bar
	ColorNameNotice  fyne.ThemeColorName = "glossatorNotice"  // behind a message
	ColorNameAlarm   fyne.ThemeColorName = "glossatorAlarm"   // behind a message about a failure
)

// pair is a colour on a light and on a dark page.
type pair struct{ light, dark color.NRGBA }

func (p pair) pick(dark bool) color.NRGBA {
	if dark {
		return p.dark
	}
	return p.light
}

// rgb is an opaque colour from its usual notation 0xRRGGBB.
func rgb(hex uint32) color.NRGBA {
	const opaque = 0xff
	return color.NRGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: opaque} //nolint:gosec // the cut is meant
}

// over is a colour that lets a part of what lies under it through.
func over(hex uint32, alpha uint8) color.NRGBA {
	c := rgb(hex)
	c.A = alpha
	return c
}

// shades are a colour in the usual modes and in the stark ones. The stark
// colours are black on white and white on black, with lines that can be seen
// and no grey text.
type shades struct{ plain, stark pair }

// colours is every colour of the window that differs from the toolkit's own.
// The background is the page that is read; everything beside it is a pane.
var colours = map[fyne.ThemeColorName]shades{
	theme.ColorNameBackground:          {pair{rgb(0xffffff), rgb(0x1b1d22)}, pair{rgb(0xffffff), rgb(0x000000)}},
	ColorNamePane:                      {pair{rgb(0xf5f5f2), rgb(0x22252b)}, pair{rgb(0xffffff), rgb(0x000000)}},
	theme.ColorNameForeground:          {pair{rgb(0x1d2126), rgb(0xe8e6e1)}, pair{rgb(0x000000), rgb(0xffffff)}},
	ColorNameQuiet:                     {pair{rgb(0x545b64), rgb(0xaeb3bb)}, pair{rgb(0x1c1c1c), rgb(0xe6e6e6)}},
	theme.ColorNamePlaceHolder:         {pair{rgb(0x5f6670), rgb(0xa3a9b2)}, pair{rgb(0x3a3a3a), rgb(0xd0d0d0)}},
	theme.ColorNameDisabled:            {pair{rgb(0x686f78), rgb(0x969ca6)}, pair{rgb(0x454545), rgb(0xc4c4c4)}},
	theme.ColorNamePrimary:             {pair{rgb(0x1a5f9e), rgb(0x84b9ee)}, pair{rgb(0x00308f), rgb(0x9fd0ff)}},
	theme.ColorNameHyperlink:           {pair{rgb(0x1a5f9e), rgb(0x84b9ee)}, pair{rgb(0x00308f), rgb(0x9fd0ff)}},
	theme.ColorNameForegroundOnPrimary: {pair{rgb(0xffffff), rgb(0x10151c)}, pair{rgb(0xffffff), rgb(0x000000)}},
	theme.ColorNameFocus:               {pair{over(0x1a5f9e, 0x38), over(0x84b9ee, 0x40)}, pair{over(0x00308f, 0x40), over(0x9fd0ff, 0x48)}},
	theme.ColorNameSelection:           {pair{rgb(0xc5dcf3), rgb(0x2b4766)}, pair{rgb(0xa8d0ff), rgb(0x1d4f86)}},
	theme.ColorNameButton:              {pair{rgb(0xe8e8e3), rgb(0x32363e)}, pair{rgb(0xdcdcdc), rgb(0x333333)}},
	theme.ColorNameDisabledButton:      {pair{rgb(0xeeeeea), rgb(0x2a2e35)}, pair{rgb(0xf0f0f0), rgb(0x1f1f1f)}},
	theme.ColorNameInputBackground:     {pair{rgb(0xffffff), rgb(0x1b1d22)}, pair{rgb(0xffffff), rgb(0x000000)}},
	theme.ColorNameInputBorder:         {pair{rgb(0x8b919a), rgb(0x6b727d)}, pair{rgb(0x000000), rgb(0xffffff)}},
	theme.ColorNameMenuBackground:      {pair{rgb(0xffffff), rgb(0x2a2e35)}, pair{rgb(0xffffff), rgb(0x24262b)}},
	theme.ColorNameOverlayBackground:   {pair{rgb(0xf8f8f6), rgb(0x25282e)}, pair{rgb(0xffffff), rgb(0x1b1d21)}},
	theme.ColorNameHeaderBackground:    {pair{rgb(0xf5f5f2), rgb(0x22252b)}, pair{rgb(0xffffff), rgb(0x000000)}},
	theme.ColorNameSeparator:           {pair{rgb(0xdedfda), rgb(0x373b43)}, pair{rgb(0x000000), rgb(0xffffff)}},
	theme.ColorNameHover:               {pair{over(0x1d2126, 0x12), over(0xffffff, 0x12)}, pair{over(0x000000, 0x1c), over(0xffffff, 0x2a)}},
	theme.ColorNamePressed:             {pair{over(0x1d2126, 0x26), over(0xffffff, 0x26)}, pair{over(0x000000, 0x30), over(0xffffff, 0x3c)}},
	theme.ColorNameScrollBar:           {pair{over(0x1d2126, 0x66), over(0xffffff, 0x66)}, pair{over(0x000000, 0xc0), over(0xffffff, 0xc0)}},
	theme.ColorNameScrollBarBackground: {pair{over(0x1d2126, 0x0c), over(0xffffff, 0x0c)}, pair{over(0x000000, 0x20), over(0xffffff, 0x30)}},
	theme.ColorNameShadow:              {pair{over(0x000000, 0x2a), over(0x000000, 0x70)}, pair{over(0x000000, 0x60), over(0xffffff, 0x50)}},
	theme.ColorNameError:               {pair{rgb(0xa8201a), rgb(0xffa198)}, pair{rgb(0x8a0000), rgb(0xffb3ab)}},
	theme.ColorNameForegroundOnError:   {pair{rgb(0xffffff), rgb(0x2a0c0a)}, pair{rgb(0xffffff), rgb(0x000000)}},
	theme.ColorNameSuccess:             {pair{rgb(0x1c6b3c), rgb(0x7fd19b)}, pair{rgb(0x00491f), rgb(0x8ff0b0)}},
	theme.ColorNameForegroundOnSuccess: {pair{rgb(0xffffff), rgb(0x0c2415)}, pair{rgb(0xffffff), rgb(0x000000)}},
	theme.ColorNameWarning:             {pair{rgb(0x8a4b00), rgb(0xf2bd6b)}, pair{rgb(0x5c3000), rgb(0xffd27a)}},
	theme.ColorNameForegroundOnWarning: {pair{rgb(0xffffff), rgb(0x2b1a00)}, pair{rgb(0xffffff), rgb(0x000000)}},
	ColorNameCurrent:                   {pair{rgb(0xdde9f5), rgb(0x2c3f54)}, pair{rgb(0xd0e4ff), rgb(0x0f3158)}},
	ColorNameTrack:                     {pair{rgb(0xd9dad4), rgb(0x3f444d)}, pair{rgb(0xb8b8b8), rgb(0x5c5c5c)}},
	ColorNameNotice:                    {pair{rgb(0xe6eff8), rgb(0x253648)}, pair{rgb(0xd9e9ff), rgb(0x0f2c4d)}},
	ColorNameAlarm:                     {pair{rgb(0xfbe6e3), rgb(0x472523)}, pair{rgb(0xffdcd8), rgb(0x4d0f0b)}},
}
