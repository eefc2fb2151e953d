package term

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"

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
	f, err := parser.Decode(name, data)
	if err != nil {
		return new(Base), []error{err}
	}
	b := newBuilder(f)
	b.tsv()
	return b.base, b.errs
}

func (b *builder) tsv() {
	r := reader{builder: b}
	for n := 1; n <= b.file.LineCount(); n++ {
		span := b.file.Line(n)
		line := b.file.Text(span)
		switch {
		case strings.TrimSpace(line) == "" || strings.HasPrefix(line, "#"):
		case r.at == nil:
			r.header(span.Start, line)
		default:
			r.line(span.Start, line)
		}
	}
}

type reader struct {
	*builder
	at []int // by field: index in columns
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
			values[r.at[i]], places[r.at[i]] = clean(unquote(v)), pos
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
		r.errorf(places[1], unknownLanguage, values[1])
		return t, false
	}
	if strings.HasPrefix(values[0], "#") {
		r.errorf(places[0], lang.Msg{"an identifier does not begin with #", "tunniste ei ala merkillä #", "en identifierare börjar inte med #"})
		return t, false
	}
	if !hasLetter(t.Text) {
		r.errorf(places[2], noTerm)
		return t, false
	}
	var ok bool
	if t.Status, ok = status(values[3]); !ok && values[3] != "" {
		r.errorf(places[3], unknownStatus, values[3], strings.Join(statusNames[:], ", "))
		return t, false
	}
	if t.POS, ok = partOfSpeech(values[4]); !ok && values[4] != "" {
		r.errorf(places[4], unknownPOS, values[4], strings.Join(posNames[1:], ", "))
		return t, false
	}
	return t, true
}

// unquote returns the value of a field that a spreadsheet has put in quotation
// marks, because it holds some or a comma; any other field as it is.
func unquote(s string) string {
	t := strings.TrimSpace(s)
	if len(t) < 2 || t[0] != '"' || t[len(t)-1] != '"' {
		return s
	}
	t = t[1 : len(t)-1]
	if strings.Contains(strings.ReplaceAll(t, `""`, ""), `"`) {
		return s
	}
	return strings.ReplaceAll(t, `""`, `"`)
}

// quote puts a field in quotation marks that would be taken for a quoted one.
func quote(s string) string {
	if unquote(s) != s {
		return `"` + strings.ReplaceAll(s, `"`, `""`) + `"`
	}
	return s
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
				fields[i] = quote(strings.Join(strings.Fields(f), " "))
			}
			fmt.Fprintln(out, strings.TrimRight(strings.Join(fields, "\t"), "\t"))
		}
	}
	return out.Flush()
}
