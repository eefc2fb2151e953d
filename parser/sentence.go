package parser

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/steplint/steplint/parser/lang"
)

// Sentences yields the sentences of the span, in order, without the white
// space around them: every other character of the span lies in a sentence. A
// line break is white space like any other. Closing quotes and brackets belong
// to the sentence before them, a dialogue dash to the one after it.
//
// It is no wrapper of the Unicode sentence rules: they end a sentence at a line
// break, hold "Why? – Because!" for one, know no abbreviations, and the library
// that has them takes quadratic time on a stop before a long run of spaces.
func (d *Document) Sentences(s Span) iter.Seq[Span] {
	if len(d.marksIn(s)) > 0 {
		return d.plainly(s, (*Document).Sentences)
	}
	return func(yield func(Span) bool) {
		c := cutter{text: d.Src[:s.End], langs: lang.All}
		if d.Lang != nil {
			c.langs = []*lang.Lang{d.Lang}
		}
		for start := skipBlanks(c.text, s.Start); start < s.End; {
			end := c.sentence(start)
			if !yield(Span{start, end}) {
				return
			}
			start = skipBlanks(c.text, end)
		}
	}
}

// cutter finds the ends of sentences in text.
type cutter struct {
	text  string
	langs []*lang.Lang
	open  int // brackets that the sentence has opened and not closed
}

// stop is a run of full stops, question marks and the like, with the closing
// quotes and brackets after it.
type stop struct {
	start, end int
	mark       rune // '.', '…' (or more than one stop), '!' or '?'
	closed     bool // a quote or bracket closes after the mark
	bracket    bool // what closes is a bracket
}

// sentence returns the end of the sentence that starts at start.
func (c *cutter) sentence(start int) int {
	c.open = 0
	for i := start; i < len(c.text); i++ {
		switch c.text[i] {
		case '.', '!', '?':
		case '(':
			c.open++
			continue
		case ')':
			c.open--
			continue
		case "…"[0]:
			if !strings.HasPrefix(c.text[i:], "…") {
				continue
			}
		default:
			continue
		}
		st := c.stop(i)
		if c.ends(start, st) {
			return c.reference(st.end)
		}
		if st.bracket {
			c.open--
		}
		i = st.end - 1
	}
	return len(strings.TrimRightFunc(c.text, isBlank))
}

// stop returns the stop that starts at start. Of "(miksi?)." it is the last
// mark that counts.
func (c *cutter) stop(start int) stop {
	st := stop{start: start, end: start}
	for st.end < len(c.text) {
		r, size := utf8.DecodeRuneInString(c.text[st.end:])
		switch {
		case strings.ContainsRune(closers, r):
			st.closed = true
			st.bracket = st.bracket || strings.ContainsRune(")]}", r)
		case !strings.ContainsRune(".…!?", r):
			return st
		case st.closed:
			st = stop{start: st.end, end: st.end, mark: r}
		case st.mark == 0 || r == '!' || r == '?':
			st.mark = r
		case st.mark == '.':
			st.mark = '…'
		}
		st.end += size
	}
	return st
}

const (
	closers = `)]}"'”’»“¹²³` // a footnote number clings to its sentence, too
	openers = `([{"'”’»“„«‘‚`
	dashes  = "–—-−"
)

// ends reports whether the sentence from start ends with st.
func (c *cutter) ends(start int, st stop) bool {
	next := skipBlanks(c.text, st.end)
	if next == len(c.text) {
		return true
	}
	if next == st.end {
		return c.glued(st)
	}
	r, dash := c.lead(next)
	switch {
	case strings.ContainsRune(",;:-)]}", r): // '-' opens "-askel" and the like
		return false
	case st.mark == '…':
		return unicode.IsUpper(r)
	case unicode.IsLower(r):
		// "Mitä? miten?" asks twice, but »Mitä?» kysyi hän is one sentence and
		// so are "(kuka? miksi?)" and "Kahoot! ja muut".
		return st.mark == '?' && !st.closed && !dash && c.open <= 0
	case st.mark != '.':
		return true
	}
	return c.stopEnds(start, st, r)
}

// stopEnds is ends for a single full stop before r, which is no lower-case
// letter.
func (c *cutter) stopEnds(start int, st stop, r rune) bool {
	word := c.wordBefore(start, st.start)
	abbreviation, final := c.abbreviation(word)
	switch {
	case abbreviation || st.bracket && final:
		return false
	case isNumber(word):
		if len(word) == st.start-start { // "1. Avaa"
			return false
		}
		// "1.5. 2030" is a date, "vuonna 2030. 15 oppilasta" is not.
		return !unicode.IsDigit(r) || lastDigits(word) > 2
	case final:
		return !unicode.IsDigit(r)
	}
	if len(word) == st.start-start && strings.Trim(word, "IVXLC") == "" { // "IV. Arvioi"
		return false
	}
	letter, size := utf8.DecodeLastRuneInString(word)
	if before := word[:len(word)-size]; size == 0 || before != "" && !strings.HasSuffix(before, ".") {
		return true
	}
	// An initial ("A. Aalto", "E.U. Aalto") or "a. Avaa" is no end.
	return !unicode.IsUpper(letter) && len(word) < st.start-start
}

// reference returns the end of the source or footnote number in brackets that
// follows the end of a sentence, as in "Näin on. (Laki 1/2030, 5 §.) Toinen", or
// end when none follows.
func (c *cutter) reference(end int) int {
	const longest = 60 // bytes, of "(Förordning 12/2030, 3 kap. 14 §.)" and a little more
	next := skipBlanks(c.text, end)
	if next == len(c.text) || c.text[next] != '(' && c.text[next] != '[' {
		return end
	}
	inner := c.text[next+1 : min(next+longest, len(c.text))]
	n := strings.IndexAny(inner, "([)]\n")
	if n < 0 || inner[n] != ')' && inner[n] != ']' || !strings.ContainsAny(inner[:n], "0123456789") {
		return end
	}
	end = next + 1 + n + 1
	if end < len(c.text) && c.text[end] == '.' {
		end++
	}
	return end
}

// lead returns the first character from i on that is no opening quote or
// bracket and no dash, and whether there was a dash. A hyphen that clings to
// what follows is no dash.
func (c *cutter) lead(i int) (r rune, dash bool) {
	for i < len(c.text) {
		r, size := utf8.DecodeRuneInString(c.text[i:])
		switch {
		case strings.ContainsRune(openers, r):
			i += size
		case strings.ContainsRune(dashes, r):
			next := skipBlanks(c.text, i+size)
			if r == '-' && next == i+size {
				return r, dash
			}
			i, dash = next, true
		default:
			return r, dash
		}
	}
	return 0, dash
}

// glued reports whether a sentence ends with st although no white space
// follows: "näin.Sitten" has lost a space, "www.Kunta.fi" and "Node.js" have not.
func (c *cutter) glued(st stop) bool {
	word := c.wordBefore(0, st.start)
	if len(word) < 3 || st.closed || st.mark == '…' || !allLetters(word, unicode.IsLower) {
		return false
	}
	if abbreviation, final := c.abbreviation(word); abbreviation || final {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(c.text[:st.start-len(word)])
	if strings.ContainsRune("/@:=_&.", before) {
		return false
	}
	after := c.text[st.end:]
	if i := strings.IndexFunc(after, func(r rune) bool { return !unicode.IsLetter(r) }); i >= 0 {
		if after[i] != ' ' && after[i] != ',' {
			return false
		}
		after = after[:i]
	}
	first, size := utf8.DecodeRuneInString(after)
	return unicode.IsUpper(first) && allLetters(after[size:], unicode.IsLower)
}

// wordBefore returns the run of letters, digits and inner stops that ends at
// end, not beginning before start: "t.ex", "12.30", "Asia". Of a very long one,
// which is no abbreviation, it returns the tail: "a.a.a…" must not cost a look
// back over all of it at each stop.
func (c *cutter) wordBefore(start, end int) string {
	const longest = 32 // bytes
	i := end
	for i > start && end-i < longest {
		r, size := utf8.DecodeLastRuneInString(c.text[start:i])
		if r != '.' && r != ':' && !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			break
		}
		i -= size
	}
	return c.text[i:end]
}

// abbreviation reports whether the word before a stop is an abbreviation, and
// if so whether it is one that often ends its sentence.
func (c *cutter) abbreviation(word string) (abbreviation, final bool) {
	var buf [16]byte
	n := 0
	for _, r := range word {
		if n+utf8.UTFMax > len(buf) {
			return false, false
		}
		n += utf8.EncodeRune(buf[n:], unicode.ToLower(r))
	}
	for _, l := range c.langs {
		abbreviation = abbreviation || l.Abbreviations[string(buf[:n])]
		final = final || l.FinalAbbreviations[string(buf[:n])]
	}
	return abbreviation, final && !abbreviation
}

func isNumber(word string) bool {
	for i := range len(word) {
		if c := word[i]; (c < '0' || c > '9') && c != '.' && c != ':' {
			return false
		}
	}
	return word != ""
}

// lastDigits returns how many digits the word ends with.
func lastDigits(word string) int {
	return len(word) - len(strings.TrimRight(word, "0123456789"))
}

func allLetters(word string, is func(rune) bool) bool {
	return strings.IndexFunc(word, func(r rune) bool { return !is(r) }) < 0
}

// skipBlanks returns the offset of the first character from i on that is no blank.
func skipBlanks(text string, i int) int {
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		if !isBlank(r) {
			break
		}
		i += size
	}
	return i
}
