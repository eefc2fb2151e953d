package report

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/parser"
	"github.com/steplint/steplint/parser/lang"
)

// at returns the span of the n-th (from 0) occurrence of part in the file.
func at(f *parser.File, part string, n int) parser.Span {
	start := 0
	for {
		k := strings.Index(f.Src[start:], part)
		if k < 0 {
			panic(fmt.Sprintf("%q is not in %s", part, f.Name))
		}
		start += k
		if n--; n < 0 {
			return parser.Span{Start: start, End: start + len(part)}
		}
		start += len(part)
	}
}

const (
	fiText = "Suunnittelen pihan\n\nPuutarhuri\n\n • mittaa pihan ja piirtää kartan.\n • valitsee kasvit\u00A0kasvupaikan mukaan.\n"
	svText = "Jag planerar gården\n\nTrädgårdsmästaren\n\n  • mäter gården och ritar en karta.\n    väljer växter enligt växtplatsen.\n"
)

// sample is a run with one finding of each severity.
func sample(lang string) *Run {
	fi := parser.NewFile("polku/02 piha.fi.txt", fiText)
	sv := parser.NewFile("polku/02 piha.sv.txt", svText)
	bullet := &lint.Check{Name: "missing-bullet", Severity: lint.Error}
	space := &lint.Check{Name: "odd-space", Severity: lint.Warning}
	title := &lint.Check{Name: "title-variant", Severity: lint.Info}
	gap := at(fi, "\u00A0", 0)
	item := at(sv, "    väljer", 0)
	name := at(sv, "Jag planerar gården", 0)
	return &Run{
		Lang: lang, Version: "0.1.0", Files: 12, Pairs: 6,
		Rules: []Rule{{
			Check: bullet,
			Short: lint.Msg{"a list item lost its bullet", "luettelon kohdasta puuttuu luettelomerkki", "en listpunkt saknar punkttecken"},
			Help:  lint.Msg{"Put the bullet back.", "Lisää merkki.", "Sätt tillbaka punkten."},
		}, {Check: space}, {Check: title}},
		Findings: []lint.Finding{{
			Check: space, Severity: lint.Warning, Step: "polku/02 piha", File: fi, Span: gap, Unit: "valitsee kasvit",
			Msg: lint.Msg{"no-break space after %q", "sitova välilyönti sanan %q jäljessä", "fast mellanslag efter %q"}, Args: []any{"kasvit"},
			Fixes: []lint.Fix{{
				Title: lint.Msg{"write a common space", "kirjoita tavallinen väli", "skriv ett vanligt mellanslag"},
				Safe:  true, Edits: []lint.Edit{{File: fi, Span: gap, New: " "}},
			}},
		}, {
			Check: title, Step: "polku/02 piha", File: sv, Span: name, Unit: "Jag planerar",
			Msg: lint.Msg{"the title is [short](1)", "otsikko on [lyhyt](1)", "rubriken är [kort](1)"},
			Fixes: []lint.Fix{
				{Title: lint.Msg{"write A", "kirjoita A", "skriv A"}, Edits: []lint.Edit{{File: sv, Span: name, New: "A"}, {File: fi, Span: at(fi, "pihan", 0)}}},
				{Title: lint.Msg{"write B", "kirjoita B", "skriv B"}, Edits: []lint.Edit{{File: sv, Span: name, New: "B"}}},
			},
		}, {
			Check: bullet, Step: "polku/02 piha", File: sv, Span: item, Unit: "väljer växter",
			Msg: lint.Msg{"list item without a bullet", "luettelon kohta ilman merkkiä", "listpunkt utan tecken"},
			Related: []lint.Related{{
				File: fi, Span: at(fi, "•", 1),
				Msg: lint.Msg{"the Finnish item has one", "suomenkielisessä on merkki", "den finska har ett"},
			}},
			Fixes: []lint.Fix{{
				Title: lint.Msg{"add the bullet", "lisää merkki", "lägg till tecknet"},
				Safe:  true, Edits: []lint.Edit{{File: sv, Span: parser.Span{Start: item.End - len("väljer"), End: item.End - len("väljer")}, New: "• "}},
			}},
		}},
	}
}

// write returns what the format makes of the run. Nothing of it may be a command
// for a CI runner that stands anywhere in a line.
func write(t testing.TB, format func(io.Writer, *Run) error, r *Run) string {
	t.Helper()
	var b bytes.Buffer
	if err := format(&b, r); err != nil {
		t.Fatal(err)
	}
	if cmd := command.FindString(b.String()); cmd != "" {
		t.Errorf("%q begins a command", cmd)
	}
	return b.String()
}

func TestWorst(t *testing.T) {
	sev := func(fs []lint.Finding) (out []lint.Severity) {
		for _, f := range fs {
			out = append(out, f.Severity)
		}
		return out
	}
	var r Run
	for _, s := range []lint.Severity{lint.Info, lint.Error, lint.Warning, lint.Warning, lint.Info, lint.Error} {
		r.Findings = append(r.Findings, lint.Finding{Severity: s})
	}
	got := sev(worst(r.Findings, r.tally(), 3))
	want := []lint.Severity{lint.Error, lint.Warning, lint.Error}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestShown(t *testing.T) {
	tests := []struct {
		src        string
		start, end int
		want       string
	}{
		{"", 0, 0, ""},
		{"ab", 0, 0, "a"},
		{"ab", 2, 2, "b"},
		{"ab\n", 2, 2, "b"},
		{"ab\r\nc", 2, 2, "b"},
		{"ab\n", 3, 3, "\n"},
		{"a\n\nb", 2, 2, "\n"},
		{"ab\n\n", 0, 4, "ab"},
		{"ab\nc", 2, 3, "\n"},
		{"aä", 1, 1, "ä"},
		{"\uFEFFab", 0, 3, "a"},
		{"\uFEFF", 0, 0, ""},
		{"ä", 2, 2, "ä"},
	}
	for _, tt := range tests {
		f := parser.NewFile("a", tt.src)
		if got := f.Text(shown(f, parser.Span{Start: tt.start, End: tt.end})); got != tt.want {
			t.Errorf("%q %d–%d: %q, want %q", tt.src, tt.start, tt.end, got, tt.want)
		}
	}
}

// parse returns the file parsed, with the file itself as its source.
func parse(f *parser.File, l *lang.Lang) *parser.Document {
	d, err := parser.Parse(f.Name, []byte(f.Src), parser.Options{Lang: l})
	if err != nil {
		panic(err)
	}
	d.File = f
	return d
}

// bench is a run of n findings, on one line of a megabyte or on n lines.
func bench(n int, oneLine bool) *Run {
	unit := "Työntekijä tarkistaa tilauksen ja lähettää sen varastoon ennen iltaa. Asiakas saa vahvistuksen. "
	if !oneLine {
		unit += "\n"
	}
	fi := parser.NewFile("a.fi.txt", strings.Repeat(unit, n))
	sv := parser.NewFile("a.sv.txt", fi.Src)
	c := &lint.Check{Name: "extra-sentence", Severity: lint.Error}
	pair := &corpus.Pair{Step: "a", Source: parse(fi, lang.FI), Target: parse(sv, lang.SV)}
	r := &Run{Files: 2, Pairs: 1, Rules: []Rule{{Check: c}}, Corpus: &corpus.Corpus{Pairs: []*corpus.Pair{pair}}}
	for i := range n {
		s := parser.Span{Start: i * len(unit), End: i*len(unit) + 40}
		r.Findings = append(r.Findings, lint.Finding{
			Check: c, File: fi, Span: s, Msg: lint.Msg{"extra", "liikaa", "extra"}, Unit: fmt.Sprint(i),
			Related: []lint.Related{{File: sv, Span: s, Msg: lint.Msg{"here", "tässä", "här"}}},
			Fixes:   []lint.Fix{{Title: lint.Msg{"cut", "poista", "stryk"}, Edits: []lint.Edit{{File: fi, Span: s}}}},
		})
	}
	return r
}

func Benchmark(b *testing.B) {
	formats := []struct {
		name  string
		write func(io.Writer, *Run) error
	}{
		{"text", func(w io.Writer, r *Run) error { return Text(w, r, TextOptions{}) }},
		{"json", JSON},
		{"sarif", SARIF},
		{"github", GitHub},
		{"gitlab", GitLab},
		{"junit", JUnit},
		{"checkstyle", Checkstyle},
		{"rdjson", RDJSON},
		{"markdown", comment},
		{"tsv", TSV},
	}
	for _, format := range formats {
		for _, oneLine := range []bool{false, true} {
			b.Run(fmt.Sprintf("%s/oneLine=%t", format.name, oneLine), func(b *testing.B) {
				r := bench(10_000, oneLine)
				for b.Loop() {
					if err := format.write(io.Discard, r); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
