package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/lint/checks"
	"github.com/steplint/steplint/lint/report"
	"github.com/steplint/steplint/parser/lang"
)

func newCheck(a *app) *cobra.Command {
	var format, output, failOn string
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
			write, ok := formats[format]
			if !ok {
				return oneOf("--format", format, formatNames()...)
			}
			gate, err := parseGate(failOn)
			if err != nil {
				return err
			}
			corp, err := a.load(cmd.Context(), paths)
			if err != nil {
				return err
			}
			if err := notInput(output, corp); err != nil {
				return err
			}
			found := lint.Run(cmd.Context(), corp, checks.All, lint.Options{Jobs: a.workers()})
			if err := interrupted(cmd.Context()); err != nil {
				return err
			}
			r, err := a.report(corp, found, format)
			if err != nil {
				return err
			}
			if err := a.output(output, func(w io.Writer) error { return write(a, w, r) }); err != nil {
				return err
			}
			if a.status == exitClean && slices.ContainsFunc(found, func(f lint.Finding) bool { return f.Severity >= gate }) {
				a.status = exitFindings
			}
			return nil
		},
	}
	c.Flags().StringVar(&format, "format", "text", a.text(lint.Msg{"format of the report: ", "raportin muoto: ", "rapportens format: "})+strings.Join(formatNames(), ", "))
	c.Flags().StringVarP(&output, "output", "o", "", a.text(lint.Msg{"file to write the report to (default: standard output)", "tiedosto, johon raportti kirjoitetaan (oletus: vakiotuloste)", "fil att skriva rapporten till (förval: standard ut)"}))
	c.Flags().StringVar(&failOn, "fail-on", "error", a.text(lint.Msg{"lowest severity that gives exit status 1: error, warning, info or never", "lievin vakavuus, josta paluuarvo on 1: error, warning, info tai never", "lägsta allvarlighetsgrad som ger slutstatus 1: error, warning, info eller never"}))
	complete(c, "format", formatNames()...)
	complete(c, "fail-on", "error", "warning", "info", "never")
	return c
}

// formats of the report by name.
var formats = map[string]func(*app, io.Writer, *report.Run) error{
	"text": func(a *app, w io.Writer, r *report.Run) error {
		return report.Text(w, r, report.TextOptions{Color: a.colored(), Width: a.width(100)})
	},
	"json":  func(_ *app, w io.Writer, r *report.Run) error { return report.JSON(w, r) },
	"sarif": func(_ *app, w io.Writer, r *report.Run) error { return report.SARIF(w, r) },
}

func formatNames() []string { return []string{"text", "json", "sarif"} }

// parseGate returns the lowest severity that fails a run.
func parseGate(s string) (lint.Severity, error) {
	if s == "never" {
		return lint.Error + 1, nil
	}
	v, ok := lint.ParseSeverity(s)
	if !ok {
		return 0, oneOf("--fail-on", s, "error", "warning", "info", "never")
	}
	return v, nil
}

// report gathers what the formats write. What machines read does not depend on
// the locale: it is in English unless --lang says otherwise.
func (a *app) report(c *corpus.Corpus, found []lint.Finding, format string) (*report.Run, error) {
	r := &report.Run{
		Findings: found,
		Files:    2*len(c.Pairs) + len(c.Unpaired),
		Pairs:    len(c.Pairs),
		Problems: a.problems,
		Lang:     a.lang,
		Version:  version(),
	}
	if format != "text" && !a.langSet {
		r.Lang = "en"
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

// notInput returns an error when the report would replace a document or the
// configuration.
func notInput(output string, c *corpus.Corpus) error {
	info, err := os.Stat(output)
	replaces := err == nil && info.Mode().IsRegular()
	if !replaces {
		return nil
	}
	names := []string{}
	for _, d := range documents(c) {
		names = append(names, d.Name)
	}
	if c.Config != nil && c.Config.Dir != "" {
		names = append(names, filepath.Join(c.Config.Dir, corpus.ConfigName))
	}
	for _, name := range names {
		if other, err := os.Stat(name); err == nil && os.SameFile(info, other) {
			return lang.Errorf(lang.Msg{
				"--output: %s is read in this run and is not written over",
				"--output: tiedostoa %s luetaan tässä ajossa, eikä sen päälle kirjoiteta",
				"--output: %s läses i den här körningen och skrivs inte över",
			}, output)
		}
	}
	return nil
}
