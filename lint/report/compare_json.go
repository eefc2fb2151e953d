package report

import (
	"io"
	"math"

	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/parser"
)

// jsonComparison is the comparison of a pair, schema steplint/compare/v1.
type jsonComparison struct {
	Schema string     `json:"schema"`
	Step   string     `json:"step"`
	Source string     `json:"source"`
	Target string     `json:"target"`
	Links  []jsonLink `json:"links"`
}

// jsonLink relates units of the same kind; one side may be empty.
type jsonLink struct {
	Kind   string         `json:"kind"`
	Source []jsonUnitSpan `json:"source"`
	Target []jsonUnitSpan `json:"target"`
	Score  float64        `json:"score"`
}

// jsonUnitSpan is a place: lines and columns from 1, columns in code points, the
// end exclusive.
type jsonUnitSpan struct {
	Path        string `json:"path"`
	StartLine   int    `json:"startLine"`
	StartColumn int    `json:"startColumn"`
	EndLine     int    `json:"endLine"`
	EndColumn   int    `json:"endColumn"`
}

// CompareJSON writes the links of a pair, leaves and the units that hold them,
// in the order of [corpus.Pair].Links.
func CompareJSON(w io.Writer, p *corpus.Pair) error {
	out := jsonComparison{
		Schema: "steplint/compare/v1", Step: p.Step,
		Source: p.Source.Name, Target: p.Target.Name, Links: []jsonLink{},
	}
	for _, l := range p.Links {
		out.Links = append(out.Links, jsonLink{
			Kind:   l.Kind.String(),
			Source: unitSpans(p.Source, l.Source),
			Target: unitSpans(p.Target, l.Target),
			Score:  math.Round(l.Score*1e4) / 1e4, // what differs below differs from machine to machine
		})
	}
	return writeJSON(w, out)
}

func unitSpans(d *parser.Document, units []int) []jsonUnitSpan {
	out := []jsonUnitSpan{}
	for _, u := range units {
		s := d.Units()[u].Span
		a, b := d.Position(s.Start), d.Position(s.End)
		out = append(out, jsonUnitSpan{d.Name, a.Line, a.Column, b.Line, b.Column})
	}
	return out
}
