package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/parser/lang"
)

func newBaseline(a *app) *cobra.Command {
	c := &cobra.Command{
		Use: "baseline",
		Short: a.text(lint.Msg{
			"Work with the file of the known findings: write, prune, show",
			"Käsittele tunnettujen löydösten tiedostoa: write, prune, show",
			"Arbeta med filen med kända fynd: write, prune, show",
		}),
		Long: a.text(lint.Msg{
			"steplint.baseline lists findings that are known: check counts them and shows the\nothers. An entry names the check, the step and the text, never a line, so it holds\nwhen text is put in above it and when the step gets another name. The file stands\nbeside steplint.toml; commit it. It is sorted and has an entry a line, so that git\ncan merge it.",
			"steplint.baseline luettelee tunnetut löydökset: check laskee ne ja näyttää muut.\nMerkinnässä on tarkistus, askel ja teksti, ei koskaan riviä, joten se pätee, vaikka\nyläpuolelle lisätään tekstiä tai askel saa uuden nimen. Tiedosto on\nsteplint.toml-tiedoston vieressä; vie se versionhallintaan. Se on järjestyksessä,\nmerkintä rivillään, joten git osaa yhdistää sen.",
			"steplint.baseline räknar upp kända fynd: check räknar dem och visar de övriga. En\npost anger kontroll, steg och text, aldrig rad, så den gäller också när text läggs\ntill ovanför eller steget får ett annat namn. Filen ligger bredvid steplint.toml;\nversionshantera den. Den är sorterad med en post per rad, så att git kan slå ihop den.",
		}),
		Args: argCount(0, 0),
		RunE: func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	c.AddCommand(newBaselineWrite(a), newBaselinePrune(a), newBaselineShow(a))
	return c
}

// baselineFlag adds the flag that names the file.
func (a *app) baselineFlag(c *cobra.Command) {
	c.Flags().StringVar(&a.baseline, "baseline", "", a.text(lint.Msg{
		"file of the known findings (default: steplint.baseline beside steplint.toml)",
		"tunnettujen löydösten tiedosto (oletus: steplint.baseline steplint.toml-tiedoston vieressä)",
		"filen med kända fynd (förval: steplint.baseline bredvid steplint.toml)",
	}))
}

func newBaselineWrite(a *app) *cobra.Command {
	var added lint.Entry
	c := &cobra.Command{
		Use: "write [PATH…]",
		Short: a.text(lint.Msg{
			"Accept all findings of today",
			"Hyväksy kaikki tämänhetkiset löydökset",
			"Godta alla nuvarande fynd",
		}),
		Long: a.text(lint.Msg{
			"Entries whose finding is still there keep their reason and last day; those that match\nnothing any more are dropped. Entries of documents outside of PATH stay as they are.\nWithout PATH, all documents beside and below the nearest steplint.toml.",
			"Merkinnät, joiden löydös on yhä olemassa, säilyttävät perustelunsa ja viimeisen\npäivänsä; ne, joita mikään ei enää vastaa, poistetaan. PATH-arvon ulkopuolisten\nasiakirjojen merkinnät säilyvät ennallaan. Ilman PATH-arvoa käsitellään kaikki\nasiakirjat lähimmän steplint.toml-tiedoston kansiosta.",
			"Poster vars fynd finns kvar behåller sin motivering och sista dag; de som inget längre\nmotsvarar tas bort. Poster för dokument utanför PATH lämnas som de är. Utan PATH tas\nalla dokument i mappen med närmaste steplint.toml med.",
		}),
		RunE: func(cmd *cobra.Command, paths []string) error {
			if added.Until != "" {
				if err := checkUntil(added.Until); err != nil {
					return err
				}
			}
			a.newBaseline = true
			added.Reason = strings.Join(strings.Fields(added.Reason), " ")
			return a.rewriteBaseline(cmd.Context(), paths, func(b *lint.Baseline, m *lint.Match, day string) *lint.Baseline {
				return b.Update(m, added, day)
			})
		},
	}
	a.baselineFlag(c)
	c.Flags().StringVar(&added.Reason, "reason", "", a.text(lint.Msg{"why the new entries are accepted", "miksi uudet merkinnät hyväksytään", "varför de nya posterna godtas"}))
	c.Flags().StringVar(&added.Until, "until", "", a.text(lint.Msg{"the last day on which the new entries hold, such as 2027-01-31", "viimeinen päivä, jona uudet merkinnät pätevät, esimerkiksi 2027-01-31", "sista dagen då de nya posterna gäller, till exempel 2027-01-31"}))
	return c
}

func newBaselinePrune(a *app) *cobra.Command {
	c := &cobra.Command{
		Use: "prune [PATH…]",
		Short: a.text(lint.Msg{
			"Drop the entries whose finding is gone, and accept nothing",
			"Poista merkinnät, joiden löydös on poissa, hyväksymättä mitään",
			"Ta bort poster vars fynd är borta, utan att godta något",
		}),
		RunE: func(cmd *cobra.Command, paths []string) error {
			return a.rewriteBaseline(cmd.Context(), paths, func(b *lint.Baseline, m *lint.Match, _ string) *lint.Baseline {
				return b.Prune(m)
			})
		},
	}
	a.baselineFlag(c)
	return c
}

func newBaselineShow(a *app) *cobra.Command {
	c := &cobra.Command{
		Use: "show [PATH…]",
		Short: a.text(lint.Msg{
			"List the entries and where each finding stands now",
			"Luettele merkinnät ja missä kukin löydös nyt on",
			"Lista posterna och var varje fynd nu står",
		}),
		RunE: func(cmd *cobra.Command, paths []string) error {
			run, err := a.runBaseline(cmd.Context(), paths)
			if err != nil {
				return err
			}
			return a.output("", func(w io.Writer) error { return a.showBaseline(w, run) })
		},
	}
	a.baselineFlag(c)
	return c
}

// checkUntil returns an error unless the day is one that is not over.
func checkUntil(until string) error {
	if _, err := parseDay("--until", until); err != nil {
		return err
	}
	day, err := today()
	if err == nil && until < day {
		err = lang.Errorf(lang.Msg{"--until: %s is over", "--until: %s on jo mennyt", "--until: %s har redan passerat"}, until)
	}
	return err
}

// baselineRun is a baseline beside the findings of today.
type baselineRun struct {
	*lint.Baseline
	match  *lint.Match
	corpus *corpus.Corpus
	found  []lint.Finding
}

// usualPaths returns the paths, without any the folder of the nearest configuration.
func (a *app) usualPaths(paths []string) []string {
	if name, ok := corpus.FindConfig("."); ok && len(paths) == 0 && a.config == "" {
		return []string{filepath.ToSlash(filepath.Dir(name))}
	}
	return paths
}

// runBaseline checks the documents of the paths, by default all beside and below
// the nearest configuration, and matches the baseline with what is found.
func (a *app) runBaseline(ctx context.Context, paths []string) (*baselineRun, error) {
	paths = a.usualPaths(paths)
	if a.baseline == noBaseline || a.baseline == "-" {
		return nil, lang.Errorf(lang.Msg{"--baseline: “%s” names no file", "--baseline: ”%s” ei nimeä tiedostoa", "--baseline: ”%s” anger ingen fil"}, a.baseline)
	}
	c, err := a.load(ctx, paths)
	if err != nil {
		return nil, err
	}
	if a.knownFile == "" {
		return nil, lang.Errorf(lang.Msg{
			"there is no %s; “steplint baseline write” makes one",
			"tiedostoa %s ei ole; ”steplint baseline write” tekee sen",
			"det finns ingen %s; ”steplint baseline write” skapar den",
		}, corpus.BaselineName)
	}
	a.findOutdated(ctx, c, nil)
	found, err := a.lint(ctx, c)
	if err != nil {
		return nil, err
	}
	b, err := a.loadBaseline()
	if err != nil {
		return nil, err
	}
	m, err := a.match(b, c, found)
	return &baselineRun{b, m, c, found}, err
}

// rewriteBaseline replaces the baseline by what change makes of it. When anything
// could not be read it stays as it is: what is not seen is not gone.
func (a *app) rewriteBaseline(ctx context.Context, paths []string, change func(b *lint.Baseline, m *lint.Match, day string) *lint.Baseline) error {
	run, err := a.runBaseline(ctx, paths)
	if err != nil {
		return err
	}
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
	now := change(run.Baseline, run.match, day)
	added, dropped := compareEntries(run.Entries, now.Entries)
	if run.File.Src == "" && len(now.Entries) == 0 {
		a.say(lint.Msg{"no findings, nothing to write", "ei löydöksiä, ei kirjoitettavaa", "inga fynd, inget att skriva"})
		return nil
	}
	if err := writeBaseline(a.knownFile, run.File.Src, now); err != nil {
		return err
	}
	a.say(lint.Msg{
		"%s written: %s, %d of them new, %d dropped",
		"%s kirjoitettu: %s, uusia %d, poistettuja %d",
		"%s skriven: %s, %d av dem nya, %d borttagna",
	}, a.knownFile, a.count(len(now.Entries), lint.Msg{"known finding", "tunnettu löydös", "känt fynd"},
		lint.Msg{"known findings", "tunnettua löydöstä", "kända fynd"}), added, dropped)
	return nil
}

// writeBaseline writes the baseline to the file, which must still be old, or not be
// there when old is empty.
func writeBaseline(name, old string, b *lint.Baseline) error {
	var text strings.Builder
	if err := b.Write(&text); err != nil {
		return err
	}
	err := fs.ErrExist
	if old == "" {
		err = createFile(name, text.String())
	}
	switch {
	case errors.Is(err, fs.ErrExist):
		err = writeFile(name, old, text.String())
	case err != nil:
		err = fmt.Errorf("%s: %w", name, rootCause(err))
	}
	if err == nil {
		removeLeftovers(name)
	}
	return err
}

// compareEntries counts the entries that are new and those that are gone.
func compareEntries(before, after []lint.Entry) (added, dropped int) {
	// Only write adds entries, at the end; prune and write keep the order.
	kept := 0
	for _, e := range after {
		if !e.Span.Empty() {
			kept++
		}
	}
	return len(after) - kept, len(before) - kept
}

// showBaseline writes the entries a line each, in the order of the file, with the
// place of their finding.
func (a *app) showBaseline(w io.Writer, run *baselineRun) error {
	state := map[int]lint.Msg{}
	for _, i := range run.match.Stale {
		state[i] = lint.Msg{"matches nothing", "ei vastaa mitään", "motsvarar inget"}
	}
	for _, i := range run.match.Expired {
		state[i] = lint.Msg{"has expired", "on vanhentunut", "gäller inte längre"}
	}
	for i, e := range run.Entries {
		file, span := run.File, e.Span
		if f := run.match.Of[i]; f != nil {
			file, span = f.File, f.Span
		}
		at := file.Position(span.Start)
		line := fmt.Sprintf("%s:%d:%d: %s “%s”", file.Name, at.Line, at.Column, e.Check, e.Text)
		var notes []string
		m, told := state[i]
		switch {
		case told:
			notes = append(notes, a.text(m))
		case run.match.Of[i] == nil:
			notes = append(notes, a.text(lint.Msg{"not looked for", "ei etsitty", "inte eftersökt"}))
		}
		if e.Until != "" {
			notes = append(notes, fmt.Sprintf(a.text(lint.Msg{"until %s", "%s asti", "till %s"}), e.Until))
		}
		for _, s := range []string{e.Reason, e.By} {
			if s != "" {
				notes = append(notes, s)
			}
		}
		if len(notes) > 0 {
			line += " (" + strings.Join(notes, "; ") + ")"
		}
		if _, err := fmt.Fprintln(w, plain(line)); err != nil {
			return err
		}
	}
	return nil
}
