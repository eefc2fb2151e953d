package lang

import (
	"strings"
	"testing"
)

// The forms of a word have one stem, other words another.
func TestStem(t *testing.T) {
	for _, tt := range []struct {
		lang  *Lang
		words []string // forms of one word, a word a string
	}{
		{FI, []string{
			"toiminta toiminnan toimintaa toiminnassa toimintaansa toimintoja toiminnalle",
			"suhde suhteen suhdetta suhteessa suhteita suhteisiin",
			"osaaminen osaamisen osaamista osaamisessa osaamiseen osaamisensa",
			"laajuus laajuuden laajuutta laajuudet laajuuksia",
			"opetus opetuksen opetusta opetuksessa opetukseen opetuksia",
			"palvelu palvelun palvelua palvelujen palveluihin palveluita palvelussakin",
			"työryhmä työryhmän työryhmää työryhmässä työryhmissä",
		}},
		{SV, []string{
			"kund kunden kunder kunderna kundens",
			"avtal avtalet avtalen avtals avtalets",
			"säljare säljaren säljarna säljares säljarens",
			"bedömning bedömningen bedömningar bedömningarna bedömningens",
			"verksamhet verksamheten verksamheter verksamheterna verksamhetens",
			"skola skolan skolor skolorna skolans",
		}},
	} {
		of := map[string]string{}
		for _, forms := range tt.words {
			want := ""
			for form := range strings.FieldsSeq(forms) {
				got := tt.lang.Stem(form)
				if want == "" {
					want = got
				}
				if got != want {
					t.Errorf("%s: stem %q, of %s %q", form, got, strings.Fields(forms)[0], want)
				}
				if other, ok := of[got]; ok && other != forms {
					t.Errorf("%s has the stem of %s", form, strings.Fields(other)[0])
				}
				of[got] = forms
			}
		}
	}
}

func TestStemOfShortWords(t *testing.T) {
	for _, l := range All {
		for _, w := range []string{"", "a", "än", "ö", "en", "yö", "\xff", "ä\xffn"} {
			if s := l.Stem(w); len(s) > len(w)+1 {
				t.Errorf("%s %q: stem %q", l.Code, w, s)
			}
		}
	}
}
