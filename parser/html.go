package parser

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"

	"github.com/steplint/steplint/parser/lang"
)

// htmlReader reads HTML by its tags: any text has blocks, however the elements
// nest. What only a style sheet or a script shows or hides, it doesn't know.
type htmlReader struct {
	*builder
	stack   []element // open elements that begin a block or are hidden; the first is the root
	run     Span      // of the running text, from and to what is visible; empty when there is none
	pending []mark    // since the start of the run
	kept    int       // of them: those up to its end
	table   *htmlTable
}

// readHTML fills the document's blocks from its source.
func readHTML(d *Document, levels *Levels) {
	b := &builder{doc: d, levels: levels}
	b.html(Span{0, len(d.Src)}, element{})
	b.finish()
}

// html reads a part of the source that is HTML. It stands in root, which has no
// name.
func (b *builder) html(s Span, root element) {
	r := &htmlReader{builder: b, stack: []element{root}}
	z := html.NewTokenizer(strings.NewReader(b.doc.Text(s)))
	at := Span{s.Start, s.Start}
	for {
		kind := z.Next()
		at = Span{at.End, at.End + len(z.Raw())}
		switch kind {
		case html.ErrorToken: // the end, perhaps within a tag
			r.flush()
			r.pop(1)
			return
		case html.TextToken:
			r.text(at)
		case html.StartTagToken, html.SelfClosingTagToken:
			r.startTag(at, newTag(z), kind == html.SelfClosingTagToken)
		case html.EndTagToken:
			name, _ := z.TagName()
			r.endTag(at, string(name))
		case html.CommentToken:
			r.comment(at)
			r.unseen(at, "")
		default:
			r.unseen(at, "")
		}
	}
}

// tag is a start tag with what matters of its attributes.
type tag struct {
	name   string
	lang   string
	hidden bool
	spans  bool // more than one column or row
}

func newTag(z *html.Tokenizer) tag {
	name, more := z.TagName()
	t := tag{name: string(name)}
	for more {
		var key, value []byte
		key, value, more = z.TagAttr()
		switch string(key) {
		case "lang":
			t.lang = string(value)
		case "hidden":
			t.hidden = true
		case "colspan", "rowspan":
			n, _ := strconv.Atoi(strings.TrimSpace(string(value)))
			t.spans = t.spans || n > 1
		}
	}
	return t
}

func (r *htmlReader) top() *element { return &r.stack[len(r.stack)-1] }

func (r *htmlReader) startTag(at Span, t tag, selfClosing bool) {
	if t.name == "html" && r.doc.Lang == nil {
		code, _, _ := strings.Cut(strings.ToLower(t.lang), "-")
		r.doc.Lang = lang.ByCode(code)
	}
	e := elements[t.name]
	if e.block {
		r.flush()
		r.impliedEnds(t.name, e)
	}
	if t.name == "br" && r.top().inCell {
		r.flush()
	}
	r.unseen(at, seenTags[t.name])
	if e.void || selfClosing {
		return
	}
	hidden := t.hidden || e.hidden
	if e.block || hidden || r.top().hidden {
		r.push(at, t, hidden)
	}
}

func (r *htmlReader) endTag(at Span, name string) {
	e := elements[name]
	if e.block {
		r.flush()
	}
	if e.block || r.top().hidden {
		r.pop(r.find(name, e))
	}
	r.unseen(at, "")
}

// seenTags are the tags that a reader sees within a text.
var seenTags = map[string]string{"br": "\n", "hr": "\n"}

// unseen takes a stretch of the source that is no text.
func (r *htmlReader) unseen(at Span, text string) {
	if !r.run.Empty() {
		r.pending = append(r.pending, mark{at, text})
	}
}

// text takes a stretch of text with its entities.
func (r *htmlReader) text(at Span) {
	if r.top().hidden {
		r.unseen(at, "")
		return
	}
	src := r.doc.Src[:at.End]
	for i := at.Start; i < at.End; {
		c, n := utf8.DecodeRuneInString(src[i:])
		visible := !isBlank(c)
		size, decoded := 0, ""
		if c == '&' {
			if size, decoded = entity(src[i:]); size > 0 {
				n, visible = size, strings.TrimFunc(decoded, isBlank) != ""
			}
		}
		if visible && r.run.Empty() {
			r.run.Start = i
		}
		if visible {
			r.run.End = i + n
		}
		if size > 0 {
			r.unseen(Span{i, i + n}, decoded)
		}
		if visible {
			r.kept = len(r.pending)
		}
		i += n
	}
}

// maxEntity is the length of the longest name of an entity, with & and ;.
const maxEntity = len("&CounterClockwiseContourIntegral;")

const entityBytes = "#0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

// entity returns the length of the entity that starts s and what it stands for,
// or 0. One without a semicolon is none.
func entity(s string) (int, string) {
	s = s[:min(len(s), maxEntity)]
	n := len("&")
	for n < len(s) && strings.IndexByte(entityBytes, s[n]) >= 0 {
		n++
	}
	if n == len(s) || s[n] != ';' {
		return 0, ""
	}
	n++
	text := html.UnescapeString(s[:n])
	if text == s[:n] || len(text) > 1 && text[len(text)-1] == ';' { // unknown, or only its beginning known
		return 0, ""
	}
	return n, text
}

// flush ends the running text and gives it to the block that it stands in.
func (r *htmlReader) flush() {
	s := r.run
	r.doc.marks = append(r.doc.marks, r.pending[:r.kept]...)
	r.run, r.pending, r.kept = Span{}, r.pending[:0], 0
	switch e := r.top(); {
	case s.Empty():
	case e.inCell || e.tables > 0 && r.table.hasText():
		r.table.text(s)
	case e.heading > 0:
		r.heading(s, e.heading)
	default:
		r.builder.text(s, e.lists, e.inItem)
	}
}
