package checks

import (
	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/parser"
)

// ExtraRow finds rows of a table of the Swedish text that the Finnish text does not have.
var ExtraRow = &lint.Check{
	Name:     "extra-row",
	Severity: lint.Error,
	Pair: func(p *lint.Pass, pair *corpus.Pair) {
		for u := range pair.FromTarget().Orphans(parser.KindRow) {
			p.Extra(pair, []int{u}, lint.Msg{
				"the table row “%s” has no counterpart in the Finnish text",
				"taulukon rivillä ”%s” ei ole vastinetta suomenkielisessä tekstissä",
				"tabellraden ”%s” har ingen motsvarighet i den finska texten",
			})
		}
	},
}
