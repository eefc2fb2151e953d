package parser

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"
)

var markdownStructures = []structure{
	{"headings, paragraphs, code, rules", `
# Leivon kotona

Leipuri mittaa jauhot
ja veden.

Tarvikkeet
==========

Ensin kaksi
riviä
---

    mitta 1
~~~
mitta 2
~~~
***
###### Lopuksi ######

#
`, `
heading1: Leivon kotona
paragraph: Leipuri mittaa jauhot ja veden.
heading1: Tarvikkeet
heading2: Ensin kaksi riviä
heading6: Lopuksi
`},
	{"nested and numbered lists", `
Leipuri

- mittaa jauhot
  ja veden
- vaivaa taikinan

  käsin
  * ensin hitaasti

    sitten nopeasti
  * lopuksi levossa
- paistaa

1. Avaa luukku.
2. Sulje luukku.

10) Odota.
`, `
paragraph lead-in: Leipuri
list
  item <->: mittaa jauhot ja veden
  item <->: vaivaa taikinan käsin
    item <*>: ensin hitaasti sitten nopeasti
    item <*>: lopuksi levossa
  item <->: paistaa
list
  item <1.>: Avaa luukku.
  item <2.>: Sulje luukku.
list
  item <10)>: Odota.
`},
	{"tabs", "-\tnosta\n\t- laske\n\n\t\t10.\todota\n>\t+ - lepää\n>\t+\n>\t+ nouse\n", `
list
  item <->: nosta
    item <->: laske
      item <10.>: odota
list
  item <->: lepää
  item <+>: nouse
`},
	{"what stands in items", "\n- [x] mittaa\n\n  ```\n  koodi\n  ```\n\n  ja punnitse\n- > nosta\n-\n- # Otsikko\n\n  teksti\n- laske\n", `
list
  item <->: mittaa ja punnitse
  item <- >>: nosta
heading1: Otsikko
paragraph lead-in: teksti
list
  item <->: laske
`},
	{"quotes and dialogue", `
> Vem knackar?
> Det är bagaren.
>
> > – Kom in!

• jäst
`, `
paragraph: Vem knackar? Det är bagaren.
paragraph <–>: Kom in!
paragraph <•>: jäst
`},
	{"a level table", `
| **Tyydyttävä** T1 | Hyvä H2 | Kiitettävä&nbsp;K3 |
|---|:--|--:|
| leipoo<br>ohjattuna | leipoo \| paistaa | leipoo<br/><br>ja neuvoo |
| siivoaa | | siivoaa itse |
|  |  |  |
| pesee |
`, `
table header lines 1
  level: Tyydyttävä T1
  level: Hyvä H2
  level: Kiitettävä K3
  row
    cell: leipoo / ohjattuna
    cell: leipoo | paistaa
    cell: leipoo / ja neuvoo
  row
    cell: siivoaa
    cell: siivoaa itse
  row
    cell: pesee
`},
	{"levels with labels", `
| Nivå 1) Första steget | Nivå2) Fortsättning |
| --- | --- |
| Vad bakar du? | Hur bakar du? |
`, `
table header lines 1
  level: Nivå 1) Första steget
  level: Nivå2) Fortsättning
  row
    cell: Vad bakar du?
    cell: Hur bakar du?
`},
	{"tables without levels", `
Luettelo
| Aine | Määrä |
| --- | --- |
| jauhot | 5 dl | karkeita | |

| | Taso 1 | Taso 2 |
| --- | --- | --- |
| Mitä | leivon | paistan |
`, `
paragraph: Luettelo
table header lines 0
  row
    cell: Aine
    cell: Määrä
  row
    cell: jauhot
    cell: 5 dl
    cell: karkeita
table header lines 0
  row
    cell: Taso 1
    cell: Taso 2
  row
    cell: Mitä
    cell: leivon
    cell: paistan
`},
	{"front matter of YAML", "---\ntitle: Leivon\nlevel: 1\n---\n# Leivon\n", "heading1: Leivon\n"},
	{"front matter of TOML", "+++\ntitle = \"Leivon\"\n\n+++\nTeksti.\n", "paragraph: Teksti.\n"},
	{"no front matter", "---\nTeksti.\n\n---\nLoppu.\n", "paragraph: Teksti.\nparagraph: Loppu.\n"},
	{"front matter without an end", "---\na: b\n\nTeksti.\n", "paragraph: a: b\nparagraph: Teksti.\n"},
	{"nothing to see", "![](kuva.png)\n\n<!-- mitta -->\n\n[a]: https://leipuri.example\n\n&nbsp;\n\n<br>\n", ""},
	{"a table before the rule of a heading", "Leivon\n| a | b |\n| --- | --- |\n===\n", `
heading1: Leivon
table header lines 0
  row
    cell: a
    cell: b
`},
	{"HTML in Markdown", "<details>\n<summary>Ohje</summary>\n\nSekoita *hyvin*.\n\n</details>\n\n<table><tr><td>suola<td>sokeri</table>\n", `
paragraph: Ohje
paragraph: Sekoita hyvin.
table header lines 0
  row
    cell: suola
    cell: sokeri
`},
}

func TestMarkdown(t *testing.T) { testStructures(t, "a.MD", markdownStructures) }

func parseMarkup(t testing.TB, file, src string) *Document {
	d, err := Parse(file, []byte(src), Options{})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// TestHostileMarkup reads what makes parsers slow or deep: a step that is not linear
// in it takes minutes.
func TestHostileMarkup(t *testing.T) {
	stairs := func(step, line string) string {
		var b strings.Builder
		for i := range 300 {
			b.WriteString(strings.Repeat(step, i) + line)
		}
		return b.String()
	}
	size := 100_000
	if testing.Short() {
		size /= 10 // the race detector is slow enough
	}
	deep := func(s string) string { return strings.Repeat(s, size) }
	many := func(s string) string { return strings.Repeat(s, size/5) }
	for _, src := range []string{
		deep(">"), deep("> "), deep("- ") + "a", deep("* ") + "a", deep("1. ") + "a", deep("+\t"), many(">a\n"), many("- a\n"),
		many("[a]("), many("["), many("![") + many("]"), many("*a_"), many("**a "), many("`a``"), many("<a "), many("&amp"), many("~~a"),
		many("[a]: b\n"), many("[a]:\n"), many("a\n===\n"), many("<div>\n\n"), many("|"), many("|-|\n"),
		strings.Repeat("|a", 1000) + "\n" + strings.Repeat("|-", 1000) + "\n" + many("|\n"),
		stairs("  ", "- a\n"), stairs("> ", "a\n"), stairs("   ", "1. a\n"),
		deep("<div>"), deep("<ul><li>a"), deep("<blockquote>") + "a" + deep("</blockquote>"), many("<ul><li>"), many("</div>"), many("<table><tr><td>a"), many("<table>"), many("<b>a"),
		many("<p hidden>a"), many("<td>a"), many("<li>a"), many("<!--"), many("<p>a</b>"), many("&auml;"), many("<h1>"), many("<a b=\""),
		"<table>" + many("<td colspan=1000 rowspan=1000>a") + many("<tr>"), many("<div>a</span>"), "<p>" + many("<b>a</b> "),
		many("<svg>") + "a", many("<span hidden>a"),
	} {
		for _, file := range []string{"a.md", "a.html"} {
			d := parseMarkup(t, file, src)
			d.Units()
			for s := range d.Texts() {
				for range d.plainly(s, (*Document).Words) {
				}
			}
		}
	}
}

func fuzzMarkup(f *testing.F, file string, seeds ...[]structure) {
	for _, tests := range seeds {
		for _, s := range tests {
			f.Add(s.src)
		}
	}
	f.Fuzz(func(t *testing.T, src string) {
		if !utf8.ValidString(src) || strings.Contains(src, "\x00") {
			t.Skip()
		}
		checkMarkup(t, parseMarkup(t, file, src))
	})
}

func FuzzMarkdown(f *testing.F) { fuzzMarkup(f, "a.md", markdownStructures, htmlStructures) }

func benchmarkMarkup(b *testing.B, file, src string) {
	for _, times := range []int{1, 100} {
		src := strings.Repeat(src, times)
		b.Run(fmt.Sprintf("x%d", times), func(b *testing.B) {
			b.SetBytes(int64(len(src)))
			for b.Loop() {
				parseMarkup(b, file, src).Units()
			}
		})
	}
}

func BenchmarkMarkdown(b *testing.B) {
	benchmarkMarkup(b, "a.md", markdownStructures[0].src+markdownStructures[1].src+markdownStructures[4].src)
}
