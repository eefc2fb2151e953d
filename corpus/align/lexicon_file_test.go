package align

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/steplint/steplint/parser"
	"github.com/steplint/steplint/parser/lang"
)

// written returns the file of a lexicon.
func written(t testing.TB, x *Lexicon) string {
	t.Helper()
	var b bytes.Buffer
	if err := x.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// strengths returns the strengths of a lexicon, and the strongest of every key.
func strengths(x *Lexicon) map[string]float64 {
	names := map[int32]string{}
	out := map[string]float64{}
	for k, id := range x.target {
		names[id] = k
		out["best of target "+k] = x.best[1][id]
	}
	for k, id := range x.source {
		out["best of source "+k] = x.best[0][id]
		for _, e := range x.rows[id] {
			out[k+" "+names[e.target]] = e.strength
		}
	}
	for k, v := range out {
		if v == 0 {
			delete(out, k) // a key without association says nothing
		}
	}
	return out
}

func TestLexiconFile(t *testing.T) {
	lex := Learn(slices.Values(steps(t)), 1)
	text := written(t, lex)
	if !strings.HasPrefix(text, "steplint lexicon 1\n# learned from 2 pairs of documents, 6 links\n") {
		t.Errorf("begins %.80q", text)
	}
	lines := strings.Split(strings.TrimSuffix(text, "\n"), "\n")[2:]
	if len(lines) == 0 || len(lines) != lex.Len() || lex.Pairs() != 2 {
		t.Errorf("%d lines, %d associations, %d pairs", len(lines), lex.Len(), lex.Pairs())
	}
	if !slices.IsSorted(lines) {
		t.Errorf("not sorted:\n%s", text)
	}
	again, err := ReadLexicon("f", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strengths(lex), strengths(again)); diff != "" {
		t.Errorf("after writing (-want +got):\n%s", diff)
	}
	// A lexicon that was read does not know what it was learned from.
	if diff := cmp.Diff(strings.Replace(text, "# learned from 2 pairs of documents, 6 links\n", "", 1), written(t, again)); diff != "" {
		t.Errorf("written again (-want +got):\n%s", diff)
	}
	if got := written(t, nil); got != "steplint lexicon 1\n" {
		t.Errorf("no lexicon: %q", got)
	}
}

// steps returns two texts that share most of their words.
func steps(t testing.TB) []Texts {
	t.Helper()
	var out []Texts
	for _, p := range [][2]string{
		{"Pyörä on punainen.\n\nKoira haukkuu.\n\nTalo’s ovi on auki.\n", "Cykeln är röd.\n\nHunden skäller.\n\nHusets dörr står öppen.\n"},
		{"Koira nukkuu.\n\nPyörä seisoo.\n\nOvi suljetaan.\n", "Hunden sover.\n\nCykeln står.\n\nDörren stängs.\n"},
	} {
		out = append(out, Texts{parsed(t, "fi", p[0], lang.FI), parsed(t, "sv", p[1], lang.SV)})
	}
	return out
}

func TestReadLexicon(t *testing.T) {
	const head = "steplint lexicon 1\n"
	tests := []struct{ name, text, want string }{
		{"empty lexicon", head, ""},
		{"any order", head + "b\tx\t0.100\na\ty\t1.000\na\tx\t0.001\n", ""},
		{"comments and blank lines", head + "# by hand\n\na\tx\t0.500\n#\n", ""},
		{"Windows", "\uFEFFsteplint lexicon 1\r\n# x\r\na\tx\t0.500\r\n", ""},
		{"no final newline", head + "a\tx\t0.500", ""},
		{"marks within a word", head + "a’bä\tx\u0301y\t0.500\n", ""},
		{"nothing", "", `f:1:1: not a lexicon: the first line should be "steplint lexicon 1"`},
		{"another file", "\n[severity]\n", "f:1:1: not a lexicon"},
		{"another version", "steplint lexicon 12\n", `f:1:18: lexicon of format "12"; this program reads format 1`},
		{"a word missing", head + "a\t0.500\n", "f:2:1: expected a Finnish word, a Swedish word and a strength"},
		{"spaces", head + "a x 0.500\n", "f:2:1: expected"},
		{"conflict", head + "<<<<<<< HEAD\na\tx\t0.500\n=======\n>>>>>>> b\n", "f:2:1: an unresolved merge conflict"},
		{"the first fault", head + "a\tx\t0.500\nA\tx\t2\n", `f:3:1: "A": a key is`},
		{"no key", head + "\tx\t0.500\n", `f:2:1: "": a key is`},
		{"no target", head + "ä\t\t0.500\n", `f:2:3: "": a key is`},
		{"long key", head + "sanat\tordlista\t0.500\n", `f:2:12: "ordlista": a key is the beginning of a word in small letters, at most 5 of them`},
		{"key with a space", head + "a b\tx\t0.500\n", `f:2:2: "a b"`},
		{"number", head + "a\t1\t0.500\n", `f:2:3: "1"`},
		{"no UTF-8", head + "ä\xff\tx\t0.500\n", `f:2:2: "ä\xff"`},
		{"decimals", head + "ää\tx\t0.50\n", `f:2:6: "0.50": a strength has 3 decimals, and is above 0 and at most 1`},
		{"sign", head + "a\tx\t-.500\n", "f:2:5: "},
		{"nought", head + "a\tx\t0.000\n", "f:2:5: "},
		{"too strong", head + "a\tx\t1.001\n", "f:2:5: "},
		{"four columns", head + "a\tx\t0.500\t7\n", `f:2:5: "0.500\t7"`},
		{"twice", head + "b\tx\t0.500\na\tx\t0.500\nb\tx\t0.500\na\tx\t0.400\n", "f:4:1: the two words stand on line 2 already"},
	}
	for _, tt := range tests {
		_, err := ReadLexicon("f", []byte(tt.text))
		switch {
		case tt.want == "" && err != nil:
			t.Errorf("%s: %v", tt.name, err)
		case tt.want != "" && (err == nil || !strings.HasPrefix(err.Error(), tt.want)):
			t.Errorf("%s: error %v, want %s", tt.name, err, tt.want)
		}
	}
}

// TestKeys expects that every word that a text may hold has a key that the file
// may hold.
func TestKeys(t *testing.T) {
	v := vocabulary{index: map[string]int32{}}
	for r := range rune(utf8.MaxRune) {
		if !unicode.IsLetter(r) && !unicode.IsMark(r) {
			continue
		}
		for _, s := range []string{string(r) + "ab", "a" + string(r), "\u00ad" + string(r) + "\u00ad’a"} {
			v.words, v.index = v.words[:0], map[string]int32{}
			v.tokenize(s)
			for _, w := range v.words {
				if i := badKey(key(w.text)); w.class < numberWord && i >= 0 {
					t.Fatalf("%q (%U): bad at %d", w.text, r, i)
				}
			}
		}
	}
}

// FuzzLexicon: no bytes panic; an error has a place within the file; what is
// read is the same after writing and reading, and is written as the same bytes.
func FuzzLexicon(f *testing.F) {
	f.Add("steplint lexicon 1\n# x\nkoira\thunde\t0.500\npyörä\tcykel\t1.000\n")
	f.Add("\uFEFFsteplint lexicon 1\r\n\r\na’b\tx\t0.001\r\na’b\tx\t0.001")
	f.Add("steplint lexicon 2\n")
	f.Add("steplint lexicon 1\n<<<<<<< \xff")
	f.Fuzz(func(t *testing.T, src string) {
		lex, err := ReadLexicon("f", []byte(src))
		if err != nil {
			var e *parser.Error
			if !errors.As(err, &e) {
				t.Fatalf("no place: %v", err)
			}
			file := parser.NewFile("f", src)
			if e.Line < 1 || e.Line > file.LineCount() || e.Column < 1 || e.Column > utf8.RuneCountInString(file.Text(file.Line(e.Line)))+1 {
				t.Errorf("out of the file: %v", err)
			}
			return
		}
		text := written(t, lex)
		again, err := ReadLexicon("f", []byte(text))
		if err != nil {
			t.Fatalf("%v\n%s", err, text)
		}
		if diff := cmp.Diff(strengths(lex), strengths(again)); diff != "" {
			t.Errorf("after writing (-want +got):\n%s", diff)
		}
		if twice := written(t, again); twice != text {
			t.Errorf("written twice: %q, %q", text, twice)
		}
	})
}

// BenchmarkReadLexicon reads a lexicon of 50,000 associations.
func BenchmarkReadLexicon(b *testing.B) {
	var text strings.Builder
	text.WriteString("steplint lexicon 1\n")
	for i := range 50_000 {
		letters := func(n int) string {
			s := make([]byte, keyLength)
			for k := range s {
				s[k] = 'a' + byte(n%26)
				n /= 26
			}
			return string(s)
		}
		fmt.Fprintf(&text, "%s\t%s\t0.500\n", letters(i/3), letters(7*i))
	}
	data := []byte(text.String())
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := ReadLexicon("f", data); err != nil {
			b.Fatal(err)
		}
	}
}
