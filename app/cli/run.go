// Package cli is the command line: the window and the subcommands for scripts
// and for machines without a display. Data goes to standard output, words to
// standard error. The exit status is 0 when done, 1 when something failed
// (with one sentence that says what and what to do), 2 for wrong usage.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"

	"github.com/adrg/xdg"
	"github.com/spf13/cobra"

	"glossator/app"
	"glossator/app/ui"
	"glossator/models"
)

// The exit statuses.
const (
	done       = 0
	failed     = 1
	wrongUsage = 2
)

// Streams are the standard streams of the process.
type Streams struct {
	In  io.Reader
	Out io.Writer
	Err io.Writer
}

// Run runs the program with these arguments, without the program's name, and
// returns its exit status. SIGINT, SIGTERM and SIGHUP (the end of the session)
// end it cleanly. The driver makes the window's toolkit when a window is wanted.
func Run(args []string, streams Streams, driver ui.Driver) int {
	if app.Monitor() {
		return done
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	defer stop()
	s := &session{streams: streams, driver: driver}
	root := s.root()
	root.SetArgs(args)
	return s.verdict(root.ExecuteContext(ctx))
}

// verdict says what went wrong and turns it into an exit status. Where words
// cannot be written, the status still tells.
func (s *session) verdict(err error) int {
	if err == nil {
		return done
	}
	if usage, ok := errors.AsType[usageError](err); ok {
		s.sayf("glossator: %v\n", usage)
		return wrongUsage
	}
	s.sayf("%s\n", models.Explain(err))
	if models.CodeOf(err) == models.CodeInternal {
		s.sayf("(cause: %v)\n", err)
	}
	return failed
}

func (s *session) sayf(format string, args ...any) {
	_, _ = fmt.Fprintf(s.streams.Err, format, args...)
}

// usageError is a command line that does not follow the rules.
type usageError struct{ error }

// session is one run of the program.
type session struct {
	streams Streams
	driver  ui.Driver
	project string
	known   *app.App
}

// app prepares the program once it is needed: a command such as segment
// touches no data of the user.
func (s *session) app() (*app.App, error) {
	if s.known != nil {
		return s.known, nil
	}
	xdg.Reload()
	known, err := app.New(filepath.Join(xdg.DataHome, "glossator"))
	if err != nil {
		return nil, err
	}
	s.known = known
	return known, nil
}

func (s *session) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "glossator [--project FILE] [PROJECT] [ARTICLE ...]",
		Short: "Tag the sentences of articles as commitment, statistic or claim",
		Long: "Without a subcommand, glossator opens its window on the last project, or on FILE or a PROJECT\n" +
			"whose name ends in .glossator, and adds the articles to it. The subcommands do the same work without a window.",
		Args:          cobra.ArbitraryArgs,
		SilenceErrors: true,
		SilenceUsage:  true,
		RunE:          s.window,
	}
	root.SetIn(s.streams.In)
	root.SetOut(s.streams.Out)
	root.SetErr(s.streams.Err)
	root.CompletionOptions.HiddenDefaultCmd = true
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		return usageError{fmt.Errorf("%w; see '%s --help'", err, cmd.CommandPath())}
	})
	root.PersistentFlags().StringVar(&s.project, "project", "", "the project `FILE`")
	for _, command := range commands {
		root.AddCommand(command(s))
	}
	return root
}

// commands are the subcommands, in the order of the design.
var commands = []func(*session) *cobra.Command{
	importCommand, extractCommand, segmentCommand, againCommand, tagCommand, finishCommand, blindCommand, exportCommand, comingCommand,
	reviewCommand, mergeCommand, goldCommand,
	codebookCommand, agreementCommand, suggestCommand, checkCommand, backupCommand, recoverCommand, statsCommand, versionCommand,
}

// args wraps a rule about arguments so that breaking it is wrong usage.
func args(rule cobra.PositionalArgs) cobra.PositionalArgs {
	return func(cmd *cobra.Command, given []string) error {
		if err := rule(cmd, given); err != nil {
			return usageError{fmt.Errorf("%w; see '%s --help'", err, cmd.CommandPath())}
		}
		return nil
	}
}

func (s *session) window(cmd *cobra.Command, given []string) error {
	project, articles, err := s.sorted(given)
	if err != nil {
		return err
	}
	for _, path := range articles {
		if _, err := os.Stat(path); err != nil && filepath.Ext(path) == "" {
			return usageError{fmt.Errorf("there is no command and no file called %q; see 'glossator --help'", path)}
		}
	}
	known, err := s.app()
	if err != nil {
		return err
	}
	defer watchCrashes(known)()
	return ui.Run(ui.Start{
		Context:  cmd.Context(),
		Driver:   s.driver,
		Projects: known,
		Path:     project,
		Articles: articles,
		Version:  app.Version,
		Notices:  known.Notices,
		Report:   known.Report,
	})
}

// sorted tells a project among files from the articles: a desktop hands a file
// that was opened with the program over without a flag.
func (s *session) sorted(given []string) (project string, articles []string, err error) {
	project = s.project
	for _, path := range given {
		switch {
		case !strings.EqualFold(filepath.Ext(path), app.Extension):
			articles = append(articles, path)
		case project != "":
			return "", nil, usageError{fmt.Errorf("one window opens one project, and both %q and %q are given", project, path)}
		default:
			project = path
		}
	}
	return project, articles, nil
}

// watchCrashes has the runtime report an unexpected end of the window. That it
// cannot is no reason not to open the window.
func watchCrashes(known *app.App) (stop func()) {
	stop, err := known.WatchCrashes()
	if err != nil {
		slog.Warn("a crash of this session will not be reported", "cause", err)
		return func() {}
	}
	return stop
}
