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
		for rows := range pair.FromSource().OrphanRuns(parser.KindRow) {
			if len(rows) > 1 {
				p.Missing(pair, rows, lint.Msg{
					"the table row “%s” and those after it, %d in all, are missing from the Swedish text",
					"taulukon rivi ”%s” ja sitä seuraavat, yhteensä %d, puuttuvat ruotsinkielisestä tekstistä",
					"tabellraden ”%s” och de följande, sammanlagt %d, saknas i den svenska texten",
				})
				continue
			}
			p.Missing(pair, rows, lint.Msg{
				"the table row “%s” is missing from the Swedish text",
				"taulukon rivi ”%s” puuttuu ruotsinkielisestä tekstistä",
				"tabellraden ”%s” saknas i den svenska texten",
			})
		}
	},
}
