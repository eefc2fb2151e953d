package parser

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func TestWords(t *testing.T) {
	tests := []struct{ text, want string }{
		{"Leivo tänään, syö huomenna!", "Leivo|tänään|syö|huomenna"},
		{"muutos-, päättymis- ja irtisanomisaika", "muutos-|päättymis-|ja|irtisanomisaika"},
		{"in- och utgående", "in-|och|utgående"},
		{"Leivon kotona -askeleella (-askel) ”-askel”", "Leivon|kotona|-askeleella|-askel|-askel"},
		{"Etelä-Suomi ja A4-koko, 2-vuotias", "Etelä-Suomi|ja|A4-koko|2-vuotias"},
		{"sivut 1–3 -- ja --> 5", "sivut|1|3|ja|5"},
		{"5 §:n, EU:n, 80:aa ja 12:30", "5|§:n|EU:n|80:aa|ja|12:30"},
		{"Huom: leivo", "Huom|leivo"},
		{"klo 12.30, 3,5 kg ja 12 345 euroa", "klo|12.30|3,5|kg|ja|12 345|euroa"},
		{"1 234\u00A0567,50 ja vuonna 2030 125 leipää", "1 234\u00A0567,50|ja|vuonna|2030|125|leipää"},
		{"vaa'an raa’an Anna's", "vaa'an|raa’an|Anna's"},
		{"t.ex. bl.a. esim.", "t.ex|bl.a|esim"},
		{"kulut\u00ADtaja ja sivu\u200Braja", "kulut\u00ADtaja|ja|sivu|raja"},
		{" • – … ___ 🙂 % ", ""},
		{"ja/tai sisään-/uloskäynti", "ja|tai|sisään-|uloskäynti"},
		{"hand- \nledning", "hand-|ledning"},
	}
	for _, tt := range tests {
		d := &Document{File: NewFile("", tt.text)}
		var got []string
		for w := range d.Words(Span{0, len(tt.text)}) {
			got = append(got, d.Text(w))
		}
		if diff := cmp.Diff(tt.want, strings.Join(got, "|")); diff != "" {
			t.Errorf("%q (-want +got):\n%s", tt.text, diff)
		}
	}
}

func FuzzWords(f *testing.F) {
	for _, s := range fuzzSeeds {
		f.Add(s, uint(0), uint(len(s)))
	}
	f.Fuzz(func(t *testing.T, src string, from, to uint) {
		if !utf8.ValidString(src) {
			t.Skip()
		}
		d := &Document{File: NewFile("", src)}
		in := inner(src, from, to)
		var spans []Span
		for w := range d.Words(in) {
			spans = append(spans, w)
		}
		letter := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '§' }
		if rest := checkSpans(t, src, in, spans); strings.ContainsFunc(rest, letter) {
			t.Fatalf("%q is in no word of %q", rest, src)
		}
	})
}

// benchText returns real text when it is there, else our own over and over.
func benchText(l string) string {
	var b strings.Builder
	names, _ := filepath.Glob("../../shared/real/txt/*/*." + l + ".txt")
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			continue
		}
		b.Write(text)
	}
	if b.Len() == 0 {
		b.WriteString(strings.Repeat("Leipuri mittaa jauhot. Sitten hän, esim. Suomessa, leipoo.\n", 1<<14))
	}
	return b.String()
}

func BenchmarkSentences(b *testing.B) {
	d := &Document{File: NewFile("", benchText("fi"))}
	b.SetBytes(int64(len(d.Src)))
	for b.Loop() {
		for range d.Sentences(Span{0, len(d.Src)}) {
		}
	}
}

func BenchmarkWords(b *testing.B) {
	d := &Document{File: NewFile("", benchText("fi"))}
	b.SetBytes(int64(len(d.Src)))
	for b.Loop() {
		for range d.Words(Span{0, len(d.Src)}) {
		}
	}
}
