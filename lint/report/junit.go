package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/parser"
)

// JUnit writes the run as test results: a suite for each document, and in it a
// case for each check, those that found nothing too. A case fails when it has a
// finding that fails the run, see [Run].FailOn; findings below that stand in the
// output of a case that passed. It names the file and the line of its first
// finding. What could not be read is an error of a suite of its own.
func JUnit(w io.Writer, r *Run) error {
	suites := junitSuites(r)
	var tests, failures int
	for i := range suites {
		tests += len(suites[i].cases)
		failures += suites[i].failures
	}
	j := junit{newXML(w), r.lang()}
	j.WriteString("<testsuites")
	j.attr("name", "steplint")
	j.counts(tests+len(r.Problems), failures, len(r.Problems))
	j.WriteString(">\n")
	j.problems(r.Problems)
	for i := range suites {
		j.suite(&suites[i])
	}
	j.WriteString("</testsuites>\n")
	return j.Flush()
}

type junitSuite struct {
	file     string
	cases    []junitCase
	failures int
}

type junitCase struct {
	check    string
	findings []*lint.Finding
	failed   bool
}

// junitSuites returns a suite for each document that was checked, in their order,
// and after them for each other file that something was found in.
func junitSuites(r *Run) []junitSuite {
	found := map[string][]*lint.Finding{}
	for i := range r.Findings {
		f := &r.Findings[i]
		found[f.File.Name] = append(found[f.File.Name], f)
	}
	var suites []junitSuite
	add := func(file string, applies func(*lint.Check) bool) {
		s := junitSuite{file: file}
		byCheck := map[string][]*lint.Finding{}
		for _, f := range found[file] {
			byCheck[f.Check.Name] = append(byCheck[f.Check.Name], f)
		}
		for i := range r.Rules {
			if c := r.Rules[i].Check; byCheck[c.Name] != nil || applies(c) {
				s.add(c.Name, byCheck[c.Name], r.failOn())
				delete(byCheck, c.Name)
			}
		}
		for _, f := range found[file] { // those that no rule stands for
			if byCheck[f.Check.Name] != nil {
				s.add(f.Check.Name, byCheck[f.Check.Name], r.failOn())
				delete(byCheck, f.Check.Name)
			}
		}
		delete(found, file)
		suites = append(suites, s)
	}
	if r.Corpus != nil {
		junitDocuments(r.Corpus, func(d *parser.Document, paired bool) {
			add(d.Name, func(c *lint.Check) bool {
				return (paired || c.Pair == nil) && r.Corpus.Config.Severity(c.Name, d.Name) != "off"
			})
		})
	}
	for i := range r.Findings {
		if file := r.Findings[i].File.Name; found[file] != nil {
			add(file, func(*lint.Check) bool { return false })
		}
	}
	return suites
}

// junitDocuments calls f for each document of the corpus and says whether the
// checks of pairs apply to it.
func junitDocuments(c *corpus.Corpus, f func(d *parser.Document, paired bool)) {
	for _, p := range c.Pairs {
		f(p.Source, !p.Unrelated())
		f(p.Target, !p.Unrelated())
	}
	for _, u := range c.Unpaired {
		f(u.Doc, false)
	}
}

func (s *junitSuite) add(check string, findings []*lint.Finding, gate lint.Severity) {
	c := junitCase{check: check, findings: findings}
	for _, f := range findings {
		c.failed = c.failed || severity(f) >= gate
	}
	if c.failed {
		s.failures++
	}
	s.cases = append(s.cases, c)
}

type junit struct {
	xmlWriter
	lang string
}

func (j *junit) counts(tests, failures, errors int) {
	j.number("tests", tests)
	j.number("failures", failures)
	j.number("errors", errors)
	j.number("skipped", 0)
}

// problems writes the suite of what could not be read or done.
func (j *junit) problems(problems []string) {
	if len(problems) == 0 {
		return
	}
	j.WriteString(` <testsuite name="steplint"`)
	j.counts(len(problems), 0, len(problems))
	j.WriteString(">\n")
	for _, p := range problems {
		j.WriteString("  <testcase")
		j.attr("name", plain(p))
		j.WriteString(` classname="steplint"><error`)
		j.attr("message", plain(p))
		j.WriteString("/></testcase>\n")
	}
	j.WriteString(" </testsuite>\n")
}

func (j *junit) suite(s *junitSuite) {
	j.WriteString(" <testsuite")
	j.attr("name", s.file)
	j.counts(len(s.cases), s.failures, 0)
	j.WriteString(">\n")
	for i := range s.cases {
		c := &s.cases[i]
		j.WriteString("  <testcase")
		j.attr("name", c.check)
		j.attr("classname", s.file)
		j.attr("file", s.file)
		if len(c.findings) == 0 {
			j.WriteString("/>\n")
			continue
		}
		first := c.findings[0]
		j.number("line", first.File.LineOf(shown(first.File, first.Span).Start))
		j.WriteString(">")
		j.result(c)
		j.WriteString("</testcase>\n")
	}
	j.WriteString(" </testsuite>\n")
}

// result writes what the findings of the case say: one element, for consumers
// show the first failure of a case alone.
func (j *junit) result(c *junitCase) {
	element := "system-out"
	j.WriteString("<")
	if c.failed {
		element = "failure"
		j.WriteString(element)
		message := describe(c.findings[0], j.lang)
		if n := len(c.findings) - 1; n > 0 {
			message += fmt.Sprintf(" (+%d)", n)
		}
		j.attr("message", message)
		j.attr("type", severity(c.findings[0]).String())
	} else {
		j.WriteString(element)
	}
	j.WriteString(">")
	var b strings.Builder
	for _, f := range c.findings {
		at := f.File.Position(shown(f.File, f.Span).Start)
		fmt.Fprintf(&b, "%s:%d:%d: %s: %s\n", plain(f.File.Name), at.Line, at.Column, severity(f), describe(f, j.lang))
	}
	j.text(b.String())
	j.WriteString("</" + element + ">")
}
