package parser

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/steplint/steplint/parser/lang"
)

// line is one line of a text, seen by the starters.
type line struct {
	Span         // without the line end
	text    Span // without white space at either end; empty on a blank line
	indent  int  // code points before the text
	marker  marker
	body    Span // text without marker and the white space behind it
	bodyCol int  // code points before the body
}

func (l *line) blank() bool { return l.text.Empty() }

// textReader reads plain text. The lines of a chunk, that is between blank
// lines, belong together.
type textReader struct {
	doc     *Document
	lines   []line
	next    int  // the line to read
	wrapped bool // long lines are broken by hand, so that a line may go on on the next
	levels  levelWords
	ends    []int // by line: the end (exclusive) of its chunk, itself when blank
	marked  []int // by line: the first line from it on that has a marker
}

// A starter reads the block that starts at the next line and adds it to the
// document, or returns false and leaves everything as it is.
type starter func(*textReader) bool

// starters in order: the first that takes a line has it. A paragraph takes
// anything.
var starters = []starter{
	startTable,
	startList,
	startHeading,
	startParagraph,
}

// readText fills the document's blocks from its source.
func readText(d *Document, levels *Levels) {
	d.hideComments(findComments(d.File, false))
	if d.Lang == nil {
		d.Lang = lang.Detect(d.Plain(Span{0, len(d.Src)}))
	}
	r := &textReader{doc: d, levels: newLevelWords(d.Lang, levels)}
	r.lines = make([]line, 0, d.LineCount())
	comments := d.Comments
	for n := 1; n <= d.LineCount(); n++ {
		s := d.Line(n)
		if len(comments) > 0 && s.Contains(comments[0]) {
			comments = comments[1:]
			continue
		}
		r.lines = append(r.lines, readLine(d.Src, s))
	}
	r.index()
	r.wrapped = isWrapped(d.File, r.lines)
	for r.next < len(r.lines) {
		if r.lines[r.next].blank() {
			r.next++
			continue
		}
		for _, start := range starters {
			if start(r) {
				break
			}
		}
	}
	markLeadIns(d)
}

func readLine(src string, s Span) line {
	l := line{Span: s, text: trim(src, s)}
	if l.blank() {
		return l
	}
	l.indent = runes(src[s.Start:l.text.Start])
	l.marker = readMarker(src[l.text.Start:l.text.End])
	l.body, l.bodyCol = l.text, l.indent
	if n := l.marker.size; n > 0 {
		l.body = trim(src, Span{l.text.Start + n, l.text.End})
		l.bodyCol = runes(src[s.Start:l.body.Start])
	}
	return l
}

// isBlank reports whether r shows nothing: white space, control characters and the
// zero-width characters that word processors leave behind.
func isBlank(r rune) bool {
	return unicode.IsSpace(r) || unicode.IsControl(r) || r == '\u200B' || r == '\u2060' || r == '\uFEFF'
}

// trim returns the span without blanks at either end, empty at its end when
// there is nothing else.
func trim(src string, s Span) Span {
	for s.Start < s.End {
		r, n := utf8.DecodeRuneInString(src[s.Start:s.End])
		if !isBlank(r) {
			break
		}
		s.Start += n
	}
	for s.End > s.Start {
		r, n := utf8.DecodeLastRuneInString(src[s.Start:s.End])
		if !isBlank(r) {
			break
		}
		s.End -= n
	}
	return s
}

// Line lengths in code points between which a text can be wrapped by hand.
const minWrap, maxWrap = 30, 110

// isWrapped reports whether the lines of a paragraph were broken by hand: no
// line is longer than a page is wide, and most lines that go on on the next one
// are about as long as the longest.
func isWrapped(f *File, lines []line) bool {
	widest := 0
	length := make([]int, len(lines))
	for i, l := range lines {
		length[i] = runes(f.Text(Span{l.Start, l.text.End}))
		if length[i] > maxWrap {
			return false
		}
		widest = max(widest, length[i])
	}
	if widest < minWrap {
		return false
	}
	joints, full := 0, 0
	for i := 0; i+1 < len(lines); i++ {
		if lines[i].blank() || lines[i+1].blank() || lines[i+1].marker.size > 0 {
			continue
		}
		joints++
		if length[i]*5 >= widest*4 {
			full++
		}
	}
	return full >= 3 && full*2 > joints
}

// index notes for each line where its chunk ends and where the next marker is.
func (r *textReader) index() {
	n := len(r.lines)
	r.ends, r.marked = make([]int, n+1), make([]int, n+1)
	r.ends[n], r.marked[n] = n, n
	for i := n - 1; i >= 0; i-- {
		r.ends[i], r.marked[i] = i, r.marked[i+1]
		if !r.lines[i].blank() {
			r.ends[i] = max(i+1, r.ends[i+1])
		}
		if r.lines[i].marker.size > 0 {
			r.marked[i] = i
		}
	}
}

// chunk returns the end (exclusive) of the run of lines without a blank line
// that starts at line i.
func (r *textReader) chunk(i int) int { return r.ends[i] }

// hasMarker reports whether one of the lines i to end has a marker.
func (r *textReader) hasMarker(i, end int) bool { return r.marked[min(i, end)] < end }

// skipBlank returns the first line from i on that is not blank.
func (r *textReader) skipBlank(i int) int {
	for i < len(r.lines) && r.lines[i].blank() {
		i++
	}
	return i
}

func (r *textReader) str(s Span) string { return r.doc.Src[s.Start:s.End] }

func (r *textReader) add(b Block) { r.doc.Blocks = append(r.doc.Blocks, b) }

// endsSentence reports whether the text ends in a mark that closes or
// continues a sentence, quotes and brackets after it not counted.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, "\"'”’»)]")
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".!?:;,…", r)
}

// startsLower reports whether the first letter or digit of the text is a
// lower-case letter.
func startsLower(s string) bool {
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.IsLower(r)
		}
	}
	return false
}

// startsAcronym reports whether the text starts with two capitals, so that its
// first letter tells nothing: "CNC-koneella työskentely".
func startsAcronym(s string) bool {
	first, n := utf8.DecodeRuneInString(s)
	second, _ := utf8.DecodeRuneInString(s[n:])
	return unicode.IsUpper(first) && unicode.IsUpper(second)
}
