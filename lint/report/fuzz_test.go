package report

import (
	"testing"
	"unicode/utf8"

	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/parser"
)

func addSeeds(f *testing.F) {
	f.Add("polku/02 piha.fi.txt", fiText, "kasvit", uint(3), uint(20), uint8(40))
	f.Add("/a:b%.txt", "\uFEFFä\r\n\u202E😀\u200D\n\n", "[x](1)\x1b]8;;\x07", uint(0), uint(99), uint8(3))
	f.Add("::a\n\xFF", "\xE2\x82\x00", "", uint(1), uint(1), uint8(0))
	f.Add("c:/x", "", "\\", uint(0), uint(0), uint8(21))
}

// fuzzRun is a run of one finding with everything a finding may have, made of
// arbitrary text and of two offsets that are moved onto code points.
func fuzzRun(name, src, arg string, a, b uint) *Run {
	f := parser.NewFile(name, src)
	ends := []int{}
	for i := range src {
		ends = append(ends, i)
	}
	ends = append(ends, len(src))
	x, y := ends[a%uint(len(ends))], ends[b%uint(len(ends))]
	s := parser.Span{Start: min(x, y), End: max(x, y)}
	c := &lint.Check{Name: "odd-space", Severity: lint.Warning}
	msg := lint.Msg{"%s", "%s", "%s"}
	return &Run{
		Files: 1, Lang: arg, Version: arg,
		Rules: []Rule{{Check: c, Short: lint.Msg{arg, arg, arg}, Full: lint.Msg{arg, arg, arg}, Help: lint.Msg{src, src, src}}},
		Findings: []lint.Finding{{
			Check: c, File: f, Span: s, Step: name, Unit: src, Msg: msg, Args: []any{arg},
			Related: []lint.Related{{File: f, Span: parser.Span{Start: s.End, End: s.End}, Msg: msg, Args: []any{arg}}, {File: f}},
			Fixes: []lint.Fix{
				{Title: msg, Args: []any{arg}, Edits: []lint.Edit{{File: f, Span: s, New: arg}}},
				{Safe: true},
			},
		}},
	}
}

// within reports whether the region lies in the file: from the first character
// of a line to the place after the last one of it or of a later one.
func within(f *parser.File, r region) bool {
	ok := func(line, column int) bool {
		if line < 1 || column < 1 || line > f.LineCount()+1 {
			return false
		}
		if line > f.LineCount() {
			return column == 1
		}
		// The line end is a place of its own: up to two characters.
		return column <= utf8.RuneCountInString(f.Text(f.Line(line)))+2
	}
	forward := r.StartLine < r.EndLine || r.StartLine == r.EndLine && r.StartColumn <= r.EndColumn
	return forward && ok(r.StartLine, r.StartColumn) && ok(r.EndLine, r.EndColumn)
}
