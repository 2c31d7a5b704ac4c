package ui

import "glossator/app/ui/locale"

// The reasons why a command is off; empty: it is on. They answer from memory,
// because menus ask for all of them at once.

func (b *bench) noProject() string {
	if b.desk == nil {
		return locale.T(reasonNoProject)
	}
	return ""
}

func (b *bench) noArticle() string {
	if b.desk == nil {
		return locale.T(reasonNoProject)
	}
	if _, open := b.desk.ws.Article(); !open {
		return locale.T(reasonNoArticle)
	}
	return ""
}

// nothingAtHand is for commands about the selected articles or the open one.
func (b *bench) nothingAtHand() string {
	switch {
	case b.desk == nil:
		return locale.T(reasonNoProject)
	case len(b.atHand()) == 0:
		return locale.T(reasonNoneChosen)
	}
	return ""
}

func (b *bench) cannotEdit() string {
	if reason := b.cannotWrite(); reason != "" {
		return reason
	}
	return b.nothingAtHand()
}

func (b *bench) cannotWrite() string {
	switch {
	case b.desk == nil:
		return locale.T(reasonNoProject)
	case b.desk.ws.ReadOnly():
		return locale.T(reasonReadOnly)
	}
	return ""
}

func (b *bench) cannotTag() string {
	if reason := b.cannotWrite(); reason != "" {
		return reason
	}
	if b.tableShown() || b.desk.front != nil {
		return locale.T(reasonTable)
	}
	if b.checking() {
		return locale.T(reasonChecking)
	}
	return b.noArticle()
}

func (b *bench) noUndo() string {
	if reason := b.cannotWrite(); reason != "" {
		return reason
	}
	if b.desk.ws.NextUndo() == nil {
		return locale.T(reasonNoUndo)
	}
	return ""
}

func (b *bench) noRedo() string {
	if reason := b.cannotWrite(); reason != "" {
		return reason
	}
	if b.desk.ws.NextRedo() == nil {
		return locale.T(reasonNoRedo)
	}
	return ""
}

// lastOfParagraph: sentences are joined within one paragraph only.
func (b *bench) lastOfParagraph() string {
	if b.desk.ws.LastOfParagraph(b.desk.ws.Cursor()) {
		return locale.T(reasonLast)
	}
	return ""
}

func (b *bench) noCaret() string {
	if !b.desk.reader.HasCaret() {
		return locale.T(reasonNoCaret)
	}
	return ""
}
