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

// colours is every colour of the window that differs from the toolkit's own.
// The background is the page that is read; everything beside it is a pane.
var colours = map[fyne.ThemeColorName]pair{
	theme.ColorNameBackground:          {rgb(0xffffff), rgb(0x1b1d22)},
	ColorNamePane:                      {rgb(0xf5f5f2), rgb(0x22252b)},
	theme.ColorNameForeground:          {rgb(0x1d2126), rgb(0xe8e6e1)},
	ColorNameQuiet:                     {rgb(0x545b64), rgb(0xaeb3bb)},
	theme.ColorNamePlaceHolder:         {rgb(0x5f6670), rgb(0xa3a9b2)},
	theme.ColorNameDisabled:            {rgb(0x686f78), rgb(0x969ca6)},
	theme.ColorNamePrimary:             {rgb(0x1a5f9e), rgb(0x84b9ee)},
	theme.ColorNameHyperlink:           {rgb(0x1a5f9e), rgb(0x84b9ee)},
	theme.ColorNameForegroundOnPrimary: {rgb(0xffffff), rgb(0x10151c)},
	theme.ColorNameFocus:               {over(0x1a5f9e, 0x38), over(0x84b9ee, 0x40)},
	theme.ColorNameSelection:           {rgb(0xc5dcf3), rgb(0x2b4766)},
	theme.ColorNameButton:              {rgb(0xe8e8e3), rgb(0x32363e)},
	theme.ColorNameDisabledButton:      {rgb(0xeeeeea), rgb(0x2a2e35)},
	theme.ColorNameInputBackground:     {rgb(0xffffff), rgb(0x1b1d22)},
	theme.ColorNameInputBorder:         {rgb(0x8b919a), rgb(0x6b727d)},
	theme.ColorNameMenuBackground:      {rgb(0xffffff), rgb(0x2a2e35)},
	theme.ColorNameOverlayBackground:   {rgb(0xf8f8f6), rgb(0x25282e)},
	theme.ColorNameHeaderBackground:    {rgb(0xf5f5f2), rgb(0x22252b)},
	theme.ColorNameSeparator:           {rgb(0xdedfda), rgb(0x373b43)},
	theme.ColorNameHover:               {over(0x1d2126, 0x12), over(0xffffff, 0x12)},
	theme.ColorNamePressed:             {over(0x1d2126, 0x26), over(0xffffff, 0x26)},
	theme.ColorNameScrollBar:           {over(0x1d2126, 0x66), over(0xffffff, 0x66)},
	theme.ColorNameScrollBarBackground: {over(0x1d2126, 0x0c), over(0xffffff, 0x0c)},
	theme.ColorNameShadow:              {over(0x000000, 0x2a), over(0x000000, 0x70)},
	theme.ColorNameError:               {rgb(0xa8201a), rgb(0xffa198)},
	theme.ColorNameForegroundOnError:   {rgb(0xffffff), rgb(0x2a0c0a)},
	theme.ColorNameSuccess:             {rgb(0x1c6b3c), rgb(0x7fd19b)},
	theme.ColorNameForegroundOnSuccess: {rgb(0xffffff), rgb(0x0c2415)},
	theme.ColorNameWarning:             {rgb(0x8a4b00), rgb(0xf2bd6b)},
	theme.ColorNameForegroundOnWarning: {rgb(0xffffff), rgb(0x2b1a00)},
	ColorNameCurrent:                   {rgb(0xdde9f5), rgb(0x2c3f54)},
	ColorNameTrack:                     {rgb(0xd9dad4), rgb(0x3f444d)},
	ColorNameNotice:                    {rgb(0xe6eff8), rgb(0x253648)},
	ColorNameAlarm:                     {rgb(0xfbe6e3), rgb(0x472523)},
}
