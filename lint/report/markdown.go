package report

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/steplint/steplint/lint"
)

// The most bytes that GitHub takes of a comment and of the summary of a step; it
// counts characters for the first, and drops a summary that is longer altogether.
const (
	MaxComment = 65_536
	MaxSummary = 1 << 20
)

// Markdown writes the run as a comment for a change request: how much was found,
// the worst findings, and folded below them the counts by check and the rest, as
// far as limit bytes hold. It writes nothing when they do not hold the first line.
// What comes from documents stands in code elements, each sign of it a reference:
// it is no markup, no link and no mention, and nobody is notified.
func Markdown(w io.Writer, r *Run, limit int) error {
	m := &markdown{lang: r.lang(), limit: limit}
	if !m.add("### steplint: " + r.headline() + "\n") {
		return nil
	}
	if known := r.known(); known != "" {
		m.add("\n" + inCode(known) + "\n")
	}
	m.problems(r.Problems)
	order := bySeverity(r.Findings)
	worst := order[:min(len(order), shownWorst)]
	shown := m.findings("", worst)
	m.counts(r)
	shown += m.findings(fmt.Sprintf(msgMore.In(m.lang), len(order)-len(worst)), order[len(worst):])
	if left := len(order) - shown; left > 0 {
		m.limit += m.reserve()
		m.add("\n" + fmt.Sprintf(msgLeft.In(m.lang), left) + "\n")
	}
	_, err := io.WriteString(w, m.out.String())
	return err
}

const (
	shownWorst    = 10
	shownProblems = 10
	maxMessage    = 1000 // characters of a text: a file name has no limit
)

var (
	msgMore     = lint.Msg{"the others: %d", "muut: %d", "övriga: %d"}
	msgLeft     = lint.Msg{"Not shown for lack of room: %d", "Ei näytetä tilan puutteen vuoksi: %d", "Visas inte av utrymmesskäl: %d"}
	msgByCheck  = lint.Msg{"by check", "tarkistuksittain", "per kontroll"}
	msgProblems = lint.Msg{"What could not be read or done:", "Mitä ei voitu lukea tai tehdä:", "Vad som inte kunde läsas eller göras:"}
	msgPlace    = lint.Msg{"place", "paikka", "plats"}
	msgFinding  = lint.Msg{"finding", "löydös", "fynd"}
	msgCheck    = lint.Msg{"check", "tarkistus", "kontroll"}
	msgNumber   = lint.Msg{"number", "määrä", "antal"}
)

type markdown struct {
	out   strings.Builder
	lang  string
	limit int
}

// reserve is the room for the line that says how much is left out.
func (m *markdown) reserve() int { return len(msgLeft.In(m.lang)) + 20 }

// add writes the text if there is room for it.
func (m *markdown) add(text string) bool {
	if m.out.Len()+len(text) > m.limit-m.reserve() {
		return false
	}
	m.out.WriteString(text)
	return true
}

func (m *markdown) problems(problems []string) {
	if len(problems) == 0 {
		return
	}
	list := "\n" + msgProblems.In(m.lang) + "\n\n"
	for _, p := range problems[:min(len(problems), shownProblems)] {
		list += "- " + inCode(p) + "\n"
	}
	if len(problems) > shownProblems {
		list += "- …\n"
	}
	m.add(list)
}

// findings writes a table of the findings, folded under the title if there is one,
// and returns how many of them there was room for.
func (m *markdown) findings(title string, findings []*lint.Finding) int {
	return m.table(title, []string{"", msgPlace.In(m.lang), msgFinding.In(m.lang)}, len(findings), func(i int) []string {
		f := findings[i]
		place := fmt.Sprintf("%s:%d", f.File.Name, f.File.LineOf(shown(f.File, f.Span).Start))
		return []string{
			severityStyles[severity(f)].name.In(m.lang),
			inCode(place),
			inCode(describe(f, m.lang)) + " (" + inCode(f.Check.Name) + ")",
		}
	})
}

// counts writes the folded table of the checks that found something; of all checks
// when the run wants them.
func (m *markdown) counts(r *Run) {
	counts := r.perCheck()
	if !r.Stats {
		counts = slices.DeleteFunc(counts, func(c checkCount) bool { return c.n == 0 })
	}
	m.table(msgByCheck.In(m.lang), []string{msgCheck.In(m.lang), msgNumber.In(m.lang)}, len(counts), func(i int) []string {
		return []string{inCode(counts[i].check), fmt.Sprint(counts[i].n)}
	})
}

// table writes as many of the n rows as there is room for and returns their number.
func (m *markdown) table(title string, columns []string, n int, row func(i int) []string) int {
	if n == 0 {
		return 0
	}
	head, foot := "\n", ""
	if title != "" {
		head, foot = "\n<details><summary>"+title+"</summary>\n\n", "\n</details>\n"
	}
	head += tableRow(columns) + strings.Repeat("|---", len(columns)) + "|\n"
	written := 0
	m.limit -= len(foot)
	for written < n && m.add(head+tableRow(row(written))) {
		head = ""
		written++
	}
	m.limit += len(foot)
	if written > 0 {
		m.add(foot)
	}
	return written
}

func tableRow(cells []string) string { return "| " + strings.Join(cells, " | ") + " |\n" }

// inCode returns the text as a code element. Markdown is read within it as well,
// and in a table a bar ends the cell whatever stands around it, so every sign that
// may mean something is written as a reference.
func inCode(s string) string {
	s = cut(plain(s), maxMessage)
	var b strings.Builder
	b.WriteString("<code>")
	for i, r := range s {
		if r >= utf8.RuneSelf || r == ' ' || isPlain(byte(r)) && !(r == '.' && i >= 3 && strings.EqualFold(s[i-3:i], "www")) {
			b.WriteRune(r)
		} else {
			fmt.Fprintf(&b, "&#%d;", r)
		}
	}
	b.WriteString("</code>")
	return b.String()
}

// isPlain reports whether c means nothing to Markdown, HTML or a CI runner.
func isPlain(c byte) bool {
	return '0' <= c && c <= '9' || 'A' <= c && c <= 'Z' || 'a' <= c && c <= 'z' || strings.IndexByte(",.()'/?;-", c) >= 0
}

// bySeverity returns the findings, the most severe first, otherwise in their order.
func bySeverity(findings []lint.Finding) []*lint.Finding {
	out := make([]*lint.Finding, len(findings))
	for i := range findings {
		out[i] = &findings[i]
	}
	slices.SortStableFunc(out, func(a, b *lint.Finding) int { return int(severity(b) - severity(a)) })
	return out
}
