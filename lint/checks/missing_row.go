package checks

import (
	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/parser"
)

// MissingRow finds rows of a table of the Finnish text that the Swedish text lacks.
var MissingRow = &lint.Check{
	Name:     "missing-row",
	Severity: lint.Error,
	Pair: func(p *lint.Pass, pair *corpus.Pair) {
		for u := range pair.FromSource().Orphans(parser.KindRow) {
			p.Missing(pair, []int{u}, lint.Msg{
				"the table row “%s” is missing from the Swedish text",
				"taulukon rivi ”%s” puuttuu ruotsinkielisestä tekstistä",
				"tabellraden ”%s” saknas i den svenska texten",
			})
		}
	},
}
