package checks

import (
	"slices"
	"strings"

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
	Compares: true,
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
			if h.Kind != lang.WordMatch || cutOff(pair.Source, h) || t.Status == term.Banned || slices.Contains(told, h.Concept) {
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
			f := lint.Finding{
				File: pair.Target.File, Span: at.Span,
				Msg: lint.Msg{
					"“%s” is “%s” in Swedish, which is not said here", "”%s” on ruotsiksi ”%s”, jota tässä ei ole", "”%s” heter ”%s” på svenska, vilket inte sägs här",
				},
				Args:    []any{t.Text, approved[0].Text},
				Related: []lint.Related{sourcePlace(pair, h.Span)},
			}
			if s, ok := instead(p, pair, l, approved); ok {
				f.Span = s
				f.Msg = lint.Msg{
					"“%s” is “%s” in Swedish, here it is called “%s”", "”%s” on ruotsiksi ”%s”, tässä sen nimi on ”%s”", "”%s” heter ”%s” på svenska, här kallas det ”%s”",
				}
				f.Args = append(f.Args, lint.Quote(pair.Target, s))
			}
			p.Report(f)
		}
	}
}

// instead returns what the link has in the place of one of the terms, if that is clear:
// a word that has a part in common with a term.
func instead(p *lint.Pass, pair *corpus.Pair, l align.Link, approved []*term.Term) (parser.Span, bool) {
	if len(l.Target) != 1 {
		return parser.Span{}, false
	}
	var found []parser.Span
	for _, t := range approved {
		for _, s := range p.Corpus.Renderings().Resembling(pair, l, t.Text) {
			if !slices.Contains(found, s) {
				found = append(found, s)
			}
		}
	}
	if len(found) != 1 {
		return parser.Span{}, false
	}
	return found[0], true
}

// cutOff reports whether the word is the beginning of one that goes on after another:
// asiakas- ja potilastiedot.
func cutOff(d *parser.Document, h term.Hit) bool { return strings.HasSuffix(d.Text(h.Span), "-") }

// rendered reports whether a text of the target holds a term of the concept: the
// link's, what is around it in the same paragraph, item or cell, or the list that it
// leads in. What may not be said banned-term tells.
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
		if list, ok := ledIn(pair.Target, units[v]); ok && m.Holds(pair.Target, list, concept) {
			return true
		}
	}
	return false
}

// ledIn returns the list that the unit leads in. The clause goes on in the items,
// where word order may put its subject: "efter steget" / "kan den studerande".
func ledIn(d *parser.Document, u parser.Unit) (parser.Span, bool) {
	text := strings.TrimSpace(d.Text(u.Text))
	if u.Block+1 >= len(d.Blocks) || text == "" || strings.ContainsRune(".!?", rune(text[len(text)-1])) {
		return parser.Span{}, false
	}
	list, ok := d.Blocks[u.Block+1].(*parser.List)
	if !ok || u.End < d.Blocks[u.Block].Range().End {
		return parser.Span{}, false
	}
	return list.Range(), true
}
