package term

import (
	"bufio"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/steplint/steplint/parser"
	"github.com/steplint/steplint/parser/lang"
	"github.com/steplint/steplint/parser/toml"
)

// deepestTOML is how deep lists and tables may be nested in a file.
const deepestTOML = 64

// toml reads a file of [[concept]] tables. Where the syntax is broken, the other
// concepts are read all the same.
func (b *builder) toml() {
	if pos := tooDeep(b.file.Src); pos >= 0 {
		b.errorf(pos, nestedTooDeep, deepestTOML)
		return
	}
	root, err := toml.Parse(b.file)
	if err == nil {
		tomlReader{b, 0}.root(root)
		return
	}
	starts := tomlConcept.FindAllStringIndex(b.file.Src, -1)
	at := 0
	for k := 0; k <= len(starts); k++ {
		end := len(b.file.Src)
		if k < len(starts) {
			end = starts[k][0]
		}
		part := parser.NewFile(b.file.Name, b.file.Src[at:end])
		root, err := toml.Parse(part)
		if e, ok := err.(*parser.Error); ok { //nolint:errorlint // it is documented to be one
			line := b.file.LineOf(at)
			if e.Line == 1 {
				e.Column += b.file.Position(at).Column - 1
			}
			e.Line += line - 1
			b.errs = append(b.errs, e)
		} else {
			tomlReader{b, at}.root(root)
		}
		at = end
	}
}

var nestedTooDeep = lang.Msg{"nested more than %d deep", "sisäkkäisiä osia on yli %d", "nästlat djupare än %d nivåer"}

// tooDeep returns where brackets are nested so deep that a parser that calls itself
// could run out of memory, or -1. Those of strings count as well, which hold few.
func tooDeep(src string) int {
	depth := 0
	for i := range len(src) {
		switch src[i] {
		case '[', '{':
			if depth++; depth > deepestTOML {
				return i
			}
		case ']', '}':
			depth = max(0, depth-1)
		case '\n':
			if i+1 < len(src) && src[i+1] == '[' {
				depth = 0 // what a string has left open
			}
		}
	}
	return -1
}

// tomlReader reads a file or a part of it, which begins at a byte of the file.
type tomlReader struct {
	*builder
	at int
}

func (r tomlReader) errorf(pos int, m lang.Msg, args ...any) {
	r.builder.errorf(r.at+pos, m, args...)
}

// tomlFields are the keys a table may have, each with what to do with its value.
type tomlFields map[string]func(*toml.Node)

// table hands the values of a table to their fields.
func (r tomlReader) table(n *toml.Node, f tomlFields) {
	if n.Kind != toml.Table {
		r.wrongKind(n, lang.Msg{"a table", "taulu", "en tabell"})
		return
	}
	for _, k := range n.Keys {
		if set := f[k.Name]; set != nil {
			set(k.Value)
			continue
		}
		names := slices.Sorted(maps.Keys(f))
		if near := lang.Nearest(k.Name, names); near != "" {
			r.errorf(k.Pos, lang.Msg{"unknown key %q; did you mean %q?", "tuntematon avain %q; tarkoititko %q?", "okänd nyckel %q; menade du %q?"}, k.Name, near)
		} else {
			r.errorf(k.Pos, lang.Msg{"unknown key %q (of %s)", "tuntematon avain %q (tunnetaan %s)", "okänd nyckel %q (kända: %s)"}, k.Name, strings.Join(names, ", "))
		}
	}
}

func (r tomlReader) wrongKind(n *toml.Node, want lang.Msg) {
	r.errorf(n.Pos, lang.Msg{"expected " + want.EN + ", not a %[1]s", "tähän kuuluu " + want.FI + ", ei %[2]s", "här ska stå " + want.SV + ", inte %[3]s"}, n.Kind, kindsFI[n.Kind], kindsSV[n.Kind])
}

// The kinds of values in Finnish and Swedish.
var (
	kindsFI = map[string]string{toml.String: "merkkijono", toml.List: "luettelo", toml.Table: "taulu", toml.Truth: "totuusarvo", "number": "luku", "date or time": "aika"}
	kindsSV = map[string]string{toml.String: "en sträng", toml.List: "en lista", toml.Table: "en tabell", toml.Truth: "ett sanningsvärde", "number": "ett tal", "date or time": "en tid"}
)

func (r tomlReader) root(n *toml.Node) {
	r.table(n, tomlFields{"concept": func(n *toml.Node) {
		if n.Kind != toml.List {
			r.wrongKind(n, lang.Msg{"[[concept]]", "[[concept]]", "[[concept]]"})
			return
		}
		for _, item := range n.Items {
			r.concept(item)
		}
	}})
}

func (r tomlReader) concept(n *toml.Node) {
	var c Concept
	before := len(r.errs)
	f := tomlFields{
		"id":     func(n *toml.Node) { c.ID = r.text(n) },
		"domain": func(n *toml.Node) { c.Domain = r.text(n) },
		"note":   func(n *toml.Node) { c.Note = r.text(n) },
	}
	for _, l := range lang.All {
		f[l.Code] = func(n *toml.Node) {
			if n.Kind != toml.List {
				r.term(&c, l, n)
				return
			}
			for _, item := range n.Items {
				r.term(&c, l, item)
			}
		}
	}
	r.table(n, f)
	if len(c.Terms) == 0 {
		if len(r.errs) == before {
			r.errorf(n.Pos, noTerm)
		}
		return
	}
	r.add(r.at+n.Pos, c)
}

// term reads a term: a string, or a table of what there is to say of it. One that
// is broken is left out.
func (r tomlReader) term(c *Concept, l *lang.Lang, n *toml.Node) {
	t := Term{Lang: l}
	if n.Kind == toml.String {
		t.Text = n.Text
		r.builder.term(c, r.at+n.Pos, t)
		return
	}
	before := len(r.errs)
	r.table(n, tomlFields{
		"term": func(n *toml.Node) { t.Text = r.text(n) },
		"status": func(n *toml.Node) {
			name := r.text(n)
			var ok bool
			if t.Status, ok = status(name); !ok {
				r.errorf(n.Pos, unknownStatus, name, strings.Join(statusNames[:], ", "))
			}
		},
		"pos": func(n *toml.Node) {
			name := r.text(n)
			var ok bool
			if t.POS, ok = partOfSpeech(name); !ok {
				r.errorf(n.Pos, unknownPOS, name, strings.Join(posNames[1:], ", "))
			}
		},
		"forms": func(n *toml.Node) { t.Forms = r.list(n) },
		"not":   func(n *toml.Node) { t.Not = r.list(n) },
	})
	if len(r.errs) == before {
		r.builder.term(c, r.at+n.Pos, t)
	}
}

// text returns the value of a string.
func (r tomlReader) text(n *toml.Node) string {
	if n.Kind != toml.String {
		r.wrongKind(n, lang.Msg{"a string", "merkkijono", "en sträng"})
	}
	return n.Text
}

// list returns the strings of a list; a string alone counts as a list of one.
func (r tomlReader) list(n *toml.Node) []string {
	if n.Kind != toml.List {
		return split(r.text(n))
	}
	var out []string
	for _, item := range n.Items {
		out = append(out, split(r.text(item))...)
	}
	return out
}

// writeTOML writes the term base as toml reads it.
func (b *Base) writeTOML(w io.Writer) error {
	out := bufio.NewWriter(w)
	for k, c := range b.named().Concepts {
		if k > 0 {
			fmt.Fprintln(out)
		}
		fmt.Fprintln(out, "[[concept]]")
		for _, f := range [][2]string{{"id", c.ID}, {"domain", c.Domain}, {"note", c.Note}} {
			if f[1] != "" {
				fmt.Fprintf(out, "%s = %s\n", f[0], tomlString(f[1]))
			}
		}
		for _, l := range lang.All {
			var terms []string
			for _, t := range c.Terms {
				if t.Lang == l {
					terms = append(terms, tomlTerm(&t))
				}
			}
			switch len(terms) {
			case 0:
			case 1:
				fmt.Fprintf(out, "%s = %s\n", l.Code, terms[0])
			default:
				fmt.Fprintf(out, "%s = [\n", l.Code)
				for _, t := range terms {
					fmt.Fprintf(out, "  %s,\n", t)
				}
				fmt.Fprintln(out, "]")
			}
		}
	}
	return out.Flush()
}

func tomlTerm(t *Term) string {
	text := tomlString(t.Text)
	var more []string
	if t.Status != Preferred {
		more = append(more, "status = "+tomlString(t.Status.String()))
	}
	if t.POS != lang.AnyPOS {
		more = append(more, "pos = "+tomlString(posNames[t.POS]))
	}
	for _, f := range []struct {
		key   string
		forms []string
	}{{"forms", t.Forms}, {"not", t.Not}} {
		if len(f.forms) > 0 {
			quoted := make([]string, len(f.forms))
			for i, s := range f.forms {
				quoted[i] = tomlString(s)
			}
			more = append(more, f.key+" = ["+strings.Join(quoted, ", ")+"]")
		}
	}
	if len(more) == 0 {
		return text
	}
	return "{ term = " + text + ", " + strings.Join(more, ", ") + " }"
}

// tomlString returns the text as a basic string of TOML.
func tomlString(s string) string {
	out := []byte{'"'}
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			out = append(out, '\\', byte(r))
		case r < ' ' || r == 0x7F:
			out = append(out, `\u`+strings.ToUpper(strconv.FormatInt(0x10000+int64(r), 16)[1:])...)
		default:
			out = utf8.AppendRune(out, r)
		}
	}
	return string(append(out, '"'))
}
