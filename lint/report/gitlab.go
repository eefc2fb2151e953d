package report

import (
	"bufio"
	"io"

	"github.com/steplint/steplint/lint"
)

// GitLab writes the findings as a Code Quality report of GitLab: one array, [] for
// none. GitLab shows neither the check nor a second place, so both are part of the
// description. Its widget compares fingerprints with those of the branch that is
// merged into, which is why they do not depend on lines; findings that are equal
// but for the place are told apart by their number in the order of the report.
func GitLab(w io.Writer, r *Run) error {
	b := bufio.NewWriter(w)
	seen, lang := fingerprints{}, r.lang()
	b.WriteString("[")
	if len(r.Findings) > 0 {
		b.WriteByte('\n')
	}
	err := writeElements(b, len(r.Findings), func(i int) any {
		f := &r.Findings[i]
		place := regionOf(f.File, shown(f.File, f.Span))
		return gitlabIssue{
			Description: f.Check.Name + ": " + describe(f, lang),
			Check:       f.Check.Name,
			Fingerprint: seen.of(f),
			Severity:    gitlabSeverities[severity(f)],
			Location:    gitlabLocation{f.File.Name, gitlabLines{place.StartLine, lastLine(place)}},
		}
	})
	if err != nil {
		return err
	}
	b.WriteString("]\n")
	return b.Flush()
}

var gitlabSeverities = map[lint.Severity]string{lint.Error: "major", lint.Warning: "minor", lint.Info: "info"}

// gitlabIssue holds all that GitLab reads.
type gitlabIssue struct {
	Description string         `json:"description"`
	Check       string         `json:"check_name"`
	Fingerprint string         `json:"fingerprint"`
	Severity    string         `json:"severity"`
	Location    gitlabLocation `json:"location"`
}

type gitlabLocation struct {
	Path  string      `json:"path"`
	Lines gitlabLines `json:"lines"`
}

type gitlabLines struct {
	Begin int `json:"begin"`
	End   int `json:"end"` // inclusive
}

// lastLine returns the last line that the region holds a character of.
func lastLine(r region) int {
	if r.EndColumn == 1 && r.EndLine > r.StartLine {
		return r.EndLine - 1
	}
	return r.EndLine
}
