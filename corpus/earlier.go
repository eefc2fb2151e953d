package corpus

import (
	"slices"
	"sort"
	"strings"

	"github.com/steplint/steplint/parser"
)

// earlier is a document as it was at a commit, beside what it is now.
type earlier struct {
	commit   string
	doc      *parser.Document
	wordings []string       // by unit
	units    map[string]int // of doc by wording, the last one
	gone     []int          // the leaves that are not in the text any more
	place    []int          // by unit of the text now: the last leaf of doc that stands at it or above it still, or -1
}

// newEarlier compares a document with what it was.
func newEarlier(commit string, old *parser.Document, now *tracedDoc) *earlier {
	e := &earlier{commit: commit, doc: old, wordings: wordings(old), units: map[string]int{}, place: make([]int, len(now.wordings))}
	stays := make(map[string]bool, len(now.wordings))
	for _, w := range now.wordings {
		stays[w] = true
	}
	for o, w := range e.wordings {
		if w == "" {
			continue
		}
		e.units[w] = o
		if !stays[w] {
			e.gone = append(e.gone, o)
		}
	}
	last := -1
	for u, w := range now.wordings {
		if o, ok := e.units[w]; ok && w != "" {
			last = o
		}
		e.place[u] = last
	}
	return e
}

// compare compares the source of a link with what it was when the target was
// written.
func (tp *tracedPair) compare(l *tracedLink, old *earlier, changed, translated date) {
	now := tp.docs[0]
	var texts, olds []string
	var from []int // units of the old document
	said := ""
	for _, u := range l.source {
		w := now.wordings[u]
		if _, ok := old.units[w]; ok || w == "" {
			continue // it is as old, or has been moved, or is as it was before
		}
		text := now.doc.Plain(now.doc.Units()[u].Text)
		said += w
		texts = append(texts, text)
		if o := old.ancestor(text, now.doc.Units()[u].Kind, old.place[u]); o >= 0 && !slices.Contains(from, o) {
			from = append(from, o)
		}
	}
	if len(from) == 0 || strings.Contains(old.around(from[0]), said) {
		return
	}
	slices.Sort(from)
	for _, o := range from {
		olds = append(olds, old.doc.Plain(old.doc.Units()[o].Text))
	}
	was, is := strings.Join(olds, " "), strings.Join(texts, " ")
	if wording(was) == said || respelt(was, is) {
		return
	}
	l.outdated = &Outdated{
		Pair: tp.pair, Source: l.source, Target: l.target, Old: was, New: is,
		Changed: changed.Version, Translated: translated.Version,
	}
}

// nearby is the number of leaves on either side among which a text is looked for.
const nearby = 32

// ancestor returns the leaf that became a text behind the leaf at: of those that
// are gone and stood nearby the most alike, or else the only one in its place. It
// is -1 for a new text.
func (e *earlier) ancestor(text string, kind parser.Kind, at int) int {
	const alike = 0.3
	i := sort.SearchInts(e.gone, at+1)
	best, most := -1, 0.0
	for _, o := range e.gone[max(0, i-nearby):min(len(e.gone), i+nearby)] {
		if like := likeness(text, e.doc.Plain(e.doc.Units()[o].Text)); like > most {
			best, most = o, like
		}
	}
	if most >= alike {
		return best
	}
	alone := i < len(e.gone) && e.next(at) == e.gone[i] && (i+1 == len(e.gone) || e.next(e.gone[i]) != e.gone[i+1])
	if alone && e.doc.Units()[e.gone[i]].Kind == kind {
		return e.gone[i]
	}
	return -1
}

// next returns the next leaf, or -1.
func (e *earlier) next(o int) int {
	for o++; o < len(e.wordings); o++ {
		if e.wordings[o] != "" {
			return o
		}
	}
	return -1
}

// around returns the wording of the leaves near a unit, in one: a sentence may have
// been parted in another way.
func (e *earlier) around(o int) string {
	return strings.Join(e.wordings[max(0, o-nearby):min(len(e.wordings), o+nearby)], "")
}
