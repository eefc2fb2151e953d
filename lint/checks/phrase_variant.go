package checks

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/parser"
	"github.com/steplint/steplint/parser/lang"
)

// PhraseVariant finds a long word that is spelt in another way than everywhere
// else in the document.
var PhraseVariant = &lint.Check{
	Name:     "phrase-variant",
	Severity: lint.Warning,
	Document: func(p *lint.Pass, d *parser.Document) {
		words := longWords(d)
		for _, v := range variants(words, d.Lang) {
			p.Report(lint.Finding{
				File: d.File, Span: v.odd.first,
				Msg: lint.Msg{
					"“%s” is spelt “%s” elsewhere in the document", "”%s” on muualla asiakirjassa kirjoitettu ”%s”", "”%s” stavas ”%s” på andra ställen i dokumentet",
				},
				Args: []any{d.Text(v.odd.first), d.Text(v.usual.first)},
				Related: []lint.Related{{File: d.File, Span: v.usual.first, Msg: lint.Msg{
					"the usual spelling", "tavallinen kirjoitusasu", "den vanliga stavningen"}}},
			})
		}
	},
}

// Two spellings of one word begin with the same letters but one, so many at least,
// and differ away from the end of these, where inflection changes words.
const shortestStem, stemEnd = 11, 4

const halfStem = shortestStem / 2

// longWord is a word that is long enough for a slip to show.
type longWord struct {
	letters []rune // lower case
	first   parser.Span
	count   int
	shared  int // letters that it begins with as some other word does
}

// longWords returns the different long words below the title in order.
func longWords(d *parser.Document) []*longWord {
	var out []*longWord
	known := map[string]*longWord{}
	for i, u := range d.Units() {
		if !u.Leaf() || i == 0 {
			continue // of the title title-variant tells
		}
		text := d.Plain(u.Text)
		for i := 0; i < len(text); {
			end := lettersEnd(text, i)
			if end-i > shortestStem && !strings.HasPrefix(text[end:], "-") && !strings.HasSuffix(text[:i], "-") {
				key := strings.ToLower(text[i:end])
				w := known[key]
				if w == nil {
					w = &longWord{letters: []rune(key), first: d.Source(u.Text, parser.Span{Start: i, End: end})}
					known[key] = w
					if len(w.letters) > shortestStem {
						out = append(out, w)
					}
				}
				w.count++
			}
			_, size := utf8.DecodeRuneInString(text[end:])
			i = end + size
		}
	}
	return out
}

// lettersEnd returns the end of the letters that begin at i.
func lettersEnd(text string, i int) int {
	for i < len(text) {
		if c := text[i]; c < utf8.RuneSelf {
			if c|0x20 < 'a' || c|0x20 > 'z' {
				break
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		if !unicode.IsLetter(r) {
			break
		}
		i += size
	}
	return i
}

// variant is a word that stands once, and the same word as it stands elsewhere.
type variant struct{ odd, usual *longWord }

// variants returns the words that differ by one letter from one that stands more
// often. Candidates share their first letters or the ones after these, so that
// what a word costs does not grow with the document.
func variants(words []*longWord, l *lang.Lang) []variant {
	const most = 200 // candidates looked at
	byStart, byMiddle := map[string][]*longWord{}, map[string][]*longWord{}
	for _, w := range words {
		start, middle := string(w.letters[:halfStem]), string(w.letters[halfStem+1:2*halfStem+1])
		byStart[start] = append(byStart[start], w)
		byMiddle[middle] = append(byMiddle[middle], w)
	}
	share(words)
	var out []variant
	for _, w := range words {
		if w.count > 1 {
			continue
		}
		var best *longWord
		usual := 0 // how often the other spelling stands, in any form
		try := func(list []*longWord) {
			for _, o := range list[:min(len(list), most)] {
				if o != w && slip(w.letters, o.letters, l) {
					usual += o.count
					if best == nil || o.count > best.count {
						best = o
					}
				}
			}
		}
		try(byStart[string(w.letters[:halfStem])])
		for shift := -1; shift <= 1; shift++ {
			key := string(w.letters[halfStem+1+shift : min(len(w.letters), 2*halfStem+1+shift)])
			list := byMiddle[key]
			list = slices.DeleteFunc(slices.Clone(list[:min(len(list), most)]), func(o *longWord) bool {
				return slices.Equal(o.letters[:halfStem], w.letters[:halfStem])
			})
			try(list)
		}
		if best != nil && usual > 1 && !usualToo(w, best) {
			out = append(out, variant{w, best})
		}
	}
	slices.SortFunc(out, func(a, b variant) int { return cmp.Compare(a.odd.first.Start, b.odd.first.Start) })
	return out
}

// usualToo reports whether the spelling of the word stands elsewhere in another
// form, as far as some letters past the one in which it differs from the other:
// then both spellings are meant.
func usualToo(w, other *longWord) bool {
	return w.shared >= sameStart(w.letters, other.letters)+stemEnd
}

// share says of every word how far it begins as another does. In the order of the
// alphabet the word that has most in common with another stands next to it.
func share(words []*longWord) {
	sorted := slices.SortedFunc(slices.Values(words), func(a, b *longWord) int { return slices.Compare(a.letters, b.letters) })
	for i, w := range sorted[min(1, len(sorted)):] {
		before := sorted[i]
		n := sameStart(before.letters, w.letters)
		before.shared, w.shared = max(before.shared, n), n
	}
}

// sameStart returns the number of letters that both begin with.
func sameStart(a, b []rune) int {
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
	p := min(k, sameStart(a, b))
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
