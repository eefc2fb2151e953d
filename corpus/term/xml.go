package term

import (
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strings"

	"github.com/steplint/steplint/parser/lang"
)

// What is nested deeper, or is wrong more often, is no term base.
const (
	deepestXML = 100
	mostFaults = 100
)

const (
	xmlSpace = "http://www.w3.org/XML/1998/namespace"
	rdfSpace = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
)

// element is an element of a file with all that it holds.
type element struct {
	xml.Name           // with the address of the namespace
	raw      string    // the name as written
	lang     string    // xml:lang, inherited
	text     string    // of the element and all in it
	kids     []element // elements
	attrs    []xml.Attr
	pos      int
}

// attr returns the value of an attribute, or "".
func (e *element) attr(space, local string) string {
	for _, a := range e.attrs {
		if a.Name.Space == space && a.Name.Local == local {
			return a.Value
		}
	}
	return ""
}

// xmlReader hands the entries of a file to visit, one by one. Entities are not
// expanded, nothing is fetched, and where the syntax is broken it goes on with the
// next entry.
type xmlReader struct {
	*builder
	entry func(e *element, depth int) bool // whether the element is an entry
	visit func(*element)

	at     int // where the decoder began
	dec    *xml.Decoder
	open   []scope // around the entries
	last   string  // name of the last entry as written
	began  int     // of the entry that is read, or -1
	faults int
}

// scope is an open element and what it declares.
type scope struct {
	raw, lang string
	spaces    map[string]string // addresses by prefix
}

// xml reads TBX, or SKOS in RDF/XML, as the first element says.
func (b *builder) xml() {
	g := newGraph(b)
	r := xmlReader{builder: b}
	known := false
	r.entry = func(root *element, _ int) bool {
		if root.Space == rdfSpace && root.Local == "RDF" {
			known = true
			r.entry = func(_ *element, depth int) bool { return depth == 1 }
			r.visit = func(e *element) { g.node(e, root.attr(xmlSpace, "base")) }
		} else {
			known = root.Local == "martif" || root.Local == "tbx"
			r.entry = func(e *element, _ int) bool { return e.Local == "termEntry" || e.Local == "conceptEntry" }
			r.visit = b.tbxEntry
		}
		return false
	}
	r.run()
	if !known && r.last == "" && len(b.errs) == 0 {
		b.errorf(0, lang.Msg{
			"no term base: neither TBX nor SKOS in RDF/XML", "ei termikanta: ei TBX eikä SKOS (RDF/XML)", "ingen termbas: varken TBX eller SKOS i RDF/XML",
		})
	}
	g.concepts()
}

func (r *xmlReader) run() {
	r.start(0)
	for {
		pos, err := r.next()
		switch {
		case errors.Is(err, io.EOF):
			return
		case err == nil:
			continue
		}
		if r.faults++; r.faults > mostFaults {
			r.errorf(pos, lang.Msg{"too many faults: the rest is not read", "liikaa virheitä: loppua ei lueta", "för många fel: resten läses inte"})
			return
		}
		if f, ok := errors.AsType[*lang.Error](err); ok {
			r.errorf(pos, f.Msg, f.Args...)
		} else {
			what := err.Error()
			if s, ok := errors.AsType[*xml.SyntaxError](err); ok {
				what = s.Msg
			}
			r.errorf(pos, lang.Msg{"no well-formed XML: %s", "rikkinäistä XML:ää: %s", "trasig XML: %s"}, what)
		}
		if r.began >= 0 {
			pos = r.began
		}
		if !r.resume(pos) {
			return
		}
	}
}

// start sets the decoder to a byte of the file.
func (r *xmlReader) start(at int) {
	r.at, r.dec = at, xml.NewDecoder(strings.NewReader(r.file.Src[at:]))
	// The text has been decoded, whatever its declaration says.
	r.dec.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil }
}

// resume goes on with the next entry after a fault.
func (r *xmlReader) resume(pos int) bool {
	name := `(\w+:)?(termEntry|conceptEntry)`
	if r.last != "" {
		name = regexp.QuoteMeta(r.last)
	} else if len(r.open) == 0 {
		return false
	}
	next := regexp.MustCompile(`<` + name + `[\s/>]`)
	from := min(pos+1, len(r.file.Src))
	loc := next.FindStringIndex(r.file.Src[from:])
	if loc == nil {
		return false
	}
	r.start(from + loc[0])
	return true
}

// token returns the next token and where it begins.
func (r *xmlReader) token() (xml.Token, int, error) {
	pos := r.at + int(r.dec.InputOffset())
	t, err := r.dec.RawToken()
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, r.at + int(r.dec.InputOffset()), err
	}
	if d, ok := t.(xml.Directive); ok && strings.Contains(string(d), "<!ENTITY") {
		return nil, pos, lang.Errorf(lang.Msg{
			"the file declares entities, which are not read: save it without", "tiedosto määrittelee entiteettejä, joita ei lueta: tallenna se ilman niitä", "filen deklarerar entiteter, som inte läses: spara den utan dem",
		})
	}
	return t, pos, err
}

// next reads an entry, or what is between entries.
func (r *xmlReader) next() (int, error) {
	r.began = -1
	t, pos, err := r.token()
	if err != nil {
		if errors.Is(err, io.EOF) && len(r.open) > 0 {
			r.open = nil
			return len(r.file.Src), lang.Errorf(lang.Msg{"the file ends too early", "tiedosto loppuu kesken", "filen slutar för tidigt"})
		}
		return pos, err
	}
	switch t := t.(type) {
	case xml.StartElement:
		e, s := r.element(t, pos, r.open)
		if len(r.open) >= deepestXML {
			return pos, lang.Errorf(nestedTooDeep, deepestXML)
		}
		if !r.entry(&e, len(r.open)) {
			r.open = append(r.open, s)
			return pos, nil
		}
		r.last, r.began = e.raw, pos
		if at, err := r.fill(&e, append(r.open[:len(r.open):len(r.open)], s)); err != nil {
			return at, err
		}
		r.visit(&e)
	case xml.EndElement:
		if n := len(r.open); n > 0 && r.open[n-1].raw == rawName(t.Name) {
			r.open = r.open[:n-1]
		} else {
			return pos, lang.Errorf(strayEnd, rawName(t.Name))
		}
	}
	return pos, nil
}

var strayEnd = lang.Msg{"</%s> ends nothing that is open", "</%s> ei päätä mitään avointa", "</%s> avslutar inget öppet"}

// fill reads what the element holds, whose scopes are given with its own.
func (r *xmlReader) fill(e *element, open []scope) (int, error) {
	var text strings.Builder
	path := []*element{e}
	from := []int{0} // where the text of each begins
	for len(path) > 0 {
		t, pos, err := r.token()
		if errors.Is(err, io.EOF) {
			return e.pos, lang.Errorf(lang.Msg{"<%s> has no end", "<%s> jää päättämättä", "<%s> saknar slut"}, e.raw)
		}
		if err != nil {
			return pos, err
		}
		at := path[len(path)-1]
		switch t := t.(type) {
		case xml.CharData:
			text.Write(t)
		case xml.StartElement:
			if len(open) >= deepestXML {
				return pos, lang.Errorf(nestedTooDeep, deepestXML)
			}
			kid, s := r.element(t, pos, open)
			at.kids = append(at.kids, kid)
			path, from, open = append(path, &at.kids[len(at.kids)-1]), append(from, text.Len()), append(open, s)
		case xml.EndElement:
			if rawName(t.Name) != at.raw {
				return pos, lang.Errorf(lang.Msg{"</%s> where </%s> is due", "</%s>, vaikka vuorossa on </%s>", "</%s> där </%s> ska stå"}, rawName(t.Name), at.raw)
			}
			at.text = text.String()[from[len(from)-1]:]
			path, from, open = path[:len(path)-1], from[:len(from)-1], open[:len(open)-1]
		}
	}
	return e.pos, nil
}

// element returns the element of a token, and its scope.
func (r *xmlReader) element(t xml.StartElement, pos int, open []scope) (element, scope) {
	s := scope{raw: rawName(t.Name)}
	if len(open) > 0 {
		s.lang, s.spaces = open[len(open)-1].lang, open[len(open)-1].spaces
	}
	own := false
	for _, a := range t.Attr {
		switch {
		case a.Name.Space == "xml" && a.Name.Local == "lang":
			s.lang = a.Value
		case a.Name.Space == "xmlns" || a.Name.Space == "" && a.Name.Local == "xmlns":
			if !own {
				own = true
				before := s.spaces
				s.spaces = make(map[string]string, len(before)+1)
				for k, v := range before {
					s.spaces[k] = v
				}
			}
			prefix := a.Name.Local
			if a.Name.Space == "" {
				prefix = ""
			}
			s.spaces[prefix] = a.Value
		}
	}
	resolve := func(n xml.Name, attr bool) xml.Name {
		if n.Space == "xml" {
			n.Space = xmlSpace
		} else if n.Space != "" || !attr {
			n.Space = s.spaces[n.Space]
		}
		return n
	}
	e := element{Name: resolve(t.Name, false), raw: s.raw, lang: s.lang, pos: pos}
	for _, a := range t.Attr {
		if a.Name.Space != "xmlns" && (a.Name.Space != "" || a.Name.Local != "xmlns") {
			e.attrs = append(e.attrs, xml.Attr{Name: resolve(a.Name, true), Value: a.Value})
		}
	}
	return e, s
}

// rawName returns the name of a raw token as it is written.
func rawName(n xml.Name) string {
	if n.Space == "" {
		return n.Local
	}
	return n.Space + ":" + n.Local
}
