package inspector

import (
	"slices"

	"glossator/app/ui/locale"
	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/column"
	"glossator/app/ui/widgets/excerpt"
	"glossator/app/workspace"
)

const learningLines = 6

// learning says, when it is opened, what the suggestions of each label rest on
// and how they fared.
type learning struct {
	*fold

	page  *Page
	lines []*excerpt.Excerpt // one for each label
	told  []workspace.Learner
}

func newLearning(p *Page) *learning {
	l := &learning{page: p}
	l.fold = newFold(p, locale.T(textLearning), column.New(theme.Gap), l.show)
	for range p.ws.Labels() {
		line := excerpt.New("", excerpt.Style{Size: theme.SizeNameSmall, Lines: learningLines})
		l.lines = append(l.lines, line)
		l.list.Add(line)
	}
	return l
}

// show tells what is known now, while anybody looks.
func (l *learning) show() {
	_, open := l.page.ws.Article()
	show(l.object, open && l.page.ws.Suggesting())
	learners := l.page.ws.Learners()
	if !l.open || l.told != nil && slices.EqualFunc(l.told, learners, sameLearner) {
		return
	}
	l.told = learners
	for i, label := range l.page.ws.Labels() {
		if i == len(l.lines) { // the codebook has grown; the page is made anew
			return
		}
		text := locale.T(textNoLearning)
		if i < len(learners) {
			text = textLearner(learners[i])
		}
		l.lines[i].SetText(locale.Codebook(label.Name) + ": " + text)
	}
}

func sameLearner(a, b workspace.Learner) bool {
	return a.Label.ID == b.Label.ID && a.Standing == b.Standing && a.Strong == b.Strong && a.Possible == b.Possible
}
