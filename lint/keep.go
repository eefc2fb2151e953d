package lint

import (
	"context"
	"slices"

	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/parser"
)

// Keeper runs the checks again and again and keeps what was found in pairs and
// documents that are still the same. The zero Keeper keeps nothing yet.
type Keeper struct {
	narrow map[any][]Finding // by *corpus.Pair and *corpus.Unpaired
	wide   []Finding         // of what depends on the whole corpus
}

// Run returns what the function Run returns, with the same checks and options each
// time. When quick, what depends on the whole corpus is not looked for again: what
// was found before, and is about documents that are still the same, stands for it.
func (k *Keeper) Run(ctx context.Context, c *corpus.Corpus, checks []*Check, opt Options, quick bool) []Finding {
	var narrow, wide []*Check
	for _, check := range checks {
		if compares(check) {
			wide = append(wide, check)
		} else {
			narrow = append(narrow, check)
		}
	}
	var units []any
	var jobs []func() []Finding
	now := make(map[any][]Finding, len(c.Pairs)+len(c.Unpaired))
	add := func(unit any, job func() []Finding) {
		if old, ok := k.narrow[unit]; ok {
			now[unit] = old
			return
		}
		units, jobs = append(units, unit), append(jobs, job)
	}
	for _, p := range c.Pairs {
		add(p, func() []Finding { return runPair(c, p, narrow) })
	}
	for _, u := range c.Unpaired {
		add(u, func() []Finding { return runDocument(c, u.Step, nil, u.Doc, narrow) })
	}
	if quick {
		k.wide = slices.DeleteFunc(k.wide, outside(c))
	} else {
		jobs = slices.Concat(corpusJobs(c, wide), localJobs(c, wide), jobs)
	}
	found := make([][]Finding, len(jobs))
	corpus.Parallel(ctx, opt.Jobs, len(jobs), func(i int) { found[i] = jobs[i]() })
	first := len(jobs) - len(units)
	for i, unit := range units {
		now[unit] = found[first+i]
	}
	if !quick {
		k.wide = slices.Concat(found[:first]...)
	}
	k.narrow = now
	all := [][]Finding{k.wide}
	for _, p := range c.Pairs {
		all = append(all, now[p])
	}
	for _, u := range c.Unpaired {
		all = append(all, now[u])
	}
	return suppress(finish(slices.Concat(all...), c.Config), c, checks, opt)
}

// outside returns whether a finding is about a document that is not in the corpus.
func outside(c *corpus.Corpus) func(Finding) bool {
	files := map[*parser.File]bool{}
	for _, d := range c.Documents() {
		files[d.File] = true
	}
	return func(f Finding) bool {
		return !files[f.File] || slices.ContainsFunc(f.Related, func(r Related) bool { return !files[r.File] })
	}
}
