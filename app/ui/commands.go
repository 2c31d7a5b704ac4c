package ui

import (
	"slices"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"glossator/app/ui/command"
	"glossator/app/ui/theme"
	"glossator/models"
)

// The menus.
const (
	menuFile  command.Menu = "File"
	menuEdit  command.Menu = "Edit"
	menuGo    command.Menu = "Go"
	menuLabel command.Menu = "Label"
	menuView  command.Menu = "View"
	menuHelp  command.Menu = "Help"
)

// menus are the menus in their order.
var menus = []command.Menu{menuFile, menuEdit, menuGo, menuLabel, menuView, menuHelp}

// sheetOrder is the order on the sheet of keys: what is pressed most comes
// first.
var sheetOrder = []command.Menu{menuLabel, menuGo, menuFile, menuEdit, menuView, menuHelp}

// commands is the table of everything that a user can do.
func (s *Shell) commands() []command.Command {
	return slices.Concat(s.fileCommands(), s.editCommands(), s.goCommands(),
		s.labelCommands(), s.suggestionCommands(), s.sentenceCommands(), s.viewCommands(), s.helpCommands())
}

func (s *Shell) fileCommands() []command.Command {
	return []command.Command{
		{ID: "project.new", Title: "New project…", Menu: menuFile, Group: 0, InFields: true,
			Help: "Make an empty project in a file of its own.",
			Keys: []command.Key{command.Ctrl(fyne.KeyN)}, Run: s.askNewProject},
		{ID: "project.open", Title: "Open project…", Menu: menuFile, Group: 0, InFields: true,
			Help: "Open another project file.",
			Keys: []command.Key{command.CtrlShift(fyne.KeyO)}, Run: s.askProject},
		{ID: "article.open", Title: "Open article…", Menu: menuFile, Group: 1, InFields: true,
			Help: "Add an article from a file to the project and open it.",
			Keys: []command.Key{command.Ctrl(fyne.KeyO)}, Run: s.askArticle, Off: s.cannotWrite},
		{ID: "folder.open", Title: "Add a folder…", Menu: menuFile, Group: 1, MenuOnly: true,
			Help: "Add all articles of a folder and of the folders in it.",
			Run:  s.askFolder, Off: s.cannotWrite},
		{ID: "article.edit", Title: "Edit article…", Menu: menuFile, Group: 1, InFields: true,
			Help: "Correct title, source, date, language and topics of the selected articles or the open one.",
			Keys: []command.Key{command.CtrlShift(fyne.KeyE)}, Run: func() { s.editArticles(s.atHand()) }, Off: s.cannotEdit},
		{ID: "article.delete", Title: "Delete this article", Menu: menuFile, Group: 1, MenuOnly: true,
			Help: "Put the open article away; undo brings it back.",
			Run:  s.deleteOpen, Off: s.cannotTag},
		{ID: "articles.delete", Title: "Delete selected articles", Menu: menuFile, Group: 1, MenuOnly: true,
			Help: "Put the selected articles away; undo brings them back.",
			Run:  func() { s.deleteArticles(s.atHand()) }, Off: s.cannotEdit},
		{ID: "articles.export", Title: "Export selected articles…", Menu: menuFile, Group: 2, MenuOnly: true,
			Help: "Write the annotations of the selected articles, or of the open one, to a table.",
			Run:  func() { s.exportArticles(s.atHand()) }, Off: s.nothingAtHand},
		{ID: "export", Title: "Export CSV…", Menu: menuFile, Group: 2, InFields: true,
			Help: "Write the annotations to a table for other programs.",
			Keys: []command.Key{command.Ctrl(fyne.KeyE)}, Run: s.askExport, Off: s.noProject},
		{ID: "project.copy", Title: "Save a copy…", Menu: menuFile, Group: 3, MenuOnly: true,
			Help: "Write a copy of the whole project to another file.",
			Run:  s.askCopy, Off: s.noProject},
		{ID: "project.restore", Title: "Restore…", Menu: menuFile, Group: 3, MenuOnly: true,
			Help: "Look at the automatic backups and open a copy of one.",
			Run:  s.askRestore, Off: s.noProject},
		{ID: command.Quit, Title: "Quit", Menu: menuFile, Group: 4, InFields: true,
			Help: "Close the program; everything is saved already.",
			Keys: []command.Key{command.Ctrl(fyne.KeyQ)}, Run: s.Quit},
	}
}

func (s *Shell) editCommands() []command.Command {
	return []command.Command{
		{ID: "undo", Title: "Undo", Menu: menuEdit, Group: 0,
			Help: "Take the last step back, also from an earlier session.",
			Keys: []command.Key{command.Ctrl(fyne.KeyZ)}, Run: s.undo, Off: s.noUndo},
		{ID: "redo", Title: "Redo", Menu: menuEdit, Group: 0,
			Help: "Do once more what was undone.",
			Keys: []command.Key{command.CtrlShift(fyne.KeyZ), command.Ctrl(fyne.KeyY)}, Run: s.redo, Off: s.noRedo},
		{ID: "article.paste", Title: "Paste text as an article", Menu: menuEdit, Group: 1,
			Help: "Make an article of the text in the clipboard.",
			Keys: []command.Key{command.Ctrl(fyne.KeyV)}, Run: s.paste, Off: s.cannotWrite},
		{ID: "find", Title: "Find in article", Menu: menuEdit, Group: 2, InFields: true,
			Help: "Look for words in the open article.",
			Keys: []command.Key{command.Ctrl(fyne.KeyF)}, Run: s.find, Off: s.noArticle},
		{ID: "library.search", Title: "Find an article", Menu: menuEdit, Group: 2, InFields: true,
			Help: "Narrow the list of articles down by title or source.",
			Keys: []command.Key{command.Ctrl(fyne.KeyL)}, Run: s.searchLibrary, Off: s.noProject},
		{ID: "search", Title: "Search everything…", Menu: menuEdit, Group: 2, InFields: true,
			Help: "Look for words in every sentence of the project.",
			Keys: []command.Key{command.CtrlShift(fyne.KeyF)}, Run: s.searchEverything, Off: s.noProject},
		{ID: "library.filter", Title: "Filter articles…", Menu: menuEdit, Group: 2, InFields: true,
			Help: "Show only the articles of a state, label, source, language, date, annotator or topic.",
			Keys: []command.Key{command.CtrlShift(fyne.KeyL)}, Run: s.filterLibrary, Off: s.noProject},
		{ID: "library.select", Title: "Select all articles", Menu: menuEdit, Group: 2, MenuOnly: true,
			Help: "Select every article of the list; in the list, Ctrl and Shift select with mouse and arrows.",
			Run:  func() { s.desk.library.SelectAll() }, Off: s.noProject},
		{ID: "palette", Title: "All commands…", Menu: menuEdit, Group: 3, InFields: true,
			Help: "Find a command by its name.",
			Keys: []command.Key{command.Ctrl(fyne.KeyK)}, Run: s.showPalette},
	}
}

func (s *Shell) goCommands() []command.Command {
	return []command.Command{
		{ID: "sentence.next", Title: "Next sentence", Menu: menuGo, Group: 0,
			Help: "Move the cursor to the next sentence.",
			Keys: []command.Key{command.Press(fyne.KeyDown), command.Press(fyne.KeyRight), command.Write('j')},
			Run:  func() { s.desk.ws.Move(1) }, Off: s.noArticle},
		{ID: "sentence.previous", Title: "Previous sentence", Menu: menuGo, Group: 0,
			Help: "Move the cursor to the sentence before.",
			Keys: []command.Key{command.Press(fyne.KeyUp), command.Press(fyne.KeyLeft), command.Write('k')},
			Run:  func() { s.desk.ws.Move(-1) }, Off: s.noArticle},
		{ID: "sentence.unseen", Title: "Next unseen sentence", Menu: menuGo, Group: 0,
			Help: "Go to the next sentence without a label that is not marked as read.",
			Keys: []command.Key{command.Press(fyne.KeyTab), command.Write('u')}, Run: s.nextUnseen, Off: s.noArticle},
		{ID: "suggestion.next", Title: "Next suggestion", Menu: menuGo, Group: 0,
			Help: "Go to the next sentence for which a label is suggested.",
			Keys: []command.Key{command.Write('g')}, Run: s.nextSuggestion, Off: s.noArticle, Here: s.silent},
		{ID: "page.next", Title: "Page down", Menu: menuGo, Group: 1,
			Help: "Turn one page forward.",
			Keys: []command.Key{command.Press(fyne.KeyPageDown)}, Run: func() { s.desk.reader.Page(1) }, Off: s.noArticle},
		{ID: "page.previous", Title: "Page up", Menu: menuGo, Group: 1,
			Help: "Turn one page back.",
			Keys: []command.Key{command.Press(fyne.KeyPageUp)}, Run: func() { s.desk.reader.Page(-1) }, Off: s.noArticle},
		{ID: "sentence.first", Title: "First sentence", Menu: menuGo, Group: 1,
			Help: "Go to the start of the article.",
			Keys: []command.Key{command.Press(fyne.KeyHome)}, Run: func() { s.desk.ws.MoveTo(0) }, Off: s.noArticle},
		{ID: "sentence.last", Title: "Last sentence", Menu: menuGo, Group: 1,
			Help: "Go to the end of the article.",
			Keys: []command.Key{command.Press(fyne.KeyEnd)}, Run: s.lastSentence, Off: s.noArticle},
		{ID: "article.next", Title: "Next article", Menu: menuGo, Group: 2,
			Help: "Open the article below in the list.",
			Keys: []command.Key{command.Write(']')}, Run: func() { s.neighbour(1) }, Off: s.noProject},
		{ID: "article.previous", Title: "Previous article", Menu: menuGo, Group: 2,
			Help: "Open the article above in the list.",
			Keys: []command.Key{command.Write('[')}, Run: func() { s.neighbour(-1) }, Off: s.noProject},
		{ID: "text.focus", Title: "Back to the text", Menu: menuGo, Group: 3,
			Help: "Give the keyboard back to the article.",
			Keys: []command.Key{command.Press(fyne.KeyEscape)}, Run: func() { s.desk.reader.Focus() }, Off: s.noProject},
		{ID: "pane.next", Title: "Next pane", Menu: menuGo, Group: 3, InFields: true,
			Help: "Give the keyboard to the list, the details or the text in turn.",
			Keys: []command.Key{command.Press(fyne.KeyF6)}, Run: s.nextPane, Off: s.noProject},
	}
}

// labelCommands has one command for each label of the open project.
func (s *Shell) labelCommands() []command.Command {
	var list []command.Command
	for _, label := range s.labels() {
		list = append(list, command.Command{
			ID: command.ID("label." + label.Key), Title: label.Name, Menu: menuLabel, Group: 0, Context: true,
			Help: "Put the label on the sentence, or take it off.",
			Keys: labelKeys(label.Shortcut), MenuOnly: label.Shortcut == "",
			Run: func() { s.toggle(label.Key) }, Off: s.cannotTag,
		})
	}
	return list
}

func (s *Shell) labels() []models.Label {
	if s.desk == nil {
		return nil
	}
	return s.desk.ws.Labels()
}

// labelKeys are the keys of a label. A digit is meant by its position, so that
// it works where the keyboard writes something else there.
func labelKeys(shortcut string) []command.Key {
	r, size := utf8.DecodeRuneInString(shortcut)
	switch {
	case size == 0:
		return nil
	case r >= '0' && r <= '9':
		return []command.Key{command.Press(fyne.KeyName(shortcut))}
	}
	return []command.Key{command.Write(r)}
}

func (s *Shell) sentenceCommands() []command.Command {
	return []command.Command{
		{ID: "label.clear", Title: "Clear labels", Menu: menuLabel, Group: 1, Context: true,
			Help: "Take all of your labels off the sentence; without labels, say that it holds nothing.",
			Keys: []command.Key{command.Press(fyne.Key0)}, Run: s.clearLabels, Off: s.cannotTag},
		{ID: "label.nothing", Title: "Read, nothing here", Menu: menuLabel, Group: 1, Context: true,
			Help: "Say that the sentence was read and holds nothing to label.",
			Keys: []command.Key{command.Press(fyne.KeySpace)}, Run: s.markEmpty, Off: s.cannotTag},
		{ID: "details", Title: "Details", Menu: menuLabel, Group: 2, Context: true,
			Help: "Fill in who, how much, by when for the sentence's label.",
			Keys: []command.Key{command.Press(fyne.KeyReturn), command.Press(fyne.KeyEnter).Quiet()}, Run: s.details, Off: s.noArticle},
		{ID: "note", Title: "Note", Menu: menuLabel, Group: 2, Context: true,
			Help: "Write a note on the sentence's label.",
			Keys: []command.Key{command.Write('n')}, Run: s.note, Off: s.noArticle},
		{ID: "sentence.join", Title: "Join with next sentence", Menu: menuLabel, Group: 3, Context: true,
			Help: "Make one sentence of this one and the next; their labels come along.",
			Keys: []command.Key{command.Write('x')}, Run: s.joinSentences, Off: s.cannotTag, Here: s.lastOfParagraph},
		{ID: "sentence.split", Title: "Split sentence here", Menu: menuLabel, Group: 3, Context: true,
			Help: "Cut the sentence in two where you clicked into it or where the selection begins.",
			Keys: []command.Key{command.Write('s')}, Run: s.splitSentence, Off: s.cannotTag, Here: s.noCaret},
		{ID: "article.finished", Title: "Article finished", Menu: menuLabel, Group: 4,
			Help: "Say that the article is done: sentences without a label now mean “nothing here”.",
			Keys: []command.Key{command.Write('d')}, Run: s.finish, Off: s.cannotTag, Checked: s.finished},
		{ID: "annotator", Title: "Annotator…", Menu: menuLabel, Group: 5, MenuOnly: true,
			Help: "Correct your name, or let somebody else work here.",
			Run:  s.askAnnotator, Off: s.noProject},
	}
}

func (s *Shell) viewCommands() []command.Command {
	mode := func(id command.ID, title, help string, mode theme.Mode) command.Command {
		return command.Command{ID: id, Title: title, Help: help, Menu: menuView, Group: 0, MenuOnly: true,
			Run:     func() { s.setMode(mode) },
			Checked: func() bool { return s.memory.mode() == mode }}
	}
	sorted := func(id command.ID, title, help string, sort models.ArticleSort) command.Command {
		return command.Command{ID: id, Title: title, Help: help, Menu: menuView, Group: 3, MenuOnly: true,
			Run: func() { s.sortLibrary(sort) }, Off: s.noProject,
			Checked: func() bool { return s.desk != nil && s.desk.library.Sort() == sort }}
	}
	return []command.Command{
		mode("theme.light", "Light theme", "Dark text on a light page.", theme.Light),
		mode("theme.dark", "Dark theme", "Light text on a dark page.", theme.Dark),
		mode("theme.system", "Theme of the system", "Light or dark as the desktop is.", theme.System),
		{ID: "zoom.in", Title: "Larger text", Menu: menuView, Group: 1, InFields: true,
			Help: "Make the text of the article larger.",
			Keys: []command.Key{command.Ctrl(fyne.KeyEqual), command.CtrlShift(fyne.KeyEqual).Quiet(), command.Ctrl(fyne.KeyPlus).Quiet()},
			Run:  func() { s.zoom(1) }},
		{ID: "zoom.out", Title: "Smaller text", Menu: menuView, Group: 1, InFields: true,
			Help: "Make the text of the article smaller.",
			Keys: []command.Key{command.Ctrl(fyne.KeyMinus)}, Run: func() { s.zoom(-1) }},
		{ID: "zoom.reset", Title: "Usual text size", Menu: menuView, Group: 1, InFields: true,
			Help: "Set the text of the article in its usual size.",
			Keys: []command.Key{command.Ctrl(fyne.Key0)}, Run: func() { s.zoom(0) }},
		sorted("sort.added", "Sort by date added", "Put the articles that were added last first.", models.SortAdded),
		sorted("sort.title", "Sort by title", "Put the articles in the order of their titles.", models.SortTitle),
		sorted("sort.date", "Sort by publication date", "Put the newest articles first.", models.SortDate),
		sorted("sort.progress", "Sort by progress", "Put the articles first of which the least is done.", models.SortProgress),
		{ID: "view.library", Title: "List of articles", Menu: menuView, Group: 2, InFields: true,
			Help: "Show the list of articles, or put it away.",
			Keys: []command.Key{command.Press(fyne.KeyF9)}, Run: s.toggleLibrary, Off: s.noProject, Checked: s.libraryShown},
		{ID: "view.inspector", Title: "Details of the sentence", Menu: menuView, Group: 2, InFields: true,
			Help: "Show the details beside the text, or put them away.",
			Keys: []command.Key{command.Press(fyne.KeyF10)}, Run: s.toggleInspector, Off: s.noProject, Checked: s.inspectorShown},
		{ID: "view.history", Title: "History", Menu: menuView, Group: 2, InFields: true,
			Help: "Show everything that was done in the project, by whom and when, or put it away.",
			Keys: []command.Key{command.Ctrl(fyne.KeyH)}, Run: s.toggleHistory, Off: s.noProject, Checked: s.historyShown},
		{ID: "view.reading", Title: "Reading mode", Menu: menuView, Group: 2, InFields: true,
			Help: "Put both panes away and read; the same key brings them back.",
			Keys: []command.Key{command.Press(fyne.KeyF11)}, Run: s.readingMode, Off: s.noProject, Checked: s.reading},
		{ID: "view.annotations", Title: "All annotations", Menu: menuView, Group: 3, InFields: true,
			Help: "Show all annotations of the project in a table, or go back to the text.",
			Keys: []command.Key{command.Ctrl(fyne.KeyT)}, Run: s.toggleTable, Off: s.noProject, Checked: s.tableShown},
		{ID: "view.suggestions", Title: "Show suggestions", Menu: menuView, Group: 4, MenuOnly: true,
			Help: "Suggest labels and details, or leave all of it away.",
			Run:  s.toggleSuggestions, Off: s.noProject, Checked: s.suggesting},
	}
}

func (s *Shell) helpCommands() []command.Command {
	return []command.Command{
		{ID: "help.start", Title: "Getting started", Menu: menuHelp, Group: 0, MenuOnly: true,
			Help: "The first steps, on one page.", Run: s.showStart},
		{ID: "help.keys", Title: "Keys", Menu: menuHelp, Group: 0, InFields: true,
			Help: "Show all keys.",
			Keys: []command.Key{command.Press(fyne.KeyF1), command.Write('?')}, Run: s.showKeys},
		{ID: "help.codebook", Title: "Codebook", Menu: menuHelp, Group: 0, InFields: true,
			Help: "What each label means, with examples, in a window beside this one.",
			Keys: []command.Key{command.Press(fyne.KeyF2)}, Run: func() { s.showCodebook("") }},
		{ID: "index", Title: "Make the search index anew", Menu: menuHelp, Group: 1, MenuOnly: true,
			Help: "Of use when a check says that the index is not in step.", Run: s.reindex, Off: s.cannotWrite},
		{ID: "help.about", Title: "About Glossator", Menu: menuHelp, Group: 1, MenuOnly: true,
			Help: "The version, and where your data is.", Run: s.showAbout},
	}
}
