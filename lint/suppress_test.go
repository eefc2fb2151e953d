package lint_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/parser"
)

// suppressions reports what it is shown: what each comment names, and whether that
// is used.
var suppressions = &lint.Check{
	Name: "a-comment", Severity: lint.Info,
	Suppression: func(p *lint.Pass, s *lint.Suppression) {
		state := func(c lint.Suppressed) string {
			switch {
			case c.Check == nil:
				return "unknown"
			case c.Used:
				return "used"
			case c.Judged:
				return "unused"
			}
			return "not judged"
		}
		if s.Fault != nil {
			p.Report(lint.Finding{File: s.File, Span: s.Span, Msg: lint.Msg{"faulty", "faulty", "faulty"}})
		}
		for _, c := range s.Checks {
			p.Report(lint.Finding{File: s.File, Span: c.Span, Msg: lint.Msg{"%s %s", "%s %s", "%s %s"}, Args: []any{c.Name, state(c)}})
		}
	},
}

var suppressedChecks = []*lint.Check{firstWords, noPairs, suppressions}

func TestSuppress(t *testing.T) {
	for _, tt := range []struct{ name, file, src, want string }{
		{"next line", "a.fi.txt", "Kylvän\n\n<!-- steplint-disable-next-line first-word: syy -->\n\nMaa on lämmin.\n\nSataa.\n", `
1:1 word Kylvän
3:33 first-word used
7:1 word Sataa
`},
		{"two on top of each other", "a.fi.txt", "Kylvän\n\n<!-- steplint-disable-next-line first-word -->\n<!-- steplint-disable-next-line a-pair, first-word -->\nMaa on lämmin.\n\nSataa.", `
1:1 word Kylvän
3:33 first-word used
4:33 a-pair not judged
4:41 first-word used
7:1 word Sataa
`},
		{"the rest of the file", "a.fi.txt", "Kylvän\n\n<!--steplint-disable first-word-->\nMaa on lämmin.\n\nSataa.", `
1:1 word Kylvän
3:22 first-word used
`},
		{"a stretch", "a.fi.txt", "<!-- steplint-disable first-word -->\nKylvän\n\n<!-- steplint-enable -->\nMaa on lämmin.\n\n<!-- steplint-disable first-word -->\n<!-- steplint-enable first-word, a-pair -->\nSataa.", `
1:23 first-word used
5:1 word Maa
7:23 first-word unused
8:22 first-word used
8:34 a-pair used
9:1 word Sataa
`},
		{"all of the file", "a.fi.txt", "Kylvän\n\nSataa.\n\n<!-- steplint-disable-file first-word -->\n<!-- steplint-disable-file first-word -->", `
5:28 first-word used
6:28 first-word unused
`},
		{"what is wrong with it", "a.fi.txt", "Kylvän\n\n<!-- steplint-disable-next-line fisrt-word -->\n<!-- steplint-disable-next-line : first-word -->\n<!-- steplint-disable-next-line first-word\n<!-- steplint-off first-word -->\n<!-- steplint-disable first-word a-pair -->\nSataa.", `
1:1 word Kylvän
3:33 fisrt-word unknown
4:1 faulty
5:1 faulty
6:1 faulty
7:1 faulty
8:1 word Sataa
`},
		{"nothing below it", "a.fi.txt", "Kylvän\n\n<!-- steplint-disable-next-line first-word -->", `
1:1 word Kylvän
3:33 first-word unused
`},
		{"HTML", "a.fi.html", "<h1>Kylvän</h1><p>\n<!-- steplint-disable-next-line first-word --></p>\n<ul>\n<li>siemenet</ul>\n<p>Sataa.</p>", `
1:5 word Kylvän
2:33 first-word used
5:4 word Sataa
`},
		{"Markdown, within a line", "a.fi.md", "# Kylvän\n\nMaa <!-- steplint-disable-file a-pair --> on.\n\n- <!-- steplint-disable-next-line first-word --> Sataa.\n- Paistaa.\n", `
1:3 word Kylvän
3:1 word Maa
3:32 a-pair not judged
5:35 first-word used
`},
		{"Markdown", "a.fi.md", "# Kylvän\n\n- siemenet\n  <!-- steplint-disable-next-line first-word -->\n- taimet\n\n<!-- steplint-disable-next-line first-word -->\nSataa.\n", `
1:3 word Kylvän
3:3 word siemenet
4:35 first-word unused
7:33 first-word used
`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := folder(t, nil, tt.file, tt.src)
			found := lint.Run(context.Background(), c, suppressedChecks, lint.Options{Jobs: 1})
			if d := cmp.Diff(strings.TrimPrefix(tt.want, "\n"), places(found)); d != "" {
				t.Errorf("(-want +got):\n%s", d)
			}
		})
	}
}

func places(found []lint.Finding) string {
	var b strings.Builder
	for _, f := range found {
		p := f.File.Position(f.Span.Start)
		fmt.Fprintf(&b, "%d:%d %s\n", p.Line, p.Column, f.Text("en"))
	}
	return b.String()
}

// TestSuppressionsJudged checks when one that suppresses nothing is said to do so:
// only when its finding has been looked for.
func TestSuppressionsJudged(t *testing.T) {
	whole := &lint.Check{Name: "first-word", Severity: lint.Info, Corpus: func(*lint.Pass, *corpus.Corpus) {}}
	document := &lint.Check{Name: "first-word", Severity: lint.Info, Document: func(*lint.Pass, *parser.Document) {}}
	off := &corpus.Config{Severities: map[string]string{"first-word": "off"}}
	const comment = "<!-- steplint-disable-file first-word -->\n"
	for _, tt := range []struct {
		name  string
		check *lint.Check
		cfg   *corpus.Config
		paths []string
		want  string
	}{
		{"looked for", document, nil, nil, "first-word unused"},
		{"switched off", document, off, nil, "first-word not judged"},
		{"in another text of the corpus, all of it", whole, nil, nil, "first-word unused"},
		{"in a part of the corpus", whole, nil, []string{"a.fi.txt"}, "first-word not judged"},
	} {
		folder(t, nil, "a.fi.txt", comment+fi, "b.fi.txt", fi)
		c, _ := corpus.Load(context.Background(), corpus.Discover(tt.paths, tt.cfg), tt.cfg, 1)
		opt := lint.Options{Jobs: 1, Steps: func() []string { return corpus.Steps(tt.cfg) }}
		got := places(lint.Run(context.Background(), c, []*lint.Check{tt.check, suppressions}, opt))
		if want := "1:28 " + tt.want + "\n"; got != want {
			t.Errorf("%s: got %q, want %q", tt.name, got, want)
		}
	}
}

func TestAccept(t *testing.T) {
	const name, cfg = "steplint.toml", `
[[accept]]
check = "first-word"
text = "on  lämmin"
reason = "niin on"
[[accept]]
check = "first-word"
path = "b.*"
reason = "vanha"
until = "2026-12-01"
[[accept]]
check = ["first-word", "a-pair"]
step = "c"
reason = "?"
[[accept]]
check = "first-word"
path = "*"
reason = "mennyt"
until = 2026-11-30
[[accept]]
check = "first-word"
path = "d/**"
reason = "tyhjä"
`
	folder(t, nil, "a.fi.txt", fi, "b.fi.txt", fi, "c.sv.txt", sv, "e.sv.txt", sv, name, cfg)
	for _, tt := range []struct {
		paths []string
		want  string
	}{
		{nil, "20:3 first-word unused\n1:1 word Kylvän\n1:1 word Jag\n3:1 word Jorden\n"},
		{[]string{"e.sv.txt"}, "1:1 word Jag\n3:1 word Jorden\n"},
	} {
		c, err := corpus.LoadConfig(name, []string{"first-word", "a-pair"})
		if err != nil {
			t.Fatal(err)
		}
		docs, errs := corpus.Load(context.Background(), corpus.Discover(tt.paths, c), c, 1)
		if len(errs) > 0 {
			t.Fatal(errs)
		}
		opt := lint.Options{Jobs: 1, Today: "2026-12-01", Steps: func() []string { return corpus.Steps(c) }}
		found := lint.Run(context.Background(), docs, suppressedChecks, opt)
		var got strings.Builder
		for _, f := range found {
			if f.Check != suppressions || strings.HasSuffix(f.Text("en"), " unused") {
				got.WriteString(places([]lint.Finding{f}))
			}
		}
		if d := cmp.Diff(tt.want, got.String()); d != "" {
			t.Errorf("%v (-want +got):\n%s", tt.paths, d)
		}
	}
}

// FuzzSuppress: whatever the comments say, what is hidden was found without them;
// what a stretch or a file covers is hidden and what nothing names is not; places
// are in the file, on code points.
func FuzzSuppress(f *testing.F) {
	for _, s := range []string{
		"Kylvän\n<!-- steplint-disable-next-line first-word -->\nSataa.\n\n<!-- steplint-disable first-word -->\n\nTuulee.\n<!-- steplint-enable first-word -->\nPaistaa.",
		"<!-- steplint-disable-file first-word,,ä first-word : ö -->\nKylvän",
		"<!-- steplint-\n<!-- steplint-disable -->\n<!--steplint-enable a-pair:-->\n<!-- steplint-disable-file:first-word -->",
		"<p>a<!--\nsteplint-disable-next-line\nfirst-word\n-->b</p><!-- steplint-disable first-word",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, src string) {
		if !utf8.ValidString(src) || strings.Contains(src, "\x00") {
			t.Skip()
		}
		for _, name := range []string{"a.txt", "a.md", "a.html"} {
			d, err := parser.Parse(name, []byte(src), parser.Options{})
			if err != nil {
				t.Fatal(err)
			}
			c := &corpus.Corpus{Unpaired: []*corpus.Unpaired{{Step: "a", Doc: d}}}
			with := lint.Run(context.Background(), c, suppressedChecks, lint.Options{Jobs: 1})
			d.Comments, with = nil, slices.DeleteFunc(with, func(f lint.Finding) bool {
				s := f.Span
				if s.Start < 0 || s.End > len(d.Src) || s.Start > s.End || !utf8.ValidString(d.Text(s)) {
					t.Fatalf("%s: span %v", name, s)
				}
				return f.Check == suppressions
			})
			all := lint.Run(context.Background(), c, suppressedChecks, lint.Options{Jobs: 1})
			shown := map[int]bool{}
			for _, f := range with {
				shown[f.Span.Start] = true
			}
			for _, f := range all {
				switch want := hidden(src, f.Span.Start); {
				case name != "a.txt": // the model reads lines
				case want == "yes" && shown[f.Span.Start], want == "no" && !shown[f.Span.Start]:
					t.Errorf("hidden: %s, but shown: %v, at %d of %q", want, shown[f.Span.Start], f.Span.Start, src)
				}
				delete(shown, f.Span.Start)
			}
			if len(shown) > 0 {
				t.Errorf("%s: found only with comments: %v", name, shown)
			}
		}
	})
}

// hidden says whether comments in a plain text hide a finding of firstWords there:
// yes, no, or perhaps, when one about the next line stands above.
func hidden(src string, at int) string {
	out, pos := "no", 0
	before := true
	for _, line := range strings.FieldsFunc(src, func(r rune) bool { return r == '\n' || r == '\r' }) {
		pos += strings.Index(src[pos:], line)
		before = before && pos <= at
		switch what := strings.TrimSpace(line); {
		case what == "<!-- steplint-disable-file first-word -->":
			return "yes"
		case what == "<!-- steplint-disable first-word -->":
			if before {
				out = "yes"
			}
		case what == "<!-- steplint-enable first-word -->":
			if before {
				out = "no"
			}
		case strings.Contains(what, "<!--"):
			return "perhaps" // the model knows no more
		}
	}
	return out
}
