package lang

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestDetect(t *testing.T) {
	tests := []struct {
		text string
		want string
	}{
		{"Leipuri mittaa jauhot ja sekoittaa taikinan huolellisesti.", "fi"},
		{"LEIPURI MITTAA JAUHOT JA SEKOITTAA TAIKINAN", "fi"},
		{"arvioi tuotteen laadun itsenäisesti", "fi"},
		{"kulut\u00ADtajan oikeuksien tun\u00ADteminen", "fi"},
		{"Bagaren mäter mjölet och rör ihop degen med omsorg.", "sv"},
		{"BAGAREN MÄTER MJÖLET OCH RÖR IHOP DEGEN", "sv"},
		{"bedömer självständigt produktens kvalitet", "sv"},
		{"The baker weighs the flour and mixes the dough with care.", "-"},
		{"Select the oven that you want to use, then press the button.", "-"},
		{"Der Bäcker mischt den Teig und stellt ihn in die Küche.", "-"},
		{"Пекарь взвешивает муку и тщательно замешивает тесто.", "-"},
		{"Bageren vejer melet af og rører ikke dejen sammen før bagefter.", "-"},
		{"Pagar kaalub jahu ning segab taigna õpilastega või üksi.", "-"},
		{"", "-"},
		{"12.30 – 14.00 (3,5 %)", "-"},
		{"Helsinki 2030", "-"},
		{"漢字かな交じり文", "-"},
	}
	for _, tt := range tests {
		if got := code(Detect(tt.text)); got != tt.want {
			t.Errorf("%q: got %s, want %s", tt.text, got, tt.want)
		}
	}
}

func TestData(t *testing.T) {
	if got := []*Lang{ByCode("fi"), ByCode("sv"), ByCode("en")}; got[0] != FI || got[1] != SV || got[2] != nil {
		t.Errorf("ByCode: %v", got)
	}
	for _, l := range All {
		if n := len(l.FunctionWords); n < 200 {
			t.Errorf("%s: %d function words", l.Code, n)
		}
		words := append(append([]string{}, l.LevelLabels...), strings.Fields(strings.Join(l.Grades, " "))...)
		for _, m := range []map[string]bool{l.Abbreviations, l.FinalAbbreviations, l.FunctionWords, l.QuestionWords} {
			for w := range m {
				words = append(words, w)
			}
		}
		for _, w := range words {
			if w != strings.ToLower(w) || strings.HasSuffix(w, ".") {
				t.Errorf("%s: %q", l.Code, w)
			}
		}
		if diff := cmp.Diff([]string{}, common(l.Abbreviations, l.FinalAbbreviations)); diff != "" {
			t.Errorf("%s: abbreviations of both kinds: %s", l.Code, diff)
		}
		if diff := cmp.Diff([]string{}, common(l.FunctionWords, set(foreignWords))); diff != "" {
			t.Errorf("%s: foreign words: %s", l.Code, diff)
		}
	}
	if diff := cmp.Diff([]string{}, common(FI.FunctionWords, SV.FunctionWords)); diff != "" {
		t.Errorf("words of both languages: %s", diff)
	}
}

func common(a, b map[string]bool) []string {
	words := []string{}
	for w := range a {
		if b[w] {
			words = append(words, w)
		}
	}
	return words
}

func BenchmarkDetect(b *testing.B) {
	text := strings.Repeat("Leipuri mittaa jauhot ja sekoittaa taikinan. Bagaren mäter mjölet och rör ihop degen.\n", 1<<12)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Detect(text)
	}
}
