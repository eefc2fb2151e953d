package parser

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/steplint/steplint/parser/lang"
)

// levelWords are the words that name levels in the language at hand.
type levelWords struct {
	labels map[string]bool
	names  map[string]bool
}

func newLevelWords(l *lang.Lang, extra *Levels) levelWords {
	w := levelWords{map[string]bool{}, map[string]bool{}}
	langs := lang.All
	if l != nil {
		langs = []*lang.Lang{l}
	}
	for _, l := range langs {
		for _, s := range l.LevelLabels {
			w.labels[s] = true
		}
		for _, forms := range l.Grades {
			for s := range strings.FieldsSeq(forms) {
				w.names[s] = true
			}
		}
	}
	if extra != nil {
		for _, s := range extra.Labels {
			w.labels[s] = true
		}
		for _, s := range extra.Names {
			w.names[s] = true
		}
	}
	return w
}

// headWord is a word of what may be a header, with the line it stands on.
type headWord struct {
	Span
	text string
	line int
}

// lower returns the word in lower case, in the normal form of the level names.
func (w *headWord) lower() string { return norm.NFC.String(strings.ToLower(w.text)) }

// A header's words and lines are few; beyond these it is none.
const maxHeaderLines, maxHeaderWords, maxHeaderLine, longestLabel = 40, 80, 240, 8

// readLevels reads the header of a level table from the lines i to end of a
// chunk and returns its levels and the number of lines it takes, or nothing.
// The levels stand on one line, one a line, or broken over many lines.
func (r *textReader) readLevels(i, end int) ([]Level, int) {
	first := &r.lines[i]
	if first.marker.size > 0 || first.text.Len() > maxHeaderLine || !r.mayHead(r.str(first.text)) {
		return nil, 0
	}
	// Most lines that may be one are told by their first words to be none.
	if first := r.headWords(i, end, longestLabel); len(first) == 0 || !r.levels.names[first[0].lower()] && !slices.ContainsFunc(first, func(w headWord) bool {
		return strings.ContainsAny(w.text, digits)
	}) {
		return nil, 0
	}
	words := r.headWords(i, end, maxHeaderWords)
	readers := []func(*textReader, []headWord) ([]Level, int){readLabelled, readGraded}
	if i == 0 || r.lines[i-1].blank() {
		readers = append(readers, readNumbered)
	}
	for _, read := range readers {
		if levels, n := read(r, words); len(levels) >= 2 {
			return levels, words[n-1].line - i + 1
		}
	}
	return nil, 0
}

// mayHead tells cheaply whether the line can open a header: it starts in a word
// that names levels, or it holds a digit.
func (r *textReader) mayHead(s string) bool {
	word, _, _ := strings.Cut(s, " ")
	word = norm.NFC.String(strings.ToLower(strings.TrimRight(word, "0123456789)")))
	return r.levels.labels[word] || r.levels.names[word] || strings.ContainsAny(s, "0123456789") || runes(s) <= 40
}

// headWords returns so many words from line i on, and the rest of the last one's
// line.
func (r *textReader) headWords(i, end, most int) []headWord {
	var words []headWord
	for last := min(end, i+maxHeaderLines); i < last && len(words) < most; i++ {
		s := r.lines[i].text
		if s.Len() > maxHeaderLine {
			break
		}
		for s.Start < s.End {
			rest := r.str(s)
			n := strings.IndexFunc(rest, isBlank)
			if n < 0 {
				n = len(rest)
			}
			if n > 0 {
				words = append(words, headWord{Span{s.Start, s.Start + n}, rest[:n], i})
			}
			s.Start += n
			s = trim(r.doc.Src, s)
		}
	}
	return words
}

// labelAt reads "Taso 1)", "Taso1)", "Nivå 2:" at word k and returns its number
// and the words it takes, 0 when there is none.
func (r *textReader) labelAt(words []headWord, k int) (number, size int) {
	w := words[k].lower()
	if d := strings.IndexAny(w, "0123456789"); d > 0 {
		if n, ok := levelNumber(w[d:]); ok && r.levels.labels[w[:d]] {
			return n, 1
		}
		return 0, 0
	}
	if !r.levels.labels[w] || k+1 == len(words) {
		return 0, 0
	}
	if n, ok := levelNumber(words[k+1].lower()); ok {
		return n, 2
	}
	return 0, 0
}

// levelNumber reads "1", "1)", "1.", "1:" and "1).".
func levelNumber(s string) (int, bool) {
	s = strings.TrimRight(s, ").:")
	if len(s) == 0 || len(s) > 2 {
		return 0, false
	}
	n := 0
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = 10*n + int(s[i]-'0')
	}
	return n, true
}

// readLabelled reads a header in which a label with a number stands before each
// name. The last name ends with its line; a broken header goes on in lower case.
func readLabelled(r *textReader, words []headWord) ([]Level, int) {
	if _, n := r.labelAt(words, 0); n == 0 {
		return nil, 0
	}
	var levels []Level
	k, broken := 0, false
	for k < len(words) {
		number, n := r.labelAt(words, k)
		if n == 0 {
			break
		}
		next := nextLabel(r, words, k+n)
		if next < 0 {
			next = r.lastName(words, k+n, broken)
		} else if words[next-1].line > words[k].line {
			broken = true
		}
		levels = append(levels, newLevel(words[k:k+n], words[k+n:next], number))
		k = next
	}
	return levels, k
}

// nextLabel returns the word at which the next label starts, or -1 when none
// follows within a name's length.
func nextLabel(r *textReader, words []headWord, k int) int {
	const longest = 14
	for i := k; i < len(words) && i <= k+longest; i++ {
		if _, n := r.labelAt(words, i); n > 0 {
			return i
		}
		if i > k && words[i].line != words[i-1].line && endsSentence(words[i-1].text) {
			return -1
		}
	}
	return -1
}

// lastName returns the end of the last level's name, which starts at word k:
// the rest of its label's line, or the next line when the label has that line
// for itself, and the short lines that go on in lower case.
func (r *textReader) lastName(words []headWord, k int, broken bool) int {
	if k == len(words) {
		return k
	}
	end := endOfLine(words, k)
	if words[k].line != words[k-1].line && (endsSentence(words[end-1].text) || end-k > 8) {
		return k
	}
	for end < len(words) {
		next := endOfLine(words, end)
		if next-end > 3 || !startsLower(words[end].text) || endsSentence(words[next-1].text) {
			break
		}
		// In a header that is whole so far, only a leftover before the first cell.
		if !broken && (next-end > 1 || next == len(words) || startsLower(words[next].text)) {
			break
		}
		end = next
	}
	return end
}

func endOfLine(words []headWord, k int) int {
	for i := k; i < len(words); i++ {
		if words[i].line != words[k].line {
			return i
		}
	}
	return len(words)
}

// readGraded reads a header of grade names, each with or without a code:
// "Tyydyttävä T1 Hyvä H2 Kiitettävä K3".
func readGraded(r *textReader, words []headWord) ([]Level, int) {
	var levels []Level
	k := 0
	for k < len(words) && r.levels.names[words[k].lower()] {
		n, number := 1, 0
		if k+1 < len(words) {
			if code, ok := levelCode(words[k+1].text); ok {
				n, number = 2, code
			}
		}
		levels = append(levels, newLevel(words[k+1:k+n], words[k:k+1], number))
		k += n
	}
	if k > 0 && k < len(words) && words[k].line == words[k-1].line {
		return nil, 0
	}
	return levels, k
}

// levelCode reads "3" and "K3".
func levelCode(s string) (int, bool) {
	r, n := utf8.DecodeRuneInString(s)
	if unicode.IsUpper(r) {
		s = s[n:]
	}
	return levelNumber(s)
}

// readNumbered reads a header in which the same words stand before rising
// numbers: "Osaaminen arvosanalle 5 Osaaminen arvosanalle 7".
func readNumbered(_ *textReader, words []headWord) ([]Level, int) {
	size := slices.IndexFunc(words[:min(len(words), longestLabel)], func(w headWord) bool {
		_, ok := levelNumber(w.lower())
		return ok
	})
	if size < 1 || !unicode.IsUpper(firstRune(words[0].text)) {
		return nil, 0
	}
	var levels []Level
	k := 0
	for k+size < len(words) && sameWords(words[:size], words[k:k+size]) {
		number, ok := levelNumber(words[k+size].lower())
		if !ok {
			break
		}
		levels = append(levels, newLevel(words[k+size:k+size+1], words[k:k+size], number))
		k += size + 1
	}
	if k < len(words) && k > 0 && words[k].line == words[k-1].line {
		return nil, 0
	}
	return levels, k
}

func sameWords(a, b []headWord) bool {
	return slices.EqualFunc(a, b, func(x, y headWord) bool { return x.lower() == y.lower() })
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// newLevel returns the level of these words; either may be none.
func newLevel(label, name []headWord, number int) Level {
	l := Level{Number: number, Label: spanOf(label), Name: spanOf(name)}
	switch {
	case len(label) == 0:
		l.Span = l.Name
	case len(name) == 0:
		l.Span = l.Label
	default:
		l.Span = Span{min(l.Label.Start, l.Name.Start), max(l.Label.End, l.Name.End)}
	}
	return l
}

func spanOf(words []headWord) Span {
	if len(words) == 0 {
		return Span{}
	}
	return Span{words[0].Start, words[len(words)-1].End}
}
