package checks

import (
	"slices"

	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/corpus/align"
	"github.com/steplint/steplint/corpus/term"
	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/parser"
	"github.com/steplint/steplint/parser/lang"
)

// MissingTerm finds terms of the Finnish text for which the Swedish text has none
// of the Swedish terms of the same concept.
var MissingTerm = &lint.Check{
	Name:     "missing-term",
	Severity: lint.Warning,
	Pair: func(p *lint.Pass, pair *corpus.Pair) {
		if p.Terms == nil {
			return
		}
		for l := range pair.Translations() {
			missingTerms(p, pair, l)
		}
	},
}

func missingTerms(p *lint.Pass, pair *corpus.Pair, l align.Link) {
	var told []int // concepts
	for _, u := range l.Source {
		if u == 0 {
			continue // a title is quoted, and misspelt, in the text
		}
		for _, h := range pair.SourceTerms(p.Terms, u) {
			c, t := lint.Concept(p.Terms, h)
			if h.Kind != lang.WordMatch || t.Status == term.Banned || slices.Contains(told, h.Concept) {
				continue
			}
			approved := slices.DeleteFunc(c.In(pair.Target.Lang), func(t *term.Term) bool { return !t.Status.Approved() })
			if len(approved) == 0 || rendered(p, pair, l, h.Concept) {
				continue
			}
			at := pair.Target.Units()[l.Target[0]]
			if lang.Weigh(pair.Target.Plain(at.Text)).Leans() == pair.Source.Lang {
				return // of what is left in Finnish untranslated-text tells
			}
			told = append(told, h.Concept)
			p.Report(lint.Finding{
				File: pair.Target.File, Span: at.Span,
				Msg: lint.Msg{
					"“%s” is “%s” in Swedish, which is not said here", "”%s” on ruotsiksi ”%s”, jota tässä ei ole", "”%s” heter ”%s” på svenska, vilket inte sägs här",
				},
				Args:    []any{t.Text, approved[0].Text},
				Related: []lint.Related{sourcePlace(pair, h.Span)},
			})
		}
	}
}

// rendered reports whether a text of the target holds a term of the concept: the
// link's, or what is around it in the same paragraph, item or cell. What may not be
// said banned-term tells.
func rendered(p *lint.Pass, pair *corpus.Pair, l align.Link, concept int) bool {
	m := p.Terms.Matcher(pair.Target.Lang)
	units := pair.Target.Units()
	for _, v := range l.Target {
		text := units[v].Text
		if k := units[v].Parent; k >= 0 && units[v].Kind == parser.KindSentence {
			text = units[k].Text
		}
		if m.Holds(pair.Target, text, concept) {
			return true
		}
	}
	return false
}
