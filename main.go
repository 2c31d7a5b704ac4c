// Glossator opens articles, lets an analyst tag their sentences as commitment,
// statistic or claim, and exports the annotations.
package main

import (
	"os"

	fyneapp "fyne.io/fyne/v2/app"

	"glossator/app/cli"
)

func main() {
	os.Exit(cli.Run(os.Args[1:], cli.Streams{In: os.Stdin, Out: os.Stdout, Err: os.Stderr}, fyneapp.NewWithID))
}
