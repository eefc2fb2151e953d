package corpus

import (
	"sort"

	"github.com/steplint/steplint/parser"
)

// MovedItems returns the list items of Doc that stand in another order in the
// other document: those that must be taken out so that the rest is in order,
// the least text of them. Items of a list that moved as a whole are not named.
func (s *Side) MovedItems() []int { return s.moved(s.staying(parser.KindItem)) }

// MovedRows returns the table rows of Doc that stand in another order in the other
// document, as MovedItems does, those that moved together in one run.
func (s *Side) MovedRows() [][]int {
	return s.runs(s.moved(s.staying(parser.KindRow)), func(side *Side, a, b int) bool { return side.sibling(a, 1) == b })
}

// staying selects the units of a kind in blocks that did not move.
func (s *Side) staying(kind parser.Kind) func(parser.Unit) bool {
	blocks := map[int]bool{}
	units := s.Doc.Units()
	for _, run := range s.MovedBlocks() {
		for _, u := range run {
			blocks[units[u].Block] = true
		}
	}
	return func(u parser.Unit) bool { return u.Kind == kind && !blocks[u.Block] }
}

// MovedBlocks returns the blocks of Doc that stand in another order in the other
// document, those that moved together in one run.
func (s *Side) MovedBlocks() [][]int {
	return s.runs(s.moved(func(u parser.Unit) bool { return u.Parent < 0 }), func(side *Side, a, b int) bool {
		return side.Doc.Units()[b].Block == side.Doc.Units()[a].Block+1
	})
}

// runs groups units that follow one another in both documents.
func (s *Side) runs(units []int, follows func(side *Side, a, b int) bool) [][]int {
	var out [][]int
	there := &Side{Doc: s.Other}
	for k, u := range units {
		if k > 0 && follows(s, units[k-1], u) && follows(there, s.of[units[k-1]][0], s.of[u][0]) {
			out[len(out)-1] = append(out[len(out)-1], u)
		} else {
			out = append(out, []int{u})
		}
	}
	return out
}

// moved returns the units chosen by in that are linked one to one and are no
// part of the heaviest sequence that rises in the other document, text length
// being weight.
func (s *Side) moved(in func(parser.Unit) bool) []int {
	units, other := s.Doc.Units(), s.Other.Units()
	var seq []int
	rising := true
	for u, unit := range units {
		if in(unit) && len(s.of[u]) == 1 && in(other[s.of[u][0]]) {
			if n := len(seq); n > 0 && s.of[u][0] < s.of[seq[n-1]][0] {
				rising = false
			}
			seq = append(seq, u)
		}
	}
	if rising {
		return nil
	}
	keep := s.heaviest(seq)
	var out []int
	for i, u := range seq {
		if !keep[i] && s.score[u] >= 0.5 {
			out = append(out, u)
		}
	}
	return out
}

// heaviest marks the elements of the subsequence with rising counterparts and
// the most text. It takes n log n steps: the best weight so far by counterpart
// is kept in a Fenwick tree of prefix maxima.
func (s *Side) heaviest(seq []int) []bool {
	ranks := make([]int, len(seq))
	for i, u := range seq {
		ranks[i] = s.of[u][0]
	}
	sort.Ints(ranks)
	n := len(seq)
	tree := make([]int, n+1) // 1 + index in seq of the best end, 0 for none
	weight, before := make([]int, n), make([]int, n)
	best := 0
	better := func(a, b int) bool { return b == 0 || a != 0 && weight[a-1] > weight[b-1] }
	for i, u := range seq {
		rank := sort.SearchInts(ranks, s.of[u][0]) // the number of smaller ones
		for k := rank; k > 0; k &= k - 1 {
			if better(tree[k], before[i]) {
				before[i] = tree[k]
			}
		}
		weight[i] = 1 + s.Doc.Units()[u].Text.Len()
		if before[i] > 0 {
			weight[i] += weight[before[i]-1]
		}
		for k := rank + 1; k <= n; k += k & -k {
			if better(i+1, tree[k]) {
				tree[k] = i + 1
			}
		}
		if better(i+1, best) {
			best = i + 1
		}
	}
	keep := make([]bool, n)
	for k := best; k > 0; k = before[k-1] {
		keep[k-1] = true
	}
	return keep
}
