package checks

import (
	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/parser"
)

// LevelMismatch finds level tables whose levels differ in number or numbering
// between the languages.
var LevelMismatch = &lint.Check{
	Name:     "level-mismatch",
	Severity: lint.Error,
	Pair: func(p *lint.Pass, pair *corpus.Pair) {
		side := pair.FromSource()
		for u, unit := range pair.Source.Units() {
			if unit.Kind != parser.KindTable {
				continue
			}
			for _, v := range side.Counterparts(u) {
				s, ok := pair.Source.Blocks[unit.Block].(*parser.Table)
				t, ok2 := pair.Target.Blocks[pair.Target.Units()[v].Block].(*parser.Table)
				if ok && ok2 && len(s.Levels) > 0 && len(t.Levels) > 0 {
					levelMismatch(p, pair, s, t)
				}
			}
		}
	},
}

func levelMismatch(p *lint.Pass, pair *corpus.Pair, s, t *parser.Table) {
	f := lint.Finding{
		File: pair.Target.File, Span: t.Header,
		Related: []lint.Related{{File: pair.Source.File, Span: s.Header, Msg: lint.Msg{
			"the levels of the Finnish table", "suomenkielisen taulukon tasot", "den finska tabellens nivåer"}}},
	}
	if len(s.Levels) != len(t.Levels) {
		f.Msg = lint.Msg{
			"the table has %d levels, the Finnish one %d",
			"taulukossa on %d tasoa, suomenkielisessä %d",
			"tabellen har %d nivåer, den finska %d",
		}
		f.Args = []any{len(t.Levels), len(s.Levels)}
		p.Report(f)
		return
	}
	for i, l := range t.Levels {
		want := s.Levels[i]
		if l.Number == want.Number || l.Number == 0 || want.Number == 0 {
			continue
		}
		f.Span, f.Related[0].Span = l.Span, want.Span
		f.Msg = lint.Msg{
			"level %d of the table is level %d in the Finnish one",
			"taulukon taso %d on suomenkielisessä taulukossa taso %d",
			"tabellens nivå %d är nivå %d i den finska",
		}
		f.Args = []any{l.Number, want.Number}
		p.Report(f)
		return
	}
}
