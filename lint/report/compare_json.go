package report

import (
	"io"
	"math"

	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/parser"
)

// CompareJSON writes the pair as one object of the schema steplint/compare/v1.
// Fields are never renamed, removed or given another meaning within v1; new ones
// may be added. All fields are always there and no list is null.
//
//	schema    "steplint/compare/v1"
//	step      the name that both documents share
//	source    the path of the Finnish document
//	target    the path of the Swedish document
//	links     what stands for each other: kind, source, target, moved, score;
//	          neither side is empty
//	unlinked  what has no counterpart, in the same form; one side is empty
//	kind      "heading", "paragraph", "list", "item", "table", "level", "row",
//	          "cell" or "sentence"; that of the source where the two differ
//	moved     whether the units stand in another order in the target, alone or
//	          with what holds them; false in unlinked
//	score     the probability that this is right, from 0 to 1
//	side      source and target of a link, a list of units: path; startLine,
//	          startColumn, endLine, endColumn
//
// Every unit is in links or in unlinked, and a part of a linked unit that has no
// counterpart of its own is in unlinked as well. What stands for what is told of the
// smallest units, headings, levels and sentences, and follows for what holds
// them: a paragraph has a link when a sentence of it has one. The order is that of
// [corpus.Pair].Links. Lines and columns count from 1, columns in code points
// without a byte order mark; ends are exclusive. A path is separated by slashes
// and relative to the working directory, or absolute.
func CompareJSON(w io.Writer, p *corpus.Pair) error {
	out := jsonComparison{
		Schema: "steplint/compare/v1", Step: p.Step,
		Source: p.Source.Name, Target: p.Target.Name,
		Links: []jsonLink{}, Unlinked: []jsonLink{},
	}
	moved := movedLeaves(p)
	for _, l := range p.Links {
		link := jsonLink{
			Kind:   l.Kind.String(),
			Source: jsonUnits(p.Source, l.Source),
			Target: jsonUnits(p.Target, l.Target),
			Score:  math.Round(l.Score*1e4) / 1e4, // what differs below differs from machine to machine
		}
		if len(l.Source) == 0 || len(l.Target) == 0 {
			out.Unlinked = append(out.Unlinked, link)
			continue
		}
		link.Moved = allMoved(p.Source, l.Source, moved)
		out.Links = append(out.Links, link)
		for _, part := range l.Loose {
			loose := jsonLink{Kind: link.Kind, Source: []jsonUnit{}, Target: []jsonUnit{}, Score: math.Round(part.Score*1e4) / 1e4}
			if part.Target {
				loose.Target = append(loose.Target, jsonUnit{p.Target.Name, regionOf(p.Target.File, part.Text)})
			} else {
				loose.Source = append(loose.Source, jsonUnit{p.Source.Name, regionOf(p.Source.File, part.Text)})
			}
			out.Unlinked = append(out.Unlinked, loose)
		}
	}
	return WriteJSON(w, out)
}

type jsonComparison struct {
	Schema   string     `json:"schema"`
	Step     string     `json:"step"`
	Source   string     `json:"source"`
	Target   string     `json:"target"`
	Links    []jsonLink `json:"links"`
	Unlinked []jsonLink `json:"unlinked"`
}

type jsonLink struct {
	Kind   string     `json:"kind"`
	Source []jsonUnit `json:"source"`
	Target []jsonUnit `json:"target"`
	Moved  bool       `json:"moved"`
	Score  float64    `json:"score"`
}

type jsonUnit struct {
	Path string `json:"path"`
	region
}

func jsonUnits(d *parser.Document, units []int) []jsonUnit {
	out := make([]jsonUnit, 0, len(units))
	for _, u := range units {
		out = append(out, jsonUnit{d.Name, regionOf(d.File, d.Units()[u].Span)})
	}
	return out
}

// allMoved reports whether everything that the units hold has moved.
func allMoved(d *parser.Document, units []int, moved []bool) bool {
	all := false
	for _, u := range units {
		for _, leaf := range leavesOf(d, u) {
			if !moved[leaf] {
				return false
			}
			all = true
		}
	}
	return all
}
