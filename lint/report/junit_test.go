package report

import (
	"encoding/xml"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/parser"
	"github.com/steplint/steplint/parser/lang"
)

// checked is the sample with the pair that it is about, and one text alone.
func checked() *Run {
	r := sample("en")
	fi, sv := r.Findings[0].File, r.Findings[1].File
	alone := &parser.Document{File: parser.NewFile("polku/03 aita.fi.txt", "Aita\n"), Lang: lang.FI}
	r.Corpus = &corpus.Corpus{
		Pairs:    []*corpus.Pair{{Step: "polku/02 piha", Source: parse(fi, lang.FI), Target: parse(sv, lang.SV)}},
		Unpaired: []*corpus.Unpaired{{Step: "polku/03 aita", Doc: alone}},
	}
	return r
}

func TestJUnit(t *testing.T) {
	r := checked()
	r.Rules[1].Check.Pair = func(*lint.Pass, *corpus.Pair) {} // not for the text alone
	r.Problems = []string{"polku/x.fi.txt:1:1: not a text"}
	want := `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="steplint" tests="9" failures="1" errors="1" skipped="0">
 <testsuite name="steplint" tests="1" failures="0" errors="1" skipped="0">
  <testcase name="polku/x.fi.txt:1:1: not a text" classname="steplint"><error message="polku/x.fi.txt:1:1: not a text"/></testcase>
 </testsuite>
 <testsuite name="polku/02 piha.fi.txt" tests="3" failures="0" errors="0" skipped="0">
  <testcase name="missing-bullet" classname="polku/02 piha.fi.txt" file="polku/02 piha.fi.txt"/>
  <testcase name="odd-space" classname="polku/02 piha.fi.txt" file="polku/02 piha.fi.txt" line="6"><system-out>polku/02 piha.fi.txt:6:19: warning: no-break space after &#34;kasvit&#34;&#xA;</system-out></testcase>
  <testcase name="title-variant" classname="polku/02 piha.fi.txt" file="polku/02 piha.fi.txt"/>
 </testsuite>
 <testsuite name="polku/02 piha.sv.txt" tests="3" failures="1" errors="0" skipped="0">
  <testcase name="missing-bullet" classname="polku/02 piha.sv.txt" file="polku/02 piha.sv.txt" line="6"><failure message="list item without a bullet (polku/02 piha.fi.txt:6: the Finnish item has one)" type="error">polku/02 piha.sv.txt:6:1: error: list item without a bullet (polku/02 piha.fi.txt:6: the Finnish item has one)&#xA;</failure></testcase>
  <testcase name="odd-space" classname="polku/02 piha.sv.txt" file="polku/02 piha.sv.txt"/>
  <testcase name="title-variant" classname="polku/02 piha.sv.txt" file="polku/02 piha.sv.txt" line="1"><system-out>polku/02 piha.sv.txt:1:1: info: the title is [short](1)&#xA;</system-out></testcase>
 </testsuite>
 <testsuite name="polku/03 aita.fi.txt" tests="2" failures="0" errors="0" skipped="0">
  <testcase name="missing-bullet" classname="polku/03 aita.fi.txt" file="polku/03 aita.fi.txt"/>
  <testcase name="title-variant" classname="polku/03 aita.fi.txt" file="polku/03 aita.fi.txt"/>
 </testsuite>
</testsuites>
`
	got := write(t, JUnit, r)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	readJUnit(t, got)
	xmllint(t, got)
	readJUnit(t, write(t, JUnit, &Run{}))
}

// What fails a case is what fails the run.
func TestJUnitGate(t *testing.T) {
	r := checked()
	for gate, want := range map[lint.Severity]int{0: 1, lint.Error: 1, lint.Warning: 2, lint.Info: 3, lint.Error + 1: 0} {
		r.FailOn = gate
		if got := readJUnit(t, write(t, JUnit, r)).Failures; got != want {
			t.Errorf("gate %d: %d failures, want %d", gate, got, want)
		}
	}
}

// Several findings of a check in a document are one case.
func TestJUnitCase(t *testing.T) {
	r := checked()
	again := r.Findings[2]
	again.Span = at(again.File, "växter", 0)
	r.Findings = append(r.Findings, again)
	for _, c := range readJUnit(t, write(t, JUnit, r)).Suites[1].Cases {
		if c.Name == "missing-bullet" {
			if !strings.HasSuffix(c.Failure.Message, " (+1)") || strings.Count(c.Failure.Text, "\n") != 2 {
				t.Errorf("%q: %q", c.Failure.Message, c.Failure.Text)
			}
			return
		}
	}
	t.Error("no such case")
}

type junitReport struct {
	XMLName  xml.Name `xml:"testsuites"`
	Tests    int      `xml:"tests,attr"`
	Failures int      `xml:"failures,attr"`
	Errors   int      `xml:"errors,attr"`
	Suites   []struct {
		Name     string `xml:"name,attr"`
		Tests    int    `xml:"tests,attr"`
		Failures int    `xml:"failures,attr"`
		Errors   int    `xml:"errors,attr"`
		Cases    []struct {
			Name    string `xml:"name,attr"`
			File    string `xml:"file,attr"`
			Line    int    `xml:"line,attr"`
			Out     string `xml:"system-out"`
			Error   *struct{}
			Failure *struct {
				Message string `xml:"message,attr"`
				Text    string `xml:",chardata"`
			} `xml:"failure"`
		} `xml:"testcase"`
	} `xml:"testsuite"`
}

// readJUnit reads the report and checks that its counts are those of its cases
// and that no case stands twice in a suite.
func readJUnit(t *testing.T, out string) junitReport {
	t.Helper()
	var got junitReport
	if err := xml.Unmarshal([]byte(out), &got); err != nil {
		t.Fatal(err)
	}
	var tests, failures, errors int
	for _, s := range got.Suites {
		seen, failed := map[string]bool{}, 0
		for _, c := range s.Cases {
			if seen[c.Name] {
				t.Errorf("%s: %s stands twice", s.Name, c.Name)
			}
			seen[c.Name] = true
			if c.Failure != nil {
				failed++
			}
		}
		if len(s.Cases) != s.Tests || failed != s.Failures {
			t.Errorf("%s: %d tests, %d failures, counted %d and %d", s.Name, s.Tests, s.Failures, len(s.Cases), failed)
		}
		tests, failures, errors = tests+s.Tests, failures+s.Failures, errors+s.Errors
	}
	if tests != got.Tests || failures != got.Failures || errors != got.Errors {
		t.Errorf("%d tests, %d failures, %d errors, counted %d, %d, %d", got.Tests, got.Failures, got.Errors, tests, failures, errors)
	}
	return got
}

func FuzzJUnit(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, name, src, arg string, a, b uint, gate uint8) {
		r := fuzzRun(name, src, arg, a, b)
		r.Problems = []string{arg}
		r.FailOn = lint.Severity(gate % 5)
		got := readJUnit(t, write(t, JUnit, r))
		c := got.Suites[len(got.Suites)-1].Cases[0]
		text := c.Out
		if c.Failure != nil {
			text = c.Failure.Text
		}
		if failed := c.Failure != nil; failed != (lint.Warning >= r.failOn()) {
			t.Errorf("failed %t at gate %d", failed, r.FailOn)
		}
		if c.File != xmlText(name) || !strings.Contains(text, describe(&r.Findings[0], r.lang())) {
			t.Errorf("file %q, text %q", c.File, text)
		}
		if !printable(strings.TrimSuffix(text, "\n")) {
			t.Errorf("not printable: %q", text)
		}
	})
}
