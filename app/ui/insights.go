package ui

import (
	"context"
	"io"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/command"
	"glossator/app/ui/insights"
	"glossator/app/ui/locale"
	"glossator/app/ui/status"
	"glossator/app/ui/widgets/destination"
	"glossator/app/ui/widgets/modal"
	"glossator/models"
)

// The texts about insights.
const (
	textSaveChart = "Save “%s”"
	textReplace   = "Replace"
	textSaved     = "%s was saved."
)

// chartFront is the page of charts while it is in front.
type chartFront struct{ *insights.Page }

// Close ends the counting that is under way; the page keeps its charts.
func (f chartFront) Close() { f.Stop() }

// Mode is the usual one.
func (chartFront) Mode() command.Mode { return "" }

func (s *Shell) insightsShown() bool {
	if s.desk == nil {
		return false
	}
	_, shown := s.desk.front.(chartFront)
	return shown
}

// toggleInsights shows the charts, or goes back to the text.
func (s *Shell) toggleInsights() {
	if s.insightsShown() {
		s.leaveFront()
		return
	}
	if s.desk.charts == nil {
		page, err := insights.New(s.desk.ws, s.desk.counts, s.reads, s.post, insights.Actions{
			Open: s.openBar, Save: s.askChart, Leave: s.leaveFront, Key: s.key,
		})
		if err != nil {
			s.fail(err)
			return
		}
		s.desk.charts = page
	}
	s.bring(chartFront{s.desk.charts})
	s.desk.charts.Show()
}

// openBar shows the annotations that a bar counts.
func (s *Shell) openBar(ask models.Corpus, about string) {
	s.leaveFront()
	if !s.tableShown() {
		s.toggleTable()
	}
	s.desk.table.Narrow(ask, about)
}

const chartWidth = 560 // units

// askChart asks where a chart goes and in which format.
func (s *Shell) askChart(name string, files []insights.File) {
	target := destination.New(s.projects.Folder(), name+files[0].Extension, files[0].Extension,
		destination.Texts{Name: locale.T(textName), Folder: locale.T(textFolder), Choose: locale.T(textChoose)}, s.window)
	var formats []string
	for _, file := range files {
		formats = append(formats, file.Format)
	}
	chosen := files[0]
	format := widget.NewRadioGroup(formats, nil)
	format.Horizontal, format.Required = true, true
	format.SetSelected(formats[0])
	format.OnChanged = func(selected string) {
		for _, file := range files {
			if file.Format == selected {
				chosen = file
				target.SetExtension(file.Extension)
			}
		}
	}
	var m *modal.Modal
	replace := false
	save := func() {
		if path := target.Path(); path != "" {
			s.saveChart(path, replace, chosen.Write, m.Hide, func() {
				replace = true
				m.Button(1).SetText(locale.T(textReplace))
			})
		}
	}
	target.OnChanged = func(string) {
		if replace {
			replace = false
			m.Button(1).SetText(locale.T(textSave))
		}
	}
	m = modal.New(locale.T(textSaveChart, name), container.NewVBox(format, target.Object()), s.window.Canvas(),
		modal.Button{Text: locale.T(textCancel)}, modal.Button{Text: locale.T(textSave), Primary: true, Stay: true, Press: save})
	m.Resize(fyne.NewSize(chartWidth, 0))
	target.Answer(save, m.Hide)
	s.overlay = m
	m.SetOnClosed(s.uncoveredFront)
	m.Show()
	s.window.Canvas().Focus(target.Name())
}

// uncoveredFront gives the keyboard back to the page in front.
func (s *Shell) uncoveredFront() {
	s.overlay = nil
	if s.desk != nil && s.desk.front != nil {
		s.desk.front.Focus()
	}
}

// saveChart writes a file beside the window's goroutine. A file that is there
// already is replaced when the user says so once more.
func (s *Shell) saveChart(path string, overwrite bool, write func(io.Writer) error, done, exists func()) {
	ws := s.desk.ws
	s.reads.Do(func(ctx context.Context) (func(), error) {
		err := ws.WriteFile(ctx, path, overwrite, write)
		if models.CodeOf(err) == models.CodeExists && !overwrite {
			return func() {
				s.strip.Show(status.Message{Text: locale.Explain(err), Transient: true})
				exists()
			}, nil
		}
		if err != nil {
			return nil, err
		}
		return func() {
			done()
			s.strip.Show(status.Message{Text: locale.T(textSaved, strings.TrimSpace(path))})
		}, nil
	})
}

// insightCommands open the pages about all of the project.
func (s *Shell) insightCommands() []command.Command {
	return []command.Command{
		{ID: "view.insights", Title: locale.T("Insights"), Menu: menuView, Group: 3, InFields: true,
			Help: locale.T("Show charts of all annotations: over time, by source, speaker, unit and deadline, and the progress of everybody."),
			Keys: []command.Key{command.Ctrl(fyne.KeyI)}, Run: s.toggleInsights, Off: s.noProject, Checked: s.insightsShown},
	}
}
