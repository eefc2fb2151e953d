package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/lint"
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
			found, err := a.lint(cmd.Context(), corp)
			if err != nil {
				return err
			}
			found = a.fixable(corp, found)
			changes := lint.Apply(found, unsafe)
			if write {
				changes, err = writeChanges(cmd.Context(), changes)
			} else {
				err = a.output("", func(w io.Writer) error { return writePatch(w, changes) })
				a.warnOutside(changes)
			}
			if err == nil || len(changes) > 0 {
				a.summarizeFixes(found, changes, write, unsafe)
			}
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
	for _, d := range c.Documents() {
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

func writePatch(w io.Writer, changes []lint.Change) error {
	for _, c := range changes {
		name := patchName(c.File.Name)
		if _, err := io.WriteString(w, diff.Unified(name, name, c.File.Src, c.New)); err != nil {
			return err
		}
	}
	return nil
}

// warnOutside says that git apply will not find the files of the patch when they
// lie outside the working directory.
func (a *app) warnOutside(changes []lint.Change) {
	for _, c := range changes {
		if c.New != c.File.Src && !filepath.IsLocal(filepath.FromSlash(patchName(c.File.Name))) {
			a.say(lint.Msg{
				"the patch names files outside this folder: for git apply, start steplint where the documents are",
				"korjaukset koskevat tiedostoja tämän kansion ulkopuolella: git apply löytää ne, kun steplint ajetaan asiakirjojen kansiossa",
				"rättelserna gäller filer utanför den här mappen: git apply hittar dem när steplint körs där dokumenten finns",
			})
			return
		}
	}
}

// patchName returns the name of a file as from the working directory, where git
// apply looks for it; for a file outside, its absolute path without the root.
func patchName(name string) string {
	if dir, err := os.Getwd(); err == nil && filepath.IsAbs(name) {
		if rel, err := filepath.Rel(dir, name); err == nil && filepath.IsLocal(rel) {
			return filepath.ToSlash(rel)
		}
	}
	return strings.TrimPrefix(filepath.ToSlash(name), "/")
}

// writeChanges writes the changed files and returns what it has written.
func writeChanges(ctx context.Context, changes []lint.Change) (written []lint.Change, err error) {
	var errs []error
	for _, c := range changes {
		if err := interrupted(ctx); err != nil {
			return written, errors.Join(append(errs, err)...)
		}
		if c.New != c.File.Src {
			if err := writeFile(c.File.Name, c.File.Src, c.New); err != nil {
				errs = append(errs, err)
				continue
			}
		}
		written = append(written, c)
	}
	var names []string
	for _, c := range written {
		if c.New != c.File.Src {
			names = append(names, c.File.Name)
		}
	}
	removeLeftovers(names...)
	return written, errors.Join(errs...)
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
	where := a.count(files, lint.Msg{"file", "tiedostossa", "fil"}, lint.Msg{"files", "tiedostossa", "filer"})
	switch {
	case done == 0:
		a.say(lint.Msg{"nothing to fix", "ei korjattavaa", "inget att rätta"})
	case write:
		a.say(lint.Msg{"%s written to %s", "%s tehty %s", "%s har skrivits till %s"}, a.fixes(done), where)
	default:
		a.say(lint.Msg{"%s in %s; apply with --write", "%s %s; toteuta valitsimella --write", "%s i %s; utför med --write"}, a.fixes(done), where)
	}
	if skipped > 0 {
		a.say(lint.Msg{"%s left out because of overlap: run again", "%s jäi pois päällekkäisyyden vuoksi: aja uudelleen", "%s väntar på grund av överlappning: kör igen"}, a.fixes(skipped))
	}
	if open > 0 {
		a.say(lint.Msg{"for you to decide: %s, shown by --unsafe", "harkittavana: %s, valitsin --unsafe näyttää", "för dig att avgöra: %s, visas av --unsafe"}, a.fixes(open))
	}
}

func (a *app) fixes(n int) string {
	return a.count(n, lint.Msg{"fix", "korjaus", "rättelse"}, lint.Msg{"fixes", "korjausta", "rättelser"})
}

// count returns the number with the word for one or for many.
func (a *app) count(n int, one, many lint.Msg) string {
	if n == 1 {
		many = one
	}
	return fmt.Sprint(n, " ", a.text(many))
}

func hasSafeFix(f lint.Finding) bool {
	for _, fix := range f.Fixes {
		if fix.Safe {
			return true
		}
	}
	return false
}
