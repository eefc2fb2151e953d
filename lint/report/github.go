package report

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/steplint/steplint/lint"
)

// GitHub shows ten annotations of each type a step and drops the rest unseen; of a
// message it shows 4,096 characters.
const (
	maxAnnotations = 10
	maxAnnotation  = 4000
)

// GitHub writes the run for the log of a GitHub workflow: commands that annotate the
// lines of the worst findings, as many as are shown, then all findings, folded, and
// the summary. Columns are code points. A text of a document never starts a line.
func GitHub(w io.Writer, r *Run) error {
	b, lang := bufio.NewWriter(w), r.lang()
	var written tally
	for _, p := range r.Problems {
		if written[lint.Error] < maxAnnotations {
			written[lint.Error]++
			annotate(b, "error", []string{"title", "steplint"}, plain(p))
		}
	}
	for _, f := range bySeverity(r.Findings) {
		if s := severity(f); written[s] < maxAnnotations {
			written[s]++
			annotate(b, githubTypes[s], properties(f), annotation(f, lang))
		}
	}
	if len(r.Findings) > 0 {
		b.WriteString("::group::steplint\n")
		t := text{Writer: b, lang: lang}
		for i := range r.Findings {
			f := &r.Findings[i]
			fmt.Fprintf(b, "%s: %s: %s [%s]\n", t.place(f.File, f.Span), severityStyles[severity(f)].name.In(lang),
				describe(f, lang), plain(f.Check.Name))
		}
		b.WriteString("::endgroup::\n")
	}
	fmt.Fprintln(b, "steplint: "+r.headline())
	return b.Flush()
}

var githubTypes = map[lint.Severity]string{lint.Error: "error", lint.Warning: "warning", lint.Info: "notice"}

// properties returns name and value of where the finding stands. A place on several
// lines has no columns: GitHub drops them.
func properties(f *lint.Finding) []string {
	at := regionOf(f.File, shown(f.File, f.Span))
	out := []string{"title", f.Check.Name, "file", f.File.Name, "line", strconv.Itoa(at.StartLine), "endLine", strconv.Itoa(lastLine(at))}
	if at.StartLine == at.EndLine {
		out = append(out, "col", strconv.Itoa(at.StartColumn), "endColumn", strconv.Itoa(at.EndColumn))
	}
	return out
}

// annotation returns what the finding says, each related place and fix on a line of
// its own.
func annotation(f *lint.Finding, lang string) string {
	lines := []string{plain(orElse(f.Text(lang), f.Check.Name))}
	for i := range f.Related {
		lines = append(lines, related(&f.Related[i], lang))
	}
	for _, fix := range f.Fixes {
		if title := plain(fix.Text(lang)); title != "" {
			lines = append(lines, msgFix.In(lang)+": "+title)
		}
	}
	return cut(strings.Join(lines, "\n"), maxAnnotation)
}

var (
	commandData     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	commandProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

// annotate writes a workflow command; those without a value are left out.
func annotate(b *bufio.Writer, name string, properties []string, message string) {
	b.WriteString("::" + name)
	separator := " "
	for i := 0; i < len(properties); i += 2 {
		if value := visible(commandProperty.Replace(properties[i+1])); value != "" {
			b.WriteString(separator + properties[i] + "=" + value)
			separator = ","
		}
	}
	b.WriteString("::" + commandData.Replace(message) + "\n")
}
