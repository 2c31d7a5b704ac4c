package reviewing

import (
	"cmp"
	"context"
	"slices"

	"glossator/app/ui/locale"
	"glossator/app/workspace"
	"glossator/models"
)

// standing returns the decision that counts: the newest about the sentence as a
// whole.
func standing(d models.Difference) (models.SentenceDecision, bool) {
	var whole []models.SentenceDecision
	for _, made := range d.Decisions {
		if made.LabelKey == "" && made.DeletedAt == nil {
			whole = append(whole, made)
		}
	}
	if len(whole) == 0 {
		return models.SentenceDecision{}, false
	}
	return slices.MaxFunc(whole, func(a, b models.SentenceDecision) int {
		return cmp.Or(cmp.Compare(a.UpdatedAt, b.UpdatedAt), cmp.Compare(a.Version, b.Version))
	}), true
}

// layer returns the layer that is judged.
func (p *Page) layer() models.DifferenceLayer {
	if p.judged >= len(p.current.Layers) {
		return models.DifferenceLayer{}
	}
	return p.current.Layers[p.judged]
}

// result returns the labels that stand, or would stand if the judged layer were
// taken.
func (p *Page) result() []models.ResultLabel {
	if made, ok := standing(p.current); ok && made.Verdict != models.VerdictDeferred {
		return slices.Clone(made.Labels)
	}
	return workspace.LabelsOf(p.layer())
}

// decide makes a decision about what is on show, and then goes on or stays.
func (p *Page) decide(in models.DecisionInput, goOn bool) {
	if !p.open || p.current.Sentence.ID == 0 {
		return
	}
	if in.Comment == "" {
		if made, ok := standing(p.current); ok && made.Reviewer.UID == p.ws.Me().UID {
			in.Comment = made.Comment
		}
	}
	p.panel.close()
	h, from := p.hunt(1), p.current.Place
	p.act(func(ctx context.Context) (string, error) {
		if _, err := p.ws.Decide(ctx, in); err != nil || !goOn {
			return "", err
		}
		return p.onward(ctx, h, from)
	})
}

// Accept takes the judged layer and goes on.
func (p *Page) Accept() { p.decide(workspace.AcceptLayer(p.current, p.layer().Annotator.UID), true) }

// Take takes the layer of the person at work, or with theirs the judged one,
// and stays.
func (p *Page) Take(theirs bool) {
	uid := p.layer().Annotator.UID
	if !theirs {
		uid = p.mine()
	}
	if uid == "" {
		p.actions.Say(locale.T(textNoMine))
		return
	}
	p.take(uid)
}

func (p *Page) take(uid string) { p.decide(workspace.AcceptLayer(p.current, uid), false) }

// mine is the layer that [ takes: that of the person at work, or, between two
// others, the first; empty where there is none.
func (p *Page) mine() string {
	layers := p.current.Layers
	for _, layer := range layers {
		if layer.Annotator.UID == p.ws.Me().UID {
			return layer.Annotator.UID
		}
	}
	if len(layers) > 1 {
		return layers[0].Annotator.UID
	}
	return ""
}

// Other judges the next of the layers.
func (p *Page) Other() {
	if len(p.current.Layers) > 1 {
		p.judged = (p.judged + 1) % len(p.current.Layers)
		p.panel.show()
	}
}

// Reject asks why, and then takes nothing of what the judged layer has.
func (p *Page) Reject() {
	if p.open {
		p.panel.askReason()
	}
}

func (p *Page) reject(reason models.Reason) {
	p.decide(workspace.RejectLayer(p.current, p.layer().Annotator.UID, reason, ""), true)
	p.actions.Focus()
}

// Toggle puts a label among those that stand, or takes it off.
func (p *Page) Toggle(key string) {
	labels := p.result()
	at := slices.IndexFunc(labels, func(l models.ResultLabel) bool { return l.Label == key })
	if at >= 0 {
		labels = slices.Delete(labels, at, at+1)
	} else {
		labels = append(labels, p.labelOf(key))
	}
	p.decide(p.inputFor(labels), false)
}

// labelOf returns a label with the details that one of the layers has for it.
func (p *Page) labelOf(key string) models.ResultLabel {
	for _, layer := range slices.Concat([]models.DifferenceLayer{p.layer()}, p.current.Layers) {
		for _, label := range workspace.LabelsOf(layer) {
			if label.Label == key {
				return label
			}
		}
	}
	return models.ResultLabel{Label: key}
}

// inputFor decides that some labels stand. What is the same as a layer is that
// layer accepted, so that the gold layer tells the truth about where it is from.
func (p *Page) inputFor(labels []models.ResultLabel) models.DecisionInput {
	wanted := models.FormatResult(labels)
	for _, layer := range slices.Concat([]models.DifferenceLayer{p.layer()}, p.current.Layers) {
		if len(layer.Annotations) > 0 && models.FormatResult(workspace.LabelsOf(layer)) == wanted {
			return workspace.AcceptLayer(p.current, layer.Annotator.UID)
		}
	}
	if len(labels) == 0 {
		return workspace.NoLabelHere(p.current)
	}
	return workspace.ChangeTo(p.current, p.layer().Annotator.UID, labels)
}

// NoLabel decides that the sentence holds nothing, and goes on.
func (p *Page) NoLabel() { p.decide(workspace.NoLabelHere(p.current), true) }

// Defer leaves the sentence for later and goes on.
func (p *Page) Defer() { p.decide(workspace.Defer(p.current, ""), true) }

// TakeBack takes the decision that counts back when it is that of the person at
// work: the sentence is open again.
func (p *Page) TakeBack() {
	made, own := p.ownDecision()
	if !own {
		p.actions.Say(locale.T(textNotYours))
		return
	}
	p.panel.close()
	p.act(func(ctx context.Context) (string, error) { return "", p.ws.Withdraw(ctx, made.UID) })
}

// ownDecision is the decision that counts, if the person at work made it.
func (p *Page) ownDecision() (models.SentenceDecision, bool) {
	made, ok := standing(p.current)
	return made, ok && p.open && made.Reviewer.UID == p.ws.Me().UID
}

// Edit opens the details of what stands.
func (p *Page) Edit() {
	if p.open {
		p.panel.edit()
	}
}

// Comment opens the comment.
func (p *Page) Comment() {
	if p.open {
		p.panel.comment()
	}
}

// comment keeps a comment on the decision; on an open sentence it is one to
// come back to.
func (p *Page) comment(text string) {
	in := workspace.Defer(p.current, text)
	if made, ok := standing(p.current); ok {
		in = models.DecisionInput{
			SentenceID: made.SentenceID, LayerUID: made.LayerUID, Verdict: made.Verdict, Labels: made.Labels,
			Reason: models.Reason(made.Reason), Comment: text,
		}
	}
	if text == "" {
		return
	}
	p.decide(in, false)
}
