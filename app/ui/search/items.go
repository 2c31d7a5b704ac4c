package search

import "glossator/models"

// item is one row of the results: an article, or a sentence of the article
// above it.
type item struct {
	article models.Article
	hit     *models.SearchHit // nil: the article itself
	hits    int               // sentences below an article
	title   bool              // the article was found by its title
}

// opens reports whether the row is a result of its own; the head of a group of
// sentences is not.
func (i item) opens() bool { return i.hit != nil || i.title }

// results is everything that was found so far, in rows. It knows no window.
type results struct {
	words string
	items []item
	page  models.SearchPage // the last page
	heads int               // articles with sentences
	hits  int               // sentences
}

// begin takes over the first page and the articles whose titles match.
func begin(words string, titles []models.ArticleRow, page models.SearchPage) *results {
	r := &results{words: words}
	for _, row := range titles {
		r.items = append(r.items, item{article: row.Article, title: true})
	}
	r.extend(page)
	return r
}

// extend takes over the next page, and goes on with the last article when the
// page begins with it.
func (r *results) extend(page models.SearchPage) {
	r.page = page
	head := -1
	for i := len(r.items) - 1; i >= 0 && head < 0; i-- {
		if r.items[i].hit == nil && !r.items[i].title {
			head = i
		}
	}
	for i := range page.Hits {
		hit := &page.Hits[i]
		if head < 0 || r.items[head].article.ID != hit.Article.ID {
			head = len(r.items)
			r.items = append(r.items, item{article: hit.Article})
			r.heads++
		}
		r.items[head].hits++
		r.items = append(r.items, item{article: hit.Article, hit: hit})
		r.hits++
	}
}

// next returns the row from which on, in a direction, one is a result, the
// same row when there is none.
func (r *results) next(at, by int) int {
	for to := at + by; to >= 0 && to < len(r.items); to += by {
		if r.items[to].opens() {
			return to
		}
	}
	return at
}

// first returns the row of the first result, -1 when there is none.
func (r *results) first() int { return r.next(-1, 1) }
