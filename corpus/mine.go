package corpus

import (
	"context"
	"strings"

	"github.com/steplint/steplint/corpus/align"
	"github.com/steplint/steplint/parser"
	"github.com/steplint/steplint/parser/lang"
)

// Candidate is a pair of terms, as near to their dictionary forms as the texts
// show, that stand for one another in many places.
type Candidate struct {
	Source, Target string
	// Both counts the different links that hold both, In those of either side.
	Both int
	In   [2]int
	// Pair and Link are a short example.
	Pair *Pair
	Link align.Link
}

// Candidates mines the aligned texts for pairs of terms: nouns and noun phrases of
// up to three words that stand in the same links, at least least of them, more
// surely than with any other (the Dice coefficient, discounted as that of the
// lexicon). The best are first.
func (c *Corpus) Candidates(ctx context.Context, least, jobs int) []Candidate {
	least = max(2, least)
	sides := [2]*mineSide{{forms: newWordForms(lang.FI)}, {forms: newWordForms(lang.SV)}}
	places := c.minedLinks(sides)
	Parallel(ctx, jobs, len(sides), func(i int) {
		sides[i].forms.group()
		sides[i].collect(least)
	})
	if ctx.Err() != nil {
		return nil
	}
	var out []Candidate
	for _, p := range pairUnits(sides, least) {
		source, target := termForms(sides, p)
		if source == "" || target == "" || source == target {
			continue // a name, or what needs no term base
		}
		place := places[shortest(sides, p)]
		out = append(out, Candidate{
			Source: source, Target: target, Both: int(p.both),
			In:   [2]int{len(sides[0].units[p.source].links), len(sides[1].units[p.target].links)},
			Pair: place.pair, Link: place.link,
		})
	}
	return out
}

type minedLink struct {
	pair *Pair
	link align.Link
}

// minedLinks gives both sides the words of all sure links, those with the same
// words once: a text that stands in many documents is no more evidence than in one.
func (c *Corpus) minedLinks(sides [2]*mineSide) []minedLink {
	var places []minedLink
	known := map[string]bool{}
	for _, p := range c.Pairs {
		for l := range p.Translations() {
			key := linkText(p.Source, l.Source) + "\x00" + linkText(p.Target, l.Target)
			if known[key] {
				continue
			}
			known[key] = true
			places = append(places, minedLink{p, l})
			sides[0].read(p.Source, l.Source)
			sides[1].read(p.Target, l.Target)
		}
	}
	return places
}

func linkText(d *parser.Document, units []int) string {
	var b strings.Builder
	for _, u := range units {
		b.WriteString(d.Plain(d.Units()[u].Text))
		b.WriteByte('\n')
	}
	return b.String()
}
