package checks

import (
	"strings"
	"unicode/utf8"

	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/parser"
)

// RepeatedSentence finds a sentence that stands twice in the same paragraph, list
// or cell, or again in the paragraph right after, and not so in the other
// language.
var RepeatedSentence = &lint.Check{
	Name:     "repeated-sentence",
	Severity: lint.Warning,
	Document: func(p *lint.Pass, d *parser.Document) {
		units := d.Units()
		seen := map[string]place{}
		for i, u := range units {
			if u.Kind != parser.KindSentence {
				continue
			}
			text := strings.Join(strings.Fields(d.Plain(u.Text)), " ")
			if utf8.RuneCountInString(text) < shortSentence || strings.Count(text, " ") < 3 {
				continue
			}
			here := place{unit: i, home: home(units, i), block: u.Block}
			before, ok := seen[text]
			if !ok || !near(d, before, here) {
				seen[text] = here
			}
			if !ok || !near(d, before, here) || meant(p, d, before.unit, i) {
				continue
			}
			p.Report(lint.Finding{
				File: d.File, Span: u.Span,
				Msg:  lint.Msg{"the sentence “%s” stands twice", "virke ”%s” on tekstissä kahdesti", "meningen ”%s” står två gånger"},
				Args: []any{lint.Quote(d, u.Text)},
				Related: []lint.Related{{File: d.File, Span: units[before.unit].Span, Msg: lint.Msg{
					"the first time", "ensimmäisen kerran", "första gången"}}},
			})
		}
	},
}

// shortSentence is the length in code points below which a sentence may well
// stand twice.
const shortSentence = 25

type place struct{ unit, home, block int }

// home returns the unit within which no sentence should stand twice: a cell, or
// the whole paragraph or list. Sound rows repeat a sentence from level to level.
func home(units []parser.Unit, i int) int {
	for units[i].Parent >= 0 && units[i].Kind != parser.KindCell {
		i = units[i].Parent
	}
	return i
}

func near(d *parser.Document, a, b place) bool {
	if a.home == b.home {
		return true
	}
	_, first := d.Blocks[a.block].(*parser.Paragraph)
	_, second := d.Blocks[b.block].(*parser.Paragraph)
	return first && second && b.block == a.block+1
}

// meant reports whether the other language repeats the sentence as well, or the
// pair already says that one of the two is extra.
func meant(p *lint.Pass, d *parser.Document, a, b int) bool {
	side := p.Side(d)
	if side == nil {
		return false
	}
	x, y := side.Counterparts(a), side.Counterparts(b)
	if len(x) == 0 || len(y) == 0 {
		// Where another sentence stands instead, the repeat is what is wrong.
		return side.Instead(a) < 0 && side.Instead(b) < 0
	}
	units := side.Other.Units()
	return x[0] != y[0] && side.Other.Plain(units[x[0]].Text) == side.Other.Plain(units[y[0]].Text)
}
