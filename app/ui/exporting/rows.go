package exporting

import (
	"context"

	"glossator/app/ui/locale"
	"glossator/models"
)

// refresh reads the first rows anew, and counts all of them.
func (p *Page) refresh() {
	p.stopCount()
	p.count = 0
	filter, err := p.filter()
	if err != nil || len(p.options.chosenKeys()) == 0 && len(p.options.keys) > 0 {
		p.show(nil)
		return
	}
	ctx, stop := context.WithCancel(context.Background())
	p.stopCount = stop
	p.reads.Do(func(context.Context) (func(), error) {
		rows, err := p.ws.ExportPreview(ctx, filter, previewRows)
		if ctx.Err() != nil {
			return func() {}, nil //nolint:nilerr // another question has taken its place
		}
		return func() { p.show(rows) }, err
	})
	p.reads.Do(func(life context.Context) (func(), error) {
		defer context.AfterFunc(life, stop)()
		count, err := p.ws.ExportCount(ctx, filter)
		if ctx.Err() != nil {
			return func() {}, nil
		}
		return func() { p.counted(count) }, err
	})
}

func (p *Page) counted(count int) {
	p.count = count
	p.heading.SetText(locale.N(count, "The one row", "First of %s rows", locale.Number(count)))
}

func (p *Page) show(rows []models.ExportRow) {
	p.rows = len(rows)
	p.heading.SetText(locale.T(textPreview))
	p.preview.show(rows)
	if len(rows) == 0 {
		p.preview.say(locale.T(p.nothing()))
	}
	p.check()
}

// nothing says why there is no row.
func (p *Page) nothing() string {
	filter, _ := p.filter() // a wrong day is said elsewhere
	switch {
	case filter.Layer == models.LayerGold:
		return locale.Mark(textNoGold)
	case filter.From != 0 || filter.Until != 0 || filter.WithoutOpen || filter.Layer != models.LayerAll ||
		len(p.options.chosenKeys()) < len(p.options.keys):
		return locale.Mark(textNoSuch)
	}
	return locale.Mark(textNoRows)
}
