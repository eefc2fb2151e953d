package checks

import (
	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/parser"
)

// KindMismatch finds texts that are list items or table cells in one language
// and something else in the other.
var KindMismatch = &lint.Check{
	Name:     "kind-mismatch",
	Severity: lint.Error,
	Pair: func(p *lint.Pass, pair *corpus.Pair) {
		src, tgt := pair.Source.Units(), pair.Target.Units()
		var last [2]int // the blocks of the finding before: the rest of a list adds nothing
		for l := range pair.Translations() {
			if len(l.Source) != 1 || len(l.Target) != 1 {
				continue
			}
			u, v := l.Source[0], l.Target[0]
			here, there := form(src, u), form(tgt, v)
			if here == there {
				continue
			}
			key := [2]int{-1, tgt[v].Block}
			if here != inText {
				key = [2]int{src[u].Block, -1}
			}
			if here != inText && there != inText {
				key = [2]int{src[u].Block, tgt[v].Block}
			}
			if key == last {
				continue
			}
			last = key
			p.Report(lint.Finding{
				File: pair.Target.File, Span: tgt[v].Span,
				Msg: lint.Msg{
					"this is " + formNames[there].EN + ", but " + formNames[here].EN + " in the Finnish text",
					"tämä on " + formNames[there].FI + ", mutta suomenkielisessä tekstissä " + formNames[here].FI,
					"detta är " + formNames[there].SV + ", men i den finska texten " + formNames[here].SV,
				},
				Related: []lint.Related{sourcePlace(pair, src[u].Span)},
			})
		}
	},
}

const (
	inText = iota
	inList
	inTable
)

var formNames = [...]lint.Msg{
	{"running text", "leipätekstiä", "löpande text"},
	{"a list item", "luettelokohta", "en listpunkt"},
	{"in a table", "taulukossa", "i en tabell"},
}

// form tells where a leaf stands.
func form(units []parser.Unit, u int) int {
	switch units[u].Kind {
	case parser.KindLevel:
		return inTable
	case parser.KindHeading:
		return inText
	}
	switch units[units[u].Parent].Kind {
	case parser.KindItem:
		return inList
	case parser.KindCell:
		return inTable
	}
	return inText
}
