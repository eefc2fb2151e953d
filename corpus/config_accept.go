package corpus

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/steplint/steplint/parser"
	"github.com/steplint/steplint/parser/toml"
)

// Accept says which findings are as they should be: those of the checks that meet
// all conditions that are set. At least one of Glob, Step and Text is.
type Accept struct {
	Checks []string
	Glob   string // the file of the finding
	Step   string
	Text   string // is in the unit of the finding, white space evened out
	Reason string
	Until  string // the last day on which it holds, as 2027-01-31; "" for always
	File   *parser.File
	Span   parser.Span // where it stands in File
}

// Covers reports whether the step and the file, named as from the working
// directory, meet the conditions of the entry.
func (c *Config) Covers(a *Accept, step, file string) bool {
	if a.Step != "" && a.Step != step {
		return false
	}
	if a.Glob == "" {
		return true
	}
	rel, ok := c.rel(file)
	return ok && matchGlob(a.Glob, rel)
}

func (d *decoder) accept(n *toml.Node) Accept {
	a := Accept{File: d.file, Span: parser.Span{Start: n.Pos, End: d.file.Line(d.file.LineOf(n.Pos)).End}}
	d.table(n, "key", fields{
		"check":  func(n *toml.Node) { a.Checks = d.list(n, d.checkName) },
		"path":   func(n *toml.Node) { a.Glob = d.text(n, checkGlob) },
		"step":   func(n *toml.Node) { a.Step = d.text(n, checkFilled) },
		"text":   func(n *toml.Node) { a.Text = strings.Join(strings.Fields(d.text(n, checkFilled)), " ") },
		"reason": func(n *toml.Node) { a.Reason = d.text(n, checkFilled) },
		"until":  func(n *toml.Node) { a.Until = d.day(n) },
	})
	if n.Kind != toml.Table {
		return a
	}
	if c := n.Find("check"); c == nil || c.Kind == toml.List && len(c.Items) == 0 {
		d.errorf(n.Pos, "accept without a check")
	}
	if n.Find("reason") == nil {
		d.errorf(n.Pos, "accept without a reason")
	}
	if n.Find("path") == nil && n.Find("step") == nil && n.Find("text") == nil {
		d.errorf(n.Pos, "accept without a path, step or text: to switch a check off, set its severity")
	}
	return a
}

func (d *decoder) checkName(s string) error {
	for _, c := range d.checks {
		if c == s {
			return nil
		}
	}
	return fmt.Errorf("unknown check %q%s", s, didYouMean(s, d.checks))
}

func checkFilled(s string) error {
	if strings.TrimSpace(s) == "" {
		return errors.New("empty text")
	}
	return nil
}

// day returns the value of a day, as a date of TOML or a string.
func (d *decoder) day(n *toml.Node) string {
	if n.Kind == toml.Date || n.Kind == toml.String {
		if _, err := time.Parse(time.DateOnly, n.Text); err == nil {
			return n.Text
		}
	}
	d.errorf(n.Pos, "expected a day such as 2027-01-31")
	return ""
}
