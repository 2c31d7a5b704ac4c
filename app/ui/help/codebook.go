package help

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	toolkit "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/locale"
	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/surface"
	"glossator/app/ui/widgets/tabs"
	"glossator/models"
)

// Codebook makes the page that says what each label means, with a tab for
// each. It begins with the label of this key; empty: with the general rules.
func Codebook(book models.Codebook, key string) fyne.CanvasObject {
	pages, chosen := []tabs.Page{{Title: locale.T("Rules"), Object: page(rules(book), theme.Wide)}}, 0
	for _, label := range book.Labels {
		if label.Key == key {
			chosen = len(pages)
		}
		pages = append(pages, tabs.Page{Title: locale.Codebook(label.Name), Object: page(definition(label), theme.Wide)})
	}
	shown := tabs.New(pages...)
	shown.Select(chosen)
	return surface.New(toolkit.ColorNameBackground, shown.Object())
}

// page sets a text with room around it, in units.
func page(markdown string, around float32) fyne.CanvasObject {
	text := widget.NewRichTextFromMarkdown(markdown)
	text.Wrapping = fyne.TextWrapWord
	text.Segments = spaced(text.Segments)
	return container.NewVScroll(container.New(
		layout.NewCustomPaddedLayout(around/2, around, around, around), text))
}

// spaced puts a low empty line above every heading but the first, so that it
// belongs to what follows.
func spaced(segments []widget.RichTextSegment) []widget.RichTextSegment {
	var out []widget.RichTextSegment
	for i, segment := range segments {
		heading, ok := segment.(*widget.TextSegment)
		if i > 0 && ok && heading.Style.SizeName == toolkit.SizeNameSubHeadingText {
			out = append(out, &widget.TextSegment{Style: widget.RichTextStyle{SizeName: toolkit.SizeNameCaptionText}})
		}
		out = append(out, segment)
	}
	return out
}

func rules(book models.Codebook) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n\n", locale.T("Codebook %s", book.Version))
	section(&b, locale.T("For all labels"), book.General)
	section(&b, locale.T("When two labels seem to fit"), book.TieBreaks)
	return b.String()
}

func definition(label models.CodebookLabel) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n\n%s\n\n", locale.Codebook(label.Name), locale.Codebook(label.Definition))
	section(&b, locale.T("Includes"), label.Include)
	section(&b, locale.T("Leaves out"), label.Exclude)
	section(&b, locale.T("Examples"), label.Positive)
	section(&b, locale.T("Not examples"), label.Negative)
	var fields []string
	for _, field := range label.Fields {
		fields = append(fields, fmt.Sprintf("**%s**: %s", locale.Codebook(field.Name), locale.Codebook(field.Hint)))
	}
	section(&b, locale.T("Details"), fields)
	return b.String()
}

func section(b *strings.Builder, title string, lines []string) {
	if len(lines) == 0 {
		return
	}
	fmt.Fprintf(b, "## %s\n\n", title)
	for _, line := range lines {
		fmt.Fprintf(b, "* %s\n", locale.Codebook(line))
	}
	b.WriteString("\n")
}
