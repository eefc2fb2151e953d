package lang

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// fiParadigms are some forms of words of many types.
var fiParadigms = []struct {
	lemma     string
	pos       POS
	words     string // forms
	compounds string // words that have a form as the last part
	firsts    string // words that begin with it
	none      string // words that do not hold it
}{
	{"talo", Noun, "talo talon taloa talossa taloon taloja talojen taloissa taloihin talommekin taloineen", "kerrostalo koulutaloissa", "talonrakennus", "talous taloudellinen talvi"},
	{"kuningas", Noun, "kuninkaan kuningasta kuninkaat kuninkaiden kuninkaita kuninkaisiin kuninkaanaan", "aurinkokuninkaan", "kuningaskunta", "kuningatar"},
	{"rikas", Adjective, "rikkaan rikasta rikkaita rikkaampi rikkaimmat rikkainta", "", "", "rikos rikon"},
	{"lapsi", Noun, "lapsen lasta lapset lapsia lasten lapsiin lapseksi lapsistaan", "koululapset koululasten", "lapsiperhe lapsenmieli lastenkoti", "lapio lasi lasin"},
	{"suhde", Noun, "suhteen suhdetta suhteeseen suhteita suhteiden suhteisiin suhteessaan", "asiakassuhteen sopimussuhteissaan", "suhdetoiminta", "suhteellinen suhdanne"},
	{"asiakas", Noun, "asiakkaan asiakasta asiakkailta asiakkaita asiakkaalle asiakkaiden", "kanta-asiakkaat yritysasiakkaille", "asiakassuhde asiakaspalvelu", "asia asian asiaan asiallinen"},
	{"myyjä", Noun, "myyjän myyjää myyjiä myyjien myyjille myyjäksi", "automyyjän", "myyjäkoulutus", "myydä myy"},
	{"oppija", Noun, "oppijan oppijaa oppijoita oppijoiden oppijalle oppijoillekin", "kielenoppijan", "oppijakeskeinen", "oppi oppia oppilas"},
	{"kuluttaja", Noun, "kuluttajan kuluttajaa kuluttajia kuluttajien kuluttajille", "loppukuluttajien", "kuluttajansuoja kuluttajapolitiikka", "kuluttaa kuluttavat kulut"},
	{"opettaa", AnyPOS, "opetan opettaa opettavat opetti opettanut opettaisi opetetaan opetettiin opetettu opetettava opettamalla opettaessaan", "", "", "opettaja opetus oppia"},
	{"soveltaa", Verb, "sovella sovellan soveltaa soveltavat sovelsi sovelletaan sovellettiin sovellettuja soveltava soveltamaan soveltaakseen sovellettaessa sovellettaisiin", "", "", "soveltuu sovellus"},
	{"käydä", Verb, "käy käyn käyvät kävi kävivät kävisi käynyt käydään käytiin käymässä käytävä", "", "", "käyttää käytän käännös"},
	{"tulla", Verb, "tulen tulee tulevat tuli tulisi tullut tullaan tultiin tulemaan tullessa", "", "", "tuuli tulokset"},
	{"nähdä", Verb, "näen näkee näkevät näki näkisi nähnyt nähdään nähtiin nähtävä näkemään nähnee", "", "", "näyttää näkö"},
	{"valita", Verb, "valitsen valitsee valitsi valinnut valitaan valittiin valittu valitkaa valitsisi valittaisiin", "", "", "valinta valinnan"},
	{"hakata", Verb, "hakkaan hakkaa hakkasi hakannut hakataan hakattiin", "", "", "haka haluta"},
	{"taata", Verb, "takaan takaavat takasi taannut taataan", "", "", "tavata"},
	{"kohtuullinen", Adjective, "kohtuullisen kohtuullista kohtuullisia kohtuullisempi kohtuullisin kohtuullisten", "", "", "kohtuus"},
	{"pitkä", Adjective, "pitkän pitkää pitkiä pitempi pidempään pisimmät", "", "", "pitkin"},
	{"hyvä", Adjective, "hyvän hyviä parempi paremman paras parhaan parhaita", "", "", "hyvin hyöty"},
	{"vaalit", Noun, "vaalit vaalien vaaleissa vaaleihin vaaleja vaaleilla", "kuntavaaleissa", "", "vaalin vaalea vaalii"},
	{"markkinat", Noun, "markkinoilla markkinoiden markkinoita markkinoille", "työmarkkinoilla", "", "markkinan markkinointi"},
	{"EU", AnyPOS, "EU EU:n EU:ssa EU:hun eu:lle", "", "EU-maat", "euro"},
	{"aika", Noun, "aika ajan aikaa ajassa aikoja aikojen ajoissa aikoihin", "työaika työajan", "aikataulu ajankäyttö", "aikuinen ajaa"},
	{"poika", Noun, "pojan poikaa pojat poikien poikia pojille", "koulupojat", "poikakoulu", "pohja"},
	{"virkamies", Noun, "virkamiehen virkamiestä virkamiehet virkamiesten virkamiehille", "", "virkamiesvastuu", "virka viran"},
	{"laitos", Noun, "laitoksen laitosta laitokset laitoksissa", "oppilaitokset oppilaitosten", "laitosmies", "laina"},
	{"tavoite", Noun, "tavoitteen tavoitetta tavoitteet tavoitteita tavoitteiden tavoitteisiin", "oppimistavoitteet", "tavoitetaso", "tavoin tapa"},
	{"koe", Noun, "kokeen koetta kokeet kokeita kokeissa", "", "koealue", "kokous kokea"},
	{"kieli", Noun, "kielen kieltä kielet kieliä kielissä kielten", "äidinkielen", "kielitaito", "kieltää kielto"},
	{"vastuu", Noun, "vastuun vastuuta vastuuseen vastuiden", "yritysvastuun", "vastuuvapaus", "vasta vastata"},
	{"valtio", Noun, "valtion valtiota valtioon valtioita valtioiden", "liittovaltion", "valtioneuvosto", "valta vallan"},
	{"ohjelma", Noun, "ohjelman ohjelmia ohjelmien ohjelmiin", "opetusohjelman", "ohjelmakausi", "ohje ohjeet"},
	{"opetussuunnitelma", Noun, "opetussuunnitelman opetussuunnitelmia opetussuunnitelmissa", "perusopetussuunnitelman", "opetussuunnitelmatyö", "opetus"},
	{"yhteisö", Noun, "yhteisön yhteisöjä yhteisöjen yhteisöissä", "kieliyhteisöjen", "yhteisövero", "yhteinen yhteistyö"},
	{"kallis", Adjective, "kalliin kallista kalliita kalliimpi kallein", "", "", "kallio"},
	{"lyhyt", Adjective, "lyhyen lyhyttä lyhyitä lyhyempi", "", "lyhytaikainen", "lyhde"},
	{"rock", Noun, "rock rockin rockia rockissa", "", "rock-yhtye", "rokka"},
	{"Internet", Name, "internetin Internetissä internetistä", "", "internet-sivu", "interventio"},
	{"käsite", Noun, "käsitteen käsitettä käsitteitä käsitteisiin", "peruskäsitteet", "käsitekartta", "käsitellä käsitellään"},
	{"perusta", Noun, "perustan perustaa perustoja perustoihin", "sokkeliperustan", "", "perustua perustava perustuva"},
	{"korkea", Adjective, "korkean korkeaa korkeita korkeampi korkein", "", "", "korin koren"},
	{"lähteä", Verb, "lähden lähti lähtee lähtenyt lähtevä lähdettiin", "", "", "lähteitä lähteissä lähteiden"},
	{"moni", Adjective, "monen monta monia monet monissa", "", "", "monni"},
	{"sydän", Noun, "sydämen sydäntä sydämiä", "moottorinsydämen", "sydänpuu", "sydämellinen"},
	{"valtatie", Noun, "valtatien valtatietä valtateitä valtateiden valtatielle", "", "", "valta"},
	{"piennar", Noun, "pientaren piennarta pientareet pientareita", "tienpientareet", "", "pieni"},
	{"pyyhin", Noun, "pyyhkimen pyyhintä pyyhkimet", "lasinpyyhkimet", "", "pyyhe"},
	{"alkeet", Noun, "alkeiden alkeita alkeisiin alkeissa", "", "", "alku"},
	{"Uusimaa", Name, "Uusimaa Uudenmaan Uudellamaalla Uudellemaalle Uuteenmaahan", "Länsi-Uudenmaan", "", "uuden"},
	{"jäsen", Noun, "jäsenen jäsentä jäsenet jäseniä jäsenten", "perheenjäsenet", "jäsenmaa", "jäsentää"},
}

func TestMatchFI(t *testing.T) {
	for _, p := range fiParadigms {
		for _, pos := range []POS{p.pos, AnyPOS} {
			m := NewTermMatcher(FI, []Term{{Lemma: p.lemma, POS: pos}})
			for _, list := range []struct{ words, want string }{
				{p.lemma, "word"}, {p.words, "word"}, {p.compounds, "compound"}, {p.firsts, "first"},
			} {
				for w := range strings.FieldsSeq(list.words) {
					if got := m.Match(w, nil); len(got) != 1 || got[0].Kind.String() != list.want {
						t.Errorf("%s (part of speech %d) in %s: got %v, want %s", p.lemma, pos, w, got, list.want)
					}
				}
			}
		}
		m := NewTermMatcher(FI, []Term{{Lemma: p.lemma, POS: p.pos}})
		for w := range strings.FieldsSeq(p.none) {
			if got := m.Match(w, nil); len(got) != 0 {
				t.Errorf("%s in %s: got %v, want none", p.lemma, w, got)
			}
		}
	}
}

// A compound's last part does not begin within a suffix, between equal vowels or
// after a part that no word ends like.
func TestMatchFIBorder(t *testing.T) {
	for lemma, words := range map[string]string{
		"tapa":   "tuottavat soveltavan edustavat",
		"into":   "hallinto nautinto mielenkiinto",
		"ajaa":   "edustajaa seuraajaan",
		"aita":   "avausraita",
		"seksi":  "ihmiseksi",
		"nainen": "olennainen valinnaisia varsinainen puolinaisen",
		"lisä":   "digitaalisia monikielisissä",
		"noki":   "toiminnoissa havainnoista",
		"lapsi":  "oppilasta potilasta",
		"laki":   "oppilaille",
		"joki":   "opiskelijoilla asiakirjoista",
		"tuki":   "tukeutuen",
		"muoto":  "monimuotoista",
		"pinta":  "jatko-opintojen",
		"tila":   "elämäntilanne",
	} {
		m := NewTermMatcher(FI, []Term{{Lemma: lemma}})
		for w := range strings.FieldsSeq(words) {
			if got := m.Match(w, nil); len(got) != 0 {
				t.Errorf("%s in %s: got %v, want none", lemma, w, got)
			}
		}
	}
	for lemma, words := range map[string]string{
		"tapa": "toimintatavat kehittämistapoja", "into": "työintoa", "nainen": "liikenaisen",
		"lisä": "palkanlisiä lapsilisän", "lapsi": "koululasta", "tuki": "koulutuen", "tila": "työtilasi",
	} {
		m := NewTermMatcher(FI, []Term{{Lemma: lemma}})
		for w := range strings.FieldsSeq(words) {
			if got := m.Match(w, nil); len(got) != 1 || got[0].Kind != CompoundMatch {
				t.Errorf("%s in %s: got %v, want a compound", lemma, w, got)
			}
		}
	}
}

func TestMatchFIForms(t *testing.T) {
	m := NewTermMatcher(FI, []Term{
		{Lemma: "osa"}, {Lemma: "muu"},
		{Lemma: "tuki", Forms: []string{"tukee"}, Not: []string{"tukia"}},
	})
	for w, want := range map[string]string{
		"osat": "[{0 word}]", "osalta": "[{0 word}]", "osaltakin": "[{0 word}]", "muiden": "[{1 word}]",
		"tuen": "[{2 word}]", "tukee": "[{2 word}]", "tukia": "[]", "TUKI": "[{2 word}]", "-tukien": "[{2 word}]",
		"x": "[]", "": "[]", "-": "[]",
	} {
		if got := fmt.Sprint(m.Match(w, nil)); got != want {
			t.Errorf("%q: got %s, want %s", w, got, want)
		}
	}
	if NewTermMatcher(FI, nil).Match("osa", nil) != nil {
		t.Error("a matcher of no terms matches")
	}
}

func FuzzMatchFI(f *testing.F) {
	for _, p := range fiParadigms {
		words := strings.Fields(p.words + " " + p.compounds)
		f.Add(p.lemma, words[len(words)-1], uint8(p.pos))
	}
	f.Add("ää", "pää-ääÄ\u00ad", uint8(0))
	f.Fuzz(func(t *testing.T, lemma, word string, pos uint8) {
		if len(lemma) > 100 {
			return
		}
		terms := []Term{{Lemma: lemma, POS: POS(pos % 5)}, {Lemma: "talo"}, {Lemma: lemma + "t"}}
		m := NewTermMatcher(FI, terms)
		got := m.Match(word, nil)
		for k, a := range got {
			if a.Term < 0 || a.Term >= len(terms) {
				t.Fatalf("%q, %q: term %d", lemma, word, a.Term)
			}
			for _, b := range got[:k] {
				if a.Term == b.Term {
					t.Fatalf("%q, %q: a term twice: %v", lemma, word, got)
				}
			}
		}
		if !utf8.ValidString(lemma) || utf8.RuneCountInString(lemma) < 2 || strings.ContainsFunc(lemma, func(r rune) bool { return !unicode.IsLetter(r) }) {
			return
		}
		if !slices.Contains(m.Match(lemma, nil), TermMatch{0, WordMatch}) {
			t.Fatalf("%q is not found in itself", lemma)
		}
	})
}

// fiSample is a text of the kind that curricula hold.
const fiSample = `Opiskelija hallitsee kaupan ja hallinnon keskeiset toimintatavat sekä osaa soveltaa
kuluttajansuojaa koskevaa lainsäädäntöä asiakaspalvelutilanteissa. Hän tunnistaa asiakkaiden tarpeet,
neuvottelee sopimuksista ja laatii tarjouksia myös vieraalla kielellä. Tutkinnon suorittanut ottaa
työssään huomioon kestävän kehityksen periaatteet, työturvallisuuden vaatimukset ja yrityksen
taloudelliset tavoitteet. Opetussuunnitelmassa kuvataan oppimisen arviointi, opintojen laajuus ja
osaamistavoitteiden suhde valtakunnallisiin perusteisiin. Opettajat ohjaavat ryhmiä
projektityöskentelyssä, jossa harjoitellaan viestintää, tiedonhakua sekä ongelmanratkaisua
monikulttuurisissa oppimisympäristöissä.`

func BenchmarkTermMatcher(b *testing.B) {
	for _, n := range []int{10, 1000, 30000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) { matchSample(b, NewTermMatcher(FI, syntheticTerms(n))) })
		b.Run(fmt.Sprint(n, "-voikko"), func(b *testing.B) {
			matchSample(b, NewVoikkoMatcher(installedVoikko(b), syntheticTerms(n)))
		})
	}
}

// matchSample matches the words of the sample again and again.
func matchSample(b *testing.B, m *TermMatcher) {
	words := strings.FieldsFunc(fiSample, func(r rune) bool { return !unicode.IsLetter(r) })
	var out []TermMatch
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		out = m.Match(words[i%len(words)], out[:0])
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "words/s")
}

func BenchmarkNewTermMatcher(b *testing.B) {
	for _, n := range []int{10, 1000, 30000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			terms := syntheticTerms(n)
			for b.Loop() {
				NewTermMatcher(FI, terms)
			}
		})
	}
}

// sampleTerms are words of the sample; a term base for such texts holds them.
const sampleTerms = `opiskelija asiakas kuluttajansuoja lainsäädäntö sopimus työ tutkinto yritys oppiminen opettaja`

// syntheticTerms returns n terms: words of the sample, and words made of syllables.
func syntheticTerms(n int) []Term {
	syllables := strings.Fields("ta ki so le va mu ri ne pu ha jo sa ko te li tus kas las nen sto")
	ends := strings.Fields("ja taa us nen e ti kka o lu inen ys in")
	terms := make([]Term, n)
	for k := range terms {
		w := ""
		for r := k / len(ends); ; r /= len(syllables) {
			w += syllables[r%len(syllables)]
			if r < len(syllables) {
				break
			}
		}
		terms[k].Lemma = syllables[k%7] + w + ends[k%len(ends)]
	}
	for k, w := range strings.Fields(sampleTerms) {
		terms[k].Lemma = w
	}
	return terms
}

// TestEndings holds the endings to the length that matchers look at.
func TestEndings(t *testing.T) {
	for _, l := range All {
		if n := rulesOf(l).longest; n > longestEnding {
			t.Errorf("%s: an ending of %d bytes", l.Code, n)
		}
	}
}
