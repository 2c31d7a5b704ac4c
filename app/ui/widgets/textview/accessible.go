package textview

import "fyne.io/fyne/v2"

var _ fyne.Accessible = (*View)(nil)

// AccessibilityLabel is what a screen reader says: the sentence of the cursor, empty for a document without sentences.
func (v *View) AccessibilityLabel() string {
	if v.cursor == None || v.cursor >= len(v.doc.Sentences) {
		return ""
	}
	s := v.doc.Sentences[v.cursor]
	return v.doc.Text[s.Start:s.End]
}

// AccessibilityRole is that of text.
func (*View) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }
