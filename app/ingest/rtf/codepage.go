package rtf

import (
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
)

// western is the code page of a file that names none.
const western = 1252

// codePages are the encodings that \ansicpg and \cpg name.
var codePages = map[int]encoding.Encoding{
	437: charmap.CodePage437, 850: charmap.CodePage850, 852: charmap.CodePage852, 855: charmap.CodePage855,
	866: charmap.CodePage866, 874: charmap.Windows874, 932: japanese.ShiftJIS, 936: simplifiedchinese.GBK,
	949: korean.EUCKR, 950: traditionalchinese.Big5, 1250: charmap.Windows1250, 1251: charmap.Windows1251,
	western: charmap.Windows1252, 1253: charmap.Windows1253, 1254: charmap.Windows1254, 1255: charmap.Windows1255,
	1256: charmap.Windows1256, 1257: charmap.Windows1257, 1258: charmap.Windows1258, 10000: charmap.Macintosh,
	10007: charmap.MacintoshCyrillic, 65001: unicode.UTF8,
}

// fontCharsets are the code pages of the character sets that a font may have,
// specification 1.9.1, "Font Table". Set 0 is that of the file, set 2 that of
// symbols, which are no letters.
var fontCharsets = map[int]int{
	77: 10000, 89: 10007, 128: 932, 129: 949, 134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258,
	177: 1255, 178: 1256, 186: 1257, 204: 1251, 222: 874, 238: 1250, 254: 437, 255: 850,
}

// decode returns bytes of a code page as text. What the page does not have is
// lost, as it is in the program that wrote it.
func decode(page int, data []byte) string {
	known, ok := codePages[page]
	if !ok {
		known = charmap.Windows1252
	}
	text, err := known.NewDecoder().Bytes(data)
	if err != nil {
		return ""
	}
	return string(text)
}
