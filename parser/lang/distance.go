package lang

import "unicode/utf8"

// EditDistance returns the number of letters inserted, deleted, replaced or
// swapped with their neighbour that turn s into t (Damerau–Levenshtein, optimal
// string alignment), or limit+1 if it is more than limit. Letters are code
// points. Only the band of width limit around the diagonal is computed.
func EditDistance(s, t string, limit int) int {
	a, b := []rune(s), []rune(t)
	if limit < 0 || len(a)-len(b) > limit || len(b)-len(a) > limit {
		return limit + 1
	}
	row := func() []int { return make([]int, len(b)+1) }
	before, last, now := row(), row(), row() // rows i-2, i-1 and i
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		for j := range now {
			now[j] = limit + 1
		}
		if i <= limit {
			now[0] = i
		}
		for j := max(1, i-limit); j <= min(len(b), i+limit); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			d := min(last[j]+1, now[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				d = min(d, before[j-2]+1)
			}
			now[j] = min(d, limit+1)
		}
		before, last, now = last, now, before
	}
	return min(last[len(b)], limit+1)
}

// Nearest returns the candidate that is likely meant by a misspelt word: the first
// of those with the fewest edits, at most a third of the word's letters; or "".
func Nearest(word string, candidates []string) string {
	best, near := "", max(1, utf8.RuneCountInString(word)/3)
	for _, c := range candidates {
		if d := EditDistance(word, c, near); d <= near {
			best, near = c, d-1
		}
	}
	return best
}
