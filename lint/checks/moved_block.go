package checks

import (
	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/lint"
)

// MovedBlock finds headings, paragraphs, lists and tables that stand in another
// order than in the Finnish text. What moved together is one finding.
var MovedBlock = &lint.Check{
	Name:     "moved-block",
	Severity: lint.Warning,
	Pair: func(p *lint.Pass, pair *corpus.Pair) {
		side := pair.FromSource()
		for _, run := range side.MovedBlocks() {
			here, there := pair.Source.Units()[run[0]], pair.Target.Units()[side.Counterparts(run[0])[0]]
			f := lint.Finding{
				File: pair.Target.File, Span: there.Span,
				Args:    []any{lint.QuoteUnit(pair.Target, side.Counterparts(run[0])[0])},
				Related: []lint.Related{sourcePlace(pair, here.Span)},
			}
			kind := kindNames[there.Kind]
			f.Msg = lint.Msg{
				"the " + kind.EN + " “%s” stands in another place than in the Finnish text",
				kind.FI + " ”%s” on eri paikassa kuin suomenkielisessä tekstissä",
				kind.SV + " ”%s” står på ett annat ställe än i den finska texten",
			}
			if len(run) > 1 {
				f.Msg = lint.Msg{
					"“%s” and what follows it, %d parts in all, stand in another place than in the Finnish text",
					"”%s” ja sitä seuraava teksti, yhteensä %d osaa, ovat eri paikassa kuin suomenkielisessä tekstissä",
					"”%s” och det som följer, sammanlagt %d delar, står på ett annat ställe än i den finska texten",
				}
				f.Args = append(f.Args, len(run))
			}
			p.Report(f)
		}
	},
}
