package corpus

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/steplint/steplint/parser"
	"github.com/steplint/steplint/parser/lang"
)

// Two spellings of one word begin with the same letters but one, so many at least,
// and differ away from the end of these, where inflection changes words.
const shortestStem, stemEnd = 11, 4

const halfStem = shortestStem / 2

// LongWord is a word that is long enough for a slip to show.
type LongWord struct {
	First parser.Span // where it stands first in its document
	Count int
	Text  string // in lower case

	letters []rune // lower case
	shared  int    // letters that it begins with as some other word does
}

// LongWords returns the different long words below the title in order.
func LongWords(d *parser.Document) []*LongWord {
	var out []*LongWord
	known := map[uint64]*LongWord{} // by hash
	for i, u := range d.Units() {
		if !u.Leaf() || i == 0 {
			continue // of the title title-variant tells
		}
		for scan := (wordScanner{text: d.Plain(u.Text)}); scan.next(); {
			if scan.end-scan.start <= shortestStem || strings.IndexByte(scan.word(), '-') >= 0 {
				continue
			}
			w := known[scan.hash]
			if w == nil {
				text := scan.lower()
				w = &LongWord{Text: text, letters: []rune(text), First: d.Source(u.Text, parser.Span{Start: scan.start, End: scan.end})}
				known[scan.hash] = w
				if len(w.letters) > shortestStem {
					out = append(out, w)
				}
			}
			w.Count++
		}
	}
	return out
}

// Spellings finds long words that are spelt almost as others.
type Spellings struct {
	lang              *lang.Lang
	byStart, byMiddle map[[halfStem]rune][]*LongWord
}

// NewSpellings returns the spellings of the words, which it marks with what they have
// in common.
func NewSpellings(l *lang.Lang, words []*LongWord) *Spellings {
	s := &Spellings{lang: l, byStart: map[[halfStem]rune][]*LongWord{}, byMiddle: map[[halfStem]rune][]*LongWord{}}
	for _, w := range words {
		start, middle := [halfStem]rune(w.letters[:halfStem]), [halfStem]rune(w.letters[halfStem+1:2*halfStem+1])
		s.byStart[start] = append(s.byStart[start], w)
		s.byMiddle[middle] = append(s.byMiddle[middle], w)
	}
	share(words)
	return s
}

// Usual returns the word that most often stands for w in another spelling, and how
// often that stands in any form; nil when there is none, or when w stands in its own
// spelling too.
func (s *Spellings) Usual(w *LongWord) (*LongWord, int) {
	const most = 200 // candidates looked at: what a word costs does not grow with the text
	var best *LongWord
	usual := 0
	start := w.letters[:halfStem]
	try := func(list []*LongWord, again bool) {
		for _, o := range list[:min(len(list), most)] {
			if o == w || again && slices.Equal(o.letters[:halfStem], start) || !slip(w.letters, o.letters, s.lang) {
				continue
			}
			usual += o.Count
			if best == nil || o.Count > best.Count {
				best = o
			}
		}
	}
	try(s.byStart[[halfStem]rune(start)], false)
	for shift := -1; shift <= 1; shift++ {
		try(s.byMiddle[[halfStem]rune(w.letters[halfStem+1+shift:2*halfStem+1+shift])], true)
	}
	if best == nil || w.shared >= sameLetters(w.letters, best.letters)+stemEnd {
		return nil, 0 // none, or both spellings are meant
	}
	return best, usual
}

// Misspelt returns the long words that stand once in the linked texts of the corpus, and
// how they are mostly spelt: with one letter more or less.
func (c *Corpus) Misspelt(l *lang.Lang) map[string]string {
	side := slices.Index(lang.All, l)
	if side < 0 {
		return nil
	}
	c.misspeltOnce[side].Do(func() { c.misspelt[side] = misspelt(c.Renderings().words[side].forms, l) })
	return c.misspelt[side]
}

// Sizes in bytes of what is compared, and times.
const (
	longForm   = 14
	formStart  = 5   // that both begin with
	formTail   = 6   // that both go on with after the letter
	usualForm  = 5   // times that the other spelling stands
	mostBeside = 200 // words of the same beginning looked at
)

func misspelt(forms []writtenForm, l *lang.Lang) map[string]string {
	var long []writtenForm
	for _, f := range forms {
		if len(f.word) >= longForm {
			long = append(long, f)
		}
	}
	slices.SortFunc(long, func(a, b writtenForm) int { return strings.Compare(a.word, b.word) })
	out := map[string]string{}
	first := 0 // with the same beginning
	for i, f := range long {
		for long[first].word[:formStart] != f.word[:formStart] {
			first++
		}
		if f.count > 1 {
			continue
		}
		best, times := -1, 0
		for k := first; k < min(len(long), first+mostBeside) && long[k].word[:formStart] == f.word[:formStart]; k++ {
			if o := &long[k]; o.count > 1 && (oneMore(f.word, o.word, l) || oneMore(o.word, f.word, l)) {
				times += o.count
				if best < 0 || o.count > long[best].count {
					best = k
				}
			}
		}
		if times < usualForm {
			continue
		}
		meant := sameStart(f.word, long[best].word) + stemEnd
		if i > 0 && sameStart(f.word, long[i-1].word) >= meant || i+1 < len(long) && sameStart(f.word, long[i+1].word) >= meant {
			continue // it stands in its own spelling too
		}
		out[f.word] = long[best].word
	}
	return out
}

// oneMore reports whether a has one letter more than b and goes on as b does.
func oneMore(a, b string, l *lang.Lang) bool {
	n := sameStart(a, b)
	for n > 0 && n < len(a) && !utf8.RuneStart(a[n]) {
		n--
	}
	if n == len(a) {
		return false
	}
	r, size := utf8.DecodeRuneInString(a[n:])
	return !negates(r, l) && sameStart(a[n+size:], b[n:]) >= formTail
}

// share says of every word how far it begins as another does. In the order of the
// alphabet the word that has most in common with another stands next to it.
func share(words []*LongWord) {
	sorted := slices.SortedFunc(slices.Values(words), func(a, b *LongWord) int { return slices.Compare(a.letters, b.letters) })
	for i, w := range sorted[min(1, len(sorted)):] {
		before := sorted[i]
		n := sameLetters(before.letters, w.letters)
		before.shared, w.shared = max(before.shared, n), n
	}
}

// sameLetters returns the number of letters that both begin with.
func sameLetters(a, b []rune) int {
	p := 0
	for p < min(len(a), len(b)) && a[p] == b[p] {
		p++
	}
	return p
}

// slip reports whether a looks like b with a letter too many or too few. The
// consonants before the ending may change with it (neuvonta, neuvonnan) when enough
// is the same before them.
func slip(a, b []rune, l *lang.Lang) bool {
	const grade = 3
	k := min(len(a), len(b)) - 1
	if k < shortestStem {
		return false
	}
	p := min(k, sameLetters(a, b))
	if p == 0 || p > k-stemEnd {
		return false
	}
	for _, end := range []int{k, k - grade} {
		switch {
		case p > end-stemEnd:
		case slices.Equal(a[p+1:end], b[p:end-1]): // a has a letter more
			return !negates(a[p], l)
		case slices.Equal(a[p:end-1], b[p+1:end]):
			return !negates(b[p], l)
		}
	}
	return false
}

// negates reports whether the letter makes another word of it: Swedish beroende,
// oberoende.
func negates(r rune, l *lang.Lang) bool { return l == lang.SV && r == 'o' }
