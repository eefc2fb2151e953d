package term

import (
	"slices"
	"strings"

	"github.com/steplint/steplint/parser/lang"
)

// tbxEntry reads an entry of any TBX: version 2 (termEntry, langSet, tig or ntig)
// and 3 (conceptEntry, langSec, termSec), with data categories as attributes or as
// elements.
func (b *builder) tbxEntry(e *element) {
	c := Concept{ID: e.attr("", "id")}
	if c.ID == "" {
		c.ID = e.attr(xmlSpace, "id")
	}
	c.ID = decodeName(c.ID)
	before := len(b.errs)
	var notes, domains []string
	for k := range e.kids {
		kid := &e.kids[k]
		switch {
		case kid.Local == "langSet" || kid.Local == "langSec":
			notes = append(notes, b.tbxLanguage(&c, kid)...)
		default:
			for _, d := range b.details(kid) {
				switch d.category {
				case "subjectField":
					domains = append(domains, clean(d.text))
				case "definition", "note":
					notes = append(notes, clean(d.text))
				default:
					b.omitted.Details[d.category]++
				}
			}
		}
	}
	c.Domain, c.Note = join(domains), join(notes)
	if len(c.Terms) == 0 && len(b.errs) > before {
		return // what is wrong has been said
	}
	b.add(e.pos, c)
}

// detail is a property of an entry or a part of it: a data category and its value.
type detail struct {
	category, text string
	pos            int
}

// details returns the properties that an element holds: one, or a group of them.
func (b *builder) details(e *element) []detail {
	if strings.HasSuffix(e.Local, "Grp") {
		var out []detail
		for k := range e.kids {
			out = append(out, b.details(&e.kids[k])...)
		}
		return out
	}
	d := detail{e.attr("", "type"), e.text, e.pos}
	if d.category == "" {
		d.category = e.Local
	}
	return []detail{d}
}

// tbxLanguage adds the terms of a language and returns its definitions and notes.
func (b *builder) tbxLanguage(c *Concept, e *element) []string {
	tag := e.attr(xmlSpace, "lang")
	if tag == "" {
		tag = e.attr("", "lang")
	}
	if tag == "" {
		b.errorf(e.pos, lang.Msg{"<%s> does not say its language", "<%s> ei kerro kieltään", "<%s> anger inget språk"}, e.raw)
		return nil
	}
	l := languageOf(tag)
	var notes []string
	var stated []bool // by term of the language: whether its status is
	first := len(c.Terms)
	for k := range e.kids {
		kid := &e.kids[k]
		switch kid.Local {
		case "tig", "ntig", "termSec":
			if l == nil {
				b.omitted.Terms[primary(tag)]++
				continue
			}
			t, ok := b.tbxTerm(kid, l)
			if n := len(c.Terms); t.Text != "" {
				if b.term(c, kid.pos, t); len(c.Terms) > n {
					stated = append(stated, ok)
				}
			}
		default:
			for _, d := range b.details(kid) {
				if l != nil && (d.category == "definition" || d.category == "note") {
					notes = append(notes, clean(d.text))
				} else {
					b.omitted.Details[d.category]++
				}
			}
		}
	}
	// Of terms whose status nobody states, the first is the one to use.
	preferred := false
	for k := range c.Terms[first:] {
		preferred = preferred || stated[k] && c.Terms[first+k].Status == Preferred
	}
	for k := range c.Terms[first:] {
		if t := &c.Terms[first+k]; !stated[k] {
			if preferred {
				t.Status = Admitted
			}
			preferred = true
		}
	}
	return notes
}

// tbxTerm returns a term, with an empty text when there is none, and whether its
// status is stated.
func (b *builder) tbxTerm(e *element, l *lang.Lang) (t Term, stated bool) {
	t.Lang = l
	for k := range e.kids {
		for _, d := range b.details(&e.kids[k]) {
			switch d.category {
			case "term":
				t.Text = clean(d.text)
			case "administrativeStatus", "normativeAuthorization", "status", "forbidden":
				if s, ok := tbxStatus(d.category, d.text); ok {
					t.Status, stated = max(t.Status, s), true
				} else {
					b.omitted.Details[d.category+" "+clean(d.text)]++
				}
			case "partOfSpeech":
				switch pos := strings.ToLower(strings.ReplaceAll(clean(d.text), " ", "")); pos {
				case "noun", "verb", "adjective":
					if t.POS == lang.AnyPOS {
						t.POS, _ = partOfSpeech(pos)
					}
				case "propernoun":
					t.POS = lang.Name
				default:
					b.omitted.Details[d.category+" "+clean(d.text)]++
				}
			case "note":
				if !t.property(clean(d.text)) {
					b.omitted.Details[d.category]++
				}
			default:
				b.omitted.Details[d.category]++
			}
		}
	}
	if t.Text == "" {
		b.errorf(e.pos, noTerm)
	}
	return t, stated
}

// tbxStatuses are the values of the picklists of administrative status and
// normative authorization, without what they end in, and of tools.
var tbxStatuses = map[string]Status{
	"preferred": Preferred, "standardized": Preferred, "legal": Preferred, "regulated": Preferred, "approved": Preferred,
	"admitted": Admitted, "allowed": Admitted, "proposed": Admitted,
	"deprecated": Deprecated, "superseded": Deprecated, "obsolete": Deprecated,
	"forbidden": Banned, "banned": Banned, "prohibited": Banned,
}

func tbxStatus(category, value string) (Status, bool) {
	value = strings.ToLower(clean(value))
	if category == "forbidden" { // a flag
		return Banned, value == "true" || value == "yes" || value == "1"
	}
	value, _, _ = strings.Cut(value, "-")
	s, ok := tbxStatuses[strings.TrimSuffix(value, "term")]
	return s, ok
}

// property takes from a note of a term what TBX has no data category for, as
// termNotes writes it.
func (t *Term) property(note string) bool {
	name, value, _ := strings.Cut(note, ": ")
	ok := false
	switch name {
	case "forms":
		t.Forms, ok = split(value), true
	case "not":
		t.Not, ok = split(value), true
	case "status":
		if s, known := status(value); known {
			t.Status, ok = s, true
		}
	case "part of speech":
		if p, known := partOfSpeech(value); known {
			t.POS, ok = p, true
		}
	}
	return ok
}

// join joins the texts that are not empty, each once.
func join(texts []string) string {
	var out []string
	for _, s := range texts {
		if s != "" && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return strings.Join(out, "; ")
}
