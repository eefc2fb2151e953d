package term

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/steplint/steplint/parser"
	"github.com/steplint/steplint/parser/lang"
)

// The columns of a term base in tab-separated values, one term a line. The first
// three are required, their order is free.
var columns = []string{"concept", "lang", "term", "status", "pos", "forms", "not", "domain", "note"}

const required = 3

// separator stands between the forms of one field.
const separator = ";"

// ReadTSV reads a term base in tab-separated values: a header with the names of
// the columns, and a line for every term. Lines with the same concept belong
// together; without one a line is a concept of its own. Empty lines and lines that
// begin with # are passed over. The errors are *parser.Error, one for each line
// that is left out.
func ReadTSV(name string, data []byte) (*Base, []error) {
	f := parser.NewFile(name, strings.TrimPrefix(string(data), "\ufeff"))
	r := reader{file: f, base: new(Base), concepts: map[string]int{}}
	for n := 1; n <= f.LineCount(); n++ {
		span := f.Line(n)
		line := strings.TrimRight(f.Src[span.Start:span.End], "\r\n")
		switch {
		case strings.TrimSpace(line) == "" || strings.HasPrefix(line, "#"):
		case r.at == nil:
			r.header(span.Start, line)
		default:
			r.line(span.Start, line)
		}
	}
	return r.base, r.errs
}

type reader struct {
	file     *parser.File
	base     *Base
	concepts map[string]int // by identifier
	at       []int          // by field: index in columns
	errs     []error
}

func (r *reader) errorf(pos int, m lang.Msg, args ...any) {
	p := r.file.Position(pos)
	what := lang.Msg{EN: fmt.Sprintf(m.EN, args...), FI: fmt.Sprintf(m.FI, args...), SV: fmt.Sprintf(m.SV, args...)}
	r.errs = append(r.errs, &parser.Error{Name: r.file.Name, Line: p.Line, Column: p.Column, What: what})
}

func (r *reader) header(pos int, line string) {
	for _, name := range strings.Split(line, "\t") {
		k := slices.Index(columns, strings.ToLower(strings.TrimSpace(name)))
		if k < 0 || slices.Contains(r.at, k) {
			r.errorf(pos, lang.Msg{
				"unknown or repeated column %q (of %s)", "tuntematon tai toistuva sarake %q (tunnetaan %s)", "okänd eller upprepad kolumn %q (kända: %s)",
			}, name, strings.Join(columns, ", "))
		}
		r.at = append(r.at, k)
		pos += len(name) + 1
	}
	for k, name := range columns[:required] {
		if !slices.Contains(r.at, k) {
			r.errorf(0, lang.Msg{"no column %q in the header", "otsikkorivillä ei ole saraketta %q", "kolumnen %q saknas i rubrikraden"}, name)
		}
	}
}

func (r *reader) line(pos int, line string) {
	var values [9]string
	var places [9]int
	for i, v := range strings.Split(line, "\t") {
		if i < len(r.at) && r.at[i] >= 0 {
			values[r.at[i]], places[r.at[i]] = norm.NFC.String(strings.Join(strings.Fields(v), " ")), pos
		} else if strings.TrimSpace(v) != "" && i >= len(r.at) {
			r.errorf(pos, lang.Msg{"more fields than columns", "kenttiä on enemmän kuin sarakkeita", "fler fält än kolumner"})
			return
		}
		pos += len(v) + 1
	}
	t, ok := r.term(values, places)
	if !ok {
		return
	}
	c := Concept{ID: values[0], Domain: values[7], Note: values[8], Terms: []Term{t}}
	if k, ok := r.concepts[c.ID]; ok && c.ID != "" {
		r.base.Concepts[k].add(c)
		return
	}
	r.concepts[c.ID] = len(r.base.Concepts)
	r.base.Concepts = append(r.base.Concepts, c)
}

// term returns the term of a line, or reports what is wrong with it.
func (r *reader) term(values [9]string, places [9]int) (Term, bool) {
	t := Term{Lang: lang.ByCode(strings.ToLower(values[1])), Text: values[2], Forms: split(values[5]), Not: split(values[6])}
	if t.Lang == nil {
		r.errorf(places[1], lang.Msg{"unknown language %q (fi or sv)", "tuntematon kieli %q (fi tai sv)", "okänt språk %q (fi eller sv)"}, values[1])
		return t, false
	}
	if strings.HasPrefix(values[0], "#") {
		r.errorf(places[0], lang.Msg{"an identifier does not begin with #", "tunniste ei ala merkillä #", "en identifierare börjar inte med #"})
		return t, false
	}
	if !hasLetter(t.Text) {
		r.errorf(places[2], lang.Msg{"no term", "termi puuttuu", "termen saknas"})
		return t, false
	}
	if values[3] != "" {
		k := slices.Index(statusNames[:], strings.ToLower(values[3]))
		if k < 0 {
			r.errorf(places[3], lang.Msg{"unknown status %q (of %s)", "tuntematon tila %q (tunnetaan %s)", "okänd status %q (kända: %s)"}, values[3], strings.Join(statusNames[:], ", "))
			return t, false
		}
		t.Status = Status(k)
	}
	if values[4] != "" {
		k := slices.Index(posNames[:], strings.ToLower(values[4]))
		if k < 0 {
			r.errorf(places[4], lang.Msg{"unknown part of speech %q (of %s)", "tuntematon sanaluokka %q (tunnetaan %s)", "okänd ordklass %q (kända: %s)"}, values[4], strings.Join(posNames[1:], ", "))
			return t, false
		}
		t.POS = lang.POS(k)
	}
	return t, true
}

func hasLetter(s string) bool { return strings.IndexFunc(s, unicode.IsLetter) >= 0 }

func split(s string) []string {
	var out []string
	for f := range strings.SplitSeq(s, separator) {
		if f = strings.TrimSpace(f); f != "" {
			out = append(out, f)
		}
	}
	return out
}

// WriteTSV writes the term base as ReadTSV reads it, in the order of the base. The
// error is that of w.
func (b *Base) WriteTSV(w io.Writer) error {
	out := bufio.NewWriter(w)
	fmt.Fprintln(out, strings.Join(columns, "\t"))
	for _, c := range b.Concepts {
		for _, t := range c.Terms {
			status := t.Status.String()
			if t.Status == Preferred {
				status = ""
			}
			fields := []string{c.ID, t.Lang.Code, t.Text, status, posNames[t.POS],
				strings.Join(t.Forms, separator+" "), strings.Join(t.Not, separator+" "), c.Domain, c.Note}
			for i, f := range fields {
				fields[i] = strings.Join(strings.Fields(f), " ")
			}
			fmt.Fprintln(out, strings.TrimRight(strings.Join(fields, "\t"), "\t"))
		}
	}
	return out.Flush()
}
