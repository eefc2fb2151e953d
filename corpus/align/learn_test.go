package align

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/steplint/steplint/parser/lang"
)

// learned returns which words of a lexicon go together.
func learned(lex *Lexicon) map[string]string {
	names := map[int32]string{}
	for k, id := range lex.target {
		names[id] = k
	}
	out := map[string]string{}
	for k, id := range lex.source {
		for _, e := range lex.rows[id] {
			out[k] += names[e.target]
		}
	}
	return out
}

func TestLearn(t *testing.T) {
	texts := func(order ...int) []Texts {
		all := [][2]string{
			{"Pyörä on punainen.\n\nKoira haukkuu.\n", "Cykeln är röd.\n\nHunden skäller.\n"},
			{"Koira nukkuu.\n\nPyörä seisoo.\n", "Hunden sover.\n\nCykeln står.\n"},
		}
		var out []Texts
		for _, k := range order {
			out = append(out, Texts{parsed(t, "fi", all[k][0], lang.FI), parsed(t, "sv", all[k][1], lang.SV)})
		}
		return out
	}
	both := map[string]string{"pyörä": "cykel", "koira": "hunde"}
	tests := []struct {
		name  string
		order []int
		want  map[string]string
	}{
		{"two texts", []int{0, 1}, both},
		{"in the other order", []int{1, 0}, both},
		{"one of them many times", []int{0, 1, 1, 1, 0}, both},
		{"one text confirms nothing", []int{0}, map[string]string{}},
		{"nor do copies of it", []int{0, 0, 0}, map[string]string{}},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, learned(Learn(slices.Values(texts(tt.order...)), 2))); diff != "" {
			t.Errorf("%s: associations (-want +got):\n%s", tt.name, diff)
		}
	}
}

// TestWith adds the pairs of a term base to what was learned.
func TestWith(t *testing.T) {
	var none *Lexicon
	if none.With(nil) != nil {
		t.Error("nothing is something")
	}
	base := none.With([][2]string{{"Ruusu", "ros"}})
	more := base.With([][2]string{{"ruusu", "nypon"}, {"orvokki", "viol"}})
	if got := learned(base); len(got) != 1 {
		t.Errorf("the first has changed: %v", got)
	}
	want := learned(none.With([][2]string{{"ruusu", "ros"}, {"ruusu", "nypon"}, {"orvokki", "viol"}}))
	if diff := cmp.Diff(want, learned(more)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
