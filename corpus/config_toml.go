package corpus

import (
	"errors"
	"strings"
	"unicode/utf8"

	"github.com/pelletier/go-toml/v2"
	"github.com/pelletier/go-toml/v2/unstable"

	"github.com/steplint/steplint/parser"
	"github.com/steplint/steplint/parser/lang"
)

// The kinds of values a configuration is made of. All else is named in
// messages only.
const (
	kindString = "string"
	kindList   = "list"
	kindTable  = "table"
	kindTruth  = "truth value"
)

// node is a value of a TOML text and its place. The library's own decoder
// stops at the first value of a wrong type and keeps no places, so that it
// could not tell all faults of a file at once.
type node struct {
	pos   int    // byte offset; of the key, where the value has no place of its own
	kind  string // as messages name it
	text  string // of a string
	items []*node
	keys  []key // in order of the source
}

type key struct {
	name  string
	pos   int
	value *node
}

// find returns the value of a key of the table, or nil.
func (n *node) find(name string) *node {
	for _, k := range n.keys {
		if k.name == name {
			return k.value
		}
	}
	return nil
}

// parseTOML returns the text as a tree. The error is a *parser.Error.
func parseTOML(f *parser.File) (*node, error) {
	data := []byte(f.Src)
	// The plain decoder knows what the syntax tree does not: keys defined
	// twice, numbers out of range.
	if err := toml.Unmarshal(data, new(map[string]any)); err != nil {
		pos, what := 0, strings.TrimPrefix(err.Error(), "toml: ")
		if de, ok := errors.AsType[*toml.DecodeError](err); ok {
			line, column := de.Position()
			pos = min(f.Line(line).Start+column-1, len(f.Src))
		}
		return nil, errorAt(f, pos, what)
	}
	root := &node{kind: kindTable}
	table := root
	var p unstable.Parser
	p.Reset(data)
	for p.NextExpression() {
		switch e := p.Expression(); e.Kind {
		case unstable.KeyValue:
			table.set(e)
		case unstable.Table:
			table = root.child(e.Key(), kindTable)
		case unstable.ArrayTable:
			list := root.child(e.Key(), kindList)
			table = &node{pos: list.pos, kind: kindTable}
			for it := e.Key(); it.Next(); {
				table.pos = int(it.Node().Raw.Offset)
			}
			list.items = append(list.items, table)
		}
	}
	return root, p.Error()
}

// set adds a key with its value to the table.
func (n *node) set(e *unstable.Node) {
	v := n.child(e.Key(), "")
	v.fill(e.Value())
}

// child returns the value of a dotted key, which it makes with that kind if it
// is new. On the way it enters the last table of a list of tables.
func (n *node) child(names unstable.Iterator, kind string) *node {
	for names.Next() {
		if n.kind == kindList && len(n.items) > 0 {
			n = n.items[len(n.items)-1]
		}
		name, pos := string(names.Node().Data), int(names.Node().Raw.Offset)
		next := n.find(name)
		if next == nil {
			next = &node{pos: pos, kind: kindTable}
			if names.IsLast() {
				next.kind = kind
			}
			n.keys = append(n.keys, key{name, pos, next})
		}
		n = next
	}
	return n
}

// fill gives the node the value of a syntax tree.
func (n *node) fill(v *unstable.Node) {
	if v.Raw.Length > 0 {
		n.pos = int(v.Raw.Offset)
	}
	switch v.Kind {
	case unstable.String:
		n.kind, n.text = kindString, string(v.Data)
	case unstable.Array:
		n.kind = kindList
		for it := v.Children(); it.Next(); {
			item := &node{pos: n.pos}
			item.fill(it.Node())
			n.items = append(n.items, item)
		}
	case unstable.InlineTable:
		n.kind = kindTable
		for it := v.Children(); it.Next(); {
			n.set(it.Node())
		}
	case unstable.Bool:
		n.kind, n.text = kindTruth, string(v.Data)
	case unstable.Integer, unstable.Float:
		n.kind = "number"
	default:
		n.kind = "date or time"
	}
}

// errorAt returns the error what at a byte offset of the file. The library
// counts bytes, so that the offset may lie within a letter.
func errorAt(f *parser.File, pos int, what string) error {
	for start := max(0, pos-utf8.UTFMax+1); start < pos; start++ {
		if _, size := utf8.DecodeRuneInString(f.Src[start:]); start+size > pos {
			pos = start
		}
	}
	p := f.Position(pos)
	return &parser.Error{Name: f.Name, Line: p.Line, Column: p.Column, What: lang.Msg{EN: what, FI: what, SV: what}}
}
