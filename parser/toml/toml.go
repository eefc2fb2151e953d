// Package toml reads TOML as a tree whose values know their places, so that all
// faults of a file can be told at once, each where it is.
package toml

import (
	"errors"
	"strings"
	"unicode/utf8"

	"github.com/pelletier/go-toml/v2"
	"github.com/pelletier/go-toml/v2/unstable"

	"github.com/steplint/steplint/parser"
	"github.com/steplint/steplint/parser/lang"
)

// The kinds of values that files of ours are made of. All else is named in
// messages only.
const (
	String = "string"
	List   = "list"
	Table  = "table"
	Truth  = "truth value"
	Date   = "date or time"
)

// Node is a value of a TOML text and its place. The library's own decoder
// stops at the first value of a wrong type and keeps no places, so that it
// could not tell all faults of a file at once.
type Node struct {
	Pos   int    // byte offset; of the key, where the value has no place of its own
	Kind  string // as messages name it
	Text  string // of a string, truth value or date
	Items []*Node
	Keys  []Key // in order of the source
}

// Key is a key of a table and its value.
type Key struct {
	Name  string
	Pos   int // byte offset
	Value *Node
}

// Find returns the value of a key of the table, or nil.
func (n *Node) Find(name string) *Node {
	for _, k := range n.Keys {
		if k.Name == name {
			return k.Value
		}
	}
	return nil
}

// Parse returns the text as a tree. The error is a *parser.Error.
func Parse(f *parser.File) (*Node, error) {
	data := []byte(f.Src)
	// The plain decoder knows what the syntax tree does not: keys defined
	// twice, numbers out of range.
	if err := toml.Unmarshal(data, new(map[string]any)); err != nil {
		pos, what := 0, strings.TrimPrefix(err.Error(), "toml: ")
		if de, ok := errors.AsType[*toml.DecodeError](err); ok {
			line, column := de.Position()
			pos = min(f.Line(line).Start+column-1, len(f.Src))
		}
		return nil, ErrorAt(f, pos, lang.Msg{EN: what, FI: what, SV: what})
	}
	root := &Node{Kind: Table}
	table := root
	var p unstable.Parser
	p.Reset(data)
	for p.NextExpression() {
		switch e := p.Expression(); e.Kind {
		case unstable.KeyValue:
			table.set(e)
		case unstable.Table:
			table = root.child(e.Key(), Table)
		case unstable.ArrayTable:
			list := root.child(e.Key(), List)
			table = &Node{Pos: list.Pos, Kind: Table}
			for it := e.Key(); it.Next(); {
				table.Pos = int(it.Node().Raw.Offset)
			}
			list.Items = append(list.Items, table)
		}
	}
	return root, p.Error()
}

// set adds a key with its value to the table.
func (n *Node) set(e *unstable.Node) {
	v := n.child(e.Key(), "")
	v.fill(e.Value())
}

// child returns the value of a dotted key, which it makes with that kind if it
// is new. On the way it enters the last table of a list of tables.
func (n *Node) child(names unstable.Iterator, kind string) *Node {
	for names.Next() {
		if n.Kind == List && len(n.Items) > 0 {
			n = n.Items[len(n.Items)-1]
		}
		name, pos := string(names.Node().Data), int(names.Node().Raw.Offset)
		next := n.Find(name)
		if next == nil {
			next = &Node{Pos: pos, Kind: Table}
			if names.IsLast() {
				next.Kind = kind
			}
			n.Keys = append(n.Keys, Key{name, pos, next})
		}
		n = next
	}
	return n
}

// fill gives the node the value of a syntax tree.
func (n *Node) fill(v *unstable.Node) {
	if v.Raw.Length > 0 {
		n.Pos = int(v.Raw.Offset)
	}
	switch v.Kind {
	case unstable.String:
		n.Kind, n.Text = String, string(v.Data)
	case unstable.Array:
		n.Kind = List
		for it := v.Children(); it.Next(); {
			item := &Node{Pos: n.Pos}
			item.fill(it.Node())
			n.Items = append(n.Items, item)
		}
	case unstable.InlineTable:
		n.Kind = Table
		for it := v.Children(); it.Next(); {
			n.set(it.Node())
		}
	case unstable.Bool:
		n.Kind, n.Text = Truth, string(v.Data)
	case unstable.Integer, unstable.Float:
		n.Kind = "number"
	default:
		n.Kind, n.Text = Date, string(v.Data)
	}
}

// ErrorAt returns the error what at a byte offset of the file. The library counts
// bytes, so that the offset may lie within a letter.
func ErrorAt(f *parser.File, pos int, what lang.Msg) *parser.Error {
	for start := max(0, pos-utf8.UTFMax+1); start < pos; start++ {
		if _, size := utf8.DecodeRuneInString(f.Src[start:]); start+size > pos {
			pos = start
		}
	}
	p := f.Position(pos)
	return &parser.Error{Name: f.Name, Line: p.Line, Column: p.Column, What: what}
}
