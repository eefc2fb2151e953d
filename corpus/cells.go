package corpus

import "github.com/steplint/steplint/parser"

// LostCells returns the cells of a table of Doc that have no cell of their own
// in the other document, although the row has: those without counterpart, and,
// where the other table has fewer cells, those that share one. Of tables with
// different levels, and of rows that moved, nothing can be said cell by cell.
func (s *Side) LostCells(table int) []int {
	if !s.SameLevels(table) {
		return nil
	}
	var lost []int
	units := s.Doc.Units()
	shared := map[int]bool{} // cells of the other document that are taken
	fewer := s.fewerCells(table)
	for i := table + 1; i < len(units) && units[i].Block == units[table].Block; i++ {
		row := units[i].Parent
		if units[i].Kind != parser.KindCell || s.elsewhere[row] || len(s.of[row]) == 0 && !s.partial(row) {
			continue
		}
		if len(s.of[i]) == 0 {
			lost = append(lost, i)
			continue
		}
		c := s.of[i][0]
		if fewer && len(s.of[i]) == 1 && shared[c] {
			lost = append(lost, i)
		}
		shared[c] = true
	}
	return lost
}

// SameLevels reports whether the tables that a table of Doc is linked with have
// as many levels.
func (s *Side) SameLevels(table int) bool {
	for _, t := range s.of[table] {
		other, ok := s.Other.Blocks[s.Other.Units()[t].Block].(*parser.Table)
		if ok && len(other.Levels) != s.levels(table) {
			return false
		}
	}
	return true
}

// levels returns the number of levels of the table that unit u is part of.
func (s *Side) levels(u int) int {
	if t, ok := s.Doc.Blocks[s.Doc.Units()[u].Block].(*parser.Table); ok {
		return len(t.Levels)
	}
	return 0
}

// partial reports whether a row has fewer cells than its table has levels, so
// that it is not a row but some cells too many before it or in it.
func (s *Side) partial(row int) bool {
	units := s.Doc.Units()
	n := 0
	for i := row + 1; i < len(units) && units[i].Parent >= row; i++ {
		if units[i].Kind == parser.KindCell {
			n++
		}
	}
	return n < s.levels(row)
}

// Merged reports whether unit u is a cell beside one that has no cell of its own
// in the other document, so that the sentences of the two cannot be told apart:
// both may stand in the one cell there.
func (s *Side) Merged(u int) bool {
	units := s.Doc.Units()
	if units[u].Kind != parser.KindCell || len(s.of[u]) != 1 {
		return false
	}
	for _, step := range []int{-1, 1} {
		for i := u + step; i >= 0 && i < len(units) && units[i].Block == units[u].Block; i += step {
			if units[i].Kind != parser.KindCell {
				continue
			}
			if len(s.of[i]) == 0 || len(s.of[i]) == 1 && s.of[i][0] == s.of[u][0] {
				return true
			}
			break
		}
	}
	return false
}

// JoinedItems returns the list items of Doc that share one item of the other
// document with the item before them.
func (s *Side) JoinedItems() []int {
	var joined []int
	units := s.Doc.Units()
	for i, u := range units {
		if u.Kind != parser.KindItem || u.Number == 0 || len(s.of[i]) != 1 {
			continue
		}
		before := s.sibling(i, -1)
		if before < 0 || len(s.of[before]) != 1 || s.of[before][0] != s.of[i][0] {
			continue
		}
		if s.Other.Units()[s.of[i][0]].Kind == parser.KindItem {
			joined = append(joined, i)
		}
	}
	return joined
}

func (s *Side) fewerCells(table int) bool {
	n := 0
	other := Side{Doc: s.Other}
	for _, t := range s.of[table] {
		n += len(other.cells(t))
	}
	return n < len(s.cells(table))
}

// JoinedHeadings returns the headings of Doc that stand in one text of the other
// document together with a text that is no heading.
func (s *Side) JoinedHeadings() []int {
	var joined []int
	units := s.Doc.Units()
	in := map[int][2]int{} // by leaf of Other: the headings and other leaves it is linked with
	for i, u := range units {
		if v := s.onlyLeaf(i); v >= 0 && u.Leaf() {
			n := in[v]
			if u.Kind == parser.KindHeading {
				n[0]++
			} else {
				n[1]++
			}
			in[v] = n
		}
	}
	for i, u := range units {
		if u.Kind != parser.KindHeading {
			continue
		}
		if n := in[s.onlyLeaf(i)]; n[0] == 1 && n[1] > 0 {
			joined = append(joined, i)
		}
	}
	return joined
}

// onlyLeaf returns the leaf of Other that unit u is linked with, or -1 if there is
// none or more than one.
func (s *Side) onlyLeaf(u int) int {
	leaf := -1
	for _, v := range s.of[u] {
		if s.Other.Units()[v].Leaf() && v != leaf {
			if leaf >= 0 {
				return -1
			}
			leaf = v
		}
	}
	return leaf
}
