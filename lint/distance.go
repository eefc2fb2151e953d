package lint

// EditDistance returns the number of insertions, deletions, substitutions and
// swaps of neighbours that turn a into b (Damerau–Levenshtein, optimal string
// alignment), or limit+1 when it is more than limit. Units are code points.
func EditDistance(a, b string, limit int) int {
	x, y := []rune(a), []rune(b)
	if len(x) > len(y)+limit || len(y) > len(x)+limit {
		return limit + 1
	}
	before, row, next := make([]int, len(y)+1), make([]int, len(y)+1), make([]int, len(y)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(x); i++ {
		next[0] = i
		best := i
		for j := 1; j <= len(y); j++ {
			cost := 1
			if x[i-1] == y[j-1] {
				cost = 0
			}
			next[j] = min(row[j]+1, next[j-1]+1, row[j-1]+cost)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				next[j] = min(next[j], before[j-2]+1)
			}
			best = min(best, next[j])
		}
		if best > limit {
			return limit + 1
		}
		before, row, next = row, next, before
	}
	return min(row[len(y)], limit+1)
}
