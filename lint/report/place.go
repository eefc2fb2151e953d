package report

import (
	"sort"
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

// places turns byte spans into regions. It remembers the number of code points
// at every step of a file, so that a place costs the same in a line of a
// megabyte as in a short one; File.Position counts from the start of the line.
type places map[*parser.File][]waypoint

type waypoint struct{ offset, runes int }

const stride = 1024 // bytes between two waypoints, at least

// region returns the place of the span, whose ends lie on code points.
func (p places) region(f *parser.File, s parser.Span) region {
	var r region
	r.StartLine, r.StartColumn = p.at(f, s.Start)
	r.EndLine, r.EndColumn = p.at(f, s.End)
	return r
}

// at returns line and column of the offset, as File.Position does.
func (p places) at(f *parser.File, offset int) (line, column int) {
	line = f.LineOf(offset)
	start := f.Line(line).Start
	// Within a byte order mark there is no column but the first.
	return line, 1 + max(0, p.runes(f, offset)-p.runes(f, start))
}

// runes returns the number of code points of f before the offset.
func (p places) runes(f *parser.File, offset int) int {
	points, ok := p[f]
	if !ok {
		points = waypoints(f.Src)
		p[f] = points
	}
	i := sort.Search(len(points), func(i int) bool { return points[i].offset > offset }) - 1
	return points[i].runes + utf8.RuneCountInString(f.Src[points[i].offset:offset])
}

func waypoints(src string) []waypoint {
	points := make([]waypoint, 1, 1+len(src)/stride)
	n := 0
	for i := range src {
		if i-points[len(points)-1].offset >= stride {
			points = append(points, waypoint{i, n})
		}
		n++
	}
	return points
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
