package ui

import (
	"context"

	"glossator/app/ui/locale"
	"glossator/app/ui/search"
	"glossator/app/ui/status"
	"glossator/models"
)

// textNoSuggestion is said at the end of the suggestions.
const textNoSuggestion = "Nothing else is suggested in this article."

// route is how one comes from one place of the project to another.
type route struct {
	*bench

	scene  *scene
	places map[string]int // where the cursor was in articles of this session
}

// openArticle opens an article where the reader left it in this session.
func (r *route) openArticle(uid string) { r.goTo(uid, r.strip.Succeeded) }

// goTo opens an article and then calls arrived.
func (r *route) goTo(uid string, arrived func()) {
	r.depart()
	ws, at := r.desk.ws, r.places[uid]
	r.travel(func(ctx context.Context) error { return ws.OpenArticleAt(ctx, uid, at) }, func() {
		arrived()
		r.scene.leaveTable()
		r.desk.reader.Focus()
	})
}

// goToSentence opens an article with the cursor on a sentence.
func (r *route) goToSentence(articleUID string, sentenceID int64) {
	r.depart()
	ws, to := r.desk.ws, models.Step{ArticleUID: articleUID, SentenceID: sentenceID}
	r.travel(func(ctx context.Context) error { return ws.GoTo(ctx, to) }, func() {
		r.strip.Succeeded()
		r.scene.leaveTable()
		r.scene.leaveFront()
	})
}

// goToPlace shows a sentence in the text.
func (r *route) goToPlace(place models.Place) {
	r.scene.leaveFront()
	r.goToSentence(place.ArticleUID, place.SentenceID)
}

// goToStep shows where a step happened. The keyboard stays where it is, so
// that one can look at one step after the other.
func (r *route) goToStep(step models.Step) {
	r.flush()
	ws := r.desk.ws
	r.travel(func(ctx context.Context) error { return ws.GoTo(ctx, step) }, r.strip.Succeeded)
}

// depart notes where one was in the article that is left.
func (r *route) depart() {
	r.flush()
	if content, ok := r.desk.ws.Article(); ok {
		r.places[content.Article.UID] = r.desk.ws.Cursor()
	}
}

// travel opens a place in the order of the keys, and then calls arrived.
func (r *route) travel(open func(ctx context.Context) error, arrived func()) {
	r.work.Actions.Do(func(ctx context.Context) (func(), error) {
		if err := open(ctx); err != nil {
			return nil, err
		}
		return arrived, nil
	})
}

// openFound goes to a sentence that was found; 0: to the article.
func (r *route) openFound(uid string, sentence int64) {
	if sentence == 0 {
		r.openArticle(uid)
		return
	}
	r.goToSentence(uid, sentence)
}

func (r *route) neighbour(delta int) {
	r.desk.library.Neighbour(delta, func(uid string) {
		switch {
		case uid != "":
			r.openArticle(uid)
		case delta > 0:
			r.strip.Show(status.Message{Text: locale.T(textNoNext), Transient: true})
		default:
			r.strip.Show(status.Message{Text: locale.T(textNoPrevious), Transient: true})
		}
	})
}

func (r *route) nextUnseen() {
	if !r.desk.ws.MoveToUnseen() {
		r.strip.Show(status.Message{Text: locale.T(textAllSeen), Transient: true})
	}
}

func (r *route) lastSentence() {
	if content, ok := r.desk.ws.Article(); ok {
		r.desk.ws.MoveTo(len(content.Sentences) - 1)
	}
}

func (a *advice) nextSuggestion() {
	if !a.desk.ws.MoveToSuggested() {
		a.strip.Show(status.Message{Text: locale.T(textNoSuggestion), Transient: true})
	}
}

// find looks for words in what is in front.
func (r *route) find() {
	if r.tableShown() {
		r.desk.table.FocusFilter()
		return
	}
	r.desk.reader.Find()
}

// searchEverything looks for sentences in the whole project. The page comes
// back with the words and results that it had.
func (r *route) searchEverything() {
	r.flush()
	if r.desk.search == nil {
		r.desk.search = search.New(r.desk.ws, r.work.Reads, r.over.Canvas(), search.Actions{Open: r.openFound, Closed: r.over.Gone})
	}
	r.over.Put(r.desk.search)
	r.desk.search.Show()
}
