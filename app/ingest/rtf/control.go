package rtf

import (
	"unicode/utf16"
	"unicode/utf8"

	"glossator/models"
)

// word takes a control word: first as the name of a destination, then as a
// character, then as a property.
func (r *reader) word(t token) error {
	starred := r.starred
	r.starred = false
	to, isCaptured := captured[t.name]
	switch {
	case starred && !shown[t.name], skipped[t.name]:
		r.flush()
		r.to = toNowhere
		return nil
	case isCaptured:
		r.flush()
		r.names.Reset()
		r.to = to
		return nil
	case signs[t.name] != "":
		if r.passing > 0 {
			r.passing--
			return nil
		}
		r.write(signs[t.name])
		return nil
	case breaks[t.name]:
		return r.endParagraph()
	}
	if r.to == toBody {
		if done, err := r.structure(t); done {
			return err
		}
	}
	r.property(t)
	return nil
}

// structure takes the control words that say what paragraphs are and where
// they stand. It reports whether t was one.
func (r *reader) structure(t token) (done bool, err error) {
	switch t.name {
	case "pard":
		r.setKind(models.BlockParagraph)
	case "s":
		kind, ok := r.styles[t.number]
		if !ok {
			kind = models.BlockParagraph
		}
		r.setKind(kind)
	case "ls":
		r.refine(models.BlockListItem)
	case "outlinelevel":
		const bodyText = 9
		if t.number < bodyText {
			r.refine(models.BlockHeading)
		}
	case "footnote":
		r.hold(holdsNote)
	case "shptxt":
		r.hold(holdsBox)
	case "trowd", "intbl":
		return true, r.beginRow()
	case "cell", "nestcell":
		err = r.endParagraph()
		if t.name == "cell" {
			r.BeginCell()
		}
		return true, err
	case "row":
		return true, r.endRow()
	default:
		return false, nil
	}
	return true, nil
}

// setKind says what the paragraph is. The properties of a paragraph may come
// before its text or after it.
func (r *reader) setKind(kind models.BlockKind) {
	r.flush()
	r.paragraph = kind
	r.SetKind(kind)
}

// refine says what a paragraph is whose style does not tell.
func (r *reader) refine(kind models.BlockKind) {
	if r.paragraph == models.BlockParagraph {
		r.setKind(kind)
	}
}

// hold opens a note or a text box in the middle of a paragraph.
func (r *reader) hold(what holding) {
	r.flush()
	if what == holdsNote {
		r.BeginNote()
	}
	r.holds, r.inside, r.paragraph = what, true, models.BlockParagraph
	r.Begin(r.paragraph)
}

// beginRow opens a row with its first cell. Some programs announce a row, some
// only mark the paragraphs in it.
func (r *reader) beginRow() error {
	if r.inRow || r.inside {
		return nil
	}
	r.inRow = true
	if err := r.endParagraph(); err != nil {
		return err
	}
	r.BeginTable()
	err := r.BeginRow()
	r.BeginCell()
	return err
}

func (r *reader) endRow() error {
	err := r.endParagraph()
	if err == nil && r.inRow {
		r.inRow = false
		err = r.EndTable()
	}
	return err
}

// property takes the control words that set the state of the group or of the
// file.
func (r *reader) property(t token) {
	on := !t.given || t.number != 0
	switch t.name {
	case "u":
		r.unicode(t.number)
	case "uc":
		r.fallback = max(t.number, 0)
	case "ansicpg":
		if _, ok := codePages[t.number]; ok {
			r.flush()
			r.ansi, r.codePage = t.number, t.number
		}
	case "mac":
		const macRoman = 10000
		r.ansi, r.codePage = macRoman, macRoman
	case "v", "deleted":
		r.flush()
		r.hidden = on
	case "plain":
		r.flush()
		r.hidden, r.codePage = false, r.ansi
	case "s":
		r.style = t.number
	case "f":
		r.useFont(t.number)
	case "fcharset":
		r.declareFont(fontCharsets[t.number])
	case "cpg":
		r.declareFont(t.number)
	}
}

// declareFont says which code page the font that is declared has.
func (r *reader) declareFont(page int) {
	if _, known := codePages[page]; known && r.to == toFonts {
		r.fonts[r.font] = page
	}
}

// useFont declares a font in the table of fonts, and elsewhere turns to its
// code page.
func (r *reader) useFont(font int) {
	r.flush()
	r.font = font
	if r.to == toFonts {
		return
	}
	page, ok := r.fonts[font]
	if !ok {
		page = r.ansi
	}
	r.codePage = page
}

// unicode writes a character by its number, which RTF keeps in 16 bits with a
// sign; those beyond come as a surrogate pair. What follows for readers without
// Unicode is passed over.
func (r *reader) unicode(number int) {
	const units = 1 << 16
	c := rune(number & (units - 1))
	r.passing = r.fallback
	high := r.high
	r.high = 0
	switch {
	case !utf16.IsSurrogate(c):
		r.write(string(c))
	case high == 0:
		r.high = c
	default:
		if c = utf16.DecodeRune(high, c); c != utf8.RuneError {
			r.write(string(c))
		}
	}
}
