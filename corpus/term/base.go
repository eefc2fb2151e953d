// Package term holds term bases: which words of two languages name the same
// concept, and which of them are to be used.
package term

import (
	"github.com/steplint/steplint/parser/lang"
)

// Status says whether a term is to be used.
type Status uint8

// The statuses, as ISO 30042 (TBX) knows them; a banned term is one that a check
// forbids.
const (
	Preferred Status = iota
	Admitted
	Deprecated
	Banned
)

// statusNames are how files write the statuses.
var statusNames = [...]string{"preferred", "admitted", "deprecated", "banned"}

// String returns the name that files use.
func (s Status) String() string { return statusNames[s] }

// Approved reports whether a text may use the term.
func (s Status) Approved() bool { return s <= Admitted }

// posNames are how files write the parts of speech.
var posNames = [...]string{lang.AnyPOS: "", lang.Noun: "noun", lang.Adjective: "adjective", lang.Verb: "verb", lang.Name: "name"}

// Term names a concept in one language.
type Term struct {
	Lang   *lang.Lang
	Text   string // dictionary form: one word or several, separated by single spaces
	Status Status
	POS    lang.POS // of a term of one word; of the last word otherwise
	Forms  []string // further forms that the rules of the language don't give
	Not    []string // forms that are other words
}

// Concept is what the terms of an entry mean.
type Concept struct {
	ID     string
	Domain string
	Note   string
	Terms  []Term
}

// In returns the terms of the language, preferred ones first.
func (c *Concept) In(l *lang.Lang) []*Term {
	var out []*Term
	for s := Preferred; s <= Banned; s++ {
		for k := range c.Terms {
			if t := &c.Terms[k]; t.Lang == l && t.Status == s {
				out = append(out, t)
			}
		}
	}
	return out
}

// Base is a term base. Concepts are in the order of the source.
type Base struct {
	Concepts []Concept
	// Dictionary is asked about the words of Finnish texts; nil for none.
	Dictionary *lang.Voikko
}

// Unapproved returns the matcher of the language's terms that are not to be used, or
// nil when there are none. Its hits count in b.
func (b *Base) Unapproved(l *lang.Lang) *Matcher {
	return b.matcher(l, func(t *Term) bool { return !t.Status.Approved() })
}

// Add appends the concepts of other. Concepts with the same identifier are one,
// and a term that both have is what other says of it.
func (b *Base) Add(other *Base) {
	at := make(map[string]int, len(b.Concepts))
	for k := range b.Concepts {
		at[b.Concepts[k].ID] = k
	}
	for _, c := range other.Concepts {
		k, ok := at[c.ID]
		if !ok || c.ID == "" {
			at[c.ID] = len(b.Concepts)
			b.Concepts = append(b.Concepts, c)
			continue
		}
		b.Concepts[k].add(c)
	}
}

func (c *Concept) add(o Concept) {
	if o.Domain != "" {
		c.Domain = o.Domain
	}
	if o.Note != "" {
		c.Note = o.Note
	}
	terms := append([]Term(nil), c.Terms...) // the slice may be shared
next:
	for _, t := range o.Terms {
		for k := range terms {
			if terms[k].Lang == t.Lang && terms[k].Text == t.Text {
				terms[k] = t
				continue next
			}
		}
		terms = append(terms, t)
	}
	c.Terms = terms
}
