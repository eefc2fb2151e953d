package report

import (
	"fmt"
	"slices"
	"strings"
)

// checkCount is how often a check found something.
type checkCount struct {
	check string
	n     int
}

// perCheck returns the number of findings of each check that ran, none of them
// too, sorted by name.
func (r *Run) perCheck() []checkCount {
	count := map[string]int{}
	for i := range r.Rules {
		count[r.Rules[i].Check.Name] = 0
	}
	for i := range r.Findings {
		count[r.Findings[i].Check.Name]++
	}
	out := make([]checkCount, 0, len(count))
	for check, n := range count {
		out = append(out, checkCount{check, n})
	}
	slices.SortFunc(out, func(a, b checkCount) int { return strings.Compare(a.check, b.check) })
	return out
}

// stats writes the number of findings of each check.
func (t *text) stats(r *Run) {
	for _, c := range r.perCheck() {
		fmt.Fprintf(t, "%7d  %s\n", c.n, plain(c.check))
	}
	t.WriteByte('\n')
}
