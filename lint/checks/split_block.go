package checks

import (
	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/parser"
)

// SplitBlock finds paragraphs and lists that stand as several in the other
// language.
var SplitBlock = &lint.Check{
	Name:     "split-block",
	Severity: lint.Info,
	Pair: func(p *lint.Pass, pair *corpus.Pair) {
		src, tgt := pair.Source.Units(), pair.Target.Units()
		for _, l := range pair.Links {
			if l.Kind != parser.KindParagraph && l.Kind != parser.KindList || len(l.Source)*len(l.Target) < 2 || len(l.Source) > 1 && len(l.Target) > 1 || l.Score < corpus.Surely {
				continue
			}
			if !allKind(src, l.Source, l.Kind) || !allKind(tgt, l.Target, l.Kind) {
				continue // kind-mismatch tells it
			}
			here, there := src[l.Source[0]].Span, tgt[l.Target[0]].Span
			name := kindNames[l.Kind]
			msg := lint.Msg{
				"the " + name.EN + " is divided into %[2]d in the Finnish text",
				name.FI + " on suomenkielisessä tekstissä %[2]d osassa",
				name.SV + " motsvaras av %[2]d i den finska texten",
			}
			if len(l.Target) > 1 {
				there = tgt[l.Target[1]].Span
				msg = lint.Msg{
					"this belongs to the " + name.EN + " above: %[1]d here, %[2]d in the Finnish text",
					"tämä kuuluu yhteen edellisen kanssa: tässä %[1]d, suomenkielisessä tekstissä %[2]d",
					"detta hör ihop med det föregående: %[1]d här, %[2]d i den finska texten",
				}
			}
			p.Report(lint.Finding{
				File: pair.Target.File, Span: there, Msg: msg,
				Args:    []any{len(l.Target), len(l.Source)},
				Related: []lint.Related{sourcePlace(pair, here)},
			})
		}
	},
}

func allKind(units []parser.Unit, of []int, kind parser.Kind) bool {
	for _, u := range of {
		if units[u].Kind != kind {
			return false
		}
	}
	return true
}
