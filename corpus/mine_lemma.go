package corpus

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/steplint/steplint/parser/lang"
)

// wordForms groups the words of many texts of a language by dictionary form, which
// is one of the words: the one that, inflected, gives most of the others.
type wordForms struct {
	lang  *lang.Lang
	ids   map[string]int32
	words []wordForm
}

// wordForm is a word as texts have it, in lower case.
type wordForm struct {
	text  string
	count int32 // times it was seen
	lemma int32 // index of the word that is its dictionary form; -1 for words that are in no term
	forms int32 // of a dictionary form: the words that are forms of it
	noun  bool  // may be a noun
	other bool  // may be an adjective
}

func newWordForms(l *lang.Lang) *wordForms { return &wordForms{lang: l, ids: map[string]int32{}} }

// add counts a word and returns its index.
func (f *wordForms) add(text string) int32 {
	low := strings.ToLower(text)
	id, ok := f.ids[low]
	if !ok {
		id = int32(len(f.words))
		low = strings.Clone(low) // not to keep the text that it is a part of
		f.ids[low] = id
		f.words = append(f.words, wordForm{text: low})
	}
	f.words[id].count++
	return id
}

// group finds the dictionary form of every word.
func (f *wordForms) group() {
	readings := []lang.POS{lang.Noun, lang.Adjective}
	if f.lang == lang.SV {
		readings = append(readings, lang.Verb) // Finnish verbs show their form
	}
	n := len(f.words)
	terms := make([]lang.Term, 0, len(readings)*n)
	for _, pos := range readings {
		for _, w := range f.words {
			terms = append(terms, lang.Term{Lemma: w.text, POS: pos})
		}
	}
	m := lang.NewTermMatcher(f.lang, terms)
	of := make([][]int32, n)            // by word: the terms that it may be a form of
	covers := make([]int32, len(terms)) // by term: the words that may be its forms
	closed := make([]bool, n)
	for w := range f.words {
		closed[w] = f.closed(f.words[w].text)
	}
	var hits []lang.TermMatch
	for w := range f.words {
		if closed[w] {
			continue
		}
		hits = m.Match(f.words[w].text, hits[:0])
		for _, h := range hits {
			if h.Kind == lang.WordMatch && !closed[h.Term%n] {
				of[w] = append(of[w], int32(h.Term))
				covers[h.Term]++
			}
		}
	}
	best := make([]int32, n)
	followers := make([]int32, len(terms))
	for w, list := range of {
		best[w] = -1
		if len(list) > 0 {
			best[w] = slices.MaxFunc(list, func(a, b int32) int {
				return cmp.Or(cmp.Compare(covers[a], covers[b]), cmp.Compare(f.words[int(a)%n].count, f.words[int(b)%n].count), cmp.Compare(b, a))
			})
			if int(best[w])%n != w {
				followers[best[w]]++
			}
		}
	}
	for w := range f.words {
		// A word that others are forms of is none of another.
		if own := int32(w); best[w] >= 0 && int(best[w])%n != w && followers[own] >= 2 {
			best[w] = own
		}
		x := &f.words[w]
		x.lemma = -1
		if b := int(best[w]); b >= 0 && b < 2*n {
			x.lemma = int32(b % n)
			x.noun = b < n
			x.other = b >= n || covers[b+n] >= covers[b]
			f.words[x.lemma].forms++
		}
	}
}

// fillers are words after which a verb is no noun.
var fillers = map[*lang.Lang]string{lang.FI: "asian", lang.SV: "saken"}

// closed reports whether the word is one that no term consists of: a function word,
// a verb for all that can be told, or a part of a word.
func (f *wordForms) closed(word string) bool {
	first, _ := utf8.DecodeRuneInString(word)
	last, _ := utf8.DecodeLastRuneInString(word)
	if !unicode.IsLetter(first) || !unicode.IsLetter(last) || utf8.RuneCountInString(word) < 2 {
		return true
	}
	if f.lang.FunctionWords[word] || f.lang.QuestionWords[word] || f.lang.Abbreviations[word] || f.lang.FinalAbbreviations[word] {
		return true
	}
	form, _ := lang.Begins(f.lang, []string{word, fillers[f.lang]})
	return form&lang.NounForm == 0
}
