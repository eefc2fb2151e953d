package parser

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

const testComment = "<!-- steplint-disable-next-line missing-item: syy -->"

// A comment between any two lines changes nothing of the structure.
func TestCommentsStandNowhere(t *testing.T) {
	for _, format := range []struct {
		file  string
		tests []structure
	}{
		{"a.txt", plainStructures()}, {"a.md", markdownStructures},
	} {
		for _, tt := range format.tests {
			src := strings.TrimPrefix(tt.src, "\n")
			if strings.Contains(src, "```") || strings.Contains(src, "~~~") || strings.HasPrefix(src, "---") || strings.HasPrefix(src, "+++") {
				continue // code and front matter are no text; a comment there is none
			}
			for _, end := range []string{"\n", "\r\n"} {
				src := strings.ReplaceAll(src, "\n", end)
				lines := strings.SplitAfter(src, end)
				for i := range lines {
					for _, comment := range []string{testComment + end, "  " + testComment + "\t" + end + testComment + end} {
						with := strings.Join(slices.Insert(slices.Clone(lines), i, comment), "")
						checkComment(t, format.file, tt.name, src, with)
					}
				}
			}
		}
	}
}

func plainStructures() []structure {
	var out []structure
	for _, s := range structures {
		out = append(out, structure(s))
	}
	return out
}

func checkComment(t *testing.T, file, name, without, with string) {
	t.Helper()
	want, err := Parse(file, []byte(without), Options{})
	if err != nil {
		t.Fatal(err)
	}
	got, err := Parse(file, []byte(with), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if len(got.Comments) != strings.Count(with, "<!-- steplint-") {
		t.Errorf("%s: comments %v in\n%s", name, got.Comments, with)
	}
	if d := cmp.Diff(plainOutline(want), plainOutline(got)); d != "" {
		t.Errorf("%s (-without +with):\n%s\n%s", name, d, with)
	}
	for s := range got.Texts() {
		if strings.Contains(got.Plain(s), "<!--") {
			t.Errorf("%s: %q is seen in\n%s", name, got.Plain(s), with)
		}
	}
}

// FuzzComments: in plain text a comment between any two lines changes nothing of
// the structure; in every format the comments lie in the source, in order, and
// are not seen.
func FuzzComments(f *testing.F) {
	for _, s := range structures {
		f.Add(s.src, uint(5))
	}
	f.Add("Taso 1) Alku Taso 2) Jatko\nyksi\n"+testComment+"\nkaksi\n\nkolme", uint(2))
	f.Add("<ul><li>a<!-- steplint-enable -->\n<!--\n steplint-x -->b</ul>\n<!-- steplint-", uint(1))
	f.Fuzz(func(t *testing.T, src string, at uint) {
		if !utf8.ValidString(src) || strings.ContainsAny(src, "\x00") {
			t.Skip()
		}
		lines := strings.SplitAfter(src, "\n")
		i := int(at % uint(len(lines)))
		if i == 0 && strings.HasPrefix(src, bom) {
			t.Skip() // the mark would stand within
		}
		with := strings.Join(slices.Insert(lines, i, testComment+"\n"), "")
		for _, file := range []string{"a.txt", "a.md", "a.html"} {
			d, err := Parse(file, []byte(with), Options{})
			if err != nil {
				t.Fatal(err)
			}
			end := 0
			for _, c := range d.Comments {
				if c.Start < end || c.End > len(with) || !addresses(d.Text(c)) {
					t.Fatalf("%s: comment %v after %d", file, c, end)
				}
				end = c.End
				if d.Plain(c) == d.Text(c) {
					t.Errorf("%s: comment %v is seen", file, c)
				}
				for s := range d.Texts() {
					if c.Contains(s) {
						t.Errorf("%s: comment %v holds the text %v", file, c, s)
					}
				}
			}
		}
		want, err := Parse("a.txt", []byte(src), Options{})
		if err != nil {
			t.Fatal(err)
		}
		got, err := Parse("a.txt", []byte(with), Options{})
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(plainOutline(want), plainOutline(got)); d != "" && want.LineCount() == got.LineCount()-1 {
			t.Errorf("(-without +with):\n%s", d)
		}
	})
}
