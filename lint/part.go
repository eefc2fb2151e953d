package lint

import (
	"context"
	"slices"

	"github.com/steplint/steplint/corpus"
)

// Local returns the findings of the checks that look at one pair or document and
// at nothing else, as they report them: a part of what [Run] returns. The findings
// of a corpus are those of its parts together.
func Local(ctx context.Context, c *corpus.Corpus, checks []*Check, opt Options) []Finding {
	timed := timed(checks, corpus.WatcherOf(ctx))
	return runAll(ctx, localJobs(c, slices.DeleteFunc(slices.Clone(timed), compares)), opt)
}

// Whole returns what [Run] returns for the corpus, of which local are the findings
// that [Local] returns.
func Whole(ctx context.Context, c *corpus.Corpus, local []Finding, checks []*Check, opt Options) []Finding {
	timed := timed(checks, corpus.WatcherOf(ctx))
	wide := slices.DeleteFunc(slices.Clone(timed), func(c *Check) bool { return !compares(c) })
	found := runAll(ctx, append(corpusJobs(c, wide), localJobs(c, wide)...), opt)
	return suppress(finish(append(found, local...), c.Config), c, checks, opt)
}

// Part is Whole for a part of a corpus, about which the checks that compare its
// steps with each other say nothing.
func Part(c *corpus.Corpus, local []Finding, checks []*Check, opt Options) []Finding {
	opt.Steps = nil // no finding of theirs was looked for
	return suppress(finish(slices.Clone(local), c.Config), c, checks, opt)
}

// compares reports whether a check looks at more than a pair or a document.
func compares(c *Check) bool { return c.Corpus != nil || c.Compares }
