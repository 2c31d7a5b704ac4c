package manuscript

import (
	"strings"

	"glossator/models"
)

// Contents marks the paragraphs of a table of contents, which say nothing that
// the headings do not. They are left out.
const Contents models.BlockKind = "contents"

// styleKinds are the built-in styles of Word, LibreOffice and pandoc that tell
// what a paragraph is, by name in lower case without digits and spaces. Word writes
// these names in English whatever its own language.
var styleKinds = map[string]models.BlockKind{
	"title":             models.BlockTitle,
	"subtitle":          models.BlockSubtitle,
	"heading":           models.BlockHeading,
	"quote":             models.BlockQuote,
	"intensequote":      models.BlockQuote,
	"blocktext":         models.BlockQuote,
	"quotations":        models.BlockQuote,
	"caption":           models.BlockCaption,
	"imagecaption":      models.BlockCaption,
	"tablecaption":      models.BlockCaption,
	"illustration":      models.BlockCaption,
	"figure":            models.BlockCaption,
	"drawing":           models.BlockCaption,
	"listbullet":        models.BlockListItem,
	"listnumber":        models.BlockListItem,
	"toc":               Contents,
	"tocheading":        Contents,
	"contents":          Contents,
	"contentsheading":   Contents,
	"tableofcontents":   Contents,
	"endnoteseparator":  Contents,
	"footnoteseparator": Contents,
	"tableoffigures":    Contents,
}

// StyleKind returns what a paragraph of the style with this name is, and false
// for a style that does not tell.
func StyleKind(name string) (models.BlockKind, bool) {
	kind, ok := styleKinds[plain(name)]
	return kind, ok
}

// plain returns the name of a style without what varies: "Heading_20_1",
// "heading 1" and "Heading1" are one.
func plain(name string) string {
	name = strings.ReplaceAll(strings.ToLower(name), "_20_", "")
	return strings.TrimRight(strings.ReplaceAll(name, " ", ""), "0123456789")
}
