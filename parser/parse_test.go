package parser

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"
)

// outline returns the structure of a document, a line a unit: headings, texts
// and cells with their words, sentences left out.
func outline(d *Document) string {
	var b strings.Builder
	units := d.Units()
	depth := make([]int, len(units))
	for i, u := range units {
		if u.Parent >= 0 {
			depth[i] = depth[u.Parent] + 1
		}
		if u.Kind == KindSentence {
			continue
		}
		fmt.Fprintf(&b, "%s%s", strings.Repeat("  ", depth[i]), u.Kind)
		switch u.Kind {
		case KindHeading:
			fmt.Fprintf(&b, "%d", u.Depth)
		case KindItem:
			fmt.Fprintf(&b, " <%s>", strings.TrimSpace(d.Src[u.Start:u.Text.Start]))
		case KindTable:
			t := d.Blocks[u.Block].(*Table)
			fmt.Fprintf(&b, " header lines %d", t.HeaderLines)
		case KindParagraph:
			p := d.Blocks[u.Block].(*Paragraph)
			if p.LeadIn {
				b.WriteString(" lead-in")
			}
			if !p.Marker.Empty() {
				fmt.Fprintf(&b, " <%s>", d.Text(p.Marker))
			}
		}
		switch u.Kind {
		case KindHeading, KindItem, KindParagraph, KindLevel, KindCell:
			fmt.Fprintf(&b, ": %s", strings.Join(strings.Fields(d.Text(u.Text)), " "))
		}
		b.WriteByte('\n')
	}
	return b.String()
}

var structures = []struct{ name, src, want string }{
	{"title, heading, paragraph", `
Hoidan palstaa

Palsta on pieni maa-ala, jota viljelijä hoitaa.

Tavoitteet

Viljelijä oppii tuntemaan maansa.
`, `
heading1: Hoidan palstaa
paragraph: Palsta on pieni maa-ala, jota viljelijä hoitaa.
heading2: Tavoitteet
paragraph: Viljelijä oppii tuntemaan maansa.
`},
	{"a lead-in and the list that completes it", `
Hoidan palstaa

Viljelijä

 • kitkee rikkaruohot
   kastelee taimet
 • korjaa sadon
`, `
heading1: Hoidan palstaa
paragraph lead-in: Viljelijä
list
  item <•>: kitkee rikkaruohot
  item <>: kastelee taimet
  item <•>: korjaa sadon
`},
	{"a heading above a list of sentences", `
Hoidan palstaa

Kysymyksiä

 • Mitä istutan?
 • Missä kohdassa?
`, `
heading1: Hoidan palstaa
heading2: Kysymyksiä
list
  item <•>: Mitä istutan?
  item <•>: Missä kohdassa?
`},
	{"lost bullets: first, unindented, last", `
Otsikko

   ensimmäinen kohta
 • toinen kohta
kolmas kohta
 • neljäs kohta
viides kohta
`, `
heading1: Otsikko
list
  item <>: ensimmäinen kohta
  item <•>: toinen kohta
  item <>: kolmas kohta
  item <•>: neljäs kohta
  item <>: viides kohta
`},
	{"nested lists", `
1. Avaa portti.
   - Avain on hyllyllä.
   - Sulje portti.
2. Kastele.
 10. Lopeta.
`, `
list
  item <1.>: Avaa portti.
    item <->: Avain on hyllyllä.
    item <->: Sulje portti.
  item <2.>: Kastele.
  item <10.>: Lopeta.
`},
	{"an item that goes on, and a lead-in between two lists", `
Viljelijä osaa

- kitkeä palstan ja kastella
  kaikki taimet illalla.
- korjata sadon.
- kääntää maan.
Lisäksi viljelijä osaa:
- neuvoa naapuria.
- hoitaa kompostia.
`, `
heading1: Viljelijä osaa
list
  item <->: kitkeä palstan ja kastella kaikki taimet illalla.
  item <->: korjata sadon.
  item <->: kääntää maan.
paragraph lead-in: Lisäksi viljelijä osaa:
list
  item <->: neuvoa naapuria.
  item <->: hoitaa kompostia.
`},
	{"a lost bullet in a nested list stays beside its text column", `
 • juuret
    • porkkana
      punajuuri
 • yrtit
`, `
list
  item <•>: juuret
    item <•>: porkkana
    item <>: punajuuri
  item <•>: yrtit
`},
	{"dashes open a list when there are several, a paragraph when alone", `
Otsikko

- yksi
- kaksi

Väliteksti on tässä.

- Kuka siellä?

Vastausta ei tullut.
`, `
heading1: Otsikko
list
  item <->: yksi
  item <->: kaksi
paragraph: Väliteksti on tässä.
paragraph <->: Kuka siellä?
paragraph: Vastausta ei tullut.
`},
	{"numbered headings are no lists, numbered steps are one", `
1. Taustaa

Maa on savea.

2. Kylvö

1. Kuoki maa.

2. Kylvä siemenet.
`, `
heading1: 1. Taustaa
paragraph: Maa on savea.
heading2: 2. Kylvö
list
  item <1.>: Kuoki maa.
  item <2.>: Kylvä siemenet.
`},
	{"a level table on one line", `
Otsikko

Taso 1) Alku Taso2) Jatko
Mitä kylvät?

Milloin kylvät?
Miten hoidat taimet?
Opetuksessa tutustutaan siemeniin.
Opetuksessa harjoitellaan istutusta.

Kysymyksiä

 • Mitä opit?
`, `
heading1: Otsikko
table header lines 1
  level: Taso 1) Alku
  level: Taso2) Jatko
  row
    cell: Mitä kylvät? Milloin kylvät?
    cell: Miten hoidat taimet?
  row
    cell: Opetuksessa tutustutaan siemeniin.
    cell: Opetuksessa harjoitellaan istutusta.
heading2: Kysymyksiä
list
  item <•>: Mitä opit?
`},
	{"a level table whose header is broken over many lines", `
Rubrik

Nivå 1)
Första
steget
Nivå 2)
Fortsättning
Vad sår du?
Hur sköter du plantorna?
`, `
heading1: Rubrik
table header lines 5
  level: Nivå 1) Första steget
  level: Nivå 2) Fortsättning
  row
    cell: Vad sår du?
    cell: Hur sköter du plantorna?
`},
	{"tables one after the other, each under its heading", `
Arviointi

Maan hoito

Tyydyttävä T1 Hyvä H2 Kiitettävä K3
kitkee ohjattuna

kastelee ohjattuna
kitkee
kitkee ja neuvoo muita

Sadon korjuu

Tyydyttävä T1 Hyvä H2 Kiitettävä K3
korjaa ohjattuna
korjaa
korjaa ja säilöö
`, `
heading1: Arviointi
heading2: Maan hoito
table header lines 1
  level: Tyydyttävä T1
  level: Hyvä H2
  level: Kiitettävä K3
  row
    cell: kitkee ohjattuna kastelee ohjattuna
    cell: kitkee
    cell: kitkee ja neuvoo muita
heading2: Sadon korjuu
table header lines 1
  level: Tyydyttävä T1
  level: Hyvä H2
  level: Kiitettävä K3
  row
    cell: korjaa ohjattuna
    cell: korjaa
    cell: korjaa ja säilöö
`},
	{"grades without numbers, one a line, and a row that lacks a cell", `
Bedömning

Nöjaktiga
Goda
Berömliga
rensar ogräs
vattnar
skördar
ger råd
`, `
heading1: Bedömning
table header lines 3
  level: Nöjaktiga
  level: Goda
  level: Berömliga
  row
    cell: rensar ogräs
    cell: vattnar
    cell: skördar
  row
    cell: ger råd
`},
	{"the same words before rising numbers", `
Arviointi

Osaaminen arvosanalle 5 Osaaminen arvosanalle 8
Viljelijä kitkee.
Viljelijä kitkee ja kastelee.

Viljelijä saa todistuksen.
`, `
heading1: Arviointi
table header lines 1
  level: Osaaminen arvosanalle 5
  level: Osaaminen arvosanalle 8
  row
    cell: Viljelijä kitkee.
    cell: Viljelijä kitkee ja kastelee.
paragraph: Viljelijä saa todistuksen.
`},
	{"lines broken by hand belong together", `
Palstan hoito

Palsta on pieni maa-ala, jota viljelijä hoitaa
koko kesän ajan. Hän kitkee, kastelee ja lannoittaa
sen, ja syksyllä hän korjaa sadon ja kääntää maan
talvea varten.

 - taimet kastellaan aamulla, ennen kuin aurinko
   ehtii lämmittää maan
 - rikkaruohot kitketään
`, `
heading1: Palstan hoito
paragraph: Palsta on pieni maa-ala, jota viljelijä hoitaa koko kesän ajan. Hän kitkee, kastelee ja lannoittaa sen, ja syksyllä hän korjaa sadon ja kääntää maan talvea varten.
list
  item <->: taimet kastellaan aamulla, ennen kuin aurinko ehtii lämmittää maan
  item <->: rikkaruohot kitketään
`},
}

func TestParse(t *testing.T) {
	for _, tt := range structures {
		for _, form := range []struct{ name, src string }{
			{"LF", tt.src[1:]},
			{"CRLF", strings.ReplaceAll(tt.src[1:], "\n", "\r\n")},
			{"CR", strings.ReplaceAll(tt.src[1:], "\n", "\r")},
			{"BOM", "\uFEFF" + tt.src[1:]},
			{"no final newline", strings.TrimSuffix(tt.src[1:], "\n")},
		} {
			d, err := Parse("a.txt", []byte(form.src), Options{})
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want[1:], outline(d)); diff != "" {
				t.Errorf("%s, %s (-want +got):\n%s", tt.name, form.name, diff)
			}
			if !d.Fixable {
				t.Errorf("%s, %s: not fixable", tt.name, form.name)
			}
			checkDocument(t, d)
		}
	}
}

// checkDocument checks what holds for every document: the spans are ordered and
// nested, and all that the blocks leave out between their texts and markers is
// blank, so that printing what was kept gives back the source.
func checkDocument(t *testing.T, d *Document) {
	t.Helper()
	var pieces []Span
	for _, b := range d.Blocks {
		pieces = append(pieces, keep(b)...)
	}
	var printed strings.Builder
	end := 0
	for _, p := range pieces {
		if p.Start < end || p.End < p.Start || p.End > len(d.Src) {
			t.Fatalf("span %v after %d in %q", p, end, d.Src)
		}
		gap := d.Src[end:p.Start]
		if strings.TrimFunc(gap, isBlank) != "" {
			t.Fatalf("the parser lost %q of %q", gap, d.Src)
		}
		printed.WriteString(gap)
		printed.WriteString(d.Text(p))
		end = p.End
	}
	if strings.TrimFunc(d.Src[end:], isBlank) != "" {
		t.Fatalf("the parser lost %q", d.Src[end:])
	}
	printed.WriteString(d.Src[end:])
	if printed.String() != d.Src {
		t.Fatalf("printed %q, want %q", printed.String(), d.Src)
	}
	checkUnits(t, d)
}

// keep returns the markers and texts of a block, in order.
func keep(b Block) []Span {
	switch b := b.(type) {
	case *Paragraph:
		return []Span{b.Marker, b.Text}[boolInt(b.Marker.Empty()):]
	case *List:
		return keepItems(nil, b.Items)
	}
	return texts(b)
}

func keepItems(out []Span, items []Item) []Span {
	for _, it := range items {
		if !it.Marker.Empty() {
			out = append(out, it.Marker)
		}
		out = keepItems(append(out, it.Text), it.Items)
	}
	return out
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

func checkUnits(t *testing.T, d *Document) {
	t.Helper()
	units := d.Units()
	leaf := 0
	for i, u := range units {
		if u.Start > u.End || u.End > len(d.Src) || !u.Contains(u.Text) {
			t.Fatalf("unit %d: %+v", i, u)
		}
		if u.Parent >= i || i > 0 && u.Start < units[i-1].Start {
			t.Fatalf("unit %d is out of order: %+v", i, u)
		}
		if u.Leaf() {
			if u.Start < leaf {
				t.Fatalf("leaf %d overlaps: %+v", i, u)
			}
			leaf = u.End
		}
	}
}

func TestParseErrors(t *testing.T) {
	for _, tt := range []struct{ name, src, want string }{
		{"NUL", "abc\ndä\x00", "a.txt:2:3: not text: a NUL byte (UTF-16 needs a byte order mark)"},
		{"Latin-1", "ääni\nk\xe4rry", "a.txt:2:2: not UTF-8 text: save the file as UTF-8"},
		{"half a UTF-16 character", "\xff\xfea\x00\n\x00b", "a.txt:2:1: not UTF-16 text: half a character"},
		{"lone surrogate", "\xfe\xff\x00a\xd8\x00", "a.txt:1:2: not UTF-16 text: half a character"},
	} {
		_, err := Parse("a.txt", []byte(tt.src), Options{})
		var e *Error
		if !errors.As(err, &e) || err.Error() != tt.want {
			t.Errorf("%s: %v, want %s", tt.name, err, tt.want)
		}
	}
}

func TestParseUTF16(t *testing.T) {
	const src = "Ääni 😀\n\n • yksi\n • kaksi\n"
	for _, big := range []bool{false, true} {
		data := []byte{0xFF, 0xFE}
		if big {
			data = []byte{0xFE, 0xFF}
		}
		for _, u := range utf16.Encode([]rune(src)) {
			lo, hi := byte(u), byte(u>>8)
			if big {
				lo, hi = hi, lo
			}
			data = append(data, lo, hi)
		}
		d, err := Parse("a.txt", data, Options{})
		if err != nil {
			t.Fatal(err)
		}
		if d.Src != src || d.Fixable {
			t.Errorf("%q, fixable %v", d.Src, d.Fixable)
		}
	}
}

func TestPosition(t *testing.T) {
	f := NewFile("a", "\uFEFFäa\u0308b\r\n😀x\n\nå")
	for _, tt := range []struct {
		at   string
		want Position
	}{
		{"ä", Position{1, 1, 1, 1}},
		{"b", Position{1, 4, 4, 6}},
		{"x", Position{2, 2, 3, 5}},
		{"å", Position{4, 1, 1, 1}},
	} {
		if got := f.Position(strings.Index(f.Src, tt.at)); got != tt.want {
			t.Errorf("%s: %+v, want %+v", tt.at, got, tt.want)
		}
	}
	if got := f.Text(f.Line(1)); got != "äa\u0308b" {
		t.Errorf("line 1 is %q", got)
	}
	if n := f.LineCount(); n != 4 {
		t.Errorf("%d lines", n)
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range structures {
		f.Add([]byte(s.src))
	}
	f.Add([]byte("\xff\xfea\x00"))
	f.Add([]byte("Taso 1) a\r\nTaso 1) b\r\n\u200b\r\n(1) x\n\t• y\n z"))
	f.Fuzz(func(t *testing.T, data []byte) {
		d, err := Parse("a.txt", data, Options{})
		if err != nil {
			var e *Error
			if !errors.As(err, &e) || e.Line < 1 || e.Column < 1 {
				t.Fatalf("an error without a place: %v", err)
			}
			return
		}
		if d.Fixable && d.Src != string(data) {
			t.Fatal("the source is not what stands on disk")
		}
		checkDocument(t, d)
	})
}

// TestParseReal parses real documents where there are some.
func TestParseReal(t *testing.T) {
	files, err := filepath.Glob("../../shared/real/txt/*/*.txt")
	if err != nil || len(files) == 0 {
		t.Skip("no ../shared/real/txt here")
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		d, err := Parse(name, data, Options{})
		if err != nil {
			t.Fatal(err)
		}
		checkDocument(t, d)
	}
}

func BenchmarkParse(b *testing.B) {
	one := structures[8].src + structures[1].src + structures[0].src
	for _, times := range []int{1, 100} {
		src := []byte(strings.Repeat(one, times))
		b.Run(fmt.Sprintf("x%d", times), func(b *testing.B) {
			b.SetBytes(int64(len(src)))
			for b.Loop() {
				d, err := Parse("a.txt", src, Options{})
				if err != nil {
					b.Fatal(err)
				}
				d.Units()
			}
		})
	}
}
