package lint_test

import (
	"context"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/parser"
)

// folder lays out files, "name" and text by turns, and loads them.
func folder(t *testing.T, cfg *corpus.Config, files ...string) *corpus.Corpus {
	t.Helper()
	t.Chdir(t.TempDir())
	for i := 0; i < len(files); i += 2 {
		if err := os.WriteFile(files[i], []byte(files[i+1]), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	list := corpus.Discover(nil, cfg)
	c, errs := corpus.Load(context.Background(), list, cfg, 2)
	if len(list.Errors)+len(errs) > 0 {
		t.Fatal(list.Errors, errs)
	}
	return c
}

// firstWords reports the first word of every block.
var firstWords = &lint.Check{
	Name: "first-word", Severity: lint.Warning,
	Document: func(p *lint.Pass, d *parser.Document) {
		for _, b := range d.Blocks {
			for w := range d.Words(b.Range()) {
				p.Report(lint.Finding{File: d.File, Span: w, Msg: lint.Msg{"word %s", "sana %s", "ord %s"}, Args: []any{d.Text(w)}})
				break
			}
		}
	},
}

// noPairs reports pairs, which a lone document is none of.
var noPairs = &lint.Check{
	Name: "a-pair", Severity: lint.Error,
	Pair: func(p *lint.Pass, pair *corpus.Pair) {
		p.Report(lint.Finding{File: pair.Target.File, Span: pair.Target.Blocks[0].Range(), Msg: lint.Msg{"pair", "pari", "par"}})
	},
}

func list(found []lint.Finding, lang string) string {
	var b strings.Builder
	for _, f := range found {
		p := f.File.Position(f.Span.Start)
		fmt.Fprintf(&b, "%s %s:%d:%d %s %s: %s\n", f.Step, f.File.Name, p.Line, p.Column, f.Severity, f.Check.Name, f.Text(lang))
	}
	return b.String()
}

const fi, sv = "Kylvän siemenet\n\nMaa on lämmin.\n", "Jag sår frön\n\nJorden är varm.\n"

func TestRun(t *testing.T) {
	c := folder(t, nil, "b.fi.txt", fi, "b.sv.txt", sv, "a.fi.txt", fi)
	want := `a a.fi.txt:1:1 warning first-word: sana Kylvän
a a.fi.txt:3:1 warning first-word: sana Maa
b b.fi.txt:1:1 warning first-word: sana Kylvän
b b.fi.txt:3:1 warning first-word: sana Maa
b b.sv.txt:1:1 warning first-word: sana Jag
b b.sv.txt:1:1 error a-pair: pari
b b.sv.txt:3:1 warning first-word: sana Jorden
`
	for _, jobs := range []int{1, 2, 8} {
		found := lint.Run(context.Background(), c, []*lint.Check{firstWords, noPairs}, lint.Options{Jobs: jobs})
		if d := cmp.Diff(want, list(found, "fi")); d != "" {
			t.Errorf("%d jobs (-want +got):\n%s", jobs, d)
		}
	}
}

func TestSeverities(t *testing.T) {
	cfg := &corpus.Config{Severities: map[string]string{"first-word": "off", "a-pair": "info"}}
	c := folder(t, cfg, "b.fi.txt", fi, "b.sv.txt", sv)
	found := lint.Run(context.Background(), c, []*lint.Check{firstWords, noPairs}, lint.Options{Jobs: 1})
	if d := cmp.Diff("b b.sv.txt:1:1 info a-pair: pair\n", list(found, "en")); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
}

// TestKey checks that a finding keeps its key when lines move, and that equal
// texts have keys of their own.
func TestKey(t *testing.T) {
	keys := func(text string) []string {
		c := folder(t, nil, "b.fi.txt", text)
		var out []string
		for _, f := range lint.Run(context.Background(), c, []*lint.Check{firstWords}, lint.Options{Jobs: 1}) {
			out = append(out, f.Key())
		}
		return out
	}
	before := keys("Otsikko\n\nMaa on lämmin.\n\nMaa on lämmin.\n")
	after := keys("Otsikko\n\nUusi kappale tuli väliin.\n\n\nMaa  on lämmin.\n\nMaa on lämmin.\n")
	if before[1] == before[2] {
		t.Error("two findings have the same key")
	}
	if d := cmp.Diff(before[1:], after[2:]); d != "" {
		t.Errorf("the keys changed (-before +after):\n%s", d)
	}
}

func TestValidate(t *testing.T) {
	doc := func(*lint.Pass, *parser.Document) {}
	for _, tt := range []struct {
		want   string
		checks []*lint.Check
	}{
		{"", []*lint.Check{firstWords, noPairs}},
		{`check "No": the name is not in kebab-case`, []*lint.Check{{Name: "No", Severity: lint.Info, Document: doc}}},
		{`check "a--b": the name is not in kebab-case`, []*lint.Check{{Name: "a--b", Severity: lint.Info, Document: doc}}},
		{`check "a": the name is taken`, []*lint.Check{{Name: "a", Severity: lint.Info, Document: doc}, {Name: "a", Severity: lint.Info, Document: doc}}},
		{`check "a": no severity`, []*lint.Check{{Name: "a", Document: doc}}},
		{`check "a": 0 scopes instead of one`, []*lint.Check{{Name: "a", Severity: lint.Info}}},
		{`check "a": 2 scopes instead of one`, []*lint.Check{{Name: "a", Severity: lint.Info, Document: doc, Corpus: func(*lint.Pass, *corpus.Corpus) {}}}},
	} {
		got := ""
		if err := lint.Validate(tt.checks); err != nil {
			got = err.Error()
		}
		if got != tt.want {
			t.Errorf("%q, want %q", got, tt.want)
		}
	}
}

// doubleA offers to remove the first of two As.
var doubleA = &lint.Check{
	Name: "double-a", Severity: lint.Warning,
	Document: func(p *lint.Pass, d *parser.Document) {
		for i := 0; i+1 < len(d.Src); i++ {
			if d.Src[i:i+2] == "AA" {
				s := parser.Span{Start: i, End: i + 1}
				p.Report(lint.Finding{File: d.File, Span: s, Msg: lint.Msg{"a", "a", "a"}, Fixes: []lint.Fix{{
					Title: lint.Msg{"b", "b", "b"}, Edits: []lint.Edit{{File: d.File, Span: s}}, Safe: true}}})
			}
		}
	},
}

// TestFixMarkup checks that no fix touches code or markup.
func TestFixMarkup(t *testing.T) {
	c := folder(t, nil, "b.fi.md", "Katso AA, `AA` ja [AA](AA).\n", "c.fi.html", "<p>Katso AA, <code>AA</code> ja <b id=AA>AA</b>.</p>\n")
	found := lint.Run(context.Background(), c, []*lint.Check{doubleA}, lint.Options{Jobs: 1})
	var got []string
	for _, change := range lint.Apply(found, false) {
		got = append(got, change.New)
	}
	want := []string{"Katso A, `AA` ja [A](AA).\n", "<p>Katso A, <code>AA</code> ja <b id=AA>A</b>.</p>\n"}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
}
