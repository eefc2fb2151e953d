// Package report writes the findings of a run for people, CI jobs and editors.
// Every format is one function in one file; all of them read the same Run and
// give the same bytes for the same Run.
package report

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"

	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/lint"
)

// Run is what a run of steplint found: the input of every format.
type Run struct {
	Findings []lint.Finding // sorted; a format keeps the order
	Rules    []Rule         // all checks that ran, sorted by name
	// Files counts the documents that were read, Pairs the steps among them
	// that have both languages; a pair is two of the files.
	Files, Pairs int
	// Known counts the findings that are left out because they are listed in the
	// file Baseline, as the user named it.
	Known    int
	Baseline string
	// Problems says in English what could not be read or done; the findings are
	// those of everything else.
	Problems []string
	// Corpus is what was checked, for formats that show more than the findings;
	// nil when it is not at hand, as for findings that come from another report.
	Corpus *corpus.Corpus
	// FailOn is the least severity that fails the run; zero is [lint.Error].
	FailOn lint.Severity
	// Stats says to tell how many findings each check has, those without any too.
	Stats bool
	// Shard is what a part of a run puts into its JSON and SARIF reports, so that
	// all parts can be merged; nil for a whole run.
	Shard   json.RawMessage
	Lang    string // of the messages: "en", "fi" or "sv"; English otherwise
	Version string // of steplint; may be empty
}

// Rule is a check with the texts of its manual page; a text may be empty.
type Rule struct {
	Check *lint.Check
	Short lint.Msg // one clause
	Full  lint.Msg // one paragraph
	Help  lint.Msg // the page, plain text that may be read as Markdown
}

// lang returns the language of the run's messages, one of the three there are.
func (r *Run) lang() string {
	switch r.Lang {
	case "fi", "sv":
		return r.Lang
	}
	return "en"
}

func (r *Run) failOn() lint.Severity {
	if r.FailOn == 0 {
		return lint.Error
	}
	return r.FailOn
}

// severity returns the finding's severity: its own or else its check's.
func severity(f *lint.Finding) lint.Severity {
	if f.Severity == 0 {
		return f.Check.Severity
	}
	return f.Severity
}

// tally counts findings by severity.
type tally [lint.Error + 1]int

func (r *Run) tally() (t tally) {
	for i := range r.Findings {
		t[severity(&r.Findings[i])]++
	}
	return t
}

// worst returns at most limit findings in their order. It leaves out the least
// severe ones first and, among equals, the last ones.
func worst(findings []lint.Finding, t tally, limit int) []lint.Finding {
	if len(findings) <= limit {
		return findings
	}
	kept := make([]lint.Finding, 0, limit)
	for s := lint.Error; s > 0; s-- {
		t[s] = min(t[s], limit)
		limit -= t[s]
	}
	for i := range findings {
		if s := severity(&findings[i]); t[s] > 0 {
			t[s]--
			kept = append(kept, findings[i])
		}
	}
	return kept
}

// WriteJSON writes v indented, with a final newline. HTML characters stay
// readable; bytes that are no UTF-8 become U+FFFD, and what a CI runner would
// take for a command is written with an escape.
func WriteJSON(w io.Writer, v any) error {
	b, err := indented(v, "")
	if err != nil {
		return err
	}
	_, err = w.Write(append(b, '\n'))
	return err
}

func indented(v any, prefix string) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent(prefix, " ")
	if err := enc.Encode(v); err != nil {
		return nil, err
	}
	return command.ReplaceAll(bytes.TrimSuffix(b.Bytes(), []byte("\n")), []byte(`${1}\u005b`)), nil
}

// writeJSONList writes what WriteJSON writes, with n elements in the last list of
// v, which is empty there: they are made and written one by one.
func writeJSONList(w io.Writer, v any, n int, element func(i int) any) error {
	b, err := indented(v, "")
	if err != nil {
		return err
	}
	at := bytes.LastIndex(b, []byte("[]")) + 1
	line := b[bytes.LastIndexByte(b[:at], '\n')+1 : at]
	indent := "\n" + string(line[:len(line)-len(bytes.TrimLeft(line, " "))])
	out := bufio.NewWriter(w)
	out.WriteString(string(b[:at]))
	for i := range n {
		e, err := indented(element(i), indent[1:]+" ")
		if err != nil {
			return err
		}
		if i > 0 {
			out.WriteByte(',')
		}
		out.WriteString(indent + " ")
		out.WriteString(string(e))
	}
	if n > 0 {
		out.WriteString(indent)
	}
	out.WriteString(string(b[at:]) + "\n")
	return out.Flush()
}
