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
		for l := range pair.Translations() {
			if len(l.Source) != 1 || len(l.Target) != 1 {
				continue
			}
			here, there := src[l.Source[0]], tgt[l.Target[0]]
			source, target := pair.Source.Plain(here.Text), pair.Target.Plain(there.Text)
			asked, asks := question(source), question(target)
			if asked == asks || indirect(source) || indirect(target) {
				continue
			}
			if asked && !mayAsk(pair.Target, there) || asks && !mayAsk(pair.Source, here) {
				continue
			}
			msg := lint.Msg{
				"this is a question, the Finnish text is not",
				"tämä on kysymys, suomenkielinen teksti ei ole",
				"detta är en fråga, den finska texten är det inte",
			}
			if asked {
				msg = lint.Msg{
					"the Finnish text is a question, this is not",
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

// mayAsk reports whether a text without question mark is worth a word beside a
// question: a heading is put in other words in each language, unless it begins
// as a question does, and "Hur man gör" is how Swedish names what others ask.
func mayAsk(d *parser.Document, u parser.Unit) bool {
	if strings.HasPrefix(strings.ToLower(d.Plain(u.Text)), "hur man ") {
		return false
	}
	if u.Kind != parser.KindHeading {
		return true
	}
	for w := range d.Words(u.Text) {
		return d.Lang != nil && d.Lang.QuestionWords[strings.ToLower(d.Text(w))]
	}
	return false
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

// indirect reports whether the question of a sentence is quoted in it or follows
// a colon: the other language may report it in other words.
func indirect(s string) bool {
	i := strings.LastIndexByte(s, '?')
	if i < 0 {
		return false
	}
	return strings.ContainsAny(s[:i], ":") || strings.ContainsAny(s[i:], "”\"»’")
}
