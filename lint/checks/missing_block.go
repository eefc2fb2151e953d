package checks

import (
	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/lint"
)

// MissingBlock finds headings, paragraphs, lists and tables of the Finnish text
// that the Swedish text lacks. A heading that is missing with all below it is
// one finding.
var MissingBlock = &lint.Check{
	Name:     "missing-block",
	Severity: lint.Error,
	Pair: func(p *lint.Pass, pair *corpus.Pair) {
		for section := range pair.FromSource().OrphanBlocks() {
			if len(section) > 1 {
				p.Missing(pair, section, lint.Msg{
					"“%s” and what follows it, %d parts in all, is missing from the Swedish text",
					"”%s” ja sitä seuraava teksti, yhteensä %d osaa, puuttuu ruotsinkielisestä tekstistä",
					"”%s” och det som följer, sammanlagt %d delar, saknas i den svenska texten",
				})
				continue
			}
			kind := kindNames[pair.Source.Units()[section[0]].Kind]
			p.Missing(pair, section, lint.Msg{
				"the " + kind.EN + " “%s” is missing from the Swedish text",
				kind.FI + " ”%s” puuttuu ruotsinkielisestä tekstistä",
				kind.SV + " ”%s” saknas i den svenska texten",
			})
		}
		for _, u := range pair.FromSource().JoinedHeadings() {
			p.Joined(pair, u, lint.Msg{
				"“%s” is a heading of its own in the Finnish text, but not in the Swedish one",
				"”%s” on suomenkielisessä tekstissä oma otsikkonsa, ruotsinkielisessä ei",
				"”%s” är en egen rubrik i den finska texten men inte i den svenska",
			})
		}
	},
}
