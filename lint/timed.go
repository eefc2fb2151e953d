package lint

import (
	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/parser"
)

// timed returns the checks such that the watcher is told how long each takes. What
// several checks need and share counts for the one that needs it first.
func timed(checks []*Check, w *corpus.Watcher) []*Check {
	if w == nil || w.Spent == nil {
		return checks
	}
	out := make([]*Check, len(checks))
	for i, c := range checks {
		wrapped := *c
		switch {
		case c.Document != nil:
			wrapped.Document = func(p *Pass, d *parser.Document) {
				p.Check = c // what is found is the check's own
				defer w.Time(c.Name)()
				c.Document(p, d)
			}
		case c.Pair != nil:
			wrapped.Pair = func(p *Pass, pair *corpus.Pair) {
				p.Check = c
				defer w.Time(c.Name)()
				c.Pair(p, pair)
			}
		case c.Corpus != nil:
			wrapped.Corpus = func(p *Pass, all *corpus.Corpus) {
				p.Check = c
				defer w.Time(c.Name)()
				c.Corpus(p, all)
			}
		}
		out[i] = &wrapped
	}
	return out
}
