package lang

import (
	"strings"
	"testing"
)

// svParadigms are lemmas with words and how these hold them; "-" lists words that
// must not.
var svParadigms = []struct {
	lemma, pos                           string
	word, compound, derived, first, none string
}{
	{"elev", "", "elev elevs eleven elevens elever eleverna elevernas", "skolelever grundskoleelevens", "", "elevkår", "elevera relevant"},
	{"studerande", "", "studerande studerandes studeranden studerandena", "yrkesstuderande", "", "", "studera studerar"},
	{"konsumentskydd", "", "konsumentskyddet konsumentskyddets", "", "", "", "skydda skydd"},
	{"konsument", "", "konsumenter konsumenternas", "storkonsumenter", "", "konsumentskydd", "konsumera"},
	{"säljare", "", "säljaren säljarens säljarna säljarnas", "bilsäljaren", "försäljaren försäljare återförsäljarna", "", "sälja säljer"},
	{"fakturering", "", "faktureringen faktureringar", "efterskottsfakturering", "", "faktureringssystem", "fakturera"},
	{"nyckel", "", "nyckeln nycklar nycklarnas", "cykelnyckeln", "", "nyckelord", "nyckla"},
	{"museum", "", "museet museer museerna museets", "konstmuseer", "", "museibesök", "mus"},
	{"bok", "", "boken böcker böckernas boks", "läroboken läroböcker", "", "bokhylla", "boka bokar"},
	{"man", "", "mannen män männen männens mans", "tjänsteman tjänstemännen", "", "", "en manar"},
	{"hand", "", "handen händer händerna", "", "", "handskrift", "hända"},
	{"skola", "", "skolan skolor skolornas skolas", "grundskolan", "förskola", "skolbok skolgård", "ska skulle skolad"},
	{"arbete", "", "arbetet arbeten arbetena", "skolarbetet", "samarbete", "arbetsgivare", ""},
	{"möjlighet", "", "möjligheten möjligheter möjligheternas", "utvecklingsmöjligheter", "omöjlighet", "", "möjligt"},
	{"politik", "", "politiken politikens", "skolpolitiken", "", "", "politiker politikerna"},
	{"skydd", "", "skyddet skydden skyddens", "miljöskyddet", "", "skyddsrum", "skyddar skyddas"},
	{"grund", "", "grunden grunder grundernas", "", "", "grundkurs", "grundar grundade"},
	{"lag", "", "lagen lagar lagarnas", "köplagen", "", "lagbok", "lager lagra"},
	{"rum", "", "rummet rummen rums", "klassrummet", "", "", "ren ras läraren kulturer"},
	{"råd", "", "rådet råden", "elevrådet", "", "", "kompetensområdet"},
	{"enhet", "", "enheten enheter", "måttenheter", "", "", "erfarenheter medvetenheten"},
	{"vård", "", "vården vårdens", "tandvården", "", "vårdplan", "vårda"},
	{"rimlig", "", "rimligt rimliga rimligare rimligast", "", "orimlig orimliga", "", "rimligen rimma"},
	{"vacker", "", "vackert vackra vackrare vackraste", "", "", "", ""},
	{"god", "", "gott goda gode", "", "", "", "gods"},
	{"röd", "", "rött röda rödare", "mörkröda", "", "", ""},
	{"allmän", "", "allmänt allmänna allmännare", "", "", "", ""},
	{"begränsad", "", "begränsat begränsade", "", "obegränsade", "", "begränsar"},
	{"välja", "", "väljer valde valt väljs väljas", "", "", "", "valda val välj"},
	{"sälja", "", "säljer sålde sålt såldes", "", "", "", "sålda säl"},
	{"köpa", "", "köper köpte köpt köps köptes", "", "", "", "köpare köp"},
	{"skriva", "", "skriver skrev skrivit skrivs skrevs", "", "", "", "skriven skrift"},
	{"beskriva", "", "beskriver beskrev beskrivit", "", "", "", "beskrivning"},
	{"bli", "", "blir blev blivit", "", "", "", "bly"},
	{"fakturera", "", "fakturerar fakturerade fakturerat faktureras", "", "", "", "fakturering fakturerer"},
	{"lära", "", "lär lärde lärt lärs", "", "", "", "lärare"},
	{"bevara", "", "bevarar bevarade bevarat", "", "", "", "bevaring"},
	{"lyckas", "", "lyckas lyckades lyckats", "", "", "", "lyckade"},
	{"forma", "verb", "formar formade", "", "", "", "former"},
	{"vara", "", "varor varan varorna", "råvaror", "", "varuhus", "är var vars"},
	{"skola", "verb", "ska skulle", "", "", "", "skolan skolor"},
	{"Åbo", "name", "Åbos", "", "", "", "Åbot"},
	{"EU", "name", "EU:s eus", "", "", "", "eut"},
}

func TestMatchSV(t *testing.T) {
	pos := map[string]POS{"": AnyPOS, "noun": Noun, "adjective": Adjective, "verb": Verb, "name": Name}
	for _, p := range svParadigms {
		m := NewTermMatcher(SV, []Term{{Lemma: p.lemma, POS: pos[p.pos]}})
		want := map[string]string{"word": p.lemma + " " + p.word, "compound": p.compound, "derived": p.derived, "first": p.first, "none": p.none}
		for kind, words := range want {
			for w := range strings.FieldsSeq(words) {
				got := "none"
				if out := m.Match(w, nil); len(out) > 0 {
					got = out[0].Kind.String()
				}
				// That the term begins the word is no news where nothing is to match.
				if got != kind && (kind != "none" || got != "first") {
					t.Errorf("%s in %s: got %s, want %s", p.lemma, w, got, kind)
				}
			}
		}
	}
}

func TestBorderSV(t *testing.T) {
	for _, tt := range []struct {
		word, last  string
		ok, derives bool
	}{
		{"skolelev", "elev", true, false},
		{"försäljare", "säljare", true, true},
		{"återförsäljare", "säljare", true, true},
		{"undervisning", "visning", true, true},
		{"underrubrik", "rubrik", true, false},
		{"e-tjänst", "tjänst", true, false},
		{"orimlig", "rimlig", true, true},
		{"förslag", "lag", false, false},
		{"kostnadsförslag", "lag", false, false},
		{"strand", "rand", false, false},
		{"möjlighet", "het", false, false},
	} {
		i := len(tt.word) - len(tt.last)
		if ok, derives := svBorder([]byte(tt.word), i); ok != tt.ok || derives != tt.derives {
			t.Errorf("%s before %s: got %t, %t", tt.word, tt.last, ok, derives)
		}
	}
}

// TestStopSV checks that closed-class words match themselves and their owners only.
func TestStopSV(t *testing.T) {
	m := NewTermMatcher(SV, []Term{{Lemma: "bar"}, {Lemma: "lära"}, {Lemma: "hög"}, {Lemma: "bara"}})
	for w, want := range map[string]int{"bara": 3, "lär": 1, "högst": 2} {
		if out := m.Match(w, nil); len(out) != 1 || out[0].Term != want {
			t.Errorf("%s: got %v", w, out)
		}
	}
}

func BenchmarkMatchSV(b *testing.B) {
	var terms []Term
	for _, p := range svParadigms {
		terms = append(terms, Term{Lemma: p.lemma})
	}
	m := NewTermMatcher(SV, terms)
	var out []TermMatch
	b.ReportAllocs()
	for b.Loop() {
		for _, w := range []string{"grundskoleelevernas", "återförsäljarna", "konsumentskyddslagstiftningen", "och"} {
			out = m.Match(w, out[:0])
		}
	}
}

func FuzzMatchSV(f *testing.F) {
	for _, p := range svParadigms {
		f.Add(p.lemma, p.word+" "+p.compound, uint8(0))
	}
	f.Add("ö", "öns", uint8(1))
	f.Add("as", "as-ås", uint8(3))
	f.Add("\xff", "o\u00adm", uint8(2))
	f.Fuzz(func(t *testing.T, lemma, text string, pos uint8) {
		terms := []Term{{Lemma: lemma, POS: POS(pos % 5)}, {Lemma: "försäljare"}, {Lemma: "skola"}}
		m := NewTermMatcher(SV, terms)
		for _, w := range append(strings.Fields(text), lemma, text) {
			seen := map[int]bool{}
			for _, h := range m.Match(w, nil) {
				if seen[h.Term] {
					t.Fatalf("%q in %q twice", terms[h.Term].Lemma, w)
				}
				seen[h.Term] = true
			}
		}
		low := string(lower(nil, lemma))
		if len(low) < 2 || len(lemma) > longestWord/2 || strings.Trim(low, "-–") != low {
			return
		}
		for _, h := range m.Match(lemma, nil) {
			if h.Term == 0 && h.Kind == WordMatch {
				return
			}
		}
		t.Fatalf("%q is no form of itself", lemma)
	})
}
