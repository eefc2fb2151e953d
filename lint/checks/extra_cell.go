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
			if shifted(pair, u) {
				continue // missing-cell tells it
			}
			for _, c := range side.LostCells(u) {
				p.Extra(pair, []int{c}, lint.Msg{
					"the Finnish table has no cell for “%s”",
					"suomenkielisessä taulukossa ei ole solua tekstille ”%s”",
					"den finska tabellen saknar en cell för ”%s”",
				})
			}
		}
	},
}

// shifted reports whether the cells of a table of the target are shifted against
// those of the source.
func shifted(pair *corpus.Pair, table int) bool {
	for _, t := range pair.FromTarget().Counterparts(table) {
		if pair.Source.Units()[t].Kind != parser.KindTable {
			continue
		}
		if _, ok := pair.Shift(t); ok {
			return true
		}
	}
	return false
}
