package ui

import (
	"context"

	"glossator/app/ui/command"
	"glossator/app/ui/corpus"
	"glossator/models"
)

// newTable makes the page with all annotations, which stands in front of the
// panes while it is looked at.
func (s *Shell) newTable(d *desk) {
	d.table = corpus.New(d.ws, s.reads, s.post, corpus.Actions{
		Open: s.goToSentence, Export: s.askExportOf, Leave: s.leaveTable,
	})
	d.table.Object().Hide()
}

func (s *Shell) tableShown() bool { return s.desk != nil && s.desk.table.Object().Visible() }

func (s *Shell) toggleTable() {
	if s.tableShown() {
		s.leaveTable()
		return
	}
	s.flush()
	s.leaveFront()
	s.leaveChecking()
	s.desk.panes.Hide()
	s.desk.table.Object().Show()
	s.body.Refresh()
	s.desk.table.Shown(true)
	s.desk.table.FocusList()
	s.updateMenu()
}

// leaveTable brings the panes back.
func (s *Shell) leaveTable() {
	if !s.tableShown() {
		return
	}
	s.desk.table.Shown(false)
	s.desk.table.Object().Hide()
	s.desk.panes.Show()
	s.body.Refresh()
	s.desk.reader.Focus()
	s.updateMenu()
}

// panesGroup is the group of the commands of the panes in their menu.
const panesGroup = 2

// behindTable are the commands outside their menus that need the panes.
var behindTable = map[command.ID]bool{
	"library.search": true, "library.filter": true, "library.select": true, "details": true, "note": true,
}

// unveil puts the table away for a command that is about what it hides.
func (s *Shell) unveil(c *command.Command) {
	if c.Menu == menuGo || (c.Menu == menuView && c.Group == panesGroup) || behindTable[c.ID] {
		s.leaveTable()
		s.leaveFront()
	}
	if (c.Menu == menuView && c.Group == panesGroup) || behindTable[c.ID] {
		s.leaveChecking()
	}
}

// goToSentence opens an article with the cursor on a sentence.
func (s *Shell) goToSentence(articleUID string, sentenceID int64) {
	s.flush()
	ws := s.desk.ws
	if content, ok := ws.Article(); ok {
		s.places[content.Article.UID] = ws.Cursor()
	}
	s.run.Do(func(ctx context.Context) (func(), error) {
		if err := ws.GoTo(ctx, models.Step{ArticleUID: articleUID, SentenceID: sentenceID}); err != nil {
			return nil, err
		}
		return func() {
			s.strip.Succeeded()
			s.leaveTable()
			s.leaveFront()
		}, nil
	})
}
