package main

import (
	"errors"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/lint/checks"
	"github.com/steplint/steplint/lint/diff"
	"github.com/steplint/steplint/parser"
)

func newFix(a *app) *cobra.Command {
	var write, unsafe bool
	c := &cobra.Command{
		Use: "fix [PATH…]",
		Short: a.text(lint.Msg{
			"Show the patch that repairs what can be repaired; --write applies it",
			"Näytä korjaukset; --write tekee ne tiedostoihin",
			"Visa rättelserna; --write gör dem i filerna",
		}),
		Long: a.text(lint.Msg{
			"The patch is a unified diff that git apply accepts. Without --unsafe it holds only\nwhat cannot change the meaning of the text.",
			"Korjaukset näytetään muodossa, jonka git apply ymmärtää. Ilman valitsinta --unsafe\nmukana on vain se, mikä ei voi muuttaa tekstin merkitystä.",
			"Rättelserna visas i en form som git apply förstår. Utan --unsafe är bara det med\nsom inte kan ändra textens betydelse.",
		}),
		RunE: func(cmd *cobra.Command, paths []string) error {
			corp, err := a.load(cmd.Context(), paths)
			if err != nil {
				return err
			}
			found := lint.Run(cmd.Context(), corp, checks.All, lint.Options{Jobs: a.workers()})
			found = a.fixable(corp, found)
			changes := lint.Apply(found, unsafe)
			if write {
				err = a.writeChanges(changes)
			} else {
				err = a.output("", func(w io.Writer) error { return writePatch(w, changes) })
			}
			a.summarizeFixes(found, changes, write, unsafe)
			return err
		},
	}
	c.Flags().BoolVar(&write, "write", false, a.text(lint.Msg{"write the fixes to the files", "kirjoita korjaukset tiedostoihin", "skriv rättelserna till filerna"}))
	c.Flags().BoolVar(&unsafe, "unsafe", false, a.text(lint.Msg{"also take fixes that need a decision; look at the patch first", "ota mukaan myös korjaukset, jotka vaativat harkintaa; katso ne ensin", "ta också med rättelser som kräver ett avgörande; se på dem först"}))
	return c
}

// fixable leaves out the findings whose fixes cannot be written back, because
// the file is not stored as the text that was checked.
func (a *app) fixable(c *corpus.Corpus, found []lint.Finding) []lint.Finding {
	fixed := map[*parser.File]bool{}
	for _, d := range documents(c) {
		if fixed[d.File] = d.Fixable; !d.Fixable {
			a.say(lint.Msg{
				"%s is not UTF-8: it is checked, but not fixed",
				"%s ei ole UTF-8-muodossa: se tarkistetaan, mutta sitä ei korjata",
				"%s är inte UTF-8: den granskas men rättas inte",
			}, d.Name)
		}
	}
	var out []lint.Finding
	for _, f := range found {
		if fixed[f.File] {
			out = append(out, f)
		}
	}
	return out
}

func documents(c *corpus.Corpus) []*parser.Document {
	var out []*parser.Document
	for _, p := range c.Pairs {
		out = append(out, p.Source, p.Target)
	}
	for _, u := range c.Unpaired {
		out = append(out, u.Doc)
	}
	return out
}

func writePatch(w io.Writer, changes []lint.Change) error {
	for _, c := range changes {
		name := strings.TrimPrefix(c.File.Name, "/")
		if _, err := io.WriteString(w, diff.Unified(name, name, c.File.Src, c.New)); err != nil {
			return err
		}
	}
	return nil
}

func (a *app) writeChanges(changes []lint.Change) error {
	var errs []error
	for _, c := range changes {
		if c.New != c.File.Src {
			errs = append(errs, writeFile(c.File.Name, c.File.Src, c.New))
		}
	}
	return errors.Join(errs...)
}

// summarizeFixes says on standard error what was fixed and what is left.
func (a *app) summarizeFixes(found []lint.Finding, changes []lint.Change, write, unsafe bool) {
	done, skipped, files, open := 0, 0, 0, 0
	for _, c := range changes {
		done += len(c.Applied)
		skipped += len(c.Skipped)
		if c.New != c.File.Src {
			files++
		}
	}
	for _, f := range found {
		if !unsafe && len(f.Fixes) > 0 && !hasSafeFix(f) {
			open++
		}
	}
	switch {
	case done == 0:
		a.say(lint.Msg{"nothing to fix", "ei korjattavaa", "inget att rätta"})
	case write:
		a.say(lint.Msg{"%d fixes written to %d files", "%d korjausta kirjoitettu %d tiedostoon", "%d rättelser skrivna till %d filer"}, done, files)
	default:
		a.say(lint.Msg{"%d fixes in %d files; --write applies them", "%d korjausta %d tiedostossa; --write tekee ne", "%d rättelser i %d filer; --write gör dem"}, done, files)
	}
	if skipped > 0 {
		a.say(lint.Msg{"%d fixes overlap others: run again", "%d korjausta osuu toisten päälle: aja uudelleen", "%d rättelser överlappar andra: kör igen"}, skipped)
	}
	if open > 0 {
		a.say(lint.Msg{"%d more need a decision: --unsafe shows them", "%d muuta vaatii harkintaa: --unsafe näyttää ne", "%d till kräver ett avgörande: --unsafe visar dem"}, open)
	}
}

func hasSafeFix(f lint.Finding) bool {
	for _, fix := range f.Fixes {
		if fix.Safe {
			return true
		}
	}
	return false
}
