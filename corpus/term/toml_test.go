package term

import (
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
)

func TestTOML(t *testing.T) {
	for _, tt := range []struct{ name, src, want string }{
		{"empty", "", ""},
		{"all", `[[concept]]
id = "ketju"
domain = "pyörä"
note = "ks. vaihde"
fi = ["ketju", {term = "kettinki", status = "Banned", pos = "noun", forms = "kettingit; kettinkejä", not = ["a", "b"]}]
sv = {term = "kedja"}
`, "ketju\tfi\tketju\t\t\t\t\tpyörä\tks. vaihde\nketju\tfi\tkettinki\tbanned\tnoun\tkettingit; kettinkejä\ta; b\tpyörä\tks. vaihde\nketju\tsv\tkedja\t\t\t\t\tpyörä\tks. vaihde\n"},
		{"no identifier", "[[concept]]\nfi = 'lukko'\n[[concept]]\nfi = 'lukko'\n[[concept]]\nid = 'lukko-2'\nsv = 'lås'\n", "lukko\tfi\tlukko\nlukko-3\tfi\tlukko\nlukko-2\tsv\tlås\n"},
		{"faults", `other = 1
[[concept]]
id = "a"
fi = ["vanne", {term = "kehä", staus = "admitted"}, {term = "rengas", status = "old"}, {pos = "noun"}, 7]
se = "fälg"
[[concept]]
id = "a"
fi = "pinna"
[[concept]]
id = 3
note = "yksin"
[[concept]]
sv = "eker"
`, "a\tfi\tvanne\neker\tsv\teker\n" +
			`f:1:1: unknown key "other" (of concept)
f:4:32: unknown key "staus"; did you mean "status"?
f:4:80: unknown status "old" (of preferred, admitted, deprecated, banned)
f:4:88: no term
f:4:104: expected a table, not a number
f:5:1: unknown key "se"; did you mean "sv"?
f:6:3: the identifier "a" is that of the concept in line 2, too
f:10:6: expected a string, not a number
`},
		{"broken syntax", "[[concept]]\nfi = \"vanne\n[[concept]]\nfi = 'pinna'\n sv = 'eker' x\n  [[concept]]\nsv = 'kedja'", "kedja\tsv\tkedja\n" +
			"f:2:12: basic strings cannot have new lines\nf:5:14: expected newline but got U+0078 'x'\n"},
		{"deep", "[[concept]]\nfi = " + strings.Repeat("[", 5000), "f:2:70: nested more than 64 deep\n"},
		{"not a list", "concept = 1", "f:1:11: expected [[concept]], not a number\n"},
	} {
		got := strings.ReplaceAll(summary(t, "f.toml", tt.src), "f.toml:", "f:")
		if d := gocmp.Diff(tt.want, got); d != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, d)
		}
	}
}

func FuzzTOML(f *testing.F) {
	f.Add([]byte("[[concept]]\nid = \"ketju\"\nfi = [\"ketju\", {term = \"kettinki\", status = \"banned\", pos = \"noun\", forms = [\"a;b\"], not = \"c\"}]\nsv = \"kedja\"\n[[concept]]\nsv = 'lås'\nnote = '''\n\"x\"\\'''"))
	f.Add([]byte("[[concept]]\nfi = \"a\n[[concept]]\nfi = {x = [[[1]]]}"))
	fuzzFormat(f, "f.toml", TOML)
}
