package report

import (
	"bufio"
	"encoding/json"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/steplint/steplint/lint"
)

// describe returns on one line what the finding says, with its related places,
// for consumers that show one place and one text. It is safe to print.
func describe(f *lint.Finding, lang string) string {
	var b strings.Builder
	b.WriteString(plain(orElse(f.Text(lang), f.Check.Name)))
	for i := range f.Related {
		fmt.Fprintf(&b, " (%s)", related(&f.Related[i], lang))
	}
	return b.String()
}

// related returns the related place and what it is, on one line.
func related(rel *lint.Related, lang string) string {
	s := fmt.Sprintf("%s:%d", plain(rel.File.Name), rel.File.LineOf(rel.Span.Start))
	if text := plain(rel.Text(lang)); text != "" {
		s += ": " + text
	}
	return s
}

// command is what begins a command anywhere in a line of the log of a CI runner:
// ##[ for GitHub's, ##vso[ for Azure's, ##teamcity[ for TeamCity's. Runners may
// compare without the characters that are not seen. Lines that begin with :: are
// commands as well.
var command = regexp.MustCompile(`(#[\x{200B}-\x{200F}\x{2060}\x{FE00}-\x{FE0F}]*#[\x{200B}-\x{200F}\x{2060}\x{FE00}-\x{FE0F}A-Za-z]*)\[`)

// NoCommand returns s with the bracket spelt out of what would begin a command
// anywhere in the log of a CI runner.
func NoCommand(s string) string { return command.ReplaceAllString(s, "${1}<U+005B>") }

// fingerprints gives each finding an identity of its own, the same from run to
// run also when lines move: its key and its number among the findings that share
// it. Consumers take two findings of one fingerprint for one.
type fingerprints map[string]int

func (seen fingerprints) of(f *lint.Finding) string {
	key := f.Key()
	seen[key]++
	return key + ":" + strconv.Itoa(seen[key])
}

// writeElements writes n elements of a JSON array, one a line, without the
// brackets around them.
func writeElements(w *bufio.Writer, n int, element func(i int) any) error {
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	for i := range n {
		b.Reset()
		if err := enc.Encode(element(i)); err != nil {
			return err
		}
		w.WriteString(command.ReplaceAllString(strings.TrimSuffix(b.String(), "\n"), `${1}\u005b`))
		if i < n-1 {
			w.WriteByte(',')
		}
		w.WriteByte('\n')
	}
	return nil
}
