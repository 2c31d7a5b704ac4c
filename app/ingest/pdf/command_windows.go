package pdf

import (
	"context"
	"os/exec"
	"syscall"
)

// command makes a program run without a window of its own.
func command(ctx context.Context, path string, arguments ...string) *exec.Cmd {
	run := exec.CommandContext(ctx, path, arguments...) //nolint:gosec // the user's own program, with arguments of ours
	run.SysProcAttr = &syscall.SysProcAttr{HideWindow: true}
	return run
}
