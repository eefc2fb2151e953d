package corpus

import "fmt"

// didYouMean returns "; did you mean …?" with the candidate nearest to the
// word, or nothing if none is near. The first of equally near ones wins.
func didYouMean(word string, candidates []string) string {
	w := []rune(word)
	best, near := "", max(1, len(w)/3)
	for _, c := range candidates {
		if d := editDistance(w, []rune(c), near); d <= near {
			best, near = c, d-1
		}
	}
	if best == "" {
		return ""
	}
	return fmt.Sprintf("; did you mean %q?", best)
}

// editDistance returns the number of letters inserted, deleted, replaced or
// swapped with their neighbour that turn a into b, or limit+1 if it is more
// than limit. Only the band of width limit around the diagonal is computed.
func editDistance(a, b []rune, limit int) int {
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
