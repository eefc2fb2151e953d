package checks

import (
	"strings"
	"testing"

	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/parser"
	"github.com/steplint/steplint/parser/lang"
)

// A long text of broken words, none of which stands whole anywhere.
func BenchmarkHyphenResidue(b *testing.B) {
	d, err := parser.Parse("a.sv.txt", []byte(strings.Repeat("verk- tyg ", 20_000)), parser.Options{Lang: lang.SV})
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(d.Src)))
	for b.Loop() {
		HyphenResidue.Document(&lint.Pass{Check: HyphenResidue}, d)
	}
}
