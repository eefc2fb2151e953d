package lint

import (
	"slices"

	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/lint/diff"
)

// mark notes what has changed and where something is gone.
func (s *segmentDiff) mark(before, after []string) {
	for _, e := range diff.Lists(before, after) {
		for i := e.NewStart; i < e.NewEnd; i++ {
			s.changed[i] = true
		}
		if e.OldEnd-e.OldStart > e.NewEnd-e.NewStart {
			for _, i := range [...]int{e.NewStart - 1, e.NewEnd} {
				if i >= 0 && i < len(after) {
					s.beside[i] = true
				}
			}
		}
	}
}

// file returns the document with what counts as changed in it: its own changes,
// and the counterparts of those in the other language.
func (s *segmentDiff) file(side *corpus.Side, other *segmentDiff) *changedFile {
	f := &changedFile{doc: s.doc, leaves: s.leaves, near: make([]bool, len(s.leaves))}
	for i := range s.leaves {
		f.near[i] = s.changed[i] || s.beside[i]
	}
	if other == nil {
		return f
	}
	leafOf := make(map[int]int, len(other.leaves))
	for j, u := range other.leaves {
		leafOf[u] = j
	}
	// counterparts returns the first and the last leaf of the other document that
	// leaf i is linked with, or -1.
	counterparts := func(i int) (first, last int) {
		units := side.Counterparts(s.leaves[i])
		if len(units) == 0 {
			return -1, -1
		}
		first, ok := leafOf[units[0]]
		last, ok2 := leafOf[units[len(units)-1]]
		if !ok || !ok2 {
			return -1, -1
		}
		return first, last
	}
	for i := range s.leaves {
		if first, last := counterparts(i); first >= 0 && slices.Contains(other.changed[min(first, last):max(first, last)+1], true) {
			f.near[i] = true
		}
	}
	s.gaps(f, other, counterparts)
	return f
}

// gaps marks the leaves without a counterpart in whose place the other document
// has changed: what has been taken out there is missing from here on.
func (s *segmentDiff) gaps(f *changedFile, other *segmentDiff, counterparts func(int) (first, last int)) {
	hot := make([]int, len(other.leaves)+1) // changes before each leaf
	for j := range other.leaves {
		hot[j+1] = hot[j]
		if other.changed[j] || other.beside[j] {
			hot[j+1]++
		}
	}
	for i := 0; i < len(s.leaves); {
		if first, _ := counterparts(i); first >= 0 {
			i++
			continue
		}
		end := i + 1
		for end < len(s.leaves) {
			if first, _ := counterparts(end); first >= 0 {
				break
			}
			end++
		}
		from, to := 0, len(other.leaves)
		if i > 0 {
			_, from = counterparts(i - 1)
		}
		if end < len(s.leaves) {
			first, _ := counterparts(end)
			to = first + 1
		}
		// Where the texts stand in another order there is no one place between.
		if from >= to {
			from, to = max(0, to-1), min(len(other.leaves), to)
		}
		if hot[to] > hot[from] {
			for k := i; k < end; k++ {
				f.near[k] = true
			}
		}
		i = end
	}
}
