package ui

import (
	"context"
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/widget"

	exchange "glossator/app/codebook"
	"glossator/app/ui/codebook"
	"glossator/app/ui/command"
	"glossator/app/ui/controls"
	"glossator/app/ui/locale"
	"glossator/app/ui/overlay"
	"glossator/app/ui/status"
	"glossator/models"
)

// How the project's codebook is edited, taken over and written to a file.
//
//locale:texts
const (
	textCodebookSaved  = "The codebook is saved."
	textCodebookRaised = "The codebook is saved as version %s. Tags that were made before are to be looked at again."
	textLookAgain      = "Show them"
	textCodebookOut    = "The codebook was written to %s."
	textCodebookFile   = "codebook"
	titleCodebookOut   = "Export codebook"
	textCodebookWrite  = "Export"
)

// scheme is the codebook: how it is read, changed and exchanged.
type scheme struct {
	*bench

	projects Projects
	scene    *scene
	keys     *controls.Controls
	tagging  *tagging
}

func (s *scheme) codebookCommands() []command.Command {
	return []command.Command{
		{ID: "codebook.edit", Title: locale.T("Edit codebook…"), Menu: menuLabel, Group: 6, InFields: true,
			Help: locale.T("Change labels, their meaning and their details, with the form beside it."),
			Keys: []command.Key{command.Ctrl(fyne.KeyB)}, Run: s.edit, Off: s.noProject},
		{ID: "codebook.import", Title: locale.T("Import codebook…"), Menu: menuLabel, Group: 6, MenuOnly: true,
			Help: locale.T("Look at a codebook from a file (JSON, CSV or QDC) and take it over."),
			Run:  s.ask, Off: s.cannotWrite},
		{ID: "codebook.export", Title: locale.T("Export codebook…"), Menu: menuLabel, Group: 6, MenuOnly: true,
			Help: locale.T("Write the codebook to a file: JSON, CSV, or QDC for MAXQDA, ATLAS.ti and NVivo."),
			Run:  s.askTarget, Off: s.noProject},
		{ID: "codebook.outdated", Title: locale.T("Tags of an earlier codebook"), Menu: menuLabel, Group: 6, MenuOnly: true,
			Help: locale.T("List what was tagged before the meaning of its label changed."),
			Run:  s.showOutdated, Off: s.noProject},
		{ID: "label.reaffirm", Title: locale.T("The label still stands"), Menu: menuLabel, Group: 1, MenuOnly: true, Context: true, Rare: true,
			Help: locale.T("Say that you have looked again at the labels of this sentence, and that they fit the codebook as it is now."),
			Run:  s.tagging.reaffirm, Off: s.cannotTag, Here: s.tagging.allStand},
	}
}

// edit brings the editor to the front.
func (s *scheme) edit() { s.withEditor(func(*codebook.Page) {}) }

// withEditor makes the editor and calls then with it.
func (s *scheme) withEditor(then func(*codebook.Page)) {
	ws := s.desk.ws
	s.work.Reads.Do(func(ctx context.Context) (func(), error) {
		archived, err := ws.ArchivedLabels(ctx)
		if err != nil {
			return nil, err
		}
		return func() {
			if !s.shows(ws) {
				return
			}
			page := s.newEditor(archived)
			s.scene.bring(page)
			then(page)
		}, nil
	})
}

func (s *scheme) newEditor(archived []models.CodebookLabel) *codebook.Page {
	d := s.desk
	return codebook.New(codebook.Content{
		Kept: d.ws.Codebook(), Unsaved: d.unsaved, Archived: archived, ReadOnly: d.ws.ReadOnly(),
	}, codebook.Actions{
		Leave: s.scene.leaveFront, Cover: s.over.Show, Over: s.over.Canvas(), Save: s.save,
		Import: s.ask, Export: s.askTarget, Taken: s.keyTaken,
		Keep: func(unsaved *models.Codebook) { d.unsaved = unsaved },
	})
}

// keyTaken returns the title of the command that a shortcut of a label would
// have to share its key with, or nothing.
func (s *scheme) keyTaken(shortcut string) string {
	for _, wanted := range labelKeys(shortcut) {
		for _, c := range s.keys.Table().All() {
			if c.Mode != "" || s.labelCommand(c.ID) {
				continue
			}
			for _, key := range c.Keys {
				if key.Modifier == 0 && key.Name == wanted.Name && key.Rune == wanted.Rune {
					return c.Title
				}
			}
		}
	}
	return ""
}

// labelCommand reports whether a command puts a label of the project on.
func (s *scheme) labelCommand(id command.ID) bool {
	return slices.ContainsFunc(s.labels(), func(label models.Label) bool { return id == labelID(label) })
}

func (s *scheme) save(book models.Codebook, changed []string, note string) {
	d := s.desk
	before := d.ws.Codebook().Version
	s.work.Change(func(ctx context.Context) error {
		err := d.ws.SetCodebook(ctx, book, changed, note)
		s.work.Post(func() { s.saved(d, before, err) })
		return err
	})
}

// saved says what to do next. The pages are made anew by then.
func (s *scheme) saved(d *desk, before string, err error) {
	if err != nil {
		return
	}
	d.unsaved = nil
	s.scene.leaveFront()
	version := d.ws.Codebook().Version
	if version == before {
		s.strip.Show(status.Message{Text: locale.T(textCodebookSaved), Transient: true})
		return
	}
	s.strip.Show(status.Message{Text: locale.T(textCodebookRaised, version), Action: locale.T(textLookAgain), Run: s.showOutdated})
}

// ask asks for a file and shows what is in it in the editor.
func (s *scheme) ask() {
	var extensions []string
	for _, format := range exchange.Formats() {
		extensions = append(extensions, format.Extension)
	}
	s.over.AskFile(s.projects.Folder(), storage.NewExtensionFileFilter(extensions), s.read)
}

func (s *scheme) read(path string) {
	ws := s.desk.ws
	s.work.Reads.Do(func(context.Context) (func(), error) {
		book, err := ws.ReadCodebook(path)
		if err != nil {
			return nil, err
		}
		return func() {
			s.withEditor(func(page *codebook.Page) { page.TakeOver(book, filepath.Base(path)) })
		}, nil
	})
}

// askTarget asks for a format and a file.
func (s *scheme) askTarget() {
	formats := exchange.Formats()
	var names []string
	for _, format := range formats {
		names = append(names, locale.T(format.Name))
	}
	choice := widget.NewSelect(names, nil)
	choice.SetSelectedIndex(0)
	target := s.over.AskTarget(overlay.Target{
		Title: locale.T(titleCodebookOut), Answer: locale.T(textCodebookWrite), Above: choice,
		Folder: s.projects.Folder(), Name: locale.T(textCodebookFile), Extension: formats[0].Extension,
		Then: func(path string) { s.write(path, formats[choice.SelectedIndex()]) },
	})
	choice.OnChanged = func(string) { target.SetExtension(formats[choice.SelectedIndex()].Extension) }
}

// write writes the codebook. A file that is there stays: the error says so.
func (s *scheme) write(path string, format exchange.Format) {
	ws := s.desk.ws
	s.work.Long.Do(func(ctx context.Context) (func(), error) {
		if err := ws.ExportCodebook(ctx, path, false, format); err != nil {
			return nil, err
		}
		return func() { s.strip.Show(status.Message{Text: locale.T(textCodebookOut, path)}) }, nil
	})
}

// showOutdated lists what is to be looked at again.
func (s *scheme) showOutdated() {
	s.scene.showTable()
	s.desk.table.ChooseOutdated()
}
