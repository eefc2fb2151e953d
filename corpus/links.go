package corpus

import (
	"iter"

	"github.com/steplint/steplint/corpus/align"
)

// Surely is the probability from which a link tells something about the texts and
// the form of its two sides.
const Surely = 0.8

// Translations yields the links of leaves that are sure enough for their texts
// to be compared. Both sides hold at least one leaf. What is glued to a text is told
// by itself.
func (p *Pair) Translations() iter.Seq[align.Link] {
	return func(yield func(align.Link) bool) {
		src, tgt := p.Source.Units(), p.Target.Units()
		for _, l := range p.Links {
			if len(l.Source) == 0 || len(l.Target) == 0 || l.Score < Surely || len(l.Loose) > 0 {
				continue
			}
			if src[l.Source[0]].Leaf() && tgt[l.Target[0]].Leaf() && !yield(l) {
				return
			}
		}
	}
}
