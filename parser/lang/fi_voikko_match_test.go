package lang

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// matches returns what the words hold: "word:term:kind …" for each.
func matches(m *TermMatcher, terms []Term, words string) string {
	var out []string
	for w := range strings.FieldsSeq(words) {
		for _, h := range m.Match(w, nil) {
			out = append(out, w+":"+terms[h.Term].Lemma+":"+h.Kind.String())
		}
	}
	return strings.Join(out, " ")
}

func TestVoikkoMatcher(t *testing.T) {
	v, err := newVoikko(fstBytes(
		"[Ln][Xp]tila[X]tila[Sn][Ny]",
		"[Ln][Xp]tila[X]tila[Sn][Ny][O2m]nne",
		"[Ln][Xp]tilanne[X]tilanne[Sn][Ny]",
		"[Ln][Xp]paja[X]paja[Sn][Ny][Bh][Bc][Ln][Xp]tila[X]tila[Sn][Ny]",
		"[Ln][Xp]paja[X]paja[Sn][Ny]",
		"[Ln][Xp]markkina[X]markkina[Sn][Ny]",
		"[Ln][Xp]markkina[X]markkina[Sn][Nm]t",
		"[Ln][Xp]markkina[X]markkino[Sade][Nm]illa",
		"[Ln][Xp]markkina[X]markkina[Sg][Ny]n",
		"[Ln][Xp]työ[X]työ[Sn][Ny][Bh][Bc][Ln][Xp]markkina[X]markkino[Sade][Nm]illa",
		"[Lt][Xp]sanoa[X]sano[Ln]m[Xj]a[X][Rm]a[Sn][Ny]",
		"[Ln][Xp]sanoma[X]sanoma[Sn][Ny]",
		"[Lt][Xp]sanoa[X]sano[Tn1][Eb]a",
		"[Lt][Xp]sanoa[X]sano[Ln]m[Xj]a[X][Rm]a[Sn][Ny][O3]nsa",
		"[Lt][Xp]sanoa[X]sano[Ll][Ru]n[Xj]ut[X][Sn][Ny]ut",
		"[Lt][Xp]sanoa[X]sano[Tt][Ap][P3][Ny][Ef]o",
		"[Lep][Xp]Myllypuro[X]myllypuro[Sine][Ny]ssa",
		"[Ln][Xp]mylly[X]mylly[Sn][Ny][Bh][Bc][Ln][Xp]puro[X]puro[Sine][Ny]ssa",
		"[Ln][Xp]puro[X]puro[Sn][Ny]",
	))
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ terms, words, want string }{
		{"tila paja tilanne", "tila tilanne pajatila pajatilanne Tila", "tila:tila:word tilanne:tilanne:word pajatila:tila:compound pajatila:paja:first pajatilanne:tilanne:compound pajatilanne:paja:first Tila:tila:word"},
		{"markkinat", "markkinat markkinoilla markkinan työmarkkinoilla", "markkinat:markkinat:word markkinoilla:markkinat:word työmarkkinoilla:markkinat:compound"},
		{"sanoa sanoma", "sanoma sanomansa sanonut sanoo sanoa", "sanoma:sanoma:word sanomansa:sanoa:word sanomansa:sanoma:word sanonut:sanoa:word sanoo:sanoa:word sanoa:sanoa:word"},
		{"puro", "Myllypurossa myllypurossa", "myllypurossa:puro:compound"},
		{"porata", "poraan porasi", "poraan:porata:word porasi:porata:word"},
	} {
		var terms []Term
		for w := range strings.FieldsSeq(tt.terms) {
			terms = append(terms, Term{Lemma: w})
		}
		if got := matches(NewVoikkoMatcher(v, terms), terms, tt.words); got != tt.want {
			t.Errorf("%s:\ngot  %s\nwant %s", tt.terms, got, tt.want)
		}
	}
}

// Forms that a term base gives need no dictionary.
func TestVoikkoMatcherForms(t *testing.T) {
	v, err := newVoikko(fstBytes("[Ln][Xp]vehje[X]vehkei[Sp][Nm]tä", "[Ln][Xp]kone[X]kone[Sn][Ny]"))
	if err != nil {
		t.Fatal(err)
	}
	terms := []Term{{Lemma: "kone", Forms: []string{"Vehkeitä"}}}
	if got, want := matches(NewVoikkoMatcher(v, terms), terms, "vehkeitä kone"), "vehkeitä:kone:word kone:kone:word"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// The dictionary takes away from what the rules find, and never adds.
func FuzzVoikkoMatcher(f *testing.F) {
	f.Add("paja", "ruuvipajaa", uint8(0))
	f.Add("korjata", "korjannut", uint8(3))
	f.Fuzz(func(t *testing.T, lemma, word string, pos uint8) {
		v, err := newVoikko(smallVoikko)
		if err != nil {
			t.Fatal(err)
		}
		if len(lemma) > 100 {
			return
		}
		terms := []Term{{Lemma: lemma, POS: POS(pos % 5)}, {Lemma: "paja"}}
		rules := NewTermMatcher(FI, terms).Match(word, nil)
		for _, m := range NewVoikkoMatcher(v, terms).Match(word, nil) {
			if !slices.ContainsFunc(rules, func(r TermMatch) bool { return r.Term == m.Term }) {
				t.Fatalf("%q in %q: %s, not by the rules: %s", lemma, word, fmt.Sprint(m), fmt.Sprint(rules))
			}
		}
	})
}

// With the installed dictionary every form in the paradigms is found that the rules
// find, unless it is one that the dictionary does not have the word for.
func TestVoikkoMatcherInstalled(t *testing.T) {
	v := installedVoikko(t)
	for _, p := range fiParadigms {
		terms := []Term{{Lemma: p.lemma, POS: p.pos}}
		m := NewVoikkoMatcher(v, terms)
		for w := range strings.FieldsSeq(p.words) {
			if got := matches(m, terms, w); got != w+":"+p.lemma+":word" {
				t.Errorf("%s: %q", w, got)
			}
		}
		for w := range strings.FieldsSeq(p.none) {
			if got := matches(m, terms, w); got != "" {
				t.Errorf("%s: %q", w, got)
			}
		}
	}
}
