package checks

import (
	"strings"
	"unicode/utf8"

	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/parser"
)

// QuestionMismatch finds sentences that are a question in one language only.
var QuestionMismatch = &lint.Check{
	Name:     "question-mismatch",
	Severity: lint.Warning,
	Pair: func(p *lint.Pass, pair *corpus.Pair) {
		src, tgt := pair.Source.Units(), pair.Target.Units()
		for _, l := range pair.Links {
			if len(l.Source) != 1 || len(l.Target) != 1 || l.Score < surelyLinked {
				continue
			}
			here, there := src[l.Source[0]], tgt[l.Target[0]]
			if here.Kind != parser.KindSentence || there.Kind != parser.KindSentence {
				continue
			}
			asked, asks := question(pair.Source.Text(here.Text)), question(pair.Target.Text(there.Text))
			if asked == asks {
				continue
			}
			msg := lint.Msg{
				"this is a question, the Finnish text is none",
				"tämä on kysymys, suomenkielinen teksti ei ole",
				"detta är en fråga, den finska texten är det inte",
			}
			if asked {
				msg = lint.Msg{
					"the Finnish text is a question, this is none",
					"suomenkielinen teksti on kysymys, tämä ei ole",
					"den finska texten är en fråga, detta är det inte",
				}
			}
			p.Report(lint.Finding{
				File: pair.Target.File, Span: there.Span, Msg: msg,
				Related: []lint.Related{sourcePlace(pair, here.Span)},
			})
		}
	},
}

// question reports whether the sentence has a question mark that is not inside
// an address.
func question(s string) bool {
	for i := 0; ; {
		n := strings.IndexByte(s[i:], '?')
		if n < 0 {
			return false
		}
		i += n + 1
		r, _ := utf8.DecodeRuneInString(s[i:])
		if i == len(s) || strings.ContainsRune(" \n\r\u00A0”\"»’)]!?*_.,", r) {
			return true
		}
	}
}
