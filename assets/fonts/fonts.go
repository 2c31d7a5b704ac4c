// Package fonts embeds the typefaces that the program draws text with.
//
// All five files are unmodified Noto fonts under the SIL Open Font License 1.1; see OFL.txt in this folder. They are
// shipped because the toolkit's built-in Noto Sans draws U+0456 (Cyrillic i, used in Kazakh and Ukrainian) without
// its dot.
package fonts

import _ "embed" // for the embedded font files

var (
	//go:embed NotoSans-Regular.ttf
	sans []byte
	//go:embed NotoSans-Bold.ttf
	sansBold []byte
	//go:embed NotoSans-Italic.ttf
	sansItalic []byte
	//go:embed NotoSerif-Regular.ttf
	serif []byte
	//go:embed NotoSerif-Bold.ttf
	serifBold []byte
)

// Sans returns Noto Sans Regular as a TrueType file. The bytes are shared: do not change them.
func Sans() []byte { return sans }

// SansBold returns Noto Sans Bold as a TrueType file. The bytes are shared: do not change them.
func SansBold() []byte { return sansBold }

// SansItalic returns Noto Sans Italic as a TrueType file. The bytes are shared: do not change them.
func SansItalic() []byte { return sansItalic }

// Serif returns Noto Serif Regular as a TrueType file. The bytes are shared: do not change them.
func Serif() []byte { return serif }

// SerifBold returns Noto Serif Bold as a TrueType file. The bytes are shared: do not change them.
func SerifBold() []byte { return serifBold }
