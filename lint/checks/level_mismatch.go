package checks

import (
	"strings"

	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/parser"
	"github.com/steplint/steplint/parser/lang"
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
	if brokenAt(s) >= 0 || brokenAt(t) >= 0 {
		return // level-sequence tells it
	}
	for i, l := range t.Levels {
		want := s.Levels[i]
		if !otherNumber(l, want) && !otherGrade(pair, l, want) {
			continue
		}
		f.Span, f.Related[0].Span = l.Span, want.Span
		f.Related[0].Msg = lint.Msg{"the level in the Finnish table", "taso suomenkielisessä taulukossa", "nivån i den finska tabellen"}
		f.Msg = lint.Msg{
			"level “%s” of the table is “%s” in the Finnish one",
			"taulukon taso ”%s” on suomenkielisessä taulukossa ”%s”",
			"tabellens nivå ”%s” är ”%s” i den finska",
		}
		f.Args = []any{lint.Quote(pair.Target, l.Span), lint.Quote(pair.Source, want.Span)}
		p.Report(f)
		return
	}
}

func otherNumber(a, b parser.Level) bool {
	return a.Number != b.Number && a.Number != 0 && b.Number != 0
}

// otherGrade reports whether both names are grades, and not the same one.
func otherGrade(pair *corpus.Pair, target, source parser.Level) bool {
	a := lang.GradeRank(lang.SV, strings.ToLower(pair.Target.Text(target.Name)))
	b := lang.GradeRank(lang.FI, strings.ToLower(pair.Source.Text(source.Name)))
	return a != b && a > 0 && b > 0
}
