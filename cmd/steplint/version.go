package main

import (
	"fmt"
	"io"
	"runtime/debug"

	"github.com/spf13/cobra"

	"github.com/steplint/steplint/lint"
)

func newVersion(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: a.text(lint.Msg{"Print the version", "Näytä versio", "Visa versionen"}),
		Args:  argCount(0, 0),
		RunE: func(*cobra.Command, []string) error {
			return a.output("", func(w io.Writer) error {
				_, err := fmt.Fprintln(w, "steplint", version())
				return err
			})
		},
	}
}

// version returns the version that the build knows.
func version() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		return info.Main.Version
	}
	return "(devel)"
}
