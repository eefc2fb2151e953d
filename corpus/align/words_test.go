package align

import (
	"slices"
	"strings"
	"testing"
)

// TestWordLists holds the word lists to their notation.
func TestWordLists(t *testing.T) {
	for _, w := range slices.Concat(closedWords[:], contentWords[:]) {
		for _, forms := range []string{w.fi, w.sv} {
			all := strings.Fields(forms)
			if len(all) == 0 {
				t.Errorf("%v has an empty side", w)
			}
			slices.Sort(all)
			if len(slices.Compact(slices.Clone(all))) != len(all) {
				t.Errorf("%q says a form twice", forms)
			}
			for _, f := range all {
				if stem := strings.TrimSuffix(f, "*"); strings.ToLower(f) != f || strings.Contains(stem, "*") {
					t.Errorf("%q is no form", f)
				} else if stem != f && len(stem) < 2 {
					t.Errorf("%q stands for too much", f)
				}
			}
		}
	}
}
