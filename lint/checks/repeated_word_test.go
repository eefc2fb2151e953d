package checks

import "testing"

func TestMeetsItself(t *testing.T) {
	for _, c := range []struct {
		before, word, after string
		want                bool
	}{
		{"Reparera det som ", "är", " trasigt.", false},
		{"Cyklar som ", "har", " stått ute rostar.", false},
		{"Den som ", "kan", " byta slang visar de andra.", true},
		{"Verktyg som ", "kan", " behöva slipas läggs undan.", false},
		{"Det som vi ", "har", " lånat lämnas tillbaka.", true},
		{"Det man ", "får", " får man dela med sig av.", true},
		{"När slangen ", "har", " lagats pumpas däcket.", false},
		{"När man ", "har", " man råd.", true},
		{"När festen ", "är", " ännu oklart.", true},
		{"Om du ", "vill", " du hinna.", true},
		{"Kontrollera om bromsen ", "är", " ren.", false},
		{"Hur hel ramen ", "är", " svårt att se.", true},
		{"Rådgör när ", "det", " gäller elcyklar.", false},
		{"Jag tror ", "det", " blir bra.", true},
		{"", "det", " gäller nu.", true},
		{"Ramen ", "målas", " i verkstaden.", false},
	} {
		if got := meetsItself(c.before, c.word, c.after); got != c.want {
			t.Errorf("%s%s %s%s: %v, want %v", c.before, c.word, c.word, c.after, got, c.want)
		}
	}
}
