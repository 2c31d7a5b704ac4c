package library

import "context"

// Neighbour finds the article that stands delta rows after the open one in the
// list as it is now, and hands its UID over on the window's goroutine; empty
// when there is none. With no article open, or one that the filter leaves out,
// it is the first of the list.
func (p *Page) Neighbour(delta int, then func(uid string)) {
	filter, current := p.filter, p.current
	p.reads.Do(func(ctx context.Context) (func(), error) {
		at := -1
		if current != "" {
			var err error
			if at, err = p.ws.ArticleIndex(ctx, filter, current); err != nil {
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
			uids, err := p.ws.ArticleUIDs(ctx, filter)
			if err != nil {
				return nil, err
			}
			if len(uids) > 0 {
				uid = uids[0]
			}
		}
		return func() { then(uid) }, nil
	})
}
