package parser

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/steplint/steplint/parser/lang"
)

func sentencesOf(text string, l *lang.Lang) []string {
	d := &Document{File: NewFile("", text), Lang: l}
	var out []string
	for s := range d.Sentences(Span{0, len(text)}) {
		out = append(out, d.Text(s))
	}
	return out
}

// In the tests of sentences "|" marks where one ends.
func TestSentences(t *testing.T) {
	tests := []struct {
		lang *lang.Lang
		want string
	}{
		{lang.FI, "Leipuri mittaa jauhot.|Sitten hän sekoittaa taikinan."},
		{lang.SV, "Bagaren mäter mjölet.|Sedan rör hon ihop degen."},
		{lang.FI, "ei loppumerkkiä"},
		{lang.FI, "Miksi taikina ei nouse?|Hiiva oli vanhaa!|Osta uutta."},

		{lang.FI, "Valitse jokin vilja, esim. Suomessa kasvatettu kaura.|Punnitse se."},
		{lang.FI, "Lisää mausteita, mm. Ceylonin kanelia.|Maista."},
		{lang.FI, "Esillä oli kauhoja, vispilöitä jne.|Niitä sai lainata.|Muut ostettiin."},
		{lang.SV, "Välj ett mjöl, t.ex. Finax eller bl.a. Kungsörnens.|Väg det."},
		{lang.SV, "Välj ett mjöl, t. ex. så kallat rågmjöl.|Väg det."},
		{lang.SV, "Där fanns slevar, vispar osv.|De fick lånas."},
		{lang.SV, "Läs kap. 3 och jfr Bilaga 2.|Svara sedan."},
		{lang.FI, "Ks. s. 14 ja vrt. luku 3.|Vastaa sitten."},
		{lang.SV, "Ugnen öppnas kl. 12.30 och degen jäser ca 40 min. enligt receptet."},
		{lang.FI, "Mukana olivat A. Leipuri ja E.U. Mylläri.|He voittivat."},
		{lang.FI, "Jauhoista (esim.) Suomessa puhutaan paljon."},
		{lang.FI, "Astioita riittää (kulhoja, kippoja jne.).|Ne pestään."},

		{lang.FI, "Hän on 2. asteen opiskelija.|Kurssi alkaa 1. tammikuuta 2030."},
		{lang.FI, "Uusittu 1.5. 2030 ja 3. 12. 2031.|Uusitaan taas."},
		{lang.FI, "Leipomo avattiin vuonna 2030.|15 leipuria aloitti.|Toinen avattiin 2031.|Sekin kannattaa."},
		{lang.FI, "1. Avaa uuni.|2. Sulje se."},
		{lang.FI, "a. Avaa uuni.|IV. Arvioi tulos."},
		{lang.FI, "Leivät painavat 12.30 ja 1.250 grammaa.|Ne jäähtyvät."},

		{lang.FI, "Kuka leipoi?|– Minä leivoin!|– Hyvä, sanoi opettaja."},
		{lang.FI, "”Kuka leipoi?” kysyi opettaja.|»Minä!» vastasi Aino."},
		{lang.FI, "”Leivoin sen itse.”|Niin Aino sanoi."},
		{lang.SV, "”Vem bakade?” frågade läraren.|\"Jag bakade.\"|Så sade Aino."},
		{lang.FI, "Mitä leivotaan?|missä?|kuka maksaa?"},
		{lang.FI, "Leivonta alkaa (jauhot on jo mitattu.|Vesi lisätään lopuksi).|Uuni lämpenee."},
		{lang.FI, "Leivonta alkaa.|(Jauhot on jo mitattu.)|Uuni lämpenee."},
		{lang.FI, "Leivonta (mikä? miksi?) on taito."},
		{lang.FI, "Leivonta on taito. (Leipomolaki 12/2030, 5 §.)|Uuni lämpenee. [3]|Leivo."},
		{lang.SV, "Bakning är en konst. (Baklagen 12/2030, 5 §)|Ugnen blir varm."},
		{lang.FI, "Hän mietti… ja leipoi.|Sitten hän söi…|Lopulta hän nukkui...|Hyvää yötä."},
		{lang.FI, "Peli Leivo! on hauska.|Leivo! -peli maksaa vähän."},
		{lang.FI, "Tämä on kurssi.|Leivon kotona -askel alkaa. -askel jatkuu."},

		{lang.FI, "Leivo\nrukiista leipää.|Syö\r\nse."},
		{lang.FI, "Leivo.\u00A0|Syö.\u202F\u200B|Nuku.\u200B |Herää."},
		{lang.FI, "Leipä on valmis.|Syö se"},
		{lang.FI, "Leipä on valmista.|Katso www.Leipomo.fi tai Ohjelma.Osa.|Avaa Node.js heti."},
		{nil, "Ota esim. Suomen tai t.ex. Finlands ruista.|Leivo."},
	}
	for _, tt := range tests {
		// What a mark follows without white space is put together again.
		want := []string{}
		for _, s := range strings.Split(tt.want, "|") {
			want = append(want, strings.TrimFunc(s, isBlank))
		}
		text := joinMarked(tt.want)
		if diff := cmp.Diff(want, sentencesOf(text, tt.lang)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", text, diff)
		}
	}
}

// joinMarked replaces the marks by a space, unless white space is there.
func joinMarked(marked string) string {
	var b strings.Builder
	for i, s := range strings.Split(marked, "|") {
		if last, _ := utf8.DecodeLastRuneInString(b.String()); i > 0 && !isBlank(last) {
			b.WriteByte(' ')
		}
		b.WriteString(s)
	}
	return b.String()
}

func TestSentencesGlued(t *testing.T) {
	want := []string{"Leivo leipä.", "Syö se pian.", "Miksi?"}
	if diff := cmp.Diff(want, sentencesOf("Leivo leipä.Syö se pian.\nMiksi?", lang.FI)); diff != "" {
		t.Error(diff)
	}
}

func TestSentencesOfPart(t *testing.T) {
	src := "Alku. Keskiosa on tässä. Loppu."
	d := &Document{File: NewFile("", src), Lang: lang.FI}
	var got []Span
	for s := range d.Sentences(Span{5, 15}) {
		got = append(got, s)
	}
	if diff := cmp.Diff([]Span{{6, 14}}, got); diff != "" {
		t.Error(diff)
	}
}

// TestSentencesLinear takes many seconds when time grows with the square.
func TestSentencesLinear(t *testing.T) {
	for _, s := range []string{" ", ")", "\u00A0", "– ", "(", ".", "1. ", "a", "a.", "(1 ", "(a? ", ".)"} {
		text := "Loppu." + strings.Repeat(s, 1<<18) + "Alku."
		if len(sentencesOf(text, nil)) == 0 {
			t.Errorf("%q: no sentence", s)
		}
	}
}

var fuzzSeeds = []string{
	"Leivo. Syö!\n\n(Nuku.) – Miksi?", "t.ex. 12 345 §:n 80:aa", "\u200B.\u00A0…", "muutos-, -askel --> a-b", "[1].)”",
}

// checkSpans tests what holds of words and sentences alike and returns the
// text that no span covers.
func checkSpans(t *testing.T, src string, in Span, spans []Span) (rest string) {
	t.Helper()
	end := in.Start
	for _, s := range spans {
		if s.Start < end || s.Empty() || s.End > in.End {
			t.Fatalf("%v of %v after %d in %q", s, in, end, src)
		}
		if !utf8.ValidString(src[s.Start:s.End]) {
			t.Fatalf("%v cuts a character of %q", s, src)
		}
		rest += src[end:s.Start]
		end = s.End
	}
	return rest + src[end:in.End]
}

// inner returns a span of src on code point boundaries.
func inner(src string, from, to uint) Span {
	s := Span{int(from % uint(len(src)+1)), int(to % uint(len(src)+1))}
	if s.Start > s.End {
		s.Start, s.End = s.End, s.Start
	}
	for s.Start > 0 && s.Start < len(src) && !utf8.RuneStart(src[s.Start]) {
		s.Start--
	}
	for s.End < len(src) && !utf8.RuneStart(src[s.End]) {
		s.End++
	}
	return s
}

func FuzzSentences(f *testing.F) {
	for i, s := range fuzzSeeds {
		f.Add(s, uint(0), uint(len(s)), uint(i))
	}
	f.Fuzz(func(t *testing.T, src string, from, to, l uint) {
		if !utf8.ValidString(src) {
			t.Skip()
		}
		d := &Document{File: NewFile("", src), Lang: []*lang.Lang{nil, lang.FI, lang.SV}[l%3]}
		in := inner(src, from, to)
		var spans []Span
		for s := range d.Sentences(in) {
			if strings.TrimFunc(d.Text(s), isBlank) != d.Text(s) {
				t.Fatalf("white space around %q", d.Text(s))
			}
			spans = append(spans, s)
		}
		if rest := checkSpans(t, src, in, spans); strings.TrimFunc(rest, isBlank) != "" {
			t.Fatalf("%q is in no sentence of %q", rest, src)
		}
	})
}
