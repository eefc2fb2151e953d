package checks

import (
	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/parser"
)

// MissingItem finds list items of the Finnish text that the Swedish text lacks,
// or has joined with the item before.
var MissingItem = &lint.Check{
	Name:     "missing-item",
	Severity: lint.Error,
	Pair: func(p *lint.Pass, pair *corpus.Pair) {
		side := pair.FromSource()
		for items := range side.OrphanRuns(parser.KindItem) {
			if len(items) > 1 {
				p.Missing(pair, items, lint.Msg{
					"“%s” and the list items after it, %d in all, are missing from the Swedish text",
					"”%s” ja sitä seuraavat luettelokohdat, yhteensä %d, puuttuvat ruotsinkielisestä tekstistä",
					"”%s” och listpunkterna efter den, sammanlagt %d, saknas i den svenska texten",
				})
				continue
			}
			p.Missing(pair, items, lint.Msg{
				"the list item “%s” is missing from the Swedish text",
				"luettelokohta ”%s” puuttuu ruotsinkielisestä tekstistä",
				"listpunkten ”%s” saknas i den svenska texten",
			})
		}
		for _, u := range side.JoinedItems() {
			p.Joined(pair, u, lint.Msg{
				"“%s” is a list item of its own in the Finnish text, but not in the Swedish one",
				"”%s” on suomenkielisessä tekstissä oma luettelokohtansa, ruotsinkielisessä ei",
				"”%s” är en egen listpunkt i den finska texten men inte i den svenska",
			})
		}
	},
}
