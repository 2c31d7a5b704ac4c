package ui

import (
	"context"
	"path/filepath"

	"glossator/app/ui/agreement"
	"glossator/app/ui/locale"
	"glossator/app/workspace"
)

// textWritten is said of the table of coefficients.
const textWritten = "%s is written."

// coefficients are the page that says how far annotators agree.
type coefficients struct {
	*bench

	projects Projects
	scene    *scene
	route    *route
	exports  *exports
}

// shown reports whether the page about agreement is in front.
func (c *coefficients) shown() bool {
	_, shown := inFront[*agreement.Page](c.bench)
	return shown
}

func (c *coefficients) toggle() {
	if c.shown() {
		c.scene.leaveFront()
		return
	}
	c.scene.bring(agreement.New(c.desk.ws, c.work.Reads, c.work.Post, agreement.Actions{
		Open: c.route.goToSentence, Export: c.askFile, Leave: c.scene.leaveFront,
	}))
}

// askFile asks where the table of coefficients goes.
func (c *coefficients) askFile(filter workspace.AgreementFilter) {
	ws := c.desk.ws
	c.over.Put(agreement.AskFile(c.projects.Folder(), c.over.Window(), func(path string, overwrite bool) {
		c.work.Long.Do(func(ctx context.Context) (func(), error) {
			if err := ws.ExportAgreement(ctx, path, overwrite, filter); err != nil {
				return nil, err
			}
			return func() { c.exports.offerFolder(locale.T(textWritten, filepath.Base(path)), path) }, nil
		})
	}, c.over.Gone))
}
