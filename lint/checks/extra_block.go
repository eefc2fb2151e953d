package checks

import (
	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/parser"
)

// ExtraBlock finds headings, paragraphs, lists and tables of the Swedish text
// that the Finnish text does not have. A heading that is extra with all below it
// is one finding, and so are many blocks in a row.
var ExtraBlock = &lint.Check{
	Name:     "extra-block",
	Severity: lint.Error,
	Pair: func(p *lint.Pass, pair *corpus.Pair) {
		for section := range pair.FromTarget().OrphanBlocks() {
			if len(section) > 1 {
				p.Extra(pair, section, lint.Msg{
					"“%s” and what follows it, %d parts in all, has no counterpart in the Finnish text",
					"”%s” ja sitä seuraava teksti, yhteensä %d osaa, on vain ruotsinkielisessä tekstissä",
					"”%s” och det som följer, sammanlagt %d delar, har ingen motsvarighet i den finska texten",
				})
				continue
			}
			kind := kindNames[pair.Target.Units()[section[0]].Kind]
			p.Extra(pair, section, lint.Msg{
				"the " + kind.EN + " “%s” has no counterpart in the Finnish text",
				kind.FI + " ”%s” on vain ruotsinkielisessä tekstissä",
				kind.SV + " ”%s” har ingen motsvarighet i den finska texten",
			})
		}
		for _, u := range pair.FromTarget().JoinedHeadings() {
			p.Extra(pair, []int{u}, lint.Msg{
				"“%s” is a heading of its own in the Swedish text, but not in the Finnish one",
				"”%s” on ruotsinkielisessä tekstissä oma otsikkonsa, suomenkielisessä ei",
				"”%s” är en egen rubrik i den svenska texten men inte i den finska",
			})
		}
	},
}

var kindNames = map[parser.Kind]lint.Msg{
	parser.KindHeading:   {"heading", "otsikko", "rubriken"},
	parser.KindParagraph: {"paragraph", "kappale", "stycket"},
	parser.KindList:      {"list", "luettelo", "listan"},
	parser.KindTable:     {"table", "taulukko", "tabellen"},
}
