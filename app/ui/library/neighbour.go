package library

import (
	"context"

	"glossator/models"
)

// scanRows is how many articles are looked through at once when the open one
// is not in memory.
const scanRows = 1000

// Neighbour finds the article that stands delta rows after the open one in the
// list as it is now, and hands its UID over on the window's goroutine; empty
// when there is none. With no article open, or one that the search leaves out,
// it is the first of the list.
func (p *Page) Neighbour(delta int, then func(uid string)) {
	filter := models.ArticleFilter{Search: p.search}
	current, at := p.current, p.shelf.find(p.current)
	p.reads.Do(func(ctx context.Context) (func(), error) {
		if at < 0 {
			var err error
			if at, err = p.scan(ctx, filter, current); err != nil {
				return nil, err
			}
		}
		to := at + delta
		if at < 0 {
			to = 0
		}
		uid := ""
		if to >= 0 {
			filter.Offset, filter.Limit = to, 1
			rows, _, err := p.ws.Library(ctx, filter)
			if err != nil {
				return nil, err
			}
			if len(rows) > 0 {
				uid = rows[0].UID
			}
		}
		return func() { then(uid) }, nil
	})
}

// scan looks for an article in the whole list and returns its index, -1 when
// it is not there.
func (p *Page) scan(ctx context.Context, filter models.ArticleFilter, uid string) (int, error) {
	filter.Limit = scanRows
	for uid != "" {
		rows, total, err := p.ws.Library(ctx, filter)
		if err != nil {
			return -1, err
		}
		for i := range rows {
			if rows[i].UID == uid {
				return filter.Offset + i, nil
			}
		}
		filter.Offset += scanRows
		if filter.Offset >= total {
			break
		}
	}
	return -1, nil
}
