package corpus

import (
	"cmp"
	"slices"
	"strings"
)

// What a noun of the source must be like for its translations to be compared:
// measured on curricula and user help, where nine in ten of the drifts that these
// let through are such.
const (
	fewestTexts  = 3    // that hold it
	shortestNoun = 6    // bytes of its stem
	usualShare   = 0.4  // of its texts hold the usual translation
	usualDice    = 0.3  // for a usual translation
	ownShare     = 0.5  // least share of another translation's texts that hold the noun
	contrast     = 3    // how much more often it stands without the usual one than with it
	siblingStart = 5    // bytes that words of one family begin with
	partStart    = 4    // bytes that make the first part of a compound
	partEnd      = 5    // bytes that make the last part
	rivalShare   = 0.8  // of its strength that another source word may not reach
	knownShare   = 0.5  // the same for a word whose usual translation it is
	otherwise    = 1.25 // how much stronger a rival's own translation makes it none
	partShare    = 0.75 // both, for a translation that has a part in common with the usual one
	partOnce     = 0.6  // the same for one that stands in one text
	actionTexts  = 4    // that one of a verb's name needs
	clearly      = 3    // how many more pairs have the usual one, where no pair has both
	senseTexts   = 6    // from which another sense of the noun shows
	senseShare   = 0.5  // of them that hold the word that tells it
)

// drifter holds what is needed while the drifts are looked for.
type drifter struct {
	*Renderings
	target, source counter
}

// other is another translation of a noun.
type other struct {
	word  int32
	texts []int32 // without the usual one
	score float64
	part  bool // it has a part in common with the usual one
}

// others returns the other translations of noun f.
func (d *drifter) others(f int32) []other {
	noun, b := &d.words[0].list[f], d.best[f]
	if len(noun.texts) < fewestTexts || len(noun.stem) < shortestNoun || !noun.noun || b.word < 0 {
		return nil
	}
	usual := &d.words[1].list[b.word]
	strength := dice(b.together, len(noun.texts), len(usual.texts))
	if !usual.noun || len(usual.stem) < shortestWord || float64(b.together) < usualShare*float64(len(noun.texts)) ||
		strength < usualDice || d.better(b.word, strength) || d.joint(f, b.word) {
		return nil
	}
	var rest []int32
	for _, n := range noun.texts {
		if !d.texts[n].cut && !d.says(n, b.word) {
			rest = append(rest, n)
			d.target.add(d.texts[n].words[1])
		}
	}
	var out []other
	for _, w := range d.target.touched {
		o := other{word: w}
		if o.score, o.part = d.score(f, w, d.target.count[w], len(rest)); o.score > 0 {
			out = append(out, o)
		}
	}
	d.target.reset()
	slices.SortFunc(out, func(a, b other) int { return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.word, b.word)) })
	return d.share(f, out, rest)
}

// share gives every text to the best of the translations that it holds. One that
// loses a text to a better one is none.
func (d *drifter) share(f int32, all []other, rest []int32) []other {
	taken := map[int32]bool{}
	out := all[:0]
	for _, o := range all {
		for _, n := range rest {
			if d.holds(n, o.word) {
				o.texts = append(o.texts, n)
			}
		}
		if slices.ContainsFunc(o.texts, func(n int32) bool { return taken[n] }) {
			continue
		}
		for _, n := range o.texts {
			taken[n] = true
		}
		if !d.sense(f, o) {
			out = append(out, o)
		}
	}
	return out
}

// better reports whether some source word goes more together with the target word
// than the strength says.
func (d *drifter) better(word int32, strength float64) bool {
	texts := d.words[1].list[word].texts
	for _, n := range texts {
		d.source.add(d.texts[n].words[0])
	}
	defer d.source.reset()
	return slices.ContainsFunc(d.source.touched, func(g int32) bool {
		return dice(d.source.count[g], len(d.words[0].list[g].texts), len(texts)) > strength
	})
}

// joint reports whether the target word translates noun f together with another
// word, of which its last part is the translation.
func (d *drifter) joint(f, word int32) bool {
	stem, texts, noun := d.words[1].list[word].stem, d.words[1].list[word].texts, d.words[0].list[f].stem
	for _, n := range texts {
		d.source.add(d.texts[n].words[0])
	}
	defer d.source.reset()
	return slices.ContainsFunc(d.source.touched, func(g int32) bool {
		best := d.best[g].word
		if g == f || best < 0 || best == word || 2*d.source.count[g] < len(texts) || strings.HasSuffix(noun, d.words[0].list[g].stem) {
			return false
		}
		part := d.words[1].list[best].stem
		return len(part) >= partStart && strings.HasSuffix(stem, part)
	})
}

// sense reports whether the other translation seems to be that of another sense of
// noun f: the noun stands beside a word there that it seldom stands beside where it
// has the usual translation.
func (d *drifter) sense(f int32, o other) bool {
	if len(o.texts) < senseTexts {
		return false
	}
	for _, n := range o.texts {
		d.source.add(d.texts[n].words[0])
	}
	defer d.source.reset()
	return slices.ContainsFunc(d.source.touched, func(g int32) bool {
		there := float64(d.source.count[g]) / float64(len(o.texts))
		if g == f || there < senseShare {
			return false
		}
		usual := 0
		for _, n := range d.words[0].list[f].texts {
			if _, ok := slices.BinarySearch(d.texts[n].words[0], g); ok && d.holds(n, d.best[f].word) {
				usual++
			}
		}
		return contrast*float64(usual) < there*float64(d.best[f].together)
	})
}

// holds reports whether the target of text n holds the word.
func (d *drifter) holds(n, word int32) bool {
	_, ok := slices.BinarySearch(d.texts[n].words[1], word)
	return ok
}

// says reports whether the target of text n holds the word, a compound with it, or
// one that is much like it.
func (d *drifter) says(n, word int32) bool {
	stem := d.words[1].list[word].stem
	return slices.ContainsFunc(d.texts[n].words[1], func(w int32) bool {
		s := d.words[1].list[w].stem
		return w == word || strings.Contains(s, stem) || d.alike(s, stem)
	})
}

// start returns the number of bytes that two target stems begin with, not counting a
// prefix that many words have.
func (d *drifter) start(a, b string) int {
	n := sameStart(a, b)
	return n - min(n, d.words[1].lang.Prefix(a))
}

// alike reports whether two stems may be of one word, or of one verb: they begin
// alike, and what is left of either is an ending.
func (d *drifter) alike(a, b string) bool {
	n := sameStart(a, b)
	return n >= partStart && d.words[1].lang.Ending(a[n:]) && d.words[1].lang.Ending(b[n:])
}

// score returns how sure it is that word w translates noun f in count of the rest
// texts that do not hold the usual translation; 0 if it does not seem so.
func (d *drifter) score(f, w int32, count, rest int) (score float64, part bool) {
	word, b := &d.words[1].list[w], d.best[f]
	usual := d.words[1].list[b.word].stem
	start := d.start(word.stem, usual)
	part = start >= partStart || sameEnd(word.stem, usual) >= partEnd
	if strings.HasSuffix(usual, word.stem) || strings.HasPrefix(usual, word.stem) {
		return 0, false // the rest of the compound is said otherwise
	}
	if !word.noun && (!part || d.words[1].lang.Adjective(word.stem)) || len(word.stem) < shortestWord || float64(count) < ownShare*float64(len(word.texts)) || count < d.fewest(f, part) {
		return 0, false
	}
	with := 0 // texts that hold noun, word and usual translation
	for _, n := range word.texts {
		if _, ok := slices.BinarySearch(d.texts[n].words[0], f); ok && d.holds(n, b.word) {
			with++
		}
	}
	if float64(count)*float64(b.together) < contrast*float64(with)*float64(rest) {
		return 0, false // it stands beside the usual one
	}
	limit, known := rivalShare, knownShare
	score = dice(count, rest, len(word.texts))
	if part {
		score, limit = float64(count)/float64(len(word.texts)), partShare
		if count == 1 {
			limit = partOnce
		}
		known = limit
	}
	if part && d.sibling(f, w) || d.explained(f, w, start, limit*score, known*score) {
		return 0, false
	}
	return score, part
}

// fewest returns the number of texts that another translation needs: one that looks
// like the usual one needs no other. What one does has many names.
func (d *drifter) fewest(f int32, part bool) int {
	switch {
	case part:
		return 1
	case d.words[0].lang.Action(d.words[0].list[f].stem):
		return actionTexts
	}
	return 2
}

// sibling reports whether target word w may as well be another translation of a
// source word beside noun f: one whose usual translation has a part in common with it
// and stands in none of the texts.
func (d *drifter) sibling(f, w int32) bool {
	word := &d.words[1].list[w]
	for _, n := range word.texts {
		for _, g := range d.texts[n].words[0] {
			best := d.best[g].word
			if g == f || best < 0 || best == w || best == d.best[f].word {
				continue
			}
			usual := &d.words[1].list[best]
			if max(d.start(usual.stem, word.stem), sameEnd(usual.stem, word.stem)-partEnd+partStart) >= partStart &&
				!slices.ContainsFunc(word.texts, func(n int32) bool { return d.says(n, best) }) {
				return true
			}
		}
	}
	return false
}

// explained reports whether another source word than f accounts for target word w:
// as often with it as the limit says, or if it is mostly translated so as the
// limit known says, or since w is a compound that begins with its translation
// beyond what the usual translation of f begins with.
func (d *drifter) explained(f, w int32, start int, limit, known float64) bool {
	word := &d.words[1].list[w]
	for _, n := range word.texts {
		d.source.add(d.texts[n].words[0])
	}
	defer d.source.reset()
	return slices.ContainsFunc(d.source.touched, func(g int32) bool {
		if g == f {
			return false
		}
		other := &d.words[0].list[g]
		strength := dice(d.source.count[g], len(other.texts), len(word.texts))
		best := d.best[g].word
		if best < 0 {
			return strength >= limit
		}
		usual := &d.words[1].list[best]
		sure := dice(d.best[g].together, len(other.texts), len(usual.texts))
		if strength >= limit && (best == w || sure <= otherwise*strength) {
			return true
		}
		if n := sameStart(other.stem, d.words[0].list[f].stem); n >= siblingStart || n >= partStart && n == len(other.stem) {
			return d.alike(usual.stem, word.stem) // the verb's other translation
		}
		if best == w {
			return strength >= known
		}
		n := sameStart(usual.stem, word.stem)
		return (n >= partStart && n > start || start < partStart && strings.HasSuffix(word.stem, usual.stem)) &&
			2*d.source.count[g] >= len(word.texts) && sure >= usualDice
	})
}
