// Command steplint finds where the Finnish and the Swedish version of a step
// document differ, where their structure is broken, and repairs what it safely
// can.
package main

import (
	"context"
	"io"
	"os"
	"os/signal"
	"syscall"
)

// Exit statuses.
const (
	exitClean    = 0 // nothing at or above --fail-on
	exitFindings = 1
	exitTrouble  = 2 // a bad flag or config, or a file that could not be read
)

func main() {
	os.Exit(run(os.Args[1:], os.Stdout, os.Stderr))
}

// run executes the command line and returns the exit status.
func run(args []string, stdout, stderr io.Writer) int {
	a := &app{stdout: stdout, stderr: stderr, lang: interfaceLang(args, os.Getenv)}
	root := newRoot(a)
	root.SetArgs(args)
	root.SetOut(stdout)
	root.SetErr(stderr)
	// An interrupt lets what is being written be finished and nothing be begun.
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	err := root.ExecuteContext(ctx)
	if err != nil {
		a.trouble(err)
	}
	a.unwatch()
	return a.status
}
