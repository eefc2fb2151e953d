package report

import (
	"io"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/parser"
)

func text0(w io.Writer, r *Run) error { return Text(w, r, TextOptions{}) }

func TestText(t *testing.T) {
	want := map[string]string{
		"en": `polku/02 piha.fi.txt:6:19: warning: no-break space after "kasvit" [odd-space]
    6 |  • valitsee kasvit⍽kasvupaikan mukaan.
      |                   ^
  fix: write a common space

polku/02 piha.sv.txt:1:1: info: the title is [short](1) [title-variant]
    1 | Jag planerar gården
      | ^^^^^^^^^^^^^^^^^^^
  fix: write A (check it yourself: only applied with --unsafe)
  or: write B (check it yourself: only applied with --unsafe)

polku/02 piha.sv.txt:6:1: error: list item without a bullet [missing-bullet]
    6 |     väljer växter enligt växtplatsen.
      | ^^^^^^^^^^
  polku/02 piha.fi.txt:6:2: the Finnish item has one
    6 |  • valitsee kasvit⍽kasvupaikan mukaan.
      |  ^
  fix: add the bullet

1 error, 1 warning, 1 info in 1 of 6 steps
`,
		"fi": `polku/02 piha.fi.txt:6:19: varoitus: sitova välilyönti sanan "kasvit" jäljessä [odd-space]
    6 |  • valitsee kasvit⍽kasvupaikan mukaan.
      |                   ^
  korjaus: kirjoita tavallinen väli

polku/02 piha.sv.txt:1:1: huomautus: otsikko on [lyhyt](1) [title-variant]
    1 | Jag planerar gården
      | ^^^^^^^^^^^^^^^^^^^
  korjaus: kirjoita A (tarkista itse: tehdään vain valitsimella --unsafe)
  tai: kirjoita B (tarkista itse: tehdään vain valitsimella --unsafe)

polku/02 piha.sv.txt:6:1: virhe: luettelon kohta ilman merkkiä [missing-bullet]
    6 |     väljer växter enligt växtplatsen.
      | ^^^^^^^^^^
  polku/02 piha.fi.txt:6:2: suomenkielisessä on merkki
    6 |  • valitsee kasvit⍽kasvupaikan mukaan.
      |  ^
  korjaus: lisää merkki

1 virhe, 1 varoitus, 1 huomautus 1 askeleessa (tarkistettu 6)
`,
		"sv": `polku/02 piha.fi.txt:6:19: varning: fast mellanslag efter "kasvit" [odd-space]
    6 |  • valitsee kasvit⍽kasvupaikan mukaan.
      |                   ^
  rättelse: skriv ett vanligt mellanslag

polku/02 piha.sv.txt:1:1: anmärkning: rubriken är [kort](1) [title-variant]
    1 | Jag planerar gården
      | ^^^^^^^^^^^^^^^^^^^
  rättelse: skriv A (kontrollera själv: görs bara med --unsafe)
  eller: skriv B (kontrollera själv: görs bara med --unsafe)

polku/02 piha.sv.txt:6:1: fel: listpunkt utan tecken [missing-bullet]
    6 |     väljer växter enligt växtplatsen.
      | ^^^^^^^^^^
  polku/02 piha.fi.txt:6:2: den finska har ett
    6 |  • valitsee kasvit⍽kasvupaikan mukaan.
      |  ^
  rättelse: lägg till tecknet

1 fel, 1 varning, 1 anmärkning i 1 av 6 steg
`,
	}
	for lang, want := range want {
		if diff := cmp.Diff(want, write(t, text0, sample(lang))); diff != "" {
			t.Errorf("%s: %s", lang, diff)
		}
	}
}

func TestTextSummary(t *testing.T) {
	f := parser.NewFile("a.txt", "a\n")
	c := &lint.Check{Name: "odd-space", Severity: lint.Warning}
	one := []lint.Finding{{Check: c, File: f, Step: "a"}}
	tests := []struct {
		run        Run
		en, fi, sv string
	}{
		{Run{}, "no documents to check", "ei tarkistettavia tekstejä", "inga texter att granska"},
		{Run{Files: 1}, "nothing found in 1 file", "ei löydöksiä, tarkistettu 1 tiedosto", "inga fynd i 1 fil"},
		{Run{Files: 4, Pairs: 2}, "nothing found in 4 files", "ei löydöksiä, tarkistettu 4 tiedostoa", "inga fynd i 4 filer"},
		{Run{Files: 3, Findings: one}, "1 warning in 1 of 3 files", "1 varoitus 1 tiedostossa (tarkistettu 3)", "1 varning i 1 av 3 filer"},
		{Run{Files: 5, Pairs: 2, Findings: one}, "1 warning in 1 of 3 steps", "1 varoitus 1 askeleessa (tarkistettu 3)", "1 varning i 1 av 3 steg"},
	}
	for _, tt := range tests {
		for lang, want := range map[string]string{"en": tt.en, "fi": tt.fi, "sv": tt.sv} {
			tt.run.Lang = lang
			lines := strings.Split(strings.TrimSuffix(write(t, text0, &tt.run), "\n"), "\n")
			if got := lines[len(lines)-1]; got != want {
				t.Errorf("%q, want %q", got, want)
			}
		}
	}
}

// TestExcerpt draws the mark below the excerpt: both lines must have the same
// width in a terminal up to the mark. The mark stands under what is in ⟦ ⟧.
func TestExcerpt(t *testing.T) {
	tests := []struct {
		name, src, text, mark string
		avail                 int
	}{
		{"umlauts", "päättää ⟦työn⟧", "päättää työn", "        ^^^^", 80},
		{"decomposed", "pa\u0308a\u0308 ⟦tyo\u0308⟧ on", "pa\u0308a\u0308 tyo\u0308 on", "    ^^^", 80},
		{"wide", "日本 ⟦語⟧ x", "日本 語 x", "     ^^", 80},
		{"emoji", "👩‍🌾👍🏽🇫🇮 ⟦❤️⟧!", "👩‍🌾👍🏽🇫🇮 ❤️!", "       ^^", 80},
		{"tab", "a\t⟦b⟧", "a   b", "    ^", 80},
		{"marked tab", "a⟦\t⟧b", "a   b", " ^^^", 80},
		{"no-break", "Taso\u00A02 ⟦ja\u202F⟧muu", "Taso⍽2 ja⍽muu", "       ^^^", 80},
		{"soft hyphen", "kulut\u00ADtaja ⟦x⟧", "kulut¬taja x", "           ^", 80},
		{"zero width", "a⟦\u200B⟧b", "a<U+200B>b", " ^^^^^^^^", 80},
		{"joiner in a word", "a⟦\u200D⟧b", "a<U+200D>b", " ^^^^^^^^", 80},
		{"controls", "a\x1b[31m\u202E⟦b⟧\x00", "a<U+001B>[31m<U+202E>b<U+0000>", "                     ^", 80},
		{"broken bytes", "a\xFF⟦b⟧\xC3", "a<0xFF>b<0xC3>", "       ^", 80},
		{"lone mark", "⟦\u0308⟧x", "◌\u0308x", "^", 80},
		{"byte order mark", "\uFEFF⟦ab⟧", "ab", "^^", 80},
		{"Windows line end", "ab ⟦c\r\nd⟧", "ab c", "   ^", 80},
		{"end of line", "ab⟦\n⟧", "ab", "  ^", 80},
		{"empty", "ab⟦⟧c", "abc", "  ^", 80},
		{"nothing", "⟦⟧", "", "^", 80},
		{"cut after", "⟦aa⟧ bbbb cccc dddd", "aa bbbb cc…", "^^", 12},
		{"cut before", "aaaa bbbb cccc ⟦dd⟧", "…bb cccc dd", "         ^^", 12},
		{"cut around", "aaaa bbbb ⟦cc⟧ dddd eeee", "…bbb cc ddd…", "     ^^", 12},
		{"mark too long", "aaaa ⟦bbbb cccc dddd⟧ e", "…a bbbb ccc…", "   ^^^^^^^^^", 12},
		{"fits", "aaaa bbbb ⟦cc⟧", "aaaa bbbb cc", "          ^^", 12},
		{"cut wide", "日本語日本語⟦日⟧本語日本語", "…本語日本語…", "     ^^", 12},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			before, rest, _ := strings.Cut(tt.src, "⟦")
			marked, after, _ := strings.Cut(rest, "⟧")
			f := parser.NewFile("a", before+marked+after)
			e := excerptOf(f, parser.Span{Start: len(before), End: len(before) + len(marked)}, tt.avail)
			got := [2]string{e.text, strings.Repeat(" ", e.before) + strings.Repeat("^", e.mark)}
			if diff := cmp.Diff([2]string{tt.text, tt.mark}, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestTextOfSeveralLines(t *testing.T) {
	f := parser.NewFile("a.txt", "Taso 1)\nTaso 2)\nTaso 3)\n\nMuu\n")
	c := &lint.Check{Name: "broken-level-header", Severity: lint.Error}
	r := &Run{Files: 1, Findings: []lint.Finding{{Check: c, File: f, Span: parser.Span{End: 24}, Msg: lint.Msg{"a\nb\tc", "", ""}}}}
	want := `a.txt:1:1: error: a b c [broken-level-header]
    1 | Taso 1)
      | ^^^^^^^ to line 3

1 error in 1 of 1 file
`
	if diff := cmp.Diff(want, write(t, text0, r)); diff != "" {
		t.Error(diff)
	}
}

var ansi = regexp.MustCompile("\x1b\\[[0-9;]*m")

func TestTextColor(t *testing.T) {
	color := write(t, func(w io.Writer, r *Run) error { return Text(w, r, TextOptions{Color: true}) }, sample("fi"))
	if !strings.Contains(color, red+"virhe:"+reset) {
		t.Errorf("no red error in %q", color)
	}
	if diff := cmp.Diff(write(t, text0, sample("fi")), ansi.ReplaceAllString(color, "")); diff != "" {
		t.Error(diff)
	}
}

// FuzzText checks that nothing but printable characters and newlines is written,
// and that no line of a document starts a line of the report.
func FuzzText(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, name, src, arg string, a, b uint, width uint8) {
		r := fuzzRun(name, src, arg, a, b)
		o := TextOptions{Width: int(width)}
		out := write(t, func(w io.Writer, r *Run) error { return Text(w, r, o) }, r)
		for _, c := range out {
			if c != '\n' && !unicode.IsGraphic(c) && c != '\u200D' {
				t.Fatalf("%U in %q", c, out)
			}
		}
		if want := 4 + strings.Count(out, "\n      | ")*2; strings.Count(out, "\n") < want {
			t.Fatalf("%d lines, want %d at least: %q", strings.Count(out, "\n"), want, out)
		}
		o.Color = true
		color := write(t, func(w io.Writer, r *Run) error { return Text(w, r, o) }, r)
		if diff := cmp.Diff(out, ansi.ReplaceAllString(color, "")); diff != "" {
			t.Fatal(diff)
		}
	})
}
