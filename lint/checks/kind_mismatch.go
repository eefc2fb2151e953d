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
			if len(l.Source) != 1 && len(l.Target) != 1 {
				continue
			}
			u, here := formOf(src, l.Source)
			v, there := formOf(tgt, l.Target)
			if here == there || u < 0 || v < 0 {
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

// formOf tells where leaves stand that are one in the other text, and the first that
// stands there: in a list when two items of it do, as where all its items have become
// one sentence. Of other leaves that are joined nothing can be told: the unit is -1.
func formOf(units []parser.Unit, leaves []int) (u, where int) {
	if len(leaves) == 1 {
		return leaves[0], form(units, leaves[0])
	}
	first, last := -1, -1
	for _, k := range leaves {
		if !units[k].Leaf() || form(units, k) != inList {
			continue
		}
		if first < 0 {
			first = k
		}
		last = k
	}
	if first < 0 || units[first].Parent == units[last].Parent {
		return -1, inText
	}
	return first, inList
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
