package command

import "strings"

// Search returns the commands that have all words in their title, menu or
// help, those with the words in the title first.
func (t *Table) Search(words string) []*Command {
	wanted := strings.Fields(strings.ToLower(words))
	var titled, others []*Command
	for i := range t.list {
		c := &t.list[i]
		title := strings.ToLower(c.Title)
		switch {
		case hasAll(title, wanted):
			titled = append(titled, c)
		case hasAll(strings.ToLower(c.Title+" "+c.Help+" "+c.Menu.Title()), wanted):
			others = append(others, c)
		}
	}
	return append(titled, others...)
}

func hasAll(text string, words []string) bool {
	for _, word := range words {
		if !strings.Contains(text, word) {
			return false
		}
	}
	return true
}
