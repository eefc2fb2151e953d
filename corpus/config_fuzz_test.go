package corpus

import (
	"errors"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/pelletier/go-toml/v2"
	"golang.org/x/text/unicode/norm"

	"github.com/steplint/steplint/parser"
)

// FuzzConfig: no bytes panic; every fault has a place within the file, in
// order; what loads says the same to the library's own strict decoder, and
// loads again from what the library writes.
func FuzzConfig(f *testing.F) {
	f.Add("[shape]\nfi = [\"Taidot\", [\"A\", \"B\"]]\n[[path]]\nglob = \"a\"\n[path.shape]\nsv = []\n")
	f.Add(DefaultConfig)
	f.Add(regexp.MustCompile(`(?m)^#(\S)`).ReplaceAllString(DefaultConfig, "$1"))
	f.Add("pattern = \"{step}-{lang}\"\nseverity = { odd-space = 'off' }\npath = [ { glob = 'a' } ]")
	f.Add("[[accept]]\ncheck = ['odd-space']\nstep = 'a'\ntext = ' b  c'\nreason = 'd'\nuntil = 2027-01-31\n[[accept]]\ncheck = 'odd-space'\nreason = 'e'\npath='a'\nuntil = 2027-01-31T00:00:00Z")
	f.Add("\uFEFF[a.b]\r\nc = [ {x.y = 1}, [ ] ]\n[[a.d]]\n[a.d.e]")
	f.Fuzz(func(t *testing.T, src string) {
		c, err := parseConfig("c", src, testChecks)
		if err != nil {
			checkFaults(t, src, err)
			return
		}
		text, err := toml.Marshal(wireOf(c))
		if err != nil {
			t.Fatal(err)
		}
		again, err := parseConfig("c", string(text), testChecks)
		if err != nil {
			t.Fatalf("%v\n%s", err, text)
		}
		if diff := cmp.Diff(wireOf(c), wireOf(again)); diff != "" {
			t.Errorf("after writing (-want +got):\n%s", diff)
		}
		var strict struct {
			Pattern, Exclude        any
			Terms, Baseline, Voikko any
			StarterTerms            *bool `toml:"starter-terms"`
			Severity                map[string]string
			Shape                   map[string]any
			Path                    []struct {
				Glob     string
				Severity map[string]string
				Shape    map[string]any
			}
			Accept []struct{ Check, Path, Step, Text, Reason, Until any }
			Levels map[string]struct{ Labels, Names any }
		}
		d := toml.NewDecoder(strings.NewReader(strings.TrimPrefix(src, "\uFEFF"))).DisallowUnknownFields()
		if err := d.Decode(&strict); err != nil {
			t.Fatalf("loads, but the library says: %v", err)
		}
		for i := range strict.Path {
			strict.Path[i].Glob = norm.NFC.String(strict.Path[i].Glob)
		}
		w := wireOf(c)
		if diff := cmp.Diff(strict.Severity, w.Severity, cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("severity (-library +ours):\n%s", diff)
		}
		if strict.StarterTerms != nil && *strict.StarterTerms != w.Starter {
			t.Errorf("starter-terms: %v", w.Starter)
		}
		var paths []wirePath
		for i, p := range strict.Path {
			paths = append(paths, wirePath{Glob: p.Glob, Severity: p.Severity, Shape: w.Path[i].Shape})
		}
		if diff := cmp.Diff(paths, w.Path, cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("path (-library +ours):\n%s", diff)
		}
	})
}

func checkFaults(t *testing.T, src string, err error) {
	errs := []error{err}
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		errs = joined.Unwrap()
	}
	file := parser.NewFile("c", strings.TrimPrefix(src, "\uFEFF"))
	last := 0
	for _, err := range errs {
		var e *parser.Error
		if !errors.As(err, &e) {
			t.Fatalf("no place: %v", err)
		}
		lines := file.LineOf(len(file.Src)) // the last may be empty
		if e.Line < 1 || e.Line > lines || e.Column < 1 || e.Column > len([]rune(file.Text(file.Line(e.Line))))+2 {
			t.Errorf("out of the file: %v", err)
		}
		if e.Line < last {
			t.Errorf("out of order: %v", errs)
		}
		last = e.Line
	}
}

// wire is a Config as TOML has it.
type wire struct {
	Pattern  []string                       `toml:"pattern"`
	Exclude  []string                       `toml:"exclude"`
	Severity map[string]string              `toml:"severity"`
	Path     []wirePath                     `toml:"path"`
	Accept   []wireAccept                   `toml:"accept,omitempty"`
	Levels   map[string]map[string][]string `toml:"levels"`
	Shape    Shape                          `toml:"shape,omitempty"`
	Terms    []string                       `toml:"terms"`
	Baseline string                         `toml:"baseline,omitempty"`
	Voikko   string                         `toml:"voikko,omitempty"`
	Starter  bool                           `toml:"starter-terms"`
}

type wireAccept struct {
	Check  []string `toml:"check"`
	Path   string   `toml:"path,omitempty"`
	Step   string   `toml:"step,omitempty"`
	Text   string   `toml:"text,omitempty"`
	Reason string   `toml:"reason"`
	Until  string   `toml:"until,omitempty"`
}

type wirePath struct {
	Glob     string            `toml:"glob"`
	Severity map[string]string `toml:"severity"`
	Shape    Shape             `toml:"shape,omitempty"`
}

func wireOf(c *Config) wire {
	w := wire{
		Pattern:  append([]string{}, c.Patterns...),
		Exclude:  append([]string{}, c.Exclude...),
		Severity: map[string]string{},
		Path:     []wirePath{},
		Levels:   map[string]map[string][]string{},
		Terms:    append([]string{}, c.TermFiles...),
		Baseline: c.Baseline,
		Voikko:   c.Voikko,
		Starter:  !c.OwnTermsOnly,
		Shape:    shapeOf(c.StepShape),
	}
	for k, v := range c.Severities {
		w.Severity[k] = v
	}
	for _, p := range c.Paths {
		s := map[string]string{}
		for k, v := range p.Severities {
			s[k] = v
		}
		w.Path = append(w.Path, wirePath{p.Glob, s, shapeOf(p.Shape)})
	}
	for _, a := range c.Accepted {
		w.Accept = append(w.Accept, wireAccept{append([]string{}, a.Checks...), a.Glob, a.Step, a.Text, a.Reason, a.Until})
	}
	for k, v := range c.Levels {
		w.Levels[k] = map[string][]string{"labels": append([]string{}, v.Labels...), "names": append([]string{}, v.Names...)}
	}
	return w
}

// shapeOf returns the shape, nil for one without a language, which TOML leaves out.
func shapeOf(s Shape) Shape {
	if len(s) == 0 {
		return nil
	}
	return s
}
