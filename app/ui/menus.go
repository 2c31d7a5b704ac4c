package ui

import (
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"glossator/app/ui/command"
	"glossator/models"
)

// The menus.
//
//locale:texts
const (
	menuFile   command.Menu = "File"
	menuEdit   command.Menu = "Edit"
	menuGo     command.Menu = "Go"
	menuLabel  command.Menu = "Label"
	menuReview command.Menu = "Review"
	menuCheck  command.Menu = "While checking" // on the sheet of keys only
	menuView   command.Menu = "View"
	menuHelp   command.Menu = "Help"

	menuAnswer  command.Menu = "While answering"          // on the sheet of keys only
	menuCompare command.Menu = "In the consistency check" // the same
)

// menus are the menus in their order.
var menus = []command.Menu{menuFile, menuEdit, menuGo, menuLabel, menuReview, menuView, menuHelp}

// sheetOrder is the order on the sheet of keys: what is pressed most comes
// first.
var sheetOrder = []command.Menu{menuLabel, menuGo, menuCheck, menuAnswer, menuCompare, menuFile, menuEdit, menuReview, menuView, menuHelp}

// labelID is the command of a label.
func labelID(label models.Label) command.ID { return command.ID("label." + label.Key) }

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
