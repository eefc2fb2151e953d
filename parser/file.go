// Package parser turns the bytes of one step document into a Document: its
// headings, paragraphs, lists and level tables, each with its exact place.
//
// The parser describes and never judges: a list item that lost its bullet is an
// Item without a marker, a table row with too few cells is a Row with too few
// cells. Parse fails only on bytes that are not the claimed format.
package parser

import (
	"fmt"
	"sort"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/steplint/steplint/parser/lang"
)

// File is the source of one document: its name as the user gave it and its
// text as it stands on disk (or as decoded, for UTF-16).
type File struct {
	Name, Src string
	lines     []int // byte offset of the start of each line

	pointsOnce sync.Once
	points     []waypoint
}

// NewFile returns the file of that name and text, with its lines indexed. A line
// ends after "\n", "\r\n" or a "\r" alone.
func NewFile(name, src string) *File {
	f := &File{Name: name, Src: src, lines: make([]int, 1, 1+strings.Count(src, "\n"))}
	marks := "\n"
	if strings.IndexByte(src, '\r') >= 0 {
		marks = "\r\n"
	}
	for i := 0; i < len(src); i++ {
		k := strings.IndexAny(src[i:], marks)
		if k < 0 {
			break
		}
		i += k
		if src[i] == '\r' && i+1 < len(src) && src[i+1] == '\n' {
			i++
		}
		f.lines = append(f.lines, i+1)
	}
	return f
}

// Span is a half-open range of bytes of File.Src.
type Span struct{ Start, End int }

// Len returns the length of the span in bytes.
func (s Span) Len() int { return s.End - s.Start }

// Empty reports whether the span holds no byte.
func (s Span) Empty() bool { return s.End <= s.Start }

// Contains reports whether t lies within s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Overlaps reports whether s and t share at least one byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// Position is a place in a file for people and reports. All counts start at 1;
// Column counts code points, Column16 UTF-16 code units and Column8 bytes of
// UTF-8, all from the start of the line, a byte order mark not counted.
type Position struct{ Line, Column, Column16, Column8 int }

// Text returns the source text of the span.
func (f *File) Text(s Span) string { return f.Src[s.Start:s.End] }

// LineCount returns the number of lines; a final newline starts no further line
// unless the file is empty.
func (f *File) LineCount() int {
	n := len(f.lines)
	if n > 1 && f.lines[n-1] == len(f.Src) {
		n--
	}
	return n
}

// Line returns the span of line n (from 1) without its line end.
func (f *File) Line(n int) Span {
	start, end := f.lines[n-1], len(f.Src)
	if n < len(f.lines) {
		end = f.lines[n] - 1
		if end > start && f.Src[end] == '\n' && f.Src[end-1] == '\r' {
			end--
		}
	}
	if n == 1 && strings.HasPrefix(f.Src, bom) {
		start = len(bom)
	}
	return Span{start, max(start, end)}
}

// LineOf returns the number (from 1) of the line that holds the byte offset.
func (f *File) LineOf(offset int) int {
	return sort.Search(len(f.lines), func(i int) bool { return f.lines[i] > offset })
}

// Position returns the place of a byte offset, which must lie on a code point
// boundary between 0 and len(Src). It costs the same in a line of a megabyte as in a
// short one.
func (f *File) Position(offset int) Position {
	n := f.LineOf(offset)
	start := f.lines[n-1]
	if n == 1 && strings.HasPrefix(f.Src, bom) && offset >= len(bom) {
		start = len(bom)
	}
	to, from := f.units(offset), f.units(start)
	return Position{Line: n, Column: 1 + to.runes - from.runes, Column16: 1 + to.units16 - from.units16, Column8: 1 + offset - start}
}

// waypoint says how many code points and UTF-16 units stand before an offset.
type waypoint struct{ offset, runes, units16 int }

const stride = 1024 // bytes between two waypoints, at least

// units counts what stands before the offset, from the last waypoint on.
func (f *File) units(offset int) waypoint {
	f.pointsOnce.Do(func() {
		f.points = make([]waypoint, 1, 1+len(f.Src)/stride)
		for p := f.points[0]; p.offset < len(f.Src); {
			p = p.to(f.Src, min(p.offset+stride, len(f.Src)))
			f.points = append(f.points, p)
		}
	})
	i := sort.Search(len(f.points), func(i int) bool { return f.points[i].offset > offset }) - 1
	return f.points[i].to(f.Src, offset)
}

// to returns the waypoint at the offset, or at the end of the code point there.
func (p waypoint) to(src string, offset int) waypoint {
	for p.offset < offset {
		r, size := utf8.DecodeRuneInString(src[p.offset:])
		p.offset += size
		p.runes++
		p.units16++
		if r > 0xFFFF {
			p.units16++
		}
	}
	return p
}

// Error says where the bytes of a file are not what they should be.
type Error struct {
	Name         string
	Line, Column int
	What         lang.Msg
}

// Error returns file:line:col: what, in English.
func (e *Error) Error() string { return e.In("en") }

// In returns file:line:col: what, in the language "en", "fi" or "sv".
func (e *Error) In(code string) string {
	return fmt.Sprintf("%s:%d:%d: %s", e.Name, e.Line, e.Column, e.What.In(code))
}

const bom = "\uFEFF"

// runes returns the number of code points of s.
func runes(s string) int { return utf8.RuneCountInString(s) }
