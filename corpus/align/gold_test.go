package align

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"testing"

	"github.com/steplint/steplint/parser"
	"github.com/steplint/steplint/parser/lang"
)

// goldPair is a line of gold.jsonl: the beads of a pair of texts as line
// numbers, and the edit that one of them underwent.
type goldPair struct {
	Step, Cond string
	Beads      [][2][]int
}

func readGold(t testing.TB, dir string) []goldPair {
	t.Helper()
	f, err := os.Open(filepath.Join(dir, "gold.jsonl"))
	if err != nil {
		t.Skip(err)
	}
	defer f.Close()
	var out []goldPair
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<24)
	for sc.Scan() {
		var g goldPair
		if err := json.Unmarshal(sc.Bytes(), &g); err != nil {
			t.Fatal(err)
		}
		out = append(out, g)
	}
	return out
}

func parseFile(t testing.TB, path string, l *lang.Lang) *parser.Document {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	d, err := parser.Parse(path, data, parser.Options{Lang: l})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// lineBeads returns the links of headings, paragraphs, items and cells that have
// both sides, as lines; the other links say what has no counterpart.
func lineBeads(src, tgt *parser.Document, links []Link) map[string]bool {
	out := map[string]bool{}
	lines := func(d *parser.Document, ids []int) []int {
		var l []int
		for _, k := range ids {
			l = append(l, d.LineOf(d.Units()[k].Start))
		}
		slices.Sort(l)
		return slices.Compact(l)
	}
	for _, l := range links {
		switch l.Kind {
		case parser.KindHeading, parser.KindParagraph, parser.KindItem, parser.KindCell:
			if len(l.Source) > 0 && len(l.Target) > 0 {
				out[fmt.Sprint(lines(src, l.Source), lines(tgt, l.Target))] = true
			}
		}
	}
	return out
}

// goldScore counts links and documents as the benchmark does.
type goldScore struct {
	right, wrong, missed int
	exact, docs          map[string]int
}

func (s *goldScore) add(cond string, gold, got map[string]bool) bool {
	pairs := func(beads map[string]bool) map[string]bool {
		out := map[string]bool{}
		for b := range beads {
			f, t, _ := strings.Cut(b, "] [")
			for _, x := range strings.Fields(strings.Trim(f, "[]")) {
				for _, y := range strings.Fields(strings.Trim(t, "[]")) {
					out[x+" "+y] = true
				}
			}
		}
		return out
	}
	g, p := pairs(gold), pairs(got)
	for x := range p {
		if g[x] {
			s.right++
		} else {
			s.wrong++
		}
	}
	for x := range g {
		if !p[x] {
			s.missed++
		}
	}
	s.docs[cond]++
	exact := len(gold) == len(got)
	for b := range gold {
		exact = exact && got[b]
	}
	if exact {
		s.exact[cond]++
	}
	return exact
}

func (s *goldScore) String() string {
	var conds []string
	exact, docs := 0, 0
	for c := range s.docs {
		exact += s.exact[c]
		docs += s.docs[c]
		conds = append(conds, fmt.Sprintf("%s %d%%", c, 100*s.exact[c]/s.docs[c]))
	}
	sort.Strings(conds)
	f1 := 2 * float64(s.right) / float64(2*s.right+s.wrong+s.missed)
	return fmt.Sprintf("%d pairs, link F1 %.4f, exact %.1f%%: %s", docs, f1, 100*float64(exact)/float64(docs), strings.Join(conds, "  "))
}

// TestGold prints how well edited texts are aligned, without a lexicon and with
// one learned from each text, from tens of them and from all. ALIGN_GOLD names a folder
// of benchmark sets, ALIGN_SHOW how many misses to print.
func TestGold(t *testing.T) {
	root := os.Getenv("ALIGN_GOLD")
	if root == "" {
		t.Skip("ALIGN_GOLD is not set")
	}
	show := 0
	fmt.Sscan(os.Getenv("ALIGN_SHOW"), &show)
	for _, set := range []string{"eperdev", "uiprose"} {
		dir := filepath.Join(root, set)
		pairs := readGold(t, dir)
		var texts []Texts
		for _, g := range pairs {
			texts = append(texts, Texts{
				Source: parseFile(t, filepath.Join(dir, g.Step+".fi.txt"), lang.FI),
				Target: parseFile(t, filepath.Join(dir, g.Step+".sv.txt"), lang.SV),
			})
		}
		for _, share := range []int{0, 1, 10, len(texts)} {
			var lex *Lexicon
			score := goldScore{exact: map[string]int{}, docs: map[string]int{}}
			for k, g := range pairs {
				gold := map[string]bool{}
				for _, b := range g.Beads {
					slices.Sort(b[0])
					slices.Sort(b[1])
					gold[fmt.Sprint(b[0], b[1])] = true
				}
				if share > 0 && k%share == 0 {
					lex = Learn(slices.Values(texts[k:min(k+share, len(texts))]), min(share, 2))
				}
				fi, sv := texts[k].Source, texts[k].Target
				got := lineBeads(fi, sv, Align(fi, sv, lex))
				if !score.add(g.Cond, gold, got) && show > 0 && share == len(texts) {
					show--
					t.Log(g.Step, "missed", minus(gold, got), "wrong", minus(got, gold))
				}
			}
			t.Log(set, "lexicon of", share, "pairs:", score.String())
		}
	}
}

func minus(a, b map[string]bool) []string {
	var out []string
	for x := range a {
		if !b[x] {
			out = append(out, x)
		}
	}
	sort.Strings(out)
	return out
}
