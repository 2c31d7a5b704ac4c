package motion

import (
	"context"
	"os/exec"
	"strings"
	"time"
)

// patience is how long the desktop may take to answer.
const patience = time.Second

// Unwanted reports whether the desktop asks programs for no animation ("Reduce
// motion" in the settings of macOS). It may take a second.
func Unwanted(ctx context.Context) bool {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	answer, err := exec.CommandContext(ctx, "defaults", "read", "com.apple.universalaccess", "reduceMotion").Output()
	return err == nil && strings.TrimSpace(string(answer)) == "1"
}
