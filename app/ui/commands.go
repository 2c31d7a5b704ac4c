package ui

import (
	"slices"

	"fyne.io/fyne/v2"

	"glossator/app/ui/command"
	"glossator/app/ui/locale"
	"glossator/app/ui/theme"
	"glossator/app/workspace"
	"glossator/models"
)

// commands is the table of everything that a user can do.
func (p *parts) commands() []command.Command {
	return slices.Concat(p.fileCommands(), p.documents.documentCommands(), p.editCommands(), p.goCommands(),
		p.labelCommands(), p.advice.suggestionCommands(), p.scheme.codebookCommands(), p.priorities.decidingCommands(), p.sentenceCommands(),
		p.reviewCommands(), p.checkCommands(), p.responses.answerCommands(), p.comparison.compareCommands(), p.charts.insightCommands(),
		p.viewCommands(), p.helpCommands())
}

func (p *parts) fileCommands() []command.Command {
	return []command.Command{
		{ID: "project.new", Title: locale.T("New project…"), Menu: menuFile, Group: 0, InFields: true,
			Help: locale.T("Make an empty project in a file of its own."),
			Keys: []command.Key{command.Ctrl(fyne.KeyN)}, Run: p.gate.askNew},
		{ID: "project.open", Title: locale.T("Open project…"), Menu: menuFile, Group: 0, InFields: true,
			Help: locale.T("Open another project file."),
			Keys: []command.Key{command.CtrlShift(fyne.KeyO)}, Run: p.gate.ask},
		{ID: "article.open", Title: locale.T("Add articles…"), Menu: menuFile, Group: 1, InFields: true,
			Help: locale.T("Add articles from files and folders to the project."),
			Keys: []command.Key{command.Ctrl(fyne.KeyO)}, Run: p.arrivals.askArticle, Off: p.cannotWrite},
		{ID: "folder.open", Title: locale.T("Add a folder…"), Menu: menuFile, Group: 1, MenuOnly: true,
			Help: locale.T("Add all articles of a folder and of the folders in it."),
			Run:  p.arrivals.askFolder, Off: p.cannotWrite},
		{ID: "article.edit", Title: locale.T("Edit article…"), Menu: menuFile, Group: 1, InFields: true,
			Help: locale.T("Correct title, source, date, language and topics of the selected articles or the open one."),
			Keys: []command.Key{command.CtrlShift(fyne.KeyE)}, Run: func() { p.shelf.edit(p.atHand()) }, Off: p.cannotEdit},
		{ID: "article.delete", Title: locale.T("Delete this article"), Menu: menuFile, Group: 1, MenuOnly: true,
			Help: locale.T("Put the open article away; undo brings it back."),
			Run:  p.shelf.deleteOpen, Off: p.cannotTag},
		{ID: "articles.delete", Title: locale.T("Delete selected articles"), Menu: menuFile, Group: 1, MenuOnly: true,
			Help: locale.T("Put the selected articles away; undo brings them back."),
			Run:  func() { p.shelf.deleteArticles(p.atHand()) }, Off: p.cannotEdit},
		{ID: "articles.export", Title: locale.T("Export selected articles…"), Menu: menuFile, Group: 2, MenuOnly: true,
			Help: locale.T("Write the annotations of the selected articles, or of the open one, to a file."),
			Run:  func() { p.shelf.export(p.atHand()) }, Off: p.nothingAtHand},
		{ID: "export", Title: locale.T("Export…"), Menu: menuFile, Group: 2, InFields: true,
			Help: locale.T("Write the annotations for a spreadsheet, another program or a colleague."),
			Keys: []command.Key{command.Ctrl(fyne.KeyE)}, Run: p.exports.ask, Off: p.noProject},
		{ID: "export.gold", Title: locale.T("Export gold layer…"), Menu: menuFile, Group: 2, MenuOnly: true,
			Help: locale.T("Write what annotators agreed on and reviewers decided, each row with where it comes from."),
			Run:  p.exports.askGold, Off: p.noProject},
		{ID: "annotations.import", Title: locale.T("Import annotations…"), Menu: menuFile, Group: 2, MenuOnly: true,
			Help: locale.T("Take back your annotations from a table or another program; you see first what would change."),
			Run:  p.returns.ask, Off: p.cannotWrite},
		{ID: "labels.open", Title: locale.T("Open a colleague's labels…"), Menu: menuFile, Group: 3, MenuOnly: true,
			Help: locale.T("Look into a package, project or table of a colleague and add the labels in it beside yours."),
			Run:  p.colleagues.ask, Off: p.cannotWrite},
		{ID: "review.send", Title: locale.T("Send for review…"), Menu: menuFile, Group: 3, MenuOnly: true,
			Help: locale.T("Write one file with your labels for a colleague to check."),
			Run:  func() { p.exports.askSend(workspace.PackageReview) }, Off: p.noProject},
		{ID: "review.answer", Title: locale.T("Send back…"), Menu: menuFile, Group: 3, MenuOnly: true,
			Help: locale.T("Write one file with your decisions and comments for the annotators."),
			Run:  func() { p.exports.askSend(workspace.PackageAnswer) }, Off: p.noProject},
		{ID: "project.copy", Title: locale.T("Save a copy…"), Menu: menuFile, Group: 4, MenuOnly: true,
			Help: locale.T("Write a copy of the whole project to another file."),
			Run:  p.rescue.askCopy, Off: p.noProject},
		{ID: "project.restore", Title: locale.T("Restore…"), Menu: menuFile, Group: 4, MenuOnly: true,
			Help: locale.T("Look at the automatic backups and open a copy of one."),
			Run:  p.rescue.askRestore, Off: p.noProject},
		{ID: command.Quit, Title: locale.T("Quit"), Menu: menuFile, Group: 5, InFields: true,
			Help: locale.T("Close the program; everything is saved already."),
			Keys: []command.Key{command.Ctrl(fyne.KeyQ)}, Run: p.quit},
	}
}

func (p *parts) editCommands() []command.Command {
	return []command.Command{
		{ID: "undo", Title: locale.T("Undo"), Menu: menuEdit, Group: 0,
			Help: locale.T("Take the last step back, also from an earlier session."),
			Keys: []command.Key{command.Ctrl(fyne.KeyZ)}, Run: p.tagging.undo, Off: p.noUndo},
		{ID: "redo", Title: locale.T("Redo"), Menu: menuEdit, Group: 0,
			Help: locale.T("Do once more what was undone."),
			Keys: []command.Key{command.CtrlShift(fyne.KeyZ), command.Ctrl(fyne.KeyY)}, Run: p.tagging.redo, Off: p.noRedo},
		{ID: "article.paste", Title: locale.T("Paste text as an article"), Menu: menuEdit, Group: 1,
			Help: locale.T("Make an article of the text in the clipboard."),
			Keys: []command.Key{command.Ctrl(fyne.KeyV)}, Run: p.arrivals.paste, Off: p.cannotWrite},
		{ID: "find", Title: locale.T("Find in article"), Menu: menuEdit, Group: 2, InFields: true,
			Help: locale.T("Look for words in the open article."),
			Keys: []command.Key{command.Ctrl(fyne.KeyF)}, Run: p.route.find, Off: p.noArticle},
		{ID: "library.search", Title: locale.T("Find an article"), Menu: menuEdit, Group: 2, InFields: true,
			Help: locale.T("Narrow the list of articles down by title or source."),
			Keys: []command.Key{command.Ctrl(fyne.KeyL)}, Run: p.sides.searchLibrary, Off: p.noProject},
		{ID: "search", Title: locale.T("Search everything…"), Menu: menuEdit, Group: 2, InFields: true,
			Help: locale.T("Look for words in every sentence of the project."),
			Keys: []command.Key{command.CtrlShift(fyne.KeyF)}, Run: p.route.searchEverything, Off: p.noProject},
		{ID: "library.filter", Title: locale.T("Filter articles…"), Menu: menuEdit, Group: 2, InFields: true,
			Help: locale.T("Show only the articles of a state, label, source, language, date, annotator or topic."),
			Keys: []command.Key{command.CtrlShift(fyne.KeyL)}, Run: p.sides.filterLibrary, Off: p.noProject},
		{ID: "library.select", Title: locale.T("Select all articles"), Menu: menuEdit, Group: 2, MenuOnly: true,
			Help: locale.T("Select every article of the list; in the list, Ctrl and Shift select with mouse and arrows."),
			Run:  func() { p.desk.library.SelectAll() }, Off: p.noProject},
		{ID: "palette", Title: locale.T("All commands…"), Menu: menuEdit, Group: 3, InFields: true,
			Help: locale.T("Find a command by its name."),
			Keys: []command.Key{command.Ctrl(fyne.KeyK)}, Run: p.guide.showPalette},
		{ID: "preferences", Title: locale.T("Preferences…"), Menu: menuEdit, Group: 4, InFields: true,
			Help: locale.T("Choose language, theme, typeface and more, in a window beside this one."),
			Keys: []command.Key{command.Ctrl(fyne.KeyComma)}, Run: p.choices.show},
	}
}

func (p *parts) goCommands() []command.Command {
	return []command.Command{
		{ID: "sentence.next", Title: locale.T("Next sentence"), Menu: menuGo, Group: 0,
			Help: locale.T("Move the cursor to the next sentence."),
			Keys: []command.Key{command.Press(fyne.KeyDown), command.Press(fyne.KeyRight), command.Write('j')},
			Run:  func() { p.desk.ws.Move(1) }, Off: p.noArticle},
		{ID: "sentence.previous", Title: locale.T("Previous sentence"), Menu: menuGo, Group: 0,
			Help: locale.T("Move the cursor to the sentence before."),
			Keys: []command.Key{command.Press(fyne.KeyUp), command.Press(fyne.KeyLeft), command.Write('k')},
			Run:  func() { p.desk.ws.Move(-1) }, Off: p.noArticle},
		{ID: "sentence.unseen", Title: locale.T("Next unseen sentence"), Menu: menuGo, Group: 0,
			Help: locale.T("Go to the next sentence without a label that is not marked as read."),
			Keys: []command.Key{command.Press(fyne.KeyTab), command.Write('u')}, Run: p.route.nextUnseen, Off: p.noArticle},
		{ID: "suggestion.next", Title: locale.T("Next suggestion"), Menu: menuGo, Group: 0,
			Help: locale.T("Go to the next sentence for which a label is suggested."),
			Keys: []command.Key{command.Write('g')}, Run: p.advice.nextSuggestion, Off: p.noArticle, Here: p.advice.silent},
		{ID: "page.next", Title: locale.T("Page down"), Menu: menuGo, Group: 1,
			Help: locale.T("Turn one page forward."),
			Keys: []command.Key{command.Press(fyne.KeyPageDown)}, Run: func() { p.desk.reader.Page(1) }, Off: p.noArticle},
		{ID: "page.previous", Title: locale.T("Page up"), Menu: menuGo, Group: 1,
			Help: locale.T("Turn one page back."),
			Keys: []command.Key{command.Press(fyne.KeyPageUp)}, Run: func() { p.desk.reader.Page(-1) }, Off: p.noArticle},
		{ID: "sentence.first", Title: locale.T("First sentence"), Menu: menuGo, Group: 1,
			Help: locale.T("Go to the start of the article."),
			Keys: []command.Key{command.Press(fyne.KeyHome)}, Run: func() { p.desk.ws.MoveTo(0) }, Off: p.noArticle},
		{ID: "sentence.last", Title: locale.T("Last sentence"), Menu: menuGo, Group: 1,
			Help: locale.T("Go to the end of the article."),
			Keys: []command.Key{command.Press(fyne.KeyEnd)}, Run: p.route.lastSentence, Off: p.noArticle},
		{ID: "article.next", Title: locale.T("Next article"), Menu: menuGo, Group: 2,
			Help: locale.T("Open the article below in the list."),
			Keys: []command.Key{command.Write(']')}, Run: func() { p.route.neighbour(1) }, Off: p.noProject},
		{ID: "article.previous", Title: locale.T("Previous article"), Menu: menuGo, Group: 2,
			Help: locale.T("Open the article above in the list."),
			Keys: []command.Key{command.Write('[')}, Run: func() { p.route.neighbour(-1) }, Off: p.noProject},
		{ID: "text.focus", Title: locale.T("Back to the text"), Menu: menuGo, Group: 3,
			Help: locale.T("Give the keyboard back to the article."),
			Keys: []command.Key{command.Press(fyne.KeyEscape)}, Run: func() { p.desk.reader.Focus() }, Off: p.noProject},
		{ID: "pane.next", Title: locale.T("Next pane"), Menu: menuGo, Group: 3, InFields: true,
			Help: locale.T("Give the keyboard to the list, the details or the text in turn."),
			Keys: []command.Key{command.Press(fyne.KeyF6)}, Run: p.sides.nextPane, Off: p.noProject},
	}
}

// labelCommands has one command for each label of the open project.
func (p *parts) labelCommands() []command.Command {
	var list []command.Command
	for _, label := range p.labels() {
		list = append(list, command.Command{
			ID: labelID(label), Title: locale.Codebook(label.Name), Menu: menuLabel, Group: 0, Context: true,
			Help: locale.T("Put the label on the sentence, or take it off."),
			Keys: labelKeys(label.Shortcut), MenuOnly: label.Shortcut == "",
			Run: func() { p.tagging.toggle(label.Key) }, Off: p.cannotTag, Set: func() bool { return p.tagging.labelled(label.Key) },
		})
	}
	return list
}

func (p *parts) sentenceCommands() []command.Command {
	return []command.Command{
		{ID: "label.clear", Title: locale.T("Clear labels"), Menu: menuLabel, Group: 1, Context: true,
			Help: locale.T("Take all of your labels off the sentence; without labels, say that it holds nothing."),
			Keys: []command.Key{command.Press(fyne.Key0)}, Run: p.tagging.clearLabels, Off: p.cannotTag},
		{ID: "label.nothing", Title: locale.T("Read, nothing here"), Menu: menuLabel, Group: 1, Context: true,
			Help: locale.T("Say that the sentence was read and holds nothing to label."),
			Keys: []command.Key{command.Press(fyne.KeySpace)}, Run: p.tagging.markEmpty, Off: p.cannotTag},
		{ID: "details", Title: locale.T("Details"), Menu: menuLabel, Group: 2, Context: true,
			Help: locale.T("Fill in who, how much, by when for the sentence's label."),
			Keys: []command.Key{command.Press(fyne.KeyReturn), command.Press(fyne.KeyEnter).Quiet()}, Run: p.sides.details, Off: p.noArticle},
		{ID: "note", Title: locale.T("Note"), Menu: menuLabel, Group: 2, Context: true,
			Help: locale.T("Write a note on the sentence's label."),
			Keys: []command.Key{command.Write('n')}, Run: p.sides.note, Off: p.noArticle},
		{ID: "sentence.join", Title: locale.T("Join with next sentence"), Menu: menuLabel, Group: 3, Context: true,
			Help: locale.T("Merge this sentence and the next into one; their labels come along."),
			Keys: []command.Key{command.Write('x')}, Run: p.tagging.joinSentences, Off: p.cannotTag, Here: p.lastOfParagraph},
		{ID: "sentence.split", Title: locale.T("Split sentence here"), Menu: menuLabel, Group: 3, Context: true,
			Help: locale.T("Cut the sentence in two where you clicked into it or where the selection begins."),
			Keys: []command.Key{command.Write('s')}, Run: p.tagging.splitSentence, Off: p.cannotTag, Here: p.noCaret},
		{ID: "article.finished", Title: locale.T("Article finished"), Menu: menuLabel, Group: 4,
			Help: locale.T("Say that the article is done: sentences without a label now mean “nothing here”."),
			Keys: []command.Key{command.Write('d')}, Run: p.tagging.finish, Off: p.cannotTag, Checked: p.tagging.finished},
		{ID: "annotator", Title: locale.T("Annotator…"), Menu: menuLabel, Group: 5, MenuOnly: true,
			Help: locale.T("Correct your name, or let somebody else work here."),
			Run:  p.identity.ask, Off: p.noProject},
	}
}

func (p *parts) viewCommands() []command.Command {
	mode := func(id command.ID, title, help string, mode theme.Mode) command.Command {
		return command.Command{ID: id, Title: title, Help: help, Menu: menuView, Group: 0, MenuOnly: true,
			Run:     func() { p.choices.setMode(mode) },
			Checked: func() bool { return p.choices.mode() == mode }}
	}
	sorted := func(id command.ID, title, help string, sort models.ArticleSort) command.Command {
		return command.Command{ID: id, Title: title, Help: help, Menu: menuView, Group: 3, MenuOnly: true,
			Run: func() { p.shelf.sort(sort) }, Off: p.noProject,
			Checked: func() bool { return p.desk != nil && p.desk.library.Sort() == sort }}
	}
	return []command.Command{
		mode("theme.light", locale.T("Light theme"), locale.T("Dark text on a light page."), theme.Light),
		mode("theme.dark", locale.T("Dark theme"), locale.T("Light text on a dark page."), theme.Dark),
		mode("theme.stark_light", locale.T("High contrast, light"), locale.T("Black text on a white page, without any grey."), theme.StarkLight),
		mode("theme.stark_dark", locale.T("High contrast, dark"), locale.T("White text on a black page, without any grey."), theme.StarkDark),
		mode("theme.system", locale.T("Theme of the system"), locale.T("Light or dark as the desktop is."), theme.System),
		{ID: "zoom.in", Title: locale.T("Larger text"), Menu: menuView, Group: 1, InFields: true,
			Help: locale.T("Make the text of the article larger."),
			Keys: []command.Key{command.Ctrl(fyne.KeyEqual), command.CtrlShift(fyne.KeyEqual).Quiet(), command.Ctrl(fyne.KeyPlus).Quiet()},
			Run:  func() { p.choices.zoom(1) }},
		{ID: "zoom.out", Title: locale.T("Smaller text"), Menu: menuView, Group: 1, InFields: true,
			Help: locale.T("Make the text of the article smaller."),
			Keys: []command.Key{command.Ctrl(fyne.KeyMinus)}, Run: func() { p.choices.zoom(-1) }},
		{ID: "zoom.reset", Title: locale.T("Usual text size"), Menu: menuView, Group: 1, InFields: true,
			Help: locale.T("Set the text of the article in its usual size."),
			Keys: []command.Key{command.Ctrl(fyne.Key0)}, Run: func() { p.choices.zoom(0) }},
		sorted("sort.added", locale.T("Sort by date added"), locale.T("Put the articles that were added last first."), models.SortAdded),
		sorted("sort.title", locale.T("Sort by title"), locale.T("Put the articles in the order of their titles."), models.SortTitle),
		sorted("sort.date", locale.T("Sort by publication date"), locale.T("Put the newest articles first."), models.SortDate),
		sorted("sort.progress", locale.T("Sort by progress"), locale.T("Put the articles first of which the least is done."),
			models.SortProgress),
		{ID: "view.library", Title: locale.T("List of articles"), Menu: menuView, Group: 2, InFields: true,
			Help: locale.T("Show the list of articles, or put it away."),
			Keys: []command.Key{command.Press(fyne.KeyF9)}, Run: p.sides.toggleLibrary, Off: p.noProject, Checked: p.sides.libraryShown},
		{ID: "view.inspector", Title: locale.T("Details of the sentence"), Menu: menuView, Group: 2, InFields: true,
			Help: locale.T("Show the details beside the text, or put them away."),
			Keys: []command.Key{command.Press(fyne.KeyF10)}, Run: p.sides.toggleInspector, Off: p.noProject, Checked: p.sides.inspectorShown},
		{ID: "view.history", Title: locale.T("History"), Menu: menuView, Group: 2, InFields: true,
			Help: locale.T("Show everything that was done in the project, by whom and when, or put it away."),
			Keys: []command.Key{command.Ctrl(fyne.KeyH)}, Run: p.sides.toggleHistory, Off: p.noProject, Checked: p.sides.historyShown},
		{ID: "view.reading", Title: locale.T("Reading mode"), Menu: menuView, Group: 2, InFields: true,
			Help: locale.T("Put both panes away and read; the same key brings them back."),
			Keys: []command.Key{command.Press(fyne.KeyF11)}, Run: p.sides.readingMode, Off: p.noProject, Checked: p.sides.reading},
		{ID: "view.annotations", Title: locale.T("All annotations"), Menu: menuView, Group: 3, InFields: true,
			Help: locale.T("Show all annotations of the project in a table, or go back to the text."),
			Keys: []command.Key{command.Ctrl(fyne.KeyT)}, Run: p.scene.toggleTable, Off: p.noProject, Checked: p.tableShown},
		{ID: "view.suggestions", Title: locale.T("Show suggestions"), Menu: menuView, Group: 4, MenuOnly: true,
			Help: locale.T("Suggest labels and details, or leave all of it away."),
			Run:  p.choices.toggleSuggestions, Off: p.noProject, Checked: p.choices.suggesting},
	}
}

func (p *parts) helpCommands() []command.Command {
	return []command.Command{
		{ID: "help.start", Title: locale.T("Getting started"), Menu: menuHelp, Group: 0, MenuOnly: true,
			Help: locale.T("The first steps, on one page."), Run: p.guide.showStart},
		{ID: "help.keys", Title: locale.T("Keys"), Menu: menuHelp, Group: 0, InFields: true,
			Help: locale.T("Show all keys."),
			Keys: []command.Key{command.Press(fyne.KeyF1), command.Write('?')}, Run: p.guide.showKeys},
		{ID: "help.codebook", Title: locale.T("Codebook"), Menu: menuHelp, Group: 0, InFields: true,
			Help: locale.T("What each label means, with examples, in a window beside this one."),
			Keys: []command.Key{command.Press(fyne.KeyF2)}, Run: func() { p.guide.showCodebook("") }},
		{ID: "index", Title: locale.T("Make the search index anew"), Menu: menuHelp, Group: 1, MenuOnly: true,
			Help: locale.T("Of use when a check says that the index is not in step."), Run: p.shelf.reindex, Off: p.cannotWrite},
		{ID: "help.about", Title: locale.T("About Glossator"), Menu: menuHelp, Group: 1, MenuOnly: true,
			Help: locale.T("The version, and where your data is."), Run: p.guide.showAbout},
	}
}
