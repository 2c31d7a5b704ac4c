package ui

import (
	"context"
	"path/filepath"

	"glossator/app/ui/locale"
	"glossator/app/ui/sending"
	"glossator/app/workspace"
)

// The texts about sending.
const (
	textPacking = "Writing %s"
	textSent    = "%s with %s and %s is ready to be sent."
)

// askSend asks how to write a package for a colleague.
func (e *exports) askSend(kind workspace.PackageKind) {
	e.flush()
	e.over.Put(sending.Show(e.desk.ws, e.over.Window(), kind, sending.Actions{
		Folder: e.projects.Folder(), Articles: e.desk.library.Selection(), Send: e.send, Closed: e.over.Gone,
	}))
}

// send writes the package while one goes on working.
func (e *exports) send(request sending.Request) {
	ws := e.desk.ws
	text := locale.T(textPacking, filepath.Base(request.Path))
	e.busily(e.work.Long, text, func(wanted context.Context) (func(), error) {
		sent, err := ws.Send(wanted, request.Path, request.Overwrite, request.Sending)
		if err != nil {
			return nil, err
		}
		return func() {
			said := locale.T(textSent, filepath.Base(sent.Path), articles(sent.Contents.Articles), packed(request.Sending.Kind, sent))
			e.offerFolder(said, sent.Path)
		}, nil
	})
}

// packed counts what a package is about: labels, or the decisions and answers
// that go back.
func packed(kind workspace.PackageKind, sent workspace.Sent) string {
	of := sent.Contents
	labels := locale.N(of.Annotations, "%s label", "%s labels", locale.Number(of.Annotations))
	decisions := locale.N(of.Decisions, "%s decision", "%s decisions", locale.Number(of.Decisions))
	switch {
	case kind == workspace.PackageReview:
		return labels
	case of.Responses > 0:
		return decisions + ", " + locale.N(of.Responses, "%s answer", "%s answers", locale.Number(of.Responses))
	}
	return decisions
}
