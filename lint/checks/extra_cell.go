package checks

import (
	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/parser"
)

// ExtraCell finds cells of a table of the Swedish text without a cell of their own in the
// Finnish text.
var ExtraCell = &lint.Check{
	Name:     "extra-cell",
	Severity: lint.Error,
	Pair: func(p *lint.Pass, pair *corpus.Pair) {
		side := pair.FromTarget()
		for u, unit := range pair.Target.Units() {
			if unit.Kind != parser.KindTable {
				continue
			}
			for _, c := range side.LostCells(u) {
				p.Extra(pair, c, lint.Msg{
					"the table cell “%s” has no cell of its own in the Finnish text",
					"taulukon solulla ”%s” ei ole omaa solua suomenkielisessä tekstissä",
					"tabellcellen ”%s” har ingen egen cell i den finska texten",
				})
			}
		}
	},
}
