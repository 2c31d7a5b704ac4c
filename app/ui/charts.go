package ui

import (
	"context"
	"io"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/command"
	"glossator/app/ui/controls"
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

// charts are the page that counts everything in the project.
type charts struct {
	*bench

	projects Projects
	keys     *controls.Controls
	scene    *scene
}

func (c *charts) shown() bool {
	_, shown := inFront[chartFront](c.bench)
	return shown
}

// toggle shows the charts, or goes back to the text.
func (c *charts) toggle() {
	if c.shown() {
		c.scene.leaveFront()
		return
	}
	if c.desk.charts == nil {
		page, err := insights.New(c.desk.ws, c.desk.counts, c.work.Reads, c.work.Post, insights.Actions{
			Open: c.openBar, Save: c.askFile, Leave: c.scene.leaveFront, Key: c.keys.Key,
		})
		if err != nil {
			c.work.Fail(err)
			return
		}
		c.desk.charts = page
	}
	c.scene.bring(chartFront{c.desk.charts})
	c.desk.charts.Show()
}

// openBar shows the annotations that a bar counts.
func (c *charts) openBar(ask models.Corpus, about string) {
	c.scene.showTable()
	c.desk.table.Narrow(ask, about)
}

const chartWidth = 560 // units

// askFile asks where a chart goes and in which format.
func (c *charts) askFile(name string, files []insights.File) {
	target := destination.New(c.projects.Folder(), name+files[0].Extension, files[0].Extension,
		destination.Texts{Name: locale.T("Name"), Folder: locale.T("Folder"), Choose: locale.T("Choose…")}, c.over.Window())
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
			c.save(path, replace, chosen.Write, m.Hide, func() {
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
	m = modal.New(locale.T(textSaveChart, name), container.NewVBox(format, target.Object()), c.over.Canvas(),
		modal.Button{Text: locale.T(textCancel)}, modal.Button{Text: locale.T(textSave), Primary: true, Stay: true, Press: save})
	m.Resize(fyne.NewSize(chartWidth, 0))
	target.Answer(save, m.Hide)
	c.over.Put(m)
	m.SetOnClosed(c.uncoveredFront)
	m.Show()
	c.over.Focus(target.Name())
}

// uncoveredFront gives the keyboard back to the page in front.
func (c *charts) uncoveredFront() {
	c.over.Put(nil)
	if c.desk != nil && c.desk.front != nil {
		c.desk.front.Focus()
	}
}

// save writes a file beside the window's goroutine. A file that is there
// already is replaced when the user says so once more.
func (c *charts) save(path string, overwrite bool, write func(io.Writer) error, done, exists func()) {
	ws := c.desk.ws
	c.work.Reads.Do(func(ctx context.Context) (func(), error) {
		err := ws.WriteFile(ctx, path, overwrite, write)
		if models.CodeOf(err) == models.CodeExists && !overwrite {
			return func() {
				c.strip.Show(status.Message{Text: locale.Explain(err), Transient: true})
				exists()
			}, nil
		}
		if err != nil {
			return nil, err
		}
		return func() {
			done()
			c.strip.Show(status.Message{Text: locale.T(textSaved, strings.TrimSpace(path))})
		}, nil
	})
}

// insightCommands open the pages about all of the project.
func (c *charts) insightCommands() []command.Command {
	return []command.Command{
		{ID: "view.insights", Title: locale.T("Insights"), Menu: menuView, Group: 3, InFields: true,
			Help: locale.T("Show charts of all annotations: over time, by source, speaker, unit and deadline, and the progress of everybody."),
			Keys: []command.Key{command.Ctrl(fyne.KeyI)}, Run: c.toggle, Off: c.noProject, Checked: c.shown},
	}
}
