package ui

import (
	"context"
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/widget"

	exchange "glossator/app/codebook"
	"glossator/app/ui/codebook"
	"glossator/app/ui/command"
	"glossator/app/ui/help"
	"glossator/app/ui/locale"
	"glossator/app/ui/status"
	"glossator/app/ui/widgets/destination"
	"glossator/app/ui/widgets/modal"
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
	reasonStands       = "every label here stands as the codebook says"
)

// codebookInUse is the open project's codebook, else the program's.
func (s *Shell) codebookInUse() models.Codebook {
	if s.desk != nil {
		return s.desk.ws.Codebook()
	}
	return s.codebook
}

func (s *Shell) codebookCommands() []command.Command {
	return []command.Command{
		{ID: "codebook.edit", Title: locale.T("Edit codebook…"), Menu: menuLabel, Group: 6, InFields: true,
			Help: locale.T("Change labels, their meaning and their details, with the form beside it."),
			Keys: []command.Key{command.Ctrl(fyne.KeyB)}, Run: s.editCodebook, Off: s.noProject},
		{ID: "codebook.import", Title: locale.T("Import codebook…"), Menu: menuLabel, Group: 6, MenuOnly: true,
			Help: locale.T("Look at a codebook from a file (JSON, CSV or QDC) and take it over."),
			Run:  s.askCodebook, Off: s.cannotWrite},
		{ID: "codebook.export", Title: locale.T("Export codebook…"), Menu: menuLabel, Group: 6, MenuOnly: true,
			Help: locale.T("Write the codebook to a file: JSON, CSV, or QDC for MAXQDA, ATLAS.ti and NVivo."),
			Run:  s.askCodebookTarget, Off: s.noProject},
		{ID: "codebook.outdated", Title: locale.T("Tags of an earlier codebook"), Menu: menuLabel, Group: 6, MenuOnly: true,
			Help: locale.T("List what was tagged before the meaning of its label changed."),
			Run:  s.showOutdated, Off: s.noProject},
		{ID: "label.reaffirm", Title: locale.T("The label still stands"), Menu: menuLabel, Group: 1, MenuOnly: true, Context: true,
			Help: locale.T("Say that you have looked again at the labels of this sentence, and that they fit the codebook as it is now."),
			Run:  s.reaffirm, Off: s.cannotTag, Here: s.allStand},
	}
}

// editCodebook brings the editor to the front.
func (s *Shell) editCodebook() { s.withEditor(func(*codebook.Page) {}) }

// withEditor makes the editor and calls then with it.
func (s *Shell) withEditor(then func(*codebook.Page)) {
	ws := s.desk.ws
	s.reads.Do(func(ctx context.Context) (func(), error) {
		archived, err := ws.ArchivedLabels(ctx)
		if err != nil {
			return nil, err
		}
		return func() {
			if s.desk == nil || s.desk.ws != ws {
				return
			}
			page := s.newEditor(archived)
			s.bring(page)
			then(page)
		}, nil
	})
}

func (s *Shell) newEditor(archived []models.CodebookLabel) *codebook.Page {
	d := s.desk
	return codebook.New(codebook.Content{
		Kept: d.ws.Codebook(), Unsaved: d.unsaved, Archived: archived, ReadOnly: d.ws.ReadOnly(),
	}, codebook.Actions{
		Leave: s.leaveFront, Cover: s.cover, Over: s.window.Canvas(), Save: s.saveCodebook,
		Import: s.askCodebook, Export: s.askCodebookTarget, Taken: s.keyTaken,
		Keep: func(unsaved *models.Codebook) { d.unsaved = unsaved },
	})
}

// keyTaken returns the title of the command that a shortcut of a label would
// have to share its key with, or nothing.
func (s *Shell) keyTaken(shortcut string) string {
	for _, wanted := range labelKeys(shortcut) {
		for _, c := range s.commands() {
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
func (s *Shell) labelCommand(id command.ID) bool {
	return slices.ContainsFunc(s.labelCommands(), func(c command.Command) bool { return c.ID == id })
}

func (s *Shell) saveCodebook(book models.Codebook, changed []string, note string) {
	d := s.desk
	before := d.ws.Codebook().Version
	s.do(func(ctx context.Context) error {
		err := d.ws.SetCodebook(ctx, book, changed, note)
		s.post(func() { s.savedCodebook(d, before, err) })
		return err
	})
}

// savedCodebook says what to do next. The pages are made anew by then.
func (s *Shell) savedCodebook(d *desk, before string, err error) {
	if err != nil {
		return
	}
	d.unsaved = nil
	s.leaveFront()
	version := d.ws.Codebook().Version
	if version == before {
		s.strip.Show(status.Message{Text: locale.T(textCodebookSaved), Transient: true})
		return
	}
	s.strip.Show(status.Message{Text: locale.T(textCodebookRaised, version), Action: locale.T(textLookAgain), Run: s.showOutdated})
}

// recode follows a codebook that has changed: pages, menus and help are made
// from it.
func (s *Shell) recode() {
	if s.desk == nil {
		return
	}
	if unsaved := s.desk.unsaved; unsaved != nil {
		defer func() { s.desk.unsaved = unsaved }()
	}
	s.redraw()
	s.desk.reader.Focus() // what had the keyboard is gone
	if s.help != nil {
		s.help.SetContent(help.Codebook(s.codebookInUse(), ""))
	}
}

// askCodebook asks for a file and shows what is in it in the editor.
func (s *Shell) askCodebook() {
	var extensions []string
	for _, format := range exchange.Formats() {
		extensions = append(extensions, format.Extension)
	}
	s.askFile(s.projects.Folder(), storage.NewExtensionFileFilter(extensions), s.importCodebook)
}

func (s *Shell) importCodebook(path string) {
	ws := s.desk.ws
	s.reads.Do(func(context.Context) (func(), error) {
		book, err := ws.ReadCodebook(path)
		if err != nil {
			return nil, err
		}
		return func() {
			s.withEditor(func(page *codebook.Page) { page.TakeOver(book, filepath.Base(path)) })
		}, nil
	})
}

// askCodebookTarget asks for a format and a file.
func (s *Shell) askCodebookTarget() {
	formats := exchange.Formats()
	target := destination.New(s.projects.Folder(), locale.T(textCodebookFile), formats[0].Extension,
		destination.Texts{Name: locale.T(textName), Folder: locale.T(textFolder), Choose: locale.T(textChoose)}, s.window)
	var names []string
	for _, format := range formats {
		names = append(names, locale.T(format.Name))
	}
	choice := widget.NewSelect(names, nil)
	choice.SetSelectedIndex(0)
	choice.OnChanged = func(string) { target.SetExtension(formats[choice.SelectedIndex()].Extension) }
	write := func() {
		if path := target.Path(); path != "" {
			s.uncover()
			s.exportCodebook(path, formats[choice.SelectedIndex()])
		}
	}
	m := modal.New(locale.T(titleCodebookOut), container.NewVBox(choice, target.Object()), s.window.Canvas(),
		modal.Button{Text: locale.T(textCancel)}, modal.Button{Text: locale.T(textCodebookWrite), Primary: true, Stay: true, Press: write})
	m.Resize(fyne.NewSize(newProjectWidth, 0))
	target.Answer(write, m.Hide)
	s.cover(m)
	s.window.Canvas().Focus(target.Name())
}

// exportCodebook writes the codebook. A file that is there stays: the error
// says so.
func (s *Shell) exportCodebook(path string, format exchange.Format) {
	ws := s.desk.ws
	s.long.Do(func(ctx context.Context) (func(), error) {
		if err := ws.ExportCodebook(ctx, path, false, format); err != nil {
			return nil, err
		}
		return func() { s.strip.Show(status.Message{Text: locale.T(textCodebookOut, path)}) }, nil
	})
}

// showOutdated lists what is to be looked at again.
func (s *Shell) showOutdated() {
	s.leaveFront()
	if !s.tableShown() {
		s.toggleTable()
	}
	s.desk.table.ChooseOutdated()
}

// reaffirm says of all labels of the current sentence that they stand.
func (s *Shell) reaffirm() {
	ws, at := s.desk.ws, s.desk.ws.Cursor()
	sentence, _ := ws.Sentence(at)
	s.do(func(ctx context.Context) error {
		for _, annotation := range sentence.Mine {
			if ws.Codebook().Stands(annotation.Label.Key, annotation.CodebookVersion) {
				continue
			}
			if err := ws.Reaffirm(ctx, at, annotation.UID); err != nil {
				return err
			}
		}
		return nil
	})
}

func (s *Shell) allStand() string {
	sentence, _ := s.desk.ws.Current()
	for _, annotation := range sentence.Mine {
		if !s.desk.ws.Codebook().Stands(annotation.Label.Key, annotation.CodebookVersion) {
			return ""
		}
	}
	return locale.T(reasonStands)
}
