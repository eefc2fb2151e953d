package report

import (
	"bytes"
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/corpus/align"
	"github.com/steplint/steplint/parser"
	"github.com/steplint/steplint/parser/lang"
)

func pairOf(t testing.TB, fi, sv string) *corpus.Pair {
	t.Helper()
	parse := func(name, text string, l *lang.Lang) *parser.Document {
		d, err := parser.Parse(name, []byte(text), parser.Options{Lang: l})
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	src, tgt := parse("a.fi.txt", fi, lang.FI), parse("a.sv.txt", sv, lang.SV)
	return &corpus.Pair{Step: "a", Source: src, Target: tgt, Links: align.Align(src, tgt, nil)}
}

func compared(t testing.TB, p *corpus.Pair, o TextOptions) string {
	t.Helper()
	var b bytes.Buffer
	if err := Compare(&b, p, "en", o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

var escapes = regexp.MustCompile("\x1b\\[[0-9;]*m")

func shownWidth(s string) int {
	n := 0
	for _, c := range cells(s, parser.Span{End: len(s)}) {
		n += c.width
	}
	return n
}

// No line is wider than the terminal, whatever the texts hold, the bar stands in
// one column, and colours change nothing else.
func TestCompareWidth(t *testing.T) {
	const odd = "Ka\u0308si ja ra\u0308ystäs 漢字のテキスト mitataan 🇫🇮 vuonna 2024 👩‍🏫 o\u0308isin\u200b ja Anna\u00a0Virtanen näkee pitkänsanansyvänteenreunanmittausvälineenkotelon. "
	p := pairOf(t, "Otsikko\n\n"+odd+odd+"\n\nLoppu jää.\n", "Rubrik\n\n"+strings.ReplaceAll(odd, "2024", "1999")+"\n\nSlutet blir.\n")
	for width := 24; width < 140; width++ {
		plain := compared(t, p, TextOptions{Width: width})
		if diff := cmp.Diff(plain, escapes.ReplaceAllString(compared(t, p, TextOptions{Width: width, Color: true}), "")); diff != "" {
			t.Fatalf("width %d: with colours (+) the text is another:\n%s", width, diff)
		}
		bars := map[int]bool{}
		for l := range strings.Lines(plain) {
			l = strings.TrimSuffix(l, "\n")
			if n := shownWidth(l); n > width {
				t.Errorf("width %d: %d columns: %q", width, n, l)
			}
			if before, _, ok := strings.Cut(l, "│"); ok {
				bars[shownWidth(before)] = true
			}
		}
		if want := width >= leastWidth; len(bars) > 1 || want != (len(bars) == 1) {
			t.Errorf("width %d: bars in columns %v", width, bars)
		}
	}
}

func TestCompareWords(t *testing.T) {
	tests := []struct{ name, fi, sv, want string }{
		{"a year", "Se alkoi vuonna 1998.", "Det började år 1989.", "1998 1989"},
		{"equal", "Se alkoi 1.2.1998 ja päättyi 3.2.", "Det började 1.2.1998 och slutade 3.2.", ""},
		{"grouped digits", "Sen hinta on 10 000 euroa.", "Den kostar 10000 euro.", ""},
		{"in words", "Mukana on 3 kurssilaista.", "Tre studerande deltar.", ""},
		{"a number once too often", "Luvut 5 ja 5.", "Talen 5 och 6.", "5 6"},
		{"a label", "Tavoite T1 ja sisältö S1.", "Målet M1 och innehållet I1.", ""},
		{"an address", "Katso www.esimerkki.fi/2024 ja kysy.", "Se www.exempel.fi/2023 och fråga.", ""},
		{"a name", "Kurssin pitää Anna Virtanen.", "Kursen hålls av en lärare.", "Anna Virtanen"},
		{"forms of a name", "Kurssi on Turussa ja sen pitää Sanna Laineen ystävä.", "Kursen är i Turku och hålls av Sanna Laines vän.", ""},
		{"a translated name", "Kurssi pidetään Helsingissä.", "Kursen hålls i Helsingfors.", ""},
		{"a name more", "Kurssi pidetään Turussa.", "Kursen hålls i Åbo av Sanna.", "Turussa Åbo Sanna"},
		{"a heading in capitals", "MITÄ KURSSILLA TEHDÄÄN", "Vad man gör på kursen", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			p := pairOf(t, test.fi+"\n", test.sv+"\n")
			leaf := func(d *parser.Document) []int {
				return leavesOf(d, 0)
			}
			r := compareRow{source: leaf(p.Source), target: leaf(p.Target)}
			var got []string
			for i, sides := range onlyIn(p, r) {
				d, units := p.Source, r.source
				if i == 1 {
					d, units = p.Target, r.target
				}
				for k, spans := range sides {
					for _, s := range spans {
						got = append(got, d.Plain(d.Units()[units[k]].Text)[s.Start:s.End])
					}
				}
			}
			if diff := cmp.Diff(test.want, strings.Join(got, " ")); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// Texts that stand instead of each other are one row.
func TestCompareReplaced(t *testing.T) {
	p := pairOf(t, "Retki saareen\n\nVene lähtee rannasta.\n\nMukaan otetaan eväät.\n\nIllalla palataan kotiin.\n",
		"Utflykt till ön\n\nBåten avgår från stranden.\n\nÖns fyr byggdes av sten och tegel på artonhundratalet.\n\nPå kvällen återvänder man hem.\n")
	// Let the alignment say that the third paragraphs are no translations.
	var links []align.Link
	for _, l := range p.Links {
		if len(l.Source) == 1 && len(l.Target) == 1 && p.Source.Units()[l.Source[0]].Block == 2 {
			links = append(links, align.Link{Kind: l.Kind, Source: l.Source, Score: 1}, align.Link{Kind: l.Kind, Target: l.Target, Score: 1})
			continue
		}
		links = append(links, l)
	}
	p.Links = links
	got := compared(t, p, TextOptions{Width: 100})
	for _, want := range []string{
		`(?m)^\?     5  Mukaan otetaan eväät\. +│    5  Öns fyr byggdes`,
		`(?m)^3 linked, 0 missing, 0 extra, 0 moved, 1 replaced$`,
		`(?m)^\? another text in its place`,
	} {
		if !regexp.MustCompile(want).MatchString(got) {
			t.Errorf("no %s in\n%s", want, got)
		}
	}
}

// Every unit is in the comparison, and what moved says so.
func TestCompareJSON(t *testing.T) {
	p := pairOf(t, "Retki saareen\n\nVene lähtee klo 9. Mukaan otetaan eväät.\n\nMatkalainen\n\n • maksaa 12 euroa\n • soittaa numeroon 050 1234\n • kiittää.\n",
		"Utflykt till ön\n\nBåten avgår kl. 9.\n\nResenären\n\n • ringer 050 1234\n • betalar 12 euro\n • tackar.\n")
	var b bytes.Buffer
	if err := CompareJSON(&b, p); err != nil {
		t.Fatal(err)
	}
	var got struct {
		Schema          string
		Links, Unlinked []struct {
			Kind           string
			Source, Target []struct {
				Path               string
				StartLine, EndLine int
			}
			Moved bool
			Score float64
		}
	}
	if err := json.Unmarshal(b.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, l := range append(got.Links, got.Unlinked...) {
		text := l.Kind
		for _, s := range l.Source {
			text += fmt.Sprint(" fi", s.StartLine)
		}
		for _, s := range l.Target {
			text += fmt.Sprint(" sv", s.StartLine)
		}
		if l.Moved {
			text += " moved"
		}
		lines = append(lines, text)
	}
	want := []string{
		"heading fi1 sv1",
		"paragraph fi3 sv3",
		"sentence fi3 sv3",
		"paragraph fi5 sv5",
		"sentence fi5 sv5",
		"list fi7 sv7",
		"item fi7 sv8 moved",
		"sentence fi7 sv8 moved",
		"item fi8 sv7",
		"sentence fi8 sv7",
		"item fi9 sv9",
		"sentence fi9 sv9",
		"sentence fi3",
	}
	if diff := cmp.Diff(want, lines); diff != "" {
		t.Error(diff)
	}
}

func TestRising(t *testing.T) {
	for _, test := range []struct{ in, want []int }{
		{nil, nil},
		{[]int{1, 2, 3}, []int{1, 2, 3}},
		{[]int{4, 1, 2, 3}, []int{1, 2, 3}},
		{[]int{1, 1, 5, 2, 2, 3}, []int{1, 1, 2, 2, 3}},
	} {
		seq := make([]int, len(test.in))
		for i := range seq {
			seq[i] = i
		}
		keep := rising(seq, func(i int) int { return test.in[i] })
		var got []int
		for i, x := range test.in {
			if keep[i] {
				got = append(got, x)
			}
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%v: %s", test.in, diff)
		}
	}
}
