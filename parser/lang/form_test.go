package lang

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

const (
	noun      = NounForm
	statement = StatementForm
	finite    = FiniteForm
	inf       = InfinitiveForm
	imper     = ImperativeForm
)

func TestBegins(t *testing.T) {
	for _, tt := range []struct {
		l    *Lang
		text string
		want Form
		at   int
	}{
		{FI, "suunnittelee korjauksen", finite, 0},
		{FI, "tarjoaa apua", finite, 0},
		{FI, "arvioi vian", finite, 0},
		{FI, "ei jätä työkaluja lattialle", finite, 0},
		{FI, "huolellisesti tarkistetaan jarrut", finite, 1},
		{FI, "tehdä pyörälle huolto", inf, 0},
		{FI, "suunnitella huollon", inf, 0},
		{FI, "tutustua ohjeeseen", inf, 0},
		{FI, "korjata renkaan", inf | imper, 0},
		{FI, "käyttää avainta", inf | finite, 0},
		{FI, "pohtia syytä", inf | noun, 0},
		{FI, "suunnittelemaan huollon", IntoForm, 0},
		{FI, "käyttämään avainta", IntoForm, 0},
		{FI, "lukemalla ohjeen", ByForm, 0},
		{FI, "asemaan liittyvät edut", IntoForm | noun | statement, 0},
		{FI, "kysymättä lupaa", WithoutForm, 0},
		{FI, "renkaiden tarkistaminen", noun, 0},
		{FI, "huolto- ja korjausohjeet", noun, 0},
		{FI, "oman työn arviointi", noun, 0},
		{FI, "asiakas saa kuitin", statement, 0},
		{FI, "paja aukeaa", noun | statement, 0},
		{FI, "miten ketju vaihdetaan", ClauseForm, 0},
		{FI, "valitse avain", imper, 0},
		{FI, "älä kiristä liikaa", imper, 0},
		{FI, "korjaamossa kysytään", AnyForm, 0},
		{FI, "jos ketju katkeaa", AnyForm, 0},
		{FI, "realisti", AnyForm, 0},
		{FI, "lankapata", noun | inf | imper, 0},
		{FI, "", AnyForm, 0},

		{SV, "planerar reparationen", finite, 0},
		{SV, "planera reparationen", inf | imper, 0},
		{SV, "skriver kvittot", finite, 0},
		{SV, "undviker att dra för hårt", finite, 0},
		{SV, "skriva kvittot", inf, 0},
		{SV, "lagar en cykel", finite, 0},
		{SV, "cyklar och hjälmar", noun | finite, 0},
		{SV, "färdigheter i mekanik", noun, 0},
		{SV, "tekniska lösningar", noun, 0},
		{SV, "fiska upp muttern", inf | imper, 0},
		{SV, "kunden får ett kvitto", statement, 0},
		{SV, "inte lämna verktyg på golvet", inf | imper | noun, 1},
		{SV, "att byta ett däck", AttForm, 1},
		{SV, "att kunden får ett kvitto", ClauseForm, 0},
		{SV, "genom att pumpa däcket", ByForm, 2},
		{SV, "utan att fråga", WithoutForm, 2},
		{SV, "hur kedjan byts", ClauseForm, 0},
		{SV, "i verkstaden frågar man", AnyForm, 0},
		{SV, "däck- och kedjebyten", noun, 0},
		{SV, "förstå instruktionen", inf | imper, 0},
		{SV, "förverkliga planerna", inf | imper, 0},
		{SV, "viktiga verktyg", noun, 0},
		{SV, "söka information", inf, 0},
		{SV, "effektiv rengöring av kedjan", noun | imper, 0},
		{SV, "jämför priser", finite, 0},
		{SV, "ber om hjälp", finite, 0},
		{SV, "en cykel vars däck är nya", noun, 0},
		{SV, "servicens pris", noun | statement, 0},
	} {
		got, at := Begins(tt.l, strings.Fields(tt.text))
		if d := cmp.Diff(tt.want, got); d != "" || at != tt.at {
			t.Errorf("Begins(%s, %q) shown by word %d, want %d (-want +got):\n%s", tt.l.Code, tt.text, at, tt.at, d)
		}
	}
}

func TestLeadsTo(t *testing.T) {
	for _, tt := range []struct {
		l    *Lang
		text string
		want Form
	}{
		{FI, "Opiskelija osaa", inf},
		{FI, "tavoitteena on, että asentaja", finite},
		{FI, "Työkalut", AnyForm},
		{FI, "", AnyForm},
		{SV, "Den studerande ska", inf},
		{SV, "Målet är att eleven", finite},
		{SV, "Målet är att", inf},
		{SV, "Verktyg", AnyForm},
	} {
		if got := LeadsTo(tt.l, strings.Fields(tt.text)); got != tt.want {
			t.Errorf("LeadsTo(%s, %q) = %b, want %b", tt.l.Code, tt.text, got, tt.want)
		}
	}
}

func TestOddForms(t *testing.T) {
	const any = AnyForm
	for _, tt := range []struct {
		name  string
		items []Form
		call  Form
		most  int
		odd   []int
		want  Form
	}{
		{"one of three", []Form{inf, noun, inf}, any, 1, []int{1}, inf},
		{"one each", []Form{inf, noun, finite}, any, 1, nil, 0},
		{"alike", []Form{inf, inf | noun, any}, any, 1, nil, 0},
		{"two of four", []Form{inf, noun, inf, noun}, any, 2, nil, 0},
		{"too many", []Form{inf, inf, inf, inf, noun, noun}, any, 1, nil, 0},
		{"two of six", []Form{inf, inf, inf, inf, noun, noun}, any, 2, []int{4, 5}, inf},
		{"ambiguous majority", []Form{inf | finite, inf | finite, noun, inf}, any, 1, nil, 0},
		{"either is odd", []Form{inf | finite, inf | finite, inf, finite}, any, 1, nil, 0},
		{"the lead-in decides", []Form{inf | finite, inf | finite, inf, finite}, inf, 1, []int{3}, inf},
		{"the lead-in calls for the odd one", []Form{noun, noun, noun, inf}, inf, 1, nil, 0},
		{"little known", []Form{inf, inf, any, any, any, noun}, any, 1, []int{5}, inf},
		{"too little known", []Form{inf, inf, any, any, any, any, noun}, any, 1, nil, 0},
		{"nothing certain", []Form{inf | noun, inf | noun, finite}, any, 1, nil, 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			odd, want := OddForms(tt.items, tt.call, tt.most)
			if d := cmp.Diff(tt.odd, odd); d != "" || want != tt.want {
				t.Errorf("form %b, want %b (-want +got):\n%s", want, tt.want, d)
			}
		})
	}
}

func TestParallel(t *testing.T) {
	for _, tt := range []struct {
		items []Form
		want  bool
	}{
		{[]Form{noun, noun | statement, noun}, true},
		{[]Form{inf, inf, inf | finite}, true},
		{[]Form{inf, inf, noun}, false},
		{[]Form{noun, AnyForm, AnyForm}, false},
	} {
		if got := Parallel(tt.items); got != tt.want {
			t.Errorf("Parallel(%b) = %t", tt.items, got)
		}
	}
}

// FuzzBegins: a form is told by a word of the text, in any case of the letters,
// and nothing that comes after the first words changes it.
func FuzzBegins(f *testing.F) {
	for _, s := range []string{"osaa korjata", "Att byta däck", "ei", "att", "genom att", "-", "ä ö", "\xff maan", "matta", "a-"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		words := strings.Fields(text)
		for _, l := range All {
			form, at := Begins(l, words)
			if form == 0 || form&^AnyForm != 0 {
				t.Fatalf("%s: %q has form %b", l.Code, text, form)
			}
			if at < 0 || at >= max(1, min(len(words), FormWords)) {
				t.Fatalf("%s: %q is shown by word %d", l.Code, text, at)
			}
			lower := strings.Fields(strings.ToLower(text))
			if again, _ := Begins(l, lower); utf8.ValidString(text) && len(text) < 100 && len(lower) == len(words) && again != form {
				t.Fatalf("%s: %q in lower case has form %b, not %b", l.Code, text, again, form)
			}
			if len(words) >= FormWords {
				if again, _ := Begins(l, append(words[:FormWords:FormWords], "är", "on")); again != form {
					t.Fatalf("%s: %q has form %b with more words", l.Code, text, again)
				}
			}
			LeadsTo(l, words)
		}
	})
}

func BenchmarkBegins(b *testing.B) {
	texts := map[*Lang][]string{
		FI: strings.Fields("suunnittelemaan ja toteuttamaan pyörän huollon yhdessä asiakkaan kanssa"),
		SV: strings.Fields("utvecklingen av verkstaden tillsammans med kunderna som besöker den"),
	}
	for _, l := range All {
		b.Run(l.Code, func(b *testing.B) {
			for b.Loop() {
				Begins(l, texts[l])
			}
		})
	}
}
