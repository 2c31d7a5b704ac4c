package models

// Project is the one row that says whose file this is.
type Project struct {
	ID              int64 `gorm:"primaryKey"`
	UID             string
	Name            string
	Description     string
	CodebookVersion string
	CreatedAt       int64 // milliseconds
	Version         int64 // hybrid logical clock, see [Event]
}
