package lint

import (
	"slices"
	"sort"
	"strings"

	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/parser"
	"github.com/steplint/steplint/parser/lang"
)

// Suppression keeps findings from being shown: a comment in a document, or an
// accepted text of the configuration.
type Suppression struct {
	Step   string // "" for the configuration
	File   *parser.File
	Span   parser.Span // of the comment or the entry
	Config bool        // it stands in the configuration
	Checks []Suppressed
	// Fault says what is wrong with the whole of it; nil when nothing is.
	Fault *lang.Error
	// Expired is the last day of an accepted text that holds no more, else "".
	Expired string
}

// Suppressed is a check that a suppression names.
type Suppressed struct {
	Name    string
	Span    parser.Span
	Check   *Check // nil when there is none of this name
	Nearest string // the name that may be meant then, or ""
	// Judged says that the run has looked for all findings it could suppress, Used
	// that it suppresses one.
	Judged, Used bool
}

// suppress takes out the findings that are suppressed, and adds those about the
// suppressions themselves.
func suppress(found []Finding, c *corpus.Corpus, checks []*Check, opt Options) []Finding {
	if !suppresses(c) {
		return found
	}
	s := suppressor{look: newLook(Scope{Corpus: c, Checks: checks, Today: opt.Today, Steps: opt.Steps}), found: found, hide: make([]bool, len(found))}
	for _, check := range checks {
		s.names = append(s.names, check.Name)
	}
	slices.Sort(s.names)
	for _, p := range c.Pairs {
		s.document(p.Step, p.Source)
		s.document(p.Step, p.Target)
	}
	for _, u := range c.Unpaired {
		s.document(u.Step, u.Doc)
	}
	if c.Config != nil {
		for i := range c.Config.Accepted {
			s.accept(&c.Config.Accepted[i])
		}
	}
	var own []Finding
	for _, check := range checks {
		for _, sup := range s.all {
			if check.Suppression != nil {
				p := &Pass{Check: check, step: sup.Step}
				check.Suppression(p, sup)
				own = append(own, p.findings...)
			}
		}
	}
	var out []Finding
	for i, f := range found {
		if !s.hide[i] {
			out = append(out, f)
		}
	}
	out = append(out, finish(own, c.Config)...)
	slices.SortStableFunc(out, compare)
	return out
}

// suppresses reports whether there is anything that could suppress a finding.
func suppresses(c *corpus.Corpus) bool {
	return c.Config != nil && len(c.Config.Accepted) > 0 ||
		slices.ContainsFunc(c.Pairs, func(p *corpus.Pair) bool { return len(p.Source.Comments)+len(p.Target.Comments) > 0 }) ||
		slices.ContainsFunc(c.Unpaired, func(u *corpus.Unpaired) bool { return len(u.Doc.Comments) > 0 })
}

type suppressor struct {
	*look
	names []string // of all checks
	found []Finding
	hide  []bool // by finding
	all   []*Suppression
	at    map[fileCheck][]int // findings by file and check; nil until needed
}

type fileCheck struct {
	file  *parser.File
	check string
}

// named returns what is known of a name of a check.
func (s *suppressor) named(name string, at parser.Span) Suppressed {
	n := Suppressed{Name: name, Span: at, Check: s.checks[name]}
	if n.Check == nil {
		n.Nearest = lang.Nearest(name, s.names)
	}
	return n
}

// cover hides the findings of the check that start in the span, and reports whether
// there are any.
func (s *suppressor) cover(f *parser.File, check string, span parser.Span) bool {
	if s.at == nil {
		s.at = map[fileCheck][]int{}
		for i := range s.found {
			k := fileCheck{s.found[i].File, s.found[i].Check.Name}
			s.at[k] = append(s.at[k], i)
		}
		for _, list := range s.at { // of several steps, when the check says so
			slices.SortStableFunc(list, func(i, j int) int { return s.found[i].Span.Start - s.found[j].Span.Start })
		}
	}
	list := s.at[fileCheck{f, check}]
	first := sort.Search(len(list), func(k int) bool { return s.found[list[k]].Span.Start >= span.Start })
	used := false
	for _, i := range list[first:] {
		if s.found[i].Span.Start >= span.End {
			break
		}
		s.hide[i], used = true, true
	}
	return used
}

// accept applies an accepted text of the configuration.
func (s *suppressor) accept(a *corpus.Accept) {
	sup := &Suppression{File: a.File, Span: a.Span, Config: true}
	s.all = append(s.all, sup)
	if a.Until != "" && a.Until < s.Today {
		sup.Expired = a.Until
		return
	}
	for _, name := range a.Checks {
		n := s.named(name, a.Span)
		for i := range s.found {
			f := &s.found[i]
			if f.Check.Name == name && s.Corpus.Config.Covers(a, f.Step, f.File.Name) &&
				strings.Contains(strings.Join(strings.Fields(f.Unit), " "), a.Text) {
				s.hide[i], n.Used = true, true
			}
		}
		n.Judged = !n.Used && s.judgesAccept(a, name)
		sup.Checks = append(sup.Checks, n)
	}
}

// judgesAccept reports whether the run has looked for all that the entry accepts.
func (s *suppressor) judgesAccept(a *corpus.Accept, check string) bool {
	if a.Step != "" {
		return s.judges(a.Step, check)
	}
	s.look.all()
	if !s.whole || s.Corpus.Config.Severities[check] == "off" {
		return false
	}
	for step, at := range s.loaded {
		for _, file := range at.files {
			if s.Corpus.Config.Covers(a, step, file) && !s.judgesFile(step, file, check) {
				return false
			}
		}
	}
	return true
}
