package lint

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/steplint/steplint/parser"
)

func TestApply(t *testing.T) {
	fi := parser.NewFile("askel.fi.txt", "Hyvä palvelu  näkyy.\n")
	sv := parser.NewFile("askel.sv.txt", "God service syns.\n")
	edit := func(f *parser.File, start, end int, text string) Edit {
		return Edit{f, parser.Span{Start: start, End: end}, text}
	}
	safe := func(es ...Edit) Finding { return Finding{Fixes: []Fix{{Safe: true, Edits: es}}} }
	unsafe := func(es ...Edit) Finding { return Finding{Fixes: []Fix{{Edits: es}}} }
	alternatives := Finding{Fixes: []Fix{unsafe(edit(sv, 0, 3, "Bra")).Fixes[0], safe(edit(sv, 0, 3, "Fin")).Fixes[0]}}

	// In want, findings stand as their numbers; (o) is an overlap, (i) invalid.
	tests := []struct {
		name     string
		findings []Finding
		unsafe   bool
		want     []string
	}{
		{name: "nothing to do", findings: []Finding{{}, {Fixes: []Fix{{Safe: true}}}, unsafe(edit(sv, 0, 3, "Bra"))}},
		{name: "one edit", findings: []Finding{safe(edit(fi, 13, 15, " "))},
			want: []string{`askel.fi.txt: "Hyvä palvelu näkyy.\n" applied 0`}},
		{name: "safe only", findings: []Finding{alternatives},
			want: []string{`askel.sv.txt: "Fin service syns.\n" applied 0`}},
		{name: "unsafe takes the first", findings: []Finding{alternatives}, unsafe: true,
			want: []string{`askel.sv.txt: "Bra service syns.\n" applied 0`}},
		{name: "files sorted by name", findings: []Finding{safe(edit(sv, 0, 3, "Bra")), safe(edit(fi, 0, 5, "Laadukas"))},
			want: []string{`askel.fi.txt: "Laadukas palvelu  näkyy.\n" applied 1`, `askel.sv.txt: "Bra service syns.\n" applied 0`}},
		{name: "the earlier of two wins", findings: []Finding{safe(edit(sv, 4, 11, "betjäning")), safe(edit(sv, 0, 5, "S"))},
			want: []string{`askel.sv.txt: "God betjäning syns.\n" applied 0 skipped 1(o)`}},
		{name: "all edits of a fix or none, across files",
			findings: []Finding{safe(edit(sv, 4, 11, "hjälp")), safe(edit(fi, 6, 13, "apu"), edit(sv, 4, 16, "hjälpen syns")), safe(edit(fi, 0, 5, "Paras"))},
			want:     []string{`askel.fi.txt: "Paras palvelu  näkyy.\n" applied 2 skipped 1(o)`, `askel.sv.txt: "God hjälp syns.\n" applied 0 skipped 1(o)`}},
		{name: "one fix for both files", findings: []Finding{safe(edit(sv, 0, 3, "Bra"), edit(fi, 0, 5, "Hieno"))},
			want: []string{`askel.fi.txt: "Hieno palvelu  näkyy.\n" applied 0`, `askel.sv.txt: "Bra service syns.\n" applied 0`}},
		{name: "the same edit twice", findings: []Finding{safe(edit(sv, 0, 3, "Bra")), safe(edit(sv, 0, 3, "Bra"), edit(sv, 17, 17, "!")), safe(edit(sv, 17, 17, "!"))},
			want: []string{`askel.sv.txt: "Bra service syns.!\n" applied 0 1 2`}},
		{name: "insertions at one place keep their order", findings: []Finding{safe(edit(sv, 4, 4, "b ")), safe(edit(sv, 4, 4, "a ")), safe(edit(sv, 4, 11, "hjälp")), safe(edit(sv, 0, 4, "Fin "))},
			want: []string{`askel.sv.txt: "Fin b a hjälp syns.\n" applied 0 1 2 3`}},
		{name: "no insertion into text that changes", findings: []Finding{safe(edit(sv, 4, 11, "hjälp")), safe(edit(sv, 6, 6, "-")), safe(edit(sv, 11, 11, "-"))},
			want: []string{`askel.sv.txt: "God hjälp- syns.\n" applied 0 2 skipped 1(o)`}},
		{name: "no change around an insertion", findings: []Finding{safe(edit(sv, 6, 6, "-")), safe(edit(sv, 4, 11, "hjälp"))},
			want: []string{`askel.sv.txt: "God se-rvice syns.\n" applied 0 skipped 1(o)`}},
		{name: "whole text", findings: []Finding{safe(edit(sv, 0, 18, ""))},
			want: []string{`askel.sv.txt: "" applied 0`}},
		{name: "out of range", findings: []Finding{safe(edit(sv, 0, 3, "Bra"), edit(sv, 5, 19, "")), safe(edit(sv, -1, 0, "")), safe(edit(sv, 3, 2, ""))},
			want: []string{`askel.sv.txt: "God service syns.\n" skipped 0(i) 1(i) 2(i)`}},
		{name: "within a code point", findings: []Finding{safe(edit(fi, 4, 5, "a")), safe(edit(fi, 3, 4, "a")), safe(edit(fi, 3, 5, "a"))},
			want: []string{`askel.fi.txt: "Hyva palvelu  näkyy.\n" applied 2 skipped 0(i) 1(i)`}},
		{name: "a fix against itself", findings: []Finding{safe(edit(sv, 0, 3, "Bra"), edit(sv, 2, 4, "")), safe(edit(sv, 0, 3, "Bra"), edit(sv, 0, 3, "Bra"))},
			want: []string{`askel.sv.txt: "Bra service syns.\n" applied 1 skipped 0(i)`}},
		{name: "one name, two texts", findings: []Finding{safe(edit(sv, 0, 3, "Bra")), safe(edit(parser.NewFile(sv.Name, "God!"), 3, 4, "?"))},
			want: []string{`askel.sv.txt: "Bra service syns.\n" applied 0 skipped 1(i)`}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for i := range tt.findings {
				tt.findings[i].ordinal = i
			}
			var got []string
			for _, c := range Apply(tt.findings, tt.unsafe) {
				got = append(got, outline(c))
			}
			if d := cmp.Diff(tt.want, got); d != "" {
				t.Errorf("(-want +got)\n%s", d)
			}
		})
	}
}

// outline returns a change in one line, the findings as their ordinals.
func outline(c Change) string {
	var sb strings.Builder
	fmt.Fprintf(&sb, "%s: %q", c.File.Name, c.New)
	for i, f := range c.Applied {
		fmt.Fprintf(&sb, "%s %d", map[bool]string{true: " applied"}[i == 0], f.ordinal)
	}
	for i, s := range c.Skipped {
		why := map[Msg]string{skipOverlap: "o", skipInvalid: "i"}[s.Why]
		fmt.Fprintf(&sb, "%s %d(%s)", map[bool]string{true: " skipped"}[i == 0], s.Finding.ordinal, why)
	}
	return sb.String()
}

// FuzzApply reads fixes of one or two edits from data, and checks that the
// applied ones, made from the back, give the new text, and that every skipped
// one was rightly so.
func FuzzApply(f *testing.F) {
	f.Add("Hyvä palvelu  näkyy.\n", []byte{0, 5, 'a', 13, 15, ' ', 4, 6, 'x', 20, 20, '.'})
	f.Add("åäö", []byte{0, 0, '-', 0, 0, '+', 2, 2, '.', 0, 2, 'A', 0, 2, 'A', 1, 3, 'B'})
	f.Fuzz(func(t *testing.T, src string, data []byte) {
		if !utf8.ValidString(src) || len(data) > 300 {
			t.Skip()
		}
		file := parser.NewFile("askel.fi.txt", src)
		var findings []Finding
		for i := 0; i+3 <= len(data); i += 3 {
			e := Edit{file, parser.Span{Start: int(int8(data[i])), End: int(int8(data[i+1]))}, strings.Repeat(string(rune(data[i+2])), int(data[i+2]%3))}
			if k := len(findings) - 1; i%6 == 3 && data[i+2]%2 == 0 {
				findings[k].Fixes[0].Edits = append(findings[k].Fixes[0].Edits, e)
				continue
			}
			findings = append(findings, Finding{ordinal: len(findings), Fixes: []Fix{{Safe: true, Edits: []Edit{e}}}})
		}
		before := src
		for _, c := range Apply(findings, false) {
			if len(c.Applied)+len(c.Skipped) != len(findings) {
				t.Errorf("%d applied and %d skipped of %d", len(c.Applied), len(c.Skipped), len(findings))
			}
			accepted := acceptedEdits(c.Applied)
			if want := fromTheBack(src, accepted); c.New != want || !utf8.ValidString(c.New) {
				t.Errorf("got %q, want %q with %v", c.New, want, accepted)
			}
			for _, s := range c.Skipped {
				earlier := slices.DeleteFunc(slices.Clone(c.Applied), func(f Finding) bool { return f.ordinal > s.Finding.ordinal })
				own := s.Finding.Fixes[0].Edits
				ok := slices.ContainsFunc(own, func(e Edit) bool {
					other := func(x Edit) bool { return x != e && x.Span.Overlaps(e.Span) }
					return !fits(e) || slices.ContainsFunc(own, other) || slices.ContainsFunc(acceptedEdits(earlier), other)
				})
				if !ok {
					t.Errorf("skipped for no reason: %v", own)
				}
			}
		}
		if file.Src != before {
			t.Error("the file was changed")
		}
	})
}

// acceptedEdits returns the different edits of the findings, in their order.
func acceptedEdits(findings []Finding) []Edit {
	var out []Edit
	for _, f := range findings {
		for _, e := range f.Fixes[0].Edits {
			if !slices.Contains(out, e) {
				out = append(out, e)
			}
		}
	}
	return out
}

// fromTheBack makes the edits one after the other, the last in the text first.
func fromTheBack(src string, edits []Edit) string {
	edits = slices.Clone(edits)
	slices.SortStableFunc(edits, func(a, b Edit) int {
		if a.Span.Start != b.Span.Start {
			return a.Span.Start - b.Span.Start
		}
		return a.Span.End - b.Span.End
	})
	for _, e := range slices.Backward(edits) {
		src = src[:e.Span.Start] + e.New + src[e.Span.End:]
	}
	return src
}

func BenchmarkApply(b *testing.B) {
	file := parser.NewFile("askel.fi.txt", strings.Repeat("Hyvä palvelu  näkyy.\n", 10_000))
	var findings []Finding
	for at := 0; at < len(file.Src); at += len("Hyvä palvelu  näkyy.\n") {
		edits := []Edit{{file, parser.Span{Start: at + 13, End: at + 15}, " "}}
		findings = append(findings, Finding{File: file, Fixes: []Fix{{Safe: true, Edits: edits}}})
	}
	b.SetBytes(int64(len(file.Src)))
	for b.Loop() {
		Apply(findings, false)
	}
}
