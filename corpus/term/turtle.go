package term

import (
	"strings"

	"github.com/steplint/steplint/parser/lang"
)

// deepestTurtle is how deep nodes and collections may be nested.
const deepestTurtle = 100

// turtleReader reads Turtle (W3C, RDF 1.1). Where a statement is broken it goes on
// with the next one.
type turtleReader struct {
	turtleLexer
	graph    *graph
	prefixes map[string]string
	base     string
	pending  []statement // of the statement that is read
	depth    int
}

func (b *builder) turtle() {
	r := turtleReader{turtleLexer: turtleLexer{src: b.file.Src}, graph: newGraph(b), prefixes: map[string]string{}}
	faults := 0
	for r.space(); r.pos < len(r.src); r.space() {
		r.pending, r.depth = r.pending[:0], 0
		if r.statement(); r.fault == nil {
			for _, s := range r.pending {
				r.graph.add(s)
			}
			continue
		}
		if faults++; faults > mostFaults {
			b.errorf(r.faultAt, lang.Msg{"too many faults: the rest is not read", "liikaa virheitä: loppua ei lueta", "för många fel: resten läses inte"})
			break
		}
		b.errorf(r.faultAt, r.fault.Msg, r.fault.Args...)
		r.fault = nil
		r.skipStatement()
	}
	r.graph.concepts()
}

// skipStatement goes on after the first full stop after the fault that ends a line.
func (r *turtleReader) skipStatement() {
	for r.pos = r.faultAt; r.pos < len(r.src); {
		line := r.src[r.pos:]
		end := strings.IndexByte(line, '\n') + 1
		if end == 0 {
			end = len(line)
		}
		r.pos += end
		if strings.HasSuffix(strings.TrimRight(line[:end], " \t\r\n"), ".") {
			return
		}
	}
}

func (r *turtleReader) statement() {
	start := r.pos
	switch {
	case r.keyword("@prefix"), r.keyword("PREFIX"):
		r.space()
		name := r.prefix()
		r.space()
		if address := resolve(r.base, r.address()); r.fault == nil {
			r.prefixes[name] = address
		}
	case r.keyword("@base"), r.keyword("BASE"):
		r.space()
		if address := resolve(r.base, r.address()); r.fault == nil {
			r.base = address
		}
	default:
		r.triples()
		r.end()
		return
	}
	if r.src[start] == '@' {
		r.end()
	}
}

// end reads the full stop of a statement.
func (r *turtleReader) end() {
	if r.space(); r.fault == nil && !r.take('.') {
		r.fail(r.pos, lang.Msg{"a full stop is missing here", "tästä puuttuu piste", "här saknas en punkt"})
	}
}

func (r *turtleReader) triples() {
	pos := r.pos
	subject := r.object()
	if r.fault != nil {
		return
	}
	if subject.literal {
		r.fail(pos, lang.Msg{"a literal cannot be a subject", "teksti ei voi olla lauseen aihe", "en text kan inte vara subjekt"})
		return
	}
	r.space()
	if r.src[pos] == '[' && r.peek() == '.' {
		return // all is said within the brackets
	}
	r.properties(subject.node)
}

// properties reads the properties of a subject up to what ends them.
func (r *turtleReader) properties(subject string) {
	for first := true; r.fault == nil; first = false {
		r.space()
		if c := r.peek(); !first && (c == '.' || c == ']' || c == 0) {
			return
		}
		at := r.pos
		property := object{node: rdfSpace + "type"}
		if !r.letterA() {
			property = r.object()
		}
		if r.fault != nil {
			return
		}
		if property.literal || property.node == "" || strings.HasPrefix(property.node, "_:") {
			r.fail(at, lang.Msg{"the name of a property is due here", "tähän kuuluu ominaisuuden nimi", "här ska stå namnet på en egenskap"})
			return
		}
		for more := true; more && r.fault == nil; more = r.take(',') {
			r.space()
			o := r.object()
			r.pending = append(r.pending, statement{subject, property.node, o})
			r.space()
		}
		if !r.take(';') {
			return
		}
		for r.space(); r.take(';'); r.space() {
		}
	}
}

// object reads a node with what is said of it in brackets, or a literal.
func (r *turtleReader) object() object {
	o := object{pos: r.pos}
	switch c := r.peek(); {
	case c == '<':
		o.node = resolve(r.base, r.address())
	case c == '[' || c == '(':
		if r.depth++; r.depth > deepestTurtle {
			r.fail(r.pos, nestedTooDeep, deepestTurtle)
			return o
		}
		o.node = r.graph.blankNode()
		r.pos++
		if c == '[' {
			r.brackets(o.node)
		} else {
			r.collection()
		}
		r.depth--
	case c == '_' && strings.HasPrefix(r.src[r.pos:], "_:"):
		r.pos += 2
		o.node = "_:" + r.name()
	case c == '"' || c == '\'':
		o.literal, o.text = true, r.text()
		switch {
		case r.take('@'):
			o.lang = r.languageTag()
		case strings.HasPrefix(r.src[r.pos:], "^^"):
			r.pos += 2
			if r.space(); r.peek() == '<' {
				r.address()
			} else {
				r.prefixed()
			}
		}
	case c >= '0' && c <= '9', c == '+', c == '-', c == '.':
		o.literal, o.text = true, r.number()
	case r.keyword("true"):
		o.literal, o.text = true, "true"
	case r.keyword("false"):
		o.literal, o.text = true, "false"
	default:
		o.node = r.prefixed()
	}
	return o
}

func (r *turtleReader) brackets(node string) {
	if r.space(); r.peek() != ']' {
		r.properties(node)
	}
	if r.space(); r.fault == nil && !r.take(']') {
		r.fail(r.pos, lang.Msg{"a ] is missing here", "tästä puuttuu ]", "här saknas en ]"})
	}
}

// collection reads the members of a list; which they are says nothing of terms.
func (r *turtleReader) collection() {
	for r.space(); r.fault == nil && !r.take(')'); r.space() {
		if r.pos >= len(r.src) {
			r.fail(r.pos, lang.Msg{"a ) is missing here", "tästä puuttuu )", "här saknas en )"})
			return
		}
		r.object()
	}
}

// prefixed reads an address with a prefix.
func (r *turtleReader) prefixed() string {
	pos := r.pos
	prefix := r.prefix()
	if r.fault != nil {
		return ""
	}
	space, ok := r.prefixes[prefix]
	if !ok {
		r.fail(pos, lang.Msg{"the prefix %q is not declared", "etuliitettä %q ei ole määritelty", "prefixet %q är inte deklarerat"}, prefix)
	}
	return space + r.name()
}
