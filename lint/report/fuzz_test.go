package report

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/parser"
	"github.com/steplint/steplint/parser/lang"
)

func addSeeds(f *testing.F) {
	f.Add("polku/02 piha.fi.txt", fiText, "kasvit", uint(3), uint(20), uint8(40))
	f.Add("/a:b%.txt", "\uFEFFä\r\n\u202E😀\u200D\n\n", "[x](1)\x1b]8;;\x07", uint(0), uint(99), uint8(3))
	f.Add("::a\n\xFF", "\xE2\x82\x00", "", uint(1), uint(1), uint8(0))
	f.Add("c:/x", "", "\\", uint(0), uint(0), uint8(21))
	f.Add(" ::error file=a,line=1::b.fi.txt", "x ]]> y\n ::error::z\n##vso[task.setvariable variable=a]b\n", "%0A::set-output name=a::b\r\n::warning::c", uint(0), uint(7), uint8(9))
	f.Add("a\",b&<c>'.txt", "=1+1\t@a | `b` <script>\n", "]]><![CDATA[ ##[error]a\x00\x1b\xED\xA0\x80\uFFFE", uint(0), uint(30), uint8(4))
	f.Add(":", "a", "", uint(0), uint(1), uint8(0))
	f.Add("a.txt", strings.Repeat("ä\u202E", 300), "@steplint #1 https://example.org/ </details> ```", uint(500), uint(520), uint8(4))
}

// A text of a megabyte on one line, in the document, in the message and in the name
// of the file, is read by the reader of each format.
func TestHugeText(t *testing.T) {
	if testing.Short() {
		t.Skip("takes its time")
	}
	huge := strings.Repeat("ä]]>::error::##[x]`|<b>\x00\u202E\"=@ ", 1<<20/36)
	r := fuzzRun(huge, huge, huge, 1000, 2000)
	r.Corpus = &corpus.Corpus{Unpaired: []*corpus.Unpaired{{Doc: &parser.Document{File: r.Findings[0].File, Lang: lang.SV}}}}
	if got := readGitLab(t, write(t, GitLab, r)); len(got) != 1 {
		t.Errorf("GitLab: %d", len(got))
	}
	if got := readCheckstyle(t, write(t, Checkstyle, r)); len(got) != 1 {
		t.Errorf("Checkstyle: %d", len(got))
	}
	if got := readJUnit(t, write(t, JUnit, r)); len(got.Suites) != 1 {
		t.Errorf("JUnit: %d", len(got.Suites))
	}
	if got := readRDJSON(t, write(t, RDJSON, r)); len(got) != 1 {
		t.Errorf("RDJSON: %d", len(got))
	}
	if got := readTSV(t, write(t, TSV, r)); len(got) != 2 {
		t.Errorf("TSV: %d", len(got))
	}
	if got := decode(t, write(t, SARIF, r)); len(got.Results) != 1 {
		t.Errorf("SARIF: %d", len(got.Results))
	}
	if got := rendered(t, write(t, comment, r)); got.rows != 2 {
		t.Errorf("Markdown: %d", got.rows)
	}
	commands := 0
	for line := range strings.Lines(write(t, GitHub, r)) {
		if _, ok := runnerCommand(line); ok {
			commands++
		}
	}
	if commands != 3 {
		t.Errorf("GitHub: %d", commands)
	}
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

// printable reports whether a terminal, a CI runner and a browser show the text
// and do nothing else: no control character, none that turns the direction.
func printable(s string) bool {
	for _, c := range s {
		if !unicode.IsGraphic(c) && c != '\u200D' {
			return false
		}
	}
	return true
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
