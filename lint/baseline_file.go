package lint

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/steplint/steplint/parser"
)

// A baseline is a table: these two lines and then a line an entry, with tabs
// between the columns. A unit is its 16 digits, and with a slash the number when
// it is not 1. Columns at the end may be left out when they are empty.
const (
	baselineMagic   = "# steplint baseline v"
	baselineHead    = baselineMagic + "1\n"
	baselineColumns = "# step\tcheck\ttext\tunit\tuntil\tby\treason\n"
)

// The numbers of columns that an entry must and can have.
const leastColumns, mostColumns = 4, 7

// line returns the entry as it stands in the file, with the line end.
func (e Entry) line() string {
	unit := e.Unit
	if e.Number != 1 {
		unit += "/" + strconv.Itoa(e.Number)
	}
	step := cell(e.Step)
	if step == e.Step && step != "" && strings.ContainsAny(step[:1], "#<=>|") {
		step = strconv.Quote(step) // or it would look like a comment or a mark of git
	}
	cells := []string{step, e.Check, cell(e.Text), unit, e.Until, cell(e.By), cell(e.Reason)}
	return strings.TrimRight(strings.Join(cells, "\t"), "\t") + "\n"
}

// cell returns the text as it stands in a column: as it is, or quoted as in Go
// where that would not be read back or not be seen.
func cell(s string) string {
	seen := func(r rune) bool { return unicode.IsPrint(r) && r != utf8.RuneError }
	if strings.HasPrefix(s, `"`) || strings.IndexFunc(s, func(r rune) bool { return !seen(r) }) >= 0 {
		return strconv.Quote(s)
	}
	return s
}

// uncell is the inverse of cell.
func uncell(s string) (string, bool) {
	if !strings.HasPrefix(s, `"`) {
		return s, true
	}
	s, err := strconv.Unquote(s)
	return s, err == nil
}

// ReadBaseline reads a baseline; only the names in checks are names of checks. A
// line that is no entry is an error, each a *parser.Error in order; all other
// entries hold. Of two lines that accept the same finding the first one holds.
func ReadBaseline(name string, data []byte, checks []string) (*Baseline, []error) {
	f := parser.NewFile(name, string(data))
	r := baselineReader{file: f, checks: make(map[string]bool, len(checks)), seen: map[string]bool{}}
	for _, c := range checks {
		r.checks[c] = true
	}
	for n := 1; n <= f.LineCount() && strings.TrimSpace(f.Src) != ""; n++ {
		if !r.line(f.Line(n), n) {
			break
		}
	}
	return &Baseline{File: f, Entries: r.entries}, r.errs
}

type baselineReader struct {
	file    *parser.File
	checks  map[string]bool
	seen    map[string]bool // by key
	clash   bool            // within the marks of a merge conflict
	entries []Entry
	errs    []error
}

func (r *baselineReader) fault(pos int, m Msg) {
	p := r.file.Position(pos)
	r.errs = append(r.errs, &parser.Error{Name: r.file.Name, Line: p.Line, Column: p.Column, What: m})
}

var (
	noBaseline = Msg{
		"this is no baseline of steplint, or one of a later version",
		"tämä ei ole steplintin tunnettujen löydösten tiedosto, tai sen on tehnyt uudempi versio",
		"det här är ingen fil med kända fynd från steplint, eller så har en senare version skrivit den",
	}
	mergeConflict = Msg{
		"the merge left a conflict here: keep the entries of both sides and remove the lines with <<<<<<<, ======= and >>>>>>>",
		"yhdistäminen jäi tässä kesken: säilytä kummankin puolen rivit ja poista rivit, joilla on <<<<<<<, ======= tai >>>>>>>",
		"sammanslagningen lämnade en konflikt här: behåll bägge sidornas rader och ta bort raderna med <<<<<<<, ======= och >>>>>>>",
	}
	fewColumns = Msg{
		"this is no entry: expected step, check, text and unit, with a tab between each",
		"tämä ei ole merkintä: odotettiin askelta, tarkistusta, tekstiä ja tunnusta, sarkain aina välissä",
		"det här är ingen post: väntade steg, kontroll, text och enhet med tabb emellan",
	}
	manyColumns = Msg{"too many columns", "liikaa sarakkeita", "för många kolumner"}
	badQuotes   = Msg{"a quoted text that does not end or holds an unknown escape", "lainattu teksti, joka ei pääty tai jossa on tuntematon merkintä", "en citerad text som inte slutar eller som har en okänd kod"}
	badCheck    = Msg{"there is no check of this name", "tämän nimistä tarkistusta ei ole", "det finns ingen kontroll med det här namnet"}
	badUnit     = Msg{"expected a unit: 16 hexadecimal digits", "odotettiin tunnusta: 16 heksadesimaalinumeroa", "väntade en enhet: 16 hexadecimala siffror"}
	badDate     = Msg{"expected a day such as 2027-01-31", "odotettiin päivää, esimerkiksi 2027-01-31", "väntade en dag, till exempel 2027-01-31"}
)

// conflict reports whether the line is one of the marks that git leaves where it
// could not merge.
func conflict(line string) bool {
	for _, mark := range []string{"<<<<<<<", "|||||||", "=======", ">>>>>>>"} {
		if rest, ok := strings.CutPrefix(line, mark); ok && (rest == "" || rest[0] == ' ') {
			return true
		}
	}
	return false
}

// line reads a line and reports whether to go on.
func (r *baselineReader) line(s parser.Span, n int) bool {
	text := r.file.Text(s)
	switch {
	case conflict(text):
		if !r.clash {
			r.fault(s.Start, mergeConflict)
		}
		r.clash = text[0] != '>'
	case strings.HasPrefix(text, baselineMagic):
		if strings.TrimRight(text, " ") != strings.TrimRight(baselineHead, "\n") {
			r.fault(s.Start, noBaseline)
			return false
		}
	case n == 1:
		r.fault(s.Start, noBaseline)
		return false
	case strings.TrimSpace(text) == "", strings.TrimRight(text, " \t") == strings.TrimRight(baselineColumns, "\n"):
	default:
		r.entry(s)
	}
	return true
}

// entry reads a line that should be an entry.
func (r *baselineReader) entry(s parser.Span) {
	var cells [mostColumns]string
	at := s.Start
	var starts [mostColumns]int
	count := 0
	for text := range strings.SplitSeq(r.file.Text(s), "\t") {
		if count == mostColumns {
			r.fault(at, manyColumns)
			return
		}
		c, ok := uncell(text)
		if !ok {
			r.fault(at, badQuotes)
			return
		}
		cells[count], starts[count] = c, at
		at += len(text) + len("\t")
		count++
	}
	if count < leastColumns {
		r.fault(s.Start, fewColumns)
		return
	}
	e := Entry{Step: cells[0], Check: cells[1], Text: cells[2], Until: cells[4], By: cells[5], Reason: cells[6], Span: s}
	if !r.checks[e.Check] {
		r.fault(starts[1], badCheck)
		return
	}
	var ok bool
	if e.Unit, e.Number, ok = readUnit(cells[3]); !ok {
		r.fault(starts[3], badUnit)
		return
	}
	if _, ok := ParseDate(e.Until); !ok && e.Until != "" {
		r.fault(starts[4], badDate)
		return
	}
	if key := e.Key(); !r.seen[key] {
		r.seen[key] = true
		r.entries = append(r.entries, e)
	}
}

// readUnit reads "0123456789abcdef" and "0123456789abcdef/2".
func readUnit(s string) (unit string, number int, ok bool) {
	unit, count, several := strings.Cut(s, "/")
	number = 1
	if several {
		n, err := strconv.Atoi(count)
		if err != nil || n < 2 || count != strconv.Itoa(n) {
			return "", 0, false
		}
		number = n
	}
	return unit, number, len(unit) == 16 && strings.Trim(unit, "0123456789abcdef") == ""
}
