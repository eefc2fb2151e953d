package align

import (
	"fmt"
	"strings"
	"testing"

	"github.com/steplint/steplint/parser/lang"
)

// The sums of scores over a long text must not lose the small differences that
// tell one line from the next.
func TestNarrowLong(t *testing.T) {
	const lines = 60_000
	var fi, sv strings.Builder
	for k := range lines {
		fmt.Fprintf(&fi, "Korjaan pyörän osan %d\n\n", k)
		fmt.Fprintf(&sv, "Jag lagar del %d av cykeln\n\n", k)
	}
	a := Prepare(parsed(t, "fi", fi.String(), lang.FI), parsed(t, "sv", sv.String(), lang.SV))
	b := newScorer(a.src, a.tgt, nil).narrow()
	for i := range lines {
		if int(b.lo[i]) > i || int(b.hi[i]) <= i {
			t.Fatalf("line %d is searched at %d to %d only", i, b.lo[i], b.hi[i])
		}
	}
}
