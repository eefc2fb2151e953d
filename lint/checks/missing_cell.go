package checks

import (
	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/parser"
)

// MissingCell finds cells of a table of the Finnish text without a cell of their own in the Swedish text:
// left out, or run together with the cell beside it.
var MissingCell = &lint.Check{
	Name:     "missing-cell",
	Severity: lint.Error,
	Pair: func(p *lint.Pass, pair *corpus.Pair) {
		side := pair.FromSource()
		for u, unit := range pair.Source.Units() {
			if unit.Kind != parser.KindTable {
				continue
			}
			for _, c := range side.LostCells(u) {
				p.Missing(pair, []int{c}, lint.Msg{
					"the Swedish table has no cell for “%s”",
					"ruotsinkielisessä taulukossa ei ole solua tekstille ”%s”",
					"den svenska tabellen saknar en cell för ”%s”",
				})
			}
		}
	},
}
