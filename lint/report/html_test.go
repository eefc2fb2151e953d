package report

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/net/html"

	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/corpus/align"
	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/parser"
	"github.com/steplint/steplint/parser/lang"
)

// readPage reads a page as a browser does, and holds it to have nothing in it that
// runs or loads but what its policy names.
func readPage(t testing.TB, page []byte) (pageIndex, []pageStep) {
	t.Helper()
	var index pageIndex
	var steps []pageStep
	var policy string
	var open string // the element whose text comes next
	attrs := map[string]string{}
	for z := html.NewTokenizer(bytes.NewReader(page)); ; {
		switch kind := z.Next(); kind {
		case html.ErrorToken:
			if !errors.Is(z.Err(), io.EOF) {
				t.Fatal(z.Err())
			}
			return index, steps
		case html.StartTagToken:
			tok := z.Token()
			attrs, open = map[string]string{}, tok.Data
			for _, a := range tok.Attr {
				attrs[a.Key] = a.Val
				if a.Key == "src" || a.Key == "srcset" || strings.HasPrefix(a.Key, "on") || a.Key == "href" && a.Val != "#main" {
					t.Errorf("<%s %s=%q>", tok.Data, a.Key, a.Val)
				}
			}
			if attrs["http-equiv"] == "Content-Security-Policy" {
				policy = attrs["content"]
			}
		case html.TextToken:
			text := string(z.Text())
			switch {
			case open == "style" && !strings.Contains(policy, "style-src '"+digest(text)+"'"),
				open == "script" && attrs["type"] == "" && !strings.Contains(policy, "script-src '"+digest(text)+"'"):
				t.Errorf("the policy does not name this %s: %.60q", open, text)
			case open == "script" && attrs["id"] == "index":
				if err := json.Unmarshal([]byte(text), &index); err != nil {
					t.Fatal(err)
				}
			case open == "script" && attrs["class"] == "step":
				var s pageStep
				if err := json.Unmarshal([]byte(text), &s); err != nil {
					t.Fatal(err)
				}
				steps = append(steps, s)
			case open == "script" && attrs["type"] != "":
				t.Errorf("a script of type %q: %.60q", attrs["type"], text)
			}
		case html.EndTagToken:
			open = ""
		}
	}
}

// leavesIn returns the leaves of a step by side and number.
func leavesIn(s pageStep) [2]map[int]*leaf {
	out := [2]map[int]*leaf{{}, {}}
	for _, g := range s.Groups {
		for _, r := range g.Rows {
			for side, units := range r.Units {
				for _, u := range units {
					if r.See == 0 { // else it stands in another row as well
						out[side][u.ID] = u
					}
				}
			}
		}
		for side, table := range g.Tables {
			if table == nil {
				continue
			}
			units := slices.Clone(table.Levels)
			for _, r := range table.Rows {
				for _, c := range r.Cells {
					units = append(units, c.Units...)
				}
			}
			for _, u := range units {
				out[side][u.ID] = u
			}
		}
	}
	return out
}

// checkMarks holds all marks to lie within the texts they mark.
func checkMarks(t testing.TB, s pageStep) {
	t.Helper()
	leaves := leavesIn(s)
	in := func(side, id, from, to int) {
		l := leaves[side][id]
		if l == nil {
			t.Errorf("a mark in %d of side %d, which is not shown", id, side)
		} else if n := len(utf16.Encode([]rune(l.Text))); from < 0 || from > to || to > n {
			t.Errorf("a mark from %d to %d in %q of %d units", from, to, l.Text, n)
		}
	}
	for _, f := range s.Findings {
		places := []pagePlace{f.pagePlace}
		for _, r := range f.Related {
			places = append(places, r.pagePlace)
		}
		for _, p := range places {
			for _, m := range p.Marks {
				in(m[0], m[1], m[2], m[3])
			}
			if p.Leaf >= 0 && leaves[p.Side][p.Leaf] == nil {
				t.Errorf("a finding beside %d of side %d, which is not shown", p.Leaf, p.Side)
			}
		}
	}
	for side := range leaves {
		for id, l := range leaves[side] {
			for _, o := range l.Only {
				in(side, id, o[0], o[1])
			}
		}
	}
}

// pageRun is a run over one pair with a finding from a to b of the source and one
// over the whole target.
func pageRun(p *corpus.Pair, arg string, a, b int) *Run {
	c := &lint.Check{Name: "number-mismatch", Severity: lint.Error}
	msg := lint.Msg{"says %s", "sanoo %s", "säger %s"}
	src, tgt := parser.Span{Start: a, End: b}, parser.Span{End: len(p.Target.Src)}
	return &Run{
		Files: 2, Pairs: 1, Corpus: &corpus.Corpus{Pairs: []*corpus.Pair{p}}, Version: arg,
		Rules: []Rule{{Check: c, Short: lint.Msg{arg, arg, arg}, Help: lint.Msg{arg, arg, arg}}},
		Findings: []lint.Finding{{
			Check: c, File: p.Source.File, Span: src, Step: p.Step, Unit: p.Source.Src, Msg: msg, Args: []any{arg},
			Related: []lint.Related{{File: p.Target.File, Span: tgt, Msg: msg, Args: []any{arg}}},
			Fixes:   []lint.Fix{{Title: msg, Args: []any{arg}, Edits: []lint.Edit{{File: p.Source.File, Span: src, New: arg}}}},
		}},
		Problems: []string{arg},
	}
}

func TestHTML(t *testing.T) {
	fi := "Pyörän huolto\n\nKetju puhdistetaan 3 kertaa vuodessa. Rengas täytetään.\n\nKorjaaja\n\n • vaihtaa renkaan.\n • kiristää jarrun.\n\nTaso 1) Alku Taso 2) Jatko\nMitä teet?\nMiten jatkat?\n"
	sv := "Cykelservice\n\nKedjan rengörs 4 gånger om året. Däcket pumpas.\n\nReparatören\n\n • byter däcket.\n\nNivå 1) Start Nivå 2) Fortsättning\nVad gör du?\nHur fortsätter du?\n"
	p := pairOf(t, fi, sv)
	number := at(p.Source.File, "3", 0)
	var b bytes.Buffer
	if err := HTML(&b, pageRun(p, "</script><script>alert(1)</script>\u202E", number.Start, number.End)); err != nil {
		t.Fatal(err)
	}
	index, steps := readPage(t, b.Bytes())
	if len(index.Steps) != 1 || len(steps) != 1 || len(steps[0].Findings) != 1 {
		t.Fatalf("%d steps in the index, %d in the page", len(index.Steps), len(steps))
	}
	s := steps[0]
	checkMarks(t, s)
	f := s.Findings[0]
	l := leavesIn(s)[0][f.Marks[0][1]]
	if got := l.Text[f.Marks[0][2]:f.Marks[0][3]]; got != "3" {
		t.Errorf("marked is %q", got)
	}
	var gaps, tables int
	for _, g := range s.Groups {
		for _, r := range g.Rows {
			if len(r.Units[1]) == 0 && r.Units[0][0].Text == "kiristää jarrun." && r.Units[0][0].Orphan {
				gaps++
			}
		}
		if g.Tables[0] != nil && len(g.Tables[0].Levels) == 2 && len(g.Tables[1].Rows[0].Cells) == 2 {
			tables++
		}
	}
	if gaps != 1 || tables != 1 {
		t.Errorf("%d gaps and %d pairs of tables, want one of each", gaps, tables)
	}
}

// A row or a cell that only one language has is a gap in the other table.
func TestHTMLTableGaps(t *testing.T) {
	parse := func(name, text string, l *lang.Lang) *parser.Document {
		d, err := parser.Parse(name, []byte(text), parser.Options{Lang: l})
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	src := parse("a.fi.md", "| Työkalu | Käyttö |\n|---|---|\n| avain 10 | mutteri |\n| pumppu 20 | rengas |\n| harja 30 | ketju |\n", lang.FI)
	tgt := parse("a.sv.md", "| Verktyg | Bruk |\n|---|---|\n| nyckel 10 | mutter |\n| borste 30 | kedja |\n", lang.SV)
	p := &corpus.Pair{Step: "a", Source: src, Target: tgt, Links: align.Align(src, tgt, nil)}
	s := pageOf(p, nil)
	if len(s.Groups) != 1 || s.Groups[0].Tables[1] == nil {
		t.Fatalf("no tables beside each other: %+v", s.Groups)
	}
	var gaps []bool
	for _, r := range s.Groups[0].Tables[1].Rows {
		gaps = append(gaps, r.Gap)
	}
	if want := []bool{false, false, true, false}; !slices.Equal(gaps, want) {
		t.Errorf("gaps in the rows of the Swedish table: %v, want %v", gaps, want)
	}
}

func TestHTMLSingle(t *testing.T) {
	d, err := parser.Parse("polku/pyora.sv.txt", []byte("Cykeln\n\nDäcket pumpas. Kedjan smörjs.\n"), parser.Options{Lang: lang.SV})
	if err != nil {
		t.Fatal(err)
	}
	u := &corpus.Unpaired{Step: "polku/pyora", Doc: d}
	c := &lint.Check{Name: "unpaired-document", Severity: lint.Error}
	r := &Run{Files: 1, Corpus: &corpus.Corpus{Unpaired: []*corpus.Unpaired{u}}, Findings: []lint.Finding{{Check: c, Step: u.Step, File: d.File, Span: parser.Span{End: 6}}}, Rules: []Rule{{Check: c}}}
	var b bytes.Buffer
	if err := HTML(&b, r); err != nil {
		t.Fatal(err)
	}
	_, steps := readPage(t, b.Bytes())
	checkMarks(t, steps[0])
	if got := steps[0].Files; got != [2]string{"", "polku/pyora.sv.txt"} {
		t.Errorf("files %q", got)
	}
	if got := len(leavesIn(steps[0])[1]); got != 3 {
		t.Errorf("%d leaves, want 3", got)
	}
}

// Whatever texts and findings hold, it is data in the page, and all marks lie
// within what they mark.
func FuzzHTML(f *testing.F) {
	f.Add("Otsikko\n\n • yksi </script><script>alert(1)</script>\n • 2 kaksi\u202E\n", "Rubrik\n\n • ett <!--<script>\n", "]]>\x00", uint(3), uint(40), false)
	f.Add("# 😀 A &amp; **b**\n\n| a | b |\n|---|---|\n| 1 | 2 |\n", "# A\n\n| a | b |\n|---|---|\n", "javascript:alert(1)", uint(0), uint(9), true)
	f.Fuzz(func(t *testing.T, fi, sv, arg string, a, b uint, markdown bool) {
		if len(fi)+len(sv) > 1<<14 {
			return
		}
		name := map[bool]string{false: ".txt", true: ".md"}[markdown]
		src, err1 := parser.Parse("a.fi"+name, []byte(fi), parser.Options{Lang: lang.FI})
		tgt, err2 := parser.Parse("a.sv"+name, []byte(sv), parser.Options{Lang: lang.SV})
		if err1 != nil || err2 != nil {
			return
		}
		ends := []int{}
		for i := range src.Src {
			ends = append(ends, i)
		}
		ends = append(ends, len(src.Src))
		x, y := ends[a%uint(len(ends))], ends[b%uint(len(ends))]
		p := &corpus.Pair{Step: arg, Source: src, Target: tgt, Links: align.Align(src, tgt, nil)}
		var out bytes.Buffer
		if err := HTML(&out, pageRun(p, arg, min(x, y), max(x, y))); err != nil {
			t.Fatal(err)
		}
		_, steps := readPage(t, out.Bytes())
		if len(steps) != 1 {
			t.Fatalf("%d steps", len(steps))
		}
		checkMarks(t, steps[0])
	})
}
