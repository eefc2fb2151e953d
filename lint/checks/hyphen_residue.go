package checks

import (
	"index/suffixarray"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/parser"
	"github.com/steplint/steplint/parser/lang"
)

// HyphenResidue finds what is left of a hyphen at the end of a printed line:
// "hand- ledning", or a soft hyphen inside a word.
var HyphenResidue = &lint.Check{
	Name:     "hyphen-residue",
	Severity: lint.Warning,
	Document: func(p *lint.Pass, d *parser.Document) {
		// Made for the first broken word: a text of nothing else is still read once.
		index := sync.OnceValue(func() *suffixarray.Index { return suffixarray.New([]byte(d.Src)) })
		stands := func(word string) bool { return len(index().Lookup([]byte(word), 1)) > 0 }
		for s := range d.Texts() {
			softHyphens(p, d, s)
			brokenWords(p, d, s, stands)
		}
	},
}

// softHyphens reports each word that holds soft hyphens.
func softHyphens(p *lint.Pass, d *parser.Document, s parser.Span) {
	const soft = "\u00AD"
	text := d.Plain(s)
	for i := 0; ; {
		n := strings.Index(text[i:], soft)
		if n < 0 {
			return
		}
		i += n
		start := i - len(lastLetters(text[:i]))
		end := i
		for strings.HasPrefix(text[end:], soft) {
			end += len(soft)
			end += len(firstLetters(text[end:]))
		}
		at := d.Source(s, parser.Span{Start: start, End: end})
		word := strings.ReplaceAll(text[start:end], soft, "")
		i = end
		p.Report(lint.Finding{
			File: d.File, Span: at,
			Msg:  lint.Msg{"a soft hyphen in “%s”", "näkymätön tavuviiva sanassa ”%s”", "ett mjukt bindestreck i ”%s”"},
			Args: []any{word},
			Fixes: []lint.Fix{{
				Title: lint.Msg{"remove it", "poista se", "ta bort det"},
				Edits: []lint.Edit{{File: d.File, Span: at, New: word}},
				Safe:  true,
			}},
		})
	}
}

// brokenWords reports a word that ends in a hyphen before a word in lower case
// that joins nothing: "ongelma- ja", "för- och" are suspended compounds. To join a
// word that stands in the document is safe.
func brokenWords(p *lint.Pass, d *parser.Document, s parser.Span, stands func(word string) bool) {
	text := d.Plain(s)
	for i := 0; ; {
		n := strings.IndexByte(text[i:], '-')
		if n < 0 {
			return
		}
		i += n + 1
		rest := strings.TrimLeft(text[i:], " \u00A0")
		if len(rest) == len(text)-i {
			continue
		}
		head, tail := lastLetters(text[:i-1]), firstLetters(rest)
		at := d.Source(s, parser.Span{Start: i - 1 - len(head), End: len(text) - len(rest) + len(tail)})
		if strings.HasPrefix(rest[len(tail):], "-") {
			continue // a series that lacks its comma: "perus- lukio- ja"
		}
		if !splits(head, tail) || suspended(text[:i-1-len(head)]) {
			continue
		}
		p.Report(lint.Finding{
			File: d.File, Span: at,
			Msg:  lint.Msg{"“%s- %s” looks like one word with a hyphen left over", "”%s- %s” näyttää yhdeltä sanalta, johon on jäänyt tavuviiva", "”%s- %s” ser ut som ett enda ord där ett bindestreck har blivit kvar"},
			Args: []any{head, tail},
			Fixes: []lint.Fix{{
				Title: lint.Msg{"join to “%s”", "yhdistä sanaksi ”%s”", "sätt ihop till ”%s”"},
				Args:  []any{head + tail},
				Edits: []lint.Edit{{File: d.File, Span: at, New: head + tail}},
				Safe:  stands(head + tail),
			}},
		})
	}
}

// splits reports whether head and tail can be the halves of one word.
func splits(head, tail string) bool {
	if len(head) < 2 || utf8.RuneCountInString(tail) < 2 {
		return false
	}
	if r, _ := utf8.DecodeRuneInString(tail); !unicode.IsLower(r) {
		return false
	}
	if r, _ := utf8.DecodeLastRuneInString(head); !unicode.IsLower(r) {
		return false
	}
	// A text may quote the other language, and a sentence left untranslated has
	// sound compounds too.
	for _, l := range lang.All {
		if l.Joiners[tail] {
			return false
		}
	}
	return true
}

// suspended reports whether the part before the broken word is one of a series
// whose last part follows: "perus-, lukio- toinen".
func suspended(before string) bool {
	before = strings.TrimRight(before, " ")
	return strings.HasSuffix(before, "-,") || strings.HasSuffix(before, "/")
}

// lastLetters returns the letters that end s.
func lastLetters(s string) string {
	i := strings.LastIndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })
	if i >= 0 {
		_, n := utf8.DecodeRuneInString(s[i:])
		i += n
	}
	return s[max(i, 0):]
}

// firstLetters returns the letters that start s.
func firstLetters(s string) string {
	if i := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) }); i >= 0 {
		return s[:i]
	}
	return s
}
