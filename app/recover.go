package app

import (
	"context"

	"glossator/models/store"
)

// Salvage is what became of a damaged project, see [store.Recover].
type Salvage = store.Salvage

// Recover saves what can be read of a damaged project into a new file. The
// errors are those of [store.Recover].
func (a *App) Recover(ctx context.Context, damaged, dest string) (Salvage, error) {
	return store.Recover(ctx, damaged, dest, a.options())
}
