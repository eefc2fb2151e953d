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
// is shifted by the same cause.
func levelSequence(p *lint.Pass, d *parser.Document, t *parser.Table) {
	i := brokenAt(t)
	if i < 0 {
		return
	}
	before, l := t.Levels[i-1], t.Levels[i]
	f := lint.Finding{
		File: d.File, Span: l.Label, Args: []any{l.Number, before.Number},
		Related: []lint.Related{{File: d.File, Span: before.Label, Msg: lint.Msg{
			"the level before", "edellinen taso", "nivån före"}}},
	}
	switch {
	case l.Number == before.Number:
		f.Msg = lint.Msg{"level %d stands twice", "taso %d esiintyy kahdesti", "nivå %d förekommer två gånger"}
		f.Args = f.Args[:1]
	case l.Number < before.Number:
		f.Msg = lint.Msg{"level %d stands after level %d", "taso %d on tason %d jälkeen", "nivå %d står efter nivå %d"}
	default:
		f.Msg = lint.Msg{"level %d follows level %d: the numbering skips", "taso %d on tason %d jälkeen: numerointi hyppää", "nivå %d följer på nivå %d: numreringen hoppar"}
	}
	p.Report(f)
}

// brokenAt returns the index of the first level whose number does not follow
// from the one before, or -1. Grades may leave gaps (1, 3, 5) and fall from the
// best to the least; levels that are counted ("Taso 1") may not.
func brokenAt(t *parser.Table) int {
	falls := len(t.Levels) > 1 && t.Levels[1].Number < t.Levels[0].Number
	for i := 1; i < len(t.Levels); i++ {
		before, l := t.Levels[i-1], t.Levels[i]
		if before.Number == 0 || l.Number == 0 {
			continue
		}
		counted := l.Label.Start < l.Name.Start
		step := l.Number - before.Number
		if counted && step != 1 || !counted && (step == 0 || step < 0 != falls) {
			return i
		}
	}
	return -1
}
