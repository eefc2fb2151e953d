package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/lint/checks"
	"github.com/steplint/steplint/lint/report"
)

func newCheck(a *app) *cobra.Command {
	var out reporting
	var since since
	var part part
	c := &cobra.Command{
		Use: "check [PATH…]",
		Short: a.text(lint.Msg{
			"Report what is wrong in the documents (the default command)",
			"Kerro, mitä asiakirjoissa on vialla (oletuskomento)",
			"Rapportera vad som är fel i dokumenten (standardkommandot)",
		}),
		Long: a.text(lint.Msg{
			"PATH is a folder, a document, or exactly two documents that are one pair.\nExit status: 0 nothing at or above --fail-on, 1 findings, 2 something could not be read.",
			"PATH on kansio, asiakirja tai täsmälleen kaksi asiakirjaa, jotka ovat pari.\nPaluuarvo: 0 ei mitään --fail-on-tason eikä sitä vakavampaa, 1 löydöksiä, 2 jotakin ei voitu lukea.",
			"PATH är en mapp, ett dokument eller exakt två dokument som är ett par.\nSlutstatus: 0 inget på eller över nivån --fail-on, 1 fynd, 2 något kunde inte läsas.",
		}),
		RunE: func(cmd *cobra.Command, paths []string) error {
			if err := out.parse(); err != nil {
				return err
			}
			sinceGiven, err := since.given(cmd)
			if err != nil {
				return err
			}
			if err := part.begin(a, cmd, sinceGiven); err != nil {
				return err
			}
			corp, err := a.load(cmd.Context(), paths)
			if err != nil {
				return err
			}
			if err := notInput(out.to, corp, a.knownFile); err != nil {
				return err
			}
			if a.part != nil {
				return a.checkPart(cmd.Context(), &out, corp)
			}
			var changes *lint.Changes
			if sinceGiven {
				if changes, err = since.changes(cmd.Context(), a, corp); err != nil {
					return err
				}
			}
			a.findOutdated(cmd.Context(), corp, changes)
			found, err := a.lint(cmd.Context(), corp)
			if err != nil {
				return err
			}
			return out.write(cmd.Context(), a, corp, found, changes, nil)
		},
	}
	out.flags(a, c)
	since.flag(a, c)
	part.flag(a, c)
	return c
}

// report gathers what the formats write.
func (a *app) report(c *corpus.Corpus, found []lint.Finding) (*report.Run, error) {
	r := &report.Run{
		Findings: found,
		Files:    2*len(c.Pairs) + len(c.Unpaired),
		Pairs:    len(c.Pairs),
		Corpus:   c,
		Problems: slices.Compact(slices.Sorted(slices.Values(a.problems))),
		Lang:     a.lang,
		Version:  version(),
	}
	for _, check := range checks.All {
		page, err := checks.Manual(check.Name)
		if err != nil {
			return nil, fmt.Errorf("manual: %w", err)
		}
		r.Rules = append(r.Rules, report.Rule{Check: check, Short: page.Title, Full: firstParagraph(page.Text), Help: page.Text})
	}
	slices.SortFunc(r.Rules, func(x, y report.Rule) int { return strings.Compare(x.Check.Name, y.Check.Name) })
	return r, nil
}

func firstParagraph(m lint.Msg) lint.Msg {
	cut := func(s string) string {
		s, _, _ = strings.Cut(s, "\n\n")
		return strings.Join(strings.Fields(s), " ")
	}
	return lint.Msg{EN: cut(m.EN), FI: cut(m.FI), SV: cut(m.SV)}
}
