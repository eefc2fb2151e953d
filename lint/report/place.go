package report

import (
	"strings"
	"unicode/utf8"

	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/parser"
)

// region is a place in a file: lines and columns count from 1, columns are code
// points, a byte order mark not counted; the end is exclusive.
type region struct {
	StartLine   int `json:"startLine"`
	StartColumn int `json:"startColumn"`
	EndLine     int `json:"endLine"`
	EndColumn   int `json:"endColumn"`
}

// regionOf returns the place of the span, whose ends lie on code points.
func regionOf(f *parser.File, s parser.Span) region {
	a, b := f.Position(s.Start), f.Position(s.End)
	return region{a.Line, a.Column, b.Line, b.Column}
}

// shown returns the span for consumers that can neither show a place without
// width nor should highlight the line end: cut before the line ends it ends
// with, and at least one character wide unless the file is empty.
func shown(f *parser.File, s parser.Span) parser.Span {
	first := f.Line(1).Start // after a byte order mark, which has no place
	s = parser.Span{Start: max(s.Start, first), End: max(s.End, first)}
	if end := s.Start + len(strings.TrimRight(f.Text(s), "\r\n")); end > s.Start {
		return parser.Span{Start: s.Start, End: end}
	}
	if !s.Empty() {
		return s
	}
	before, after := f.Src[first:s.Start], f.Src[s.Start:]
	atEnd := after == "" || after[0] == '\n' || after[0] == '\r'
	if atEnd && before != "" && (after == "" || before[len(before)-1] != '\n') {
		_, n := utf8.DecodeLastRuneInString(before)
		return parser.Span{Start: s.Start - n, End: s.Start}
	}
	_, n := utf8.DecodeRuneInString(after)
	return parser.Span{Start: s.Start, End: s.Start + n}
}

// fileEdits are the edits of one fix in one file.
type fileEdits struct {
	file  *parser.File
	edits []lint.Edit
}

// byFile groups a fix's edits by file, files and edits in their order.
func byFile(edits []lint.Edit) []fileEdits {
	var groups []fileEdits
next:
	for _, e := range edits {
		for i := range groups {
			if groups[i].file == e.File {
				groups[i].edits = append(groups[i].edits, e)
				continue next
			}
		}
		groups = append(groups, fileEdits{e.File, []lint.Edit{e}})
	}
	return groups
}
