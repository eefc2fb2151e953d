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
	d.errs = append(d.errs, fault{pos, errorAt(d.file, pos, fmt.Sprintf(format, args...))})
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

func (d *decoder) config(root *node) *Config {
	c := new(Config)
	d.table(root, "key", fields{
		"pattern":       func(n *node) { c.Patterns = d.list(n, checkPattern) },
		"exclude":       func(n *node) { c.Exclude = d.list(n, checkGlob) },
		"severity":      func(n *node) { c.Severities = d.severities(n) },
		"levels":        func(n *node) { c.Levels = d.levels(n) },
		"terms":         func(n *node) { c.TermFiles = d.list(n, checkFile) },
		"starter-terms": func(n *node) { c.OwnTermsOnly = !d.truth(n) },
		"path": func(n *node) {
			if n.kind != kindList {
				d.errorf(n.pos, "expected [[path]], not a %s", n.kind)
			}
			for _, item := range n.items {
				c.Paths = append(c.Paths, d.path(item))
			}
		},
	})
	return c
}

func (d *decoder) path(n *node) PathRule {
	var rule PathRule
	d.table(n, "key", fields{
		"glob":     func(n *node) { rule.Glob = d.text(n, checkGlob) },
		"severity": func(n *node) { rule.Severities = d.severities(n) },
	})
	if n.kind == kindTable && n.find("glob") == nil {
		d.errorf(n.pos, "path without a glob")
	}
	return rule
}

func (d *decoder) severities(n *node) map[string]string {
	m := make(map[string]string)
	values := make(fields)
	for _, check := range d.checks {
		values[check] = func(n *node) { m[check] = d.text(n, checkSeverity) }
	}
	d.table(n, "check", values)
	return m
}

func (d *decoder) levels(n *node) map[string]LevelNames {
	m := make(map[string]LevelNames)
	languages := make(fields)
	for _, l := range lang.All {
		languages[l.Code] = func(n *node) {
			var names LevelNames
			d.table(n, "key", fields{
				"labels": func(n *node) { names.Labels = d.words(n) },
				"names":  func(n *node) { names.Names = d.words(n) },
			})
			m[l.Code] = names
		}
	}
	d.table(n, "language", languages)
	return m
}

// fields are the keys a table may have, each with what to do with its value.
type fields map[string]func(*node)

// table hands the values of a table to their fields. What names the keys in
// messages.
func (d *decoder) table(n *node, what string, f fields) {
	if n.kind != kindTable {
		d.errorf(n.pos, "expected a table, not a %s", n.kind)
		return
	}
	for _, k := range n.keys {
		if set := f[k.name]; set != nil {
			set(k.value)
			continue
		}
		d.errorf(k.pos, "unknown %s %q%s", what, k.name, didYouMean(k.name, slices.Sorted(maps.Keys(f))))
	}
}

// list returns the strings of a list; a string alone counts as a list of one.
func (d *decoder) list(n *node, check func(string) error) []string {
	if n.kind == kindString {
		return []string{d.text(n, check)}
	}
	if n.kind != kindList {
		d.errorf(n.pos, "expected a string or a list of strings, not a %s", n.kind)
	}
	var texts []string
	for _, item := range n.items {
		texts = append(texts, d.text(item, check))
	}
	return texts
}

// text returns the value of a string, normalised.
func (d *decoder) text(n *node, check func(string) error) string {
	if n.kind != kindString {
		d.errorf(n.pos, "expected a string, not a %s", n.kind)
		return ""
	}
	s := norm.NFC.String(n.text)
	if err := check(s); err != nil {
		d.errorf(n.pos, "%s", err)
	}
	return s
}

// truth returns the value of a truth value.
func (d *decoder) truth(n *node) bool {
	if n.kind != kindTruth {
		d.errorf(n.pos, "expected true or false, not a %s", n.kind)
	}
	return n.text == "true"
}

// checkFile accepts the name of a file beside or below the configuration.
func checkFile(s string) error {
	if !filepath.IsLocal(filepath.FromSlash(s)) {
		return fmt.Errorf("%q is not the name of a file beside or below this one", s)
	}
	return nil
}

func (d *decoder) words(n *node) []string {
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
