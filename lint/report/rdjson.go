package report

import (
	"bufio"
	"io"
	"slices"
	"strings"

	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/parser"
)

// RDJSON writes the findings in the Reviewdog Diagnostic Format, a DiagnosticResult.
// Columns count bytes of UTF-8 from 1, ends are exclusive. reviewdog cuts the line
// as it stands in the file, so here a byte order mark counts. A fix is a suggestion
// where it changes lines of the finding and no others: reviewers see it on those.
func RDJSON(w io.Writer, r *Run) error {
	b := bufio.NewWriter(w)
	lang := r.lang()
	b.WriteString(`{"source":{"name":"steplint"},"diagnostics":[` + "\n")
	err := writeElements(b, len(r.Findings), func(i int) any {
		f := &r.Findings[i]
		d := rdDiagnostic{
			Message:  plain(orElse(f.Text(lang), f.Check.Name)),
			Location: rdPlace(f.File, shown(f.File, f.Span)),
			Severity: rdSeverities[severity(f)],
			Code:     rdCode{f.Check.Name},
		}
		for _, rel := range f.Related {
			d.Related = append(d.Related, rdRelated{plain(rel.Text(lang)), rdPlace(rel.File, shown(rel.File, rel.Span))})
		}
		for _, fix := range f.Fixes {
			if s, ok := suggestion(f, fix.Edits); ok {
				d.Suggestions = append(d.Suggestions, s)
			}
		}
		return d
	})
	if err != nil {
		return err
	}
	b.WriteString("]}\n")
	return b.Flush()
}

var rdSeverities = map[lint.Severity]string{lint.Error: "ERROR", lint.Warning: "WARNING", lint.Info: "INFO"}

type rdDiagnostic struct {
	Message     string         `json:"message"`
	Location    rdLocation     `json:"location"`
	Severity    string         `json:"severity"`
	Code        rdCode         `json:"code"`
	Suggestions []rdSuggestion `json:"suggestions,omitempty"`
	Related     []rdRelated    `json:"related_locations,omitempty"`
}

type rdCode struct {
	Value string `json:"value"`
}

type rdRelated struct {
	Message  string     `json:"message,omitempty"`
	Location rdLocation `json:"location"`
}

type rdLocation struct {
	Path  string  `json:"path"`
	Range rdRange `json:"range"`
}

type rdRange struct {
	Start rdPosition `json:"start"`
	End   rdPosition `json:"end"`
}

type rdPosition struct {
	Line   int `json:"line"`
	Column int `json:"column"`
}

type rdSuggestion struct {
	Range rdRange `json:"range"`
	Text  string  `json:"text"`
}

func rdPlace(f *parser.File, s parser.Span) rdLocation { return rdLocation{f.Name, rdRangeOf(f, s)} }

func rdRangeOf(f *parser.File, s parser.Span) rdRange {
	return rdRange{rdPositionOf(f, s.Start), rdPositionOf(f, s.End)}
}

func rdPositionOf(f *parser.File, offset int) rdPosition {
	p := f.Position(offset)
	if mark := len(bom); p.Line == 1 && offset >= mark && strings.HasPrefix(f.Src, bom) {
		p.Column8 += mark
	}
	return rdPosition{p.Line, p.Column8}
}

const bom = "\uFEFF"

// suggestion returns the edits of a fix as one, which spans the lines of the
// finding; false when they change anything else.
func suggestion(f *lint.Finding, edits []lint.Edit) (rdSuggestion, bool) {
	if len(edits) == 0 || slices.ContainsFunc(edits, func(e lint.Edit) bool { return e.File != f.File }) {
		return rdSuggestion{}, false
	}
	edits = slices.Clone(edits)
	slices.SortStableFunc(edits, func(a, b lint.Edit) int { return a.Span.Start - b.Span.Start })
	span := parser.Span{Start: edits[0].Span.Start, End: edits[len(edits)-1].Span.End}
	lines := func(s parser.Span) [2]int { return [2]int{f.File.LineOf(s.Start), f.File.LineOf(s.End)} }
	found := shown(f.File, f.Span)
	if lines(span) != lines(found) {
		span = parser.Span{Start: min(span.Start, found.Start), End: max(span.End, found.End)}
	}
	if lines(span) != lines(found) {
		return rdSuggestion{}, false
	}
	var text strings.Builder
	at := span.Start
	for _, e := range edits {
		if e.Span.Start < at {
			return rdSuggestion{}, false // it overlaps the one before
		}
		text.WriteString(f.File.Src[at:e.Span.Start])
		text.WriteString(e.New)
		at = e.Span.End
	}
	text.WriteString(f.File.Src[at:span.End])
	return rdSuggestion{rdRangeOf(f.File, span), text.String()}, true
}
