package checks

import (
	"iter"
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
		for l := range pair.Translations() {
			if len(l.Source) != 1 || len(l.Target) != 1 {
				continue
			}
			here, there := src[l.Source[0]], tgt[l.Target[0]]
			no, no2 := negated(pair.Source, here.Text), negated(pair.Target, there.Text)
			if no == no2 || !ownLang(pair.Source, here) || !ownLang(pair.Target, there) {
				continue
			}
			// "ei mahdotonta" is "möjligt": a hint beside a negation undoes it.
			if hinted(pair.Target, there.Text) || hinted(pair.Source, here.Text) {
				continue
			}
			msg := lint.Msg{
				"this is negated, the Finnish text is not",
				"tämä on kielteinen, suomenkielinen teksti ei ole",
				"detta är nekande, den finska texten är det inte",
			}
			if no {
				msg = lint.Msg{
					"the Finnish text is negated, this is not",
					"suomenkielinen teksti on kielteinen, tämä ei ole",
					"den finska texten är nekande, detta är det inte",
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
func ownLang(d *parser.Document, u parser.Unit) bool { return lang.Detect(d.Plain(u.Text)) == d.Lang }

// negated reports whether the text holds a word that negates it.
func negated(d *parser.Document, s parser.Span) bool {
	words := lang.Negations(d.Lang)
	for w := range wordsIn(d.Plain(s)) {
		if words[w] {
			return true
		}
	}
	return false
}

// hinted reports whether the text holds a word that the other language may put a
// negation for.
func hinted(d *parser.Document, s parser.Span) bool {
	for w := range wordsIn(d.Plain(s)) {
		if lang.HintsNegation(d.Lang, w) {
			return true
		}
	}
	return false
}

func wordsIn(text string) iter.Seq[string] {
	return strings.FieldsFuncSeq(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) })
}
