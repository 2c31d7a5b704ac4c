package exporting

import "glossator/app/ui/widgets/destination"

// Preview returns the rows on show.
func (p *Page) Preview() []string { return p.preview.texts() }

// Heading returns what stands above the rows.
func (p *Page) Heading() string { return p.heading.Text() }

// Warning returns what is said to be in the way.
func (p *Page) Warning() string { return p.warning.Text() }

// Target returns the fields for the file.
func (p *Page) Target() *destination.Destination { return p.target }

// ChooseFormat chooses the format of a key, as the list under more options does.
func (p *Page) ChooseFormat(key string) {
	p.options.chooseFormat(key)
	p.changed()
}

// Answer chooses who will open it, by the place of the answer.
func (p *Page) Answer(place int) { p.who.SetSelected(p.who.Options[place]) }

// Unfold shows more options.
func (p *Page) Unfold() { p.fold.OnTapped() }

// Hide closes the page.
func (p *Page) Hide() { p.modal.Hide() }

// Confirm exports, as the button does.
func (p *Page) Confirm() { p.confirm() }
