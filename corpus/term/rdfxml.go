package term

// node reads a node element of RDF/XML, which stands for a subject, and returns
// its name. The base is that of the addresses.
func (g *graph) node(e *element, base string) string {
	base = g.base(e, base)
	id := g.blankNode()
	switch {
	case has(e, "about"):
		id = resolve(base, e.attr(rdfSpace, "about"))
	case has(e, "ID"):
		id = resolve(base, "#"+e.attr(rdfSpace, "ID"))
	case has(e, "nodeID"):
		id = "_:" + e.attr(rdfSpace, "nodeID")
	}
	if e.Space != rdfSpace || e.Local != "Description" {
		g.add(statement{id, rdfSpace + "type", object{node: e.Space + e.Local, pos: e.pos}})
	}
	g.attributes(id, e)
	for k := range e.kids {
		g.property(id, &e.kids[k], base)
	}
	return id
}

// attributes adds the properties that an element has as attributes.
func (g *graph) attributes(id string, e *element) {
	for _, a := range e.attrs {
		if a.Name.Space != rdfSpace && a.Name.Space != xmlSpace && a.Name.Space != "" {
			g.add(statement{id, a.Name.Space + a.Name.Local, object{text: a.Value, lang: e.lang, literal: true, pos: e.pos}})
		}
	}
}

// property reads a property element: a literal, an address, or nodes.
func (g *graph) property(id string, e *element, base string) {
	base = g.base(e, base)
	name := e.Space + e.Local
	at := func(o object) {
		o.pos = e.pos
		g.add(statement{id, name, o})
	}
	parse := e.attr(rdfSpace, "parseType")
	switch {
	case has(e, "resource"):
		node := resolve(base, e.attr(rdfSpace, "resource"))
		at(object{node: node})
		g.attributes(node, e)
	case has(e, "nodeID"):
		at(object{node: "_:" + e.attr(rdfSpace, "nodeID")})
	case parse == "Resource":
		node := g.blankNode()
		at(object{node: node})
		for k := range e.kids {
			g.property(node, &e.kids[k], base)
		}
	case parse == "Literal" || len(e.kids) == 0:
		at(object{text: e.text, lang: e.lang, literal: true})
	default:
		for k := range e.kids {
			at(object{node: g.node(&e.kids[k], base)})
		}
	}
}

func has(e *element, name string) bool {
	for _, a := range e.attrs {
		if a.Name.Space == rdfSpace && a.Name.Local == name {
			return true
		}
	}
	return false
}

// base returns the base of the addresses in an element.
func (g *graph) base(e *element, base string) string {
	if own := e.attr(xmlSpace, "base"); own != "" {
		return resolve(base, own)
	}
	return base
}
