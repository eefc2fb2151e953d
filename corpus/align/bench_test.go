package align

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/steplint/steplint/parser"
	"github.com/steplint/steplint/parser/lang"
)

// parsed returns a document of the text.
func parsed(t testing.TB, name, text string, l *lang.Lang) *parser.Document {
	t.Helper()
	d, err := parser.Parse(name, []byte(text), parser.Options{Lang: l})
	if err != nil {
		t.Fatal(err)
	}
	d.Units()
	return d
}

// BenchmarkAlign aligns a small step, and one a hundred times as long.
func BenchmarkAlign(b *testing.B) {
	for _, n := range []struct {
		name  string
		times int
	}{{"1", 1}, {"10", 10}, {"100", 100}} {
		b.Run(n.name, func(b *testing.B) {
			fi := parsed(b, "fi", strings.Repeat(stepFI+"\n", n.times), lang.FI)
			sv := parsed(b, "sv", strings.Repeat(stepSV+"\n", n.times), lang.SV)
			b.ReportAllocs()
			for b.Loop() {
				Align(fi, sv, nil)
			}
		})
	}
}

// BenchmarkAlignLong aligns a document of 100,000 lines in which no two sentences
// are the same.
func BenchmarkAlignLong(b *testing.B) {
	const lines = 100_000
	rng := rand.New(rand.NewPCG(1, 2))
	var texts [2]strings.Builder
	endings := [2][]string{{"n", "ssa", "lle", "ista", "t", "iin"}, {"en", "ar", "erna", "s", "et", ""}}
	for line := range lines / 2 {
		for k := range 10 {
			w := contentWords[rng.IntN(len(contentWords))]
			for side, forms := range []string{w.fi, w.sv} {
				stem := strings.TrimSuffix(strings.Fields(forms)[0], "*")
				if k > 0 {
					texts[side].WriteByte(' ')
				}
				texts[side].WriteString(stem + endings[side][rng.IntN(len(endings[side]))])
			}
		}
		for side := range texts {
			fmt.Fprintf(&texts[side], " %d.\n\n", line%40)
		}
	}
	fi, sv := parsed(b, "fi", texts[0].String(), lang.FI), parsed(b, "sv", texts[1].String(), lang.SV)
	b.ReportAllocs()
	for b.Loop() {
		Align(fi, sv, nil)
	}
}

// BenchmarkAlignUnequal aligns texts of which one is far longer, and texts in
// which everything fits everything.
func BenchmarkAlignUnequal(b *testing.B) {
	for _, n := range []struct{ name, fi, sv string }{
		{"100v10", strings.Repeat(stepFI+"\n", 100), strings.Repeat(stepSV+"\n", 10)},
		{"lines", strings.Repeat("Arviointi\n\n", 10000), strings.Repeat("Bedömning\n\n", 7000)},
	} {
		b.Run(n.name, func(b *testing.B) {
			fi, sv := parsed(b, "fi", n.fi, lang.FI), parsed(b, "sv", n.sv, lang.SV)
			b.ReportAllocs()
			for b.Loop() {
				Align(fi, sv, nil)
			}
		})
	}
}

// BenchmarkFolder aligns every pair NAME.fi.txt, NAME.sv.txt under ALIGN_TEXTS,
// learns from them, and aligns them again.
func BenchmarkFolder(b *testing.B) {
	root := os.Getenv("ALIGN_TEXTS")
	if root == "" {
		b.Skip("ALIGN_TEXTS is not set")
	}
	var pairs [][2]*parser.Document
	err := filepath.WalkDir(root, func(path string, _ os.DirEntry, err error) error {
		if stem, ok := strings.CutSuffix(path, ".fi.txt"); ok && err == nil {
			p := [2]*parser.Document{parseFile(b, path, lang.FI), parseFile(b, stem+".sv.txt", lang.SV)}
			p[0].Units()
			p[1].Units()
			pairs = append(pairs, p)
		}
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
	var texts []*Aligned
	align := func(lex *Lexicon) func(*testing.B) {
		return func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				texts = texts[:0]
				for _, p := range pairs {
					a := Prepare(p[0], p[1])
					a.Align(lex)
					texts = append(texts, a)
				}
			}
		}
	}
	b.Run("first", align(nil))
	var lex *Lexicon
	b.Run("learn", func(b *testing.B) {
		for b.Loop() {
			var l Learner
			for _, a := range texts {
				l.Add(a)
			}
			lex = l.Lexicon()
		}
	})
	b.Run("second", align(lex))
}
