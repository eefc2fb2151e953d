package main

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/lint"
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
			if err := oneOf("--format", format, "text", "json"); err != nil {
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
	c.Flags().StringVar(&format, "format", "text", a.text(lint.Msg{"text or json", "text tai json", "text eller json"}))
	complete(c, "format", "text", "json")
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
	case parser.KindItem:
		if u.Text.Start == u.Start {
			return "item (no bullet)"
		}
		return "item " + plain(strings.TrimSpace(d.Text(parser.Span{Start: u.Start, End: u.Text.Start})))
	case parser.KindParagraph:
		if p, ok := d.Blocks[u.Block].(*parser.Paragraph); ok && p.LeadIn {
			return "paragraph (lead-in)"
		}
	case parser.KindTable:
		if t, ok := d.Blocks[u.Block].(*parser.Table); ok {
			return fmt.Sprintf("table (%d levels, header on %d lines)", len(t.Levels), t.HeaderLines)
		}
	}
	return u.Kind.String()
}

type jsonOutline struct {
	Schema string     `json:"schema"`
	Path   string     `json:"path"`
	Lang   string     `json:"lang"`
	Units  []jsonUnit `json:"units"`
}

type jsonUnit struct {
	Kind        string `json:"kind"`
	Parent      int    `json:"parent"` // index in units, -1 at the top
	StartLine   int    `json:"startLine"`
	StartColumn int    `json:"startColumn"`
	EndLine     int    `json:"endLine"`
	EndColumn   int    `json:"endColumn"`
	StartByte   int    `json:"startByte"`
	EndByte     int    `json:"endByte"`
	Text        string `json:"text,omitempty"` // of leaves
}

// outlineJSON writes the units, schema steplint/parse/v1: lines and columns from
// 1, columns in code points, ends exclusive.
func outlineJSON(w io.Writer, d *parser.Document) error {
	out := jsonOutline{Schema: "steplint/parse/v1", Path: d.Name, Units: []jsonUnit{}}
	if d.Lang != nil {
		out.Lang = d.Lang.Code
	}
	for _, u := range d.Units() {
		a, b := d.Position(u.Start), d.Position(u.End)
		j := jsonUnit{u.Kind.String(), u.Parent, a.Line, a.Column, b.Line, b.Column, u.Start, u.End, ""}
		if u.Leaf() {
			j.Text = d.Text(u.Text)
		}
		out.Units = append(out.Units, j)
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	return enc.Encode(out)
}
