package lint

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/steplint/steplint/parser"
	"github.com/steplint/steplint/parser/lang"
)

// ReadDecisions reads a file of decisions of at most MostDecisionBytes. What is wrong in it is an error, each a
// *parser.Error; all decisions with nothing wrong in them hold. Where the
// JSON itself is broken the rest of it is not read. Of two decisions about the same
// finding the first one holds.
func ReadDecisions(name string, data []byte) ([]Decision, []error) {
	r := decisionReader{file: parser.NewFile(name, string(data)), seen: map[string]bool{}}
	if len(data) > MostDecisionBytes {
		r.fault(0, longDecisions)
		return nil, r.errs
	}
	r.src = r.file.Src
	if bad := firstInvalid(r.src); bad >= 0 {
		r.fault(bad, notUTF8)
		return nil, r.errs
	}
	r.base = len(r.src) - len(strings.TrimPrefix(r.src, "\uFEFF"))
	r.dec = json.NewDecoder(strings.NewReader(r.src[r.base:]))
	if at := r.start(); at == len(r.src) || r.other(at, '{') {
		r.fault(at, noDecisions)
		return nil, r.errs
	}
	r.top()
	return r.out, r.errs
}

// firstInvalid returns the offset of the first byte that is no UTF-8, or -1.
func firstInvalid(s string) int {
	for i, r := range s {
		if r == utf8.RuneError && !strings.HasPrefix(s[i:], "\uFFFD") {
			return i
		}
	}
	return -1
}

type decisionReader struct {
	file *parser.File
	src  string
	base int // of the decoder's offsets
	dec  *json.Decoder
	seen map[string]bool // by key
	out  []Decision
	errs []error
}

func (r *decisionReader) fault(at int, m Msg, args ...any) {
	p := r.file.Position(at)
	if len(args) > 0 {
		m = Msg{fmt.Sprintf(m.EN, args...), fmt.Sprintf(m.FI, args...), fmt.Sprintf(m.SV, args...)}
	}
	r.errs = append(r.errs, &parser.Error{Name: r.file.Name, Line: p.Line, Column: p.Column, What: m})
}

var (
	longDecisions = Msg{
		fmt.Sprintf("larger than %d MiB, which is too much for decisions", MostDecisionBytes>>20),
		fmt.Sprintf("yli %d MiB, mikä on liikaa päätöksille", MostDecisionBytes>>20),
		fmt.Sprintf("större än %d MiB, vilket är för mycket för beslut", MostDecisionBytes>>20),
	}
	notUTF8     = Msg{"the file is not UTF-8", "tiedosto ei ole UTF-8-muotoa", "filen är inte UTF-8"}
	noDecisions = Msg{
		"this is no file of decisions, as the review page saves them",
		"tämä ei ole päätöstiedosto, jollaisen tarkastussivu tallentaa",
		"det här är ingen fil med beslut, som granskningssidan sparar dem",
	}
	laterDecisions = Msg{
		"expected the schema %q; a later version of steplint has written this",
		"odotettiin muotoa %q; tämän on kirjoittanut uudempi steplint",
		"väntade schemat %q; en senare version av steplint har skrivit det här",
	}
	brokenJSON = Msg{
		"the JSON is broken here; what follows is not read",
		"JSON on tässä rikki; loppua ei lueta",
		"JSON är trasig här; resten läses inte",
	}
	cutJSON    = Msg{"the file ends too early", "tiedosto loppuu kesken", "filen slutar för tidigt"}
	moreJSON   = Msg{"something follows the end of the decisions", "päätösten jälkeen on vielä jotakin", "något följer efter besluten"}
	wantObject = Msg{"expected an object in {}", "odotettiin oliota {}", "väntade ett objekt i {}"}
	wantList   = Msg{"expected a list in []", "odotettiin luetteloa []", "väntade en lista i []"}
	wantText   = Msg{"expected a text in quotes", "odotettiin lainausmerkeissä olevaa tekstiä", "väntade en text i citattecken"}
	twiceKey   = Msg{"%q stands twice", "%q on kahdesti", "%q står två gånger"}
	lacksKey   = Msg{"%q is missing", "%q puuttuu", "%q saknas"}
	unknownKey = Msg{"unknown key %q", "tuntematon avain %q", "okänd nyckel %q"}
	nearestKey = Msg{"unknown key %q; did you mean %q?", "tuntematon avain %q; tarkoititko %q?", "okänd nyckel %q; menade du %q?"}
	badKey     = Msg{"expected the key of a finding: 32 hexadecimal digits", "odotettiin löydöksen avainta: 32 heksadesimaalinumeroa", "väntade nyckeln till ett fynd: 32 hexadecimala siffror"}
	badKind    = Msg{"%q is none of accept, will-fix, question", "%q ei ole mikään näistä: accept, will-fix, question", "%q är inget av accept, will-fix, question"}
	decided    = Msg{
		"there is a decision about this finding already; the first one holds",
		"tästä löydöksestä on jo päätös; ensimmäinen pätee",
		"det finns redan ett beslut om det här fyndet; det första gäller",
	}
)

// start returns the offset of the next token.
func (r *decisionReader) start() int {
	at := r.base + int(r.dec.InputOffset())
	for at < len(r.src) && strings.IndexByte(" \t\r\n,:", r.src[at]) >= 0 {
		at++
	}
	return at
}

// other reports whether a value begins there that does not begin with c.
func (r *decisionReader) other(at int, c byte) bool {
	return at < len(r.src) && r.src[at] != c && strings.IndexByte("]}", r.src[at]) < 0 && !r.conflict(at)
}

// conflict reports whether the line is a mark that git has left.
func (r *decisionReader) conflict(at int) bool {
	return conflict(r.file.Text(r.file.Line(r.file.LineOf(at))))
}

// next returns the next token and where it stands, and whether there was one.
func (r *decisionReader) next() (json.Token, int, bool) {
	at := r.start()
	tok, err := r.dec.Token()
	return tok, at, r.fine(at, err)
}

// pass skips a value.
func (r *decisionReader) pass() bool {
	var value json.RawMessage
	at := r.start()
	return r.fine(at, r.dec.Decode(&value))
}

// fine reports whether err is nil; else it says what is broken at the token.
func (r *decisionReader) fine(at int, err error) bool {
	switch {
	case err == nil:
		return true
	case at < len(r.src) && r.conflict(at):
		r.fault(at, mergeConflict)
	case at == len(r.src) || errors.Is(err, io.ErrUnexpectedEOF):
		r.fault(len(r.src), cutJSON)
	default:
		r.fault(at, brokenJSON)
	}
	return false
}

// The functions below read a value each and report whether the JSON after it can
// be read.

// object calls field with each name of an object and where it stands, to read its
// value. Names must be among those known, and all of the first needed be there.
func (r *decisionReader) object(known []string, needed int, field func(name string, at int) bool) bool {
	open := r.start()
	if r.other(open, '{') {
		r.fault(open, wantObject)
		return r.pass()
	}
	if _, _, ok := r.next(); !ok {
		return false
	}
	seen := map[string]bool{}
	for r.dec.More() {
		tok, at, ok := r.next()
		if !ok {
			return false
		}
		name, _ := tok.(string)
		switch {
		case seen[name]:
			r.fault(at, twiceKey, name)
			ok = r.pass()
		case slices.Contains(known, name):
			ok = field(name, at)
		default:
			if near := lang.Nearest(name, known); near != "" {
				r.fault(at, nearestKey, name, near)
			} else {
				r.fault(at, unknownKey, name)
			}
			ok = r.pass()
		}
		if !ok {
			return false
		}
		seen[name] = true
	}
	if _, _, ok := r.next(); !ok {
		return false
	}
	for _, name := range known[:needed] {
		if !seen[name] {
			r.fault(open, lacksKey, name)
		}
	}
	return true
}

func (r *decisionReader) text(to *string) bool {
	if at := r.start(); r.other(at, '"') {
		r.fault(at, wantText)
		return r.pass()
	}
	tok, _, ok := r.next()
	*to, _ = tok.(string)
	return ok
}

// top reads the whole file.
func (r *decisionReader) top() {
	ok := r.object([]string{"schema", "decisions"}, 2, func(name string, _ int) bool {
		if name == "decisions" {
			return r.list()
		}
		var schema string
		at := r.start()
		before := len(r.errs)
		if !r.text(&schema) {
			return false
		}
		if schema != DecisionsSchema && len(r.errs) == before {
			r.fault(at, laterDecisions, DecisionsSchema)
			return false
		}
		return true
	})
	if at := r.start(); ok && at < len(r.src) {
		r.fault(at, moreJSON)
	}
}

func (r *decisionReader) list() bool {
	if at := r.start(); r.other(at, '[') {
		r.fault(at, wantList)
		return r.pass()
	}
	if _, _, ok := r.next(); !ok {
		return false
	}
	for r.dec.More() {
		if !r.decision() {
			return false
		}
	}
	_, _, ok := r.next()
	return ok
}

// decisionKeys are the keys of a decision, those first that none lacks.
var decisionKeys = []string{"key", "check", "step", "decision", "unit", "note", "name"}

func (r *decisionReader) decision() bool {
	d := Decision{File: r.file, Span: parser.Span{Start: r.start()}}
	before, keyAt := len(r.errs), 0
	fields := map[string]*string{"key": &d.Key, "check": &d.Check, "step": &d.Step, "unit": &d.Unit, "note": &d.Note, "name": &d.Name, "decision": (*string)(&d.Kind)}
	ok := r.object(decisionKeys, 4, func(name string, _ int) bool {
		at, faults := r.start(), len(r.errs)
		if !r.text(fields[name]) {
			return false
		}
		switch {
		case len(r.errs) > faults: // has been told
		case name == "key":
			keyAt = at
			if len(d.Key) != 32 || strings.Trim(d.Key, "0123456789abcdef") != "" {
				r.fault(at, badKey)
			}
		case name == "decision" && !slices.Contains(decisionKinds, string(d.Kind)):
			r.fault(at, badKind, d.Kind)
		}
		return true
	})
	if len(r.errs) > before {
		return ok
	}
	if r.seen[d.Key] {
		r.fault(keyAt, decided)
		return ok
	}
	r.seen[d.Key] = true
	d.Span.End = r.base + int(r.dec.InputOffset())
	r.out = append(r.out, d)
	return ok
}
