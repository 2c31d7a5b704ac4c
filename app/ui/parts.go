package ui

import (
	"glossator/app/ui/background"
	"glossator/app/ui/command"
	"glossator/app/ui/controls"
	"glossator/app/ui/overlay"
	"glossator/app/ui/refit"
	"glossator/app/ui/status"
	"glossator/app/ui/workers"
)

// parts are what the window can do, one noun each. Each keeps what it alone
// needs to know, and calls the others by their doors; what all of them need
// lies on the bench.
type parts struct {
	*bench

	quit func()
	keys *controls.Controls

	// What one looks at.
	sides *sides
	scene *scene
	route *route

	// What one works on.
	tagging    *tagging
	advice     *advice
	priorities *priorities
	documents  *documents
	shelf      *shelf
	scheme     *scheme

	// What stands in front.
	charts       *charts
	comparison   *comparison
	coefficients *coefficients
	responses    *responses

	// What comes and goes.
	gate       *gate
	arrivals   *arrivals
	exports    *exports
	colleagues *colleagues
	returns    *returns

	// What concerns the person and the program.
	identity *identity
	choices  *choices
	guide    *guide
	rescue   *rescue
	failures *failures
}

// assemble makes the parts. A part is made after those that it calls, so that no
// two of them know each other.
func (s *Shell) assemble(post background.Poster) {
	b := &bench{strip: s.content.strip}
	b.work = workers.New(post, func(err error) { s.failures.fail(err) }, b.saving)
	b.over = overlay.New(s.window, b.bare, b.work.Fail)
	s.parts = parts{bench: b, quit: s.Quit}
	s.keys = controls.New(s.window, b.over, controls.Actions{
		Unveil: func(c *command.Command) { s.scene.unveil(c) },
		Say:    func(text string) { b.strip.Show(status.Message{Text: text, Transient: true}) },
		Paste:  s.app.Clipboard,
	})
	s.sides = &sides{bench: b, keys: s.keys}
	s.scene = &scene{bench: b, sides: s.sides, keys: s.keys, memory: s.memory, content: s.content}
	s.route = &route{bench: b, scene: s.scene, places: map[string]int{}}
	s.assembleProgram()
	s.assembleWork()
	s.assembleFronts()
	s.assembleTraffic()
}

// assembleProgram makes the parts that concern the person and the program.
func (s *Shell) assembleProgram() {
	b, fatal := s.bench, &crashes{}
	s.gate = &gate{bench: b, projects: s.projects, memory: s.memory, crashes: fatal, show: s.Show, lament: s.lament}
	s.rescue = &rescue{bench: b, gate: s.gate, projects: s.projects}
	s.failures = &failures{bench: b, rescue: s.rescue, crashes: fatal}
	s.identity = &identity{bench: b, projects: s.projects}
	s.guide = newGuide(guide{bench: b, keys: s.keys}, s.app)
	s.choices = newChoices(choices{bench: b, app: s.app, memory: s.memory, keys: s.keys, guide: s.guide, redraw: s.redraw}, s.identity)
}

// assembleWork makes the parts with which one works on articles.
func (s *Shell) assembleWork() {
	b := s.bench
	s.tagging = &tagging{bench: b, identity: s.identity}
	s.advice = &advice{bench: b, sides: s.sides, pause: refit.Pause}
	s.priorities = &priorities{bench: b, scene: s.scene, route: s.route, advice: s.advice}
	s.arrivals = &arrivals{bench: b, app: s.app, route: s.route}
	s.documents = &documents{bench: b, app: s.app, arrivals: s.arrivals}
	s.exports = &exports{bench: b, app: s.app, projects: s.projects, memory: s.memory}
	s.shelf = &shelf{bench: b, keys: s.keys, route: s.route, tagging: s.tagging, documents: s.documents, exports: s.exports}
	s.scheme = &scheme{bench: b, projects: s.projects, scene: s.scene, keys: s.keys, tagging: s.tagging}
}

// assembleFronts makes the parts whose page stands in front of the text.
func (s *Shell) assembleFronts() {
	b := s.bench
	s.charts = &charts{bench: b, projects: s.projects, keys: s.keys, scene: s.scene}
	s.comparison = &comparison{bench: b, keys: s.keys, scene: s.scene, route: s.route, tagging: s.tagging}
	s.coefficients = &coefficients{bench: b, projects: s.projects, scene: s.scene, route: s.route, exports: s.exports}
	s.responses = &responses{bench: b, keys: s.keys, scene: s.scene, route: s.route, tagging: s.tagging}
}

// assembleTraffic makes the parts through which the work of others comes in.
func (s *Shell) assembleTraffic() {
	b := s.bench
	s.colleagues = &colleagues{
		bench: b, projects: s.projects, gate: s.gate, scene: s.scene, responses: s.responses, tagging: s.tagging,
	}
	s.returns = &returns{
		bench: b, projects: s.projects, arrivals: s.arrivals, colleagues: s.colleagues, exports: s.exports, tagging: s.tagging,
	}
}
