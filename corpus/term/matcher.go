package term

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/steplint/steplint/parser"
	"github.com/steplint/steplint/parser/lang"
)

// Hit is a term found in a text.
type Hit struct {
	Concept, Term int // indices into the base
	Kind          lang.MatchKind
	Span          parser.Span // of the words that hold the term
}

// Matcher finds the terms of one language in texts, in all their forms. It is safe
// for concurrent use.
type Matcher struct {
	words   *lang.TermMatcher
	starts  [][]entry // by word: the terms that begin with it
	longest int       // words of the longest term

	memory memory
}

// entry is a term as a sequence of words of the matcher.
type entry struct {
	concept, term int
	words         []int
}

// Matcher returns a matcher of all terms of the language, whatever their status,
// or nil when there are none.
func (b *Base) Matcher(l *lang.Lang) *Matcher {
	return b.matcher(l, func(*Term) bool { return true })
}

func (b *Base) matcher(l *lang.Lang, wanted func(*Term) bool) *Matcher {
	m := &Matcher{}
	var words []lang.Term
	known := map[string]int{}
	for c := range b.Concepts {
		for k, t := range b.Concepts[c].Terms {
			if t.Lang != l || !wanted(&t) {
				continue
			}
			e := entry{concept: c, term: k}
			parts := strings.Fields(t.Text)
			for i, p := range parts {
				w := lang.Term{Lemma: p}
				if l == lang.SV && i < len(parts)-1 {
					w.Forms = agreeing(p)
				}
				key := p
				if len(parts) == 1 {
					// What is said of a term of one word may differ between concepts.
					w.POS, w.Forms, w.Not = t.POS, t.Forms, t.Not
					key = strings.Join(append(append([]string{p, posNames[t.POS]}, t.Forms...), t.Not...), "\x00")
				} else if i == len(parts)-1 {
					w.POS = t.POS
					key = p + "\x00" + posNames[t.POS]
				}
				id, ok := known[key]
				if !ok {
					id = len(words)
					known[key] = id
					words = append(words, w)
					m.starts = append(m.starts, nil)
				}
				e.words = append(e.words, id)
			}
			m.starts[e.words[0]] = append(m.starts[e.words[0]], e)
			m.longest = max(m.longest, len(parts))
		}
	}
	if l == lang.FI && b.Dictionary != nil {
		m.words = lang.NewVoikkoMatcher(b.Dictionary, words)
	} else {
		m.words = lang.NewTermMatcher(l, words)
	}
	if m.words == nil || len(words) == 0 {
		return nil
	}
	return m
}

// agreeing returns what the neuter of a Swedish adjective, as it stands in a term of
// several words, is beside the other forms of its noun: särskilt stöd, det särskilda
// stödet. A form that is none does no harm.
func agreeing(word string) []string {
	base, ok := strings.CutSuffix(word, "t")
	if !ok {
		return nil
	}
	return []string{base + "a", base + "da", base + "de", base + "na"}
}

// Find appends to out the terms that the span of the document holds, in order. A
// term of several words is found where all its words follow each other; what is
// part of a longer term is not found again.
func (m *Matcher) Find(d *parser.Document, s parser.Span, out []Hit) []Hit {
	text := d.Plain(s)
	first := len(out)
	next := 0 // the first byte that no term has taken
	m.windows(text, func(window []token) bool {
		if window[0].start >= next {
			out, next = m.at(window, out, next)
		}
		return true
	})
	for k := range out[first:] {
		h := &out[first+k]
		h.Span = d.Source(s, h.Span)
	}
	return out
}

// Holds reports whether the span of the document holds a term of the concept in any
// way, also as part of a longer term.
func (m *Matcher) Holds(d *parser.Document, s parser.Span, concept int) bool {
	found := false
	m.windows(d.Plain(s), func(window []token) bool {
		for _, t := range window[0].matches {
			for _, e := range m.starts[t.Term] {
				found = found || e.concept == concept && (len(e.words) == 1 || t.Kind == lang.WordMatch && follows(window, e.words))
			}
		}
		return !found
	})
	return found
}

// token is a word of a text and what it may be a form of.
type token struct {
	start, end int
	matches    []lang.TermMatch
}

// windows calls f with every word of the text that may be the form of a term's, and
// as many words after it as the longest term has, until f returns false.
func (m *Matcher) windows(text string, f func([]token) bool) {
	var buf [8]token
	window := buf[:0]
	flush := func(n int) bool {
		for ; len(window) > n; window = window[1:] {
			if len(window[0].matches) > 0 && !f(window) {
				return false
			}
		}
		return true
	}
	for i := 0; i < len(text); {
		end := wordEnd(text, i)
		if end == i {
			_, size := utf8.DecodeRuneInString(text[i:])
			i += size
			continue
		}
		window = append(window, token{i, end, m.match(text[i:end])})
		if !flush(m.longest - 1) {
			return
		}
		i = end
	}
	flush(0)
}

// wordEnd returns the end of the word that begins at i: letters and digits, with
// hyphens, and with a colon before an ending as in EU:n.
func wordEnd(text string, i int) int {
	for i < len(text) {
		r, size := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[i:])
		}
		switch {
		case 'a' <= r && r <= 'z', r == '-', unicode.IsLetter(r), unicode.IsDigit(r), unicode.IsMark(r), r == '\u00ad':
		case r == ':':
			if next, _ := utf8.DecodeRuneInString(text[i+1:]); !unicode.IsLetter(next) {
				return i
			}
		default:
			return i
		}
		i += size
	}
	return i
}

// memory keeps what was found for words, which texts repeat. It is in parts so that
// workers seldom wait for each other.
type memory [64]struct {
	mu    sync.RWMutex
	known map[string][]lang.TermMatch
}

// mostKnown is the number of words that a part of the memory keeps.
const mostKnown = 2048

// match returns what a word may be a form of.
func (m *Matcher) match(word string) []lang.TermMatch {
	part := &m.memory[(uint(len(word))*31+uint(word[0])*7+uint(word[len(word)-1])*13+uint(word[len(word)/2]))%uint(len(m.memory))]
	part.mu.RLock()
	found, ok := part.known[word]
	part.mu.RUnlock()
	if ok {
		return found
	}
	found = m.words.Match(norm.NFC.String(word), nil)
	part.mu.Lock()
	if part.known == nil {
		part.known = map[string][]lang.TermMatch{}
	}
	if len(part.known) < mostKnown {
		part.known[strings.Clone(word)] = found
	}
	part.mu.Unlock()
	return found
}

// at appends the terms that begin with the first token of the window: the longest,
// and when none is longer than a word all that the word may be.
func (m *Matcher) at(window []token, out []Hit, next int) ([]Hit, int) {
	longest := 1
	first := len(out)
	for _, t := range window[0].matches {
		for _, e := range m.starts[t.Term] {
			n := len(e.words)
			if n < longest || n > 1 && (t.Kind != lang.WordMatch || !follows(window, e.words)) {
				continue
			}
			if n > longest {
				longest, out = n, out[:first]
			}
			h := Hit{e.concept, e.term, t.Kind, parser.Span{Start: window[0].start, End: window[n-1].end}}
			out = append(out, h)
		}
	}
	if longest > 1 {
		next = window[longest-1].end
	}
	return out, next
}

// follows reports whether the tokens are forms of the words.
func follows(window []token, words []int) bool {
	if len(window) < len(words) {
		return false
	}
next:
	for i, w := range words {
		for _, t := range window[i].matches {
			if t.Term == w && t.Kind == lang.WordMatch {
				continue next
			}
		}
		return false
	}
	return true
}
