package report

import (
	"fmt"
	"strings"

	"github.com/steplint/steplint/lint"
)

// plural is a word after a number.
type plural struct{ one, many lint.Msg }

func (p plural) in(lang string, n int) string {
	if n == 1 {
		return p.one.In(lang)
	}
	return p.many.In(lang)
}

var (
	msgFound   = lint.Msg{"in %[1]d of %[2]d %[3]s", "%[1]d %[3]s (tarkistettu %[2]d)", "i %[1]d av %[2]d %[3]s"}
	msgClean   = lint.Msg{"nothing found in %d %s", "ei löydöksiä, tarkistettu %d %s", "inga fynd i %d %s"}
	msgNoFiles = lint.Msg{"no documents to check", "ei tarkistettavia tekstejä", "inga texter att granska"}

	msgKnown = lint.Msg{"%d %s in %s not shown", "näyttämättä %d %s, tiedostossa %s", "%d %s i %s visas inte"}

	inSteps   = plural{lint.Msg{"step", "askeleessa", "steg"}, lint.Msg{"steps", "askeleessa", "steg"}}
	inFiles   = plural{lint.Msg{"file", "tiedostossa", "fil"}, lint.Msg{"files", "tiedostossa", "filer"}}
	someFiles = plural{lint.Msg{"file", "tiedosto", "fil"}, lint.Msg{"files", "tiedostoa", "filer"}}

	knownFindings = plural{lint.Msg{"known finding", "tunnettu löydös", "känt fynd"}, lint.Msg{"known findings", "tunnettua löydöstä", "kända fynd"}}
)

// headline returns in one line how much was found and where.
func (r *Run) headline() string {
	lang := r.lang()
	if counts := r.counts(); counts != "" {
		return counts + " " + r.where()
	}
	if r.Files == 0 {
		return msgNoFiles.In(lang)
	}
	return fmt.Sprintf(msgClean.In(lang), r.Files, someFiles.in(lang, r.Files))
}

// counts returns the number of findings of each severity that has any, as in
// "2 errors, 1 info".
func (r *Run) counts() string { return r.tally().in(r.lang()) }

func (t tally) in(lang string) string {
	var parts []string
	for s := lint.Error; s > 0; s-- {
		if n := t[s]; n > 0 {
			parts = append(parts, fmt.Sprint(n, " ", severityStyles[s].count.in(lang, n)))
		}
	}
	return strings.Join(parts, ", ")
}

// where says in how many of the steps something was found; in how many of the
// files when no step has both languages.
func (r *Run) where() string {
	found := map[string]bool{}
	for i := range r.Findings {
		if r.Pairs > 0 {
			found[r.Findings[i].Step] = true
		} else {
			found[r.Findings[i].File.Name] = true
		}
	}
	all, word := r.Files, inFiles
	if r.Pairs > 0 {
		all, word = r.Files-r.Pairs, inSteps
	}
	all = max(all, len(found))
	return fmt.Sprintf(msgFound.In(r.lang()), len(found), all, word.in(r.lang(), all))
}

// known says how many findings are not shown; empty when all are.
func (r *Run) known() string {
	if r.Known == 0 {
		return ""
	}
	return fmt.Sprintf(msgKnown.In(r.lang()), r.Known, knownFindings.in(r.lang(), r.Known), plain(r.Baseline))
}
