package document

import "glossator/models"

// The texts of the page.
//
//locale:texts
const (
	titleEdit       = "Edit article"
	titleLook       = "Look before adding"
	textSave        = "Save"
	textAdd         = "Add"
	textCancel      = "Cancel"
	headFields      = "About the article"
	headBlocks      = "Parts of the text"
	captionTitle    = "Title"
	captionSubtitle = "Subtitle"
	captionByline   = "Byline"
	captionAuthor   = "Author"
	captionDate     = "Published"
	captionSource   = "Source"
	captionAddress  = "Address"
	captionLanguage = "Language"
	captionTopics   = "Topics"
	hintDate        = "%s, 2024-06 or 2024"
	hintTopics      = "shelters, courts"
	textUnknown     = "Not known"
	textBoilerplate = "Boilerplate"
	textAside       = "aside"
	textKeys        = "Left and Right: another kind. Space: boilerplate or not. The text itself never changes."
)

// kinds are the names of the kinds of blocks.
//
//locale:texts
var kinds = map[models.BlockKind]string{
	models.BlockTitle: "Title", models.BlockSubtitle: "Subtitle", models.BlockByline: "Byline", models.BlockHeading: "Heading",
	models.BlockParagraph: "Paragraph", models.BlockListItem: "List item", models.BlockQuote: "Quote",
	models.BlockCaption: "Caption", models.BlockTableRow: "Table row",
}
