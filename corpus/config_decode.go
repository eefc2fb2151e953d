package corpus

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/steplint/steplint/parser"
	"github.com/steplint/steplint/parser/lang"
	"github.com/steplint/steplint/parser/toml"
)

// severities are the values a severity may have in a configuration.
var severities = []string{"error", "warning", "info", "off"}

// decoder turns the tree of a configuration into a Config and collects every
// fault on the way.
type decoder struct {
	file   *parser.File
	checks []string
	errs   []fault
}

type fault struct {
	pos int
	err error
}

func (d *decoder) errorf(pos int, format string, args ...any) {
	what := fmt.Sprintf(format, args...)
	d.errs = append(d.errs, fault{pos, toml.ErrorAt(d.file, pos, lang.Msg{EN: what, FI: what, SV: what})})
}

// err joins the faults in order of position.
func (d *decoder) err() error {
	slices.SortStableFunc(d.errs, func(a, b fault) int { return cmp.Compare(a.pos, b.pos) })
	errs := make([]error, len(d.errs))
	for i, e := range d.errs {
		errs[i] = e.err
	}
	return errors.Join(errs...)
}

func (d *decoder) config(root *toml.Node) *Config {
	c := new(Config)
	d.table(root, "key", fields{
		"pattern":       func(n *toml.Node) { c.Patterns = d.list(n, checkPattern) },
		"exclude":       func(n *toml.Node) { c.Exclude = d.list(n, checkGlob) },
		"severity":      func(n *toml.Node) { c.Severities = d.severities(n) },
		"shape":         func(n *toml.Node) { c.StepShape = d.shape(n) },
		"levels":        func(n *toml.Node) { c.Levels = d.levels(n) },
		"terms":         func(n *toml.Node) { c.TermFiles = d.list(n, checkFile) },
		"baseline":      func(n *toml.Node) { c.Baseline = d.text(n, checkFile) },
		"voikko":        func(n *toml.Node) { c.Voikko = d.text(n, checkNotEmpty) },
		"starter-terms": func(n *toml.Node) { c.OwnTermsOnly = !d.truth(n) },
		"accept": func(n *toml.Node) {
			if n.Kind != toml.List {
				d.errorf(n.Pos, "expected [[accept]], not a %s", n.Kind)
			}
			for _, item := range n.Items {
				c.Accepted = append(c.Accepted, d.accept(item))
			}
		},
		"path": func(n *toml.Node) {
			if n.Kind != toml.List {
				d.errorf(n.Pos, "expected [[path]], not a %s", n.Kind)
			}
			for _, item := range n.Items {
				c.Paths = append(c.Paths, d.path(item))
			}
		},
	})
	return c
}

func (d *decoder) path(n *toml.Node) PathRule {
	var rule PathRule
	d.table(n, "key", fields{
		"glob":     func(n *toml.Node) { rule.Glob = d.text(n, checkGlob) },
		"severity": func(n *toml.Node) { rule.Severities = d.severities(n) },
		"shape":    func(n *toml.Node) { rule.Shape = d.shape(n) },
	})
	if n.Kind == toml.Table && n.Find("glob") == nil {
		d.errorf(n.Pos, "path without a glob")
	}
	return rule
}

func (d *decoder) severities(n *toml.Node) map[string]string {
	m := make(map[string]string)
	values := make(fields)
	for _, check := range d.checks {
		values[check] = func(n *toml.Node) { m[check] = d.text(n, checkSeverity) }
	}
	d.table(n, "check", values)
	return m
}

// shape returns, by language, the sections of a step: each a heading, or a list of
// the headings that it may have.
func (d *decoder) shape(n *toml.Node) Shape {
	s := make(Shape)
	languages := make(fields)
	for _, l := range lang.All {
		languages[l.Code] = func(n *toml.Node) {
			if n.Kind != toml.List {
				d.errorf(n.Pos, "expected a list of headings, not a %s", n.Kind)
			}
			for _, item := range n.Items {
				starts := d.list(item, checkHeading)
				if item.Kind == toml.List && len(starts) == 0 {
					d.errorf(item.Pos, "a section without a heading")
				}
				s[l.Code] = append(s[l.Code], starts)
			}
		}
	}
	d.table(n, "language", languages)
	return s
}

// checkHeading accepts what a heading may begin with.
func checkHeading(s string) error {
	if wording(s) == "" {
		return errors.New("a heading without a word")
	}
	return nil
}

func (d *decoder) levels(n *toml.Node) map[string]LevelNames {
	m := make(map[string]LevelNames)
	languages := make(fields)
	for _, l := range lang.All {
		languages[l.Code] = func(n *toml.Node) {
			var names LevelNames
			d.table(n, "key", fields{
				"labels": func(n *toml.Node) { names.Labels = d.words(n) },
				"names":  func(n *toml.Node) { names.Names = d.words(n) },
			})
			m[l.Code] = names
		}
	}
	d.table(n, "language", languages)
	return m
}

// fields are the keys a table may have, each with what to do with its value.
type fields map[string]func(*toml.Node)

// table hands the values of a table to their fields. What names the keys in
// messages.
func (d *decoder) table(n *toml.Node, what string, f fields) {
	if n.Kind != toml.Table {
		d.errorf(n.Pos, "expected a table, not a %s", n.Kind)
		return
	}
	for _, k := range n.Keys {
		if set := f[k.Name]; set != nil {
			set(k.Value)
			continue
		}
		d.errorf(k.Pos, "unknown %s %q%s", what, k.Name, didYouMean(k.Name, slices.Sorted(maps.Keys(f))))
	}
}

// list returns the strings of a list; a string alone counts as a list of one.
func (d *decoder) list(n *toml.Node, check func(string) error) []string {
	if n.Kind == toml.String {
		return []string{d.text(n, check)}
	}
	if n.Kind != toml.List {
		d.errorf(n.Pos, "expected a string or a list of strings, not a %s", n.Kind)
	}
	var texts []string
	for _, item := range n.Items {
		texts = append(texts, d.text(item, check))
	}
	return texts
}

// text returns the value of a string, normalised.
func (d *decoder) text(n *toml.Node, check func(string) error) string {
	if n.Kind != toml.String {
		d.errorf(n.Pos, "expected a string, not a %s", n.Kind)
		return ""
	}
	s := norm.NFC.String(n.Text)
	if err := check(s); err != nil {
		d.errorf(n.Pos, "%s", err)
	}
	return s
}

// truth returns the value of a truth value.
func (d *decoder) truth(n *toml.Node) bool {
	if n.Kind != toml.Truth {
		d.errorf(n.Pos, "expected true or false, not a %s", n.Kind)
	}
	return n.Text == "true"
}

// checkFile accepts the name of a file beside or below the configuration.
func checkFile(s string) error {
	if !filepath.IsLocal(filepath.FromSlash(s)) {
		return fmt.Errorf("%q is not the name of a file beside or below this one", s)
	}
	return nil
}

func checkNotEmpty(s string) error {
	if strings.TrimSpace(s) == "" {
		return errors.New("empty text")
	}
	return nil
}

func (d *decoder) words(n *toml.Node) []string {
	words := d.list(n, func(s string) error {
		if strings.TrimSpace(s) == "" {
			return errors.New("empty name")
		}
		return nil
	})
	for i, w := range words {
		words[i] = norm.NFC.String(strings.ToLower(strings.TrimSpace(w)))
	}
	return words
}

func checkSeverity(s string) error {
	if slices.Contains(severities, s) {
		return nil
	}
	return fmt.Errorf("unknown severity %q (of %s)%s", s, strings.Join(severities, ", "), didYouMean(s, severities))
}
