package corpus

import (
	"cmp"
	"math"
	"slices"
)

const leastDice = 0.4

// minedPair is a pair of units and how many links hold both.
type minedPair struct {
	source, target int32
	both           int32
	dice           float64
}

// evidence is what pairs are put in order by.
func (p minedPair) evidence() float64 { return p.dice * p.dice * math.Log(float64(p.both)) }

// pairUnits returns the units that are each other's best counterparts, in order of
// evidence.
func pairUnits(sides [2]*mineSide, least int) []minedPair {
	src, tgt := sides[0], sides[1]
	both := make([]int32, len(tgt.units))
	bestOf := make([]minedPair, len(tgt.units)) // by target
	var best []minedPair                        // by source
	var touched []int32
	for f := range src.units {
		m := &src.units[f]
		if len(m.links) < least || !m.whole {
			continue
		}
		for _, n := range m.links {
			for _, g := range tgt.holds[n] {
				if both[g] == 0 {
					touched = append(touched, g)
				}
				both[g]++
			}
		}
		top := minedPair{target: -1}
		for _, g := range touched {
			o := &tgt.units[g]
			p := minedPair{int32(f), g, both[g], 2 * float64(both[g]-1) / float64(len(m.links)+len(o.links))}
			both[g] = 0
			if p.both < int32(least) || !o.whole || p.dice < leastDice {
				continue
			}
			if p.dice > top.dice {
				top = p
			}
			if p.dice > bestOf[g].dice {
				bestOf[g] = p
			}
		}
		touched = touched[:0]
		if top.target >= 0 {
			best = append(best, top)
		}
	}
	words := map[[2]int32]bool{} // pairs of single words
	out := slices.DeleteFunc(best, func(p minedPair) bool { return bestOf[p.target].source != p.source })
	for _, p := range out {
		if a, b := src.units[p.source].unit, tgt.units[p.target].unit; a.size() == 1 && b.size() == 1 {
			words[[2]int32{a[0], b[0]}] = true
		}
	}
	out = slices.DeleteFunc(out, func(p minedPair) bool { return composed(sides, p, words) })
	slices.SortStableFunc(out, func(a, b minedPair) int { return cmp.Compare(b.evidence(), a.evidence()) })
	return out
}

// composed reports whether the units say word for word the same, each word being a
// noun: such a phrase is none of its own.
func composed(sides [2]*mineSide, p minedPair, words map[[2]int32]bool) bool {
	a, b := sides[0].units[p.source].unit, sides[1].units[p.target].unit
	n := a.size()
	if n == 1 || n != b.size() {
		return false
	}
	for i := range n {
		if !words[[2]int32{a[i], b[i]}] || !sides[0].forms.words[a[i]].noun {
			return false
		}
	}
	return true
}

// shortest returns the link with the fewest words among those that hold both: if
// there is one, of those that hold more than a heading does.
func shortest(sides [2]*mineSide, p minedPair) int32 {
	const heading = 12 // words of both languages
	best, fewest := int32(-1), math.MaxInt
	for _, n := range sides[0].units[p.source].links {
		if _, ok := slices.BinarySearch(sides[1].units[p.target].links, n); !ok {
			continue
		}
		size := len(sides[0].links[n]) + len(sides[1].links[n])
		if size <= heading {
			size += math.MaxInt / 2
		}
		if size < fewest {
			best, fewest = n, size
		}
	}
	return best
}
