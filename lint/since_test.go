package lint

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/steplint/steplint/parser"
	"github.com/steplint/steplint/parser/lang"
)

// What has changed of a document, by the text of each leaf: "+" for a leaf that is
// not what it was, "|" for one beside which something is gone.
func TestSegmentDiff(t *testing.T) {
	const before = "Huollan ketjun\n\nKetju puhdistetaan. Ketju öljytään.\n\n • rätti\n • öljy\n • harja\n"
	tests := []struct {
		name, after string
		want        []string
	}{
		{"the same", before, nil},
		{"moved down", "\n\n\n" + before, nil},
		{"line ends", "Huollan ketjun\r\n\r\nKetju puhdistetaan. Ketju öljytään.\r\n\r\n • rätti\r\n • öljy\r\n • harja\r\n", nil},
		{"indent", "Huollan ketjun\n\nKetju puhdistetaan. Ketju öljytään.\n\n    • rätti\n    •  öljy\n    • harja\n", nil},
		{"a word", "Huollan ketjun\n\nKetju pyyhitään. Ketju öljytään.\n\n • rätti\n • öljy\n • harja\n", []string{"+Ketju pyyhitään."}},
		{"a space between sentences", "Huollan ketjun\n\nKetju puhdistetaan.  Ketju öljytään.\n\n • rätti\n • öljy\n • harja\n", []string{"+Ketju öljytään."}},
		{"a space in a sentence", "Huollan ketjun\n\nKetju\u00a0puhdistetaan. Ketju öljytään.\n\n • rätti\n • öljy\n • harja\n", []string{"+Ketju\u00a0puhdistetaan."}},
		{"taken out", "Huollan ketjun\n\nKetju puhdistetaan. Ketju öljytään.\n\n • rätti\n • harja\n", []string{"|rätti", "|harja"}},
		{"taken out at the end", "Huollan ketjun\n\nKetju puhdistetaan. Ketju öljytään.\n\n • rätti\n • öljy\n", []string{"|öljy"}},
		{"put in", "Huollan ketjun\n\nKetju puhdistetaan. Ketju öljytään.\n\n • rätti\n • öljy\n • vesi\n • harja\n", []string{"+vesi"}},
		{"a bullet lost", "Huollan ketjun\n\nKetju puhdistetaan. Ketju öljytään.\n\n • rätti\n   öljy\n • harja\n", []string{"+öljy"}},
		{"no final newline", before[:len(before)-1], []string{"+harja"}},
		{"new paragraph", "Huollan ketjun\n\nKetju puhdistetaan.\n\nKetju öljytään.\n\n • rätti\n • öljy\n • harja\n", []string{"+Ketju öljytään."}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d := document(t, test.after)
			s := &segmentDiff{doc: d}
			for i, u := range d.Units() {
				if u.Leaf() {
					s.leaves = append(s.leaves, i)
				}
			}
			s.changed, s.beside = make([]bool, len(s.leaves)), make([]bool, len(s.leaves))
			s.mark(signatures(document(t, before)), signatures(d))
			var got []string
			for i, u := range s.leaves {
				text := d.Text(d.Units()[u].Text)
				if s.changed[i] {
					got = append(got, "+"+text)
				} else if s.beside[i] {
					got = append(got, "|"+text)
				}
			}
			if d := cmp.Diff(test.want, got); d != "" {
				t.Errorf("(-want +got):\n%s", d)
			}
		})
	}
}

func document(t *testing.T, src string) *parser.Document {
	t.Helper()
	d, err := parser.Parse("ketju.fi.txt", []byte(src), parser.Options{Lang: lang.FI})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// A place counts as changed when it lies in a leaf that does or holds one, and
// between two leaves when either does.
func TestTouched(t *testing.T) {
	d := document(t, "Otsikko\n\nYksi virke. Toinen virke.\n\nKolmas virke.\n")
	c := &changedFile{doc: d}
	for i, u := range d.Units() {
		if u.Leaf() {
			c.leaves = append(c.leaves, i)
		}
	}
	c.near = []bool{false, false, true, false}
	for _, test := range []struct {
		from, to int
		want     bool
	}{
		{0, 7, false}, {9, 20, false}, {9, 34, true}, {0, len(d.Src), true}, {20, 21, true}, {21, 21, true}, {25, 25, true},
		{36, 40, false}, {8, 8, false}, {len(d.Src), len(d.Src), false},
	} {
		if got := c.touched(parser.Span{Start: test.from, End: test.to}); got != test.want {
			t.Errorf("[%d,%d) %q: %v", test.from, test.to, d.Src[test.from:test.to], got)
		}
	}
}
