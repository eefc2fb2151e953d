package main

import (
	"context"
	"encoding/json"
	"strings"

	"github.com/spf13/cobra"

	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/lint"
)

// reporting is the flags that say what is reported, where to, and what fails a run.
type reporting struct {
	format, output string
	reports        []string
	strict, stats  bool
	gate           gate

	to []destination // of format, output and reports
}

func (o *reporting) flags(a *app, c *cobra.Command) {
	c.Flags().StringVar(&o.format, "format", "text", a.text(lint.Msg{"format of the report: ", "raportin muoto: ", "rapportens format: "})+strings.Join(formatNames(), ", "))
	c.Flags().StringVarP(&o.output, "output", "o", "", a.text(lint.Msg{"file to write the report to (default: standard output)", "tiedosto, johon raportti kirjoitetaan (oletus: vakiotuloste)", "fil att skriva rapporten till (förval: standard ut)"}))
	c.Flags().StringArrayVar(&o.reports, "report", nil, a.text(lint.Msg{"write a further report, FORMAT=FILE, such as sarif=steplint.sarif (may be repeated)", "kirjoita lisäksi raportti, MUOTO=TIEDOSTO, esimerkiksi sarif=steplint.sarif (voi toistaa)", "skriv ytterligare en rapport, FORMAT=FIL, till exempel sarif=steplint.sarif (kan upprepas)"}))
	o.gate.flags(a, c)
	c.Flags().BoolVar(&o.stats, "stats", false, a.text(lint.Msg{"also report how many findings each check has, those without any too", "kerro myös, montako löydöstä kullakin tarkistuksella on, nekin, joilla ei ole yhtään", "rapportera också hur många fynd varje kontroll har, även de som inte har några"}))
	c.Flags().StringVar(&a.baseline, "baseline", "", a.text(lint.Msg{"file of the known findings, which are not shown; off shows them (default: steplint.baseline beside steplint.toml)", "tunnettujen löydösten tiedosto, joita ei näytetä; off näyttää nekin (oletus: steplint.baseline steplint.toml-tiedoston vieressä)", "filen med kända fynd, som inte visas; off visar dem (förval: steplint.baseline bredvid steplint.toml)"}))
	c.Flags().BoolVar(&o.strict, "strict-baseline", false, a.text(lint.Msg{"also report known findings that are no longer found", "kerro myös tunnetuista löydöksistä, joita ei enää löydy", "rapportera också kända fynd som inte längre hittas"}))
	complete(c, "format", formatNames()...)
}

// parse reads the flags.
func (o *reporting) parse() (err error) {
	if o.to, err = destinations(o.format, o.output, o.reports); err != nil {
		return err
	}
	return o.gate.parse()
}

// write writes the reports of the run: of its findings those that are not known
// and, if changes are given, touch them. A part of a run puts itself into them.
func (o *reporting) write(ctx context.Context, a *app, c *corpus.Corpus, found []lint.Finding, changes *lint.Changes, part json.RawMessage) error {
	found, known, err := a.known(c, found, o.strict)
	if err != nil {
		return err
	}
	if changes != nil {
		c, found = changes.Corpus(), changes.Filter(found)
	}
	r, err := a.report(c, found)
	if err != nil {
		return err
	}
	r.Known, r.Baseline, r.Stats, r.Shard = known, a.knownFile, o.stats, part
	fails := o.gate.apply(a, r)
	a.writeReports(ctx, o.to, r)
	if a.status == exitClean && fails {
		a.status = exitFindings
	}
	return nil
}
