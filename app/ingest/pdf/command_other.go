//go:build !windows

package pdf

import (
	"context"
	"os/exec"
)

// command makes a program ready to run.
func command(ctx context.Context, path string, arguments ...string) *exec.Cmd {
	return exec.CommandContext(ctx, path, arguments...) //nolint:gosec // the user's own program, with arguments of ours
}
