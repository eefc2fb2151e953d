package parser

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/steplint/steplint/parser/lang"
)

// paragraphs returns what stands between blank lines.
func paragraphs(text string) []string {
	return strings.Split(strings.TrimSpace(text), "\n\n")
}

// TestSentenceParity counts the sentences of real translations, paragraph by
// paragraph where both texts have equally many. Translators split and join
// sentences in one paragraph of ten.
func TestSentenceParity(t *testing.T) {
	names, _ := filepath.Glob("../../shared/real/txt/*/*.fi.txt")
	if len(names) == 0 {
		t.Skip("no real pairs beside the project")
	}
	equal, all := 0, 0
	for _, name := range names {
		var texts [2][]string
		for i, l := range lang.All {
			b, err := os.ReadFile(strings.TrimSuffix(name, "fi.txt") + l.Code + ".txt")
			if err != nil {
				t.Fatal(err)
			}
			texts[i] = paragraphs(string(b))
		}
		if len(texts[0]) != len(texts[1]) {
			continue
		}
		for i, fi := range texts[0] {
			a, b := sentencesOf(fi, lang.FI), sentencesOf(texts[1][i], lang.SV)
			if len(a) < 2 && len(b) < 2 {
				continue
			}
			all++
			if len(a) == len(b) {
				equal++
			} else if testing.Verbose() && !strings.Contains(fi, "\n") {
				t.Logf("%s: %d/%d\n\t%s\n\t%s", filepath.Base(name), len(a), len(b), strings.Join(a, " ¦ "), strings.Join(b, " ¦ "))
			}
		}
	}
	if 100*equal < 90*all {
		t.Error("too few paragraphs with equally many sentences")
	}
	t.Logf("%d of %d paragraphs of several sentences: %.2f %%", equal, all, 100*float64(equal)/float64(all))
}
