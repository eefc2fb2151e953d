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
				p.Missing(pair, section[0], lint.Msg{
					"the section “%s” (%d blocks) is missing in the Swedish text",
					"osio ”%s” (%d tekstilohkoa) puuttuu ruotsinkielisestä tekstistä",
					"avsnittet ”%s” (%d textblock) saknas i den svenska texten",
				}, len(section))
				continue
			}
			kind := kindNames[pair.Source.Units()[section[0]].Kind]
			p.Missing(pair, section[0], lint.Msg{
				"the " + kind.EN + " “%s” is missing in the Swedish text",
				kind.FI + " ”%s” puuttuu ruotsinkielisestä tekstistä",
				kind.SV + " ”%s” saknas i den svenska texten",
			})
		}
	},
}
