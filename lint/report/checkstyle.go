package report

import (
	"io"

	"github.com/steplint/steplint/lint"
)

// Checkstyle writes the findings in the XML of Checkstyle: a file with its errors,
// in the order of the run. Columns are code points; the format does not say what
// they are. There is one place an error, so the message names the related ones.
func Checkstyle(w io.Writer, r *Run) error {
	x, lang := newXML(w), r.lang()
	x.WriteString(`<checkstyle version="4.3">` + "\n")
	for i := range r.Findings {
		f := &r.Findings[i]
		if i == 0 || r.Findings[i-1].File.Name != f.File.Name {
			x.WriteString("<file")
			x.attr("name", f.File.Name)
			x.WriteString(">\n")
		}
		place := regionOf(f.File, shown(f.File, f.Span))
		x.WriteString(" <error")
		x.number("line", place.StartLine)
		x.number("column", place.StartColumn)
		x.attr("severity", checkstyleSeverities[severity(f)])
		x.attr("message", describe(f, lang))
		x.attr("source", "steplint."+f.Check.Name)
		x.WriteString("/>\n")
		if i == len(r.Findings)-1 || r.Findings[i+1].File.Name != f.File.Name {
			x.WriteString("</file>\n")
		}
	}
	x.WriteString("</checkstyle>\n")
	return x.Flush()
}

var checkstyleSeverities = map[lint.Severity]string{lint.Error: "error", lint.Warning: "warning", lint.Info: "info"}
