package workspace

import (
	"context"
	"io"
	"os"
	"time"

	"glossator/app/export"
	"glossator/app/review"
	"glossator/models"
)

// PackageKind says what a package is for.
type PackageKind = review.Kind

// The kinds of packages.
const (
	PackageReview = review.KindReview
	PackageAnswer = review.KindAnswer
)

// PackageExtension is the end of a package's file name.
const PackageExtension = review.Extension

// Sending says what goes into a package for a colleague.
type Sending struct {
	Kind     PackageKind
	Layers   []string // UIDs of annotators; empty: the own layer, in an answer everybody's
	Articles []string // UIDs; empty: all
	Message  string
}

// Sent is what became of a package.
type Sent struct {
	Path     string
	Manifest review.Manifest
	Contents review.Contents
	Bytes    int64
}

// Send writes a package to a file, which appears whole or not at all. For
// review it holds layers and their articles; an answer holds the decisions,
// comments and responses of everybody as well, with the layers that they are
// about, so that both copies of the project know the same afterwards; unless
// articles are named, those that nobody has worked on stay behind. Errors:
// models.CodeNothing when there is no article to send, those of [export.Place]
// and of the store.
func (w *Workspace) Send(ctx context.Context, path string, overwrite bool, s Sending) (Sent, error) {
	answer := s.Kind == PackageAnswer
	filter := models.BundleFilter{Layers: s.Layers, Articles: s.Articles, WithDecisions: answer, Touched: answer && len(s.Articles) == 0}
	if len(filter.Layers) == 0 && s.Kind == PackageReview {
		filter.Layers = []string{w.actor().AnnotatorUID}
	}
	bundle, err := w.store.Bundle(ctx, filter)
	if err != nil {
		return Sent{}, err
	}
	if len(bundle.Articles) == 0 {
		return Sent{}, models.Errorf(models.CodeNothing, "There is no article to send; add one, or choose others.")
	}
	sent := Sent{Path: path, Contents: review.ContentsOf(bundle)}
	err = export.Place(path, overwrite, func(out io.Writer) error {
		var err error
		sent.Manifest, err = review.Write(out, bundle, review.Manifest{Kind: s.Kind, Sender: w.Me().Name, Message: s.Message})
		if err == nil {
			err = ctx.Err()
		}
		return err
	})
	if err != nil {
		return Sent{}, err
	}
	if info, err := os.Stat(path); err == nil {
		sent.Bytes = info.Size()
	}
	return sent, nil
}

// PackageName proposes a file name for a package of today.
func (w *Workspace) PackageName(kind PackageKind) string {
	format := export.Format{Content: string(kind), Extension: review.Extension}
	return format.FileName(w.Project().Name, time.Now(), w.Me().Name)
}
