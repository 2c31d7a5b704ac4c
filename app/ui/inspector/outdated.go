package inspector

import (
	"context"

	"fyne.io/fyne/v2"
	toolkit "fyne.io/fyne/v2/theme"

	"glossator/app/ui/locale"
	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/column"
	"glossator/app/ui/widgets/excerpt"
	"glossator/app/ui/widgets/field"
)

const outdatedLines = 3

// outdated says that a label was put on under an earlier meaning, and asks
// whether it still stands.
type outdated struct {
	section *section
	text    *excerpt.Excerpt
	object  *fyne.Container
}

func newOutdated(s *section) *outdated {
	o := &outdated{section: s}
	o.text = excerpt.New("", excerpt.Style{Size: theme.SizeNameSmall, Colour: toolkit.ColorNameWarning, Lines: outdatedLines})
	stands := field.NewButton(locale.T(textReaffirm), toolkit.IconNameConfirm, o.reaffirm,
		s.page.hooks(s.label.Key, locale.T(textStandsHint), nil))
	o.object = column.New(theme.Tight, o.text, stands)
	if s.page.ws.ReadOnly() {
		stands.Hide()
	}
	o.object.Hide()
	return o
}

func (o *outdated) show() {
	s := o.section
	version := s.annotation.CodebookVersion
	stale := !s.page.ws.Codebook().Stands(s.label.Key, version)
	show(o.object, stale)
	if stale {
		o.text.SetText(locale.T(textOutdated, version))
	}
}

func (o *outdated) reaffirm() {
	s := o.section
	s.commit()
	position, uid := s.at.position, s.annotation.UID
	s.page.run.Do(func(ctx context.Context) (func(), error) { return nil, s.page.ws.Reaffirm(ctx, position, uid) })
}
