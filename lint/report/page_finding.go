package report

import (
	"sort"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/parser"
)

// pageFinding is a finding as the page shows it. Texts are in the order of
// pageLanguages.
type pageFinding struct {
	Key      string        `json:"k"`
	Check    string        `json:"c"`
	Severity lint.Severity `json:"s"`
	Unit     string        `json:"u,omitempty"` // for those who read a decision without the page
	Text     [3]string     `json:"m"`
	pagePlace
	Related []pageRelated `json:"r,omitempty"`
	Fixes   []pageFix     `json:"x,omitempty"`
}

// pagePlace is where something stands.
type pagePlace struct {
	File  string     `json:"f"`
	Place string     `json:"p"`           // line:column
	Marks []pageMark `json:"w,omitempty"` // what to mark, by leaf
	// Side and Leaf are the leaf beside which it is told.
	Side int `json:"a"`
	Leaf int `json:"b"` // -1 for none
}

// pageMark is a stretch of a leaf's text: side, leaf, start and end in UTF-16 code units.
type pageMark [4]int

type pageRelated struct {
	Text [3]string `json:"m"`
	pagePlace
}

// pageFix is an alternative to repair a finding.
type pageFix struct {
	Title [3]string   `json:"t"`
	Safe  bool        `json:"s,omitempty"`
	Parts []pageStrip `json:"d"`
}

// pageStrip is a stretch of what a fix changes.
type pageStrip struct {
	Op   int    `json:"o"` // 0 stays, 1 goes, 2 comes
	Text string `json:"x"`
}

// pageLanguages are the languages in which the page can be read.
var pageLanguages = [3]string{"en", "fi", "sv"}

// inAll returns a text in all languages of the page.
func inAll(text func(lang string) string) (out [3]string) {
	for i, l := range pageLanguages {
		out[i] = plain(text(l))
	}
	return out
}

// pageFindings returns the findings in the documents, of which one may be nil.
func pageFindings(docs []*parser.Document, found []lint.Finding) []pageFinding {
	m := marker{docs: docs}
	for side, d := range docs {
		if d == nil {
			continue
		}
		m.cursors[side].doc = d
		for u, unit := range d.Units() {
			if unit.Leaf() {
				m.leaves[side] = append(m.leaves[side], u)
			}
		}
	}
	out := make([]pageFinding, 0, len(found))
	for i := range found {
		f := &found[i]
		p := pageFinding{
			Key: f.Key(), Check: f.Check.Name, Severity: severity(f), Unit: shownText(clipped(f.Unit, 120)),
			Text: inAll(f.Text), pagePlace: m.place(f.File, f.Span),
		}
		for _, r := range f.Related {
			p.Related = append(p.Related, pageRelated{inAll(r.Text), m.place(r.File, r.Span)})
		}
		for _, fix := range f.Fixes {
			p.Fixes = append(p.Fixes, pageFix{inAll(fix.Text), fix.Safe, strips(fix.Edits)})
		}
		out = append(out, p)
	}
	return out
}

// marker finds the leaves in which something stands.
type marker struct {
	docs    []*parser.Document
	leaves  [2][]int
	cursors [2]cursor
}

// mostMarks is how many leaves of one place are marked: more of them help nobody.
const mostMarks = 100

func (m *marker) place(f *parser.File, s parser.Span) pagePlace {
	s = shown(f, s)
	at := regionOf(f, s)
	p := pagePlace{File: plain(f.Name), Place: strconv.Itoa(at.StartLine) + ":" + strconv.Itoa(at.StartColumn), Leaf: -1}
	for side, d := range m.docs {
		if d == nil || d.File != f {
			continue
		}
		p.Side = side
		units, leaves := d.Units(), m.leaves[side]
		i := sort.Search(len(leaves), func(i int) bool { return units[leaves[i]].End > s.Start })
		if i == len(leaves) {
			i--
		}
		if i < 0 {
			return p
		}
		p.Leaf = leaves[i]
		for ; i < len(leaves) && units[leaves[i]].Text.Start < s.End && len(p.Marks) < mostMarks; i++ {
			text := units[leaves[i]].Text
			from, to := max(s.Start, text.Start), min(s.End, text.End)
			if from < to {
				c := &m.cursors[side]
				c.seek(leaves[i])
				a := c.at(from)
				b := a + utf16Len(d.Plain(parser.Span{Start: from, End: to}))
				// A place within an entity is no place in the text that is shown.
				p.Marks = append(p.Marks, pageMark{side, leaves[i], min(a, c.length), min(b, c.length)})
			}
		}
	}
	return p
}

// cursor counts the UTF-16 code units of a unit's plain text before an offset of the
// source. Going on from the last offset costs no more than what is between.
type cursor struct {
	doc    *parser.Document
	unit   int
	offset int
	units  int
	length int // of the unit's whole text
}

func (c *cursor) seek(unit int) {
	if c.unit != unit || c.length == 0 {
		c.unit, c.offset, c.units = unit, 0, 0
		c.length = utf16Len(c.doc.Plain(c.doc.Units()[unit].Text))
	}
}

func (c *cursor) at(offset int) int {
	start := c.doc.Units()[c.unit].Text.Start
	if c.offset < start || c.offset > offset {
		c.offset, c.units = start, 0
	}
	c.units += utf16Len(c.doc.Plain(parser.Span{Start: c.offset, End: offset}))
	c.offset = offset
	return c.units
}

// utf16Len returns the number of UTF-16 code units of what shownText makes of s.
func utf16Len(s string) int {
	n := 0
	for _, r := range s {
		n += max(1, utf16.RuneLen(r)) // -1 for what is no code point: shown as U+FFFD
	}
	return n
}

// shownText returns the text with what a page must not hold or would not show in
// the place where it stands: line ends become blanks, controls of the terminal
// and of the writing direction U+FFFD. It keeps the number of UTF-16 code units.
func shownText(s string) string {
	if strings.IndexFunc(s, hidden) < 0 && utf8.ValidString(s) {
		return s
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n', r == '\r', r == '\t':
			return ' '
		case hidden(r):
			return utf8.RuneError
		}
		return r
	}, s)
}

func hidden(r rune) bool {
	return r < ' ' || 0x7F <= r && r < 0xA0 || 0x202A <= r && r <= 0x202E || 0x2066 <= r && r <= 0x2069 || r == 0x200E || r == 0x200F
}

// stripContext is how many bytes of a text around an edit are shown.
const stripContext = 60

// strips returns what the edits change, with the text around them.
func strips(edits []lint.Edit) []pageStrip {
	var out []pageStrip
	for _, group := range byFile(edits) {
		src := group.file.Src
		at := -1 // the end of what is shown of the file
		for i, e := range group.edits {
			from := max(e.Span.Start-stripContext, strings.LastIndexByte(src[:e.Span.Start], '\n')+1)
			if from <= at {
				from = at
			} else if i > 0 || len(out) > 0 {
				out = append(out, pageStrip{0, " … "})
			}
			out = appendStrip(out, 0, lead(src, from, e.Span.Start))
			out = appendStrip(out, 1, src[e.Span.Start:e.Span.End])
			out = appendStrip(out, 2, e.New)
			at = min(e.Span.End+stripContext, len(src))
			if n := strings.IndexByte(src[e.Span.End:at], '\n'); n >= 0 {
				at = e.Span.End + n
			}
			if i+1 < len(group.edits) {
				at = max(e.Span.End, min(at, group.edits[i+1].Span.Start))
			}
			out = appendStrip(out, 0, trail(src, e.Span.End, at))
		}
	}
	return out
}

// lead returns src[from:to], from the next word on if it begins within a line.
func lead(src string, from, to int) string {
	s := whole(src, from, to)
	if from == 0 || src[from-1] == '\n' {
		return s
	}
	if _, rest, ok := strings.Cut(s, " "); ok {
		return "…" + rest
	}
	return s
}

// trail returns src[from:to], up to the last word if it ends within a line.
func trail(src string, from, to int) string {
	s := whole(src, from, to)
	if to == len(src) || src[to] == '\n' || src[to] == '\r' {
		return s
	}
	if n := strings.LastIndexByte(s, ' '); n >= 0 {
		return s[:n] + "…"
	}
	return s
}

// mostStrip is how much of a text that goes or comes is shown.
const mostStrip = 400

func appendStrip(out []pageStrip, op int, text string) []pageStrip {
	if text == "" {
		return out
	}
	return append(out, pageStrip{op, clipped(shownText(strings.ReplaceAll(text, "\n", "⏎")), mostStrip)})
}

// whole returns src[from:to] without the parts of code points at its ends.
func whole(src string, from, to int) string {
	for from < to && !utf8.RuneStart(src[from]) {
		from++
	}
	for to > from && to < len(src) && !utf8.RuneStart(src[to]) {
		to--
	}
	return src[from:to]
}

// clipped returns at most about n bytes of the text.
func clipped(s string, n int) string {
	if len(s) <= n {
		return s
	}
	return whole(s, 0, n) + "…"
}
