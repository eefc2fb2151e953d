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
	var format, output string
	var strict, stats bool
	var gate gate
	var reports []string
	var since since
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
			to, err := destinations(format, output, reports)
			if err != nil {
				return err
			}
			if err := gate.parse(); err != nil {
				return err
			}
			sinceGiven, err := since.given(cmd)
			if err != nil {
				return err
			}
			corp, err := a.load(cmd.Context(), paths)
			if err != nil {
				return err
			}
			if err := notInput(to, corp, a.knownFile); err != nil {
				return err
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
			found, known, err := a.known(corp, found, strict)
			if err != nil {
				return err
			}
			if changes != nil {
				corp, found = changes.Corpus(), changes.Filter(found)
			}
			r, err := a.report(corp, found)
			if err != nil {
				return err
			}
			r.Known, r.Baseline, r.Stats = known, a.knownFile, stats
			fails := gate.apply(a, r)
			a.writeReports(cmd.Context(), to, r)
			if a.status == exitClean && fails {
				a.status = exitFindings
			}
			return nil
		},
	}
	c.Flags().StringVar(&format, "format", "text", a.text(lint.Msg{"format of the report: ", "raportin muoto: ", "rapportens format: "})+strings.Join(formatNames(), ", "))
	c.Flags().StringVarP(&output, "output", "o", "", a.text(lint.Msg{"file to write the report to (default: standard output)", "tiedosto, johon raportti kirjoitetaan (oletus: vakiotuloste)", "fil att skriva rapporten till (förval: standard ut)"}))
	c.Flags().StringArrayVar(&reports, "report", nil, a.text(lint.Msg{"write a further report, FORMAT=FILE, such as sarif=steplint.sarif (may be repeated)", "kirjoita lisäksi raportti, MUOTO=TIEDOSTO, esimerkiksi sarif=steplint.sarif (voi toistaa)", "skriv ytterligare en rapport, FORMAT=FIL, till exempel sarif=steplint.sarif (kan upprepas)"}))
	gate.flags(a, c)
	c.Flags().BoolVar(&stats, "stats", false, a.text(lint.Msg{"also report how many findings each check has, those without any too", "kerro myös, montako löydöstä kullakin tarkistuksella on, nekin, joilla ei ole yhtään", "rapportera också hur många fynd varje kontroll har, även de som inte har några"}))
	c.Flags().StringVar(&a.baseline, "baseline", "", a.text(lint.Msg{"file of the known findings, which are not shown; off shows them (default: steplint.baseline beside steplint.toml)", "tunnettujen löydösten tiedosto, joita ei näytetä; off näyttää nekin (oletus: steplint.baseline steplint.toml-tiedoston vieressä)", "filen med kända fynd, som inte visas; off visar dem (förval: steplint.baseline bredvid steplint.toml)"}))
	c.Flags().BoolVar(&strict, "strict-baseline", false, a.text(lint.Msg{"also report known findings that are no longer found", "kerro myös tunnetuista löydöksistä, joita ei enää löydy", "rapportera också kända fynd som inte längre hittas"}))
	since.flag(a, c)
	complete(c, "format", formatNames()...)
	return c
}

// report gathers what the formats write.
func (a *app) report(c *corpus.Corpus, found []lint.Finding) (*report.Run, error) {
	r := &report.Run{
		Findings: found,
		Files:    2*len(c.Pairs) + len(c.Unpaired),
		Pairs:    len(c.Pairs),
		Corpus:   c,
		Problems: a.problems,
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
