package library

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	toolkit "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/locale"
	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/field"
	"glossator/app/ui/widgets/surface"
	"glossator/app/ui/widgets/textline"
)

// bar stands under the list while several articles are chosen: how many, and
// what can be done with them.
type bar struct {
	text   *textline.Line
	object *fyne.Container
}

func (p *Page) newBar() *bar {
	b := &bar{text: textline.New("", textline.Look{Style: fyne.TextStyle{Bold: true}})}
	hooks := field.Hooks{Done: p.actions.Leave}
	away := field.NewButton("", toolkit.IconNameCancel, func() { p.ClearSelection() }, hooks)
	away.SetLabel(locale.T("Clear the selection"))
	head := container.NewBorder(nil, nil, nil, away, b.text)
	buttons := container.New(layout.NewCustomPaddedHBoxLayout(theme.Inset),
		field.NewButton(locale.T(textExport), "", func() { p.actions.Export(p.Selection()) }, hooks),
		field.NewButton(locale.T(textEdit), "", func() { p.actions.Edit(p.Selection()) }, hooks),
		field.NewButton(locale.T(textDelete), "", func() { p.actions.Delete(p.Selection()) }, hooks))
	content := container.New(layout.NewCustomPaddedLayout(theme.Gap, theme.Gap, theme.Inset, theme.Inset),
		container.NewVBox(head, buttons))
	b.object = container.NewStack(surface.New(theme.ColorNameNotice,
		container.NewBorder(widget.NewSeparator(), nil, nil, nil, content)))
	b.object.Hide()
	return b
}

// show says how many articles are chosen; none takes the bar away.
func (b *bar) show(count int) {
	if count == 0 {
		b.object.Hide()
		return
	}
	b.text.SetText(chosenText(count))
	b.object.Show()
}
