package consistency

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"glossator/app/ui/locale"
	"glossator/app/ui/widgets/keyboard"
	"glossator/app/workspace"
)

// Check compares all sentences anew, and brings the groups back that were put
// away.
func (p *Page) Check() {
	clear(p.ignored)
	p.compare()
}

// compare compares all sentences; the old groups stay until then.
func (p *Page) compare() {
	p.Stop()
	p.round++
	round, who := p.round, p.annotator().UID
	ctx, cancel := context.WithCancel(context.Background())
	p.stop = cancel
	p.status.SetText(locale.T(textChecking, locale.Percent(0, 0)))
	p.counts.Do(func(life context.Context) (func(), error) {
		end := context.AfterFunc(life, cancel)
		defer end()
		found, err := p.ws.Consistency(ctx, who, func(done float64) { p.post(func() { p.progress(round, done) }) })
		stopped := ctx.Err() != nil
		cancel()
		if stopped {
			err = nil
		}
		return func() { p.arrived(round, found, stopped || err != nil) }, err //nolint:wrapcheck // the window explains it
	})
}

// Stop ends the check that is under way.
func (p *Page) Stop() {
	if p.stop != nil {
		p.stop()
		p.stop = nil
	}
}

func (p *Page) progress(round int, done float64) {
	if round != p.round || done >= 1 {
		return
	}
	p.status.SetText(locale.T(textChecking, locale.Percent(done, 0)))
	p.setChecking(true)
}

func (p *Page) setChecking(checking bool) {
	if p.halt.Visible() == checking {
		return
	}
	if checking {
		p.halt.Show()
		p.again.Hide()
	} else {
		p.halt.Hide()
		p.again.Show()
	}
	p.content.Refresh()
}

func (p *Page) arrived(round int, found []workspace.Inconsistency, stopped bool) {
	if round != p.round {
		return
	}
	stopped = stopped || p.stop == nil
	p.stop = nil
	p.setChecking(false)
	if stopped {
		p.status.SetText(locale.T(textStopped))
		return
	}
	p.groups = make([]group, len(found))
	for i, f := range found {
		p.groups[i] = group{Inconsistency: f}
	}
	p.showGroups()
	p.stay()
	if window := keyboard.Canvas(p.who); window != nil && window.Focused() == fyne.Focusable(p.who) {
		p.Focus() // nobody has gone to the groups yet
	}
}

// stay leaves the cursor on the group that it was on, else on the first one, and
// shows what its sentences are like now.
func (p *Page) stay() {
	at := slices.IndexFunc(p.visible, func(i int) bool { return p.groups[i].SentenceIDs[0] == p.asked })
	if at >= 0 {
		p.list.goTo(at)
		p.read(&p.groups[p.visible[at]])
		return
	}
	p.asked, p.list.at = 0, 0
	p.list.goTo(0)
	p.look()
}

// showGroups lists the groups that are still to be dealt with.
func (p *Page) showGroups() {
	p.visible = p.visible[:0]
	for i, g := range p.groups {
		if !g.mended && !p.ignored[g.SentenceIDs[0]] {
			p.visible = append(p.visible, i)
		}
	}
	count := len(p.visible)
	p.status.SetText(locale.N(count, textGroup, textGroups, locale.Number(count)))
	if count == 0 {
		p.split.Hide()
		p.nothing.Show()
	} else {
		p.nothing.Hide()
		p.split.Show()
	}
	p.list.Refresh()
}
