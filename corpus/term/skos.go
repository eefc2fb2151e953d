package term

import (
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/steplint/steplint/parser/lang"
)

const (
	skosSpace  = "http://www.w3.org/2004/02/skos/core#"
	skosxSpace = "http://www.w3.org/2008/05/skos-xl#"
	dctSpace   = "http://purl.org/dc/terms/"
	// ownSpace names the properties of labels that SKOS has none for.
	ownSpace = "urn:steplint:terms#"
)

// object is the last part of a statement: a literal, or the name of a node.
type object struct {
	node       string // blank nodes begin with _:
	text, lang string // of a literal
	literal    bool
	pos        int
}

// statement says that a subject has a property, named by its full address.
type statement struct {
	subject, property string
	object            object
}

// graph holds the statements of a SKOS file that a term base has a place for.
type graph struct {
	*builder
	nodes map[string]*node
	order []*node
	blank int
}

// node is what is said of a subject.
type node struct {
	id         string
	pos        int
	concept    bool
	labels     []label
	literals   []object // literal forms and values
	notes      []object
	domains    []object
	properties map[string]string // our own
	omitted    []string
}

// label is a label of a concept, or a node that holds one.
type label struct {
	property string // local name: prefLabel …
	object   object
}

func newGraph(b *builder) *graph { return &graph{builder: b, nodes: map[string]*node{}} }

// blankNode returns a name for a node that has none.
func (g *graph) blankNode() string {
	g.blank++
	return "_:\x00" + strconv.Itoa(g.blank) // no file can have it
}

func (g *graph) add(s statement) {
	n := g.nodes[s.subject]
	if n == nil {
		n = &node{id: s.subject, pos: s.object.pos}
		g.nodes[s.subject] = n
		g.order = append(g.order, n)
	}
	space, local := splitAddress(s.property)
	switch {
	case space == rdfSpace && local == "type":
		n.concept = n.concept || s.object.node == skosSpace+"Concept"
	case (space == skosSpace || space == skosxSpace) && (local == "prefLabel" || local == "altLabel" || local == "hiddenLabel"):
		n.labels = append(n.labels, label{local, s.object})
	case space == skosxSpace && local == "literalForm", space == rdfSpace && local == "value":
		n.literals = append(n.literals, s.object)
	case space == skosSpace && (local == "definition" || local == "scopeNote" || local == "note"):
		n.notes = append(n.notes, s.object)
	case space == dctSpace && local == "subject" && s.object.literal:
		n.domains = append(n.domains, s.object)
	case space == ownSpace && s.object.literal:
		if n.properties == nil {
			n.properties = map[string]string{}
		}
		n.properties[local] = s.object.text
	case space == skosSpace && (local == "inScheme" || local == "topConceptOf"):
	default:
		n.omitted = append(n.omitted, local)
	}
}

// splitAddress splits an address before its last part.
func splitAddress(s string) (space, local string) {
	i := strings.LastIndexAny(s, "#/") + 1
	return s[:i], s[i:]
}

// concepts adds the concepts of the graph to the term base, in the order of the
// file. Schemes and collections are none.
func (g *graph) concepts() {
	for _, n := range g.order {
		if n.concept {
			g.conceptOf(n)
		}
	}
}

func (g *graph) conceptOf(n *node) {
	c := Concept{ID: conceptID(n.id)}
	before := len(g.errs)
	for _, l := range n.labels {
		for _, o := range g.values(l.object) {
			g.label(&c, l, o)
		}
	}
	var notes, domains []string
	for _, code := range []string{lang.FI.Code, lang.SV.Code, ""} {
		for _, o := range n.notes {
			for _, v := range g.values(o) {
				if primary(v.lang) == code {
					notes = append(notes, clean(v.text))
				} else if code == "" && languageOf(v.lang) == nil {
					g.omitted.Details["note "+primary(v.lang)]++
				}
			}
		}
	}
	for _, o := range n.domains {
		domains = append(domains, clean(o.text))
	}
	for _, name := range n.omitted {
		g.omitted.Details[name]++
	}
	c.Note, c.Domain = join(notes), join(domains)
	if len(c.Terms) == 0 && len(g.errs) > before {
		return // what is wrong has been said
	}
	g.builder.add(n.pos, c)
}

// values returns the literals that an object is, or that its node holds.
func (g *graph) values(o object) []object {
	if o.literal {
		return []object{o}
	}
	if n := g.nodes[o.node]; n != nil {
		return n.literals
	}
	return nil
}

// label adds a label as a term. A node of SKOS-XL says more than a plain label with
// the same text does.
func (g *graph) label(c *Concept, l label, o object) {
	t := Term{Lang: languageOf(o.lang), Text: clean(o.text)}
	if t.Lang == nil {
		g.omitted.Terms[primary(o.lang)]++
		return
	}
	if l.property != "prefLabel" {
		// Hidden labels are what people search for, no terms that nobody may use.
		t.Status = Admitted
	}
	if !l.object.literal {
		if n := g.nodes[l.object.node]; n != nil {
			if s, ok := status(n.properties["status"]); ok {
				t.Status = s
			}
			t.POS, _ = partOfSpeech(n.properties["partOfSpeech"])
			t.Forms, t.Not = split(n.properties["forms"]), split(n.properties["not"])
			k := slices.IndexFunc(c.Terms, func(o Term) bool { return o.Lang == t.Lang && o.Text == t.Text })
			if k >= 0 && n.properties != nil {
				c.Terms[k] = t
				return
			}
		}
	}
	g.term(c, o.pos, t)
}

// conceptID returns the identifier of a node: its address, or what writeSKOS made
// an address within the file of.
func conceptID(node string) string {
	if strings.HasPrefix(node, "_:") {
		return ""
	}
	if id, ok := strings.CutPrefix(node, "#"); ok {
		if s, err := url.PathUnescape(id); err == nil {
			return s
		}
		return id
	}
	return node
}

// resolve returns an address that may be relative to a base.
func resolve(base, address string) string {
	if base == "" {
		return address
	}
	b, err := url.Parse(base)
	if err != nil {
		return address
	}
	a, err := url.Parse(address)
	if err != nil || a.IsAbs() {
		return address
	}
	return b.ResolveReference(a).String()
}
