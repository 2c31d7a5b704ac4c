package ui

import (
	"context"

	"glossator/app/workspace"
)

// Projects opens project files. Errors of all methods are fit for
// models.Explain.
type Projects interface {
	Rescuer

	// Open opens the project file at path.
	Open(ctx context.Context, path string) (*workspace.Workspace, error)
	// OpenForReading opens it beside whoever works in it.
	OpenForReading(ctx context.Context, path string) (*workspace.Workspace, error)
	// TakeOver opens it when the window that has it shows no sign of life.
	TakeOver(ctx context.Context, path string) (*workspace.Workspace, error)
	// Create makes a new project, named after its file.
	Create(ctx context.Context, path string) (*workspace.Workspace, error)
	// Default opens the project of the last session, or the default one, which
	// it makes with a sample article; created says so.
	Default(ctx context.Context) (ws *workspace.Workspace, created bool, err error)
	// Last is the file that Default opens when it is there.
	Last() string
	// Folder is where projects live unless the user says otherwise.
	Folder() string
	// Named reports whether the user of this machine ever said a name.
	Named() bool
	// SetAnnotator remembers the name of the user of this machine for projects
	// that are opened later.
	SetAnnotator(name string) error
}

// Rescuer helps with a project file that cannot be opened as it is. None of its
// methods changes that file.
type Rescuer interface {
	// Salvage saves what can be read of a damaged project into the new file
	// dest and opens that.
	Salvage(ctx context.Context, damaged, dest string) (*workspace.Workspace, error)
	// LastBackup returns the newest automatic copy of a file, whatever became of
	// it; false when there is none.
	LastBackup(path string) (workspace.Backup, bool)
	// OpenLastBackup opens a copy of the newest backup that is good, in the new
	// file dest.
	OpenLastBackup(ctx context.Context, lost, dest string) (*workspace.Workspace, error)
	// Duplicate opens a copy of a project that may not be written to, in the new
	// file dest.
	Duplicate(ctx context.Context, path, dest string) (*workspace.Workspace, error)
	// PutAside renames the journal of something else that lies beside a project,
	// and opens the project.
	PutAside(ctx context.Context, path string) (*workspace.Workspace, error)
	// Missing returns the project of the last session if Default did not find it,
	// empty otherwise, and forgets it.
	Missing() string
}
