package main

import (
	"github.com/spf13/cobra"

	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/lint/report"
)

// gate says what fails a run.
type gate struct {
	failOn      string
	maxWarnings int // below zero for any number

	least lint.Severity // of --fail-on
}

func (g *gate) flags(a *app, c *cobra.Command) {
	c.Flags().StringVar(&g.failOn, "fail-on", "error", a.text(lint.Msg{"lowest severity that gives exit status 1: error, warning, info or never", "lievin vakavuus, josta paluuarvo on 1: error, warning, info tai never", "lägsta allvarlighetsgrad som ger slutstatus 1: error, warning, info eller never"}))
	c.Flags().IntVar(&g.maxWarnings, "max-warnings", -1, a.text(lint.Msg{"exit status 1 when there are more warnings than this (-1: any number)", "paluuarvo 1, kun varoituksia on tätä enemmän (-1: mikä tahansa määrä)", "slutstatus 1 när varningarna är fler än så här (-1: hur många som helst)"}))
	complete(c, "fail-on", "error", "warning", "info", "never")
}

// parse reads the flags.
func (g *gate) parse() error {
	if g.failOn == "never" {
		g.least = lint.Error + 1
		return nil
	}
	v, ok := lint.ParseSeverity(g.failOn)
	if !ok {
		return oneOf("--fail-on", g.failOn, "error", "warning", "info", "never")
	}
	g.least = v
	return nil
}

// apply tells the run what fails it and returns whether anything does. Too many
// warnings are said, as the report does not show that they are too many.
func (g *gate) apply(a *app, r *report.Run) bool {
	var count [lint.Error + 1]int
	for i := range r.Findings {
		count[r.Findings[i].Severity]++
	}
	r.FailOn = g.least
	if n := count[lint.Warning]; g.maxWarnings >= 0 && n > g.maxWarnings {
		r.FailOn = min(g.least, lint.Warning)
		a.say(lint.Msg{
			"steplint: warnings: %d, more than --max-warnings %d",
			"steplint: varoituksia: %d, enemmän kuin --max-warnings %d",
			"steplint: varningar: %d, fler än --max-warnings %d",
		}, n, g.maxWarnings)
	}
	failing := 0
	for s := r.FailOn; s <= lint.Error; s++ {
		failing += count[s]
	}
	return failing > 0
}
