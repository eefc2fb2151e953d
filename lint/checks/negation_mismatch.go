package checks

import (
	"strings"
	"unicode"

	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/parser"
	"github.com/steplint/steplint/parser/lang"
)

// NegationMismatch finds sentences that are negated in one language only.
var NegationMismatch = &lint.Check{
	Name:     "negation-mismatch",
	Severity: lint.Warning,
	Pair: func(p *lint.Pass, pair *corpus.Pair) {
		src, tgt := pair.Source.Units(), pair.Target.Units()
		for _, l := range pair.Links {
			if len(l.Source) != 1 || len(l.Target) != 1 || l.Score < surelyLinked {
				continue
			}
			here, there := src[l.Source[0]], tgt[l.Target[0]]
			if !here.Leaf() || !there.Leaf() {
				continue
			}
			no, no2 := negated(pair.Source, here.Text), negated(pair.Target, there.Text)
			if no == no2 || no == perhaps || no2 == perhaps || !ownLang(pair.Source, here) || !ownLang(pair.Target, there) {
				continue
			}
			msg := lint.Msg{
				"this is negated, the Finnish text is not",
				"tämä on kielteinen, suomenkielinen teksti ei ole",
				"detta är nekat, den finska texten är det inte",
			}
			if no == certainly {
				msg = lint.Msg{
					"the Finnish text is negated, this is not",
					"suomenkielinen teksti on kielteinen, tämä ei ole",
					"den finska texten är nekad, detta är det inte",
				}
			}
			p.Report(lint.Finding{
				File: pair.Target.File, Span: there.Span, Msg: msg,
				Related: []lint.Related{sourcePlace(pair, here.Span)},
			})
		}
	},
}

// ownLang reports whether the unit is in the language of its document: of text
// left in another one untranslated-text tells.
func ownLang(d *parser.Document, u parser.Unit) bool { return lang.Detect(d.Text(u.Text)) == d.Lang }

const (
	not = iota
	perhaps
	certainly
)

// negated tells whether a text is negated: certainly by a word that does nothing
// else, perhaps by one that the other language may put a negation for.
func negated(d *parser.Document, s parser.Span) int {
	result := not
	for w := range strings.FieldsFuncSeq(strings.ToLower(d.Text(s)), func(r rune) bool { return !unicode.IsLetter(r) }) {
		if lang.Negations(d.Lang)[w] {
			return certainly
		}
		if result == not && lang.HintsNegation(d.Lang, w) {
			result = perhaps
		}
	}
	return result
}
