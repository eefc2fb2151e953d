package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/lint/checks"
	"github.com/steplint/steplint/parser/lang"
)

func newExplain(a *app) *cobra.Command {
	return &cobra.Command{
		Use: "explain [CHECK]",
		Short: a.text(lint.Msg{
			"Show the manual page of a check, or list all checks",
			"Näytä tarkistuksen ohjesivu tai luettele tarkistukset",
			"Visa en kontrolls manualsida eller lista alla kontroller",
		}),
		Args: argCount(0, 1),
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			if len(args) > 0 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return checkNames(), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return a.output("", a.listChecks)
			}
			for _, c := range checks.All {
				if c.Name == args[0] {
					return a.output("", func(w io.Writer) error { return a.explain(w, c) })
				}
			}
			return unknownCheck(args[0])
		},
	}
}

func (a *app) listChecks(w io.Writer) error {
	for _, c := range checks.All {
		page, err := checks.Manual(c.Name)
		if err != nil {
			return err
		}
		fmt.Fprintf(w, "%-20s %-8s %s\n", c.Name, c.Severity, page.Title.In(a.lang))
	}
	return nil
}

var (
	exampleWord = lint.Msg{"Example", "Esimerkki", "Exempel"}
	foundWord   = lint.Msg{"What steplint says of it", "Mitä steplint siitä sanoo", "Vad steplint säger om den"}
)

// explain writes the manual page: the text, the documents of the example and
// what is found in them.
func (a *app) explain(w io.Writer, c *lint.Check) error {
	page, err := checks.Manual(c.Name)
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "%s (%s): %s\n\n%s\n\n%s:\n", c.Name, c.Severity, page.Title.In(a.lang), page.Text.In(a.lang), a.text(exampleWord))
	for _, f := range page.Files {
		fmt.Fprintf(w, "\n  -- %s --\n", f.Name)
		indent(w, string(f.Data))
	}
	fmt.Fprintf(w, "\n%s:\n\n", a.text(foundWord))
	indent(w, page.Want)
	return nil
}

func indent(w io.Writer, text string) {
	for line := range strings.Lines(text) {
		if strings.TrimSpace(line) != "" {
			line = "  " + line
		}
		fmt.Fprint(w, line)
	}
}

// unknownCheck returns the error for a name that no check has; it tells the
// nearest one that there is.
func unknownCheck(name string) error {
	best, near := "", max(2, len(name)/3)
	for _, n := range checkNames() {
		if d := lang.EditDistance(name, n, near); d <= near {
			best, near = n, d-1
		}
	}
	if best == "" {
		return lang.Errorf(lang.Msg{"unknown check %q", "tuntematon tarkistus %q", "okänd kontroll %q"}, name)
	}
	return lang.Errorf(lang.Msg{
		"unknown check %q; did you mean %q?",
		"tuntematon tarkistus %q; tarkoititko %q?",
		"okänd kontroll %q; menade du %q?",
	}, name, best)
}
