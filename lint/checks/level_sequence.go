package checks

import (
	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/parser"
)

// LevelSequence finds level numbers that stand twice, leave a gap or go back.
var LevelSequence = &lint.Check{
	Name:     "level-sequence",
	Severity: lint.Error,
	Document: func(p *lint.Pass, d *parser.Document) {
		for _, b := range d.Blocks {
			if t, ok := b.(*parser.Table); ok {
				levelSequence(p, d, t)
			}
		}
	},
}

// levelSequence reports the first level that breaks the sequence: what follows
// is shifted by the same cause. Grades may leave gaps (1, 3, 5), levels that are
// counted ("Taso 1") may not.
func levelSequence(p *lint.Pass, d *parser.Document, t *parser.Table) {
	for i := 1; i < len(t.Levels); i++ {
		before, l := t.Levels[i-1], t.Levels[i]
		if before.Number == 0 || l.Number == 0 {
			continue
		}
		counted := l.Label.Start < l.Name.Start
		var msg lint.Msg
		switch {
		case l.Number == before.Number:
			msg = lint.Msg{"level %d stands twice", "taso %d on kahdesti", "nivå %d står två gånger"}
		case l.Number < before.Number:
			msg = lint.Msg{"level %d stands after level %d", "taso %d on tason %d jälkeen", "nivå %d står efter nivå %d"}
		case counted && l.Number != before.Number+1:
			msg = lint.Msg{"level %d follows level %d: one is left out", "taso %d on tason %d jälkeen: väli puuttuu", "nivå %d följer på nivå %d: en fattas emellan"}
		default:
			continue
		}
		args := []any{l.Number, before.Number}
		if l.Number == before.Number {
			args = args[:1]
		}
		p.Report(lint.Finding{
			File: d.File, Span: l.Label, Msg: msg, Args: args,
			Related: []lint.Related{{File: d.File, Span: before.Label, Msg: lint.Msg{
				"the level before", "edellinen taso", "nivån före"}}},
		})
		return
	}
}
