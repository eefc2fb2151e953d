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
		for rows := range pair.FromTarget().OrphanRuns(parser.KindRow) {
			if len(rows) > 1 {
				p.Extra(pair, rows, lint.Msg{
					"the table row “%s” and those after it, %d in all, have no counterpart in the Finnish text",
					"taulukon rivillä ”%s” ja sitä seuraavilla, yhteensä %d, ei ole vastinetta suomenkielisessä tekstissä",
					"tabellraden ”%s” och de följande, sammanlagt %d, har ingen motsvarighet i den finska texten",
				})
				continue
			}
			p.Extra(pair, rows, lint.Msg{
				"the table row “%s” has no counterpart in the Finnish text",
				"taulukon rivillä ”%s” ei ole vastinetta suomenkielisessä tekstissä",
				"tabellraden ”%s” har ingen motsvarighet i den finska texten",
			})
		}
	},
}
