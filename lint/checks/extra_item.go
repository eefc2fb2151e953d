package checks

import (
	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/parser"
)

// ExtraItem finds list items of the Swedish text that the Finnish text does not
// have, or has joined with the item before.
var ExtraItem = &lint.Check{
	Name:     "extra-item",
	Severity: lint.Error,
	Pair: func(p *lint.Pass, pair *corpus.Pair) {
		side := pair.FromTarget()
		for items := range side.OrphanRuns(parser.KindItem) {
			if len(items) > 1 {
				p.Extra(pair, items, lint.Msg{
					"“%s” and the list items after it, %d in all, have no counterpart in the Finnish text",
					"luettelokohdalla ”%s” ja sitä seuraavilla, yhteensä %d, ei ole vastinetta suomenkielisessä tekstissä",
					"”%s” och listpunkterna efter den, sammanlagt %d, har ingen motsvarighet i den finska texten",
				})
				continue
			}
			p.Extra(pair, items, lint.Msg{
				"the list item “%s” has no counterpart in the Finnish text",
				"luettelokohdalla ”%s” ei ole vastinetta suomenkielisessä tekstissä",
				"listpunkten ”%s” har ingen motsvarighet i den finska texten",
			})
		}
		for _, u := range side.JoinedItems() {
			p.Extra(pair, []int{u}, lint.Msg{
				"“%s” is a list item of its own in the Swedish text, but not in the Finnish one",
				"”%s” on ruotsinkielisessä tekstissä oma luettelokohtansa, suomenkielisessä ei",
				"”%s” är en egen listpunkt i den svenska texten men inte i den finska",
			})
		}
	},
}
