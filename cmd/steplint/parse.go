package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/lint/report"
	"github.com/steplint/steplint/parser"
)

func newParse(a *app) *cobra.Command {
	var format string
	c := &cobra.Command{
		Use: "parse FILE",
		Short: a.text(lint.Msg{
			"Show how a document is understood: its structure as an outline or JSON",
			"Näytä, miten asiakirja ymmärretään: rakenne jäsennyksenä tai JSON-muodossa",
			"Visa hur ett dokument förstås: strukturen som disposition eller JSON",
		}),
		Args: argCount(1, 1),
		RunE: func(_ *cobra.Command, args []string) error {
			if err := oneOf("--format", format, "outline", "text", "json"); err != nil {
				return err
			}
			cfg, err := a.loadConfig(args)
			if err != nil {
				return err
			}
			d, err := corpus.ReadDocument(args[0], nil, cfg)
			if err != nil {
				return err
			}
			return a.output("", func(w io.Writer) error {
				if format == "json" {
					return outlineJSON(w, d)
				}
				return outline(w, d)
			})
		},
	}
	c.Flags().StringVar(&format, "format", "outline", a.text(lint.Msg{
		"outline (also called text) or json", "outline (myös text) tai json", "outline (även text) eller json",
	}))
	complete(c, "format", "outline", "text", "json")
	return c
}

// outline writes a line for each unit, indented below the one that holds it:
// its place, its kind and the start of its text.
func outline(w io.Writer, d *parser.Document) error {
	units := d.Units()
	depth := make([]int, len(units))
	for i, u := range units {
		if u.Parent >= 0 {
			depth[i] = depth[u.Parent] + 1
		}
		p := d.Position(u.Start)
		line := fmt.Sprintf("%-8s %s%s %s", fmt.Sprintf("%d:%d", p.Line, p.Column), strings.Repeat("  ", depth[i]), note(d, u), plain(quoteLeaf(d, u)))
		if _, err := fmt.Fprintln(w, strings.TrimRight(line, " ")); err != nil {
			return err
		}
	}
	return nil
}

// quoteLeaf returns the text of a leaf; what holds leaves shows them instead.
func quoteLeaf(d *parser.Document, u parser.Unit) string {
	if !u.Leaf() {
		return ""
	}
	return lint.Quote(d, u.Text)
}

// note names the kind of a unit and what is special about it.
func note(d *parser.Document, u parser.Unit) string {
	switch u.Kind {
	case parser.KindHeading:
		if u.Depth > 0 {
			return fmt.Sprintf("heading (level %d)", u.Depth)
		}
	case parser.KindItem:
		if u.Text.Start == u.Start {
			return "item (no bullet)"
		}
		return "item " + plain(marker(d, u))
	case parser.KindParagraph:
		if p, ok := d.Blocks[u.Block].(*parser.Paragraph); ok && p.LeadIn {
			return "paragraph (lead-in)"
		}
	case parser.KindTable:
		if t, ok := d.Blocks[u.Block].(*parser.Table); ok {
			return fmt.Sprintf("table (%s, header on %s)", counted(len(t.Levels), "level"), counted(t.HeaderLines, "line"))
		}
	}
	return u.Kind.String()
}

func counted(n int, thing string) string {
	if n != 1 {
		thing += "s"
	}
	return fmt.Sprint(n, " ", thing)
}

// marker returns what stands before the text of an item: a bullet, a number or
// a tag; "" when nothing does.
func marker(d *parser.Document, u parser.Unit) string {
	return strings.TrimSpace(d.Text(parser.Span{Start: u.Start, End: u.Text.Start}))
}

type jsonOutline struct {
	Schema string     `json:"schema"`
	Path   string     `json:"path"`
	Lang   string     `json:"lang"`
	Units  []jsonUnit `json:"units"`
}

type jsonUnit struct {
	Kind        string `json:"kind"`
	Parent      int    `json:"parent"`
	Depth       int    `json:"depth"`
	StartLine   int    `json:"startLine"`
	StartColumn int    `json:"startColumn"`
	EndLine     int    `json:"endLine"`
	EndColumn   int    `json:"endColumn"`
	StartByte   int    `json:"startByte"`
	EndByte     int    `json:"endByte"`
	Marker      string `json:"marker,omitempty"`
	Text        string `json:"text,omitempty"`
}

// outlineJSON writes the units as one object of the schema steplint/parse/v1.
// Fields are never renamed, removed or given another meaning within v1; new ones
// may be added.
//
//	schema  "steplint/parse/v1"
//	path    the document, as it was named
//	lang    "fi", "sv" or "" when the language cannot be told
//	units   kind, parent, depth, place, marker, text; every unit after the one
//	        that holds it, in the order of the document
//	kind    "heading", "paragraph", "list", "item", "table", "level", "row",
//	        "cell" or "sentence"
//	parent  the index in units of the one that holds this one, -1 at the top
//	depth   of an item in its list, from 0; the level of a heading, 0 unknown
//	place   startLine, startColumn, endLine, endColumn; startByte, endByte
//	marker  of an item: the bullet, number or tag; not there when it has none
//	text    of a heading, level or sentence, as a reader sees it: without markup
//
// Lines and columns count from 1, columns in code points; bytes count from 0 in
// the document as UTF-8. Ends are exclusive.
func outlineJSON(w io.Writer, d *parser.Document) error {
	out := jsonOutline{Schema: "steplint/parse/v1", Path: d.Name, Units: []jsonUnit{}}
	if d.Lang != nil {
		out.Lang = d.Lang.Code
	}
	for _, u := range d.Units() {
		a, b := d.Position(u.Start), d.Position(u.End)
		j := jsonUnit{
			Kind: u.Kind.String(), Parent: u.Parent, Depth: u.Depth,
			StartLine: a.Line, StartColumn: a.Column, EndLine: b.Line, EndColumn: b.Column,
			StartByte: u.Start, EndByte: u.End,
		}
		if u.Leaf() {
			j.Text = d.Plain(u.Text)
		}
		if u.Kind == parser.KindItem {
			j.Marker = marker(d, u)
		}
		out.Units = append(out.Units, j)
	}
	return report.WriteJSON(w, out)
}
