package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/lint/checks"
	"github.com/steplint/steplint/parser/lang"
)

func newDecisions(a *app) *cobra.Command {
	c := &cobra.Command{
		Use: "decisions",
		Short: a.text(lint.Msg{
			"Work with the decisions made on the review page: apply, show",
			"Käsittele tarkastussivulla tehtyjä päätöksiä: apply, show",
			"Arbeta med beslut från granskningssidan: apply, show",
		}),
		Long: a.text(lint.Msg{
			"Whoever reviews the page of check --format html saves the decisions to a file; review\nkeeps them in steplint.decisions. FILE is such a file, named ….json or ….decisions;\nthere may be several. Without one, steplint.decisions beside steplint.toml.\nWithout PATH, all documents beside and below the nearest steplint.toml.",
			"check --format html -sivun tarkastaja tallentaa päätökset tiedostoon; review säilyttää\nne tiedostossa steplint.decisions. FILE on tällainen tiedosto, nimeltään ….json tai\n….decisions; niitä voi olla useita. Ilman sitä luetaan steplint.decisions\nsteplint.toml-tiedoston vierestä. Ilman PATH-arvoa käsitellään kaikki asiakirjat lähimmän\nsteplint.toml-tiedoston kansiosta.",
			"Den som granskar sidan från check --format html sparar besluten i en fil; review har dem\ni steplint.decisions. FILE är en sådan fil, med namnet ….json eller ….decisions; det får\nvara flera. Utan FILE läses steplint.decisions bredvid steplint.toml. Utan PATH tas alla\ndokument i mappen med närmaste steplint.toml med.",
		}),
		Args: argCount(0, 0),
		RunE: func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	apply := &cobra.Command{
		Use: "apply [FILE…] [PATH…]",
		Short: a.text(lint.Msg{
			"Accept what was accepted, list the questions, count what will be fixed",
			"Hyväksy hyväksytyt, luettele kysymykset, laske korjattavat",
			"Godta det godkända, lista frågorna, räkna det som ska rättas",
		}),
		Long: a.text(lint.Msg{
			"Accepted findings become entries of steplint.baseline, with reason and name. Where two\nfiles disagree about a finding, both are told and neither is applied: exit status 1.\nDecisions whose finding is gone are told.",
			"Hyväksytyt löydökset kirjataan tiedostoon steplint.baseline perusteluineen ja nimineen.\nJos kaksi tiedostoa on eri mieltä löydöksestä, molemmat kerrotaan eikä kumpaakaan toteuteta:\npaluuarvo 1. Myös päätökset, joiden löydös on poissa, kerrotaan.",
			"Godkända fynd blir poster i steplint.baseline, med motivering och namn. Där två filer är\noense om ett fynd anges båda och ingen tillämpas: slutstatus 1. Beslut vars fynd är borta\nanges också.",
		}),
		RunE: func(cmd *cobra.Command, args []string) error { return a.applyDecisions(cmd.Context(), args) },
	}
	a.baselineFlag(apply)
	c.AddCommand(apply, &cobra.Command{
		Use: "show [FILE…] [PATH…]",
		Short: a.text(lint.Msg{
			"List the decisions and where each finding stands now",
			"Luettele päätökset ja missä kukin löydös nyt on",
			"Lista besluten och var varje fynd nu står",
		}),
		RunE: func(cmd *cobra.Command, args []string) error { return a.showDecisions(cmd.Context(), args) },
	})
	return c
}

// decisionFiles tells the files of decisions from the paths of documents.
func decisionFiles(args []string) (files, paths []string) {
	for _, arg := range args {
		info, err := os.Stat(arg)
		if ext := path.Ext(filepath.ToSlash(arg)); (ext == ".json" || ext == ".decisions") && (err != nil || !info.IsDir()) {
			files = append(files, filepath.ToSlash(arg))
		} else {
			paths = append(paths, arg)
		}
	}
	return files, paths
}

// readDecisions reads the files, or without any that of the corpus. What is wrong in
// them is said, and all else holds.
func (a *app) readDecisions(files []string, c *corpus.Corpus, paths []string) ([]lint.Decision, error) {
	if len(files) == 0 {
		name, ok := corpus.FindDecisions(c.Config, paths)
		if !ok {
			return nil, lang.Errorf(lang.Msg{
				"there is no %s; name the file that the review page has saved",
				"tiedostoa %s ei ole; nimeä tiedosto, jonka tarkastussivu on tallentanut",
				"det finns ingen %s; ange filen som granskningssidan har sparat",
			}, corpus.DecisionsName)
		}
		files = []string{name}
	}
	var all []lint.Decision
	for _, name := range files {
		data, err := readBounded(name, lint.MostDecisionBytes)
		if err != nil {
			a.trouble(fmt.Errorf("%s: %w", name, rootCause(err)))
			continue
		}
		read, errs := lint.ReadDecisions(name, data)
		for _, err := range errs {
			a.trouble(err)
		}
		all = append(all, read...)
	}
	return all, nil
}

// readBounded reads a file up to one byte more than most.
func readBounded(name string, most int64) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, most+1))
}

// decided matches the decisions with the findings of a run.
func (a *app) decided(all []lint.Decision, c *corpus.Corpus, found []lint.Finding) ([]lint.Decided, error) {
	day, err := today()
	if err != nil {
		return nil, err
	}
	return lint.MatchDecisions(all, found, lint.Scope{
		Corpus: c, Checks: checks.All, Today: day,
		Steps: func() []string { return corpus.Steps(c.Config) },
	}), nil
}

// applyDecisions turns decisions into entries of the baseline and a list of questions.
func (a *app) applyDecisions(ctx context.Context, args []string) error {
	files, paths := decisionFiles(args)
	a.newBaseline = true
	run, err := a.runBaseline(ctx, paths)
	if err != nil {
		return err
	}
	all, err := a.readDecisions(files, run.corpus, a.usualPaths(paths))
	if err != nil {
		return err
	}
	decided, err := a.decided(all, run.corpus, run.found)
	if err != nil {
		return err
	}
	decided = a.agreed(decided)
	unseen, accepted, fixing := 0, 0, 0
	var asked []lint.Decided
	for _, d := range decided {
		switch {
		case d.Finding == nil && d.Gone:
			a.sayGone(d)
		case d.Finding == nil:
			unseen++
		case d.Kind == lint.Accept:
			accepted++
		case d.Kind == lint.WillFix:
			fixing++
		default:
			asked = append(asked, d)
		}
	}
	if err := a.output("", func(w io.Writer) error { return a.writeQuestions(w, asked, run.found) }); err != nil {
		return err
	}
	if unseen > 0 {
		a.say(lint.Msg{
			"decisions about documents and checks that were not looked at: %d",
			"päätöksiä asiakirjoista ja tarkistuksista, joita ei nyt katsottu: %d",
			"beslut om dokument och kontroller som inte togs med: %d",
		}, unseen)
	}
	if accepted > 0 {
		if err := a.acceptDecided(run, decided); err != nil {
			return err
		}
	}
	a.say(lint.Msg{"accepted: %d, will be fixed: %d, questions: %d", "hyväksyttyjä: %d, korjattavia: %d, kysymyksiä: %d", "godkända: %d, ska rättas: %d, frågor: %d"}, accepted, fixing, questions(asked))
	return nil
}

// acceptDecided writes the baseline with the accepted findings.
func (a *app) acceptDecided(run *baselineRun, decided []lint.Decided) error {
	if a.status == exitTrouble {
		return lang.Errorf(lang.Msg{
			"%s: not written, because of the above",
			"%s: ei kirjoitettu edellä mainitun vuoksi",
			"%s: inte skriven på grund av ovanstående",
		}, a.knownFile)
	}
	day, err := today()
	if err != nil {
		return err
	}
	now, added := run.Accept(run.match, decided, day)
	if err := writeBaseline(a.knownFile, run.File.Src, now); err != nil {
		return err
	}
	a.say(lint.Msg{
		"%s written: %s, %d of them new",
		"%s kirjoitettu: %s, uusia %d",
		"%s skriven: %s, %d av dem nya",
	}, a.knownFile, a.count(len(now.Entries), lint.Msg{"known finding", "tunnettu löydös", "känt fynd"},
		lint.Msg{"known findings", "tunnettua löydöstä", "kända fynd"}), added)
	return nil
}
