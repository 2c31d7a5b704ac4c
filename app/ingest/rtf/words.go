package rtf

import "glossator/app/ingest/manuscript"

// signs are the control words that stand for a character.
var signs = map[string]string{
	"tab": " ", "line": manuscript.Break, "lbr": manuscript.Break, "softline": " ", "emdash": "—", "endash": "–",
	"lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•", "emspace": " ", "enspace": " ",
	"qmspace": " ", "zwj": "\u200D", "zwnj": "\u200C",
}

// symbols are the control symbols that stand for a character. The hyphen that
// shows only at the end of a line stands for none.
var symbols = map[byte]string{'~': " ", '_': "-", '\\': `\`, '{': "{", '}': "}", '\t': " "}

// breaks are the control words and symbols that end a paragraph.
var breaks = map[string]bool{"par": true, "sect": true, "page": true, "column": true}

// shown are the destinations behind \* whose text is the document's; the rest
// of those are skipped, as a reader shall that does not know them.
var shown = map[string]bool{"shpinst": true, "shptxt": true, "footnote": true}

// skipped are the destinations whose text is not the document's.
var skipped = map[string]bool{
	"colortbl": true, "pict": true, "header": true, "headerl": true, "headerr": true, "headerf": true, "footer": true,
	"footerl": true, "footerr": true, "footerf": true, "listtable": true, "listoverridetable": true, "rsidtbl": true,
	"generator": true, "themedata": true, "datastore": true, "latentstyles": true, "xmlnstbl": true, "fldinst": true,
	"object": true, "nonshppict": true, "pgdsctbl": true, "revtbl": true, "filetbl": true, "annotation": true,
	"atnid": true, "atnauthor": true, "bkmkstart": true, "bkmkend": true, "listtext": true, "pntext": true,
	"shprslt": true, "sp": true, "ftnsep": true, "ftnsepc": true, "ftncn": true, "aftnsep": true, "aftnsepc": true,
	"aftncn": true, "xe": true, "tc": true, "private": true, "comment": true, "operator": true, "company": true,
	"subject": true, "keywords": true, "doccomm": true, "manager": true, "category": true, "hlinkbase": true,
	"falt": true, "panose": true, "fontemb": true, "do": true,
}
